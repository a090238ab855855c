"""Coverage on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.api.asking import top
from tests.api.phahe import Place, phahe


@pytest.fixture(scope="module")
def store(two_plans: Place) -> Place:
    return two_plans


def test_the_command_and_the_service_say_the_same(store: Place, client: TestClient) -> None:
    key = top(client)
    told = phahe("coverage", key, "--json", store=store).json
    assert client.get(f"/v1/documents/{key}/coverage").json() == told
    found = {item["province"]: item["state"] for item in told["items"]}
    assert (len(found), found["Sơn La"], found["Cà Mau"]) == (63, "implements", "not_loaded")
    new = phahe("coverage", key, "--provinces", "34", "--as-of", "2030", "--json", store=store).json
    query = f"/v1/documents/{key}/coverage?provinces=34&as_of=2030"
    assert client.get(query).json() == new
    assert (new["total"], new["as_of"]) == (34, "2030")
    districts = phahe("coverage", key, "--districts", "--json", store=store).json
    assert client.get(f"/v1/documents/{key}/coverage?by=district").json() == districts


def test_people_read_a_table_with_the_sentence(store: Place, client: TestClient) -> None:
    told = phahe("coverage", top(client), store=store)
    assert told.code == 0
    assert "có văn bản thực hiện: 2" in told.out
    assert "chưa nạp văn bản nào: 61 (An Giang; Bà Rịa" in told.out
    assert "không có nghĩa là không có" in told.out


@pytest.mark.parametrize("options", [("--provinces", "64"), ("--as-of", "hôm qua")])
def test_what_cannot_be_asked_is_refused(
    store: Place, client: TestClient, options: tuple[str, str]
) -> None:
    key = top(client)
    assert phahe("coverage", key, *options, store=store).code == 2
    query = {options[0].strip("-").replace("-", "_"): options[1]}
    answer = client.get(f"/v1/documents/{key}/coverage", params=query)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_option")


def test_the_page_shows_each_place_with_its_sentence(client: TestClient) -> None:
    key = top(client)
    assert f"/documents/{key}/coverage" in client.get(f"/documents/{key}").text
    page = client.get(f"/documents/{key}/coverage")
    assert (page.status_code, page.text.count('<li class="cell not_loaded">')) == (200, 1 + 61)
    assert page.text.count("<summary>") >= 2
    assert "8/KH-UBND" in page.text and '<q class="quote">' in page.text
    assert "không có nghĩa là địa phương chưa ban hành" in page.text
    now = client.get(f"/documents/{key}/coverage?provinces=34&as_of=")
    assert now.text.count('<li class="cell') == 4 + 34
    assert f"/v1/documents/{key}/coverage?provinces=34&amp;format=xlsx" in now.text
    districts = client.get(f"/documents/{key}/coverage?by=district&as_of=31/12/2030")
    assert districts.status_code == 200 and "as_of=2030-12-31" in districts.text
    assert client.get("/documents/vn.0-xx.1900/coverage").status_code == 404
    assert client.get(f"/documents/{key}/coverage?provinces=12").status_code in (400, 422)


def test_every_download_of_a_page_can_be_taken(client: TestClient) -> None:
    key = top(client)
    for address in (f"/documents/{key}", f"/documents/{key}/coverage"):
        links = re.findall(r'href="(/v1/[^"]+format=[a-z]+)"', client.get(address).text)
        assert len(links) >= 3
        for link in links:
            answer = client.get(link.replace("&amp;", "&"))
            assert answer.status_code == 200, link
