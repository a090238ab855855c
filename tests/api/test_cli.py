"""The commands that ask, on a small store that `phahe load` made."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import apsw
import pytest

from tests.api.papers import PARENT, paper, write
from tests.api.phahe import Place, command, environment, phahe
from tests.neo4j.server import Access


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked")
    write(folder, "a.txt", paper("15/KH-UBND"))
    write(folder, "b.txt", paper("15/KH-UBND", place="Hà Giang"))
    write(folder, "c.txt", paper("9/KH-UBND", place="Sơn La"))
    return folder


@pytest.fixture(scope="module")
def store(place: Place, papers: Path) -> Place:
    return filled(place, papers)


@pytest.fixture(scope="module")
def file(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a file, for what is about files."""
    made = tmp_path_factory.mktemp("file") / "graph.sqlite"
    filled(made, papers)
    return made


def filled(store: Place, papers: Path) -> Place:
    answer = phahe("load", papers, store=store)
    assert answer.code == 0, answer.err
    return store


def test_lineage_goes_down_and_up(store: Place) -> None:
    down = phahe("lineage", "31 nq tw", "--down", "--json", store=store).json
    assert [item["depth"] for item in down["items"]] == [1, 1, 1]
    assert [item["document"]["province"] for item in down["items"]] == [
        "Cao Bằng",
        "Hà Giang",
        "Sơn La",
    ]
    up = phahe("lineage", "9/KH-UBND", "--up", "--json", store=store).json
    [item] = up["items"]
    assert (item["document"]["number"], item["document"]["status"]) == ("31-NQ/TW", "cited_only")
    [evidence] = item["steps"][0]["evidence"]
    assert PARENT.split()[2] in evidence["quote"]


def test_a_store_that_is_given_outranks_the_one_of_the_environment(
    file: Path, tmp_path: Path
) -> None:
    given = phahe("search", "9/KH-UBND", "--json", "--store", f"sqlite:{file}",
                  store=tmp_path / "none.sqlite")  # fmt: skip
    assert (given.code, given.json["total"]) == (0, 1)
    assert phahe("search", "9/KH-UBND", store=tmp_path / "none.sqlite").code == 3


def test_a_direction_must_be_named(store: Place) -> None:
    assert phahe("lineage", "9/KH-UBND", store=store).code == 2
    assert phahe("lineage", "9/KH-UBND", "--up", "--down", store=store).code == 2


def test_a_number_of_two_provinces_is_ambiguous(store: Place) -> None:
    answer = phahe("show", "15/KH-UBND", "--json", store=store)
    assert (answer.code, answer.json["status"]) == (2, "ambiguous")
    provinces = {c["document"]["province"] for c in answer.json["candidates"]}
    assert provinces == {"Cao Bằng", "Hà Giang"}
    for_people = phahe("show", "15/KH-UBND", store=store)
    assert (for_people.code, for_people.out) == (2, "")
    assert "vn-cao-bang" in for_people.err


def test_a_number_that_nobody_has_is_not_in_this_graph(store: Place) -> None:
    answer = phahe("show", "77/KH-UBND", "--json", store=store)
    assert (answer.code, answer.json["status"]) == (2, "not_in_graph")
    assert "không có nghĩa" in answer.err


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kế hoạch số 9/KH-UBND của UBND tỉnh Sơn La", "found"),
        ("Nghị quyết 31-NQ/TW", "cited_only"),
        ("15/KH-UBND", "ambiguous"),
        ("Nghị định số 99/2001/NĐ-CP", "not_in_graph"),
        ("xin chào", "not_recognised"),
    ],
)
def test_resolve_says_what_it_came_to(store: Place, text: str, status: str) -> None:
    answer = phahe("resolve", text, "--json", store=store)
    assert (answer.code, answer.json["status"]) == (0, status)


def test_the_province_of_the_paper_decides(store: Place) -> None:
    answer = phahe("resolve", "15/KH-UBND", "--province", "Hà Giang", "--json", store=store).json
    assert (answer["status"], answer["document"]["province"]) == ("found", "Hà Giang")


def test_a_batch_keeps_its_ids(store: Place, tmp_path: Path) -> None:
    rows = [
        {"id": 7, "text": "31-NQ/TW"},
        {"id": "x", "text": "15/KH-UBND", "province": "Hà Giang"},
    ]
    batch = write(tmp_path, "batch.jsonl", "\n".join(json.dumps(row) for row in rows))
    answer = phahe("resolve", "--batch", batch, "--json", store=store)
    assert [(r["id"], r["status"]) for r in answer.lines] == [(7, "cited_only"), ("x", "found")]
    bad = write(tmp_path, "bad.jsonl", '{"id": 1}')
    assert phahe("resolve", "--batch", bad, store=store).code == 2


def test_mentions_are_json_lines(store: Place) -> None:
    lines = phahe("mentions", "--json", store=store).lines
    assert [line["kind"] for line in lines].count("header") == 3
    assert all(line["quote"] for line in lines)
    assert [(line["file"], line["span"]) for line in lines] == sorted(
        (line["file"], line["span"]) for line in lines
    )
    supported = [line for line in lines if "IMPLEMENTS" in line["relations"]]
    assert {line["number"] for line in supported} == {"31-NQ/TW"}


def test_doctor_looks_where_the_home_folder_is_meant(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(file.parent))
    monkeypatch.setenv("USERPROFILE", str(file.parent))
    address = f"sqlite:~/{file.name}"
    checks = {
        one["name"]: one for one in phahe("doctor", "--json", "--store", address).json["checks"]
    }
    assert checks["loading"]["detail"] == "nạp được"


def test_doctor_says_what_someone_without_help_needs(store: Place, tmp_path: Path) -> None:
    told = phahe("doctor", store=store)
    assert told.code == 0
    for words in ("Python", "3 đã nạp", "3 tệp", "Lược đồ kho", "nạp được", "Java", "Dùng được."):
        assert words in told.out, words
    assert "HỎNG" not in told.out
    away = phahe("doctor", store=tmp_path / "none.sqlite")
    assert away.code == 3
    assert "HỎNG  Kho: chưa mở được kho" in away.out
    assert "phahe load" in away.out
    checks = phahe("doctor", "--json", store=store).json["checks"]
    server = ["server"] if isinstance(store, Access) else []
    assert [check["name"] for check in checks] == [
        "program", "tables", "streams", "pages", "extras", *server, "store", "schema", "loading",
    ]  # fmt: skip


def test_where_a_document_is_named(store: Place) -> None:
    rows = phahe("mentions", "--of", "31-NQ/TW", "--json", store=store).lines
    every = phahe("mentions", "--json", store=store).lines
    key = rows[0]["key"]
    assert [{**row, "sentence": None} for row in rows] == [
        {**row, "sentence": None} for row in every if row["key"] == key and row["kind"] == "mention"
    ]
    assert all(" ".join(row["quote"].split()) in " ".join(row["sentence"].split()) for row in rows)
    one = phahe("mentions", "9/KH-UBND", "--of", "31-NQ/TW", "--json", store=store).lines
    assert one == [row for row in rows if row["file"].endswith("c.txt")]
    told = phahe("mentions", "--of", "31-NQ/TW", store=store).out
    assert f"{len(rows)} chỗ nhắc" in told


def test_the_same_question_prints_the_same_bytes(store: Place) -> None:
    asked = ("lineage", "31-NQ/TW", "--down", "--json")
    assert phahe(*asked, store=store).out == phahe(*asked, store=store).out


def test_tables_are_vietnamese_and_utf8_whatever_the_console(store: Place) -> None:
    for words in (
        ["show", "9/KH-UBND"],
        ["lineage", "31-NQ/TW", "--down"],
        ["search", "trong rung"],
    ):
        answer = phahe(*words, store=store)
        assert answer.code == 0, answer.err
        assert "Kế hoạch 9/KH-UBND" in answer.out
        assert "\x1b[" not in answer.out


def test_forget_takes_back_what_a_file_said(store: Place, papers: Path) -> None:
    answer = phahe("forget", "9/KH-UBND", "--json", store=store)
    assert (answer.code, answer.json["status"]) == (0, None)
    assert phahe("lineage", "31-NQ/TW", "--down", "--json", store=store).json["total"] == 2
    assert phahe("forget", "31-NQ/TW", store=store).code == 2
    filled(store, papers)


def test_view_writes_one_file(store: Place, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert phahe("view", "9/KH-UBND", "-o", target, store=store).code == 0
    assert "9/KH-UBND" in target.read_text(encoding="utf-8")


def test_extract_needs_no_store(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", paper())
    (tmp_path / "b.txt").write_bytes(b"")
    answer = phahe("extract", tmp_path)
    assert answer.code == 1
    good, bad = answer.lines
    assert good["document"]["number"] == "15/KH-UBND"
    assert bad == {"file": str(tmp_path / "b.txt"), "error": bad["error"]}
    assert bad["error"]["code"] == "empty_file"
    assert phahe("extract", "--text", path).out == paper()


@pytest.mark.parametrize(
    "url", ["bolt://localhost", "neo4j://localhost:7687", "mysql:x", "sqlite:"]
)
def test_a_store_that_is_none_is_exit_3(url: str) -> None:
    answer = phahe("search", "x", "--store", url)
    assert (answer.code, answer.out) == (3, "")
    assert url in answer.err


def test_a_missing_or_foreign_store_is_exit_3(tmp_path: Path) -> None:
    missing = phahe("show", "x", store=tmp_path / "none.sqlite")
    assert missing.code == 3
    assert "phahe load" in missing.err
    foreign = tmp_path / "other.sqlite"
    db = apsw.Connection(str(foreign))
    db.execute("create table t (x)")
    db.close()
    assert phahe("show", "x", store=foreign).code == 3
    assert phahe("load", tmp_path, store=foreign).code == 3
    assert phahe("doctor", store=foreign).code == 3


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
def test_a_store_that_cannot_be_written_is_exit_3(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    store = locked / "graph.sqlite"
    locked.mkdir()
    assert phahe("load", write(tmp_path, "a.txt", paper()), store=store).code == 0
    for path in (locked, *locked.iterdir()):
        path.chmod(0o500 if path.is_dir() else 0o400)
    for at in (store, locked / "new.sqlite"):
        answer = phahe(
            "load", write(tmp_path, "b.txt", paper(number="16/KH-UBND")), store=at, bound=True
        )
        assert (answer.code, answer.out) == (3, ""), answer.err
        assert str(at) in answer.err
    shown = phahe("show", "15/KH-UBND", store=store, bound=True)
    assert shown.code in (0, 3)
    assert "15/KH-UBND" in shown.out or str(store) in shown.err


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")
@pytest.mark.parametrize("words", [["stats"], ["load", "."], ["doctor"]])
def test_a_store_that_may_not_be_looked_for_is_exit_3(tmp_path: Path, words: list[str]) -> None:
    shut = tmp_path / "shut"
    shut.mkdir(0o600)
    answer = phahe(*words, store=shut / "graph.sqlite", cwd=tmp_path, bound=True)
    assert answer.code == 3
    assert "Traceback" not in answer.err
    assert str(shut) in answer.err + answer.out


@pytest.mark.parametrize("words", [[], ["sing"], ["show"], ["load", "--jobs", "0", "x"]])
def test_wrong_use_is_exit_2(words: list[str]) -> None:
    answer = phahe(*words)
    assert answer.code == 2
    assert answer.err or "Usage" in answer.out


def test_version_and_help() -> None:
    assert phahe("--version").out.startswith("phahe ")
    assert "lineage" in phahe("--help").out


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, api.cli;"
        "print([m for m in ('fastapi', 'networkx', 'pyvis', 'pydantic', 'graph.model', 'jinja2')"
        " if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(None), check=True
    )
    assert done.stdout.decode().strip() == "[]"


def test_serve_says_where_it_listens_and_ends_in_order(store: Place) -> None:
    process = subprocess.Popen(
        command("serve", "--port", 0),
        env=environment(store),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline().decode().strip()
        assert line.startswith("phahe http://127.0.0.1:")
        with urllib.request.urlopen(line.split()[1] + "readyz", timeout=10) as answer:
            assert json.load(answer)["loaded"] == 3
    finally:
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=20)
    assert b"Traceback" not in err


def test_a_taken_port_and_a_missing_store_are_exit_3(store: Place, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        answer = phahe("serve", "--port", taken.getsockname()[1], store=store)
    assert (answer.code, answer.out) == (3, "")
    assert phahe("serve", "--port", 0, store=tmp_path / "none.sqlite").code == 3
