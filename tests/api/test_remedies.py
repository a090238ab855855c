"""Every reason for which a store cannot be used is told in Vietnamese, with what it names."""

from __future__ import annotations

import ast
import errno
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from api.remedies import STORE, SYSTEM, WHY, store_told, system_told
from graph.errors import StoreUnavailable
from graph.neo4j_store.errors import _OTHER as NEO4J_OTHER
from graph.neo4j_store.errors import _REASONS as NEO4J_REASONS
from graph.sqlite_store.errors import _OTHER as SQLITE_OTHER
from graph.sqlite_store.errors import _REASONS as SQLITE_REASONS
from tests.api.phahe import phahe

ROOT = Path(__file__).parent.parent.parent
PLAIN = {"code", "why", "place", "detail"}
BY_NUMBER = {why for _, why, _ in (*SQLITE_REASONS.values(), SQLITE_OTHER)}
BY_STATUS = {why for *_, why, _ in (*NEO4J_REASONS, NEO4J_OTHER)}
BY_KIND = {"bad_address", "no_answer", "driver_failed"}


def raised() -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield where StoreUnavailable is made, its reasons, and the facts that they may name."""
    for path in sorted([*ROOT.glob("graph/**/*.py"), *ROOT.glob("api/**/*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "StoreUnavailable":
                given = {one.arg: one.value for one in node.keywords if one.arg}
                said = ast.walk(given["why"]) if "why" in given else ()
                whys = {one.value for one in said if isinstance(one, ast.Constant)}
                yield f"{path.name}:{node.lineno}", whys, set(given) - PLAIN


def test_each_reason_is_worded_and_each_wording_is_a_reason() -> None:
    sites = list(raised())
    found = set().union(*(whys for _, whys, _ in sites))
    assert found | BY_NUMBER | BY_STATUS | BY_KIND == set(WHY)


def test_each_place_that_refuses_a_store_says_why_with_its_facts() -> None:
    tabled = 0
    for where, whys, facts in raised():
        tabled += not whys
        for why in whys:
            named = {name for _, name, _, _ in Formatter().parse(WHY[why]) if name}
            assert named == facts, where
    assert tabled == 2  # those of SQLite and of the driver, whose reasons are tables


@pytest.mark.parametrize("why", sorted(BY_NUMBER | BY_STATUS | BY_KIND))
def test_what_is_tabled_names_no_facts(why: str) -> None:
    error = StoreUnavailable("x: y (z)", why=why, place="kho", detail="z")
    assert store_told(error) == f"kho: {WHY[why]} (z)"


def test_an_error_without_a_reason_keeps_its_own_words() -> None:
    assert store_told(StoreUnavailable("words")) == "words"


def test_the_second_line_is_vietnamese_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("không phải cơ sở dữ liệu " * 99, encoding="utf-8")
    told = phahe("stats", store=path)
    assert told.code == 3
    first, second = told.err.splitlines()
    assert first == f"phahe: {STORE['store_not_ours']}."
    assert second.startswith(f"  {path}: {WHY['no_database_file']} (")
    told = phahe("stats", store=tmp_path / "none")
    assert told.err.splitlines()[1].startswith(f"  {tmp_path / 'none'}: {WHY['no_store']} (")


def test_what_the_system_refuses_is_told_with_its_own_words_behind() -> None:
    for number, said in SYSTEM.items():
        assert system_told(OSError(number, "its own words")) == f"{said} (its own words)"
    assert system_told(OSError("no number")) == "no number"


def test_a_file_that_cannot_be_is_told(tmp_path: Path) -> None:
    for words in (
        ("resolve", "--batch", tmp_path / "none.jsonl"),
        ("load", __file__, "--report", tmp_path / "none" / "b.csv"),
    ):
        told = phahe(*words, store=tmp_path / "a.sqlite")
        assert told.code != 0
    assert f"{tmp_path / 'none' / 'b.csv'}: {SYSTEM[errno.ENOENT]} (" in told.err
