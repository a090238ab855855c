"""The files of a bulk import: which nodes or relationships each brings, and its typed columns.

The form is that of `neo4j-admin database import` (Neo4j Operations Manual, "Import", CSV header
format): an empty field is no property, a quoted one is a text, also an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.judgement import JUDGEMENT_FIELDS
from graph.neo4j_store.rows import Label, Link, asserting
from loaders.records import RelationType

START, END, NODE, LABELS = ":START_ID", ":END_ID", ":ID", ":LABEL"
"""Columns that are no properties: the ends of a relationship, a node's number, further labels."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: `means` is the label of its nodes, or the type of its relationships.

    `columns` gives the kind of each property by its name.
    """

    means: str
    is_nodes: bool
    columns: Mapping[str, str]

    @property
    def file(self) -> str:
        """The file's name: "document.csv"."""
        return f"{self.means.lower()}.csv"

    @property
    def option(self) -> str:
        """The importer's option that takes this file."""
        return f"--{'nodes' if self.is_nodes else 'relationships'}={self.means}={self.file}"

    @property
    def head(self) -> str:
        """The first line."""
        return ",".join(f"{name}{kind}" for name, kind in self.columns.items())

    def line(self, row: Mapping[str, Any]) -> str:
        """Return the values as a line; what `row` lacks, or has as None, is no property.

        Raises ValueError where a list holds a text with the sign that parts its items.
        """
        return ",".join(_field(row.get(name)) for name in self.columns)


def _field(value: str | bool | int | float | bytes | Sequence[str] | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, bytes):
        return ";".join(map(_SIGNED.__getitem__, value))
    if any(";" in item for item in value):
        raise ValueError(f"a list of the importer cannot hold this: {value}")
    return _quoted(";".join(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


# A byte of Java's has a sign.
_SIGNED = tuple(str(byte - 256 if byte > 127 else byte) for byte in range(256))

_TEXT, _NUMBER, _LIST, _BYTES = ":string", ":long", ":string[]", ":byte[]"
_SAID = {
    **dict.fromkeys(("quote", "rule"), _TEXT),
    **dict.fromkeys(("start", "end"), _NUMBER),
    "confidence": ":double",
}
_FACTS = ("type", "number", "title", "issuer", "issue_date", "level", "province", "district")


def _texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, _TEXT)


def _nodes(label: Label, name: str, columns: Mapping[str, str]) -> Table:
    """Return the table of a label; `name` is the property that no two of its nodes share."""
    return Table(label, True, {name: f"{'' if name == NODE else NODE}({label})", **columns})


def _links(kind: str, start: Label, end: Label, columns: Mapping[str, str]) -> Table:
    return Table(kind, False, {START: f"({start})", END: f"({end})", **columns})


GRAPH_NODE = _nodes(Label.GRAPH, "name", {"schema": _NUMBER, "revision": _NUMBER})
DOCUMENT = _nodes(
    Label.DOCUMENT,
    "key",
    {
        **_texts("name", *_FACTS, "status", "quality", "block", "first_day", "words"),
        LABELS: "",
    },
)
CLAIM = _nodes(
    Label.CLAIM,
    "id",
    {
        **_texts("name", "block", "place", "symbol", *_FACTS, "term", "not_after", "home"),
        "own": ":boolean",
        "candidates": _LIST,
        "other_dates": _LIST,
    },
)
FILE = _nodes(Label.FILE, "name", _texts("sha256", "version", "outcome", "code", "message"))
CONTENT = _nodes(Label.CONTENT, NODE, {"record": _BYTES, "text": _BYTES})
REDIRECT = _nodes(Label.REDIRECT, "old", _texts("new"))
JUDGEMENT = _nodes(Label.JUDGEMENT, "id", _texts("name", *JUDGEMENT_FIELDS[1:]))
FACT = _nodes(
    Label.FACT,
    NODE,
    {
        **_texts("kind", "document", "file", "name", "section"),
        **dict.fromkeys(("place", "same"), _NUMBER),
        "garbled": ":boolean",
        **_texts("agency", "agency_full", "role", "recurrence", "deadline", "reports_to"),
        "words": _TEXT,
        "partners": _LIST,
        **_texts("indicator", "unit"),
        **_SAID,
        LABELS: "",
    },
)
VALUE = _nodes(
    Label.VALUE,
    NODE,
    {
        **_texts("name", "op"),
        **dict.fromkeys(("nth", "year"), _NUMBER),
        **dict.fromkeys(("value", "value_to"), ":double"),
        **_SAID,
    },
)
AGENCY_NAME = _nodes(Label.AGENCY_NAME, "folded", {})
INDICATOR_NAME = _nodes(Label.INDICATOR_NAME, "folded", {})

EDGES = {kind: _links(kind.value, Label.DOCUMENT, Label.DOCUMENT, {}) for kind in RelationType}
TEXT_OF = _links(Link.TEXT_OF, Label.FILE, Label.DOCUMENT, {})
HAS_CONTENT = _links(Link.HAS_CONTENT, Label.FILE, Label.CONTENT, {})
MAKES = _links(Link.MAKES, Label.FILE, Label.CLAIM, {"references": _LIST})
MEANS = _links(Link.MEANS, Label.CLAIM, Label.DOCUMENT, {})
_ASSERTION = {
    **_texts("target", "quote", "rule"),
    **dict.fromkeys(("start", "end", "page"), _NUMBER),
    "confidence": ":double",
}
ASSERTS = {
    kind: _links(asserting(kind), Label.FILE, Label.DOCUMENT, _ASSERTION) for kind in RelationType
}
STATES = _links(Link.STATES, Label.FILE, Label.FACT, {})
NAMES = _links(Link.NAMES, Label.FACT, Label.AGENCY_NAME, {})
MEASURES = _links(Link.MEASURES, Label.FACT, Label.INDICATOR_NAME, {})
SETS = _links(Link.SETS, Label.FACT, Label.VALUE, {})
REPORTS = _links(Link.REPORTS, Label.FACT, Label.VALUE, {})

TABLES = (
    GRAPH_NODE, DOCUMENT, CLAIM, FILE, CONTENT, REDIRECT, JUDGEMENT, FACT, VALUE, AGENCY_NAME,
    INDICATOR_NAME, *EDGES.values(), TEXT_OF, HAS_CONTENT, MAKES, MEANS,
    *ASSERTS.values(), STATES, NAMES, MEASURES, SETS, REPORTS,
)  # fmt: skip
"""Every file of an export, nodes first; one of them may have no rows."""
