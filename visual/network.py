"""The first picture of a lineage, and all that the script needs to go on from it.

pyvis holds nodes, edges and options in the form that vis-network reads; its template, which
loads scripts from the network and does not escape its heading, is never used. pyvis draws IPython
in (a third of a second), so it is imported when the first picture is asked for.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from graph.model import Document, Edge
from loaders.folding import fold
from queries.dates import show_date
from queries.groups import level_rank
from queries.lineage import Lineage
from queries.shapes import Json, document_json, lineage_json
from visual import theme
from visual.choices import LineageChoice, choice_json
from visual.formats import one_line, short_name
from visual.layout import place
from visual.texts import Texts

NODE_CAP = 300
"""So many cards are drawn at the most; what is more is said as a number."""

NEAR_LIMIT = 24
"""So many neighbours one click brings; a card "còn N" brings the next ones."""

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
        "tooltipDelay": 600,
        "zoomSpeed": 0.6,
        # The wheel scrolls the page until the picture has the focus (static/lineage-page.js).
        "zoomView": False,
    },
    # The script draws the lines itself (static/lineage-lines.js), from the edges given here.
    "edges": {"arrows": "to", "smooth": False},
}


def rank_of(document: Document) -> tuple[int, str, str, str]:
    """Return where a document stands among its like, as in a lineage: level, folded province,
    date, key."""
    return (
        level_rank(document.level),
        fold(document.province or ""),
        document.issue_date or "",
        document.key,
    )


def card_lines(document: Document, texts: Texts) -> tuple[str, str]:
    """Return the two lines of a card: what it is called; its date and place, else its issuer."""
    date = show_date(document.issue_date) or texts("graph.no_date")
    place_name = document.district or document.province or document.issuer
    where = place_name or texts(f"level.{theme.level_name(document.level)}")
    return short_name(document), one_line(f"{date} · {where}", 80)


def draw(focus: Document, lineages: tuple[Lineage, ...], texts: Texts) -> dict[str, Any]:
    """Return nodes, edges and options of the focus with the given lineages around it.

    At most `NODE_CAP` cards, nearest first; the positions are those of `layout.place`.
    """
    documents, links = _collect(focus, lineages)
    ranked = sorted(documents.values(), key=rank_of)
    places = place(focus.key, [d.key for d in ranked], [(k.source, k.target) for k in links])
    from pyvis.network import Network  # see the module's docstring

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
) -> tuple[dict[str, Document], list[Edge]]:
    """Return the cards, and the lines between them: edges, their ends taken to the card's key."""
    documents = {focus.key: focus}
    lines: set[Edge] = set()
    for lineage in lineages:
        home = {part: act for act, parts in lineage.carriers.items() for part in parts}
        for item in lineage.items:
            if item.document.key not in documents and len(documents) >= NODE_CAP:
                continue
            documents.setdefault(item.document.key, item.document)
            for step in (*item.steps, *item.other_steps):
                source, target = step.edge.source, step.edge.target
                lines.add(Edge(home.get(source, source), step.edge.type, home.get(target, target)))
    return documents, sorted(
        line
        for line in lines
        if line.source != line.target and {line.source, line.target} <= documents.keys()
    )


def picture_data(
    page: str,
    answers: tuple[Lineage, Lineage],
    texts: Texts,
    *,
    service: bool,
    choice: LineageChoice | None = None,
    facts: dict[str, Json] | None = None,
) -> dict[str, Any]:
    """Return all that the script of the page of document `page` is given.

    The focus is the document of the answers: the act, where `page` is a plan that it carries.
    With `service` the answers are one hop wide and more can be asked for; without, they are all
    there is. Only their first hop is drawn at first. With a filter in `choice` the answers are what
    passes it, with what stands on the way, and all of that is drawn. `facts` are the duties and
    targets of `page`, where no service can be asked for them.
    """
    focus = answers[0].document
    one_hop = service and not (choice is not None and choice.sieve)
    if choice is not None and choice.sieve:
        near = tuple(replace(a, items=(*a.between, *a.items)) for a in answers)
    else:
        near = tuple(
            replace(a, items=tuple(i for i in a.items if i.depth == 1)[:NEAR_LIMIT])
            for a in answers
        )
    return {
        "page_document": page,
        "focus": focus.key,
        "document": document_json(focus),
        "answers": [{**lineage_json(answer), "one_hop": one_hop} for answer in answers],
        "choice": choice_json(choice or LineageChoice()),
        "network": draw(focus, near, texts),
        "theme": theme.as_json(),
        "texts": texts.for_script(),
        "service": service,
        "facts": facts or {},
        "as_of": answers[0].as_of,
        "cap": NODE_CAP,
        "page": NEAR_LIMIT,
    }
