"""The one table of how things look: relations, levels and facts, each by colour, form and line.

Server (legend, tables) and script (canvas) both read it; `as_json` is what the script gets.
No two rows share a form or a line, so nothing is told by colour alone. Every colour has a
contrast of at least 4.5:1 on white. Order of rows is order of display.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from loaders.records import Level, RelationType


@dataclass(frozen=True, slots=True)
class RelationStyle:
    """A line: colour, dash pattern in pixels (empty: solid), width."""

    type: RelationType
    color: str
    dashes: tuple[int, ...]
    width: float


@dataclass(frozen=True, slots=True)
class LevelStyle:
    """A node: colour, and a glyph as polygon in a square from -1 to 1 (empty: a disc)."""

    level: Level | None
    color: str
    fill: str
    glyph: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FactStyle:
    """A card of what a document states: colour, dash of its line, radius of its corners."""

    kind: str
    color: str
    fill: str
    dashes: tuple[int, ...]
    radius: int


RELATIONS = (
    RelationStyle(RelationType.IMPLEMENTS, "#17456b", (), 2.0),
    RelationStyle(RelationType.BASED_ON, "#6a4c9c", (9, 5), 1.6),
    RelationStyle(RelationType.PROMULGATES, "#0b6b6b", (14, 4, 3, 4), 1.8),
    RelationStyle(RelationType.APPROVES, "#3d6b12", (14, 4, 3, 4, 3, 4), 1.8),
    RelationStyle(RelationType.AMENDS, "#9a4a00", (5, 4), 1.8),
    RelationStyle(RelationType.REPLACES, "#a3203a", (18, 6), 1.8),
    RelationStyle(RelationType.CITES, "#5d6873", (2, 4), 1.4),
)

LEVELS = (
    LevelStyle(
        Level.CENTRAL,
        "#9b1c1c",
        "#fdf3f2",
        # A five-pointed star, point up.
        (
            (0.0, -1.0), (0.25, -0.34), (0.95, -0.31), (0.4, 0.13), (0.59, 0.81), (0.0, 0.42),
            (-0.59, 0.81), (-0.4, 0.13), (-0.95, -0.31), (-0.25, -0.34),
        ),
    ),
    LevelStyle(
        Level.PROVINCE, "#1d4f91", "#f1f6fd", ((-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8))
    ),
    LevelStyle(Level.DISTRICT, "#1b6b45", "#f0f8f3", ((0.0, -0.95), (0.95, 0.8), (-0.95, 0.8))),
    LevelStyle(
        Level.COMMUNE, "#85540a", "#fdf8ec", ((0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0))
    ),
    LevelStyle(
        Level.FACILITY,
        "#6a3d8f",
        "#f8f3fc",
        ((-0.35, -0.9), (0.35, -0.9), (0.35, -0.35), (0.9, -0.35), (0.9, 0.35), (0.35, 0.35),
         (0.35, 0.9), (-0.35, 0.9), (-0.35, 0.35), (-0.9, 0.35), (-0.9, -0.35), (-0.35, -0.35)),
    ),
    LevelStyle(None, "#56606b", "#f5f6f7", ()),
)  # fmt: skip

FACTS = (
    FactStyle("duties", "#7a3e00", "#fff8ee", (4, 3), 18),
    FactStyle("targets", "#0f5c63", "#eefafa", (10, 3), 3),
)

RELATION_STYLES = {row.type: row for row in RELATIONS}
LEVEL_STYLES = {row.level: row for row in LEVELS}

CARD_WIDTH = 196
CARD_HEIGHT = 56


def level_name(level: Level | None) -> str:
    """Return the name of a level in texts and data: its value, `unknown` for None."""
    return "unknown" if level is None else level.value


def as_json() -> dict[str, Any]:
    """Return the table as the script reads it."""
    return {
        "card": {"width": CARD_WIDTH, "height": CARD_HEIGHT},
        "relations": [
            {"type": r.type.value, "color": r.color, "dashes": list(r.dashes), "width": r.width}
            for r in RELATIONS
        ],
        "facts": [
            {
                "kind": row.kind,
                "color": row.color,
                "fill": row.fill,
                "dashes": list(row.dashes),
                "radius": row.radius,
            }
            for row in FACTS
        ],
        "levels": [
            {
                "level": level_name(row.level),
                "color": row.color,
                "fill": row.fill,
                "glyph": [list(point) for point in row.glyph],
            }
            for row in LEVELS
        ],
    }
