"""Changes: numbers that say by how much a measure moves, and those that another one replaces."""

from __future__ import annotations

from functools import cache

from loaders.grammar.patterns import load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.clauses import Clause, Measure
from loaders.indicators.names import lowered
from loaders.indicators.quantities import FARTHEST, Quantity

_POINTS = "điểm %"
_LENGTHS = ("cm", "kg", "tuổi")
"""Units in which a person's measure can only grow by so much: "chiều cao tăng 1,5 cm"."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


def change(
    low: str, clause: Clause, measure: Measure, at: int, end: int
) -> tuple[str, float] | None:
    """Read "giảm bình quân 1% mỗi năm", "giảm 5% so với năm 2019": a change, signed.

    "Giảm tỷ lệ hộ nghèo 1,2%" is one too, "giảm tỷ lệ hộ nghèo xuống 3%" none. `at` is where the
    words of the last value end, `end` where those behind this one do.
    """
    quantity = measure.quantity
    if measure.unit == "lần":
        return _by_times(low, clause, quantity)
    level = quantity.op not in ("=", "range")
    way = _row("change").search(low, max(clause.start, quantity.start - 40), quantity.start)
    against = _row("against").match(low, end) is not None
    against = against or _row("against_within").search(low, at, quantity.start) is not None
    points = (measure.unit or "").startswith(_POINTS)  # nothing but a change has them
    if way is None and (against or points or not (measure.linked or level)):
        way = _row("change_of").match(low, at, quantity.start)
    if way is None and quantity.op in (">", ">=") and not measure.linked:
        if (at_least := _moves_at_least(low, clause, at, quantity.start)) is None:
            return None
        return "change", -quantity.value if at_least == "giảm" else quantity.value
    if way is None:
        return None
    measures = (_row("change_measure").match(low, place) for place in (end, quantity.end))
    down = way["way"] != "tăng"
    directly = down and (not level or way.end() == quantity.start)
    bare = not measure.name and way.end() == quantity.start and measure.unit == "%"
    measured = measure.unit in _LENGTHS and way.end() == quantity.start
    at_once = not level or way.end() == quantity.start  # "tăng trên 3%"
    more = "thêm" in way[0] and way.end() == quantity.start
    directly = (
        directly
        or measured
        or more
        or (against and down)
        or (at_once and (bare or _grows(measure)))
    )
    if not (any(measures) or directly or points):
        return None
    return "change", -quantity.value if down else quantity.value


def _by_times(low: str, clause: Clause, quantity: Quantity) -> tuple[str, float] | None:
    """Read "giảm 0,3 lần", "tăng 0,5 lần": by so many times itself; "tăng 1,5 lần" is a ratio."""
    near = max(clause.start, quantity.start - 40)
    way = _row("change").search(low, near, quantity.start)
    if way is None or way.end() != quantity.start:
        return None
    if way["way"] != "tăng":
        return "change", -quantity.value
    return ("change", quantity.value) if quantity.value < 1 else None


def _moves_at_least(low: str, clause: Clause, at: int, end: int) -> str | None:
    """Read "giảm tỷ lệ hộ nghèo từ 1% trở lên": which way a measure moves by no less than a number.

    Nobody lowers a measure to above a level; who raises it by so much says that of each year, for
    "tăng tỷ lệ A từ 60% trở lên" alone may set a level.
    """
    way = _row("change_of").match(low, at, end)
    if way is None or load_patterns("quantities", "head")[0].regex.match(low, way.end()) is None:
        return None
    if _row("moves_elsewhere").search(low, way.end(), end) is not None:
        return None
    near = max(clause.start, end - FARTHEST)  # a clause may hold thousands of values
    yearly = _row("each_year").search(low, near, end) is not None
    return way["way"] if way["way"] != "tăng" or yearly else None


def _grows(measure: Measure) -> bool:
    """Whether a share can only be a change of what is named: "tổng mức bán lẻ tăng 12%"."""
    name = f"{measure.name.lower()} "
    head = load_patterns("quantities", "head")[0].regex.match(name)
    share = name.startswith(("tỷ lệ", "tỉ lệ", "tỷ trọng", "tốc độ", "tỷ suất", "cơ cấu", "mức độ"))
    return head is not None and not share and measure.unit in ("%", "%/năm")


def growth_of(name: str) -> str:
    """Return what measures how fast a thing grows: "Tốc độ tăng thu ngân sách"."""
    if _row("growth").match(name.lower()):
        return name
    return f"Tốc độ tăng {lowered(name)}"


def is_left_behind(low: str, quantity: Quantity, end: int, limit: int) -> bool:
    """Whether another number takes the place of this one: "từ 45% năm 2020 xuống còn 15%"."""
    if _row("left_behind").match(low, end, limit) is None:
        return False
    near = max(0, quantity.start - 20)
    return _row("from_value").search(low, near, quantity.start) is not None
