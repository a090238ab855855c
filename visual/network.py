"""The first picture of a lineage, and all that the script needs to go on from it.

pyvis holds nodes, edges and options in the form that vis-network reads; its template, which
loads scripts from the network and does not escape its heading, is never used. pyvis draws IPython
in (a third of a second), so it is imported when the first picture is asked for.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from graph.model import Document, Edge, Evidence
from loaders.folding import fold
from loaders.records import Level, RelationType
from queries.lineage import Lineage, LineageItem, Step
from visual import theme
from visual.formats import one_line, short_name, show_date
from visual.layout import place
from visual.texts import Texts

NODE_CAP = 300
"""So many cards are drawn at the most; what is more is said as a number."""

NEAR_LIMIT = 24
"""So many neighbours one click brings; a card "còn N" brings the next ones."""

_LEVEL_ORDER = {level: index for index, level in enumerate(Level)}

OPTIONS: dict[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1, "hierarchical": {"enabled": False}},
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": False,
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": {"enabled": False},
        "multiselect": False,
        "navigationButtons": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 350,
        "zoomSpeed": 0.6,
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "arrowStrikethrough": False,
        "smooth": {
            "enabled": True,
            "type": "cubicBezier",
            "forceDirection": "horizontal",
            "roundness": 0.45,
        },
    },
}


@dataclass(frozen=True, slots=True)
class _Link:
    """A line of the picture between cards; the stored edge may end at what a card carries."""

    source: str
    target: str
    type: RelationType
    evidence: tuple[Evidence, ...]


def document_json(document: Document) -> dict[str, Any]:
    """Return a document in the shape that every answer of the service has."""
    return {
        "key": document.key,
        "type": document.type,
        "number": document.number,
        "title": document.title,
        "issuer": document.issuer,
        "issue_date": document.issue_date,
        "level": document.level,
        "province": document.province,
        "district": document.district,
        "status": document.status.value,
        "quality": document.quality,
        "files": list(document.files),
    }


def lineage_json(lineage: Lineage) -> dict[str, Any]:
    """Return a lineage in the shape in which the service sends it, as far as a picture needs."""
    return {
        "document": document_json(lineage.document),
        "direction": lineage.direction.value,
        "relations": [relation.value for relation in lineage.relations],
        "items": [_item_json(item) for item in lineage.items],
        "total": lineage.total,
        "truncated": lineage.truncated,
        "next": lineage.next,
        "carriers": {key: list(merged) for key, merged in sorted(lineage.carriers.items())},
    }


def _item_json(item: LineageItem) -> dict[str, Any]:
    return {
        "document": document_json(item.document),
        "depth": item.depth,
        "path": list(item.path),
        "paths": [list(path) for path in item.paths],
        "steps": [_step_json(step) for step in item.steps],
        "other_steps": [_step_json(step) for step in item.other_steps],
        "further": item.further,
    }


def _step_json(step: Step) -> dict[str, Any]:
    edge = step.edge
    return {
        "source": edge.source,
        "type": edge.type.value,
        "target": edge.target,
        "evidence": [
            {
                "document": e.document,
                "file": e.file,
                "page": e.page,
                "span": [e.span.start, e.span.end],
                "quote": e.quote,
                "rule": e.rule,
                "confidence": e.confidence,
            }
            for e in step.evidence
        ],
    }


def rank_of(document: Document) -> tuple[int, bool, str, bool, str, str]:
    """Return where a document stands among its like: level, folded province, date, key."""
    level = len(_LEVEL_ORDER) if document.level is None else _LEVEL_ORDER[document.level]
    province, date = document.province, document.issue_date
    return (
        level, province is None, fold(province or ""), date is None, date or "", document.key,
    )  # fmt: skip


def card_lines(document: Document, texts: Texts) -> tuple[str, str]:
    """Return the two lines of a card: what it is called, and date with issuer."""
    date = show_date(document.issue_date) or texts("graph.no_date")
    issuer = document.issuer or texts(f"level.{theme.level_name(document.level)}")
    return short_name(document), one_line(f"{date} · {issuer}", 80)


def draw(focus: Document, lineages: tuple[Lineage, ...], texts: Texts) -> dict[str, Any]:
    """Return nodes, edges and options of the focus with the given lineages around it.

    At most `NODE_CAP` cards, nearest first; the positions are those of `layout.place`.
    """
    documents, links = _collect(focus, lineages)
    ranked = sorted(documents.values(), key=rank_of)
    places = place(focus.key, [d.key for d in ranked], [(k.source, k.target) for k in links])
    from pyvis.network import Network  # noqa: PLC0415  (see the module's docstring)

    net = Network(directed=True)
    net.set_options(json.dumps(OPTIONS))
    for document in ranked:
        name, line = card_lines(document, texts)
        spot = places[document.key]
        style = theme.LEVEL_STYLES[document.level]
        net.add_node(
            document.key,
            label=f"{name}\n{line}",
            shape="box",
            color={"border": style.color, "background": style.fill},
            x=spot.x,
            y=spot.y,
            level=spot.column,
            title=one_line(document.title or name, 300),
        )
    for link in links:
        line_style = theme.RELATION_STYLES[link.type]
        net.add_edge(
            link.source,
            link.target,
            id=f"{link.source} {link.type.value} {link.target}",
            color=line_style.color,
            width=line_style.width,
            dashes=list(line_style.dashes) or False,
        )
    return {"nodes": net.nodes, "edges": net.edges, "options": net.options}


def _collect(
    focus: Document, lineages: tuple[Lineage, ...]
) -> tuple[dict[str, Document], list[_Link]]:
    documents = {focus.key: focus}
    links: dict[tuple[str, str, RelationType], _Link] = {}
    for lineage in lineages:
        home = _homes(lineage)
        for item in lineage.items:
            if item.document.key not in documents and len(documents) >= NODE_CAP:
                continue
            documents.setdefault(item.document.key, item.document)
            for step in (*item.steps, *item.other_steps):
                link = _link(step.edge, home, step.evidence)
                links.setdefault((link.source, link.target, link.type), link)
    shown = [k for k in links.values() if k.source in documents and k.target in documents]
    return documents, sorted(
        (k for k in shown if k.source != k.target), key=lambda k: (k.source, k.target, k.type)
    )


def _homes(lineage: Lineage) -> dict[str, str]:
    """Return for every merged key the key of the act under which its work stands."""
    return {part: act for act, parts in lineage.carriers.items() for part in parts}


def _link(edge: Edge, home: dict[str, str], evidence: tuple[Evidence, ...]) -> _Link:
    source, target = home.get(edge.source, edge.source), home.get(edge.target, edge.target)
    return _Link(source, target, edge.type, evidence)


def picture_data(
    page: str, answers: tuple[Lineage, Lineage], texts: Texts, *, service: bool
) -> dict[str, Any]:
    """Return all that the script of the page of document `page` is given.

    The focus is the document of the answers: the act, where `page` is a plan that it carries.
    With `service` the answers are one hop wide and more can be asked for; without, they are all
    there is. Only their first hop is drawn at first.
    """
    focus = answers[0].document
    near = tuple(
        replace(a, items=tuple(i for i in a.items if i.depth == 1)[:NEAR_LIMIT]) for a in answers
    )
    return {
        "page_document": page,
        "focus": focus.key,
        "document": document_json(focus),
        "answers": [{**lineage_json(answer), "one_hop": service} for answer in answers],
        "network": draw(focus, near, texts),
        "theme": theme.as_json(),
        "texts": texts.for_script(),
        "service": service,
        "as_of": answers[0].as_of,
        "cap": NODE_CAP,
        "page": NEAR_LIMIT,
    }
