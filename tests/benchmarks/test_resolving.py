"""The register that resolving is measured in: its numbers come again, and each is found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.resolving import FORMS, asked, measures
from benchmarks.speed.register import claims, document_of, fill
from graph.sqlite_store.store import SqliteStore

SIZE = 4_000


def test_numbers_come_again_and_keys_do_not():
    made = list(claims(SIZE))
    assert made == list(claims(SIZE))
    assert max(Counter(claim.number for claim in made).values()) > 900
    assert len({document_of(claim).key for claim in made}) == SIZE


def test_each_document_is_found_among_its_namesakes(tmp_path: Path):
    fill(tmp_path / "register.sqlite", claims(SIZE))
    store = SqliteStore.open(tmp_path / "register.sqlite")
    state = store.state()
    assert (state.documents, state.claims) == (SIZE, SIZE)
    figures = {one.name: one.value for one in measures(store, asked(40, SIZE))}
    store.close()
    assert [figures[f"found of a number {form}"] for form in FORMS] == [100, 100, 100]
    assert figures["ambiguous of bare numbers"] > 90
