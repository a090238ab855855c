"""The terms of the SQLite store: after any commits those of the documents that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyroaring import BitMap

from graph.sqlite_store.store import SqliteStore
from graph.sqlite_store.terms import Found, Postings, having, having_all, index_all, pair, terms_of
from tests.graph.papers import load, paper

PLAN = Found("15 kh ubnd ve y te", "15-kh-ubnd", "Kế hoạch", None, "Sơn La", "loaded", "2018-05-04")


def postings(store: SqliteStore) -> dict[tuple[str, int], list[int]]:
    rows = store._db.rows("select term, part, documents from posting")
    return {(term, part): list(BitMap.deserialize(documents)) for term, part, documents in rows}


def test_terms_are_those_of_the_documents_after_any_commits(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "graph.sqlite")
    for date in ("2018-05-04", "2018-06-05"):
        load(store, paper("a.txt", "15/KH-UBND", date), paper("b.txt", "7/QĐ-UBND", "2019-01-02"))
    load(store, forget=("b.txt",))
    kept = postings(store)
    store._db.execute("delete from posting")
    index_all(store._db)
    assert kept == postings(store) != {}
    store.close()


def test_a_part_holds_the_ids_that_agree_but_for_their_last_bits(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "graph.sqlite")
    terms = Postings(store._db)
    ids = [1, 65_535, 65_536, 200_000]
    for number in ids:
        terms.change(number, None, PLAN)
    terms.write()
    assert {part for _, part in postings(store)} == {0, 1, 3}
    assert list(having(store._db, pair("y", "te"))) == ids
    for number in ids[1:]:
        terms.change(number, PLAN, None)
    terms.change(70_000, None, PLAN)
    terms.change(70_000, PLAN, None)
    terms.write()
    assert {part for _, part in postings(store)} == {0}
    store.close()


def test_all_of_no_terms_among_nothing_is_refused(tmp_path: Path) -> None:
    store = SqliteStore.open(tmp_path / "graph.sqlite")
    with pytest.raises(ValueError, match="neither"):
        having_all(store._db, ())
    assert having_all(store._db, (), BitMap([3])) == BitMap([3])
    store.close()


def test_a_document_has_its_words_their_beginnings_and_neighbours_its_number_days_and_fields():
    assert terms_of(PLAN) == {
        "15", "kh", "ubnd", "ve", "y", "te", "*1", "*15", "*k", "*kh", "*u", "*ub", "*v", "*ve",
        "*y", "*t", "*te", "+15 kh", "+kh ubnd", "+ubnd ve", "+ve y", "+y te", "^15-kh-ubnd", ">15",
        "*^1", "*^15", "=type Kế hoạch", "=province Sơn La", "=status loaded", "@04 2018",
        "@07 2018-05", "@10 2018-05-04",
    }  # fmt: skip
    assert terms_of(Found("", None, None, None, None, "cited_only", None)) == {"=status cited_only"}
