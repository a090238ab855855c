"""Which tables every question gives: read from `texts/sheets.toml`, a declaration each."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from visual.columns import CellKind, Column, Sheet, Table

_TOLD: dict[str, Any] = tomllib.loads(
    (files("visual") / "texts" / "sheets.toml").read_text(encoding="utf-8")
)
SOURCE: dict[str, list[str]] = _TOLD["source"]
"""What the sheet about the source says, each with its heading."""


def _columns(rows: list[list[str]], prefix: str = "") -> tuple[Column, ...]:
    found: list[Column] = []
    for row in rows:
        if len(row) < 3:
            found += _columns(_TOLD["columns"][row[0]], prefix + "".join(row[1:]))
            continue
        vi, en, source, *rest = row
        kind = CellKind(rest[0]) if rest else CellKind.TEXT
        found.append(Column(vi, en, prefix + source, kind, rest[1] if rest[1:] else None))
    return tuple(found)


def _table(name: str) -> Table:
    told = _TOLD["tables"][name]
    sheets = (
        Sheet(one["vi"], one["en"], one["rows"], _columns(one["columns"]),
              tuple(one.get("each", ())))
        for one in told["sheets"]
    )  # fmt: skip
    return Table(told["name"], tuple(sheets))


DOCUMENTS = _table("documents")
DOCUMENT = _table("document")
LINEAGE = _table("lineage")
MENTIONS = _table("mentions")
JUDGEMENTS = _table("judgements")
REVIEW = _table("review")
DUTIES = _table("duties")
TASKS = _table("tasks")
TARGETS = _table("targets")
CASCADE = _table("cascade")
COVERAGE = _table("coverage")
FINDINGS = _table("findings")
AGENCIES = _table("agencies")
AGENCY = _table("agency")
COMPARE = _table("compare")
PATH = _table("path")
TIMELINE = _table("timeline")
STATISTICS = _table("statistics")
LOAD = _table("load")
