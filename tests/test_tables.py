"""Every pattern row of every table proves itself by its examples and counter-examples."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from loaders.grammar.patterns import Pattern, load_patterns

ROOT = Path(__file__).parent.parent
TABLES = sorted(ROOT.glob("*/tables/*.toml"))
LONGEST_LINE = 360
"""A regex of more than some 170 letters is a list of its pieces, so that a change shows as one."""


def pattern_groups(path: Path) -> list[str]:
    """Return the names of the table's groups whose rows are patterns."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        name
        for name, rows in table.items()
        if isinstance(rows, list) and any("regex" in row or "pattern" in row for row in rows)
    ]


GROUPS = [(path, group) for path in TABLES for group in pattern_groups(path)]

ROWS = [
    pytest.param(row, id=f"{path.stem}-{group}-{row.name}")
    for path, group in GROUPS
    for row in load_patterns(path.stem, group)
]


def test_pattern_tables_stand_where_they_are_loaded_from():
    assert GROUPS != []
    assert {path.parent for path, _ in GROUPS} == {ROOT / "loaders" / "tables"}


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_row_names_are_unique(path):
    for group in pattern_groups(path):
        names = [row.name for row in load_patterns(path.stem, group)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("row", ROWS)
def test_row_matches_its_examples_and_none_of_its_rejects(row: Pattern):
    assert row.examples != ()
    assert row.rejects != ()
    assert [text for text in row.examples if row.find(text.lower()) is None] == []
    assert [text for text in row.rejects if row.find(text.lower()) is not None] == []


@pytest.mark.parametrize("path", TABLES, ids=[f"{one.parts[-3]}/{one.name}" for one in TABLES])
def test_rows_can_be_read_and_compared_line_by_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [(i, len(line)) for i, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []
