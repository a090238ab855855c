"""Review: what a person should look at, and what not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.identity.ends import Named
from graph.identity.touched import ReadFile
from graph.judgement import Verdict
from graph.judging import judge
from graph.model import FileContent
from graph.store import Store
from loaders.records import SELF, Level, RelationType
from queries.errors import BadOption
from queries.review import ReviewKind, review
from queries.review_shapes import review_json
from tests.graph.papers import LAI_CHAU, SON_LA, load, paper, reference, relation
from tests.queries import small_graphs
from tests.stores import Stores

HEALTH = "về bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"
ECONOMY = "về phát triển kinh tế tập thể, hợp tác xã"
PROGRAMME = "Chương trình sức khỏe học đường tỉnh miền núi"


def _place(place: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip(("level", "province", "district"), place, strict=True))


def citing(nth: int, said: dict[str, Any]) -> ReadFile:
    """A plan of Sơn La that names one document."""
    made: dict[str, Any] = {"references": (reference("R1", **said),), **_place(SON_LA)}
    return paper(f"{nth}.txt", f"{nth}/KH-UBND", f"2023-01-{nth:02}", **made)


def central(number: str | None, date: str | None = None, **more: Any) -> dict[str, Any]:
    return {"number": number, "date": date, "level": Level.CENTRAL, **more}


def kinds(store: Store) -> list[tuple[str, str, list[str]]]:
    return [
        (item.kind.value, item.document.key, [one.document.key for one in item.candidates])
        for item in review(store).items
    ]


def test_what_is_ambiguous_is_listed_by_what_hangs_on_it() -> None:
    store = small_graphs.make_store()
    load(
        store,
        citing(1, central("20-NQ/TW", "2017-10-25", title=HEALTH)),
        citing(2, central("20-NQ/TW", "2022-06-16", title=ECONOMY)),
        citing(3, central("20-NQ/TW")),
        citing(4, central("20-NQ/TW")),
    )  # fmt: skip
    [item] = review(store).items
    assert (item.kind, item.document.key, item.value) == (ReviewKind.AMBIGUOUS, "vn.20-nq-tw", 2)
    assert [one.document.key for one in item.candidates] == [
        "vn.20-nq-tw.2017-10-25",
        "vn.20-nq-tw.2022-06-16",
    ]
    said = review_json(review(store))["items"][0]
    assert [(one["file"], one["document"]) for one in said["citations"]] == [
        ("3.txt", "vn-son-la.3-kh-ubnd.2023-01-03"),
        ("4.txt", "vn-son-la.4-kh-ubnd.2023-01-04"),
    ]
    assert all(one["quote"] == "20-NQ/TW" for one in said["citations"])
    assert [one["citations"] for one in said["candidates"]] == [[], []]
    command = said["candidates"][1]["commands"]["not_same"]
    assert command == 'phahe judge vn.20-nq-tw not-same vn.20-nq-tw.2022-06-16 --reason "…"'


@pytest.mark.parametrize("stores", ["model", "sqlite"], indirect=True)
def test_a_list_that_alone_cites_much_is_unpacked_once(stores: Stores) -> None:
    """A register of hundreds of documents takes long to unpack, and may be all that cites them."""
    small = [central("20-NQ/TW", day) for day in ("2017-10-25", "2022-06-16")]
    small += [central("21-NQ/TW", day) for day in ("2017-10-25", "2022-06-16")]
    store = stores.make()
    load(store, *(citing(nth, said) for nth, said in enumerate(small, start=1)))
    bare = tuple(reference(f"R{n}", f"{n}-NQ/TW", level=Level.CENTRAL) for n in (20, 21))
    load(store, paper("list.txt", "9/BC-UBND", "2023-02-01", references=bare, **_place(SON_LA)))
    read: list[str] = []
    contents = store.contents

    def counted(*asked: Any, **more: Any) -> Iterator[FileContent]:
        for content in contents(*asked, **more):
            read.append(content.file.name)
            yield content

    store.contents = counted  # type: ignore[method-assign]
    items = review(store, ReviewKind.AMBIGUOUS).items
    assert [[one.file for one in item.citations] for item in items] == [["list.txt"]] * 2
    assert read == ["list.txt"]


PAIRS = {
    "a programme by its title, and by its number": (
        central(None, type="Chương trình", title=PROGRAMME),
        central("85/QĐ-TTg", "2022-01-17", type="Quyết định", title=PROGRAMME),
    ),
    "an act by day and subject, and by its number": (
        central(
            None, "2017-06-05", type="Chỉ thị", title="về tu bổ đê biển và trồng rừng ngập mặn"
        ),
        central(
            "18/CT-TTg",
            "2017-06-05",
            type="Chỉ thị",
            title="về tu bổ đê biển và trồng rừng ngập mặn",
        ),
    ),
    "an act by its day, and by its number, in other words": (
        central(None, "2017-06-05", type="Chỉ thị", title="về trồng rừng ngập mặn ven biển"),
        central(
            "18/CT-TTg",
            "2017-06-05",
            type="Chỉ thị",
            title="về việc tăng cường trồng rừng ngập mặn ven biển",
        ),
    ),
    "a number that lost its hyphen": (
        central("21-NQ/TW", "2017-10-25", title=HEALTH),
        central("21-NQTW", "2017-10-25", title=HEALTH),
    ),
    "a letter for a figure": (
        central("1O4/NQ-CP", "2017-10-25", title=HEALTH),
        central("104/NQ-CP", "2017-10-25", title=HEALTH),
    ),
    "two numbers of one body, day and title": (
        {"number": "5/KH-SYT", "date": "2018-03-01", "title": PROGRAMME, **_place(SON_LA)},
        {"number": "2/KH-SYT", "date": "2018-03-01", "title": PROGRAMME, **_place(SON_LA)},
    ),
    "a slip in the year": (
        central("104/NQ-CP", "2017-10-25", title=HEALTH),
        central("104/NQ-CP", "2018-10-25", title=HEALTH),
    ),
}
NO_PAIRS = {
    "the same number of two years": (
        central("104/NQ-CP", "2017-10-25", title=HEALTH),
        central("104/NQ-CP", "2019-03-01", title=HEALTH),
    ),
    "two subjects of one number a day apart": (
        central("104/NQ-CP", "2017-10-25", title=HEALTH),
        central("104/NQ-CP", "2017-10-26", title=ECONOMY),
    ),
    "two numbers of one title": (
        central("104/NQ-CP", "2017-10-25", title=HEALTH),
        central("139/NQ-CP", "2017-12-31", title=HEALTH),
    ),
    "plans of two bodies on one day": (
        {"number": "5/KH-SYT", "date": "2018-03-01", "title": PROGRAMME, **_place(SON_LA)},
        {"number": "2/KH-SGDĐT", "date": "2018-03-01", "title": PROGRAMME, **_place(SON_LA)},
    ),
    "an act by its day, and another of that day": (
        central(None, "2017-06-05", type="Chỉ thị", title="về trồng rừng ngập mặn ven biển"),
        central("18/CT-TTg", "2017-06-05", type="Chỉ thị", title="về thu phí qua cầu"),
    ),
    "an act by its day, and another one a day later": (
        central(None, "2017-06-05", type="Chỉ thị", title="về trồng rừng ngập mặn ven biển"),
        central(
            "18/CT-TTg",
            "2017-07-06",
            type="Chỉ thị",
            title="về việc tăng cường trồng rừng ngập mặn ven biển",
        ),
    ),
    "two periods of one programme": (
        central(None, type="Chương trình", title=f"{PROGRAMME} giai đoạn 2016-2020"),
        central("85/QĐ-TTg", "2022-01-17", title=f"{PROGRAMME} giai đoạn 2021-2025"),
    ),
    "one title in two provinces": (
        {"number": "5/KH-UBND", "date": "2018-03-01", "title": PROGRAMME, **_place(SON_LA)},
        {"number": "5/KH-UBND", "date": "2018-03-01", "title": PROGRAMME, **_place(LAI_CHAU)},
    ),
}


def test_citations_of_a_pair_are_shown_of_both_and_no_more_than_three() -> None:
    store = small_graphs.make_store()
    one, other = PAIRS["a slip in the year"]
    load(store, *(citing(nth, one) for nth in range(1, 6)), citing(6, other))
    [item] = review(store).items
    shown = {
        item.document.key: [one.file for one in item.citations],
        item.candidates[0].document.key: [one.file for one in item.others],
    }
    assert sorted(shown.values()) == [["1.txt", "2.txt", "3.txt"], ["6.txt"]]


def two(one: dict[str, Any], other: dict[str, Any]) -> Store:
    store = small_graphs.make_store()
    load(
        store,
        citing(1, one),
        citing(2, other),
    )
    assert store.state().documents == 4
    return store


@pytest.mark.parametrize("name", PAIRS)
def test_what_is_probably_one_is_listed(name: str) -> None:
    [(kind, _, others)] = kinds(two(*PAIRS[name]))
    assert (kind, len(others)) == ("duplicate", 1)


@pytest.mark.parametrize("name", NO_PAIRS)
def test_what_is_not_one_is_not_listed(name: str) -> None:
    assert kinds(two(*NO_PAIRS[name])) == []


def test_what_was_judged_is_not_listed_again() -> None:
    for verdict in Verdict:
        store = two(*PAIRS["a slip in the year"])
        [(_, left, [right])] = kinds(store)
        judge(store, Named.of(left), verdict, Named.of(right), "A", "bản giấy", "2026-01-01")
        assert kinds(store) == []


def test_an_act_and_the_work_that_it_carries_are_not_listed() -> None:
    act = reference("R1", "85/QĐ-TTg", "2022-01-17", title=PROGRAMME, level=Level.CENTRAL)
    work = reference("R2", type="Chương trình", title=PROGRAMME, level=Level.CENTRAL)
    said = (relation("R1", RelationType.APPROVES, "R2"), relation(SELF, RelationType.CITES, "R1"))
    store = small_graphs.make_store()
    made: dict[str, Any] = {"references": (act, work), "relations": said, **_place(SON_LA)}
    load(store, paper("a.txt", "1/KH-UBND", "2023-01-01", **made))
    assert kinds(store) == []


def test_pages_and_kinds() -> None:
    store = two(*PAIRS["a slip in the year"])
    load(store, citing(3, central("104/NQ-CP")))
    whole = review(store)
    both = (ReviewKind.AMBIGUOUS, ReviewKind.DUPLICATE)
    assert {item.kind for item in whole.items} == set(both)
    page = review(store, limit=1)
    rest = review(store, limit=1, cursor=page.next)
    assert (*page.items, *rest.items) == whole.items
    assert (page.total, page.truncated, rest.next) == (2, True, None)
    for kind in both:
        assert [item.kind for item in review(store, kind).items] == [kind]
    with pytest.raises(BadOption):
        review(store, limit=0)
