"""Q1-Q10 on the labelled documents over HTTP: each answer and its sentence, written down by hand.

The papers were read first. Of a sentence only its place is kept here, and a check of its words: the
project holds no sentence of a real paper. A quote proves an answer where it stands in that sentence
and is most of it.
"""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest

from tests.api.asking import Asking, Json


class Sentence(NamedTuple):
    """Where a sentence stands in a paper, and the first sixteen digits of its SHA-256."""

    paper: str
    start: int
    end: int
    check: str


PAPERS = {
    "department": "000_23050706023c0a9f.txt",
    "province": "001_44985bcea5069769.txt",
    "district": "002_a92903b41efa5c8e.txt",
}
SENTENCES = {
    "province_carries_out": Sentence("province", 61, 402, "52be4adc25ee6081"),
    "district_carries_out": Sentence("district", 143, 422, "3837643ef218037b"),
    "department_carries_out": Sentence("department", 348, 604, "70b6036b81795e3c"),
    "health_leads": Sentence("province", 26755, 26902, "f6415d237f5edffa"),
    "health_guides": Sentence("province", 26906, 27057, "efdffd09c3788663"),
    "centre_leads": Sentence("district", 26259, 26656, "51c22a01e0e2981e"),
    "army_helps": Sentence("district", 29175, 29395, "a194f4b7e003a5a1"),
    "police_leads": Sentence("district", 29418, 29589, "5b5265efe905c36d"),
    "insured_in_2025": Sentence("province", 4199, 4248, "e4b6e397a94fc1fc"),
    "insured_in_2030": Sentence("province", 5394, 5439, "4fb69589428227c7"),
    "insured_of_the_district": Sentence("district", 5123, 5166, "c60d3f8f62d599b2"),
    "one_date": Sentence("province", 140, 164, "5801e8c6d1eb0b8c"),
    "another_date": Sentence("province", 2224, 2248, "c997fe43fb249381"),
}
TOP, GOVERNMENT = "vn.20-nq-tw.2017-10-25", "vn.139-nq-cp.2017-12-31"
INSURED = "tham gia bảo hiểm y tế"

pytestmark = pytest.mark.labelled


@pytest.fixture(scope="module")
def keys(seeds: Asking) -> dict[str, str]:
    """The keys of the three papers."""
    loaded = seeds.get("/documents", status="loaded")["items"]
    of_file = {Path(file).name: one["key"] for one in loaded for file in one["files"]}
    return {name: of_file[file] for name, file in PAPERS.items()}


def proves(evidence: list[Json], name: str) -> bool:
    """Tell whether one of the quotes is the sentence, or most of it."""
    sentence = SENTENCES[name]
    for said in evidence:
        start, end = said["span"]
        common = min(end, sentence.end) - max(start, sentence.start)
        here = Path(said["file"]).name == PAPERS[sentence.paper]
        if here and common >= 0.8 * max(sentence.end - sentence.start, end - start):
            return True
    return False


def holds(evidence: list[Json], name: str) -> bool:
    """Tell whether one of the quotes holds all the words."""
    sentence = SENTENCES[name]
    return any(
        said["span"][0] <= sentence.start
        and sentence.end <= said["span"][1]
        and Path(said["file"]).name == PAPERS[sentence.paper]
        for said in evidence
    )


@pytest.mark.parametrize("name", SENTENCES)
def test_the_papers_are_those_that_were_read(seeds: Asking, labelled: Path, name: str) -> None:
    sentence = SENTENCES[name]
    text = seeds.text(str(labelled / "seeds" / PAPERS[sentence.paper]))
    words = text[sentence.start : sentence.end]
    assert sha256(words.encode()).hexdigest().startswith(sentence.check)


def test_q1_who_carries_the_resolution_out(seeds: Asking, keys: dict[str, str]) -> None:
    answer = seeds.get(f"/documents/{TOP}/lineage", direction="descendants")
    [plan] = [one for one in answer["items"] if one["document"]["key"] == keys["province"]]
    assert (plan["depth"], plan["document"]["province"]) == (2, "Tuyên Quang")
    assert plan["document"]["issue_date"] == "2018-05-21"
    assert [TOP, GOVERNMENT, keys["province"]] in plan["paths"]
    assert [TOP, "vn-tuyen-quang.172-kh-tu.2018-03-06", keys["province"]] in plan["paths"]
    assert proves(plan["steps"][-1]["evidence"], "province_carries_out")


@pytest.mark.parametrize(
    ("paper", "number", "date", "name"),
    [
        ("province", "139/NQ-CP", "2017-12-31", "province_carries_out"),
        ("province", "172-KH/TU", "2018-03-06", "province_carries_out"),
        ("district", "999/KH-UBND", "2024-03-20", "district_carries_out"),
        ("department", "7095/KH-UBND", "2025-11-11", "department_carries_out"),
    ],
)
def test_q2_what_each_carries_out(
    seeds: Asking, keys: dict[str, str], paper: str, number: str, date: str, name: str
) -> None:
    answer = seeds.get(f"/documents/{keys[paper]}/lineage", direction="ancestors")
    [parent] = [one for one in answer["items"] if one["document"]["number"] == number]
    assert (parent["depth"], parent["document"]["issue_date"]) == (1, date)
    said = parent["steps"][-1]["evidence"]
    sentence = SENTENCES[name]
    assert any(
        sentence.start <= one["span"][0] and one["span"][1] <= sentence.end + 2 for one in said
    )


@pytest.mark.parametrize(
    ("paper", "agency", "role", "name"),
    [
        ("province", "Sở Y tế", "lead", "health_leads"),
        ("province", "Sở Y tế", "assigned", "health_guides"),
        ("district", "Trung tâm Y tế huyện", "lead", "centre_leads"),
        ("district", "Ban Chỉ huy Quân sự huyện", "coordinate", "army_helps"),
        ("district", "Công an huyện", "lead", "police_leads"),
    ],
)
def test_q3_who_must_do_what_as_lead_or_partner(
    seeds: Asking, keys: dict[str, str], paper: str, agency: str, role: str, name: str
) -> None:
    items = seeds.get(f"/documents/{keys[paper]}/duties", limit=1000)["items"]
    [one] = [duty for duty in items if proves(duty["evidence"], name)]
    assert (one["agency"], one["role"]) == (agency, role)


def test_q3_under_all_that_carries_the_resolution_out(seeds: Asking) -> None:
    items = seeds.get("/duties", lineage=TOP, role="lead", limit=1000)["items"]
    assert {one["document"]["province"] for one in items} == {"Tuyên Quang"}
    assert any(proves(one["evidence"], "health_leads") for one in items)


def test_q4_what_the_department_must_do_then_and_who_today(seeds: Asking) -> None:
    """Tuyên Quang took in Hà Giang on 1 July 2025; its department of health is the new one's."""
    items = seeds.get("/duties", agency="Sở Y tế tỉnh Tuyên Quang", limit=1000)["items"]
    [one] = [duty for duty in items if proves(duty["evidence"], "health_guides")]
    assert one["agency_key"] == "vn-tuyen-quang.so-y-te"
    [today] = one["agency_today"]
    assert (today["key"], today["since"]) == ("vn-tuyen-quang.so-y-te.2025-07-01", "2025-07-01")
    before = seeds.get("/duties", agency="Sở Y tế tỉnh Tuyên Quang", as_of="2018-05-20")
    assert before["total"] == 0


@pytest.mark.parametrize("provinces", [63, 34])
def test_q5_which_provinces_have_a_plan(seeds: Asking, provinces: int) -> None:
    answer = seeds.get(f"/documents/{TOP}/coverage", provinces=provinces)
    assert answer["total"] == provinces
    [plan] = [one for one in answer["items"] if one["state"] == "implements"]
    assert (plan["province"], plan["documents"]) == ("Tuyên Quang", 2)
    states = {one["province"]: one["state"] for one in answer["items"]}
    assert (states["Lai Châu"], states["Lâm Đồng"]) == ("none_recorded", "not_loaded")


def test_q6_a_target_by_document_and_year(seeds: Asking, keys: dict[str, str]) -> None:
    rows = {
        one["document"]["key"]: one for one in seeds.get("/targets", indicator=INSURED)["items"]
    }
    assert len(rows) == 3  # the same indicator under the names of three papers

    def values(paper: str) -> list[tuple[int | None, str, float]]:
        return [(v["year"], v["op"], v["value"]) for v in rows[keys[paper]]["targets"]]

    assert values("province") == [(2025, ">", 97), (2030, ">", 98)]
    assert values("district") == [(2030, ">", 98), (2045, ">", 98)]
    assert values("department") == [(2030, "=", 96)]
    assert proves(rows[keys["province"]]["evidence"], "insured_in_2025")
    assert proves(rows[keys["province"]]["evidence"], "insured_in_2030")
    assert proves(rows[keys["district"]]["evidence"], "insured_of_the_district")
    found = seeds.get(f"/documents/{GOVERNMENT}/cascade", indicator=INSURED)["items"]
    assert [row["document"]["key"] for row in found] == [keys["province"]]


@pytest.mark.parametrize(
    ("text", "date", "status", "key"),
    [
        ("Nghị quyết số 20-NQ/TW", "2018-05-21", "cited_only", TOP),
        ("20-NQ/TW ngày 25/10/2017", None, "cited_only", TOP),
        ("Nghị quyết số 20-NQ/TW ngày 16/6/2022", None, "not_in_graph", None),
        (
            "Kế hoạch số 999/KH-UBND",
            "2024-06-01",
            "cited_only",
            "vn-lai-chau.999-kh-ubnd.2024-03-20",
        ),
    ],
)
def test_q7_which_document_is_meant(
    seeds: Asking, text: str, date: str | None, status: str, key: str | None
) -> None:
    asked = {"text": text} | ({"date": date} if date else {})
    answer = seeds.get("/resolve", **asked)
    assert answer["status"] == status
    assert (answer["document"] or {}).get("key") == key
    assert answer["candidates"] or key is None


def test_q8_what_does_not_fit(seeds: Asking) -> None:
    [one] = seeds.get("/findings", codes="date_conflict")["items"]
    assert (one["document"]["number"], one["detail"]) == ("172-KH/TU", "2018-03-06, 2018-06-06")
    assert holds(one["evidence"], "one_date")
    assert holds(one["evidence"], "another_date")
    plan = one["evidence"][0]["document"]
    assert seeds.get("/findings", document=plan)["items"] == [one], "its own page tells it too"


@pytest.mark.parametrize("name", ["health_leads", "police_leads"])
def test_q9_the_sentence_in_the_source(seeds: Asking, keys: dict[str, str], name: str) -> None:
    """The page of the text has an anchor where the sentence begins."""
    sentence = SENTENCES[name]
    page = seeds.client.get(f"/documents/{keys[sentence.paper]}", params={"tab": "text"}).text
    anchor = f'id="s{sentence.start}-{sentence.end}"'
    assert anchor in page


def test_q10_the_same_as_a_workbook(seeds: Asking, keys: dict[str, str]) -> None:
    path = f"/v1/documents/{keys['district']}/duties"
    book = openpyxl.load_workbook(
        io.BytesIO(seeds.client.get(path, params={"format": "xlsx", "limit": 1000}).content)
    )
    headings, *rows = book.worksheets[0].iter_rows(values_only=True)
    told = {row[headings.index("Cơ quan")]: row[headings.index("Vai trò")] for row in rows}
    assert told["Công an huyện"] == "chủ trì"
    assert told["Ban Chỉ huy Quân sự huyện"] == "phối hợp"
