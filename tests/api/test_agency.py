"""Agencies on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

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
