"""The titles that search is measured on: they name what they carry out, and each is found."""

from __future__ import annotations

from pathlib import Path

from benchmarks.searching import titled
from benchmarks.speed.answers import search_measures
from benchmarks.speed.register import document_of, fill
from graph.sqlite_store.store import SqliteStore
from graph.store import Criteria
from loaders.folding import words as folded_words

SIZE = 3_000


def test_each_title_is_found_by_its_words(tmp_path: Path) -> None:
    path = tmp_path / "titles.sqlite"
    fill(path, titled(SIZE))
    store = SqliteStore.open(path)
    assert store.state().documents == SIZE
    for claim in list(titled(SIZE))[::300]:
        words = tuple(folded_words(claim.title or ""))
        keys = {one.key for one in store.find(Criteria(words), limit=SIZE)[0]}
        assert document_of(claim).key in keys
    store.close()
    assert all(one.value > 0 for one in search_measures(path, times=1))
