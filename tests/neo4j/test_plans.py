"""Every statement of the store starts at an index: its time does not grow with the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import neo4j
import pytest

from graph.neo4j_store import (
    assertions,
    facts,
    files,
    read,
    search,
    subgraph,
    suspects,
    write,
)
from graph.neo4j_store import (
    session as sessions,
)
from graph.neo4j_store.rows import type_list
from graph.store import Criteria
from graph.suspects import Suspicion
from loaders.records import RelationType
from tests.contract.pieces import bring, document
from tests.neo4j.server import Access
from tests.stores import Stores

MODULES = (
    assertions,
    facts,
    files,
    read,
    sessions,
    subgraph,
    write,
)
STATEMENT = re.compile(
    r"\s*(?:UNWIND|MATCH|MERGE|OPTIONAL MATCH)\b.*\b(?:RETURN|SET|DELETE|CREATE|MERGE|REMOVE)\b",
    re.DOTALL,
)
WHOLE_GRAPH = ("NAMES", "NAMES_READ", "ALL_REDIRECTS")
"""They are asked for everything."""

LEVEL = {
    "hops": "[(n)<-[e:CITES]-(m:Document) | [m.key, type(e), n.key, m]]",
    "row": "d.key", "onward": "EXISTS { (d)<-[:CITES]-() }", "around": "false",
}  # fmt: skip

SCANS = {"AllNodesScan", "NodeByLabelScan", "NodeIndexScan"}


def statements(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield the Cypher of a module's constants."""
    for name, value in vars(module).items():
        found = {name: value} if isinstance(value, str) else value
        for part, text in found.items() if isinstance(found, dict) else ():
            if isinstance(text, str) and STATEMENT.match(text) and name not in WHOLE_GRAPH:
                yield f"{module.__name__}.{part}", text


EVERY = dict(pair for module in MODULES for pair in statements(module))


def formatted(text: str) -> str:
    """A statement with a gap for types, for all types or for one."""
    if "{{" not in text and not re.search(r"\{(?:types|type|label|asserting)\}", text):
        return text
    return text.format(
        types=type_list(tuple(RelationType)),
        type="CITES",
        kind="CITES",
        piece=500,
        asserting="ASSERTS_CITES",
        label="AgencyName",
        **LEVEL,
    )


def operators(session: neo4j.Session, text: str) -> list[str]:
    values = dict.fromkeys(re.findall(r"\$(\w+)", text))
    plan = session.run(f"EXPLAIN {text}", values).consume().plan
    assert plan is not None
    return list(_names(plan))


def _names(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from _names(child)


@pytest.fixture
def session(neo4j_access: Access, tmp_path: Path) -> Iterator[neo4j.Session]:
    stores = Stores("neo4j", tmp_path, neo4j_access)
    bring(stores.make(), nodes=(document("a"),))
    with neo4j_access.session() as opened:
        # Of a label that nothing has, reading all is the shortest way.
        opened.run("UNWIND range(1, 500) AS n CREATE (:Fact {document: toString(n)})").consume()
        opened.run("CALL db.resampleOutdatedIndexes()").consume()
        yield opened
    stores.close()


def test_all_statements_are_looked_at() -> None:
    assert len(EVERY) > 30


def test_no_statement_reads_all_nodes(session: neo4j.Session) -> None:
    found = {name: SCANS & {*operators(session, formatted(text))} for name, text in EVERY.items()}
    assert {name: scans for name, scans in found.items() if scans} == {}


@pytest.mark.parametrize(
    ("criteria", "starts"),
    [
        (Criteria(), "NodeCountFromCountStore"),
        (Criteria(number="1-kh"), "NodeIndexSeek"),
        (Criteria(province="Sơn La"), "NodeIndexSeek"),
        (Criteria(words=("dan",)), "ProcedureCall"),
        (Criteria(words=("1",), begins="1-kh"), "ProcedureCall"),
    ],
)
def test_finding_starts_at_an_index(
    session: neo4j.Session, criteria: Criteria, starts: str
) -> None:
    text, _ = search.statement_of(criteria)
    used = operators(session, text)
    assert starts in used
    assert "AllNodesScan" not in used


def test_pages_of_everything_need_no_sorting(session: neo4j.Session) -> None:
    used = operators(session, search.statement_of(Criteria())[0])
    assert "Sort" not in used
    assert "Top" not in used


def test_the_state_is_read_from_counts(session: neo4j.Session) -> None:
    state = read.STATE
    used = operators(session, state)
    assert used.count("NodeCountFromCountStore") == state.count("COUNT { (:") > 3
    assert used.count("RelationshipCountFromCountStore") == state.count("COUNT { ()") > 7


@pytest.mark.parametrize("of", Suspicion)
def test_what_does_not_fit_is_sought_along_relationships(
    session: neo4j.Session, of: Suspicion
) -> None:
    """All of one type are read: what may not fit anywhere is asked of the whole graph."""
    used = operators(session, suspects.SUSPECTS[of])
    assert "AllNodesScan" not in used
    assert {name for name in used if name.endswith("TypeScan")} or "NodeByLabelScan" in used
