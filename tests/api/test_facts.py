"""Targets and duties on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from api.references import agency_names
from api.remedies import FILES
from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe

GOALS = """II. MỤC TIÊU
1. Đến năm 2025, tỷ lệ che phủ rừng đạt trên 54,5%.

III. TỔ CHỨC THỰC HIỆN
1. Sở Nông nghiệp và Phát triển nông thôn: Chủ trì, phối hợp với Sở Tài chính
hướng dẫn trồng rừng; hằng năm báo cáo Ủy ban nhân dân tỉnh.
2. Sở Tài chính: Bố trí kinh phí trồng rừng theo phân cấp.

TM. ỦY BAN NHÂN DÂN"""


def plan(number: str, place: str) -> str:
    return paper(number, place=place).replace("TM. ỦY BAN NHÂN DÂN", GOALS)


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("facts")
    write(folder / "in", "a.txt", plan("15/KH-UBND", "Cao Bằng"))
    write(folder / "in", "b.txt", plan("9/KH-UBND", "Sơn La"))
    write(folder / "in", "b (2).txt", plan("9/KH-UBND", "Sơn La").replace("\n\n", "\n \n"))
    answer = phahe("load", folder / "in", store=place)
    assert answer.code == 0, answer.err
    return place


def test_the_command_and_the_service_say_the_same(store: Place, client: TestClient) -> None:
    told = phahe("duties", "--agency", "sở tài chính", "--limit", "1", "--json", store=store).json
    answer = client.get("/v1/duties", params={"agency": "sở tài chính", "limit": 1})
    assert answer.json() == told
    assert (told["total"], told["truncated"]) == (2, True)
    assert f"cursor={told['next']}" in answer.headers["link"]
    more = client.get(answer.headers["link"].partition("<")[2].partition(">")[0]).json()
    assert more["items"][0]["document"] != told["items"][0]["document"]
    told = phahe("targets", "--indicator", "che phu", "--json", store=store).json
    assert [item["targets"][0]["value"] for item in told["items"]] == [54.5, 54.5]


def test_two_files_of_one_document_count_once(client: TestClient) -> None:
    [key] = {
        item["document"]["key"] for item in client.get("/v1/duties?province=son la").json()["items"]
    }
    body = client.get(f"/v1/documents/{key}/duties").json()
    assert [item["role"] for item in body["items"]] == ["lead", "assigned"]
    assert [len(item["evidence"]) for item in body["items"]] == [2, 2]
    body = client.get(f"/v1/documents/{key}/targets").json()
    assert (body["total"], len(body["items"][0]["evidence"])) == (1, 2)


def test_a_lineage_and_a_document_may_be_named_as_people_do(client: TestClient) -> None:
    everyone = client.get("/v1/duties", params={"lineage": "31 nq tw"}).json()
    assert everyone["total"] == 4
    one = client.get("/v1/duties", params={"document": "9/KH-UBND", "role": "lead"}).json()
    assert [item["recurrence"] for item in one["items"]] == ["annual"]


@pytest.mark.parametrize(
    ("url", "status", "code"),
    [
        ("/v1/duties?role=boss", 400, "bad_option"),
        ("/v1/duties?limit=0", 400, "bad_option"),
        ("/v1/duties?lineage=77/KH-UBND", 404, "not_in_graph"),
        ("/v1/duties?document=%23%23", 404, "not_recognised"),
        ("/v1/documents/none/duties", 404, "not_in_graph"),
        ("/v1/documents/none/targets", 404, "not_in_graph"),
        ("/v1/duties?cursor=AAAA", 400, "bad_cursor"),
    ],
)
def test_what_cannot_be_asked(client: TestClient, url: str, status: int, code: str) -> None:
    answer = client.get(url)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    "options", [("--role", "boss"), ("--limit", "0"), ("--lineage", "77/KH-UBND")]
)
def test_the_command_refuses_the_same(store: Place, options: tuple[str, ...]) -> None:
    assert phahe("duties", *options, store=store).code == 2


def test_people_get_tables(store: Place) -> None:
    told = phahe("duties", "--province", "Cao Bằng", store=store)
    assert "chủ trì" in told.out
    assert "2 nhiệm vụ" in told.out
    told = phahe("targets", "--document", "15/KH-UBND", store=store)
    assert "2025: trên 54,5 %" in told.out
    told = phahe("duties", "--agency", "Sở Vô danh", store=store)
    assert (told.code, "không có nghĩa là không có" in told.out) == (0, True)
    told = phahe("duties", "--agency", "Sở Tài chánh", store=store)
    assert (told.code, "Gần nhất: Sở Tài chính" in told.err) == (0, True)


def test_a_name_of_a_kind_is_said_to_mean_several(store: Place) -> None:
    told = phahe("duties", "--agency", "Sở", "--json", store=store)
    assert "mở đầu tên" in told.err
    assert told.json["agencies"]["match"] == "beginning"
    assert told.json["agencies"]["total"] == len(told.json["agencies"]["items"]) > 1


def test_of_one_document_only_its_own_agencies_are_said_to_be_meant(store: Place) -> None:
    def asked(*words: str) -> tuple[list[str], str]:
        told = phahe("duties", *words, "--json", store=store)
        return [one["name"] for one in told.json["agencies"]["items"]], told.err

    one, money = ("--document", "15/KH-UBND"), ("--agency", "Sở Tài chính")
    names, said = asked(*money)
    assert len(names) == 2 and "chỉ 2 cơ quan" in said
    assert asked(*money, *one) == (["Sở Tài chính tỉnh Cao Bằng"], "")
    names, said = asked("--agency", "Sở", *one)
    assert len(names) == 2 and "mở đầu tên 2 cơ quan" in said
    assert "--province" not in said
    assert asked("--agency", "Sở", "--document", "31-NQ/TW") == ([], "")


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Sở Y tế", ("so y te",)),
        ("UBND tỉnh", ("ubnd tinh", "uy ban nhan dan tinh")),
        ("sở y tế tuyên quang", ("so y te tuyen quang", "so y te tinh tuyen quang")),
        ("Tổ dân phố", ("to dan pho",)),
        ("SYT", ("syt", "so y te")),
        ("syt", ("syt", "so y te")),
        ("SYT Lai Châu", ("syt lai chau", "so y te lai chau", "so y te tinh lai chau")),
        ("BYT", ("byt", "bo y te")),
        ("TTYT", ("ttyt", "trung tam y te")),
        ("BVĐK tỉnh", ("bvdk tinh", "benh vien da khoa tinh")),
        ("Phòng GDĐT", ("phong gddt", "phong giao duc va dao tao")),
        ("SGDĐT", ("sgddt", "so giao duc va dao tao")),
        ("cp nhựa", ("cp nhua",)),
        ("–", ()),
    ],
)
def test_an_agency_is_looked_for_as_typed_and_in_full(typed: str, names: tuple[str, ...]) -> None:
    assert agency_names(typed) == names


def test_explain_needs_no_store_and_tells_one_fact(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", plan("15/KH-UBND", "Cao Bằng"))
    every = phahe("explain", path, "--json").json["facts"]
    last = phahe("explain", path, "--fact", str(len(every)), "--json").json
    assert last == {"file": str(path), "facts": [every[-1]]}
    assert (every[-1]["kind"], every[-1]["rule"]) == ("duty", "agency_heading")
    told = phahe("explain", path).out
    assert "Vì sao: Cơ quan là đầu mục" in told
    assert "Thấy chữ nói chủ trì: “Chủ trì”" in told


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.7 x", "unsupported_format"),
        ("\ue001\ue002\ue003 \ue004\ue005".encode() * 200, "unreadable_text"),
    ],
)
def test_explain_says_why_a_file_cannot_be_read(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    told = phahe("explain", tmp_path / "a.txt")
    assert (told.code, told.out) == (1, "")
    assert f"({code})" in told.err
    assert f"cần làm: {FILES[code]}" in told.err


@pytest.mark.parametrize("words", [("--fact", "0"), ("--fact", "999")])
def test_explain_refuses_a_fact_that_is_not_there(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = write(tmp_path, "a.txt", plan("15/KH-UBND", "Cao Bằng"))
    assert phahe("explain", path, *words).code == 2
    assert phahe("explain", tmp_path / "none.txt").code == 2


def test_the_page_says_why_of_one_sentence(client: TestClient) -> None:
    [duty] = client.get("/v1/duties?province=cao bang&role=lead").json()["items"]
    [said] = duty["evidence"]
    place = "-".join(map(str, said["span"]))
    address = f"/documents/{duty['document']['key']}"
    plain = client.get(address, params={"tab": "text"}).text
    assert f"why={place}#why" in plain
    assert 'id="why"' not in plain
    page = client.get(address, params={"file": said["file"], "why": place}).text
    assert 'id="why"' in page
    assert f'phahe explain "{Path(said["file"]).name}" --fact ' in page
    assert "agency_heading" in page
    assert "chữ nói phối hợp" in page
    assert "Cơ quan là đầu mục" in page
    seen = re.findall(r"<li>(.*?)</li>", page[page.index('id="why"') : page.index("</section>")])
    assert seen and len(seen) == len(set(seen)), "words that several rows saw are shown once"
    nowhere = client.get(address, params={"why": "0-1"}).text
    assert "Không có điều gì được đọc ra" in nowhere
    assert client.get(address, params={"why": "x"}).status_code == 400


def test_the_command_writes_tables_that_open_again(store: Place, tmp_path: Path) -> None:
    printed = phahe("duties", "--csv", store=store)
    assert printed.code == 0, printed.err
    rows = list(csv.DictReader(io.StringIO(printed.out.removeprefix("\ufeff"))))
    assert printed.out.startswith("\ufeff") and rows[0]["Vai trò"] == "chủ trì"
    to = tmp_path / "việc.xlsx"
    assert phahe("duties", "--xlsx", to, store=store).code == 0
    book = openpyxl.load_workbook(to)
    assert book["Nhiệm vụ"].max_row == len(rows) + 1
    first = to.read_bytes()
    assert phahe("duties", "--xlsx", to, store=store).code == 0
    assert to.read_bytes() == first and [path.name for path in tmp_path.iterdir()] == ["việc.xlsx"]


@pytest.mark.parametrize("more", [("--json",), ("--xlsx", "a.xlsx")])
def test_only_one_form_can_be_asked_for(store: Place, more: tuple[str, ...]) -> None:
    assert phahe("duties", "--csv", *more, store=store).code == 2


def test_all_duties_are_exported_as_tasks(store: Place, tmp_path: Path) -> None:
    printed = phahe("export", "--format", "tasks", store=store)
    rows = list(csv.DictReader(io.StringIO(printed.out.removeprefix("\ufeff"))))
    duties = phahe("export", "--kind", "duties", store=store).lines
    assert [row["Nhiệm vụ"] for row in rows] == [duty["task"] for duty in duties]
    assert {row["Chủ trì"] for row in rows if row["Phối hợp"] == "Sở Tài chính"} == {
        "Sở Nông nghiệp và Phát triển nông thôn"
    }
    book = tmp_path / "tasks.xlsx"
    answer = phahe("export", book, "--format", "tasks", "--json", store=store)
    assert answer.json == {"format": "tasks", "to": str(book), "rows": len(rows)}
    assert openpyxl.load_workbook(book)["Nhiệm vụ"].max_row == len(rows) + 1
    assert phahe("export", tmp_path / "a.txt", "--format", "tasks", store=store).code == 2


FILTERED = {
    "agency": "Sở Nông nghiệp và Phát triển nông thôn", "words": "trong rung",
    "province": "Sơn La", "from": "2010", "until": "2025", "as_of": "2026-01-01",
}  # fmt: skip
TODAY = {"Nay là": "Sở Nông nghiệp và Môi trường tỉnh Sơn La"}


def test_all_filters_hold_in_every_form_with_who_has_the_duty_that_day(
    store: Place, client: TestClient
) -> None:
    options = [f"--{name.replace('_', '-')}={value}" for name, value in FILTERED.items()]
    told = phahe("duties", "--nested", "--json", *options, store=store).json
    [item] = told["items"]
    assert item["agency"] == FILTERED["agency"]
    assert [one["name"] for one in item["agency_today"]] == list(TODAY.values())
    asked = {**FILTERED, "nested": True}
    assert client.get("/v1/duties", params=asked).json() == told
    for form in ("csv", "tasks"):
        text = client.get("/v1/duties", params={**asked, "format": form}).text
        [row] = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
        assert TODAY.items() <= row.items()
    before = client.get("/v1/duties", params={**asked, "as_of": "2024-01-01", "format": "tasks"})
    [row] = csv.DictReader(io.StringIO(before.text.removeprefix("\ufeff")))
    assert row["Nay là"] == "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sơn La"
    book = client.get("/v1/duties", params={**asked, "format": "xlsx"}).content
    rows = list(openpyxl.load_workbook(io.BytesIO(book))["Nhiệm vụ"].values)
    assert dict(zip(rows[0], rows[1], strict=True)).items() >= TODAY.items()


def test_a_table_that_is_cut_says_so_beside_it(store: Place) -> None:
    whole = phahe("duties", "--csv", store=store)
    assert "dòng" not in whole.err
    part = phahe("duties", "--csv", "--limit", "1", store=store)
    assert (part.code, len(list(csv.reader(io.StringIO(part.out))))) == (0, 2)
    assert "bảng chỉ có 1 trên" in part.err and "--cursor" in part.err
