from __future__ import annotations

import pytest

from graph.errors import BadCursor
from graph.model import DocumentStatus
from graph.store import Criteria, Store
from queries import search as module
from queries.search import search
from tests.queries.small_graphs import graph

FACTS = {
    "a": {"number": "20-NQ/TW", "title": "về tăng cường bảo vệ sức khỏe", "issue_date": "2017"},
    "b": {"number": "120-NQ/TW", "title": "về đường sắt", "issue_date": "2020"},
    "c": {"title": "thực hiện Nghị quyết 20-NQ/TW về sức khoẻ", "issue_date": "2018"},
    "d": {"title": "về bảo vệ dương liễu", "issuer": "Sở Y tế", "issue_date": "2019"},
    "e": {
        "title": "sức khỏe và bảo vệ trẻ em",
        "issue_date": "2021",
        "status": DocumentStatus.CITED_ONLY,
    },
    "f": {"title": "sức khỏe và bảo vệ trẻ em", "issue_date": "2016"},
    "g": {"title": "sức khỏe và bảo vệ trẻ em"},
    "h": {"title": "sức khỏe và bảo vệ trẻ em", "issue_date": "2016-05"},
}


@pytest.fixture
def store() -> Store:
    return graph(facts=FACTS)


def found(store: Store, words: str, **options: object) -> list[str]:
    return [d.key for d in search(store, words, **options).items]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("20-NQ/TW", ["a", "c"]),
        ("20 nq tw", ["a", "c"]),
        ("so y te", ["d"]),
        ("duong", ["b", "d"]),
        ("dương", ["d", "b"]),
        ("đường", ["b", "d"]),
        ("suc khoe tre e", ["h", "f", "g", "e"]),
        ("bảo vệ sức khỏe", ["a", "h", "f", "g", "e"]),
        ("không có đâu", []),
    ],
)
def test_words_and_numbers_in_order(store: Store, words: str, expected: list[str]) -> None:
    assert found(store, words) == expected


def test_a_type_with_its_number_finds_that_document_before_those_that_name_it() -> None:
    plan = {"type": "Kế hoạch", "title": "Nghị quyết 20-NQ/TW: kế hoạch thực hiện"}
    store = graph(facts={"a": plan, "b": FACTS["a"] | {"type": "Nghị quyết"}})
    assert found(store, "nghị quyết 20-NQ/TW") == ["b", "a"]
    assert found(store, "nghi quyet so 20") == []


def test_a_type_with_a_body_or_a_subject_finds_what_is_called_so() -> None:
    called = {"type": "Kế hoạch", "issuer": "Sở Y tế tỉnh Sơn La", "title": "Về cải cách hồ sơ"}
    citing = {"type": "Kế hoạch", "issuer": "Sở Nội vụ tỉnh Sơn La"}
    facts: dict[str, dict[str, object]] = {
        f"a{n}": {**citing, "title": "Thực hiện Kế hoạch 5 của Sở Y tế về cải cách"}
        for n in range(module.RANKED - 1)
    }
    store = graph(facts={**facts, "z": called})
    assert found(store, "kế hoạch sở y tế", limit=2)[0] == "z"
    assert found(store, "ke hoach cai cach ho so") == ["z"]
    assert found(store, "kế hoạch về cải cách", limit=2)[0] == "z"
    assert found(store, "kế hoạch cải cách", limit=2)[0] == "z"
    assert found(store, "cải cách", limit=2) == ["z", "a0"]
    assert found(store, "thực hiện kế hoạch 5", limit=2) == ["a0", "a1"]


@pytest.mark.parametrize(
    "typed",
    [
        "tăng cường bảo vệ rừng ven biển trong tình hình mới",
        "về tăng cường bảo vệ rừng",
        "nghị quyết tăng cường bảo vệ rừng ven",
        "Nghị quyết về tăng cường bảo vệ rừng ven biển trong tình hình mới",
    ],
)
def test_who_types_a_title_finds_what_is_called_so_among_many_that_name_it(
    typed: str,
) -> None:
    title = "tăng cường bảo vệ rừng ven biển trong tình hình mới"
    naming = {"type": "Kế hoạch", "title": f"Thực hiện Nghị quyết 7/NQ-CP về {title}"}
    called = {"type": "Nghị quyết", "number": "7/NQ-CP", "issue_date": "1999"}
    store = graph(
        facts={
            **{f"a{n}": naming | {"issue_date": "2020"} for n in range(module.RANKED + 1)},
            "z": called | {"title": f"về {title}"},
        }
    )
    assert found(store, typed, limit=1) == ["z"]


def test_both_spellings_of_a_tone_agree(store: Store) -> None:
    assert found(store, "sức khoẻ 20-nq/tw") == found(store, "sức khỏe 20-nq/tw") == ["c", "a"]


def test_the_last_word_may_be_a_beginning_the_others_not(store: Store) -> None:
    assert found(store, "dương li") == ["d"]
    assert found(store, "dươ liễu") == []


def test_filters_narrow(store: Store) -> None:
    loaded = Criteria(status=DocumentStatus.LOADED, issued_from="2016-02", issued_until="2019")
    assert found(store, "sức khỏe", criteria=loaded) == ["h", "c", "a"]


def test_pages_joined_are_the_whole_also_behind_the_ranked_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = graph(
        facts={f"k{n:02}": {"title": "kế hoạch", "issue_date": str(1990 + n)} for n in range(12)}
    )
    monkeypatch.setattr(module, "RANKED", 5)
    keys, cursor = [], None
    while True:
        page = search(store, "ke hoach", limit=2, cursor=cursor)
        assert page.total == 12
        keys += [d.key for d in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert keys == [f"k{n:02}" for n in (11, 10, 9, 8, 7, *range(7))]


def test_a_number_in_another_spelling_counts_once(store: Store) -> None:
    answer = search(store, "20NQ-TW".replace("NQ", "-NQ"))
    assert answer.total == len(answer.items) == 2


def test_a_cursor_of_other_words_is_refused(store: Store) -> None:
    cursor = search(store, "sức khỏe", limit=1).next
    with pytest.raises(BadCursor):
        search(store, "suc khoe", cursor=cursor)


def test_numbers_that_begin_so_come_before_titles_that_name_one() -> None:
    plan = {"type": "Kế hoạch", "issue_date": "2022"}
    store = graph(
        facts={
            "a": {"number": "20-NQ/TW", "issue_date": "2017"},
            "b": {"number": "20/NQ-CP", "issue_date": "2019"},
            "c": plan | {"title": "Thực hiện Nghị quyết 20-NQ/TW"},
            "d": plan | {"number": "207/KH-UBND", "title": "Thực hiện Nghị quyết 20-NQ/TW"},
            "e": {"number": "20/NQ-CP", "status": DocumentStatus.CITED_ONLY},
        }
    )
    assert found(store, "20-NQ") == ["b", "a", "e", "c", "d"]
    assert found(store, "20 nq cp") == ["b", "e"]
    assert found(store, "20") == ["d", "b", "a", "e", "c"]
    assert found(store, "20", limit=1) == ["d"]


def test_pages_of_one_number_joined_are_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    named = {"title": "Thực hiện Kế hoạch 5/KH-UBND"}
    store = graph(
        facts={
            **{f"a{n}": {"number": "5/KH-UBND", "issue_date": f"{1990 + n}"} for n in range(5)},
            **{f"b{n}": {"number": "5/KH-UBNDTP", "issue_date": f"{1990 + n}"} for n in range(3)},
            "c": {"number": "05/KH-UBND"},
            "d": named | {"issue_date": "2001"},
            "e": named,
        }
    )
    whole = ["a4", "a3", "a2", "a1", "a0", "c", "b2", "b1", "b0", "d", "e"]
    for ranked, order in ((200, whole), (4, None)):
        monkeypatch.setattr(module, "RANKED", ranked)
        for limit in (1, 2, 3, 6, 20):
            keys, cursor = [], None
            while True:
                page = search(store, "5/KH-UBND", limit=limit, cursor=cursor)
                assert page.total == len(whole)
                keys += [d.key for d in page.items]
                cursor = page.next
                if cursor is None:
                    break
            assert keys == order or (order is None and sorted(keys) == sorted(whole))


@pytest.mark.parametrize("words", ["", " ", "///", "…"])
def test_words_without_letters_find_nothing(store: Store, words: str) -> None:
    found = search(store, words)
    assert (found.items, found.total, found.next) == ((), 0, None)
