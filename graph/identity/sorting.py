"""Sorting the claims of one block into documents, the exact ones first, as `clusters` asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph.identity.agreement import (
    Draft,
    can_mean,
    fit,
    goes_by_number,
    may_be_own,
    place_of_claim,
    titles_conflict,
    types_meet,
)
from graph.identity.facts import CountedClaim
from graph.identity.issued_ties import tie_issued
from graph.identity.near_mentions import dated_near, meant_in_paper
from graph.identity.renumbered import is_of_earlier_year
from graph.identity.slips import join_slips
from graph.identity.titles import ALIKE, alike, same_work, short_subject, speaks_of
from graph.model import Claim
from loaders.folding import fold

_CLEAR = 0.15
"""By so much must the best title be liker than the next one for a claim to be given to it."""

_UNKNOWN_TITLE = 0.5
"""What a candidate without a title counts as, between another subject and the same."""


class Sorting:
    """The documents that the claims of one block mean.

    `drafts` are the documents; `doubts` has, by id of each ambiguous claim, the documents that it
    may mean, and `scores` how well each of them fits. `given` are groups of claims of which a
    person said that each is a document of its own.
    """

    def __init__(
        self, claims: Sequence[CountedClaim], given: Sequence[Collection[str]] = ()
    ) -> None:
        self._all = claims
        self.drafts: list[Draft] = []
        self.doubts: dict[str, list[Draft]] = {}
        self.scores: dict[str, list[float]] = {}
        self._by_date: dict[str, list[Draft]] = defaultdict(list)
        self._by_province: dict[str | None, list[Draft]] = defaultdict(list)
        settled = self._give(given)
        layers: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for member, counted in enumerate(claims):
            if member not in settled and not counted.claim.issued:
                layers[_exactness(counted.claim)].append(member)
        exact = [layer for layer in layers if layer[0] == 10]
        for layer in sorted(exact, reverse=True):
            self._take(layers[layer])
        self._join_slips()
        for layer in sorted(layers.keys() - set(exact), reverse=True):
            self._take(layers[layer])
        issued = [m for m, one in enumerate(claims) if one.claim.issued and m not in settled]
        if issued:
            self._tie_issued(issued)

    def _give(self, given: Sequence[Collection[str]]) -> set[int]:
        """Make a document of each group, the most exact claim first; return whose they are."""
        places = {counted.id: member for member, counted in enumerate(self._all)}
        settled: set[int] = set()
        for group in given:
            members = sorted(places[name] for name in group)
            members.sort(key=lambda member: _exactness(self._claim(member)), reverse=True)
            self._found_one(members).given = True
            settled.update(members)
        return settled

    def _claim(self, member: int) -> Claim:
        return self._all[member].claim

    def _take(self, layer: Sequence[int]) -> None:
        """Settle the claims of one exactness, all against the same documents."""
        all_possible = {member: self._possible(member) for member in layer}
        homeless = [member for member, possible in all_possible.items() if not possible]
        self._found(homeless)
        guests: dict[int, list[int]] = defaultdict(list)
        homes: dict[int, Draft] = {}
        lone: list[int] = []
        for member, possible in all_possible.items():
            if not possible:
                continue
            if homeless:
                possible = self._possible(member)
            home = self._home(member, possible)
            if home is not None:
                homes[id(home)] = home
                guests[id(home)].append(member)
            elif self._claim(member).own:
                lone.append(member)
            else:
                self._doubt(member, possible)
        for number, home in homes.items():
            if self._at_one(home, guests[number]):
                self._join(home, guests[number])
            else:
                lone += guests[number]
        self._found(sorted(lone))

    def _near(self, claim: Claim) -> Iterable[Draft]:
        """Return the documents that date and province leave; vaguer dates are not there yet."""
        if claim.issue_date is not None:
            return self._by_date.get(claim.issue_date, ())
        province = place_of_claim(claim).province
        if province is None:
            return self.drafts
        return [*self._by_province.get(province, ()), *self._by_province.get(None, ())]

    def _possible(self, member: int) -> list[Draft]:
        claim = self._claim(member)
        return possible_homes(claim, self._near(claim))

    def _home(self, member: int, possible: Sequence[Draft]) -> Draft | None:
        """Return the one document that the claim means, None where that is not clear."""
        claim = self._claim(member)
        home = home_of(claim, possible)
        if home is None or not claim.own or may_be_own(claim, home):
            return home
        return None

    def _at_one(self, home: Draft, guests: Sequence[int]) -> bool:
        """Whether the guests can all mean `home`: where it is open, they may contradict."""
        claims = [self._claim(member) for member in guests]
        places = sorted({place_of_claim(claim) for claim in claims}, key=repr)
        if None in (home.place.level, home.place.province, home.place.district, home.place.body):
            whole = places[0]
            for place in places[1:]:
                if not whole.meets(place):
                    return False
                whole = whole.filled(place)
        if home.term is None and not home.dates and len({c.term for c in claims if c.term}) > 1:
            return False
        titles = sorted({claim.title for claim in claims if claim.title})
        return bool(home.titles) or not any(titles_conflict(titles[0], (t,)) for t in titles[1:])

    def _doubt(self, member: int, possible: Sequence[Draft]) -> None:
        name = self._all[member].id
        self.doubts[name] = list(possible)
        self.scores[name] = [fit(self._claim(member), draft).score for draft in possible]

    def _join(self, home: Draft, members: Iterable[int]) -> None:
        before = home.place.province
        for member in members:
            home.add(member, self._claim(member), self._all[member].files)
        home.settle()
        if home.place.province != before:
            self._by_province[home.place.province].append(home)

    def _found(self, members: Sequence[int]) -> None:
        """Make documents of claims that fit none: those that agree in all but words are one."""
        groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for member in members:
            groups[_signature(self._claim(member))].append(member)
        for signature in sorted(groups, key=repr):
            subjects, several = self._by_subject(groups[signature])
            founded = [self._found_one(group) for group in subjects]
            every = [
                [draft for draft in founded if can_mean(self._claim(member), draft)]
                for member in several
            ]
            for member, fitting in zip(several, every, strict=True):
                if len(fitting) == 1:  # its paper was written before the others
                    self._join(fitting[0], [member])
                else:
                    self._doubt(member, fitting or founded)

    def _found_one(self, group: Sequence[int]) -> Draft:
        first = self._claim(group[0])
        draft = Draft(goes_by_number(first), place_of_claim(first))
        self._join(draft, group)
        self._enter(draft)
        return draft

    def _by_subject(self, members: Sequence[int]) -> tuple[list[list[int]], list[int]]:
        """Part claims of one place and date by their titles, the titles of most words first.

        The second value are the citations that may mean several of these.
        """
        first = self._claim(members[0])
        if _is_exact(first) and not first.own:
            return [list(members)], []
        leaders: list[tuple[Claim, list[int]]] = []
        several: list[int] = []
        ordered = sorted(members, key=lambda m: (-len(self._claim(m).title or ""), self._all[m].id))
        for member in ordered:
            claim = self._claim(member)
            homes = [group for leader, group in leaders if _one_subject(leader, claim)]
            if not homes:
                leaders.append((claim, [member]))
            elif len(homes) == 1 or claim.own:
                homes[0].append(member)
            else:
                several.append(member)
        return [group for _, group in leaders], several

    def _enter(self, draft: Draft) -> None:
        self.drafts.append(draft)
        for date in sorted({date[:length] for date in draft.dates for length in (4, 7, 10)}):
            self._by_date[date].append(draft)
        if draft not in self._by_province[draft.place.province]:
            self._by_province[draft.place.province].append(draft)

    def _join_slips(self) -> None:
        gone = join_slips(self.drafts, [counted.claim for counted in self._all])
        if not gone:
            return
        kept = [draft for draft in self.drafts if id(draft) not in gone]
        self.drafts = []
        self._by_date.clear()
        self._by_province.clear()
        for draft in kept:
            draft.settle()
            self._enter(draft)
        self._settle_again(gone)

    def _tie_issued(self, issued: Sequence[int]) -> None:
        """Tie works that headers issue to what papers name them by (`graph.identity.issued_ties`).

        What was in doubt about a document that went into others is in doubt about these.
        """
        before = {id(draft): draft for draft in self.drafts}
        ties = tie_issued(issued, self.drafts, self._all, lambda place: self._found_one([place]))
        self.drafts = ties.drafts
        for gone, now in ties.became.items():
            if len(now) > 1:
                for member in before[gone].members:
                    self._doubt(member, now)
        for member, counted in enumerate(self._all):
            old = self.doubts.get(counted.id, [])
            now = list({id(one): one for d in old for one in ties.became.get(id(d), [d])}.values())
            if old and len(now) == 1:
                del self.doubts[counted.id], self.scores[counted.id]
                self._join(now[0], [member])
            elif now != old:
                self._doubt(member, now)

    def _settle_again(self, gone: Collection[int]) -> None:
        """Settle what was in doubt about documents that went into others."""
        layers: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for member, counted in enumerate(self._all):
            if any(id(draft) in gone for draft in self.doubts.get(counted.id, ())):
                layers[_exactness(counted.claim)].append(member)
                del self.doubts[counted.id], self.scores[counted.id]
        for layer in sorted(layers, reverse=True):
            self._take(layers[layer])


def possible_homes(claim: Claim, near: Iterable[Draft]) -> list[Draft]:
    """Return the documents that a claim can mean: what it says contradicts none of them."""
    drafts = list(near)
    found = [draft for draft in drafts if can_mean(claim, draft)]
    return found or meant_in_paper(claim, drafts)


def home_of(claim: Claim, possible: Sequence[Draft]) -> Draft | None:
    """Return the one of the possible documents that a claim means, None where that is open.

    It is open, too, where the only one is of years before (`graph.identity.renumbered`).
    """
    if len(possible) < 2:
        home = possible[0] if possible else None
    else:
        home = clear_winner(claim, possible) or dated_near(claim, possible)
    return None if home is not None and is_of_earlier_year(claim, home) else home


def clear_winner(claim: Claim, possible: Sequence[Draft]) -> Draft | None:
    """Return the one of several that type or title single out, None where they do not."""
    named = [draft for draft in possible if not _other_type(claim.type, draft)]
    if len(named) == 1:
        return named[0]  # a Quy định 66-QĐ/TW beside a Quyết định of that number
    if claim.title is None:
        return None
    subject = short_subject(claim.title)
    if subject is not None and all(draft.titles for draft in possible):
        told = [draft for draft in possible if speaks_of(subject, draft.titles)]
        return told[0] if len(told) == 1 else None
    titles = [fit(claim, draft).title for draft in possible]
    ranked = sorted(
        (_UNKNOWN_TITLE if alike is None else alike, place) for place, alike in enumerate(titles)
    )
    best, second = ranked[-1], ranked[-2]
    clear = best[0] >= ALIKE and best[0] - second[0] >= _CLEAR
    return possible[best[1]] if clear else None


def _other_type(kind: str | None, draft: Draft) -> bool:
    """Whether the document is known by types of other names only, none a longer or shorter one."""
    if kind is None or not draft.types:
        return False
    name = fold(kind)
    others = [fold(other) for other in draft.types]
    return not any(name in other or other in name for other in others)


def _exactness(claim: Claim) -> tuple[int, ...]:
    """Return how much a claim tells; claims that tell more are settled first.

    A body's longer name tells more: "Trung tâm Kiểm soát bệnh tật tỉnh Bến Tre" before one without
    its place.
    A header that does not say where it was issued waits for those who cite it with its place.
    """
    place = place_of_claim(claim)
    return (
        len(claim.issue_date or ""),
        int(place.is_placed),
        int(claim.own),
        place.known(),
        len((place.body or "").split()),
        int(claim.term is not None),
        int(claim.title is not None),
    )


def _signature(claim: Claim) -> tuple[object, ...]:
    """Return what two claims must share to found one document."""
    same_day = None if _is_exact(claim) else claim.term
    return (place_of_claim(claim), claim.issue_date, same_day)


def _is_exact(claim: Claim) -> bool:
    """Whether number, day and place are known: that is one document, whatever it is called."""
    numbered = goes_by_number(claim) and len(claim.issue_date or "") == 10
    return numbered and place_of_claim(claim).is_placed


def _one_subject(a: Claim, b: Claim) -> bool:
    """Whether two claims of one place and date, both headers or both citations, mean one document.

    Two headers that lack the date, or the place, must have one title.
    """
    if _is_exact(a):
        return True
    if not types_meet(a.type, b.type):
        return False
    if a.own and not (_issuers_meet(a.issuer, b.issuer) and _own_meet(a, b)):
        return False
    if a.title is None or b.title is None:
        return True
    if not goes_by_number(a):
        return same_work(*sorted((a.title, b.title)))
    return not titles_conflict(a.title, (b.title,))


def _own_meet(a: Claim, b: Claim) -> bool:
    known = a.issue_date is not None and place_of_claim(a).is_placed
    return known or alike(a.title, b.title)


def _issuers_meet(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return True
    first, second = set(fold(a).split()), set(fold(b).split())
    return 2 * len(first & second) >= min(len(first), len(second))
