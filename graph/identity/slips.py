"""Slips of the pen: two dates that one paper gives for one document make one document of both.

`172-KH/TU ngày 06/3/2018` and `… ngày 06/6/2018` in one text is one reference with two dates; the
papers that give only one of them then mean that document too. And no body gives a number out twice
in one year (Nghị định 30/2020/NĐ-CP, Phụ lục I; a Party committee: in one term, Hướng dẫn
36-HD/VPTW), and no law is passed twice: two days of one year are one document's where nothing else
parts them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations, product

from graph.identity.agreement import Draft, titles_conflict
from graph.identity.issuers import is_law, is_of_central_party, is_shared_symbol
from graph.identity.places import Place, place_of_claim
from graph.identity.titles import alike
from graph.model import Claim
from loaders.folding import fold
from loaders.series import in_one_unit
from loaders.terms import in_one_term


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
            for date in claim.stated_dates[1:]:
                fitting = [
                    other
                    for other in by_date.get(date, ())
                    if drafts[other].place.meets(draft.place)
                    and not titles_part(draft, drafts[other])
                    and place_of_claim(claim).meets(drafts[other].place)
                ]
                if len(fitting) == 1 and fitting[0] != place:
                    links[place].add(fitting[0])
                    links[fitting[0]].add(place)
    for one, other in _given_once(drafts):
        links[one].add(other)
        links[other].add(one)
    return links


def _given_once(drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Yield the documents of one number, body and year whose days differ as slips of the pen do,
    and the laws of one title and year.

    Days that differ otherwise are slips where the titles are alike; so is the same day of the year
    before or behind, of a number that goes on for a term.
    """
    by_body: dict[Place, list[int]] = defaultdict(list)
    for number, draft in enumerate(drafts):
        place = draft.place
        known = None not in (place.level, place.province, place.district)
        told = place.body is not None or not any(map(is_shared_symbol, draft.numbers))
        if (draft.numbered or _is_law(draft)) and known and told:
            by_body[place].append(number)
    for body in by_body.values():
        near: dict[int, list[int]] = defaultdict(list)
        for number in body:
            for year in sorted({int(date[:4]) for date in drafts[number].dates}):
                near[year].append(number)
        for year, some in near.items():
            pairs = [*combinations(some, 2), *product(some, near.get(year + 1, ()))]
            yield from ((a, b) for a, b in pairs if a != b and _is_slip(drafts[a], drafts[b]))


def _is_slip(a: Draft, b: Draft) -> bool:
    if titles_part(a, b) or not _one_series(a.types, b.types):
        return False
    if not (a.numbered and b.numbered):
        return _is_one_law(a, b)
    told = any(alike(one, other) for one in a.titles for other in b.titles)
    by_term = told and any(is_of_central_party(number) for number in a.numbers)
    unit = a.place.province or ""
    pairs = [
        (one, other)
        for one in a.dates
        for other in b.dates
        if one != other and in_one_unit(unit, one, other)
    ]
    return any(
        told or _differ_little(one, other)
        if one[:4] == other[:4]
        else by_term and one[4:] == other[4:] and in_one_term(one, other)
        for one, other in pairs
    )


def _is_law(draft: Draft) -> bool:
    return bool(draft.types) and all(map(is_law, draft.types))


def _is_one_law(a: Draft, b: Draft) -> bool:
    """Whether two laws have one title and year and no two numbers: none is passed twice a year."""
    titles, others = ({fold(title) for title in draft.titles} for draft in (a, b))
    years, other_years = ({date[:4] for date in draft.dates} for draft in (a, b))
    numbers = bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)
    return not (titles.isdisjoint(others) or years.isdisjoint(other_years) or numbers)


def _differ_little(one: str, other: str) -> bool:
    """Whether two days of a year differ in day or month alone, or are turned (12/10, 10/12)."""
    month, day = one.split("-")[1:]
    other_month, other_day = other.split("-")[1:]
    turned = (month, day) == (other_day, other_month)
    return turned or month == other_month or day == other_day


def titles_part(a: Draft, b: Draft) -> bool:
    """Whether the titles of two documents speak of two subjects."""
    return any(titles_conflict(title, b.titles) for title in a.titles)


def _one_series(a: Collection[str], b: Collection[str]) -> bool:
    """Whether types can be of one series of numbers: quyết định and quy định have their own."""
    return not a or not b or not {fold(one) for one in a}.isdisjoint(fold(one) for one in b)


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
