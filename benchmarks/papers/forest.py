"""The forest of a made-up administration: who issued what, when, and what it carries out.

Facts only, no text (`benchmarks.papers.writing` writes it). A family starts with a resolution or a
decision of the centre and goes down to districts; a parent always comes before its children, so
any first part of the forest is itself one. Numbers repeat as real ones do: per issuer and year,
for Party bodies per term. Same seed, same forest.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from benchmarks.papers.phrases import CODES, Body, subject
from loaders.tables import load_csv

LAST_DAY = date(2025, 6, 30)  # the day before the provinces merged
HUB_FROM = 2000


class Kind(StrEnum):
    """What a paper is in its family."""

    RESOLUTION = "resolution"  # the Party's central committee
    PROGRAMME = "programme"  # the Government's, for a resolution
    STRATEGY = "strategy"  # approved by the Prime Minister
    HUB = "hub"  # a Government resolution that very many carry out
    MINISTRY = "ministry"
    PARTY_PLAN = "party_plan"  # a province's Party committee
    PROVINCE_PLAN = "province_plan"
    DEPARTMENT = "department"
    DISTRICT = "district"


@dataclass(frozen=True, slots=True)
class Place:
    """A province or city of before July 2025."""

    name: str
    city: bool

    @property
    def full(self) -> str:
        """The name with its kind: "tỉnh Lạng Sơn", "thành phố Hải Phòng"."""
        return f"{'thành phố' if self.city else 'tỉnh'} {self.name}"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document; `name` is its file. `parents` are what it carries out, first named first."""

    index: int
    kind: Kind
    type: str
    number: str
    issued_on: date
    issuer: str
    subject: str
    level: str
    parents: tuple[Paper, ...] = ()
    place: Place | None = None
    district: str | None = None

    @property
    def name(self) -> str:
        return f"{self.index // 1000:04d}/{self.index:07d}.txt"

    @property
    def symbol(self) -> str:
        return self.number.lstrip("0123456789").lstrip("/-")


def places() -> list[Place]:
    """Return the 63 provinces and cities up to June 2025, by name as in the table."""
    rows = load_csv("loaders", "provinces")
    return [Place(row["province"], row["kind"] == "city") for row in rows if not row["since"]]


@dataclass(slots=True)
class Forest:
    """Grows families one after another; holds only the counters of numbers between them."""

    rng: random.Random
    hub: int
    places: list[Place] = field(default_factory=places)
    issued: int = 0
    last_number: dict[tuple[str, str, int], int] = field(default_factory=dict)

    def grow(self) -> Iterator[Paper]:
        """Yield papers for ever; the family of the hub comes first where there is one."""
        if self.hub:
            yield from self.hub_family()
        while True:
            yield from self.strategy_family() if self.rng.random() < 0.3 else self.party_family()

    def hub_family(self) -> Iterator[Paper]:
        """One Government resolution and exactly `hub` papers that carry it out directly."""
        head = self.paper(Kind.HUB, "Nghị quyết", "NQ-CP", date(2016, 3, 1), "Chính phủ")
        yield head
        bodies: list[Body | None] = [None, *CODES["departments"]]
        rows = ((y, p, b) for y in range(2016, 2025) for p in self.places for b in bodies)
        found = 0
        for year, place, body in islice(rows, self.hub):
            day = date(year, 4, 1) + timedelta(days=self.rng.randrange(240))
            found += 1
            if body is None:
                yield self.province_plan(place, day, (head,))
            else:
                yield self.department_plan(place, body, day, (head,))
        if found < self.hub:
            raise ValueError(f"a hub of {self.hub} is too large: {found} papers can carry it out")

    def party_family(self) -> Iterator[Paper]:
        """A Party resolution, the Government's programme, and both lines down to districts."""
        start = date(2016, 2, 1) + timedelta(days=self.rng.randrange(2600))
        head = self.paper(
            Kind.RESOLUTION, "Nghị quyết", "NQ/TW", start, "Ban Chấp hành Trung ương Đảng"
        )
        yield head
        programme = self.paper(
            Kind.PROGRAMME, "Nghị quyết", "NQ-CP", self.later(head, 120), "Chính phủ", (head,)
        )
        yield programme
        yield from self.ministries(programme)
        for place in self.some_places():
            party_plan = self.party_plan(place, head)
            yield party_plan
            day = self.later(max(programme, party_plan, key=lambda p: p.issued_on), 80)
            plan = self.province_plan(place, day, (programme, party_plan))
            yield plan
            yield from self.below(plan, place)

    def strategy_family(self) -> Iterator[Paper]:
        """A strategy approved by the Prime Minister and the State's line below it."""
        start = date(2016, 2, 1) + timedelta(days=self.rng.randrange(2800))
        head = self.paper(Kind.STRATEGY, "Quyết định", "QĐ-TTg", start, "Thủ tướng Chính phủ")
        yield head
        yield from self.ministries(head)
        for place in self.some_places():
            plan = self.province_plan(place, self.later(head, 150), (head,))
            yield plan
            yield from self.below(plan, place)

    def ministries(self, parent: Paper) -> Iterator[Paper]:
        for body in self.rng.sample(CODES["ministries"], self.rng.randint(1, 4)):
            day = self.later(parent, 100)
            yield self.paper(
                Kind.MINISTRY, "Kế hoạch", f"KH-{body.code}", day, body.name, (parent,)
            )

    def below(self, plan: Paper, place: Place) -> Iterator[Paper]:
        """Departments and districts of one province's plan."""
        for body in self.rng.sample(CODES["departments"], self.rng.randint(0, 2)):
            yield self.department_plan(place, body, self.later(plan, 60), (plan,))
        for district in self.rng.sample(CODES["districts"], self.rng.randint(0, 5)):
            issuer = f"Ủy ban nhân dân huyện {district.name}, {place.full}"
            day = self.later(plan, 90)
            yield self.paper(
                Kind.DISTRICT, "Kế hoạch", "KH-UBND", day, issuer, (plan,), place, district.name
            )

    def party_plan(self, place: Place, head: Paper) -> Paper:
        kind = "Thành ủy" if place.city else "Tỉnh ủy"
        issuer, day = f"{kind} {place.name}", self.later(head, 150)
        return self.paper(Kind.PARTY_PLAN, "Kế hoạch", "KH/TU", day, issuer, (head,), place)

    def province_plan(self, place: Place, day: date, parents: tuple[Paper, ...]) -> Paper:
        issuer = f"Ủy ban nhân dân {place.full}"
        return self.paper(Kind.PROVINCE_PLAN, "Kế hoạch", "KH-UBND", day, issuer, parents, place)

    def department_plan(
        self, place: Place, body: Body, day: date, parents: tuple[Paper, ...]
    ) -> Paper:
        issuer, symbol = f"{body.name} {place.full}", f"KH-{body.code}"
        return self.paper(Kind.DEPARTMENT, "Kế hoạch", symbol, day, issuer, parents, place)

    def some_places(self) -> list[Place]:
        return self.rng.sample(self.places, self.rng.randint(6, len(self.places)))

    def later(self, paper: Paper, days: int) -> date:
        day = paper.issued_on + timedelta(days=self.rng.randint(10, days))
        return min(day, LAST_DAY)

    def paper(
        self,
        kind: Kind,
        doc_type: str,
        symbol: str,
        day: date,
        issuer: str,
        parents: tuple[Paper, ...] = (),
        place: Place | None = None,
        district: str | None = None,
    ) -> Paper:
        """Number and name one paper; its subject is its family's."""
        index, self.issued = self.issued, self.issued + 1
        about = parents[0].subject if parents else subject(self.rng)
        level = "district" if district else "province" if place else "central"
        number = self.number(issuer, symbol, day)
        return Paper(
            index, kind, doc_type, number, day, issuer, about, level, parents, place, district
        )

    def number(self, issuer: str, symbol: str, day: date) -> str:
        """Return the issuer's next number; a Party series runs through a term, others a year."""
        party = "/" in symbol
        series = (issuer, symbol, party_term_from(day) if party else day.year)
        last = self.last_number.get(series, 0) + self.rng.randint(1, 5)
        self.last_number[series] = last
        return f"{last:02d}{'-' if party else '/'}{symbol}"


def party_term_from(day: date) -> int:
    """Return the year in which the Party's term of that day began."""
    return 2016 if day < date(2021, 2, 2) else 2021


def forest(documents: int, *, seed: int = 1, hub: int = 500) -> Iterator[Paper]:
    """Yield `documents` papers; one has exactly `hub` direct implementers from 2,000 on.

    Raises ValueError where `hub` asks for more implementers than the administration has bodies
    and years for.
    """
    grown = Forest(random.Random(seed), hub if documents >= HUB_FROM else 0)
    return islice(grown.grow(), documents)
