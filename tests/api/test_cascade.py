"""A target cascade on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe

GOAL = """I. MỤC TIÊU
1. Đến năm 2025, tỷ lệ che phủ rừng đạt trên {share}%.

TM. ỦY BAN NHÂN DÂN"""


def plan(number: str, place: str, parent: str, share: str) -> str:
    text = paper(number, place=place, parent=parent)
    return text.replace("TM. ỦY BAN NHÂN DÂN", GOAL.format(share=share))


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A plan of the province, and one that carries it out with less."""
    folder = tmp_path_factory.mktemp("cascade")
    above = "Kế hoạch số 8/KH-UBND ngày 04/5/2018 của Ủy ban nhân dân tỉnh Cao Bằng"
    top = "Nghị quyết số 31-NQ/TW ngày 12/3/2014 của Ban Chấp hành Trung ương"
    write(folder / "in", "a.txt", plan("8/KH-UBND", "Cao Bằng", top, "54,5"))
    write(folder / "in", "b.txt", plan("9/KH-UBND", "Cao Bằng", above, "50"))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


def test_the_command_and_the_service_say_the_same(store: Place, client: TestClient) -> None:
    told = phahe("cascade", "8/KH-UBND", "--indicator", "che phu", "--json", store=store).json
    key = told["document"]["key"]
    query = {"indicator": "che phu"}
    assert client.get(f"/v1/documents/{key}/cascade", params=query).json() == told
    assert [row["depth"] for row in told["items"]] == [0, 1]
    [value] = told["items"][1]["targets"]
    assert (value["value"], value["flags"], value["against"]["value"]) == (50, ["weaker"], 54.5)
    assert "che phủ rừng" in told["items"][1]["evidence"][0]["quote"]


def test_targets_say_which_names_they_took_together(store: Place, client: TestClient) -> None:
    told = phahe("targets", "--indicator", "độ che phủ của rừng", "--json", store=store).json
    assert client.get("/v1/targets", params={"indicator": "độ che phủ của rừng"}).json() == told
    assert [item["indicator_key"] for item in told["items"]] == ["che-phu-rung"] * 2
    [together] = told["indicators"]
    assert [one["unit"] for one in together["names"]] == ["%"]
    said = " ".join(phahe("targets", "--indicator", "do che phu rung", store=store).out.split())
    assert "Coi là một chỉ tiêu, Tỷ lệ che phủ rừng (che-phu-rung): " in said
    one = client.get("/v1/targets", params={"document": "9/KH-UBND"}).json()
    assert [item["targets"][0]["value"] for item in one["items"]] == [50]
    assert client.get("/v1/targets", params={"document": "1/KH-X"}).status_code == 404


def test_people_read_what_is_less(store: Place) -> None:
    told = phahe("cascade", "8/KH-UBND", "--indicator", "che phu", store=store)
    assert told.code == 0
    assert "thấp hơn văn bản trên" in " ".join(told.out.split())
    missing = phahe("cascade", "8/KH-UBND", "--indicator", "trường học", store=store).out
    assert "1 văn bản thực hiện không thấy đặt: Kế hoạch 9/KH-UBND" in missing


def test_what_cannot_be_asked_is_refused(store: Place, client: TestClient) -> None:
    assert phahe("cascade", "8/KH-UBND", store=store).code == 2
    assert phahe("cascade", "8/KH-UBND", "--indicator", "x", "--limit", "0", store=store).code == 2
    for query in ("", "?indicator=", "?indicator=x&limit=0", "?indicator=x&cursor=AAAA"):
        answer = client.get(f"/v1/documents/vn-cao-bang.8-kh-ubnd.2018-05-04/cascade{query}")
        assert answer.status_code == 400
