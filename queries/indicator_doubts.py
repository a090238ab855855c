"""Indicators that are perhaps one: what a plan sets, and what the documents above it set.

Only what a person would compare is listed: two documents of one line, each setting a target that
the other sets under no name that surely means it, under two names that are nearly alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from graph.indicators.indicator import Indicator, Likeness, indicator_of, likened
from graph.movable import PAGE, fact_pages
from graph.stated import Measured, Targets
from graph.store import Direction, Store, TargetCriteria
from graph.subgraph import Subgraph
from loaders.records import CARRYING, RelationType
from queries.citing import SHOWN, Citation
from queries.works import works_of

_Named = dict[str, Targets]
"""What one document sets, by the sign of its name and unit: the first place of each."""


@dataclass(slots=True)
class IndicatorPair:
    """Two names that may mean one indicator; `places` are the targets below and above, in order of
    their documents, the names of a place standing in either order."""

    names: tuple[Measured, Measured]
    score: float
    reasons: tuple[str, ...]
    places: list[tuple[Targets, Targets]] = field(default_factory=list)

    def first_citations(self, side: int) -> tuple[Citation, ...]:
        """Return where documents set what stands on one side first, a place a document."""
        name = self.names[side]
        of_side = (one for place in self.places for one in place if measured(one) == name)
        first: dict[str, Targets] = {}
        for one in of_side:
            first.setdefault(one.at.document, one)
        return tuple(islice(map(_citation, first.values()), SHOWN))


def measured(one: Targets) -> Measured:
    """Return what a target is called and measured in."""
    return Measured(one.indicator, one.unit)


def doubtful_pairs(store: Store) -> list[IndicatorPair]:
    """Return the pairs of names that may mean one indicator, by the signs of the two names.

    Documents are compared with all that they carry out, along any chain. What only reports a number
    sets no target. All targets are read, each once, and once more for each document below.
    """
    found: dict[tuple[str, str], IndicatorPair] = {}
    for batch in _batches(store):
        graph = store.subgraph(
            sorted(batch), (RelationType.IMPLEMENTS,), Direction.OUT, joined=CARRYING, bare=True
        )
        above = _above(graph, batch)
        wanted = sorted({key for keys in above.values() for key in keys})
        setting = _setting(store, wanted)
        for key in sorted(batch):
            upper = [setting[one] for one in sorted(above[key]) if one in setting]
            for pair, likeness, place in _doubts(batch[key], upper):
                signs = sorted((pair[0].sign, pair[1].sign))
                kept = found.get((signs[0], signs[1]))
                if kept is None:
                    kept = IndicatorPair(pair, *likeness)
                    found[signs[0], signs[1]] = kept
                kept.places.append(place)
    return [found[signs] for signs in sorted(found)]


def _batches(store: Store) -> Iterator[dict[str, _Named]]:
    """Yield what documents set, whole documents in the order of their keys, some at a time."""
    batch: dict[str, _Named] = {}
    for page in fact_pages(store, TargetCriteria()):
        for one in page:
            if one.at.document not in batch and len(batch) >= PAGE:
                yield batch
                batch = {}
            _put(batch, one)
    yield batch


def _put(setting: dict[str, _Named], one: Targets) -> None:
    if one.targets:
        setting.setdefault(one.at.document, {}).setdefault(measured(one).sign, one)


def _setting(store: Store, keys: Sequence[str]) -> dict[str, _Named]:
    found: dict[str, _Named] = {}
    for start in range(0, len(keys), PAGE):
        criteria = TargetCriteria(documents=tuple(keys[start : start + PAGE]))
        for page in fact_pages(store, criteria):
            for one in page:
                _put(found, one)
    return found


def _above(graph: Subgraph, keys: Iterable[str]) -> dict[str, set[str]]:
    """Return what each document carries out, directly or not, and not the work that it is."""
    works = works_of(graph, CARRYING)
    onward: dict[int, set[int]] = defaultdict(set)
    for source, kind, target in graph.links:
        if kind is RelationType.IMPLEMENTS:
            onward[works.of[source]].add(works.of[target])
    places = {key: place for place, key in enumerate(graph.keys)}
    found: dict[str, set[str]] = {}
    for key in keys:
        own = works.of[places[key]]
        seen, ahead = {own}, [own]
        while ahead:
            fresh = onward[ahead.pop()] - seen
            seen |= fresh
            ahead += fresh
        found[key] = {one for work in seen - {own} for one in works.keys(graph, work)}
    return found


_Doubt = tuple[tuple[Measured, Measured], tuple[float, tuple[str, ...]], tuple[Targets, Targets]]


def _doubts(own: _Named, upper: Iterable[_Named]) -> Iterator[_Doubt]:
    """Yield what one document sets that is nearly what one above it sets."""
    means = {sign: _meant(one) for sign, one in own.items()}
    keys = {meant.key for meant in means.values()}
    above = [(one, _meant(one)) for named in upper for _, one in sorted(named.items())]
    certain = {meant.key for _, meant in above}
    for sign in sorted(own):
        if means[sign].key in certain:
            continue
        for one, meant in above:
            if meant.key in keys or not _may_be_near(means[sign], meant):
                continue
            names = (measured(own[sign]), measured(one))
            told = likened(names[0].indicator, names[0].unit, names[1].indicator, names[1].unit)
            if told.likeness is Likeness.DOUBTFUL:
                score = _score(means[sign], meant)
                yield names, (score, told.reasons), (own[sign], one)


def _meant(one: Targets) -> Indicator:
    return indicator_of(one.indicator, one.unit)


def _may_be_near(one: Indicator, other: Indicator) -> bool:
    """Whether one name holds all words of the other, quick to tell of thousands, in like units."""
    left, right = set(one.form.words), set(other.form.words)
    if len({one.form.family, other.form.family} - {None}) > 1:
        return False
    return left <= right or right <= left


def _score(one: Indicator, other: Indicator) -> float:
    """Return how many of their words two names share."""
    left, right = set(one.form.words), set(other.form.words)
    return round(len(left & right) / len(left | right), 2)


def _citation(one: Targets) -> Citation:
    said = one.targets[0].evidence[0]
    return Citation(said.document, said.file, said.span, said.quote, said.quote)
