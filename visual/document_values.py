"""What the parts of a document's page are made of: its lineage, and its text with the sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graph.model import Document
from loaders.records import CARRYING
from queries.documents import DocumentView, SourceTextView
from queries.lineage import Lineage
from queries.works import CALLED
from visual.document_facts import header_facts
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


def lineage_values(
    view: DocumentView, answers: tuple[Lineage, Lineage], others: Iterable[Document]
) -> dict[str, Any]:
    """Return the header, the tables of both directions, other relations and namesakes."""
    ancestors, descendants = answers
    names = names_of([*others, *reversed(documents_of(view, *answers))])
    excluded = {d.key: d for answer in answers for d in answer.excluded_namesakes}

    called = _called_otherwise(view)

    def carried(lineage: Lineage, key: str, otherwise: bool | None = None) -> str:
        wanted = (True, False) if otherwise is None else (otherwise,)
        parts = [part for part in lineage.carriers[key] if (part in called) in wanted]
        return ", ".join(dict.fromkeys(names.get(part, part) for part in parts))

    return {
        "facts": header_facts(view, load_texts()),
        "warnings": [(f.file.name, w) for f in view.files for w in f.warnings],
        "ancestors": ancestors,
        "tables": _tables(view, ancestors, descendants, names),
        "related": related_groups(view),
        "related_left_out": left_out(view.outgoing) + left_out(view.incoming),
        "namesakes": [excluded[key] for key in sorted(excluded)],
        "carried": carried,
        "called": called,
    }


def _called_otherwise(view: DocumentView) -> frozenset[str]:
    """Return the keys of the same document under another name: a resolution's by its plenum, a
    law's by its number alone."""
    related = [*view.outgoing.items, *view.incoming.items]
    return frozenset(
        one.other.key
        for one in related
        if one.edge.type in CARRYING and all(said.rule in CALLED for said in one.evidence)
    )


def text_values(
    view: DocumentView, text: SourceTextView | None, names: dict[str, str]
) -> dict[str, Any]:
    """Return the text in pieces and the notes beside it; `names` are those of the ends by key."""
    notes = notes_of(text) if text is not None else ()
    return {
        "text": text,
        "notes": notes,
        "pieces": pieces_of(text.text, notes) if text is not None else (),
        "end_of": _end_namer(view.document.key, names, load_texts()),
        "shown_file": text.file if text is not None else None,
    }


def parts_unnamed(view: DocumentView, *answers: Lineage) -> frozenset[str]:
    """Return the keys of the parts of works that these lineages name and do not describe."""
    parts = {part for one in answers for keys in one.carriers.values() for part in keys}
    return frozenset(parts - {d.key for d in documents_of(view, *answers)})


def ends_of(text: SourceTextView | None) -> frozenset[str]:
    """Return the keys of the documents that the sentences of a text are about."""
    if text is None:
        return frozenset()
    return frozenset(end for p in text.passages for end in (p.source, p.target) if end is not None)


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
