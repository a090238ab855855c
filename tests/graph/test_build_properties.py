"""The graph is a function of the set of loaded files: order, pieces and reloads do not show."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.sqlite_store.store import SqliteStore
from graph.store import Store
from loaders.records import SELF, Level, LooseMentions, Quality, Reference, RelationType, Span
from tests.graph.papers import Whole, duty, indicator, paper, reference, relation, value, whole
from tests.model_store import ModelStore

NUMBERS = ["20-NQ/TW", "15/KH-UBND", "7/KH-TTYT", "214/TTr-YT", None]
DATES = [None, "2017", "2017-10", "2017-10-25", "2017-10-26", "2022-06-16"]
TITLES = [
    None,
    "về bảo vệ, chăm sóc sức khỏe nhân dân",
    "về phát triển kinh tế tập thể, hợp tác xã",
    "Luật sửa đổi, bổ sung một số điều của Luật Dược",
    "Luật sửa đổi, bổ sung một số điều của Luật Giá",
    "phòng bệnh giai đoạn 2016-2020",
]
PLACES = [
    (None, None, None, None),
    (Level.CENTRAL, None, None, "Chính phủ"),
    (Level.PROVINCE, "Cao Bằng", None, "Ủy ban nhân dân tỉnh Cao Bằng"),
    (Level.PROVINCE, "Sơn La", None, None),
    (None, "Sơn La", None, None),
    (Level.FACILITY, "Sơn La", None, "Trung tâm Y tế Mộc Châu"),
    (Level.FACILITY, "Sơn La", None, "Trung tâm Y tế Yên Châu"),
]
AGENCIES = ["Sở Y tế", "SỞ Y TẾ", "Ủy ban nhân dân các xã"]
TASKS = ["Chủ trì, hướng dẫn thực hiện", "Chủ trì,\nhướng dẫn thực hiện.", "Bố trí kinh phí"]
GOALS = ["Tỷ lệ che phủ rừng", "Tỷ lệ che phủ  rừng", "Tỷ lệ hộ dùng nước sạch"]
TYPES = [None, "Nghị quyết", "Kế hoạch", "Luật"]

facts: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "number": st.sampled_from(NUMBERS),
        "date": st.sampled_from(DATES),
        "title": st.sampled_from(TITLES),
        "place": st.sampled_from(PLACES),
        "type": st.sampled_from(TYPES),
        "term": st.sampled_from([None, "XII", "XIII"]),
        "other_dates": st.sampled_from([(), ("2017-10-26",), ("2022-06-16", "2017-10-25")]),
        "loose": st.sampled_from([None, None, *TITLES[1:3]]),
    }
)

CAO_BANG = PLACES[2]
WORK = "Kế hoạch phòng bệnh giai đoạn 2016-2020"
ACT = {"title": f"ban hành {WORK}", "type": "Quyết định", "place": CAO_BANG}
ACTS = [
    {"number": number, "date": date, **ACT}
    for number, date in (("9/QĐ-UBND", "2017-10-25"), ("8/QĐ-UBND", "2016-02-01"))
]
NAMED = {"number": None, "date": None, "title": WORK, "place": CAO_BANG, "type": "Kế hoạch"}
WORKS = [{"term": None, "other_dates": (), "loose": None, **NAMED, "place": at} for at in PLACES]
acts = st.sampled_from(ACTS)
PLENUM = {"title": f"Nghị quyết Trung ương 6 khóa XII {TITLES[1]}", "type": "Nghị quyết"}
WORKS += [{**WORKS[0], "place": at, **PLENUM} for at in PLACES[:2]]
works = st.sampled_from(WORKS)


@st.composite
def papers(draw: st.DrawFn, name: str) -> ReadFile:
    head = draw(st.one_of(facts, facts, acts))
    said = draw(st.lists(st.one_of(facts, facts, works), max_size=3))
    references = tuple(_reference(f"R{place}", one) for place, one in enumerate(said, start=1))
    ends = [SELF, *(one.key for one in references)]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ends), st.sampled_from(ends)), max_size=3))
    relations = tuple(
        relation(source, RelationType.IMPLEMENTS, target, at=30 * place)
        for place, (source, target) in enumerate(pairs)
    )
    quality = draw(
        st.sampled_from([Quality.GOOD, Quality.GOOD, Quality.GARBLED, Quality.NEEDS_REVIEW])
    )
    tasks = draw(st.lists(st.tuples(st.sampled_from(AGENCIES), st.sampled_from(TASKS)), max_size=3))
    goals = draw(
        st.lists(st.tuples(st.sampled_from(GOALS), st.sampled_from([90.0, 95.5])), max_size=2)
    )
    return paper(
        name, head["number"], head["date"], title=head["title"], type=head["type"],
        references=references, relations=relations, quality=quality,
        spans={"title": Span(0, 6)},
        duties=tuple(duty(*one, at=200 * place) for place, one in enumerate(tasks)),
        targets=tuple(
            indicator(goal, value(number, at=100 * place))
            for place, (goal, number) in enumerate(goals)
        ),
        **_place(head["place"]),
    )  # fmt: skip


def _reference(key: str, said: dict[str, Any]) -> Reference:
    dates = said["other_dates"] if said["date"] else ()
    named = {name: said[name] for name in ("title", "type", "term")}
    place = _place(said["place"])
    apart = said["number"] and said["date"] and said["loose"]
    loose = LooseMentions((0,), said["loose"], None, None) if apart else None
    date = said["date"]
    return reference(key, said["number"], date, other_dates=dates, loose=loose, **named, **place)


def _place(place: tuple[Level | None, str | None, str | None, str | None]) -> dict[str, Any]:
    return dict(zip(("level", "province", "district", "issuer"), place, strict=True))


@st.composite
def collections(draw: st.DrawFn) -> list[ReadFile]:
    count = draw(st.integers(1, 5))
    return [draw(papers(f"{place}.txt")) for place in range(count)]


Step = Callable[[Store], object]


def content_of(steps: Sequence[Step]) -> Whole:
    """Return what a new store holds after the steps."""
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteStore.open(Path(folder) / "graph.sqlite")
        try:
            store._db.execute("pragma synchronous = off")  # nothing here survives the test
            for step in steps:
                step(store)
            return whole(store)
        finally:
            store.close()


def loading(*files: ReadFile) -> Step:
    return lambda store: write_files(store, files)


def forgetting(*names: str) -> Step:
    return lambda store: write_files(store, (), names)


careful = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@careful
@given(collections(), st.randoms(use_true_random=False))
def test_any_order_and_any_pieces_give_one_graph(files: list[ReadFile], random: Random) -> None:
    at_once = content_of([loading(*files)])
    mixed = random.sample(files, len(files))
    assert content_of([loading(one) for one in mixed]) == at_once
    half = len(mixed) // 2
    assert content_of([loading(*mixed[half:]), loading(*mixed[:half])]) == at_once


@careful
@given(collections(), collections(), st.randoms(use_true_random=False))
def test_what_was_loaded_before_leaves_no_trace(
    files: list[ReadFile], others: list[ReadFile], random: Random
) -> None:
    at_once = content_of([loading(*files)])
    names = [f"other{place}" for place in range(len(others))]
    foreign = [
        ReadFile(name, one.record, one.text) for name, one in zip(names, others, strict=True)
    ]
    changed = [ReadFile(a.name, b.record, b.text) for a, b in zip(files, others, strict=False)]
    steps = [loading(*changed), loading(*foreign), loading(*files), forgetting(*names)]
    assert content_of(steps) == at_once
    assert content_of([*steps, loading(*random.sample(files, len(files)))]) == at_once


@careful
@given(collections(), collections())
def test_the_store_holds_what_the_plainest_one_does(
    files: list[ReadFile], others: list[ReadFile]
) -> None:
    foreign = [ReadFile(f"x{one.name}", one.record, one.text) for one in others]
    steps = [loading(*files), *(loading(one) for one in foreign), forgetting("0.txt", "x1.txt")]
    plain = ModelStore()
    for step in steps:
        step(plain)
    assert content_of(steps) == whole(plain)


@careful
@given(collections())
def test_forgetting_everything_leaves_nothing(files: list[ReadFile]) -> None:
    empty = content_of([loading(*files), forgetting(*(one.name for one in files))])
    assert empty == Whole((), (), (), (), counts=(0, 0, 0, 0, 0, 0))


@pytest.mark.parametrize("name", ["a.txt", "b.txt"])
def test_builders_make_what_a_store_takes(name: str) -> None:
    assert content_of([loading(paper(name, "1/KH-UBND"))]).files[0].name == name
