"""A store of an earlier version of the schema holds, once opened, what a new one would."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from graph.sqlite_store import SqliteStore
from graph.touched import ReadFile
from loaders.records import Responsibility
from tests.graph.papers import SON_LA, duty, indicator, load, paper, value, whole


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
    store.close()


def _as_of_version_1(path: Path) -> None:
    """Take away what later versions of the schema have more than version 1."""
    db = sqlite3.connect(path, isolation_level=None)
    for table in ("target_value", "target", "indicator_name", "duty_agency", "duty", "agency_name"):
        db.execute(f"drop table {table}")
    for table in ("sentence", "judgement"):
        db.execute(f"drop table {table}")
    for count in ("duties", "targets", "judgements"):
        db.execute(f"alter table state drop column {count}")
    db.execute("drop index edge_carrying")
    db.execute("pragma user_version = 1")
    db.close()
