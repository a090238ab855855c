"""What every store finds from some nodes: how far it goes, what is joined, where it ends."""

from __future__ import annotations

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.change import Change
from graph.model import Document
from graph.movable import MovableStore
from graph.store import Direction
from graph.subgraph import Subgraph
from loaders.records import CARRYING, RelationType
from tests.contract.pieces import bring, document, file_of, said, told
from tests.model_store import ModelStore
from tests.stores import Stores, every_kind, every_real_kind

IMPLEMENTS = (RelationType.IMPLEMENTS,)


def nodes(names: str) -> tuple[Document, ...]:
    return tuple(document(name, number=f"{name}/KH", title=f"kế hoạch {name}") for name in names)


def text(graph: Subgraph) -> tuple[str, list[str]]:
    """The keys in a row, and the links as "b IMPLEMENTS a"."""
    edges = [graph.edge(link) for link in graph.links]
    return "".join(graph.keys), [f"{one.source} {one.type} {one.target}" for one in edges]


@every_kind
def test_it_goes_on_to_the_end_one_way(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", "c IMPLEMENTS b", "d CITES c", "a IMPLEMENTS e",
          nodes=nodes("abcde"))  # fmt: skip
    down = store.subgraph(["a"], IMPLEMENTS, Direction.IN)
    assert text(down) == ("abc", ["b IMPLEMENTS a", "c IMPLEMENTS b"])
    assert [one.title for one in down.documents] == ["kế hoạch a", "kế hoạch b", "kế hoạch c"]
    assert text(store.subgraph(["b"], IMPLEMENTS, Direction.OUT)) == (
        "abe", ["a IMPLEMENTS e", "b IMPLEMENTS a"],
    )  # fmt: skip
    assert text(store.subgraph(["a"], IMPLEMENTS, Direction.IN, depth=1)) == (
        "ab", ["b IMPLEMENTS a"],
    )  # fmt: skip
    assert text(store.subgraph(["a", "d", "x"], IMPLEMENTS, Direction.IN, depth=1)) == (
        "abd", ["b IMPLEMENTS a"],
    )  # fmt: skip


@every_kind
def test_what_is_joined_is_no_hop_either_way(store: MovableStore) -> None:
    bring(store, "n PROMULGATES p", "p IMPLEMENTS a", "q APPROVES r", "r IMPLEMENTS n",
          "s IMPLEMENTS q", nodes=nodes("anpqrs"))  # fmt: skip
    ask = store.subgraph
    assert text(ask(["a"], IMPLEMENTS, Direction.IN, joined=CARRYING, depth=2)) == (
        "anpqr",
        ["n PROMULGATES p", "p IMPLEMENTS a", "q APPROVES r", "r IMPLEMENTS n"],
    )
    assert text(ask(["q"], IMPLEMENTS, Direction.OUT, joined=CARRYING))[0] == "anpqr"
    assert text(ask(["p"], (), Direction.OUT, joined=CARRYING)) == ("np", ["n PROMULGATES p"])
    assert text(ask(["a"], IMPLEMENTS, Direction.IN)) == ("ap", ["p IMPLEMENTS a"])


@every_kind
def test_circles_end_and_a_bare_one_has_no_documents(store: MovableStore) -> None:
    bring(store, "a IMPLEMENTS a", "b IMPLEMENTS a", "a IMPLEMENTS b", nodes=nodes("ab"))
    found = store.subgraph(["b"], IMPLEMENTS, Direction.IN, bare=True)
    assert text(found) == ("ab", ["a IMPLEMENTS a", "a IMPLEMENTS b", "b IMPLEMENTS a"])
    assert list(found.documents) == []
    assert [one[0].document for one in store.evidence(found, found.links)] == ["a", "a", "b"]


@every_kind
def test_a_document_of_several_files_stands_once(store: MovableStore) -> None:
    [a, b] = nodes("ab")
    bring(store, "b IMPLEMENTS a", nodes=(a, b))
    store.commit(Change(claims=(told(b),), contents=(file_of(b, "z.txt"),)))
    found = store.subgraph(["a"], IMPLEMENTS, Direction.IN)
    assert text(found) == ("ab", ["b IMPLEMENTS a"])
    assert found.documents[1].files == ("b.txt", "z.txt")


@every_real_kind
def test_evidence_is_that_of_today(stores: Stores) -> None:
    store = stores.make()
    bring(store, "b IMPLEMENTS a", nodes=nodes("abc"))
    before = store.subgraph(["a"], IMPLEMENTS, Direction.IN)
    store.commit(Change(retract=("c.txt",)))
    bring(store, nodes=nodes("d"))
    store.commit(Change(assertions=(said("b IMPLEMENTS a", "d"),)))
    [found] = store.evidence(before, before.links)
    assert [one.document for one in found] == ["b", "d"]
    store.commit(Change(retract=("b.txt", "d.txt")))
    assert store.evidence(before, before.links) == [()]


@every_kind
def test_what_is_said_of_a_hub_stands_at_each_of_its_links(store: MovableStore) -> None:
    names = [f"s{at:03}" for at in range(130)]
    lines = [f"{name} IMPLEMENTS a" for name in names]
    bring(store, *lines, "s000 IMPLEMENTS s001", nodes=tuple(map(document, ["a", *names])))
    store.commit(Change(assertions=(said(lines[60], "s062"),)))
    found = store.subgraph(["a"], IMPLEMENTS, Direction.IN)
    expected = {name: [name] for name in names} | {"s060": ["s060", "s062"]}
    for asked in (found.links, found.links[::-1], found.links[:100], found.links[58:64]):
        said_by = [[one.document for one in told] for told in store.evidence(found, asked)]
        assert said_by == [expected[found.keys[source]] for source, _, _ in asked]


_EDGES = st.lists(
    st.tuples(
        st.sampled_from("abcdef"),
        st.sampled_from(["IMPLEMENTS", "CITES", "PROMULGATES", "APPROVES"]),
        st.sampled_from("abcdef"),
    ).map(" ".join),
    max_size=14,
    unique=True,
)


@every_real_kind
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines=_EDGES, start=st.sets(st.sampled_from("abcdefx"), max_size=3))
def test_it_finds_what_the_plain_model_finds(
    stores: Stores, lines: list[str], start: set[str]
) -> None:
    store, model = stores.make(), ModelStore()
    for one in (store, model):
        bring(one, *lines, nodes=nodes("abcdef"))
    for direction, joined, depth, types in product(
        Direction, ((), CARRYING), (1, 2, None), ((), IMPLEMENTS, (RelationType.CITES, *IMPLEMENTS))
    ):
        answers = []
        for one in (store, model):
            found = one.subgraph(sorted(start), types, direction, joined=joined, depth=depth)
            answers.append((text(found), list(found.documents), one.evidence(found, found.links)))
        assert answers[0] == answers[1]
