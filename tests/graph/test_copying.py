"""A copied graph is the same graph, and what could make it another one is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import graph.copying
import graph.movable
from graph.build import write_files
from graph.change import Change
from graph.copying import CopyDiffers, TargetInUse, copy_graph
from graph.digest import digest
from graph.errors import StoreChanged, StoreUnavailable
from graph.identity.ends import Named
from graph.identity.touched import ReadFile
from graph.judgement import Verdict
from graph.judgement_criteria import judgements_of
from graph.judging import judge, undo
from graph.model import Assertion, FileContent, StoredFile
from graph.movable import MovableStore, document_pages, leaving_edges, movable
from graph.sqlite_store.store import SqliteStore
from loaders.records import SELF, Quality, RelationType
from tests.graph.papers import (
    CENTRAL,
    SON_LA,
    duty,
    indicator,
    load,
    paper,
    reference,
    relation,
    value,
    whole,
)
from tests.model_store import ModelStore
from tests.stores import KINDS, Stores

FAILED = StoredFile("hỏng.txt", "", "1", "failed", None, "empty_file", "nothing in it")


def _place(place: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(("level", "province", "district"), place, strict=True))


def papers() -> list[ReadFile]:
    """A resolution, a plan that carries it out, a copy of the plan, and one that is unreadable."""
    above = reference("R1", "31-NQ/TW", "2014-03-12", type="Nghị quyết", **_place(CENTRAL))
    below = reference("R2", "9/KH-SYT", None, type="Kế hoạch", **_place(SON_LA))
    said: dict[str, Any] = {
        "references": (above, below),
        "relations": (
            relation(SELF, RelationType.IMPLEMENTS, "R1", at=10),
            relation(SELF, RelationType.CITES, "R2", at=90),
            relation("R2", RelationType.BASED_ON, "R1", at=200),
        ),
    }
    plan: dict[str, Any] = {"type": "Kế hoạch", "title": "trồng rừng ven sông", **_place(SON_LA)}
    plan["duties"] = (duty("Sở Y tế", "Hướng dẫn thực hiện"), duty("Sở Tài chính", "Cấp kinh phí"))
    plan["targets"] = (indicator("Tỷ lệ che phủ rừng", value(45.5)),)
    return [
        paper("nq.txt", "31-NQ/TW", "2014-03-12", type="Nghị quyết", **_place(CENTRAL)),
        paper("kh.txt", "15/KH-UBND", "2018-05-04", **plan, **said),
        paper("kh (2).txt", "15/KH-UBND", "2018-05-04", **plan, **said),
        paper("mờ.txt", None, None, title="kế hoạch", quality=Quality.NEEDS_REVIEW),
        replace(paper("nửa.txt", "7/CV-SYT", "2019", **_place(SON_LA)), text="nửa chữ: \ud83d"),
    ]


def moved_on(store: SqliteStore, reason: str = "theo bản giấy") -> None:
    """Load, so that keys are redirected: a plan without a date gets one from its own file.

    Then people judge: two documents are one, two are not, and one word is taken back.
    """
    load(store, paper("a.txt", "8/KH-SYT", None, references=(_late("2018"),), **_place(SON_LA)))
    load(store, paper("b.txt", "214/KH-UBND", "2018-07-01", **_place(SON_LA)))
    said = [
        judge(store, Named.of(left), verdict, Named.of(right), "Lò Thị A", reason, at).judgement
        for left, verdict, right, at in (
            ("vn-son-la.9-kh-syt", Verdict.SAME, "vn-son-la.8-kh-syt", "2026-01-01T00:01:00Z"),
            ("vn.31-nq-tw.2014-03-12", Verdict.NOT_SAME, "vn-son-la.8-kh-syt", "2026-01-02"),
            ("vn.31-nq-tw.2014-03-12", Verdict.NOT_SAME, "vn-son-la.7-cv-syt.2019", "2026-01-03"),
        )
    ]
    undo(store, said[-1].id, "Lò Thị B", reason, "2026-01-04T00:00:00Z")


def _late(date: str) -> Any:
    return reference("R1", "214/KH-UBND", date, type="Kế hoạch", **_place(SON_LA))


@pytest.fixture
def source(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore.open(tmp_path / "source.sqlite")
    write_files(store, papers(), failures=(FAILED,))
    moved_on(store)
    assert store.redirects()
    yield store
    store.close()


@pytest.fixture(params=KINDS)
def stores(stores: Stores) -> Stores:
    return stores


@pytest.fixture
def target(stores: Stores) -> MovableStore:
    return stores.make()


def test_a_copy_is_the_same_graph(source: SqliteStore, target: MovableStore) -> None:
    copied = copy_graph(source, target)
    assert whole(target) == whole(source)
    assert list(target.contents(text=True)) == list(source.contents(text=True))
    assert target.redirects() == source.redirects()
    assert judgements_of(target) == judgements_of(source) != []
    assert copied.digest == digest(source) == digest(target)
    assert (copied.written, copied.redirects) == (8, len(source.redirects()))
    assert copied.state.files == 8


def test_an_empty_graph_can_be_copied(tmp_path: Path, target: MovableStore) -> None:
    empty = SqliteStore.open(tmp_path / "empty.sqlite")
    assert copy_graph(empty, target).state.files == 0
    empty.close()


def test_there_and_back_again(source: SqliteStore, target: MovableStore, tmp_path: Path) -> None:
    back = SqliteStore.open(tmp_path / "back.sqlite")
    assert copy_graph(source, target).digest == copy_graph(target, back).digest
    assert whole(back) == whole(source)
    back.close()


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pieces_do_not_show(
    source: SqliteStore, target: MovableStore, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = digest(source)
    monkeypatch.setattr(graph.movable, "FILES", size)
    monkeypatch.setattr(graph.movable, "PAGE", size)
    monkeypatch.setattr(graph.copying, "LETTERS", 300 * size)
    told: list[tuple[int, int]] = []
    assert copy_graph(source, target, lambda done, of: told.append((done, of))).digest == expected
    assert len(told) >= 8 // size
    assert told[-1] == (8, 8)
    assert told == sorted(told)


def test_a_copy_that_was_cut_off_goes_on(
    source: SqliteStore, target: MovableStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.movable, "FILES", 3)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_graph(source, target, stop)
    assert 0 < target.state().files < 8
    copied = copy_graph(source, target)
    assert copied.written == 5
    assert whole(target) == whole(source)


def test_copying_again_writes_nothing(source: SqliteStore, target: MovableStore) -> None:
    first = copy_graph(source, target)
    again = copy_graph(source, target)
    assert again.written == 0
    assert again.state == first.state


def test_a_store_that_holds_something_else_is_left_alone(
    source: SqliteStore, target: MovableStore
) -> None:
    other = SqliteStore.open(source._path.with_name("other.sqlite"))
    load(other, paper("kh.txt", "16/KH-UBND", "2018-05-04", **_place(SON_LA)))
    copy_graph(other, target)
    other.close()
    before = whole(target)
    with pytest.raises(TargetInUse, match=r"kh\.txt"):
        copy_graph(source, target)
    assert whole(target) == before


def test_leftover_redirects_are_something_else(source: SqliteStore, target: MovableStore) -> None:
    target.commit(Change(redirects={"vn.cu": "vn.moi"}))
    with pytest.raises(TargetInUse, match=r"vn\.cu"):
        copy_graph(source, target)


def test_a_load_into_the_source_ends_the_copy(
    source: SqliteStore, target: MovableStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.movable, "FILES", 3)

    def load_more(done: int, of: int) -> None:
        load(source, paper(f"{done}.txt", f"{done}/KH-UBND", "2018", **_place(SON_LA)))

    with pytest.raises(StoreChanged):
        copy_graph(source, target, load_more)


def test_what_an_older_phahe_asserted_is_copied_as_it_is(
    source: SqliteStore, target: MovableStore
) -> None:
    key = source.files(["kh.txt"])[0].document
    edge, evidence = leaving_edges(source, [key or ""])[0]
    [said] = [e for e in evidence if e.file == "kh.txt"]
    other = Assertion(edge, said._replace(rule="a rule of old", confidence=0.25))
    source.commit(Change(reassert=("kh.txt",), assertions=(other,)))
    copy_graph(source, target)
    assert whole(target) == whole(source)


class Losing(ModelStore):
    """A store that loses something of each commit."""

    def __init__(self, lose: str) -> None:
        super().__init__()
        self._lose = lose

    def commit(self, change: Change) -> None:
        if self._lose == "assertions":
            change = replace(change, assertions=change.assertions[1:])
        elif self._lose == "text":
            change = replace(change, contents=tuple(map(_without_text, change.contents)))
        elif self._lose == "redirects":
            change = replace(change, redirects={})
        else:
            change = replace(change, failures=())
        super().commit(change)


def _without_text(content: FileContent) -> FileContent:
    return replace(content, text=content.text[:-1])


@pytest.mark.parametrize(
    ("lose", "message"),
    [
        ("assertions", "assertions"),
        ("failures", "files 7 instead of 8"),
        ("text", "digest"),
        ("redirects", "digest"),
    ],
)
def test_a_copy_that_lost_something_is_refused(
    source: SqliteStore, lose: str, message: str
) -> None:
    with pytest.raises(CopyDiffers, match=message):
        copy_graph(source, Losing(lose))


def test_a_store_without_redirects_cannot_be_moved(source: SqliteStore) -> None:
    class Half:
        pass

    assert movable(source) is source
    with pytest.raises(StoreUnavailable):
        movable(Half())  # type: ignore[arg-type]


def test_pages_are_all_nodes_in_order(source: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph.movable, "PAGE", 2)
    keys = [document.key for page in document_pages(source) for document in page]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys)) == source.state().documents
