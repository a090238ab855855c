"""The graph is a function of files and judgements on SQLite and on Neo4j too.

The plain store of the tests says what it should be: there all files are loaded at once, and judged.
On the real ones they come in any order, in pieces, again, beside others that are forgotten, with
the judgements before, between and after them.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.identity.hard_cases import hard_cases
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.judging import undo
from graph.store import Store
from loaders.read import read_text
from queries.mentions import mentions
from queries.shapes import mention_json
from tests.graph.papers import whole
from tests.graph.test_build_properties import Step, collections, forgetting, loading
from tests.graph.test_judging_properties import Pick, judged, picks, writing
from tests.model_store import ModelStore
from tests.stores import Stores


def careful(examples: int) -> settings:
    slow = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    return settings(
        deadline=None, derandomize=True, max_examples=examples, suppress_health_check=slow
    )


@pytest.mark.parametrize("stores", ["sqlite"], indirect=True)
@careful(25)
@given(collections(), collections(), picks, st.randoms(use_true_random=False))
def test_order_does_not_show_on_sqlite(
    stores: Stores,
    files: list[ReadFile],
    others: list[ReadFile],
    wanted: list[Pick],
    random: Random,
) -> None:
    _check(stores, files, others, wanted, random)


@pytest.mark.parametrize("stores", ["neo4j"], indirect=True)
@careful(4)
@given(collections(), collections(), picks, st.randoms(use_true_random=False))
def test_order_does_not_show_on_neo4j(
    stores: Stores,
    files: list[ReadFile],
    others: list[ReadFile],
    wanted: list[Pick],
    random: Random,
) -> None:
    _check(stores, files, others, wanted, random)


def _check(
    stores: Stores,
    files: list[ReadFile],
    others: list[ReadFile],
    wanted: list[Pick],
    random: Random,
) -> None:
    plain = ModelStore()
    write_files(plain, files)
    rows = judged(plain, wanted)
    store = stores.make()
    foreign = [ReadFile(f"x{one.name}", one.record, one.text) for one in others]
    changed = [ReadFile(a.name, b.record, b.text) for a, b in zip(files, others, strict=False)]
    early: list[Step] = [loading(one) for one in [*changed, *foreign]]
    early += [writing(one) for one in rows]
    half = len(files) // 2
    mixed = random.sample(files, len(files))
    late = [loading(*mixed[:half]), loading(*mixed[half:]), writing(*rows)]
    random.shuffle(early)
    random.shuffle(late)
    gone = forgetting(*(one.name for one in foreign))
    again = loading(*random.sample(files, random.randint(0, len(files))))
    for step in (*early, *late, gone, again):
        step(store)
    assert whole(store) == whole(plain)
    for row in random.sample(rows, len(rows)):
        undo(store, row.id, "Lò Thị A", "thử", "2026-01-02T00:00:00Z")
        undo(plain, row.id, "Lò Thị A", "thử", "2026-01-02T00:00:00Z")
    assert whole(store) == whole(plain)


@pytest.mark.parametrize("stores", ["sqlite", "neo4j"], indirect=True)
def test_hard_archives_are_the_same_in_any_order_on_both_stores(stores: Stores) -> None:
    """Every sixteenth archive of the benchmark: loaded at once, and turned about piece by piece."""
    for case in hard_cases()[::16]:
        files = [ReadFile(p.name, read_text(p.text, p.name), p.text) for p in case.papers]
        wanted = ModelStore()
        write_files(wanted, files)
        made = stores.make()
        for file in (*reversed(files), files[0]):
            write_files(made, [file])
        assert _said(made) == _said(wanted), case.name


def _said(store: Store) -> list[object]:
    return [mention_json(row) for row in mentions(store)]
