"""What every store answers: by which keys, in which order, and nothing where nothing is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.block_parts import BlockPart
from graph.change import Change
from graph.model import DocumentStatus, StoredClaim, StoredFile
from graph.movable import MovableStore
from graph.store import Criteria, Direction
from loaders.records import SELF, Level, Quality, RelationType, Span
from tests.contract.pieces import bring, claim, document, edge, file_of, proofs, said, told
from tests.graph.papers import edges_of
from tests.stores import every_kind

A, B, C = (document(key, number=f"{key}/KH", title=f"kế hoạch {key}") for key in "abc")
ALL = tuple(RelationType)

pytestmark = every_kind


def test_an_empty_store_holds_nothing(store: MovableStore) -> None:
    assert store.files() == []
    assert list(store.contents()) == []
    assert store.claims(["x"], ["x"], ["x"], parts=[BlockPart("x", "")]) == []
    assert store.documents(["x"]) == {}
    nothing = store.subgraph(["x"], ALL, Direction.OUT, joined=ALL)
    assert (nothing.keys, nothing.links, nothing.documents) == ([], [], [])
    assert store.evidence(nothing, []) == []
    assert store.redirects() == {}
    state = store.state()
    assert (state.documents, state.loaded, state.files, state.edges) == (0, 0, 0, 0)
    assert (state.assertions, state.claims) == (0, 0)


def test_where_nothing_is_asked_nothing_is_answered(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", nodes=(A, B))
    assert store.files([]) == []
    assert list(store.contents([])) == []
    assert store.claims() == []
    assert store.documents([]) == {}
    assert not store.subgraph([], ALL, Direction.OUT).keys
    assert store.evidence(store.subgraph(["b"], ALL, Direction.OUT), []) == []


def test_files_are_found_by_name_and_by_content(store: MovableStore) -> None:
    bring(store, nodes=(C, A, B))
    failed = StoredFile("đ.txt", "sha a.txt", "1", "failed", None, "empty_file", "nothing in it")
    store.commit(Change(failures=(failed,)))
    names = [file.name for file in store.files()]
    assert names == ["a.txt", "b.txt", "c.txt", "đ.txt"]
    assert store.files(["b.txt", "none", "b.txt"]) == [file_of(B).file]
    assert store.files([], ["sha a.txt"]) == [file_of(A).file, failed]
    assert store.files(["a.txt", "c.txt"], ["sha a.txt"]) == [
        file_of(A).file, file_of(C).file, failed,
    ]  # fmt: skip
    assert store.files(None, ["sha c.txt"]) == [file_of(C).file]


def test_contents_come_by_name_with_or_without_text(store: MovableStore) -> None:
    bring(store, nodes=(B, A))
    store.commit(Change(failures=(StoredFile("0.txt", "", "1", "failed", None),)))
    whole = [file_of(A), file_of(B)]
    assert list(store.contents(text=True)) == whole
    assert [content.text for content in store.contents()] == ["", ""]
    assert list(store.contents(["b.txt", "0.txt", "none"], text=True)) == whole[1:]


def test_contents_are_found_by_the_claims_they_make(store: MovableStore) -> None:
    bring(store, nodes=(A, B))
    citing = file_of(C, others=(A, B))
    store.commit(
        Change(
            documents=(C,),
            claims=(told(C), told(A, own=False), told(B, own=False)),
            contents=(citing,),
        )
    )
    cited = claim(A, own=False).id
    assert list(store.contents((), claims=[cited], text=True)) == [citing]
    names = [one.file.name for one in store.contents(["b.txt"], claims=[cited, claim(C).id])]
    assert names == ["b.txt", "c.txt"]
    assert names[1:] == [one.file.name for one in store.contents(None, claims=[cited, "none"])]


def test_one_claim_may_be_made_by_several_references(store: MovableStore) -> None:
    twice = file_of(A)
    twice.claims.update(R1=claim(B, own=False).id, R2=claim(B, own=False).id)
    stub = document("b", number="b/KH", title="kế hoạch b", status=DocumentStatus.CITED_ONLY)
    store.commit(
        Change(documents=(A, stub), claims=(told(A), told(B, own=False)), contents=(twice,))
    )
    assert next(store.contents()).claims == twice.claims
    assert [one.files for one in store.claims(documents=["b"])] == [1]
    store.commit(Change(retract=("a.txt",)))
    assert store.state().claims == store.state().documents == 0


PLACED: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La"}


def test_claims_are_found_by_block_part_node_and_id(store: MovableStore) -> None:
    nodes = (
        document("a", number="1/KH", **PLACED),
        document("b", number="1/KH", level=Level.PROVINCE, province="Lai Châu"),
        document("c", number="1/KH"),
        document("d", number="2/KH", **PLACED),
    )
    bring(store, nodes=nodes)
    a, b, c, d = (StoredClaim(claim(node), node.key, (), 1) for node in nodes)

    def by_id(*wanted: StoredClaim) -> list[StoredClaim]:
        return sorted(wanted, key=lambda one: one.claim.id)

    assert store.claims(["1-kh"]) == by_id(a, b, c)
    assert store.claims(parts=[BlockPart("1-kh", "son la"), BlockPart("2-kh", "lai chau")]) == [a]
    assert store.claims(parts=[BlockPart("1-kh", ""), BlockPart("2-kh", "son la")]) == by_id(c, d)
    assert store.claims(documents=["d", "b", "none"]) == by_id(b, d)
    assert store.claims(ids=[a.claim.id, "none"]) == [a]
    mixed = store.claims(["1-kh", "2-kh"], ["a"], [d.claim.id], parts=[BlockPart("1-kh", "")])
    assert mixed == by_id(a, b, c, d)


def test_claims_of_a_year_are_those_that_can_concern_it(store: MovableStore) -> None:
    nodes = (
        document("day", number="1/KH", issue_date="2018-03-01", **PLACED),
        document("year", number="1/KH", issue_date="2018"),
        document("open", number="1/KH", **PLACED),
        document("other", number="1/KH", issue_date="2019-03-01", **PLACED),
        document("slip", number="1/KH", issue_date="2017-03-01", **PLACED),
        document("near", number="2/KH", issue_date="2017-03-01", **PLACED),
    )
    claims, contents = [], []
    for node in nodes:
        other = ("2016-03-01", "2018-03") if node.key == "slip" else ()
        made = replace(claim(node), other_dates=other)
        content = file_of(node)
        content.claims[SELF] = made.id
        claims.append(StoredClaim(made, node.key, (), 1))
        contents.append(content)
    store.commit(Change(documents=nodes, claims=tuple(claims), contents=tuple(contents)))

    def found(*parts: tuple[str, str | None, str | None]) -> set[str | None]:
        return {one.document for one in store.claims(parts=[BlockPart(*part) for part in parts])}

    assert found(("1-kh", "son la", "2018")) == {"day", "open", "slip"}
    assert found(("1-kh", "", "2018")) == {"year"}
    assert found(("1-kh", None, "2018")) == {"day", "year", "open", "slip"}
    assert found(("1-kh", None, "2016"), ("2-kh", None, "2016")) == {"open", "slip"}
    assert found(("1-kh", "son la", "2019"), ("2-kh", "", None)) == {"open", "other"}
    assert found(("1-kh", None, None)) == {"day", "year", "open", "other", "slip"}


def test_a_claim_comes_back_whole(store: MovableStore) -> None:
    node = document("a", number="1/KH", title="tên", issuer="UBND", issue_date="2017-10", **PLACED)
    facts = {"other_dates": ("2017-11", "2018"), "term": "XII", "not_after": "2019-01-02"}
    whole = StoredClaim(
        type(claim(node))(**{n: getattr(claim(node), n) for n in claim(node).__slots__} | facts),
        "a",
        ("vn.x", "vn.b"),
        1,
    )
    content = file_of(node)
    content.claims[SELF] = whole.claim.id
    store.commit(Change(documents=(node,), claims=(whole,), contents=(content,)))
    assert store.claims(ids=[whole.claim.id]) == [whole]


def test_a_document_comes_back_whole(store: MovableStore) -> None:
    node = document(
        "a", type="Kế hoạch", number="1/KH-UBND", title="Về \"nước\" & 'đất'", issuer="UBND",
        issue_date="2017-10", level=Level.DISTRICT, province="Sơn La", district="Mộc Châu",
        quality=Quality.GARBLED,
    )  # fmt: skip
    bring(store, nodes=(node,))
    assert store.documents(["a"]) == {"a": node}


def test_a_document_has_the_names_of_its_files_in_order(store: MovableStore) -> None:
    both = document("a", files=("a (2).txt", "a.txt"))
    contents = tuple(file_of(both, name) for name in ("a.txt", "a (2).txt"))
    store.commit(Change(documents=(both,), claims=(told(both),), contents=contents))
    assert store.documents(["a"]) == {"a": both}
    store.commit(Change(retract=("a.txt",)))
    assert store.documents(["a"])["a"].files == ("a (2).txt",)


def test_redirected_keys_give_the_node_of_today(store: MovableStore) -> None:
    bring(
        store, nodes=(A, B), redirects={"old": "older", "older": "a", "b": "a", "gone": "nowhere"}
    )
    found = store.documents(["old", "b", "gone", "a", "old"])
    assert found == {"old": A, "b": B, "a": A}
    assert store.redirects() == {"b": "a", "gone": "nowhere", "old": "older", "older": "a"}


def test_keys_on_one_way_all_lead_to_its_end(store: MovableStore) -> None:
    bring(store, nodes=(A,), redirects={"first": "second", "second": "third", "third": "a"})
    found = store.documents(["first", "third", "second"])
    assert found == {"first": A, "second": A, "third": A}


def test_a_circle_of_redirects_leads_nowhere(store: MovableStore) -> None:
    bring(store, nodes=(A,), redirects={"x": "y", "y": "x", "z": "z", "w": "x"})
    assert store.documents(["x", "y", "z", "w", "a"]) == {"a": A}


def test_a_redirect_is_replaced_by_a_later_one(store: MovableStore) -> None:
    bring(store, nodes=(A, B), redirects={"old": "a"})
    store.commit(Change(redirects={"old": "b"}))
    assert store.documents(["old"]) == {"old": B}


LINES = ("b IMPLEMENTS a", "b CITES a", "c BASED_ON a", "a CITES c", "c IMPLEMENTS b", "c AMENDS b")


def test_edges_are_followed_both_ways_in_order(store: MovableStore) -> None:
    bring(store, *LINES, nodes=(A, B, C))
    every = sorted(edge(line) for line in LINES)
    assert edges_of(store, ["c", "a", "b", "none"]) == every
    assert edges_of(store, ["c", "a", "b", "c"], Direction.IN) == every
    assert edges_of(store, ["c"]) == [
        edge("c AMENDS b"), edge("c BASED_ON a"), edge("c IMPLEMENTS b"),
    ]  # fmt: skip
    into = [RelationType.CITES, RelationType.IMPLEMENTS]
    assert edges_of(store, ["a"], Direction.IN, into) == [
        edge("b CITES a"), edge("b IMPLEMENTS a"),
    ]  # fmt: skip


def test_an_edge_may_lead_to_its_own_source(store: MovableStore) -> None:
    bring(store, "a AMENDS a", nodes=(A,))
    assert edges_of(store, ["a"]) == edges_of(store, ["a"], Direction.IN) == [edge("a AMENDS a")]
    assert len(proofs(store, "a AMENDS a")) == 1


def test_evidence_is_ordered_by_document_file_and_place(store: MovableStore) -> None:
    line = "b IMPLEMENTS a"
    rows = (
        said(line, "c", 70),
        said(line, "b", 40, quote="nửa", page=2),
        said(line, "b", 40, quote="nửa", rule="another"),
        said(line, "b", 7),
        said(line, "a", 90, confidence=0.25),
    )
    bring(store, nodes=(A, B, C))
    store.commit(Change(assertions=(*rows, *rows[:2]), reassert=("a.txt", "b.txt", "c.txt")))
    assert proofs(store, line) == tuple(rows[at].evidence for at in (4, 3, 2, 1, 0))
    assert store.state().assertions == 5
    assert store.state().edges == 1


def test_evidence_keeps_its_page_span_and_quote(store: MovableStore) -> None:
    one = said("a CITES b", "a", page=3, span=Span(5, 9), quote="“Số\n15”\t\\", confidence=1.0)
    bring(store, nodes=(A, B))
    store.commit(Change(assertions=(one,), reassert=("a.txt",)))
    assert proofs(store, "a CITES b") == (one.evidence,)


def test_the_state_counts_what_is_there(store: MovableStore) -> None:
    before = store.state().revision
    stub = document("s", status=DocumentStatus.CITED_ONLY)
    naming = file_of(C, others=(stub,))
    bring(store, *LINES[:2], nodes=(A, B))
    store.commit(
        Change(
            documents=(C, stub),
            claims=(told(C), told(stub, own=False)),
            contents=(naming,),
            failures=(StoredFile("x.txt", "", "1", "failed", None),),
        )
    )
    state = store.state()
    assert (state.documents, state.loaded, state.files, state.claims) == (4, 3, 4, 4)
    assert (state.edges, state.assertions) == (2, 2)
    assert state.revision == before + 2


def test_thousands_are_answered_at_once(store: MovableStore) -> None:
    nodes = tuple(document(f"k{at:05}") for at in range(5_100))
    contents = (file_of(nodes[0]),)
    contents[0].claims.update({f"R{at}": claim(node).id for at, node in enumerate(nodes)})
    store.commit(
        Change(documents=nodes, claims=tuple(told(node) for node in nodes), contents=contents)
    )
    keys = [node.key for node in nodes]
    assert len(store.documents(keys)) == len(keys)
    assert [one.key for one in store.find(Criteria(), limit=10_000)[0]] == keys
    assert len(store.claims(documents=keys)) == len(keys)
