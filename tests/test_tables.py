"""Every pattern row of every table proves itself by its examples and counter-examples."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from loaders.patterns import Pattern, load_patterns

ROOT = Path(__file__).parent.parent
TABLES = sorted(ROOT.glob("*/tables/*.toml"))


def pattern_groups(path: Path) -> list[str]:
    """Return the names of the table's groups whose rows are patterns."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        name
        for name, rows in table.items()
        if isinstance(rows, list) and any("regex" in row or "pattern" in row for row in rows)
    ]


GROUPS = [(path, group) for path in TABLES for group in pattern_groups(path)]

# Rows of these groups must match all of the words between two places; all others, somewhere.
WHOLE = {("relations", "link"), ("relations", "head")}
ROWS = [
    pytest.param(row, (path.stem, group) in WHOLE, id=f"{path.stem}-{group}-{row.name}")
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


def matches(row: Pattern, text: str, whole: bool) -> bool:
    """Whether the row matches the text, which the reader has in lower case."""
    find = row.regex.fullmatch if whole else row.regex.search
    return find(text.lower()) is not None


def test_groups_that_match_whole_texts_exist():
    assert {(path.stem, group) for path, group in GROUPS} >= WHOLE


@pytest.mark.parametrize(("row", "whole"), ROWS)
def test_row_matches_its_examples_and_none_of_its_rejects(row: Pattern, whole: bool):
    assert row.examples != ()
    assert row.rejects != ()
    assert [text for text in row.examples if not matches(row, text, whole)] == []
    assert [text for text in row.rejects if matches(row, text, whole)] == []
