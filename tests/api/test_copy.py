"""`phahe copy`: the copy answers as the graph does, and nothing is overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.store_address import shown
from tests.api.papers import paper, write
from tests.api.phahe import Answer, environment, phahe

PROVINCES = ("Cao Bằng", "Hà Giang", "Sơn La", "Lai Châu")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copied")
    for number, place in enumerate(PROVINCES):
        write(folder / "in", f"{number}.txt", paper("15/KH-UBND", place=place))
    write(folder / "in", "again.txt", paper("15/KH-UBND"))
    write(folder / "in", "empty.txt", "")
    made = folder / "graph.sqlite"
    assert phahe("load", folder / "in", store=made).code == 1
    return made


def copy(source: Path, target: Path, *words: object) -> Answer:
    return phahe("copy", f"sqlite:{source}", f"sqlite:{target}", *words)


def test_the_copy_gives_the_same_answers(store: Path, tmp_path: Path) -> None:
    made = tmp_path / "new" / "copy.sqlite"
    answer = copy(store, made, "--json")
    assert answer.code == 0, answer.err
    assert answer.json["files"] == answer.json["written"] == len(PROVINCES) + 2
    assert len(answer.json["digest"]) == 64
    for words in (
        ("lineage", "31-NQ/TW", "--down"),
        ("mentions",),
        ("search", "trong rung"),
        ("resolve", "Kế hoạch số 15/KH-UBND"),
        ("show", "31-NQ/TW"),
    ):
        asked = [phahe(*words, "--json", store=where) for where in (store, made)]
        assert asked[0].out == asked[1].out
        assert asked[0].code == asked[1].code == 0


def test_the_same_copy_again_writes_nothing(store: Path, tmp_path: Path) -> None:
    first = copy(store, tmp_path / "copy.sqlite", "--json").json
    again = copy(store, tmp_path / "copy.sqlite", "--json")
    assert (again.code, again.json) == (0, {**first, "written": 0})


def test_people_are_told_what_was_copied_and_compared(store: Path, tmp_path: Path) -> None:
    answer = copy(store, tmp_path / "copy.sqlite")
    assert "5 văn bản (4 đã nạp), 6 tệp" in answer.out
    assert "bằng nhau" in answer.out


def test_a_load_after_the_copy_goes_on_from_there(store: Path, tmp_path: Path) -> None:
    made = tmp_path / "copy.sqlite"
    copy(store, made)
    account = phahe("load", store.parent / "in", "--json", store=made).json
    assert (account["unchanged"], account["failed"]) == (5, 1)


def test_another_graph_is_not_overwritten(store: Path, tmp_path: Path) -> None:
    write(tmp_path / "in", "other.txt", paper("3/KH-UBND"))
    other = tmp_path / "other.sqlite"
    phahe("load", tmp_path / "in", store=other)
    before = phahe("mentions", "--json", store=other).out
    answer = copy(store, other)
    assert answer.code == 2
    assert "other.txt" in answer.err
    assert phahe("mentions", "--json", store=other).out == before


def test_a_store_is_not_copied_to_itself(store: Path) -> None:
    answer = copy(store, store.parent / "in" / ".." / store.name)
    assert (answer.code, answer.out) == (2, "")


def test_what_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    answer = copy(tmp_path / "none.sqlite", tmp_path / "copy.sqlite")
    assert answer.code == 3
    assert not (tmp_path / "copy.sqlite").exists()


def test_an_address_must_be_one(store: Path, tmp_path: Path) -> None:
    assert phahe("copy", f"sqlite:{store}", tmp_path / "copy.sqlite").code == 3
    assert phahe("copy", f"sqlite:{store}").code == 2


KILLED = """
import os, sys
from pathlib import Path
import graph.movable
from graph.copying import copy_graph
from graph.sqlite_store.store import SqliteStore

graph.movable.FILES = 2
source, target = (SqliteStore.open(Path(name)) for name in sys.argv[1:3])
copy_graph(source, target, lambda done, of: os._exit(9) if done >= int(sys.argv[3]) else None)
"""


@pytest.mark.parametrize("after", [1, 4])
def test_a_copy_that_was_killed_goes_on(store: Path, tmp_path: Path, after: int) -> None:
    target = tmp_path / "copy.sqlite"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, store, target, str(after)], env=environment(None), timeout=60
    )
    assert killed.returncode == 9
    answer = copy(store, target, "--json")
    assert answer.code == 0, answer.err
    assert 0 < answer.json["written"] < answer.json["files"] == len(PROVINCES) + 2
    assert answer.json["digest"] == copy(store, tmp_path / "whole.sqlite", "--json").json["digest"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:a@b.sqlite", "sqlite:a@b.sqlite"),
        ("bolt://neo4j:secret@localhost:7687", "bolt://localhost:7687"),
        ("neo4j+s://localhost", "neo4j+s://localhost"),
        ("bolt:neo4j:secret@localhost", "bolt://localhost"),
        ("bolt:/neo4j:sec/r@et@localhost", "bolt://localhost"),
    ],
)
def test_no_password_is_shown(url: str, expected: str) -> None:
    assert shown(url) == expected
