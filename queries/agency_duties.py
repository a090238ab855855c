"""The bodies that duties mean, each with how many it has and the first of them.

How papers name their agencies is counted by the store, document by document, and says which body is
meant; the duties themselves are read only as far as a page goes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.agencies.agency import Agency
from graph.agencies.rows import comparable
from graph.model import Document
from graph.named import Naming, NamingCriteria
from graph.provinces import Province
from graph.stated import Duty, FactPlace
from graph.store import ALL, DutyCriteria, Store
from loaders.records import Level
from queries.agency_today import agency_named

Body = tuple[Level, str, Province | None, str | None, bool]
"""What is equal for one body, however its name is spelled."""


@dataclass(slots=True)
class Given:
    """The duties of one body, by the names that papers give it."""

    spellings: Counter[Agency] = field(default_factory=Counter)
    namings: list[Naming] = field(default_factory=list)

    @property
    def agency(self) -> Agency:
        """The body as most duties spell it; of equally many the first by its letters."""
        return min(self.spellings, key=lambda one: (-self.spellings[one], one.stem))

    @property
    def total(self) -> int:
        """How many duties it has."""
        return self.spellings.total()

    def add(self, agency: Agency, naming: Naming) -> None:
        """Count the duties of one document that name the body so."""
        self.spellings[agency] += naming.total
        self.namings.append(naming)

    def first(
        self, store: Store, most: int, after: FactPlace | None = None
    ) -> list[tuple[Duty, Document]]:
        """Return the first `most` duties behind `after`, in order, with their documents."""
        named = {one.at for one in self.namings}
        names = dict.fromkeys(name for one in self.namings for name in one.names)
        criteria = DutyCriteria(agencies=tuple(names), documents=self._documents(most, after))
        found: list[Duty] = []
        while len(found) < most:
            page, _ = store.find(criteria, limit=most, after=after)
            found += [duty for duty in page if _words(duty) in named]
            if len(page) < most:
                break
            after = page[-1].at
        del found[most:]
        documents = store.documents({duty.at.document for duty in found})
        return [(duty, documents[duty.at.document]) for duty in found]

    def _documents(self, most: int, after: FactPlace | None) -> tuple[str, ...]:
        """Return, in order, documents from the one of `after` on that hold `most` duties behind it,
        or all from there.
        """
        counts = Counter[str]()
        for one in self.namings:
            counts[one.document] += one.total
        taken: list[str] = []
        for key in sorted(counts):
            if most > 0 and (after is None or key >= after.document):
                taken.append(key)
                most -= counts[key] if after is None or key > after.document else 0
        return tuple(taken)


def body_of(agency: Agency) -> Body:
    """Return what tells a body from others."""
    name = comparable(agency.stem)
    return agency.level, name, agency.unit, agency.district, agency.many


def given(
    store: Store, sought: Sequence[DutyCriteria], belongs: Callable[[Agency], bool]
) -> tuple[dict[Body, Given], int]:
    """Return the bodies that duties of `sought` mean and `belongs` lets through.

    A duty that several criteria fit counts once. The second value counts those of which nothing
    tells whose body they mean.
    """
    found: dict[Body, Given] = {}
    unplaced = 0
    for at, criteria in enumerate(sought):
        namings, _ = store.find(NamingCriteria(criteria), limit=ALL)
        documents = store.documents({one.document for one in namings})
        for one in namings:
            document = documents[one.document]
            if any(_fits(one, document, before) for before in sought[:at]):
                continue
            agency = agency_named(one.agency, document)
            if agency is None:
                unplaced += one.total
            elif belongs(agency):
                found.setdefault(body_of(agency), Given()).add(agency, one)
    return found, unplaced


def _words(duty: Duty) -> tuple[str, str, str]:
    return duty.at.document, duty.agency, duty.agency_full or ""


def _fits(naming: Naming, document: Document, criteria: DutyCriteria) -> bool:
    here = criteria.province is None or criteria.province == document.province
    return here and not set(naming.names).isdisjoint(criteria.agencies or ())
