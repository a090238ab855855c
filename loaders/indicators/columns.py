"""Columns of tables of targets: what each is for, by its heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.patterns import find_of, load_patterns
from loaders.indicators.captions import Caption
from loaders.indicators.cells import YEAR


@dataclass(frozen=True, slots=True)
class Columns:
    """What the heading says: the years of the value columns, which of them look back."""

    name: int
    unit: int | None
    values: tuple[tuple[int, int | None, bool], ...]
    """(column, year, baseline)"""


def column_kind(words: str) -> str | None:
    """Return what a column is for (indicator, unit, baseline, target) by its heading, if known."""
    for pattern in load_patterns("quantities", "column"):
        if pattern.regex.match(words) or (
            pattern.name in ("baseline", "target") and pattern.regex.search(words)
        ):
            return pattern.name
    return None


def is_amount(words: str) -> bool:
    """Whether a column holds what is to be reached, though it names no year: "Số lượng"."""
    return find_of("quantities", "amount_column")(words) is not None


def _name_column(cells: list[str], kinds: list[str | None], caption: Caption) -> int | None:
    """The column of what is measured: by its heading, or in a table of targets the one before that
    of the units, whatever it says ("Nhóm đối tượng", "ĐVT", "Năm 2021", "Năm 2022").
    """
    if "indicator" in kinds:
        return kinds.index("indicator")
    unit = kinds.index("unit") if "unit" in kinds else 0
    years = any(YEAR.search(cell) for cell in cells[unit + 1 :])
    named = caption.goal and unit > 0 and years and kinds[unit - 1] is None
    return unit - 1 if named and re.search(r"[^\W\d_]{4}", cells[unit - 1]) else None


def heading_columns(cells: list[str], caption: Caption, issued: int | None) -> Columns | None:
    """Return the columns that the cells of a heading (lower case) name; None for no table of them.

    What the columns do not say of years the caption does. A table of what is spent is none.
    `issued` is the paper's year: a column of an earlier one looks back.
    """
    kinds = [column_kind(cell) for cell in cells]
    name = _name_column(cells, kinds, caption)
    if name is None:
        return None
    if caption.money and "chỉ tiêu" not in cells[name]:
        return None
    values: list[tuple[int, int | None, bool]] = []
    for i, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        goal = kind == "indicator" and i > name and cell.startswith(("mục tiêu", "chỉ tiêu"))
        if kind not in ("baseline", "target") and not goal:
            continue
        years = [int(y) for y in YEAR.findall(cell)]
        year = years[-1] if years else None
        past = kind == "baseline" or (year is not None and issued is not None and year < issued)
        values.append((i, year if years or past else caption.year, past))
    if not values and caption.goal:
        amounts = (i for i, cell in enumerate(cells) if i > name and is_amount(cell))
        values = [(i, caption.year, False) for i in amounts]
    unit = kinds.index("unit") if "unit" in kinds else None
    return Columns(name, unit, tuple(values))
