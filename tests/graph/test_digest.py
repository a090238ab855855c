"""The digest sees every fact, and nothing that is no fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.build import write_files
from graph.change import Change
from graph.digest import digest
from graph.errors import StoreChanged
from graph.judgement import Anchor, Judgement, Undone, Verdict
from graph.model import Assertion, Edge, Evidence, FileContent, StoredClaim
from graph.sqlite_store.store import SqliteStore
from graph.store import At, DutyCriteria, Row, Sought, TargetCriteria
from loaders.records import RelationType
from tests.graph.papers import (
    LAI_CHAU,
    SON_LA,
    claim,
    duty,
    indicator,
    load,
    paper,
    reference,
    value,
)
from tests.model_store import ModelStore
from tests.stores import Stores, every_real_kind


def _place(place: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(("level", "province", "district"), place, strict=True))


FILES = [
    paper(
        f"{number}.txt",
        f"{number}/KH-UBND",
        "2018-05-04",
        title="trồng rừng",
        references=(reference("R1", "31-NQ/TW", "2014-03-12", type="Nghị quyết"),),
        **_place(place),
    )
    for number, place in ((15, SON_LA), (27, LAI_CHAU), (3, SON_LA))
]


def expected() -> str:
    """The digest of the plain model, which every store has to give."""
    store = ModelStore()
    load(store, *FILES)
    return digest(store)


@every_real_kind
def test_order_of_loading_and_number_of_commits_do_not_show(stores: Stores) -> None:
    for pieces in ([FILES], [[one] for one in reversed(FILES)]):
        store = stores.make()
        for piece in pieces:
            load(store, *piece)
        assert digest(store) == expected()


@every_real_kind
def test_reading_a_store_while_it_is_written_to_is_noticed(stores: Stores) -> None:
    store = stores.make()
    load(store, *FILES)
    other = stores.again()
    before = other.redirects

    def late() -> dict[str, str]:
        load(other, paper("late.txt", "99/KH-UBND", "2018", **_place(SON_LA)))
        return before()

    store.redirects = late  # type: ignore[method-assign]
    with pytest.raises(StoreChanged):
        digest(store)


def _content(change: Change, **facts: Any) -> Change:
    return replace(change, contents=(replace(change.contents[0], **facts), *change.contents[1:]))


def _file(change: Change, **facts: Any) -> Change:
    return _content(change, file=replace(change.contents[0].file, **facts))


def _record(content: FileContent, **facts: Any) -> Any:
    return replace(content.record, **facts)


def _document(change: Change, **facts: Any) -> Change:
    return replace(change, documents=(change.documents[0]._replace(**facts), *change.documents[1:]))


def _claim(change: Change, **facts: Any) -> Change:
    return replace(change, claims=tuple(_other(one, facts) for one in change.claims))


def _other(stored: StoredClaim, facts: dict[str, Any]) -> StoredClaim:
    return stored if stored.claim.own else replace(stored, **facts)


def _evidence(change: Change, **facts: Any) -> Change:
    first = change.assertions[0]
    said: Evidence = first.evidence._replace(**facts)
    return replace(change, assertions=(Assertion(first.edge, said), *change.assertions[1:]))


def _edge(change: Change, edge: Callable[[Edge], Edge]) -> Change:
    first = change.assertions[0]
    made = Assertion(edge(first.edge), first.evidence)
    return replace(change, assertions=(made, *change.assertions[1:]))


_SAID = Anchor("vn.mot", claim("1/KH-UBND"), (claim("1/KH-UBND"),))
JUDGED = Judgement(
    "1", _SAID, Verdict.SAME, replace(_SAID, key="vn.hai"), "Lò Thị A", "2026-01-01", "bản giấy"
)
TAKEN_BACK = Undone("Lò Thị B", "2026-01-02", "nhầm")

CHANGES: dict[str, Callable[[Change], Change]] = {
    "title": lambda c: _document(c, title="trồng rừng ven sông"),
    "no title": lambda c: _document(c, title=None),
    "level": lambda c: _document(c, level=None),
    "status": lambda c: _document(c, status="cited_only"),
    "quality": lambda c: _document(c, quality="garbled"),
    "version": lambda c: _file(c, version="0"),
    "sha256": lambda c: _file(c, sha256="0"),
    "message": lambda c: _file(c, message="see there"),
    "text": lambda c: _content(c, text=c.contents[0].text + " "),
    "encoding": lambda c: _content(c, record=_record(c.contents[0], encoding="utf-16")),
    "recipients": lambda c: _content(c, record=_record(c.contents[0], recipients=("Sở Y tế",))),
    "candidates": lambda c: _claim(c, candidates=("vn.mot", "vn.hai")),
    "order of candidates": lambda c: _claim(c, candidates=("vn.hai", "vn.mot")),
    "type of an edge": lambda c: _edge(c, lambda e: e._replace(type=RelationType.AMENDS)),
    "direction": lambda c: _edge(c, lambda e: Edge(e.target, e.type, e.source)),
    "rule": lambda c: _evidence(c, rule="another"),
    "confidence": lambda c: _evidence(c, confidence=0.5),
    "page": lambda c: _evidence(c, page=1),
    "quote": lambda c: _evidence(c, quote="what it says"),
    "redirect": lambda c: replace(c, redirects={"vn.cu": c.documents[0].key}),
    "redirect elsewhere": lambda c: replace(c, redirects={"vn.cu": c.documents[1].key}),
    "judgement": lambda c: replace(c, judgements=(JUDGED,)),
    "judgement undone": lambda c: replace(c, judgements=(replace(JUDGED, undone=TAKEN_BACK),)),
    "reason of a judgement": lambda c: replace(c, judgements=(replace(JUDGED, reason="nhầm"),)),
    "one assertion less": lambda c: replace(c, assertions=c.assertions[1:]),
    "one file less": lambda c: replace(c, contents=c.contents[1:], assertions=(), reassert=()),
}


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> Change:
    store = SqliteStore.open(tmp_path_factory.mktemp("digest") / "graph.sqlite")
    made = write_files(store, FILES)
    store.close()
    return replace(made, revision=None)


def _digest_of(change: Change) -> str:
    store = ModelStore()
    store.commit(change)
    return digest(store)


@pytest.mark.parametrize("name", CHANGES)
def test_every_fact_counts(change: Change, name: str) -> None:
    assert _digest_of(CHANGES[name](change)) != _digest_of(change)


def test_every_change_is_another_one(change: Change) -> None:
    found = {_digest_of(one(change)) for one in CHANGES.values()}
    assert len(found) == len(CHANGES)


class Forgetful(ModelStore):
    """A store that does not answer all that it should."""

    def find(
        self, criteria: Sought[Row, At], *, limit: int, after: At | None = None
    ) -> tuple[list[Row], int]:
        if isinstance(criteria, self.forgets):
            return [], 0
        return super().find(criteria, limit=limit, after=after)

    forgets: type


@pytest.mark.parametrize("kind", [DutyCriteria, TargetCriteria])
def test_duties_and_targets_count(kind: type) -> None:
    whole, lacking = ModelStore(), Forgetful()
    lacking.forgets = kind
    stating = paper(
        "a.txt", "1/KH-UBND", duties=(duty("Sở Y tế", "Hướng dẫn"),),
        targets=(indicator("Tỷ lệ che phủ rừng", value(45.5)),),
    )  # fmt: skip
    for store in (whole, lacking):
        write_files(store, [stating])
    assert digest(lacking) != digest(whole)
