"""Baselines: what a paper says of how things are, for the targets that it sets elsewhere.

"Năm 2012, 72,6% dân số tham gia bảo hiểm y tế" in a section on the present state is where the
target "trên 80% dân số tham gia bảo hiểm y tế" begins; a figure without a target is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loaders.grammar.patterns import confidence_of, pattern
from loaders.indicators.due_years import years_in
from loaders.indicators.found_values import FoundValue
from loaders.indicators.same_measure import base_of, same_measure
from loaders.indicators.sentences import find_values
from loaders.layout.context import Place
from loaders.text.source_text import SourceText

_LIKE = 0.7
"""From this likeness on, a figure is taken to be of the target's measure."""
_RULE = "state_of_things"
_OPENING = 60
"""A year within so many characters of a sentence's beginning is that of its figures."""


def find_baselines(
    text: SourceText,
    sentences: Iterable[tuple[int, int, Place]],
    taken: list[tuple[int, int]],
    issued: int | None,
    found: list[FoundValue],
) -> list[FoundValue]:
    """Return the figures of sentences about the state of things that belong to targets of `found`.

    A figure takes the name of the target that it is most like, the earlier of two that are equally
    like. One that `found` has already, of the same year, is left out.
    """
    told = list(_dated(text, sentences))
    known = {(value.year, value.value) for value in found if value.baseline}
    targets = [value for value in found if not value.baseline]
    trust = confidence_of("indicators", _RULE)
    baselines = []
    for value in find_values(text, told, taken, issued, state=True):
        target = _target_of(value, targets)
        if target is None or (value.year, value.value) in known or value.op == "change":
            continue  # how far things moved is not where they stand
        known.add((value.year, value.value))
        measure = value._replace(name=target.name, unit=target.unit)
        baselines.append(measure._replace(baseline=True, rule=_RULE, confidence=trust))
    return baselines


def _dated(
    text: SourceText, sentences: Iterable[tuple[int, int, Place]]
) -> Iterator[tuple[int, int, Place]]:
    """The sentences with the year that they, or those before them in the section, speak of."""
    section, year = None, None
    for start, end, place in sentences:
        if place.label != section:
            section, year = place.label, place.year
        named = years_in(text.low, start, end)
        if named and named[0][1] - start <= _OPENING:
            year = named[0][0]
        yield start, end, place._replace(goal=True, year=year)
        year = named[-1][0] if named else year


def _target_of(value: FoundValue, targets: list[FoundValue]) -> FoundValue | None:
    like = [
        (same_measure(value.name, target.name), -i)
        for i, target in enumerate(targets)
        if base_of(value.unit) == base_of(target.unit) and _grades(value) == _grades(target)
    ]
    best = max(like, default=(0.0, 0))
    return targets[-best[1]] if best[0] >= _LIKE else None


def _grades(value: FoundValue) -> set[str]:
    return {match[0] for match in pattern("indicators", "grade").regex.finditer(value.name.lower())}
