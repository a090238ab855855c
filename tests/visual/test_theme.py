"""Nothing is told by colour alone, and every colour can be read."""

from __future__ import annotations

from loaders.records import Level, RelationType
from visual.theme import LEVELS, RELATIONS


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_every_kind_and_level_has_its_row():
    assert [row.type for row in RELATIONS] == list(RelationType)
    assert [row.level for row in LEVELS] == [*Level, None]


def test_kinds_differ_by_line_and_levels_by_form():
    assert len({row.dashes for row in RELATIONS}) == len(RELATIONS)
    assert len({row.glyph for row in LEVELS}) == len(LEVELS)


def test_colours_are_readable():
    assert [row.color for row in RELATIONS if contrast(row.color, "#ffffff") < 4.5] == []
    assert [row.color for row in LEVELS if contrast(row.color, row.fill) < 4.5] == []
    # The card's own words, and white words on the card of the focus.
    assert [row.fill for row in LEVELS if contrast("#46525e", row.fill) < 4.5] == []
    assert [row.color for row in LEVELS if contrast("#f4f7fa", row.color) < 4.5] == []
