"""No statement of the SQLite store builds an index or a filter of its own, or reads a whole table.

The statements are those that SQLite was given while a store of a thousand documents was asked and
written to, with their values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.block_parts import BlockPart
from graph.change import Change
from graph.judgement_criteria import JudgementCriteria
from graph.named import AgencyNameCriteria, NamingCriteria
from graph.sqlite_store.open import open_database
from graph.sqlite_store.store import SqliteStore
from graph.sqlite_store.suspects import SUSPECTS
from graph.store import Criteria, Direction, DutyCriteria, TargetCriteria
from graph.suspects import SuspectCriteria, Suspicion
from loaders.records import CARRYING, RelationType
from tests.contract.pieces import bring, claim, document, file_of, said, told

WHOLE = re.compile(
    r"SCAN (?:[kp] VIRTUAL|json_each VIRTUAL|method|state|judgement"
    r"|\(subquery|p$|d USING COVERING INDEX sqlite_autoindex_document_1)"
)
"""What may be read from end to end: the keys asked for, what a subquery found for them, tables of a
few rows (what people judged, too), and all documents in order for the first page of them."""

ALL_EDGES = re.compile(r"SCAN (?:[er] USING COVERING INDEX edge_(?:in|carrying)|c$)")
"""What may be read besides where something that does not fit is sought in the whole graph: edges in
order of an index, and claims."""

SIZE = 1_000


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("plans") / "graph.sqlite"
    store = SqliteStore.open(found)
    nodes = tuple(
        document(f"k{at}", number=f"{at}/KH", province="Sơn La", title="kế hoạch")
        for at in range(SIZE)
    )
    bring(store, *(f"k{at} IMPLEMENTS k{at // 10}" for at in range(1, SIZE)), nodes=nodes)
    store.close()
    return found


@pytest.fixture(scope="module")
def plans(path: Path) -> Iterator[dict[str, list[str]]]:
    """The plans of all statements that asking and writing once takes, by statement."""
    db = open_database(path, create=False, read_only=False)
    asked: dict[str, Any] = {}

    def note(_: object, statement: str, values: Any) -> bool:
        asked[statement] = values
        return True

    db.exec_trace = note
    _ask(SqliteStore(db, path))
    db.exec_trace = None
    found = {
        statement: [row[3] for row in db.rows(f"explain query plan {statement}", values or ())]
        for statement, values in asked.items()
        if re.match(r"\s*(?:select|with|update|delete)\b", statement, re.IGNORECASE)
    }
    yield found
    db.close()


PARTS = (
    BlockPart("4-kh", "son la"),
    BlockPart("5-kh", "son la", "2018"),
    BlockPart("6-kh", None, "2018"),
)


def _ask(store: SqliteStore) -> None:
    keys = [f"k{at}" for at in range(0, SIZE, 50)]
    for direction in Direction:
        graph = store.subgraph(keys, (RelationType.IMPLEMENTS,), direction, joined=CARRYING)
        store.evidence(graph, graph.links)
    bare = store.subgraph(keys, tuple(RelationType), Direction.OUT, depth=1, bare=True)
    store.documents([*keys, "gone"])
    store.claims(["1-kh"], ["k2"], [claim(document("k3")).id], parts=PARTS)
    store.files(["k5.txt"], ["sha k6.txt"])
    list(store.contents(["k7.txt"], claims=[claim(document("k8")).id]))
    for criteria in (
        Criteria(("kế", "ho")), Criteria(number="1-kh"), Criteria(province="Sơn La"), Criteria(),
    ):  # fmt: skip
        store.find(criteria, limit=5)
    store.find(DutyCriteria(("so y te",), role=None), limit=5)
    store.find(DutyCriteria(documents=("k1",)), limit=5)
    store.find(DutyCriteria(("so y te",), ("k1", "k2")), limit=5)
    store.find(NamingCriteria(DutyCriteria(("so y te",))), limit=5)
    store.find(AgencyNameCriteria(("so y te",)), limit=5)
    store.find(TargetCriteria(documents=("k1",)), limit=5)
    store.find(JudgementCriteria(), limit=5)
    store.find(JudgementCriteria(in_force=True), limit=5)
    store.find(JudgementCriteria(in_force=True, blocks=("1-kh",), keys=("k1",)), limit=5)
    for of in Suspicion:
        store.find(SuspectCriteria(of), limit=5)
    store.state()
    new = document("new", number="7000/KH")
    store.commit(
        Change(
            retract=("k999.txt",),
            documents=(new,),
            claims=(told(new),),
            contents=(file_of(new),),
            assertions=(said("new IMPLEMENTS k1", "new"),),
            reassert=("new.txt",),
            redirects={"old": "new"},
        )
    )
    store.evidence(bare, bare.links)  # after a change: by keys again


def test_no_statement_makes_an_index_or_a_filter(plans: dict[str, list[str]]) -> None:
    assert len(plans) > 30
    made = [step for steps in plans.values() for step in steps if re.search("AUTO|BLOOM", step)]
    assert made == []


def test_no_statement_reads_a_whole_table(plans: dict[str, list[str]]) -> None:
    scans = {
        step: statement
        for statement, steps in plans.items()
        for step in steps
        if step.startswith("SCAN")
        and not WHOLE.match(step)
        and not (statement in SUSPECTS.values() and ALL_EDGES.match(step))
    }
    assert scans == {}


def test_what_an_act_carries_is_told_by_a_small_index(path: Path) -> None:
    db = open_database(path, create=False, read_only=True)
    plan = "explain query plan select 1 from json_each('[1]') k cross join edge e "
    rows = db.rows(plan + "on e.source = k.value and e.type in (2, 6)")
    assert "edge_carrying" in rows[-1][3]
    db.close()
