"""Which targets and duties of two documents are one thing, and what tells them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from graph.model import Document
from graph.stated import Duty, Targets, TargetValue
from loaders.folding import fold
from loaders.records import Role
from queries.cascade_values import CascadeFlag, CascadeValue, compared
from queries.facts import Fact
from queries.pairs import Aspect, Pair, Side, Standing, Stated, lower, pair_of
from queries.same_indicator import paired

StatedBy = tuple[Fact, Document]
"""A fact with the document that states it."""

ALIKE = 60.0
"""From this likeness of folded tasks on (0 to 100, by words) two duties of an agency are paired."""

_MOST_PAIRED = 300
"""Of so many duties of one agency tasks are compared with all of the other document; of what comes
behind only equal ones are paired, so that two long lists cost no more than their lengths."""

_BETTER, _WORSE = {CascadeFlag.STRONGER}, {CascadeFlag.WEAKER, CascadeFlag.LATER}
_ROLES = {role: rank for rank, role in enumerate((Role.LEAD, Role.ASSIGNED, Role.COORDINATE))}


def target_pairs(
    ones: Sequence[StatedBy[Targets]], others: Sequence[StatedBy[Targets]]
) -> Iterator[Pair]:
    """Yield the targets of both sides: A's in order, then what only B has."""
    homes = {other.at: home for other, home in others}
    pairs = paired([one for one, _ in ones], [other for other, _ in others])
    partner = {one.at: other for one, other in pairs}
    for one, home in ones:
        other = partner.get(one.at)
        if other is None:
            yield Pair(Aspect.TARGET, Standing.ONLY_A, Stated(one, home), None)
        else:
            yield _target_pair(Stated(one, home), Stated(other, homes[other.at]))
    met = {other.at for other in partner.values()}
    for other, home in others:
        if other.at not in met:
            yield Pair(Aspect.TARGET, Standing.ONLY_B, None, Stated(other, home))


def _target_pair(a: Stated[Targets], b: Stated[Targets]) -> Pair:
    model = a.fact if a.fact.targets else None
    values = tuple(compared(value, b.fact, model) for value in b.fact.targets)
    differs = []
    if a.fact.unit != b.fact.unit:
        differs.append("unit")
    if sorted(map(_number, a.fact.targets)) != sorted(map(_number, b.fact.targets)):
        differs.append("values")
    return pair_of(Aspect.TARGET, a, b, tuple(differs), _stronger(values), values)


def _number(value: TargetValue) -> tuple[int, str, float, float]:
    return value.year or 0, value.op, value.value, value.value_to or value.value


def _stronger(values: Sequence[CascadeValue]) -> Side | None:
    """Return the side whose values are better or earlier; None where they go both ways."""
    flags = {flag for one in values for flag in one.flags}
    if flags & _BETTER and not flags & _WORSE:
        return Side.B
    return Side.A if flags & _WORSE and not flags & _BETTER else None


def duty_pairs(ones: Sequence[StatedBy[Duty]], others: Sequence[StatedBy[Duty]]) -> Iterator[Pair]:
    """Yield the duties of both sides: A's in order, then what only B has."""
    partner = _partners([one for one, _ in ones], [other for other, _ in others])
    met = set(partner.values())
    for place, (one, home) in enumerate(ones):
        if place in partner:
            yield _duty_pair(Stated(one, home), Stated(*others[partner[place]]))
        else:
            yield Pair(Aspect.DUTY, Standing.ONLY_A, Stated(one, home), None)
    for place, (other, home) in enumerate(others):
        if place not in met:
            yield Pair(Aspect.DUTY, Standing.ONLY_B, None, Stated(other, home))


def _duty_pair(a: Stated[Duty], b: Stated[Duty]) -> Pair:
    one, other = a.fact, b.fact
    told = {
        "task": (fold(one.task), fold(other.task)),
        "role": (one.role, other.role),
        "deadline": (one.deadline, other.deadline),
        "recurrence": (one.recurrence, other.recurrence),
    }
    differs = tuple(name for name, (left, right) in told.items() if left != right)
    return pair_of(Aspect.DUTY, a, b, differs, lower(_ROLES[one.role], _ROLES[other.role]))


def _partners(ones: Sequence[Duty], others: Sequence[Duty]) -> dict[int, int]:
    """Return by place the other side's duty that is one with it: equal ones, then the likest."""
    theirs: dict[str, list[int]] = defaultdict(list)
    ours: dict[str, list[int]] = defaultdict(list)
    for agencies, duties in ((ours, ones), (theirs, others)):
        for place, duty in enumerate(duties):
            agencies[fold(duty.agency)].append(place)
    partner: dict[int, int] = {}
    for agency, places in ours.items():
        left, right = _equal(ones, others, places, theirs.get(agency, []), partner)
        scores = sorted(
            (-score, one, other)
            for one in left[:_MOST_PAIRED]
            for other in right[:_MOST_PAIRED]
            if (score := _likeness(ones[one], others[other])) >= ALIKE
        )
        taken: set[int] = set()
        for _, one, other in scores:
            if one not in partner and other not in taken:
                partner[one] = other
                taken.add(other)
    return partner


def _equal(
    ones: Sequence[Duty],
    others: Sequence[Duty],
    places: Sequence[int],
    theirs: Sequence[int],
    partner: dict[int, int],
) -> tuple[list[int], list[int]]:
    """Pair equal tasks of one agency, and return the places that are left on both sides."""
    by_task: dict[str, list[int]] = defaultdict(list)
    for place in reversed(theirs):
        by_task[fold(others[place].task)].append(place)
    for place in places:
        equal = by_task[fold(ones[place].task)]
        if equal:
            partner[place] = equal.pop()
    met = set(partner.values())
    return (
        [place for place in places if place not in partner],
        [place for place in theirs if place not in met],
    )


def _likeness(one: Duty, other: Duty) -> float:
    return fuzz.token_sort_ratio(fold(one.task), fold(other.task))
