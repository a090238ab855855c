"""The pages: results in, a whole HTML document out. No store, no request, no clock.

For the door that serves them: `/static/<path>` is the folder `static_folder()`; a page is sent
as `text/html; charset=utf-8` with `CONTENT_SECURITY_POLICY`. Links are `/`, `/?q=…&cursor=…`,
`/documents/<key>`, on it `?file=<name>`, `?ancestors_cursor=…` and the like for each
table (its next page) and `/docs`; the script of the graph reads
`/v1/documents/<key>/lineage?direction=…&depth=1&relations=…&limit=…&cursor=…`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model import Document, StoreState
from graph.stated import Duty, Targets
from queries.documents import DocumentList, DocumentView, SourceTextView
from queries.fact_shapes import duty_list_json, target_list_json
from queries.facts import FactList
from queries.lineage import Lineage
from queries.resolve import Candidate, CandidateSource, Resolution
from visual.choices import LineageChoice, all_groups, choice_values
from visual.downloads import MOST, downloads
from visual.formats import one_line, show_date
from visual.network import NEAR_LIMIT, picture_data
from visual.rendering import SCRIPTS, STATIC, STYLES, content_hash, render, static_text
from visual.source import notes_of, pieces_of
from visual.tables import (
    LineageGroup,
    documents_of,
    left_out,
    lineage_groups,
    names_of,
    related_groups,
)
from visual.texts import Texts, load_texts
from visual.theme import level_name

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)

FACTS_LIMIT = 100
"""So many rows of targets, and of duties, stand on a page; the next ones are a link away."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document sets as targets, and whom it gives what to do."""

    targets: FactList[Targets]
    duties: FactList[Duty]


__all__ = [
    "CONTENT_SECURITY_POLICY",
    "FACTS_LIMIT",
    "NEAR_LIMIT",
    "Stated",
    "document_page",
    "home_page",
    "problem_page",
    "search_page",
    "single_file",
    "static_folder",
    "unnamed",
]


def static_folder() -> Path:
    """Return the folder that is served as `/static/`."""
    return STATIC


def home_page(state: StoreState) -> str:
    """Return the first page: what this is, the search box, how much the graph holds."""
    return render("home.html", state=state)


def search_page(query: str, results: DocumentList, resolution: Resolution | None = None) -> str:
    """Return the answer to `/?q=query`.

    `resolution` is what `queries.resolve` makes of the same words; where they are a citation,
    the documents that it may mean stand above the list, those of the register too.
    """
    found = resolution.candidates if resolution is not None else ()
    matches = [c for c in found if c.source is CandidateSource.GRAPH]
    if resolution is not None and resolution.document is not None:
        matches = [c for c in matches if c.document.key == resolution.document.key] or [
            Candidate(resolution.document, 1.0, (), CandidateSource.GRAPH)
        ]
    register = [c for c in found if c.source is CandidateSource.REGISTER]
    return render("search.html", query=query, results=results, matches=matches, register=register)


def document_page(
    view: DocumentView,
    ancestors: Lineage,
    descendants: Lineage,
    near: tuple[Lineage, Lineage],
    text: SourceTextView | None,
    stated: Stated,
    others: Iterable[Document] = (),
    why: Sequence[dict[str, Any]] | None = None,
    *,
    choice: LineageChoice | None = None,
) -> str:
    """Return the page of one document.

    `ancestors` and `descendants` (all depths, IMPLEMENTS) are the tables; `near` is the same two
    with `depth=1, limit=NEAR_LIMIT`, where the graph begins. `text` is None for a stub; `stated`
    are the document's targets and duties. `others` are the documents of the keys that `unnamed`
    gives; one that is not there is shown by its key. `why` are the reasons of what one sentence
    proves, in the shape of `phahe explain --json`, where they were asked for. `choice` is what of
    the lineage was asked for; with filters `near` is what passes them, at any step.
    """
    choice = choice or LineageChoice(groups=all_groups((ancestors, descendants)))
    picture = picture_data(view.document.key, near, load_texts(), service=True, choice=choice)
    values = _document_values(view, (ancestors, descendants), text, stated, others)
    values |= choice_values(view.document.key, choice)
    return render("document.html", **values, why=why, picture=picture, scripts=SCRIPTS)


def problem_page(status: int, code: str, detail: str, candidates: Sequence[Candidate] = ()) -> str:
    """Return the page of an error: HTTP status, stable code, a sentence for people."""
    texts = load_texts()
    key = f"problem.{code}"
    heading = texts(key) if key in texts else texts("problem.heading")
    return render(
        "problem.html",
        status=status,
        code=code,
        detail=detail,
        heading=heading,
        candidates=tuple(candidates),
    )


def single_file(
    view: DocumentView,
    ancestors: Lineage,
    descendants: Lineage,
    text: SourceTextView | None,
    stated: Stated,
    others: Iterable[Document] = (),
) -> str:
    """Return the document's page as one file that needs no network and no service.

    Written as UTF-8 it opens from `file://`; styles and scripts are inside, allowed by hash. Its
    graph goes as far as the two lineages do; `others` as in `document_page`.
    """
    answers = (ancestors, descendants)
    scripts, styles = [static_text(n) for n in SCRIPTS], [static_text(n) for n in STYLES]
    policy = (
        f"default-src 'none'; script-src {' '.join(map(content_hash, scripts))}; "
        f"style-src {' '.join(map(content_hash, styles))}; img-src data: blob:; base-uri 'none'"
    )
    return render(
        "single.html",
        **_document_values(view, answers, text, stated, others),
        picture=picture_data(
            view.document.key,
            answers,
            load_texts(),
            service=False,
            facts={
                "duties": duty_list_json(stated.duties),
                "targets": target_list_json(stated.targets),
            },
        ),
        why=None,
        scripts=(),
        links=False,
        policy=policy,
        inline_scripts=scripts,
        inline_styles=styles,
    )


def unnamed(
    view: DocumentView, ancestors: Lineage, descendants: Lineage, text: SourceTextView | None
) -> frozenset[str]:
    """Return the keys that the page of `view` names and these results do not describe."""
    named = {
        part
        for one in (ancestors, descendants)
        for parts in one.carriers.values()
        for part in parts
    }
    if text is not None:
        named |= {end for p in text.passages for end in (p.source, p.target) if end is not None}
    return frozenset(named - {d.key for d in documents_of(view, ancestors, descendants)})


def _document_values(
    view: DocumentView,
    answers: tuple[Lineage, Lineage],
    text: SourceTextView | None,
    stated: Stated,
    others: Iterable[Document],
) -> dict[str, Any]:
    ancestors, descendants = answers
    texts = load_texts()
    names = names_of([*others, *reversed(documents_of(view, *answers))])
    excluded = {d.key: d for answer in answers for d in answer.excluded_namesakes}
    notes = notes_of(text) if text is not None else ()

    def carried(lineage: Lineage, key: str) -> str:
        return ", ".join(names.get(part, part) for part in lineage.carriers[key])

    return {
        "view": view,
        "ancestors": ancestors,
        "descendants": descendants,
        "facts": _facts(view, texts),
        "warnings": [(f.file.name, w) for f in view.files for w in f.warnings],
        "tables": _tables(view, ancestors, descendants, names),
        "related": related_groups(view),
        "related_left_out": left_out(view.outgoing) + left_out(view.incoming),
        "namesakes": [excluded[key] for key in sorted(excluded)],
        "targets": stated.targets,
        "duties": stated.duties,
        "text": text,
        "notes": notes,
        "pieces": pieces_of(text.text, notes) if text is not None else (),
        "carried": carried,
        "downloads": _downloads(view.document.key, descendants.as_of),
        "chosen": None,
        "page_query": [],
        "end_of": _end_namer(view.document.key, names, texts),
        "here": view.document.key,
        "shown_file": text.file if text is not None else None,
    }


def _downloads(key: str, as_of: str | None) -> list[tuple[str, list[tuple[str, str]]]]:
    until = {"as_of": as_of} if as_of else {}
    most = {"limit": MOST}
    below = {"direction": "descendants", **most, **until}
    return [
        ("download.lineage", downloads(key, "lineage", below)),
        ("download.duties", downloads(key, "duties", most)),
        ("download.targets", downloads(key, "targets", most)),
    ]


def _tables(
    view: DocumentView, ancestors: Lineage, descendants: Lineage, names: dict[str, str]
) -> list[tuple[str, str, Lineage, tuple[LineageGroup, ...], str]]:
    """Return id, key of the heading, lineage, groups and key of the empty table's text."""
    up = "table.ancestors_none" if view.files else "table.ancestors_none_stub"
    rows = (
        ("ancestors", "document.ancestors", ancestors, up),
        ("descendants", "document.descendants", descendants, "table.descendants_none"),
    )
    return [(i, head, lin, lineage_groups(lin, names), none) for i, head, lin, none in rows]


def _end_namer(here: str, names: dict[str, str], texts: Texts) -> Callable[[str | None], str]:
    def end_of(key: str | None) -> str:
        if key is None:
            return texts("source.undecided")
        return texts("source.this") if key == here else names.get(key, key)

    return end_of


def _facts(view: DocumentView, texts: Texts) -> list[tuple[str, str]]:
    """Return label keys with values, "" where unknown; what only a text says comes from the
    first file."""
    document = view.document
    rows = [
        ("field.type", document.type),
        ("field.number", document.number),
        ("field.issuer", document.issuer),
        ("field.issue_date", show_date(document.issue_date)),
        ("field.level", texts(f"level.{level_name(document.level)}")),
    ]
    if document.province:
        rows.append(("field.province", document.province))
    if document.district:
        rows.append(("field.district", document.district))
    for one in view.files[:1]:
        header = one.header
        signer = ", ".join(part for part in (header.signer, header.signer_role) if part)
        rows += [
            ("field.place", header.place),
            ("field.signer", signer),
            ("field.period", _period(header.period, texts)),
        ]
    return [(label, one_line(value or "")) for label, value in rows]


def _period(period: tuple[int | None, int | None] | None, texts: Texts) -> str:
    first, last = period or (None, None)
    if first is not None and last is not None:
        return texts("period.both", first=first, last=last)
    if first is not None:
        return texts("period.from", first=first)
    return "" if last is None else texts("period.until", last=last)
