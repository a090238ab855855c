"""Keys that change: an old one leads to the document of today for ever, wherever it is asked."""

from __future__ import annotations

import json
from pathlib import Path

from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.movable import MovableStore
from graph.sqlite_store.store import SqliteStore
from loaders.read import read_text
from queries.documents import show
from queries.resolve import find_ref
from tests.api.phahe import phahe
from tests.stores import Stores, every_real_kind

FIRST, SECOND, LAST = "vn.31-nq-tw", "vn.31-nq-tw.2018", "vn.31-nq-tw.2018-03-05"
SAID = {
    "a.txt": "Nghị quyết số 31-NQ/TW về bảo tồn rừng ngập mặn ven biển",
    "b.txt": "Nghị quyết số 31-NQ/TW năm 2018 của Bộ Chính trị về bảo tồn rừng ngập mặn ven biển",
    "c.txt": "Nghị quyết số 31-NQ/TW ngày 05/3/2018 của Bộ Chính trị về bảo tồn rừng ngập mặn",
}
ASKED = {"direction": "descendants", "indicator": "rung"}
PAGES = ("/documents/{key}", "/documents/{key}/coverage?provinces=34")


def paper(name: str) -> str:
    number = 41 + "abc".index(name[0])
    return (
        f"ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: {number}/KH-UBND\n\n"
        f"Hà Nam, ngày 12 tháng 3 năm 2019\n\nKẾ HOẠCH\nVề trồng rừng\n\n- Theo {SAID[name]}.\n"
    )


def load(store: MovableStore, *names: str, forget: tuple[str, ...] = ()) -> None:
    texts = {name: paper(name) for name in names}
    read = [ReadFile(name, read_text(text, name), text) for name, text in texts.items()]
    write_files(store, read, forget)


def grown(store: MovableStore) -> MovableStore:
    """A stub that gets its year, then its day; each time under another key."""
    for name, key in zip(SAID, (FIRST, SECOND, LAST), strict=True):
        load(store, name)
        assert key in store.documents([key])
        assert store.documents([key])[key].key == key
    return store


@every_real_kind
def test_every_old_key_leads_to_the_document_of_today(stores: Stores) -> None:
    store = grown(stores.make())
    for key in (FIRST, SECOND, LAST):
        assert show(store, key).document.key == LAST
        found = find_ref(store, key, None)
        assert (found.document.key, found.asked) == (LAST, None if key == LAST else key)
    load(store, "a.txt", forget=("b.txt",))  # the file whose word made the second key is gone
    load(store, "b.txt")
    load(store, *SAID)
    assert {one.key for one in store.documents([FIRST, SECOND]).values()} == {LAST}


@every_real_kind
def test_a_key_that_a_document_has_again_is_its_own(stores: Stores) -> None:
    store = grown(stores.make())
    load(store, forget=("b.txt", "c.txt"))
    assert store.documents([FIRST])[FIRST].key == FIRST
    assert show(store, LAST).document.key == FIRST  # and the ones that it had lead back to it
    load(store, "c.txt")
    assert {one.key for one in store.documents([FIRST, LAST]).values()} == {LAST}


def paths() -> list[str]:
    """Every address of the service that names a document by its key, with what it must be asked."""
    found = []
    for path, methods in create_app(Settings("sqlite:none")).openapi()["paths"].items():
        if "/documents/{key}" in path and "get" in methods:
            wanted = [p["name"] for p in methods["get"]["parameters"] if p.get("required")]
            query = "&".join(f"{name}={ASKED[name]}" for name in wanted if name != "key")
            found.append(path + (f"?{query}" if query else ""))
    return [*found, *PAGES]


def test_addresses_and_pages_redirect_for_good(tmp_path: Path) -> None:
    path = tmp_path / "graph.sqlite"
    grown(SqliteStore.open(path)).close()
    assert len(paths()) > 8
    with TestClient(create_app(Settings(f"sqlite:{path}"))) as client:
        for address in paths():
            asked = client.get(address.replace("{key}", FIRST), follow_redirects=False)
            place = address.replace("{key}", LAST)
            assert (asked.status_code, asked.headers["location"]) == (308, place), address
            assert client.get(place).status_code == 200, address


def test_the_command_line_says_the_new_key(tmp_path: Path) -> None:
    store = tmp_path / "graph.sqlite"
    for name in SAID:
        (tmp_path / name).write_text(paper(name), encoding="utf-8")
        loaded = phahe("load", tmp_path / name, store=store)
        assert loaded.code == 0, loaded.err
    answer = phahe("show", FIRST, "--json", store=store)
    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["key"] == LAST
    assert f"{FIRST} nay là {LAST}" in answer.err
