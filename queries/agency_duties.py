"""The bodies that duties mean, each with how many it has and the first of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.agencies import Agency, Paper, agency_in
from graph.model import Document
from graph.provinces import Province
from graph.stated import Duty, FactPlace
from graph.store import DutyCriteria, Store
from graph.succession import comparable
from loaders.records import Level

Body = tuple[Level, str, Province | None, str | None, bool]
"""What is equal for one body, however its name is spelled."""

_PAGE = 10_000


@dataclass(slots=True)
class Given:
    """The duties of one body: all are counted, `rows` are the first behind a place, in order."""

    spellings: Counter[Agency] = field(default_factory=Counter)
    total: int = 0
    rows: list[tuple[Duty, Document]] = field(default_factory=list)

    @property
    def agency(self) -> Agency:
        """The body as most duties spell it; of equally many the first by its letters."""
        return min(self.spellings, key=lambda one: (-self.spellings[one], one.stem))

    def cut(self, most: int) -> None:
        """Keep the first `most` rows."""
        self.rows.sort(key=lambda row: row[0].at)
        del self.rows[most:]


def body_of(agency: Agency) -> Body:
    """Return what tells a body from others."""
    name = comparable(agency.stem)
    return agency.level, name, agency.unit, agency.district, agency.many


def given(
    store: Store,
    sought: Sequence[DutyCriteria],
    belongs: Callable[[Agency], bool],
    *,
    most: int,
    after: FactPlace | None = None,
) -> tuple[dict[Body, Given], int]:
    """Return the bodies that duties of `sought` mean and `belongs` lets through.

    Of each the first `most` duties behind `after`. A duty that several criteria fit counts once.
    The second value counts those of which nothing tells whose body they mean.
    """
    found: dict[Body, Given] = {}
    unplaced = 0
    for at, criteria in enumerate(sought):
        last: FactPlace | None = None
        while page := store.find(criteria, limit=_PAGE, after=last)[0]:
            last = page[-1].at
            documents = store.documents({duty.at.document for duty in page})
            for duty in page:
                document = documents[duty.at.document]
                if any(_fits(duty, document, before) for before in sought[:at]):
                    continue
                paper = Paper(
                    document.level, document.province, document.district, document.issue_date
                )
                agency = agency_in(duty.agency, paper)
                if agency is None:
                    unplaced += 1
                elif belongs(agency):
                    one = found.setdefault(body_of(agency), Given())
                    one.spellings[agency] += 1
                    one.total += 1
                    if after is None or duty.at > after:
                        one.rows.append((duty, document))
            for one in found.values():
                one.cut(most)
            if len(page) < _PAGE:
                break
    return found, unplaced


def _fits(duty: Duty, document: Document, criteria: DutyCriteria) -> bool:
    here = criteria.province is None or criteria.province == document.province
    return here and not set(duty.names).isdisjoint(criteria.agencies or ())
