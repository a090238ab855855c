"""Slips of the pen: two dates that one paper gives for one document make one document of both.

`172-KH/TU ngày 06/3/2018` and `… ngày 06/6/2018` in one text is one reference with two dates; the
papers that give only one of them then mean that document too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graph.agreement import Draft, place_of_claim
from graph.model import Claim


def join_slips(drafts: Sequence[Draft], claims: Sequence[Claim]) -> set[int]:
    """Join documents in place and return the `id` of each draft that went into another.

    `drafts` are all documents of full dates. Never joined are two whose loaded headers have
    different dates, or that a person told apart; between two such, a date that a paper ties to one
    of them goes to that one.
    """
    links = _links(drafts, claims)
    gone: set[int] = set()
    for group in _components(links):
        owners = [place for place in group if drafts[place].own or drafts[place].given]
        if len(owners) <= 1:
            home = (owners or group)[0]
            gone |= _join(drafts, home, [place for place in group if place != home])
            continue
        for owner in owners:
            gone |= _join(drafts, owner, _followers(owner, set(owners), links))
    return gone


def _followers(owner: int, owners: set[int], links: dict[int, set[int]]) -> list[int]:
    """Return what is tied to this owner and to no other one."""
    return sorted(
        place
        for place in links[owner]
        if place not in owners and not (links[place] & owners) - {owner}
    )


def _links(drafts: Sequence[Draft], claims: Sequence[Claim]) -> dict[int, set[int]]:
    by_date: dict[str, list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        for date in draft.dates:
            by_date[date].append(place)
    links: dict[int, set[int]] = defaultdict(set)
    for place, draft in enumerate(drafts):
        for member in draft.members:
            claim = claims[member]
            for date in claim.other_dates:
                fitting = [
                    other
                    for other in by_date.get(date, ())
                    if drafts[other].place.meets(draft.place)
                    and place_of_claim(claim).meets(drafts[other].place)
                ]
                if len(fitting) == 1 and fitting[0] != place:
                    links[place].add(fitting[0])
                    links[fitting[0]].add(place)
    return links


def _components(links: dict[int, set[int]]) -> list[list[int]]:
    seen: set[int] = set()
    found = []
    for start in sorted(links):
        if start in seen:
            continue
        group, stack = {start}, [start]
        while stack:
            new = links[stack.pop()] - group
            group |= new
            stack.extend(new)
        seen |= group
        found.append(sorted(group))
    return found


def _join(drafts: Sequence[Draft], home: int, others: list[int]) -> set[int]:
    """Join `others` into `home`, all or none: places that contradict each other stay apart."""
    group = [home, *others]
    meet = all(drafts[a].place.meets(drafts[b].place) for a in group for b in group if a < b)
    if not meet:
        return set()
    for other in others:
        drafts[home].absorb(drafts[other])
    return {id(drafts[other]) for other in others}
