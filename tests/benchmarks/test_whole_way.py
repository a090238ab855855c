"""Generated documents, read and loaded, give the lineage that they were written from."""

from __future__ import annotations

import pytest

from benchmarks.generate import generate
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.sqlite_store.store import SqliteStore
from loaders.read import read_text
from queries.lineage import LineageDirection, lineage

COUNT = 120


@pytest.fixture(scope="module")
def written():
    return list(generate(COUNT))


@pytest.fixture(scope="module")
def loaded(written, tmp_path_factory):
    """The store, and the key that each file's document has in it."""
    store = SqliteStore.open(tmp_path_factory.mktemp("store") / "x.sqlite", create=True)
    files = [ReadFile(w.paper.name, read_text(w.text, w.paper.name), w.text) for w in written]
    keys = {}
    for batch in (files[: COUNT // 2], files[COUNT // 2 :]):
        write_files(store, batch)
    for file in store.files():
        keys[file.name] = file.document
    yield store, keys
    store.close()


def above(paper):
    """Return the names of all that the paper carries out, directly or not."""
    found = {parent.name for parent in paper.parents}
    return found.union(*(above(parent) for parent in paper.parents))


def test_every_file_is_a_document_of_its_own(loaded):
    _, keys = loaded
    assert len(set(keys.values())) == len(keys) == COUNT


@pytest.mark.parametrize("direction", LineageDirection)
def test_lineage_is_the_one_that_was_written(loaded, written, direction):
    store, keys = loaded
    names = {key: name for name, key in keys.items()}
    expected = {w.paper.name: above(w.paper) for w in written}
    if direction is LineageDirection.DESCENDANTS:
        expected = {
            name: {other for other, up in expected.items() if name in up} for name in expected
        }
    found = {}
    for name, key in keys.items():
        items = lineage(store, key, direction, limit=1000).items
        found[name] = {names[i.document.key] for i in items if i.document.key in names}
    assert found == expected
