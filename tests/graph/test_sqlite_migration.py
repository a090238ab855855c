"""A store of an earlier version of the schema holds, once opened, what a new one would."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from graph.identity.touched import ReadFile
from graph.sqlite_store.connection import connect
from graph.sqlite_store.open import APPLICATION_ID
from graph.sqlite_store.store import SqliteStore
from loaders.records import Responsibility
from queries.search import search
from tests.graph.papers import SON_LA, duty, indicator, load, paper, value, whole

TABLES = (
    "state", "document", "file", "content", "claim", "claim_use", "edge", "method", "redirect",
    "assertion",
)  # fmt: skip


def plan(name: str, *duties: Responsibility) -> ReadFile:
    level, province, _ = SON_LA
    goals = (indicator("Tỷ lệ che phủ rừng", value(45.5)),)
    return paper(
        name, "15/KH-UBND", "2018-05-04", level=level, province=province, duties=duties,
        targets=goals,
    )  # fmt: skip


def test_an_older_store_gets_the_facts_of_its_records(tmp_path: Path) -> None:
    lead, money = duty("Sở Y tế", "Chủ trì"), duty("Sở Tài chính", "Bố trí kinh phí", at=90)
    path = tmp_path / "old.sqlite"
    store = SqliteStore.open(path)
    load(store, plan("a.txt", lead, money), plan("b.txt", lead))
    expected = whole(store)
    store.close()
    _as_of_version_1(path)
    store = SqliteStore.open(path)
    assert whole(store) == expected
    assert [one.key for one in search(store, "15/KH-UBND").items] == [expected.documents[0].key]
    store.close()


def _as_of_version_1(path: Path) -> None:
    """Put the store into the tables that version 1 of the schema had."""
    old = path.with_suffix(".old")
    db = connect(f"{old.as_uri()}?mode=rwc")
    db.execute((files("graph.sqlite_store") / "schema.sql").read_text(encoding="utf-8"))
    db.execute("attach ? as new", [str(path)])
    db.execute("delete from state")
    for table in TABLES:
        columns = ", ".join(f'"{row[1]}"' for row in db.rows(f"pragma main.table_info({table})"))
        db.execute(f"insert into main.{table} ({columns}) select {columns} from new.{table}")
    said = 'select distinct file, start, "end", quote from new.assertion'
    db.execute(f"insert into passage {said}")
    db.execute("insert into document_words (document_words) values ('rebuild')")
    db.execute(f"pragma main.application_id = {APPLICATION_ID}")
    db.execute("pragma main.user_version = 1")
    db.close()
    old.replace(path)
