"""Which targets measure one indicator: in two documents, and in all that a store holds.

What a name means is told by `graph.indicators.indicator`; names that are nearly alike stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.indicators.indicator import Indicator, indicator_of, is_meant, sought
from graph.indicators.words import surfaces
from graph.stated import Measured, Targets
from graph.store import MeasuredCriteria, Store
from loaders.folding import fold

_AT_A_TIME = 10_000


@dataclass(frozen=True, slots=True)
class Together:
    """The names in a store that mean one indicator: `key` and `name` are those of `Indicator`."""

    key: str
    name: str
    names: tuple[Measured, ...]


def meaning(store: Store, text: str) -> tuple[Together, ...]:
    """Return the names in the store that mean what `text` asks for, by key, names by sign.

    `text` may leave out "Tỷ lệ", the unit and all marks: it then may mean several indicators, a
    share and a count. Words that name no measurable thing mean none.
    """
    asked = indicator_of(text)
    holding = sought(asked)
    if not asked.says_something or not holding:
        return ()
    found: dict[str, list[Measured]] = defaultdict(list)
    for one in _names(store, holding):
        other = indicator_of(one.indicator, one.unit)
        if is_meant(asked, other):
            found[other.key].append(one)
    return tuple(_together(key, found[key]) for key in sorted(found))


def holding(store: Store, text: str) -> tuple[Measured, ...]:
    """Return the names in the store that hold all words of `text`, by sign.

    Abbreviations are written out on both sides: "bảo hiểm y tế" finds "Số thẻ BHYT cấp mới". None
    for a name that the table of indicators knows: who types one means that one.
    """
    asked = indicator_of(text)
    if asked.known:
        return ()
    phrases = tuple((word, *surfaces().get(word, ())) for word in asked.form.words)
    if not phrases:
        return ()
    words = set(asked.form.words)
    named = _names(store, phrases)
    meant = ((one, indicator_of(one.indicator, one.unit)) for one in named)
    return tuple(one for one, other in meant if words <= set(other.form.words))


def asked_for(store: Store, text: str) -> tuple[tuple[Together, ...], tuple[Measured, ...]]:
    """Return which names `text` means, by indicator, and all whose targets it asks for.

    The latter are those that it means and those that hold all its words.
    """
    together = meaning(store, text)
    named = (*(name for one in together for name in one.names), *holding(store, text))
    return together, tuple(dict.fromkeys(named))


def _names(store: Store, holding: tuple[tuple[str, ...], ...]) -> Iterator[Measured]:
    """Yield all names that hold what is sought, by sign, however many there are."""
    last: str | None = None
    while True:
        names, _ = store.find(MeasuredCriteria(holding), limit=_AT_A_TIME, after=last)
        yield from names
        if len(names) < _AT_A_TIME:
            return
        last = names[-1].sign


def _together(key: str, names: Sequence[Measured]) -> Together:
    """Return one indicator; where the table has no name for it, the shortest one printed is it."""
    means = [indicator_of(one.indicator, one.unit) for one in names]
    name = min((one.name for one in means), key=lambda name: (len(name), name))
    return Together(key, name, tuple(names))


def is_one(one: Targets, other: Targets) -> bool:
    """Whether two targets measure one indicator: equal keys, or names that are equal folded."""
    left, right = meant_by(one), meant_by(other)
    if left.key == right.key and left.says_something:
        return True
    return one.unit == other.unit and fold(one.indicator) == fold(other.indicator)


def meant_by(one: Targets) -> Indicator:
    """Return what the indicator of a target means."""
    return indicator_of(one.indicator, one.unit)


def same_indicator(one: Targets, others: Sequence[Targets]) -> Targets | None:
    """Return which of `others` measures what `one` does, None where none does.

    The same unit goes first, then an equal name, then the first in the list.
    """
    alike = [
        (_apart(one, other), place) for place, other in enumerate(others) if is_one(one, other)
    ]
    return others[min(alike)[1]] if alike else None


def _apart(one: Targets, other: Targets) -> tuple[bool, bool]:
    return one.unit != other.unit, fold(one.indicator) != fold(other.indicator)


def paired(ones: Sequence[Targets], others: Sequence[Targets]) -> list[tuple[Targets, Targets]]:
    """Return pairs that measure one indicator, each target in one pair at most.

    The likest pairs are made first, as in `same_indicator`; ties in the order of the lists.
    """
    alike = sorted(
        (_apart(one, other), left, right)
        for left, one in enumerate(ones)
        for right, other in enumerate(others)
        if is_one(one, other)
    )
    pairs, taken = [], (set[int](), set[int]())
    for _, left, right in alike:
        if left not in taken[0] and right not in taken[1]:
            taken[0].add(left)
            taken[1].add(right)
            pairs.append((left, right))
    return [(ones[left], others[right]) for left, right in sorted(pairs)]
