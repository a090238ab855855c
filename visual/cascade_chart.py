"""The chart of a target cascade: values by year and level, as marks with places in a picture.

The template draws what is worked out here, as SVG without style or script; the table beneath says
the same in words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.stated import TargetValue
from loaders.records import Level
from queries.cascade import CascadeRow
from visual.formats import short_name
from visual.texts import load_texts
from visual.values import show_number, show_value

WIDTH, HEIGHT = 960, 380
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 16, 18, 34
_LANES = (*Level, None)
_STEPS = 5
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """The values of one year, level and size, at their place; `own` where one is the document's.

    `told` names the documents; `count` is how many values the mark stands for.
    """

    x: float
    y: float
    level: Level | None
    own: bool
    count: int
    told: str
    value: str


@dataclass(frozen=True, slots=True)
class Year:
    """One column: where it begins, how wide it is, and what it is called."""

    x: float
    width: float
    name: str


@dataclass(frozen=True, slots=True)
class CascadeChart:
    """All that is drawn; `levels` are those that have a mark, `left_out` counts values that none
    can have: of another unit, or a change by so much."""

    width: int
    height: int
    years: tuple[Year, ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    levels: tuple[Level | None, ...]
    unit: str | None
    left_out: int


@dataclass(frozen=True, slots=True)
class _Dot:
    year: int | None
    lane: int
    value: TargetValue
    row: CascadeRow


def cascade_chart(rows: Sequence[CascadeRow], own: str) -> CascadeChart | None:
    """Return the chart of the rows, None where no value can be drawn; `own` is a document's key.

    Of several units the one that most values have is drawn, of equally many the first. Columns are
    the years in order, values without one last; in a column the levels stand side by side, and
    values of one size and level are one mark.
    """
    dots = [
        _Dot(one.value.year, _LANES.index(row.document.level), one.value, row)
        for row in rows
        for one in row.values
    ]
    units = Counter(dot.row.stated.unit for dot in dots if dot.value.op != "change")
    if not units:
        return None
    unit = units.most_common(1)[0][0]
    drawn = [d for d in dots if d.row.stated.unit == unit and d.value.op != "change"]
    low, high, step = _scale([end for dot in drawn for end in _ends(dot.value)])
    years = _years({dot.year for dot in drawn})

    def height(value: float) -> float:
        return _TOP + (HEIGHT - _TOP - _BOTTOM) * (high - value) / (high - low)

    count = round((high - low) / step)
    lines = [low + at * step for at in range(count + 1)]
    lanes = {year: sorted({dot.lane for dot in drawn if dot.year == year}) for year in years}
    return CascadeChart(
        width=WIDTH,
        height=HEIGHT,
        years=tuple(years.values()),
        ticks=tuple((height(line), show_number(line)) for line in lines),
        marks=tuple(
            Mark(
                x=_across(years[dots[0].year], lanes[dots[0].year], dots[0].lane),
                y=round(height(dots[0].value.value), 1),
                level=_LANES[dots[0].lane],
                own=any(dot.row.document.key == own for dot in dots),
                count=len(dots),
                told=_told(dots, unit),
                value=show_number(dots[0].value.value),
            )
            for dots in _gathered(drawn)
        ),
        levels=tuple(_LANES[lane] for lane in sorted({dot.lane for dot in drawn})),
        unit=unit,
        left_out=len(dots) - len(drawn),
    )


def _gathered(drawn: Iterable[_Dot]) -> list[list[_Dot]]:
    found: dict[tuple[int, int, float], list[_Dot]] = defaultdict(list)
    for dot in drawn:
        found[_order(dot.year), dot.lane, dot.value.value].append(dot)
    return [found[place] for place in sorted(found)]


def _order(year: int | None) -> int:
    return 9999 if year is None else year


def _ends(value: TargetValue) -> tuple[float, ...]:
    return (value.value,) if value.value_to is None else (value.value, value.value_to)


def _scale(values: Sequence[float]) -> tuple[float, float, float]:
    """Return round bounds around the values and the step between the lines."""
    least, most = min(values), max(values)
    spread = (most - least) or abs(most) or 1.0
    rough = spread / _STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * one for one in (1, 2, 5, 10) if power * one >= rough)
    low, high = math.floor(least / step) * step, math.ceil(most / step) * step
    return low, high if high > low else low + step, step


def _years(years: Iterable[int | None]) -> dict[int | None, Year]:
    ordered = sorted(years, key=_order)
    width = (WIDTH - _LEFT - _RIGHT) / len(ordered)
    unknown = load_texts()("cascade.no_year")
    return {
        year: Year(round(_LEFT + at * width, 1), round(width, 1), str(year or unknown))
        for at, year in enumerate(ordered)
    }


def _across(year: Year, lanes: Sequence[int], lane: int) -> float:
    return round(year.x + year.width * (lanes.index(lane) + 1) / (len(lanes) + 1), 1)


def _told(dots: Sequence[_Dot], unit: str | None) -> str:
    names = list(dict.fromkeys(short_name(dot.row.document) for dot in dots))
    left = len(names) - _NAMED
    told = ", ".join(names[:_NAMED])
    more = load_texts()("cascade.more", count=left) if left > 0 else ""
    return f"{show_value(dots[0].value, unit)}: {told}{more}"
