"""The pages in English: chosen by a link, kept by a cookie, never mixed up with the others."""

from __future__ import annotations

import html
import re

import pytest
from starlette.testclient import TestClient

from api.language import COOKIE
from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe
from visual.texts import LANGUAGES, SPOKEN, load_texts

VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
ENGLISH = {"Cookie": f"{COOKIE}=en"}


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("language")
    write(folder / "in", "a.txt", paper("8/KH-UBND"))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


def test_the_link_keeps_the_language_and_goes_back(client: TestClient) -> None:
    page = client.get("/").text
    assert 'href="/language/en"' in page
    here = str(client.base_url)
    before = {"Referer": f"{here}/?q=20-NQ%2FTW"}
    answer = client.get("/language/en", headers=before, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=20-NQ%2FTW")
    assert answer.headers["cache-control"] == "no-store"
    client.cookies.set(COOKIE, "en")
    english = client.get("/")
    assert '<html lang="en">' in english.text
    assert load_texts("en")("home.title") in english.text
    assert 'href="/language/vi"' in english.text
    assert "Cookie" in english.headers["vary"]


@pytest.mark.parametrize(
    "before",
    ["", "https://elsewhere.test/x", "http://testserver//elsewhere.test/x", "nothing at all"],
)
def test_it_never_leads_elsewhere(client: TestClient, before: str) -> None:
    answer = client.get("/language/en", headers={"Referer": before}, follow_redirects=False)
    assert answer.headers["location"] in ("/", "/elsewhere.test/x")


def test_another_language_is_refused(client: TestClient) -> None:
    assert client.get("/language/fr", follow_redirects=False).status_code == 400
    page = client.get("/", headers={"Cookie": f"{COOKIE}=fr"}).text
    assert '<html lang="vi">' in page


def test_what_is_remembered_is_of_one_language(client: TestClient) -> None:
    first, second = client.get("/"), client.get("/", headers=ENGLISH)
    assert first.headers["etag"] != second.headers["etag"]
    assert client.get("/").text == first.text
    assert client.get("/", headers=ENGLISH).text == second.text
    stale = {**ENGLISH, "If-None-Match": first.headers["etag"]}
    assert client.get("/", headers=stale).status_code == 200


def test_problems_are_told_in_the_language_too(client: TestClient) -> None:
    page = client.get("/documents/vn.no-such", headers={**ENGLISH, "Accept": "text/html"})
    assert load_texts("en")("problem.back") in page.text
    assert "This graph has no document of that key" in page.text
    assert "Đồ thị này" in client.get("/v1/documents/vn.no-such", headers=ENGLISH).text
    assert SPOKEN.get() == LANGUAGES[0]


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("en", "en"), ("en-GB,en;q=0.9", "en"), ("vi;q=0.5, en", "en"), ("EN", "en"),
        ("vi,en;q=0.9", "vi"), ("vi, en", "vi"), ("fr", "vi"), ("en;q=0", "vi"), ("", "vi"),
        ("*", "vi"), ("en;q=x", "vi"),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_the_language_that_a_program_prefers(
    client: TestClient, wanted: str, language: str
) -> None:
    asked = {"Accept-Language": wanted}
    answer = client.get("/v1/documents/vn.no-such", headers=asked)
    assert (answer.status_code, answer.headers["content-language"]) == (404, language)
    assert "Accept-Language" in answer.headers["vary"]
    body = answer.json()
    assert (body["title"] == "Not in this graph") is (language == "en")
    assert ("This graph has no document" in body["detail"]) is (language == "en")
    stats = client.get("/v1/stats", headers=asked)
    assert stats.content == client.get("/v1/stats").content
    assert SPOKEN.get() == LANGUAGES[0]


def test_each_wrong_parameter_is_told_in_english(client: TestClient) -> None:
    english = {"Accept-Language": "en"}
    for asked in (
        "limit=0&from=hôm qua", "limit=x", "limit=99999", "level=boss", "nothing=1", "q=",
        "codes=x", "q=y&from=2019&until=2018", "q=y&province=Hà Nm", "q=y&format=pdf",
    ):  # fmt: skip
        path = "findings" if "codes" in asked else "search"
        answer = client.get(f"/v1/{path}?{asked}", headers=english)
        told = answer.json()
        said = [told["title"], told["detail"], *(one["message"] for one in told["errors"])]
        typed = ("hôm qua", "Hà Nm", "Hà Nam")
        assert answer.status_code == 400
        for words in said:
            for word in typed:
                words = words.replace(word, "")
            assert not VIETNAMESE.search(words.partition("most like it")[0]), words


def test_data_are_the_same_in_every_language(client: TestClient) -> None:
    assert client.get("/v1/stats").content == client.get("/v1/stats", headers=ENGLISH).content


def test_a_table_has_its_headings_in_the_language_of_its_address(client: TestClient) -> None:
    def heading(address: str, **headers: str) -> str:
        return client.get(address, headers=headers).text.splitlines()[0].lstrip("\ufeff")

    assert heading("/v1/documents?format=csv").startswith("Số hiệu,")
    assert heading("/v1/documents?format=csv", **ENGLISH).startswith("Số hiệu,")
    assert heading("/v1/documents?lang=en&format=csv").startswith("Number,")
    assert client.get("/v1/documents?lang=fr&format=csv").status_code == 400
    plain, named = client.get("/v1/documents"), client.get("/v1/documents?lang=en")
    assert plain.json() == named.json()


def test_an_english_page_offers_english_tables(client: TestClient) -> None:
    page = client.get("/?q=8%2FKH-UBND", headers=ENGLISH).text
    offered = re.findall(r'href="(/v1/[^"]*format=(\w+))"', page)
    assert {form for _, form in offered} == {"xlsx", "csv", "json"}
    for address, form in offered:
        assert ("lang=en" in address) is (form != "json")
        assert client.get(html.unescape(address)).status_code == 200
    assert "lang=" not in "".join(re.findall('href="(/v1[^"]*)"', client.get("/?q=8").text))


@pytest.mark.parametrize(("words", "heading"), [((), "Số hiệu"), (("--lang", "en"), "Number")])
def test_the_command_line_gives_tables_in_the_language_asked_for(
    store: Place, words: tuple[str, ...], heading: str
) -> None:
    answer = phahe(*words, "search", "8/KH-UBND", "--csv", store=store)
    assert answer.out.lstrip("\ufeff").startswith(heading)
