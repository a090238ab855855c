"""Targets: the values that sentences and tables give, gathered into indicators.

LABELS: one indicator a measured quantity, with every number that the text sets as a goal. A value
that a sentence and a table both give is one value, with the sentence as its proof.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from loaders.citations.citation import Citation
from loaders.indicators.baselines import find_baselines
from loaders.indicators.due_years import is_of_each_year, opening_of
from loaders.indicators.figures import Figures
from loaders.indicators.found_values import FoundValue
from loaders.indicators.grids import find_grid_values
from loaders.indicators.same_measure import base_of, numbers_in, same_measure
from loaders.indicators.sentences import find_values
from loaders.layout.context import Place
from loaders.layout.past import assesses, is_of_past_year, preamble_of, tells_of_past
from loaders.layout.regions import Region
from loaders.layout.structure import Outline
from loaders.records import Indicator, Value
from loaders.relations.find import sentences
from loaders.text.source_text import SourceText

IN_TABLES = ("table_cell", "table_row", "table_crossing")
_WITHOUT = (Region.HEADER, Region.TITLE, Region.BASIS, Region.SIGNATURE)
SAME_NAME = 0.6
"""From this likeness (`same_measure`) on, two names whose values agree are one indicator."""
SAME_WORDS = 0.9
"""The same for two sentences, which may well set one number for two like things."""


def find_indicators(
    text: SourceText,
    outline: Outline,
    regions: list[Region],
    places: list[Place],
    citations: list[Citation],
    issued: int | None,
) -> tuple[Indicator, ...]:
    """Return the indicators in the order of their first value.

    `regions` and `places` are those of the outline's blocks; `issued` is the paper's year: what an
    earlier year had is a baseline.
    """
    in_tables, spans = find_grid_values(text, outline.lines, _by_line(outline, places), issued)
    cited = [(citation.start, citation.end) for citation in citations]
    told = list(_sentences(text, outline, regions, places, spans, issued))
    prose = find_values(text, (s for s in told if not s[2].state), cited, issued)
    state = (s for s in told if s[2].state)
    prose += find_baselines(text, state, cited, issued, [*prose, *in_tables])
    prose = list(_with_targets(prose, in_tables))
    found = sorted([*prose, *in_tables], key=lambda value: (value.start, value.end))
    return _gathered(text, _once(prose, found))


def _with_targets(prose: list[FoundValue], in_tables: list[FoundValue]) -> Iterator[FoundValue]:
    """The values of sentences without the baselines of what no target measures: mere results."""
    aims = {_measured(v) for v in [*prose, *in_tables] if not v.baseline}
    for value in prose:
        if not value.baseline or _measured(value) in aims:
            yield value


def _measured(value: FoundValue) -> tuple[str, str | None]:
    """What a value measures: a share moves by points of itself."""
    unit = base_of(value.unit)
    return value.name.casefold(), "%" if unit == "điểm %" else unit


def _by_line(outline: Outline, places: list[Place]) -> dict[int, Place]:
    """Where each line stands, by where it begins."""
    starts = [block.start for block in outline.blocks]
    return {line.start: places[bisect_right(starts, line.start) - 1] for line in outline.lines}


def _sentences(
    text: SourceText,
    outline: Outline,
    regions: list[Region],
    places: list[Place],
    tables: list[tuple[int, int]],
    issued: int | None,
) -> Iterator[tuple[int, int, Place]]:
    """The sentences outside tables that may set a target, or say how things are."""
    starts = [start for start, _ in tables]
    figures = text.once(Figures)
    preamble = preamble_of(regions)
    blocks = zip(outline.blocks, regions, places, strict=True)
    for i, (block, region, place) in enumerate(blocks):
        if region in _WITHOUT:
            continue
        # Those below a heading of how things are say the year of the sentences behind them.
        if not (place.goal or place.state or figures.within(block.body, block.end)):
            continue
        if not place.goal and assesses(text, block):
            place = place._replace(state=True)
        opening: int | None = None
        for start, end in sentences(text, block):
            opening = opening_of(text.low, start, end) or opening
            shares = opening is not None and not is_of_each_year(text.low, start, end)
            where = place._replace(year=opening) if shares else place
            if not place.goal and (
                (i < preamble and tells_of_past(text.low, start, end))
                or is_of_past_year(text.low, start, end, opening, issued)
            ):
                where = where._replace(state=True)
            for begin, stop in _outside(tables, starts, start, end):
                yield begin, stop, where


def _outside(
    tables: list[tuple[int, int]], starts: list[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The parts of a sentence that stand in no table: a caption may run on into its own."""
    at = bisect_right(starts, start) - 1
    if at >= 0 and start < tables[at][1]:
        return
    for i in range(at + 1, len(tables)):
        opens, closes = tables[i]
        if opens >= end:
            break
        yield start, opens
        start = max(start, closes)
    if start < end:
        yield start, end


_LATEST = 300
"""So many of the latest values of one number are compared: the work stays linear."""


def _once(prose: list[FoundValue], found: list[FoundValue]) -> list[FoundValue]:
    """Leave out what is said again: the same number of the same year for one measure."""
    kept: dict[tuple[int | None, str, float, frozenset[str]], list[FoundValue]] = {}
    for value in [*prose, *found]:
        said = value.year, value.op, value.value, numbers_in(value.name)
        same = kept.setdefault(said, [])
        least = SAME_WORDS if value.rule not in IN_TABLES else SAME_NAME
        least = 1.0 if value.rule == "table_crossing" else least  # two places have like names
        if not any(same_measure(other.name, value.name) >= least for other in same[-_LATEST:]):
            same.append(value)
    chosen = {id(value) for values in kept.values() for value in values}
    return [value for value in found if id(value) in chosen]


def _gathered(text: SourceText, values: list[FoundValue]) -> tuple[Indicator, ...]:
    groups: dict[tuple[str, str | None], list[FoundValue]] = {}
    for value in values:
        groups.setdefault((value.name.casefold(), value.unit), []).append(value)
    return tuple(
        Indicator(
            name=group[0].name,
            unit=group[0].unit,
            section=group[0].section,
            baselines=tuple(_value(text, value) for value in group if value.baseline),
            targets=tuple(_value(text, value) for value in group if not value.baseline),
        )
        for group in groups.values()
    )


def _value(text: SourceText, found: FoundValue) -> Value:
    return Value(
        year=found.year,
        op=found.op,
        value=found.value,
        value_to=found.value_to,
        passage=text.passage(found.start, found.end),
        rule=found.rule,
        confidence=found.confidence,
    )
