"""Agencies on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe

TASKS = """II. TỔ CHỨC THỰC HIỆN
1. Sở Kế hoạch và Đầu tư: Chủ trì bố trí vốn hằng năm cho kế hoạch này.

TM. ỦY BAN NHÂN DÂN"""


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("agency")
    write(folder / "in", "a.txt", paper("8/KH-UBND").replace("TM. ỦY BAN NHÂN DÂN", TASKS))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


def test_the_command_and_the_service_say_the_same(store: Place, client: TestClient) -> None:
    told = phahe("agency", "sở KH&ĐT", "--province", "cao bằng", "--json", store=store).json
    query = {"name": "sở KH&ĐT", "province": "cao bằng"}
    assert client.get("/v1/agencies", params=query).json() == told
    [item] = told["items"]
    assert (item["name"], item["today_status"]) == ("Sở Kế hoạch và Đầu tư tỉnh Cao Bằng", "moved")
    assert item["agency_today"][0]["key"] == "vn-cao-bang.so-tai-chinh"
    assert "bố trí vốn" in item["duties"]["items"][0]["task"]
    one = client.get(f"/v1/agencies/{item['key']}").json()
    assert one == item | {"duties": item["duties"] | {"limit": 50}}


def test_a_file_has_all_duties_of_each_body(
    place: Place, client: TestClient, tmp_path: Path
) -> None:
    lines = "\n".join(f"- Chủ trì việc thứ {n} của kế hoạch này." for n in range(7))
    tasks = TASKS.replace("hằng năm cho kế hoạch này.", f"cho việc sau:\n{lines}")
    write(tmp_path, "a.txt", paper("9/KH-UBND").replace("TM. ỦY BAN NHÂN DÂN", tasks))
    assert phahe("load", tmp_path, store=place).code == 0
    query = {"name": "Sở Kế hoạch và Đầu tư", "province": "Cao Bằng"}
    [item] = client.get("/v1/agencies", params=query).json()["items"]
    assert (len(item["duties"]["items"]), item["duties_left_out"]) == (3, 6)
    book = tmp_path / "a.xlsx"
    words = ("agency", query["name"], "--province", query["province"], "--xlsx", book)
    assert phahe(*words, store=place).code == 0
    served = client.get("/v1/agencies", params=query | {"format": "xlsx"}).content
    for file in (book, io.BytesIO(served)):
        bodies, duties, _ = openpyxl.load_workbook(file)
        told = dict(zip(*bodies.values, strict=True))
        assert (told["Số nhiệm vụ"], duties.max_row - 1) == (9, 9)
        assert told["Không có trong tệp này (tải ở trang của cơ quan)"] == 0
        heading, first, *_ = duties.values  # a document without a number is told by its title
        assert dict(zip(heading, first, strict=True))["Trích yếu"]


def test_people_read_where_it_went(store: Place) -> None:
    told = phahe("agency", "Sở Kế hoạch và Đầu tư", store=store)
    assert told.code == 0
    said = " ".join(told.out.split())
    assert "Sở Tài chính tỉnh Cao Bằng" in said and "từ 01/03/2025" in said


def test_what_is_not_known_is_never_said_not_to_exist(store: Place, client: TestClient) -> None:
    told = phahe("agency", "Sở Du hành", store=store)
    assert told.code == 2
    assert "không có nghĩa là cơ quan không tồn tại" in told.err
    for path in ("?name=Sở Du hành", "?name=…", "/vn-cao-bang.so-du-hanh", "/x"):
        answer = client.get(f"/v1/agencies{path}")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_in_graph")
    for path in ("", "?name=", "?name=x&limit=0", "/vn.bo-y-te?cursor=AAAA"):
        assert client.get(f"/v1/agencies{path}").status_code == 400
