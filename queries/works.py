"""Works: an act and the programme that it promulgates or approves are one work.

The work stands under the act's key, so that "139/NQ-CP promulgates the programme, the programme
carries out 20-NQ/TW" is one hop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from graph.asserting import NUMBERED, PASSED
from graph.identity.issuers import is_law
from graph.identity.keys import block_of_number
from graph.model import Document
from graph.store import Criteria, Direction, Store
from graph.subgraph import Subgraph
from loaders.records import CARRYING, RelationType

CALLED = frozenset({PASSED, NUMBERED})
"""The rules of ties between two names of one document, not between an act and its work."""

_LATE = "9999"
_BEARING = 20
"""At most so many documents that bear a law's number are looked at."""


def acts_of(store: Store, documents: Iterable[Document]) -> dict[str, Document]:
    """Return, by key of a document without a number, the act that carries it, where one does.

    A programme's title means the act that promulgates or approves it; of several the first one,
    which others adjust (`_first`). A law that is cited by its number alone means the one law that
    some paper names by title and this number.
    """
    asked = list(documents)
    laws = _laws_of(store, asked)
    unnumbered = sorted({one.key for one in asked if one.number is None})
    if not unnumbered:
        return laws
    graph = store.subgraph(unnumbered, CARRYING, Direction.IN, depth=1)
    acts: dict[str, set[int]] = defaultdict(set)
    for act, _, carried in graph.links:
        acts[graph.keys[carried]].add(act)
    return laws | {work: graph.documents[_first(graph, of)] for work, of in acts.items()}


def _laws_of(store: Store, documents: Iterable[Document]) -> dict[str, Document]:
    """Return, by key of a law without a title, the only titled law that bears its number."""
    found = {}
    for one in documents:
        number = block_of_number(one.number or "") if is_law(one.type) and not one.title else None
        if number is None:
            continue
        bearing, _ = store.find(Criteria(number=number), limit=_BEARING)
        titled = [other for other in bearing if other.title and is_law(other.type)]
        if len(titled) == 1:
            found[one.key] = titled[0]
    return found


def _first(graph: Subgraph, acts: Collection[int]) -> int:
    """Return the act that was issued first, the smallest key of equal ones.

    "Phê duyệt điều chỉnh Quy hoạch X" carries what the first act carried before. One of no known
    date comes last; by keys alone where the graph has nothing else.
    """
    if len(acts) == 1 or not graph.documents:
        return min(acts)
    return min(acts, key=lambda act: (graph.documents[act].issue_date or _LATE, act))


@dataclass(frozen=True, slots=True)
class Works:
    """Which work each node of a subgraph belongs to, by places in `Subgraph.keys`.

    `of` gives the place of the work's act, `members` all places of a work of several documents.
    """

    of: list[int]
    members: dict[int, list[int]] = field(default_factory=dict)

    def keys(self, graph: Subgraph, work: int) -> tuple[str, ...]:
        """Return the keys of all documents of a work, in order."""
        return tuple(graph.keys[member] for member in self.members.get(work, (work,)))


def works_of(graph: Subgraph, carrying: Collection[RelationType]) -> Works:
    """Return the works of a subgraph that was found with `carrying` joined.

    Where several acts carry one work, all are one work, under the first of the acts that nothing
    carries; where acts carry each other in a circle, under the first of all (`_first`).
    """
    works = Works(list(range(len(graph.keys))))
    links = [link for link in graph.links if link[1] in carrying] if carrying else []
    neighbours: dict[int, set[int]] = defaultdict(set)
    for act, _, work in links:
        neighbours[act].add(work)
        neighbours[work].add(act)
    carried = {work for act, _, work in links if act != work}
    done = set[int]()
    for start in sorted(neighbours):
        if start in done:
            continue
        group, stack = {start}, [start]
        while stack:
            found = neighbours[stack.pop()] - group
            group |= found
            stack.extend(found)
        done |= group
        first = _first(graph, group - carried or group)
        if len(group) > 1:
            works.members[first] = sorted(group)
        for member in group:
            works.of[member] = first
    return works
