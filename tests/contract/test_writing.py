"""What a commit does on every store: whole or not at all, in the order that Change states."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.change import Change
from graph.digest import digest
from graph.errors import StoreChanged, StoreUnavailable
from graph.model import DocumentStatus, StoredFile
from graph.movable import MovableStore
from graph.store import Criteria
from loaders.records import SELF, RelationType
from tests.contract.pieces import bring, claim, document, file_of, proofs, said, told
from tests.graph.papers import edges_of, whole
from tests.stores import Stores, every_kind, every_real_kind

A, B, C = (document(key, number=f"{key}/KH", title=f"kế hoạch {key}") for key in "abc")
STUB = document("s", number="9/QĐ", status=DocumentStatus.CITED_ONLY)
ALL = tuple(RelationType)


def edges(store: MovableStore) -> list[str]:
    keys = [one.key for one in store.find(Criteria(), limit=100)[0]]
    return [f"{one.source} {one.type} {one.target}" for one in edges_of(store, keys)]


@every_kind
def test_forgetting_a_file_takes_back_what_it_said(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", "c CITES a", nodes=(A, B, C))
    store.commit(Change(retract=("c.txt", "none.txt")))
    assert edges(store) == ["b IMPLEMENTS a"]
    assert sorted(store.documents(["a", "b", "c"])) == ["a", "b"]
    assert store.claims(documents=["c"]) == store.files(["c.txt"]) == []


@every_kind
def test_an_edge_stays_as_long_as_one_file_says_it(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", nodes=(A, B, C))
    store.commit(Change(assertions=(said("b IMPLEMENTS a", "c"),)))
    store.commit(Change(reassert=("b.txt",)))
    assert edges(store) == ["b IMPLEMENTS a"]
    assert [one.file for one in proofs(store, "b IMPLEMENTS a")] == ["c.txt"]
    store.commit(Change(reassert=("c.txt",)))
    assert edges(store) == []
    assert store.state().edges == store.state().assertions == 0


@every_kind
def test_what_is_asserted_again_replaces_all_that_the_file_said(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", "b CITES a", nodes=(A, B))
    store.commit(Change(reassert=("b.txt",), assertions=(said("b BASED_ON a", "b"),)))
    assert edges(store) == ["b BASED_ON a"]


@every_kind
def test_the_same_assertion_twice_is_one(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", nodes=(A, B))
    store.commit(Change(assertions=(said("b IMPLEMENTS a", "b", 0),)))
    assert store.state().assertions == 1


@every_kind
def test_loading_a_file_again_changes_nothing(store: MovableStore) -> None:
    change = bring(store, "b IMPLEMENTS a", "b CITES c", nodes=(A, B, C))
    before = whole(store), digest(store)
    store.commit(change)
    assert (whole(store), digest(store)) == before


@every_kind
def test_a_file_that_fails_now_loses_all_it_had(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", nodes=(A, B))
    failed = StoredFile("b.txt", "new", "2", "failed", None, "damaged", "cut off")
    store.commit(Change(failures=(failed,)))
    assert store.files(["b.txt"]) == [failed]
    assert list(store.contents(["b.txt"])) == []
    assert edges(store) == []
    assert sorted(store.documents(["a", "b"])) == ["a"]
    back = file_of(B)
    store.commit(Change(documents=(B,), claims=(told(B),), contents=(back,)))
    assert store.files(["b.txt"]) == [back.file]


@every_kind
def test_a_document_is_replaced_by_key(store: MovableStore) -> None:
    bring(store, nodes=(A,))
    other = A._replace(title="tên khác", number=None, issue_date="2020")
    store.commit(Change(documents=(other,)))
    assert store.documents(["a"]) == {"a": other}
    assert store.find(Criteria(words=("khac",)), limit=5)[1] == 1
    assert store.find(Criteria(words=("ke", "hoach")), limit=5)[1] == 0
    assert store.find(Criteria(number="a-kh"), limit=5)[1] == 0


@every_kind
def test_a_stub_becomes_loaded_and_a_stub_again(store: MovableStore) -> None:
    naming = file_of(A, others=(STUB,))
    store.commit(
        Change(documents=(A, STUB), claims=(told(A), told(STUB, own=False)), contents=(naming,))
    )
    assert store.state().loaded == 1
    loaded = document("s", number="9/QĐ")
    bring(store, nodes=(loaded,))
    assert (store.state().loaded, store.documents(["s"])) == (2, {"s": loaded})
    store.commit(Change(documents=(STUB,), retract=("s.txt",)))
    assert (store.state().loaded, store.documents(["s"])) == (1, {"s": STUB})


@every_kind
def test_a_claim_that_moves_takes_its_files_and_their_word_along(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", nodes=(A, B))
    moved = document("b2", number="b/KH", title="kế hoạch b", files=("b.txt",))
    store.commit(
        Change(
            documents=(moved,),
            claims=(told(B, at="b2"),),
            reassert=("b.txt",),
            assertions=(said("b2 IMPLEMENTS a", "b", document="b2"),),
            redirects={"b": "b2"},
        )
    )
    assert store.documents(["b"]) == {"b": moved}
    assert store.files(["b.txt"])[0].document == "b2"
    assert edges(store) == ["b2 IMPLEMENTS a"]


@every_kind
def test_evidence_names_the_node_of_today_of_its_file(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", nodes=(A, B, C))
    store.commit(Change(assertions=(said("b IMPLEMENTS a", "c"),)))
    moved = document("c2", number="c/KH", files=("c.txt",))
    store.commit(Change(documents=(moved,), claims=(told(C, at="c2"),)))
    found = proofs(store, "b IMPLEMENTS a")
    assert [one.document for one in found] == ["b", "c2"]
    assert sorted(store.documents(["c", "c2"])) == ["c2"]


@every_kind
def test_a_claim_may_be_left_without_a_node(store: MovableStore) -> None:
    bring(store, nodes=(A, B))
    store.commit(Change(claims=(told(B, at=None),)))
    assert store.documents(["b"]) == {}
    assert store.files(["b.txt"])[0].document is None
    assert [one.document for one in store.claims(ids=[claim(B).id])] == [None]
    store.commit(Change(documents=(B,), claims=(told(B),)))
    assert store.files(["b.txt"])[0].document == "b"


@every_kind
def test_candidates_of_a_claim_are_replaced(store: MovableStore) -> None:
    bring(store, nodes=(A,))
    for candidates in (("y", "x"), ()):
        store.commit(Change(claims=(replace(told(A), candidates=candidates),)))
        assert store.claims(documents=["a"])[0].candidates == candidates


@every_kind
def test_a_claim_that_no_file_makes_does_not_come_to_be(store: MovableStore) -> None:
    bring(store, nodes=(A,))
    store.commit(Change(documents=(B,), claims=(told(B),)))
    assert store.state().claims == store.state().documents == 1


@every_kind
def test_a_file_that_names_something_else_now_drops_the_claim(store: MovableStore) -> None:
    first = file_of(A, others=(STUB,))
    store.commit(
        Change(documents=(A, STUB), claims=(told(A), told(STUB, own=False)), contents=(first,))
    )
    bring(store, nodes=(A,))
    assert sorted(store.documents(["a", "s"])) == ["a"]
    assert store.claims(documents=["s"]) == []


@every_kind
def test_a_change_built_on_another_state_is_refused(store: MovableStore) -> None:
    revision = store.state().revision
    bring(store, nodes=(A,), revision=revision)
    assert store.state().revision == revision + 1
    with pytest.raises(StoreChanged):
        store.commit(Change(documents=(B,), revision=revision))
    assert store.state().revision == revision + 1
    bring(store, nodes=(B,), revision=revision + 1)
    assert store.state().documents == 2


NOWHERE: dict[str, Change] = {
    "a node for a claim": Change(claims=(told(B),)),
    "a node for an edge's end": Change(assertions=(said("a CITES b", "a"),)),
    "a node for an edge's source": Change(assertions=(said("b CITES a", "a"),)),
    "a claim": Change(documents=(B,), contents=(file_of(B),)),
    "a file": Change(assertions=(said("a CITES a", "b"),)),
    "a node that an edge still needs": Change(retract=("c.txt",)),
}


@every_kind
@pytest.mark.parametrize("what", NOWHERE)
def test_what_is_nowhere_is_refused_and_nothing_is_written(store: MovableStore, what: str) -> None:
    bring(store, nodes=(A, C))
    store.commit(Change(assertions=(said("a CITES c", "a"),)))
    before = whole(store), store.state()
    with pytest.raises(ValueError):
        store.commit(NOWHERE[what])
    assert (whole(store), store.state()) == before


@every_kind
def test_a_change_of_everything_at_once(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", "a CITES b", nodes=(A, B))
    renamed = document("a2", number="a/KH", title="kế hoạch a", files=("a.txt",))
    store.commit(
        Change(
            retract=("b.txt",),
            documents=(renamed, C),
            claims=(told(A, at="a2"), told(C)),
            contents=(file_of(C),),
            failures=(StoredFile("d.txt", "", "1", "failed", None, "empty_file", "empty"),),
            reassert=("a.txt", "c.txt"),
            assertions=(said("c IMPLEMENTS a2", "c"), said("a2 CITES c", "a", document="a2")),
            redirects={"a": "a2", "b": "a2"},
            revision=store.state().revision,
        )
    )
    assert edges(store) == ["a2 CITES c", "c IMPLEMENTS a2"]
    assert store.documents(["a", "b"]) == {"a": renamed, "b": renamed}
    state = store.state()
    assert (state.documents, state.loaded, state.files) == (2, 2, 3)
    assert (state.edges, state.assertions, state.claims) == (2, 2, 2)


@every_kind
def test_a_change_in_a_file_that_stays_is_seen_by_its_own_claims(store: MovableStore) -> None:
    bring(store, nodes=(A, B))
    naming = file_of(A, others=(B,))
    store.commit(Change(claims=(told(B, own=False),), contents=(naming,), reassert=("a.txt",)))
    ids = {one.claim.id: one.files for one in store.claims(documents=["b"])}
    assert ids == {claim(B).id: 1, claim(B, own=False).id: 1}
    assert next(store.contents(["a.txt"])).claims == {
        SELF: claim(A).id,
        "R1": claim(B, own=False).id,
    }


@every_real_kind
def test_a_store_opened_again_holds_the_same(stores: Stores) -> None:
    store = stores.make()
    bring(store, "b IMPLEMENTS a", nodes=(A, B), redirects={"old": "a"})
    before: tuple[Any, ...] = whole(store), digest(store), store.state()
    again = stores.again()
    assert (whole(again), digest(again), again.state()) == before
    bring(again, "c CITES a", nodes=(C,))
    assert store.state() == again.state() != before[2]
    assert whole(store) == whole(again)


@every_real_kind
def test_a_closed_store_says_so(stores: Stores) -> None:
    store = stores.make()
    store.close()
    store.close()
    for ask in (store.state, store.files, lambda: list(store.contents()), lambda: bring(store)):
        with pytest.raises(StoreUnavailable, match="closed"):
            ask()
