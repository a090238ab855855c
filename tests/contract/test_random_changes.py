"""Random sequences of loading, reloading changed, forgetting, judging: every store gives one graph.

The plain store in memory says what is right; SQLite and Neo4j have to hold the same after each
step, redirects and the way back to an empty graph included.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.model import StoredFile
from graph.movable import MovableStore
from tests.graph.papers import Whole, whole
from tests.graph.test_build_properties import papers
from tests.graph.test_judging_properties import Pick, judged, picks
from tests.model_store import ModelStore
from tests.stores import Stores

NAMES = ("a.txt", "b.txt", "c.txt")


@dataclass(frozen=True)
class Step:
    """Files read, files forgotten, files that failed, in one commit; then what is judged."""

    load: tuple[ReadFile, ...]
    forget: tuple[str, ...]
    fail: tuple[str, ...]
    judge: tuple[Pick, ...] = ()

    def take(self, store: MovableStore) -> None:
        failures = [StoredFile(name, "", "1", "failed", None, "damaged") for name in self.fail]
        write_files(store, self.load, self.forget, failures)
        judged(store, self.judge)


@st.composite
def steps(draw: st.DrawFn) -> Step:
    """A file of a name that was loaded before is that file, changed."""
    loaded = draw(st.sets(st.sampled_from(NAMES), max_size=2))
    gone = draw(st.sets(st.sampled_from(NAMES), max_size=1)) - loaded
    failed = draw(st.sets(st.sampled_from(NAMES), max_size=1)) - loaded - gone
    files = tuple(draw(papers(name)) for name in sorted(loaded))
    said = draw(st.lists(picks, max_size=1))
    return Step(files, tuple(sorted(gone)), tuple(sorted(failed)), tuple(said[0]) if said else ())


HISTORIES = st.lists(steps(), min_size=2, max_size=5)


def trail(store: MovableStore, history: Sequence[Step]) -> Iterator[tuple[Whole, dict[str, str]]]:
    """What the store holds after each step, and after forgetting all."""
    for step in [*history, Step((), NAMES, ())]:
        step.take(store)
        yield whole(store), store.redirects()


def held(stores: Stores, history: Sequence[Step]) -> None:
    expected = list(trail(ModelStore(), history))
    assert list(trail(stores.make(), history)) == expected
    assert expected[-1][0].counts == (0, 0, 0, 0, 0, 0)


CAREFUL = settings(
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("stores", ["sqlite"], indirect=True)
@settings(CAREFUL, max_examples=60)
@given(history=HISTORIES)
def test_sqlite_holds_what_the_model_holds(stores: Stores, history: list[Step]) -> None:
    held(stores, history)


@pytest.mark.parametrize("stores", ["neo4j"], indirect=True)
@settings(CAREFUL, max_examples=15)
@given(history=HISTORIES)
def test_neo4j_holds_what_the_model_holds(stores: Stores, history: list[Step]) -> None:
    held(stores, history)
