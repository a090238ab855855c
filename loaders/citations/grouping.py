"""Grouping: which citations of one text mean one document.

Two citations are one document when their numbers agree and their dates do not say otherwise, or
when their titles do. The same number with two dates that differ by one slip of the pen (a day or a
month) is one document with both dates. What means the paper itself is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.citations.citation import Citation
from loaders.citations.local_works import province_in
from loaders.citations.matching import kin, match
from loaders.citations.own_work import means_self, of_another_act
from loaders.folding import fold, slug, title_similarity, without_period
from loaders.names.doc_types import is_law
from loaders.records import SELF, Header
from loaders.text.source_text import SourceText

_FIRST_WORDS = 6
"""Titles of one work share two neighbouring words among so many."""
_ANOTHER = 0.6
"""Full names that are less alike than this are of two works, also where a short name fits both."""
_LATEST = 12
"""So many of the latest groups that share them are compared: the work stays linear."""
_MOST_FORMS = 32
_FEWEST_WORDS = 4
"""A name of fewer words may be that of several works, each of its period."""


@dataclass(slots=True)
class Group:
    """Citations that mean one document; `key` is SELF for the paper itself."""

    key: str
    members: list[int] = field(default_factory=list)


def group_citations(
    text: SourceText,
    citations: list[Citation],
    header: Header,
    own: set[int],
    same: list[tuple[int, int]],
) -> list[Group]:
    """Return the groups in reading order of their first mention, SELF first.

    `own` are known to mean the paper; `same` are pairs that the text says are one document.
    """
    twins = {second: first for first, second in same}
    index = _Index(text, citations, fold(header.province or ""))
    carried = _carried_by_own(citations, own)
    self_group = Group(SELF)
    for i, citation in enumerate(citations):
        if i in own or (
            means_self(text, citation, header) and not of_another_act(text, citations, i, header)
        ):
            self_group.members.append(i)
            index.home[i] = self_group
            continue
        home = index.find(i)
        if i in twins and home is None:
            home = index.home.get(twins[i])
        if (home is None or i in carried) and (named := index.named(i)) is not None:
            # "Kế hoạch thực hiện Chiến lược A giai đoạn 2021-2025": the period is the plan's.
            home = named if i in carried or set(named.members) <= carried else home
        if home is self_group:
            self_group.members.append(i)
            index.home[i] = self_group
        else:
            index.put(i, home or index.new())
    groups = _undated_homes(citations, index)
    for n, group in enumerate(groups, start=1):
        group.key = f"R{n}"
    return [self_group, *groups]


def _carried_by_own(citations: list[Citation], own: set[int]) -> set[int]:
    """The works that stand in the name of the paper's own plan, behind what it carries out."""
    spans = [(citations[i].start, citations[i].reach) for i in sorted(own)]
    return {
        i
        for i, c in enumerate(citations)
        if c.titled and any(start < c.start < end for start, end in spans)
    }


class _Index:
    """The groups so far, by what a citation may share with them."""

    def __init__(self, text: SourceText, citations: list[Citation], home: str) -> None:
        self._province = home
        self.groups: list[Group] = []
        self.home: dict[int, Group] = {}
        self._at: dict[int, int] = {}
        self._text = text
        self._citations = citations
        self._places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._forms: list[dict[tuple[object, ...], int]] = []

    def new(self) -> Group:
        self.groups.append(Group(""))
        self._at[id(self.groups[-1])] = len(self._forms)
        self._forms.append({})
        return self.groups[-1]

    def put(self, i: int, group: Group) -> None:
        group.members.append(i)
        self.home[i] = group
        at = self._at[id(group)]
        if len(self._forms[at]) < _MOST_FORMS:
            self._forms[at].setdefault(self._form(i), i)
        for place in self._shared(i):
            if at not in self._places[place][-_LATEST:]:
                self._places[place].append(at)

    def find(self, i: int) -> Group | None:
        """The group that citation `i` agrees with best; a later one wins among equals.

        Not among bodies that gave out one number on one day: what names none of them is of none.
        Nor among documents of one number, told by their terms, where it has a subject: that tells.
        """
        near = {at for place in self._shared(i) for at in self._places[place][-_LATEST:]}
        best, best_score = None, 0.0
        equal: list[Group] = []
        for at in sorted(near):
            scores = [
                match(self._text, self._citations[j], self._citations[i])
                for j in self._forms[at].values()
            ]
            score = max(scores)
            if self._other_work(at, i):
                continue
            if 0.0 in scores and self._is_exact(self._citations[i]):
                continue
            if score == best_score == 1.0 and self._leaves_body_open(i):
                best = next((g for g in (self.groups[at], best) if g and self._names_none(g)), None)
            elif score >= best_score and score > 0:
                equal = [*equal, self.groups[at]] if score == best_score else [self.groups[at]]
                best, best_score = self.groups[at], score
        if best_score < 1.0 and self._has_subject(i) and self._terms_part(equal):
            return None
        return best

    def _has_subject(self, i: int) -> bool:
        citation = self._citations[i]
        numbered = citation.number is not None and not is_law(citation.type)
        return numbered and citation.date is None and citation.title is not None

    def _terms_part(self, groups: list[Group]) -> bool:
        forms = (form for group in groups for form in self._forms[self._at[id(group)]].values())
        return len({self._citations[j].term for j in forms} - {None}) > 1

    def _leaves_body_open(self, i: int) -> bool:
        citation = self._citations[i]
        return citation.number is not None and citation.issuer is None

    def _names_none(self, group: Group) -> bool:
        forms = self._forms[self._at[id(group)]].values()
        return all(self._citations[j].issuer is None for j in forms)

    def _other_work(self, at: int, i: int) -> bool:
        """Whether a group names a work of another period or place: a mention without a period may
        be any of them, and ties none together.
        """
        if not self._citations[i].titled:
            return False
        one = self._citations[i]
        own = self._name(one)
        forms = [
            (self._citations[j], self._name(self._citations[j])) for j in self._forms[at].values()
        ]
        return any(
            _parts(name, own)
            or self._places_part(self._place(form, name), self._place(one, own))
            # "Chương trình X 2013-2020" and "Chương trình mục tiêu X 2016-2020" are two.
            or (
                form.type != one.type
                and title_similarity(f"{form.type} {name}", f"{one.type} {own}") == 0.0
            )
            for form, name in forms
        )

    def _places_part(self, one: str | None, two: str | None) -> bool:
        """Whether two works are of two provinces: "nhà ở tỉnh" is that of the paper's."""
        return None not in (one, two) and (one or self._province) != (two or self._province)

    @staticmethod
    def _place(citation: Citation, name: str) -> str | None:
        """The province that a work's name tells, else that of the issuer behind it."""
        told = province_in(name)
        if told is not None or citation.issuer is None or citation.issuer.province is None:
            return told
        return fold(citation.issuer.province)

    @staticmethod
    def _is_exact(citation: Citation) -> bool:
        """Whether one mention that it cannot mean parts it from a group: laws of two years."""
        return citation.number is not None or is_law(citation.type)

    def named(self, i: int) -> Group | None:
        """The only group of a work whose name but for its period is that of citation `i`."""
        name = without_period(self._name(self._citations[i]))
        if not self._citations[i].titled or len(name.split()) < _FEWEST_WORDS:
            return None
        near = {at for place in self._shared(i) for at in self._places[place][-_LATEST:]}
        same = [
            self.groups[at]
            for at in sorted(near)
            if all(
                kin(self._citations[j].type) == kin(self._citations[i].type)
                and without_period(self._name(self._citations[j])) == name
                for j in self._forms[at].values()
            )
        ]
        return same[0] if len(same) == 1 else None

    def part(self, a: Group, b: Group) -> bool:
        """Whether some mention of one group cannot be the document of the other."""
        sides = [self._forms[self._at[id(group)]].values() for group in (a, b)]
        return any(
            match(self._text, self._citations[i], self._citations[j]) == 0.0
            for i in sides[0]
            for j in sides[1]
        )

    def _form(self, i: int) -> tuple[object, ...]:
        """What tells members of one group apart when another citation is compared with them."""
        citation = self._citations[i]
        issuer = citation.issuer and citation.issuer.name
        number = citation.number and slug(citation.number.canonical)
        subject = citation.title and fold(self._text.value[slice(*citation.title)])
        term = citation.term
        return number, citation.symbol, citation.date, issuer, term, citation.type, subject

    def _name(self, citation: Citation) -> str:
        if citation.title is None or not (citation.titled or is_law(citation.type)):
            return ""
        return fold(self._text.value[slice(*citation.title)])

    def _shared(self, i: int) -> Iterator[tuple[str, ...]]:
        """Under what the citation is found again: its number, symbol, title or first words."""
        citation = self._citations[i]
        if citation.symbol:
            yield ("symbol", slug(citation.symbol))
        if citation.number is not None:
            yield ("number", slug(citation.number.canonical))
        if name := self._name(citation):
            family = kin(citation.type)
            yield ("name", family, name)
            words = name.split()[:_FIRST_WORDS]
            for pair in pairwise(words) if len(words) > 1 else [(words[0], "")]:
                yield ("words", family, *pair)


def _parts(name: str, other: str) -> bool:
    """Whether two names are those of different works: by period, or since both go on, each its way,
    behind the words with which they begin.
    """
    alike = title_similarity(name, other)
    one, two = name.split(), other.split()
    full = min(len(one), len(two)) > _FIRST_WORDS and one[:_FEWEST_WORDS] == two[:_FEWEST_WORDS]
    return alike == 0.0 or (full and alike < _ANOTHER)


def _undated_homes(citations: list[Citation], index: _Index) -> list[Group]:
    """Put groups without any date to the dated one of the same number, where it is the only one."""
    dated: dict[str, list[Group]] = defaultdict(list)
    for group in index.groups:
        number = citations[group.members[0]].number
        if number is not None and any(citations[j].date for j in group.members):
            dated[slug(number.canonical)].append(group)
    kept: list[Group] = []
    for group in index.groups:
        number = citations[group.members[0]].number
        if number is not None and not any(citations[j].date for j in group.members):
            homes = dated[slug(number.canonical)]
            if len(homes) == 1 and not index.part(homes[0], group):
                homes[0].members = sorted([*homes[0].members, *group.members])
                continue
        kept.append(group)
    return sorted(kept, key=lambda g: g.members[0])
