"""Sorting the claims of one block into documents, the exact ones first, as `clusters` asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph.identity.agreement import Draft, can_mean, fit, may_be_own, titles_conflict
from graph.identity.choosing import home_of, possible_homes
from graph.identity.facts import CountedClaim
from graph.identity.founding import exactness, is_exact, one_subject, signature
from graph.identity.issued_ties import tie_issued
from graph.identity.near_titles import NearTitles, words_counted
from graph.identity.places import goes_by_number, place_of_claim
from graph.identity.slips import join_slips
from graph.model import Claim


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
        self._words = words_counted(
            one.claim.title for one in claims if not goes_by_number(one.claim)
        )
        self._by_title: NearTitles[Draft] = NearTitles(self._words)
        settled = self._give(given)
        layers: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for member, counted in enumerate(claims):
            if member not in settled and not counted.claim.issued:
                layers[exactness(counted.claim)].append(member)
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
            members.sort(key=lambda member: exactness(self._claim(member)), reverse=True)
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
        if claim.title is not None and not goes_by_number(claim) and not claim.near_dates:
            return self._by_title.near(claim.title)
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
        self._enter_titles(home, members)
        home.settle()
        if home.place.province != before:
            self._by_province[home.place.province].append(home)

    def _found(self, members: Sequence[int]) -> None:
        """Make documents of claims that fit none: those that agree in all but words are one."""
        groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for member in members:
            groups[signature(self._claim(member))].append(member)
        for said in sorted(groups, key=repr):
            subjects, several = self._by_subject(groups[said])
            founded = [self._found_one(group) for group in subjects]
            new = set(map(id, founded))
            every = [
                [d for d in self._near(claim) if id(d) in new and can_mean(claim, d)]
                for claim in map(self._claim, several)
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
        if is_exact(first) and not first.own:
            return [list(members)], []
        leaders: list[tuple[Claim, list[int]]] = []
        by_title: NearTitles[tuple[Claim, list[int]]] = NearTitles(self._words)
        several: list[int] = []
        numbered = goes_by_number(first)
        ordered = sorted(members, key=lambda m: (-len(self._claim(m).title or ""), self._all[m].id))
        for member in ordered:
            claim = self._claim(member)
            near = leaders if numbered or not claim.title else by_title.near(claim.title)
            homes = [group for leader, group in near if one_subject(leader, claim)]
            if not homes:
                leaders.append((claim, [member]))
                if not numbered:
                    by_title.add(claim.title, leaders[-1])
            elif len(homes) == 1 or claim.own:
                homes[0].append(member)
            else:
                several.append(member)
        return [group for _, group in leaders], several

    def _enter_titles(self, draft: Draft, members: Iterable[int]) -> None:
        if draft.numbered:
            return
        for title in dict.fromkeys(self._claim(member).title for member in members):
            self._by_title.add(title, draft)

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
        self._by_title = NearTitles(self._words)
        for draft in kept:
            draft.settle()
            self._enter_titles(draft, draft.members)
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
                layers[exactness(counted.claim)].append(member)
                del self.doubts[counted.id], self.scores[counted.id]
        for layer in sorted(layers, reverse=True):
            self._take(layers[layer])
