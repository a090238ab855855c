"""The ten questions that phahe is for, asked over HTTP of the examples and of labelled documents.

What is expected was written down from the documents by hand. Of the labelled ones only facts stand
here; their sentences are read from the files at the time of the test.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from loaders.folding import fold
from tests.api.asking import Asking, Json
from tests.api.papers import paper, write
from tests.api.phahe import ROOT, Place, phahe, signed_in

TOP = "vn.20-nq-tw.2017-10-25"
PROVINCE = "vn-lam-dong.68-ctr-tu.2018-03-30"
PLAN = "vn-lam-dong.4127-kh-ubnd.2018-07-02"
DISTRICT = "vn-lam-dong-lam-ha.112-kh-ubnd.2018-09-17"

LATE = """III. TỔ CHỨC THỰC HIỆN
1. Sở Kế hoạch và Đầu tư: Chủ trì bố trí vốn cho các trạm y tế.

TM. ỦY BAN NHÂN DÂN"""


@pytest.fixture(scope="module")
def examples(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """The examples, with a plan of June 2025 that gives work to a department of before."""
    folder = tmp_path_factory.mktemp("questions")
    late = paper("77/KH-UBND", place="Cao Bằng", date=(2025, 6, 2)).replace(
        "TM. ỦY BAN NHÂN DÂN", LATE
    )
    write(folder / "in", "late.txt", late)
    assert phahe("load", ROOT / "examples", folder / "in", store=place).code == 0
    asking = Asking(place)
    with signed_in(place), asking.client:
        yield asking


def by_key(answer: Json) -> dict[str, Json]:
    return {item["document"]["key"]: item for item in answer["items"]}


def sentence(item: Json) -> str:
    return str(item["steps"][-1]["evidence"][0]["quote"])


class TestOfTheExamples:
    def test_q1_who_carries_the_resolution_out_by_which_chain(self, examples: Asking) -> None:
        answer = examples.get(f"/documents/{TOP}/lineage", direction="descendants")
        items = by_key(answer)
        assert items[PROVINCE]["depth"] == 1
        assert items[PLAN]["path"] == [TOP, PROVINCE, PLAN]
        assert (items[PLAN]["document"]["province"], items[PLAN]["document"]["issue_date"]) == (
            "Lâm Đồng", "2018-07-02",
        )  # fmt: skip
        assert sentence(items[PLAN]).startswith(
            "Triển khai Chương trình hành động số 68-CTr/TU ngày 30/3/2018 của Tỉnh ủy Lâm Đồng"
        )
        assert items[DISTRICT]["depth"] == 3
        where = {group["province"] for group in answer["groups"]} - {None}
        assert where == {"Đồng Tháp", "Hà Giang", "Hải Phòng", "Lâm Đồng", "Nghệ An", "Quảng Ninh",
                         "Yên Bái"}  # fmt: skip
        assert sum(group["total"] for group in answer["groups"]) == answer["total"]
        [other] = answer["excluded_namesakes"]
        assert (other["number"], other["issue_date"]) == ("20-NQ/TW", "2022-06-16")

    def test_q2_what_a_district_s_plan_carries_out_and_rests_on(self, examples: Asking) -> None:
        answer = examples.get(f"/documents/{DISTRICT}/lineage", direction="ancestors")
        above = {item["document"]["number"]: item["depth"] for item in answer["items"]}
        assert above == {"4127/KH-UBND": 1, "52-CTr/HU": 1, "68-CTr/TU": 2, "139/NQ-CP": 2,
                         "20-NQ/TW": 3}  # fmt: skip
        shown = examples.get(f"/documents/{DISTRICT}")
        rests = {
            row["document"]["title"] or row["document"]["number"]: row["evidence"][0]["quote"]
            for row in shown["outgoing"]["items"]
            if row["type"] == "BASED_ON"
        }
        assert any("An toàn thực phẩm năm 2010" in quote for quote in rests.values())

    def test_q3_who_must_do_what_and_who_leads(self, examples: Asking) -> None:
        answer = examples.get(f"/documents/{PLAN}/duties")
        told = [(one["agency"], one["role"], one["recurrence"]) for one in answer["items"]]
        assert told == [
            ("Sở Y tế", "lead", "6-months"),
            ("Sở Kế hoạch và Đầu tư", "coordinate", None),
            ("Sở Khoa học và Công nghệ", "lead", None),
            ("Ủy ban nhân dân các huyện, thành phố Đà Lạt, Bảo Lộc", "assigned", "annual"),
        ]
        below = examples.get("/duties", lineage=TOP, limit=1000)
        said = {one["document"]["key"] for one in below["items"]}
        assert {PLAN, DISTRICT} <= said
        assert any("lấy mẫu rau kiểm nghiệm" in one["task"] for one in below["items"])

    def test_q4_what_an_agency_must_do_then_and_today(self, examples: Asking) -> None:
        answer = examples.get("/duties", agency="Sở Kế hoạch và Đầu tư", province="Lâm Đồng")
        [one] = answer["items"]
        assert one["task"] == "Phối hợp với Sở Tài chính bố trí vốn xây trạm y tế."
        assert (one["agency"], one["today_status"]) == ("Sở Kế hoạch và Đầu tư", "moved")
        [today] = one["agency_today"]
        assert (today["name"], today["since"]) == ("Sở Tài chính tỉnh Lâm Đồng", "2025-07-01")

    def test_q5_which_provinces_have_a_plan(self, examples: Asking) -> None:
        answer = examples.get(f"/documents/{TOP}/coverage", provinces=63)
        state = {item["province"]: item for item in answer["items"]}
        assert sum(answer["totals"].values()) == answer["total"] == 63
        assert (state["Lâm Đồng"]["state"], state["Lâm Đồng"]["days_after"]) == ("implements", 156)
        assert state["Thanh Hóa"]["state"] == "cites"
        assert state["Sơn La"]["state"] == "none_recorded"
        assert state["Cà Mau"]["state"] == "not_loaded"
        quote = state["Thanh Hóa"]["steps"][0]["evidence"][0]["quote"]
        assert "20-NQ/TW" in quote

    def test_q6_how_a_target_changes_on_its_way_down(self, examples: Asking) -> None:
        answer = examples.get(f"/documents/{PLAN}/cascade", indicator="bảo hiểm y tế")
        rows = {row["document"]["key"]: row for row in answer["items"]}
        assert [(v["year"], v["op"], v["value"]) for v in rows[PLAN]["targets"]] == [
            (2020, "=", 88), (2025, ">", 93),
        ]  # fmt: skip
        [less] = [row for row in answer["items"] if row["document"]["key"] == DISTRICT]
        [value] = less["targets"]
        assert (value["year"], value["value"], value["flags"]) == (2020, 87, ["weaker"])
        assert value["against"]["value"] == 88
        assert less["evidence"][0]["quote"].startswith("87% dân số có thẻ bảo hiểm y tế")

    def test_q7_which_of_the_namesakes_is_meant(self, examples: Asking) -> None:
        bare = examples.get("/resolve", text="Nghị quyết số 20-NQ/TW")
        assert bare["status"] == "ambiguous"
        dates = [one["document"]["issue_date"] for one in bare["candidates"]]
        assert len(dates) == 6
        assert {"2017-10-25", "2022-06-16", "2012-11-01", "2008-01-28"} <= set(dates)
        then = examples.get("/resolve", text="Nghị quyết số 20-NQ/TW", date="2018-05-21")
        assert (then["status"], then["document"]["key"]) == ("found", TOP)
        named = examples.get("/resolve", text="Nghị quyết số 20-NQ/TW ngày 16/6/2022")
        assert named["document"]["issue_date"] == "2022-06-16"
        assert "trùng ngày 16/06/2022" in named["candidates"][0]["reasons"]

    def test_q8_who_still_gives_work_to_what_is_no_more(self, examples: Asking) -> None:
        codes = "abolished_agency,superseded_authority,circle,implements_later"
        [one] = examples.get("/findings", codes=codes)["items"]
        assert (one["code"], one["document"]["number"]) == ("abolished_agency", "77/KH-UBND")
        assert one["detail"] == "Sở Kế hoạch và Đầu tư tỉnh Cao Bằng"
        assert "bố trí vốn cho các trạm y tế" in one["evidence"][0]["quote"]
        # Two programmes carry out a 20-NQ/TW; a plan of May 2018 can only mean that of the first.
        assert examples.get("/findings", codes="ambiguous_number")["items"] == []
        plan = "/documents/vn-ha-giang.152-kh-ubnd.2018-05-25"
        quote = "Chương trình hành động của Chính phủ thực hiện Nghị quyết số 20-NQ/TW"
        mentions = examples.get(f"{plan}/mentions", limit=1000)["items"]
        meant = {(one["status"], one["key"]) for one in mentions if one["quote"] == quote}
        assert meant == {("found", "vn.139-nq-cp.2017-12-31")}

    def test_q9_every_sentence_stands_in_its_source(self, examples: Asking) -> None:
        answer = examples.get(f"/documents/{TOP}/lineage", direction="descendants")
        proofs = [
            said
            for item in answer["items"]
            for step in (*item["steps"], *item["other_steps"])
            for said in step["evidence"]
        ]
        proofs += [
            said for one in examples.get("/duties", limit=1000)["items"] for said in one["evidence"]
        ]
        assert len(proofs) > 100
        for said in proofs:
            start, end = said["span"]
            assert examples.text(said["file"])[start:end] == said["quote"]

    def test_q10_the_same_as_json_lines_and_as_a_page(
        self, examples: Asking, tmp_path: Path
    ) -> None:
        """What a query answers is what an export of the whole graph holds, and a file shows."""
        asked = examples.get(f"/documents/{PLAN}/lineage", direction="ancestors", depth=1)
        step = next(s for item in asked["items"] for s in item["steps"] if s["target"] == PROVINCE)
        exported = phahe("export", "--kind", "relations", store=examples.store).out
        rows = [json.loads(line) for line in exported.splitlines()]
        edge = ("source", "type", "target")
        [row] = [one for one in rows if all(one[end] == step[end] for end in edge)]
        told = [sorted(one["evidence"], key=json.dumps) for one in (row, step)]
        assert told[0] == told[1]
        made = tmp_path / "plan.html"
        assert phahe("view", PLAN, "-o", made, store=examples.store).code == 0
        page = made.read_text(encoding="utf-8")
        assert step["evidence"][0]["quote"].split(" ngày ")[0] in page

    def test_q10_the_same_as_csv_and_graphml(self, examples: Asking) -> None:
        path = f"/v1/documents/{PLAN}/lineage"
        asked = {"direction": "ancestors"}
        table = examples.client.get(path, params={**asked, "format": "csv"})
        assert (table.status_code, table.content[:3]) == (200, b"\xef\xbb\xbf")
        assert "68-CTr/TU" in table.text
        network = examples.client.get(path, params={**asked, "format": "graphml"})
        assert network.status_code == 200
        assert PROVINCE in network.text

    def test_q10_the_same_as_a_workbook(self, examples: Asking) -> None:
        answer = examples.client.get(f"/v1/documents/{PLAN}/duties", params={"format": "xlsx"})
        assert answer.status_code == 200
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        headings, *rows = book.worksheets[0].iter_rows(values_only=True)
        told = [dict(zip(headings, row, strict=True)) for row in rows]
        items = examples.get(f"/documents/{PLAN}/duties")["items"]
        assert [(row["Cơ quan"], row["Nhiệm vụ"]) for row in told] == [
            (one["agency"], one["task"]) for one in items
        ]
        assert told[0]["Cơ quan"] == "Sở Y tế"
        assert book.sheetnames[-1] == "Nguồn"


@pytest.mark.labelled
class TestOfTheLabelledDocuments:
    """Three papers: a garbled plan of a department, a province's plan, a district's."""

    PLANS = ("000", "001", "002")

    @pytest.fixture
    def gold(self, labelled: Path) -> dict[str, Json]:
        found = {}
        for name in self.PLANS:
            path = labelled / "gold" / f"{name}.json"
            found[name] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def key(self, seeds: Asking, gold: Json) -> str:
        """Return the key of a labelled document, by the file that holds it."""
        for document in seeds.get("/documents", status="loaded")["items"]:
            if any(Path(file).name == gold["file"] for file in document["files"]):
                return str(document["key"])
        raise AssertionError(gold["file"])

    def test_q1_the_province_s_plan_is_two_steps_below(self, seeds: Asking) -> None:
        answer = seeds.get(f"/documents/{TOP}/lineage", direction="descendants")
        [plan] = [one for one in answer["items"] if one["document"]["status"] == "loaded"]
        document = plan["document"]
        assert (plan["depth"], document["province"], document["issue_date"]) == (
            2, "Tuyên Quang", "2018-05-21",
        )  # fmt: skip

    def test_q2_what_each_carries_out_with_its_sentence(
        self, seeds: Asking, gold: dict[str, Json]
    ) -> None:
        for one in gold.values():
            shown = seeds.get(f"/documents/{self.key(seeds, one)}")
            edges = [row for row in shown["outgoing"]["items"] if row["type"] == "IMPLEMENTS"]
            said = {
                row["document"]["number"]: [e["quote"] for e in row["evidence"]] for row in edges
            }
            references = {row["key"]: row for row in one["references"]}
            wanted = [
                (references[row["target"]]["number"], row["evidence"])
                for row in one["relations"]
                if row["source"] == "SELF" and row["type"] == "IMPLEMENTS"
                and references[row["target"]]["number"]
            ]  # fmt: skip
            assert wanted
            for number, evidence in wanted:
                assert any(same_words(evidence, quote) for quote in said[number]), number

    def test_q3_who_leads_under_the_province_s_plan(
        self, seeds: Asking, gold: dict[str, Json]
    ) -> None:
        one = gold["001"]
        answer = seeds.get(f"/documents/{self.key(seeds, one)}/duties", limit=1000)
        found = {(fold(row["agency"]), row["role"]) for row in answer["items"]}
        wanted = {(fold(row["agency"]), row["role"]) for row in one["responsibilities"]}
        assert len(found & wanted) >= 0.9 * len(wanted)

    def test_q4_the_department_of_health_then_and_today(self, seeds: Asking) -> None:
        answer = seeds.get("/duties", agency="Sở Y tế", province="Tuyên Quang")
        assert answer["total"] > 0
        [agency] = {one["agency_key"] for one in answer["items"]}
        assert {one["today_status"] for one in answer["items"]} == {"moved"}
        today = {one["since"] for row in answer["items"] for one in row["agency_today"]}
        assert today == {"2025-07-01"}, agency

    def test_q5_one_province_has_a_plan_and_others_are_not_loaded(self, seeds: Asking) -> None:
        answer = seeds.get(f"/documents/{TOP}/coverage", provinces=63)
        states = {item["province"]: item["state"] for item in answer["items"]}
        assert [name for name, state in states.items() if state == "implements"] == ["Tuyên Quang"]
        assert (states["Lai Châu"], states["Cà Mau"]) == ("none_recorded", "not_loaded")

    def test_q6_the_targets_are_those_of_the_papers(
        self, seeds: Asking, gold: dict[str, Json]
    ) -> None:
        one = gold["001"]
        answer = seeds.get(f"/documents/{self.key(seeds, one)}/targets", indicator="bảo hiểm y tế")
        values = {
            (v["year"], v["op"], v["value"]) for row in answer["items"] for v in row["targets"]
        }
        wanted = {
            (v["year"], v["op"], v["value"])
            for row in one["indicators"]
            if "bao hiem y te" in fold(row["name"])
            for v in row["targets"]
        }
        assert wanted
        assert wanted <= values

    def test_q7_one_resolution_is_meant_by_what_is_known_here(self, seeds: Asking) -> None:
        answer = seeds.get("/resolve", text="Nghị quyết số 20-NQ/TW")
        assert (answer["status"], answer["document"]["key"]) == ("cited_only", TOP)
        assert sum(one["source"] == "register" for one in answer["candidates"]) == 5

    def test_q8_a_text_that_gives_one_plan_two_dates(self, seeds: Asking) -> None:
        [one] = seeds.get("/findings", codes="date_conflict")["items"]
        assert (one["document"]["number"], one["detail"]) == ("172-KH/TU", "2018-03-06, 2018-06-06")
        assert one["evidence"]

    def test_q9_every_sentence_stands_in_its_source(self, seeds: Asking) -> None:
        for kind in ("/duties", "/findings"):
            for one in seeds.get(kind, limit=1000)["items"]:
                for said in one["evidence"]:
                    start, end = said["span"]
                    assert seeds.text(said["file"])[start:end] == said["quote"]


def same_words(labelled: str, quote: str) -> bool:
    """Whether a labelled sentence and a quote overlap: each may begin or end elsewhere."""
    one, other = " ".join(labelled.split()), " ".join(quote.split())
    return one[:60] in other or other[:60] in one or one[-60:] in other
