"""The examples and the labelled documents: both stores give the same bytes to every question."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pytest

from api.references import claim_of
from graph.build import write_files
from graph.digest import digest
from graph.identity.touched import ReadFile
from graph.model import DocumentStatus
from graph.movable import MovableStore
from graph.store import Criteria, DutyCriteria, TargetCriteria
from loaders.read import read_file
from loaders.records import RelationType
from queries.connection_shapes import connection_list_json
from queries.connections import connections
from queries.coverage import coverage
from queries.coverage_shapes import coverage_json
from queries.documents import show
from queries.finding_shapes import finding_list_json
from queries.findings import findings
from queries.lineage import LineageDirection, LineageQuestion, lineage
from queries.mentions import mentions
from queries.networks import Network, whole_network
from queries.pair_shapes import side_by_side_json
from queries.resolve import resolve
from queries.search import search
from queries.shapes import (
    document_list_json,
    document_view_json,
    lineage_json,
    mention_json,
    resolution_json,
)
from queries.side_by_side import side_by_side
from queries.statistics import statistics
from queries.statistics_shapes import statistics_json
from queries.timeline import timeline
from queries.timeline_shapes import timeline_json
from tests.neo4j.server import Access
from tests.stores import Stores

EXAMPLES = Path(__file__).parent.parent / "examples"
PIECE = 7
"""Files of one commit, so that later ones change what earlier ones brought."""


@dataclass(frozen=True)
class Both:
    """The same papers in both stores."""

    sqlite: MovableStore
    neo4j: MovableStore

    def keys(self, criteria: Criteria) -> list[str]:
        return [one.key for one in self.sqlite.find(criteria, limit=10_000)[0]]

    def agree(self, question: Any, *about: Any) -> None:
        """Hold the answers of both, as bytes, to each other."""
        expected, found = (orjson.dumps(question(s, *about)) for s in (self.sqlite, self.neo4j))
        assert found == expected, about


@pytest.fixture(scope="module", params=["examples", "labelled"])
def both(
    request: pytest.FixtureRequest, neo4j_server: Access, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    folder = EXAMPLES
    if request.param == "labelled":
        folder = request.getfixturevalue("labelled") / "seeds"
    read = [(path.name, read_file(path)) for path in sorted(folder.iterdir()) if path.is_file()]
    files = [ReadFile(name, one.record, one.text) for name, one in read]
    place = tmp_path_factory.mktemp("both")
    made = [Stores("sqlite", place, None), Stores("neo4j", place, neo4j_server)]
    filled = Both(*(one.make() for one in made))
    for store in (filled.sqlite, filled.neo4j):
        for start in range(0, len(files), PIECE):
            write_files(store, files[start : start + PIECE])
    yield filled
    for one in made:
        one.close()


def test_they_hold_the_same(both: Both) -> None:
    assert digest(both.neo4j) == digest(both.sqlite)
    assert both.neo4j.state() == both.sqlite.state()
    assert both.neo4j.state().loaded > 0


def test_show(both: Both) -> None:
    for key in both.keys(Criteria(status=DocumentStatus.LOADED)):
        both.agree(lambda store, k: document_view_json(show(store, k)), key)


def test_lineage(both: Both) -> None:
    for key in both.keys(Criteria(status=DocumentStatus.LOADED)):
        both.agree(_lineage, key, LineageDirection.ANCESTORS, (RelationType.IMPLEMENTS,))
        both.agree(_lineage, key, LineageDirection.DESCENDANTS, tuple(RelationType))
    for key in both.keys(Criteria(status=DocumentStatus.CITED_ONLY))[::5]:
        both.agree(_lineage, key, LineageDirection.DESCENDANTS, (RelationType.IMPLEMENTS,))


def _lineage(
    store: MovableStore, key: str, way: LineageDirection, relations: tuple[RelationType, ...]
) -> Any:
    return lineage_json(lineage(store, key, way, LineageQuestion(relations=relations)))


def _mentions(store: MovableStore, key: str | None) -> Any:
    return [mention_json(row) for row in mentions(store, key)]


def test_mentions(both: Both) -> None:
    both.agree(_mentions, None)
    for key in both.keys(Criteria(status=DocumentStatus.LOADED))[::4]:
        both.agree(_mentions, key)


def test_resolve(both: Both) -> None:
    """What papers print of other documents is asked for as if a person had typed it."""
    quotes = {row.quote for row in mentions(both.sqlite, None) if row.quote}
    chosen = sorted(quotes, key=lambda quote: hashlib.sha256(quote.encode()).digest())[:60]
    for quote in chosen:
        both.agree(lambda s, text: resolution_json(resolve(s, text, claim_of(text))), quote)


def test_search(both: Both) -> None:
    """Words of titles, whole and as beginnings, and numbers in several spellings."""
    documents, _ = both.sqlite.find(Criteria(), limit=10_000)
    titles = [one.title.split() for one in documents if one.title]
    numbers = [one.number for one in documents if one.number]
    asked = [" ".join(words[2:4]) for words in titles[::6] if len(words) > 3]
    asked += [" ".join([words[0], words[-1][:2]]) for words in titles[::9]]
    asked += [*numbers[::9], *(number.replace("/", " ").lower() for number in numbers[::11])]
    for words in asked:
        if any(char.isalnum() for char in words):
            both.agree(lambda s, w: document_list_json(search(s, w)), words)


def test_duties_and_targets(both: Both) -> None:
    for criteria in (DutyCriteria(), TargetCriteria()):
        expected, total = both.sqlite.find(criteria, limit=10_000)
        assert both.neo4j.find(criteria, limit=10_000) == (expected, total)


def test_what_is_counted_and_told_of_each_document(both: Both) -> None:
    both.agree(lambda store: statistics_json(statistics(store)))
    both.agree(lambda store: _told(whole_network(store)))
    for key in both.keys(Criteria(status=DocumentStatus.LOADED)):
        both.agree(lambda store, asked: timeline_json(timeline(store, asked)), key)
        both.agree(lambda store, asked: coverage_json(coverage(store, asked)), key)


def _told(network: Network) -> list[Any]:
    return [list(network.nodes(data=True)), list(network.edges(keys=True, data=True))]


def test_documents_side_by_side(both: Both) -> None:
    keys = both.keys(Criteria(status=DocumentStatus.LOADED))
    for a, b in zip(keys, [*keys[1:], keys[0]], strict=True):
        both.agree(lambda store, *two: side_by_side_json(side_by_side(store, *two)), a, b)
        both.agree(lambda store, *two: connection_list_json(connections(store, *two)), a, b)


def test_what_does_not_fit(both: Both) -> None:
    both.agree(lambda store: finding_list_json(findings(store, limit=10_000)))
