"""The lineage on a document's page: what was chosen there, and the questions that answer it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field

from api.lineage_parameters import LineageFilters
from api.options import parse_relations
from api.parameters import CursorText, FormDate, FormProvince
from graph.store import Store
from loaders.records import RelationType
from queries.lineage import Lineage, LineageDirection, LineageQuestion, lineage, walk_of
from queries.sieve import Sieve
from visual.choices import IMPLEMENTS, LineageChoice, all_groups, steps_of
from visual.network import NEAR_LIMIT

ROWS = 100
"""So many rows a table begins with; the next ones are a link away."""

_UP, _DOWN = LineageDirection.ANCESTORS, LineageDirection.DESCENDANTS


class LineageChoiceQuery(LineageFilters):
    """What of its lineage a document's page shows; a field of the form may be left empty."""

    relations: list[Annotated[str, Field(max_length=100)]] = Field(
        default_factory=list, max_length=20
    )
    province: FormProvince = None
    from_: FormDate = Field(None, alias="from")
    until: FormDate = None
    as_of: FormDate = None
    ancestors_cursor: CursorText | None = None
    descendants_cursor: CursorText | None = None

    def sieve(self) -> Sieve:
        """Return the filters in their one spelling."""
        return super().sieve().checked()

    def kinds(self) -> tuple[RelationType, ...]:
        """Return the relations in their order. Raises BadOption."""
        asked = parse_relations(",".join(self.relations))
        return tuple(kind for kind in RelationType if kind in asked) or IMPLEMENTS


@dataclass(frozen=True, slots=True)
class LineageAnswers:
    """What the page shows: both lineages as tables, and where the graph begins."""

    above: Lineage
    below: Lineage
    near: tuple[Lineage, Lineage]
    choice: LineageChoice


def lineage_answers(store: Store, key: str, query: LineageChoiceQuery) -> LineageAnswers:
    """Return the lineages of a page."""
    kinds, sieve = query.kinds(), query.sieve()
    depth = steps_of(kinds)
    every = LineageQuestion(kinds, depth, query.as_of)
    passing = replace(every, sieve=sieve)
    walks = {way: walk_of(store, key, way, every) for way in (_UP, _DOWN)}

    def ask(
        way: LineageDirection, asked: LineageQuestion, limit: int, cursor: str | None = None
    ) -> Lineage:
        return lineage(store, key, way, asked, limit=limit, cursor=cursor, walked=walks[way])

    above = ask(_UP, passing, ROWS, query.ancestors_cursor)
    below = ask(_DOWN, passing, ROWS, query.descendants_cursor)
    first = passing if sieve else replace(every, depth=1)
    near = ask(_UP, first, NEAR_LIMIT), ask(_DOWN, first, NEAR_LIMIT)
    counted = [ask(way, every, 1) for way in (_UP, _DOWN)] if sieve else [above, below]
    choice = LineageChoice(kinds, sieve, depth, all_groups(counted), query.as_of)
    return LineageAnswers(above, below, near, choice)
