"""The address of a text names its file without the folders in which it lay."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe

FOLDERS = ("kho", "bản sao")


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """One plan, loaded from two folders under one name, the second with a line more."""
    folder = tmp_path_factory.mktemp("texts")
    text = paper("15/KH-UBND", place="Cao Bằng")
    for name, more in zip(FOLDERS, ("", "\nBản sao.\n"), strict=True):
        write(folder / name, "ke-hoach.txt", text + more)
    paths = [folder / name for name in FOLDERS]
    assert phahe("load", *paths, store=place).code == 0
    return place


def test_each_text_has_an_address_of_its_own_without_folders(client: TestClient) -> None:
    [document] = client.get("/v1/documents", params={"status": "loaded"}).json()["items"]
    assert len(document["files"]) == 2
    page = client.get(f"/documents/{document['key']}?tab=text").text
    seen, waiting = {}, re.findall(r'href="(/documents/[^"]*[?&;]file=[^"]*)"', page)
    while waiting:
        address = urlsplit(unescape(waiting.pop()))
        [name] = parse_qs(address.query)["file"]
        if name in seen:
            continue
        assert re.fullmatch(r"ke-hoach\.txt~[0-9a-f]{8}", name)
        answer = client.get(f"{address.path}?{address.query}")
        assert answer.status_code == 200
        seen[name] = "Bản sao." in answer.text
        waiting += re.findall(r'href="(/documents/[^"]*[?&;]file=[^"]*)"', answer.text)
    assert sorted(seen.values()) == [False, True]
    for folder in FOLDERS:
        assert folder not in page


def test_a_whole_path_is_still_taken_and_another_one_refused(client: TestClient) -> None:
    [document] = client.get("/v1/documents", params={"status": "loaded"}).json()["items"]
    address = f"/documents/{document['key']}"
    for file in document["files"]:
        assert client.get(address, params={"file": file}).status_code == 200
    assert client.get(address, params={"file": "ke-hoach.txt"}).status_code == 400
