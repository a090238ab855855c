"""Indicators in sentences: what is measured, and the values that the text sets for it.

"Tỷ lệ A đạt trên 90%", "trên 90% B được C", "14 bác sĩ trên 10.000 dân": a name before the number,
behind it, or a counted thing with what it is counted per. LABELS: every number that the text sets
as a goal, with the year it is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from loaders.grammar.patterns import confidence_of, load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.all_or_none import without_number
from loaders.indicators.clause_values import values_in_clause
from loaders.indicators.clauses import Clause
from loaders.indicators.coordination import moves_on, only_year, with_years
from loaders.indicators.figures import Figures
from loaders.indicators.found_values import FoundValue
from loaders.indicators.measuring import is_year_or_article
from loaders.indicators.quantities import find_quantities
from loaders.layout.context import Place
from loaders.text.source_text import SourceText

_CLAUSE_END = re.compile(r";\s*")
_SAME = "same_indicator"
_SHARES = ("%", "‰")


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> Regex:
    return load_patterns("quantities", group)[0].regex


def find_values(
    text: SourceText,
    sentences: Iterable[tuple[int, int, Place]],
    taken: list[tuple[int, int]],
    issued: int | None,
    *,
    state: bool = False,
) -> list[FoundValue]:
    """Return the values that sentences set, in order.

    `taken` are the spans of citations, whose numbers are none; `issued` is the paper's year: what
    an earlier year had is a baseline. `state` takes sentences that say how things are.
    """
    found: list[FoundValue] = []
    before: list[FoundValue] = []
    for start, end, place in sentences:
        if not _may_set(text, start, end, place, state=state):
            continue
        words = text.low[start:end]
        if not state and not _sets_goals(words, place):
            continue
        above = found[-1] if found and found[-1].section == place.label else None
        values = _in_sentence(text, (start, end), place, taken, issued, above, state=state)
        if those := _row("those_above").search(text.low, start, end):
            values = _of_those_above(text.low, those.end(), end, values, before)
        before = values or before
        found += values
    return found


def _of_those_above(
    low: str, start: int, end: int, values: list[FoundValue], before: list[FoundValue]
) -> list[FoundValue]:
    """Name the numbers of low[start:end] as those of the sentence before, one for one.

    "Năm 2021: A 40%, B 30 ha" above "Năm 2025: các con số này lần lượt là 50% và 45 ha". `values`
    are what the sentence gave by itself: their year is due. None where they are not as many.
    """
    targets = [value for value in before if not value.baseline]
    numbers = [n for n in find_quantities(low, start, end) if not is_year_or_article(low, n)]
    if not values or len(targets) != len(numbers):
        return []
    return [
        of._replace(
            year=values[0].year, op=n.op, value=n.value, value_to=n.value_to,
            start=values[0].start, end=values[0].end, rule=_SAME,
            confidence=confidence_of("indicators", _SAME),
        )
        for n, of in zip(numbers, targets, strict=True)
    ]  # fmt: skip


def _in_sentence(
    text: SourceText,
    sentence: tuple[int, int],
    place: Place,
    taken: list[tuple[int, int]],
    issued: int | None,
    above: FoundValue | None,
    *,
    state: bool,
) -> list[FoundValue]:
    """The values of a sentence, clause by clause: each may go on with what the last one said."""
    found: list[FoundValue] = []
    clause = Clause(sentence[0], sentence[0], place)
    if above is not None and _row("goes_on").match(text.low, *sentence):
        clause.name, clause.unit = above.name, above.unit
    opens = text.low.startswith("(", sentence[0])  # "Diện tích: 900 ha. (trong đó: lúa 500 ha)"
    if above is not None and _row("of_these").match(text.low, sentence[0] + opens, sentence[1]):
        if place.year is None:
            place = place._replace(year=above.year)
        whole = None if above.unit in _SHARES else above.name
        clause = replace(clause, place=place, name=clause.name or whole, lead=whole)
    values: list[FoundValue] = []
    year = leading = None
    for a, b in _clauses(text.low, *sentence):
        if not _may_set(text, a, b, place, state=state):
            continue
        if not (state or place.goal) and _words("not_task").search(text.low, a, b):
            continue
        clause = replace(clause, start=a, end=b, named_in=None, year=leading, spread=None)
        values = values_in_clause(text, clause, sentence, taken, issued, values)
        if not values and place.goal and not state:
            values = without_number(text.low, text.value, a, b, place)
        if not values and (done := _row("done_by").match(text.low, a, b)):
            found = with_years(found, int(done["year"]))
        values = with_years(moves_on(text.low, a, found, values), year if place.goal else None)
        year = only_year(values)
        leading = clause.year if clause.year == year else None
        found += values
    return found


def _may_set(text: SourceText, start: int, end: int, place: Place, *, state: bool) -> bool:
    """Whether words may set a value: with a figure, or among targets "tất cả" and "không còn"."""
    return (place.goal and not state) or text.once(Figures).within(start, end)


def _sets_goals(words: str, place: Place) -> bool:
    """Whether the words of a sentence may set a target, where it stands."""
    reports = _words("not_goal").search(words)
    if reports and not (place.goal and _words("ahead").search(words, reports.end())):
        return False
    past = not place.goal and _words("past_period").search(words)
    if past and not _words("looks_ahead").search(words):
        return False
    if any(map(_words("spending").match, place.headings)):
        return _words("set_aside").search(words) is not None
    if place.goal:
        return True
    return _words("goal_verb").search(words) is not None


def _clauses(low: str, start: int, end: int) -> list[tuple[int, int]]:
    points = [start, *(m.end() for m in _CLAUSE_END.finditer(low, start, end)), end]
    return [(a, b) for a, b in pairwise(points) if b > a]
