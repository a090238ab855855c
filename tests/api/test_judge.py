"""`phahe judge` and `phahe judgements`, on a small store that `phahe load` made."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.papers import paper, write
from tests.api.phahe import Answer, Place, address, phahe
from tests.stores import REAL_KINDS

WORK = "Chương trình sức khỏe học đường giai đoạn 2021-2025"
ACT = "Quyết định số 85/QĐ-TTg của Thủ tướng Chính phủ"
THIRD = "Quyết định số 86/QĐ-TTg của Thủ tướng Chính phủ"
WORK_KEY = "vn.chuong-trinh-suc-khoe-hoc-duong.2021-2025"
ACT_KEY, THIRD_KEY = "vn.85-qd-ttg", "vn.86-qd-ttg"


@pytest.fixture(params=REAL_KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """A store for one test, which judges in it."""
    for name, parent in (("a", WORK), ("b", ACT), ("c", THIRD)):
        write(tmp_path / "in", f"{name}.txt", paper(f"1{name}/KH-UBND", parent=parent))
    made: Place = tmp_path / "graph.sqlite"
    if request.param == "neo4j":
        made = request.getfixturevalue("neo4j_access")
    answer = phahe("load", tmp_path / "in", store=made)
    assert answer.code == 0, answer.err
    return made


def judge(store: Place, *words: str, json: bool = True) -> Answer:
    flags = ("--json",) if json else ()
    return phahe("judge", *words, "--reason", "theo bản giấy", "--author", "Lò Thị A", *flags,
                 store=store)  # fmt: skip


def key_today(store: Place, key: str) -> str:
    answer = phahe("show", key, "--json", store=store)
    assert answer.code == 0, answer.err
    return str(answer.json["key"])


def test_same_and_undo(store: Place) -> None:
    assert key_today(store, WORK_KEY) == WORK_KEY
    said = judge(store, WORK_KEY, "same", "85", "QĐ-TTg")
    assert said.code == 0, said.err
    assert said.json["outcome"] == "judged"
    row = said.json["judgement"]
    assert (row["author"], row["reason"], row["undone"]) == ("Lò Thị A", "theo bản giấy", None)
    assert {row["left"]["today"], row["right"]["today"]} == {ACT_KEY}
    assert key_today(store, WORK_KEY) == ACT_KEY
    again = judge(store, WORK_KEY, "same", ACT_KEY).json
    assert (again["outcome"], again["judgement"]["id"]) == ("unchanged", row["id"])
    undone = judge(store, WORK_KEY, "undo", ACT_KEY)
    assert undone.json["judgement"]["undone"]["author"] == "Lò Thị A"
    assert key_today(store, WORK_KEY) == WORK_KEY
    listed = phahe("judgements", "--json", store=store).json
    assert [one["id"] for one in listed["items"]] == [row["id"]]
    assert judge(store, "undo", row["id"]).code == 2


def test_undo_takes_the_row_that_is_named_and_no_other(store: Place) -> None:
    one = judge(store, WORK_KEY, "same", ACT_KEY).json["judgement"]["id"]
    assert judge(store, "undo", one).json["outcome"] == "undone"
    one = judge(store, WORK_KEY, "same", ACT_KEY).json["judgement"]["id"]
    other = judge(store, WORK_KEY, "same", THIRD_KEY).json["judgement"]["id"]
    for left, right in ((ACT_KEY, ACT_KEY), (ACT_KEY, THIRD_KEY)):  # one node by now, not judged so
        refused = judge(store, "undo", left, right)
        assert refused.code == 2
        assert one in refused.err and other in refused.err
    assert judge(store, ACT_KEY, "undo", WORK_KEY).json["judgement"]["id"] == one
    assert key_today(store, WORK_KEY) == key_today(store, THIRD_KEY) != key_today(store, ACT_KEY)
    refused = judge(store, ACT_KEY, "undo", WORK_KEY)
    assert refused.code == 2 and other in refused.err
    assert key_today(store, WORK_KEY) == key_today(store, THIRD_KEY)
    assert judge(store, WORK_KEY, "undo", THIRD_KEY).json["judgement"]["id"] == other
    assert key_today(store, WORK_KEY) == WORK_KEY


def test_a_judgement_is_undone_by_its_keys_when_its_documents_are_gone(store: Place) -> None:
    one = judge(store, WORK_KEY, "same", ACT_KEY).json["judgement"]["id"]
    for name in ("1a/KH-UBND", "1b/KH-UBND"):
        assert phahe("forget", name, store=store).code == 0
    assert phahe("show", WORK_KEY, store=store).code != 0
    assert judge(store, ACT_KEY, "undo", WORK_KEY).json["judgement"]["id"] == one


def test_show_and_resolve_say_that_a_person_decided(store: Place) -> None:
    judge(store, WORK_KEY, "same", ACT_KEY)
    shown = phahe("show", ACT_KEY, "--json", store=store).json
    assert [one["left"]["key"] for one in shown["judgements"]] == [WORK_KEY]
    words = shown["judgements"][0]["words"]
    assert words.startswith("người kết luận: ") and "là một với 85/QĐ-TTg" in words
    assert words.endswith(": theo bản giấy)")
    assert words in " ".join(phahe("show", ACT_KEY, store=store).out.split())
    meant = phahe("resolve", WORK, "--json", store=store).json
    assert meant["document"]["key"] == ACT_KEY
    assert meant["judgements"] == shown["judgements"]
    assert words in meant["candidates"][0]["reasons"]
    assert phahe("resolve", THIRD, "--json", store=store).json["judgements"] == []


def test_a_candidate_does_not_show_what_was_decided_about_a_document_that_is_none(
    store: Place,
) -> None:
    judge(store, ACT_KEY, "not-same", THIRD_KEY)
    meant = phahe("resolve", THIRD, "--json", store=store).json
    assert len(meant["judgements"]) == 1
    assert "kết luận" not in " ".join(meant["candidates"][0]["reasons"])


def test_a_contradiction_is_refused_with_its_chain(store: Place) -> None:
    first = judge(store, WORK_KEY, "same", ACT_KEY).json["judgement"]["id"]
    second = judge(store, ACT_KEY, "same", THIRD_KEY).json["judgement"]["id"]
    refused = judge(store, WORK_KEY, "not-same", THIRD_KEY)
    assert (refused.code, refused.json["code"]) == (2, "contradiction")
    assert refused.json["keys"] == [WORK_KEY, ACT_KEY, THIRD_KEY]
    assert [one["id"] for one in refused.json["chain"]] == [first, second]
    spoken = judge(store, WORK_KEY, "not-same", THIRD_KEY, json=False)
    assert spoken.code == 2 and spoken.out == ""
    assert f"{WORK_KEY} – {ACT_KEY} – {THIRD_KEY}" in spoken.err
    assert len(phahe("judgements", "--json", store=store).json["items"]) == 2


def test_judgements_are_listed_in_pages_and_by_document(store: Place) -> None:
    judge(store, WORK_KEY, "not-same", THIRD_KEY)
    judge(store, WORK_KEY, "same", ACT_KEY)
    page = phahe("judgements", "--limit", "1", "--json", store=store).json
    assert (page["total"], page["truncated"]) == (2, True)
    rest = phahe("judgements", "--cursor", page["next"], "--json", store=store).json
    ids = {one["id"] for one in [*page["items"], *rest["items"]]}
    assert len(ids) == 2 and rest["next"] is None
    third = phahe("judgements", THIRD_KEY, "--json", store=store).json
    assert [one["verdict"] for one in third["items"]] == ["not-same"]
    assert "đã đối" not in phahe("judgements", store=store).out


def test_judgements_go_with_a_copy(store: Place, tmp_path: Path) -> None:
    judge(store, WORK_KEY, "same", ACT_KEY)
    other = tmp_path / "copy.sqlite"
    copied = phahe("copy", address(store), address(other), "--json", store=store)
    assert copied.code == 0 and copied.json["judgements"] == 1
    listed = [phahe("judgements", "--json", store=one).out for one in (store, other)]
    assert listed[0] == listed[1]


def test_review_gives_the_commands_that_settle_it(store: Place, tmp_path: Path) -> None:
    parent = f"{ACT} về phê duyệt {WORK}"
    write(tmp_path / "more", "d.txt", paper("9/KH-UBND", parent=f"{WORK}, {parent}"))
    near = (
        "Quyết định số 86/QĐ-TTg ngày 12/3/{} của Thủ tướng Chính phủ về chính sách trồng rừng "
        "ven sông"
    )
    for day in (12, 13):
        text = paper(f"{day}/KH-UBND", parent=near.format(day + 2002))
        write(tmp_path / "more", f"{day}.txt", text)
    assert phahe("load", tmp_path / "more", store=store).code == 0
    answer = phahe("review", "--json", store=store)
    assert answer.code == 0, answer.err
    found = {item["document"]["key"]: item for item in answer.json["items"]}
    day, other = "vn.86-qd-ttg.2014-03-12", "vn.86-qd-ttg.2015-03-12"
    assert found[day]["kind"] == "duplicate"
    [candidate] = found[day]["candidates"]
    assert candidate["document"]["key"] == other
    assert any("có thể viết nhầm" in reason for reason in candidate["reasons"])
    assert candidate["commands"]["same"] == f'phahe judge {day} same {other} --reason "…"'
    spoken = phahe("review", store=store).out
    assert candidate["commands"]["same"] in spoken
    for nth, cited in ((12, found[day]["citations"]), (13, candidate["citations"])):
        [place] = cited
        text = (tmp_path / "more" / f"{nth}.txt").read_text(encoding="utf-8")
        assert place["file"].endswith(f"{nth}.txt") and place["quote"] in place["sentence"]
        assert text[slice(*place["span"])] == place["quote"]
        assert place["sentence"] in text
        assert f"{place['file']}: “" in spoken
    assert judge(store, day, "same", other).code == 0
    left = phahe("review", "--kind", "duplicate", "--json", store=store).json["items"]
    assert day not in {item["document"]["key"] for item in left}
    assert phahe("review", "--kind", "all", store=store).code == 2
