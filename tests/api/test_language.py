"""The pages in English: chosen by a link, kept by a cookie, never mixed up with the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.language import COOKIE
from tests.api.papers import paper, write
from tests.api.phahe import phahe
from visual.texts import LANGUAGES, SPOKEN, load_texts

ENGLISH = {"Cookie": f"{COOKIE}=en"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("language")
    write(folder / "in", "a.txt", paper("8/KH-UBND"))
    made = folder / "graph.sqlite"
    assert phahe("load", folder / "in", store=made).code == 0
    return made


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
    assert SPOKEN.get() == LANGUAGES[0]


def test_data_are_the_same_in_every_language(client: TestClient) -> None:
    assert client.get("/v1/stats").content == client.get("/v1/stats", headers=ENGLISH).content
