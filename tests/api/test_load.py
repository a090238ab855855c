"""`phahe load`: what becomes of every file, and of what was said before."""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest

from api.account import FileRow, Outcome
from api.loading import Loading, Stop
from api.progress import LineWatch
from api.reading import Reader
from api.remedies import FILES
from api.report import FileReport, NoReport
from graph.model import StoredFile
from loaders.sources import find_files
from tests.api.papers import paper, write
from tests.api.phahe import Answer, Place, phahe
from tests.model_store import ModelStore
from tests.neo4j.server import Access
from tests.stores import REAL_KINDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two papers of different provinces, and one with another spelling of the second."""
    write(tmp_path / "in", "a.txt", paper("15/KH-UBND"))
    write(tmp_path / "in", "b.txt", paper("27/KH-UBND", place="Hà Giang"))
    return tmp_path / "in"


@pytest.fixture(params=REAL_KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where the store is to be: nothing is there yet."""
    if request.param == "sqlite":
        return tmp_path / "graph.sqlite"
    access: Access = request.getfixturevalue("neo4j_access")
    return access


on_sqlite = pytest.mark.parametrize("store", ["sqlite"], indirect=True)
"""Where only files and reports are looked at."""


def load(store: Place, *words: object) -> Answer:
    answer = phahe("load", *words, "--json", "--jobs", 1, store=store)
    outcomes = ("loaded", "changed", "unchanged", "duplicate", "needs_review", "failed")
    assert sum(answer.json[name] for name in outcomes) == len(answer.json["files"])
    return answer


def outcomes(answer: Answer) -> dict[str, str]:
    return {Path(row["file"]).name: row["outcome"] for row in answer.json["files"]}


def test_files_are_loaded_once(store: Place, folder: Path) -> None:
    first, second = load(store, folder), load(store, folder)
    assert outcomes(first) == {"a.txt": "loaded", "b.txt": "loaded"}
    assert outcomes(second) == {"a.txt": "unchanged", "b.txt": "unchanged"}
    assert [row["key"] for row in first.json["files"]] == [
        row["key"] for row in second.json["files"]
    ]
    assert (first.code, second.code) == (0, 0)


def test_a_changed_file_replaces_what_it_said(store: Place, folder: Path) -> None:
    load(store, folder)
    other = "Nghị quyết số 42-NQ/TW ngày 5/6/2015 của Ban Chấp hành Trung ương"
    write(folder, "a.txt", paper("15/KH-UBND", parent=other, title="Trồng rừng ven sông"))
    answer = load(store, folder)
    assert outcomes(answer) == {"a.txt": "changed", "b.txt": "unchanged"}
    key = answer.json["files"][0]["key"]
    up = phahe("lineage", key, "--up", "--json", store=store).json
    assert [item["document"]["number"] for item in up["items"]] == ["42-NQ/TW"]


def test_a_copy_is_a_duplicate_and_both_files_are_on_the_document(
    store: Place, folder: Path
) -> None:
    write(folder, "c.txt", paper("15/KH-UBND"))
    answer = load(store, folder)
    assert outcomes(answer) == {"a.txt": "loaded", "b.txt": "loaded", "c.txt": "duplicate"}
    first, _, third = answer.json["files"]
    assert first["key"] == third["key"]
    assert len(phahe("show", first["key"], "--json", store=store).json["files"]) == 2


def test_a_moved_file_is_unchanged_and_known_under_its_new_name(store: Place, folder: Path) -> None:
    load(store, folder)
    (folder / "sub").mkdir()
    (folder / "a.txt").rename(folder / "sub" / "z.txt")
    answer = load(store, folder)
    assert outcomes(answer) == {"b.txt": "unchanged", "z.txt": "unchanged"}
    key = answer.json["files"][1]["key"]
    files = phahe("show", key, "--json", store=store).json["files"]
    assert [Path(name).name for name in files] == ["z.txt"]


@on_sqlite
def test_another_way_to_the_same_file_is_no_second_file(store: Place, folder: Path) -> None:
    load(store, folder)
    answer = load(store, folder / ".." / folder.name)
    assert set(outcomes(answer).values()) == {"unchanged"}
    assert phahe("doctor", "--json", store=store).json["ok"]


def test_a_missing_file_takes_nothing_back_unless_pruned(store: Place, folder: Path) -> None:
    load(store, folder)
    (folder / "b.txt").unlink()
    load(store, folder)
    assert phahe("show", "27/KH-UBND", store=store).code == 0
    answer = load(store, folder, "--prune")
    assert [Path(name).name for name in answer.json["pruned"]] == ["b.txt"]
    assert phahe("show", "27/KH-UBND", store=store).code == 2


@on_sqlite
def test_pruning_one_folder_leaves_the_others(store: Place, folder: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "in-other", "c.txt", paper("33/KH-UBND", place="Sơn La"))
    load(store, folder, other)
    other.unlink()
    assert load(store, folder, "--prune").json["pruned"] == []


def _stored(store: Place) -> int:
    return int(phahe("stats", "--json", store=store).json["files"]["total"])


@on_sqlite
def test_pruning_below_a_drive_that_is_not_mounted_is_refused(store: Place, folder: Path) -> None:
    other = write(folder.parent / "in-other", "c.txt", paper("33/KH-UBND", place="Sơn La")).parent
    load(store, folder)
    folder.rename(folder.parent / "elsewhere")
    answer = phahe("load", other, folder, "--prune", "--json", "--jobs", 1, store=store)
    assert (answer.code, answer.out) == (2, "")
    assert str(folder) in answer.err
    assert "2 tệp" in answer.err
    assert "phahe forget" in answer.err
    assert _stored(store) == 2, "nothing is taken back, nothing is loaded"
    (folder.parent / "elsewhere").rename(folder)
    assert load(store, other, folder, "--prune").json["pruned"] == []
    assert _stored(store) == 3


@on_sqlite
def test_pruning_below_an_empty_mount_point_is_refused(store: Place, folder: Path) -> None:
    load(store, folder)
    for file in folder.iterdir():
        file.unlink()
    assert phahe("load", folder, "--prune", "--jobs", 1, store=store).code == 2
    assert _stored(store) == 2


@on_sqlite
def test_what_is_gone_for_good_is_pruned_by_the_folder_above(store: Place, folder: Path) -> None:
    write(folder / "sub", "c.txt", paper("33/KH-UBND", place="Sơn La"))
    load(store, folder)
    shutil.rmtree(folder / "sub")
    assert phahe("load", folder / "sub", "--prune", "--jobs", 1, store=store).code == 2
    pruned = load(store, folder, "--prune").json["pruned"]
    assert [Path(name).name for name in pruned] == ["c.txt"]


@on_sqlite
def test_a_missing_folder_of_which_nothing_is_stored_is_a_failed_row(
    store: Place, folder: Path
) -> None:
    load(store, folder)
    answer = load(store, folder.parent / "never", "--prune")
    assert (answer.code, answer.json["failed"], answer.json["pruned"]) == (1, 1, [])


@on_sqlite
def test_a_report_is_not_begun_where_pruning_is_refused(store: Place, folder: Path) -> None:
    load(store, folder)
    report = write(folder.parent, "report.csv", "of the night before")
    shutil.rmtree(folder)
    load_again = ("load", folder, "--prune", "--report", report, "--jobs", 1)
    assert phahe(*load_again, store=store).code == 2
    assert report.read_text(encoding="utf-8") == "of the night before"


def test_a_folder_that_goes_away_during_the_load_is_not_pruned(folder: Path) -> None:
    store = ModelStore()
    files = list(find_files([folder]))
    reader = Reader(1)
    loading = Loading(store, reader, NoReport(), LineWatch(len(files)), Stop())
    loading.run(files)
    reader.close()
    shutil.rmtree(folder)
    assert loading.prune([folder], files) == [folder]
    assert len(store.files()) == 2


BAD = {
    "empty.txt": (b"", "empty_file"),
    "blank.txt": (b" \n\t\n", "empty_file"),
    "binary.txt": (bytes(range(256)) * 20, "binary_file"),
    "latin.txt": ("Số: 5/KH-UBND, tỉnh Hà".encode()[:-1] + b"\xe0\x20", "undecodable"),
    "scan.pdf": (b"%PDF-1.7\n", "unsupported_format"),
    "milk.txt": ("mua sữa, mua gạo\n".encode(), "not_a_policy_document"),
}


def test_a_bad_file_is_named_and_the_rest_is_loaded(store: Place, folder: Path) -> None:
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    answer = load(store, folder, folder / "nothing")
    found = {Path(row["file"]).name: row["code"] for row in answer.json["files"]}
    expected = {name: code for name, (_, code) in BAD.items()}
    assert found == {**expected, "nothing": "not_found", "a.txt": None, "b.txt": None}
    assert (answer.code, answer.json["failed"], answer.json["loaded"]) == (1, 7, 2)
    assert all(row["message"] for row in answer.json["files"] if row["outcome"] == "failed")


def test_a_failed_file_is_tried_again(store: Place, folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"")
    assert load(store, folder).json["failed"] == 1
    assert load(store, folder).json["failed"] == 1
    write(folder, "c.txt", paper("40/KH-UBND", place="Lạng Sơn"))
    answer = load(store, folder)
    assert (answer.code, outcomes(answer)["c.txt"]) == (0, "loaded")


def test_a_file_that_needs_review_is_no_failure_and_stays_so(store: Place, folder: Path) -> None:
    write(folder, "c.txt", "qx zk wvj ptl zzx kqw\n" * 200)
    first, second = load(store, folder), load(store, folder)
    assert (first.code, outcomes(first)["c.txt"]) == (0, "needs_review")
    assert outcomes(second)["c.txt"] == "unchanged"
    codes = [answer.json["files"][2]["code"] for answer in (first, second)]
    assert codes[0] is not None
    assert codes[0] == codes[1]


@on_sqlite
@pytest.mark.parametrize("ending", ["jsonl", "csv"])
def test_the_report_has_the_rows_of_the_account(store: Place, folder: Path, ending: str) -> None:
    (folder / "=evil.txt").write_bytes(b"")
    report = folder.parent / f"report.{ending}"
    answer = load(store, folder, "--report", report)
    text = report.read_text(encoding="utf-8-sig")
    if ending == "jsonl":
        assert [json.loads(line) for line in text.splitlines()] == answer.json["files"]
    else:
        rows = list(csv.DictReader(text.splitlines()))
        assert [row["outcome"] for row in rows] == [r["outcome"] for r in answer.json["files"]]
        assert report.read_bytes().startswith(b"\xef\xbb\xbf")


@on_sqlite
def test_a_workbook_has_the_rows_that_stand_beside_it(store: Place, folder: Path) -> None:
    (folder / "=evil.txt").write_bytes(b"")
    report = folder.parent / "report.xlsx"
    answer = load(store, folder, "--report", report)
    lines = report.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == answer.json["files"]
    _, *rows = openpyxl.load_workbook(report).worksheets[0].iter_rows(values_only=True)
    assert [list(row) for row in rows] == [list(row.values()) for row in answer.json["files"]]


@on_sqlite
def test_a_csv_report_names_files_as_they_are_named(store: Place, folder: Path) -> None:
    (folder / "=a\u00ad\u200b.txt").write_bytes(b"")
    report = folder.parent / "report.csv"
    answer = load(store, folder, "--report", report)
    rows = list(csv.DictReader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["file"] for row in rows] == [row["file"] for row in answer.json["files"]]


def test_a_workbook_that_cannot_be_made_hides_nothing_of_the_load(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = tmp_path / "report.xlsx"
    with pytest.raises(KeyError), FileReport(book) as report:
        report.write([FileRow("a.txt", Outcome.LOADED)])
        book.mkdir()
        raise KeyError
    assert str(book.with_suffix(".jsonl")) in capsys.readouterr().err
    assert len(book.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()) == 1


@on_sqlite
def test_a_report_of_another_kind_is_refused(store: Place, folder: Path) -> None:
    assert phahe("load", folder, "--report", "r.docx", store=store).code == 2


on_posix = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")


@on_posix
@on_sqlite
def test_a_file_that_cannot_be_got_at_keeps_what_it_said(store: Place, folder: Path) -> None:
    """Also where it is the only one, or all of a folder are held by another program."""
    load(store, folder)
    for name in ("a.txt", "b.txt"):
        (folder / name).chmod(0)
    again = phahe("load", folder, "--json", "--jobs", 1, store=store, bound=True)
    assert {row["code"] for row in again.json["files"]} == {"unreadable"}
    assert phahe("stats", "--json", store=store).json["files"]["by_outcome"] == [
        {"value": "loaded", "count": 2}
    ]


@on_posix
@on_sqlite
def test_a_file_that_may_not_be_looked_for_is_not_pruned(store: Place, folder: Path) -> None:
    shut = folder / "shut"
    shut.mkdir()
    shutil.move(folder / "a.txt", shut / "a.txt")
    load(store, folder)
    shut.chmod(0o600)
    answer = phahe("load", folder, "--prune", "--json", "--jobs", 1, store=store, bound=True)
    assert answer.json["pruned"] == []
    assert phahe("stats", "--json", store=store).json["files"]["total"] == 2


@on_posix
@on_sqlite
def test_what_may_not_be_looked_into_is_named(store: Place, folder: Path) -> None:
    (folder / "shut").mkdir()
    write(folder / "shut", "c.txt", paper("3/KH-UBND"))
    (folder / "shut").chmod(0o600)
    paths = (folder, folder / "shut" / "c.txt")
    answer = phahe("load", *paths, "--json", "--jobs", 1, store=store, bound=True)
    assert answer.code == 1
    failed = [row for row in answer.json["files"] if row["outcome"] == "failed"]
    assert [(Path(row["file"]).name, row["code"]) for row in failed] == [
        ("c.txt", "unreadable"), ("c.txt", "unreadable"),
    ]  # fmt: skip


@on_posix
@on_sqlite
def test_a_folder_that_leads_back_into_itself_is_named(store: Place, folder: Path) -> None:
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    answer = load(store, folder)
    assert [row["code"] for row in answer.json["files"] if row["outcome"] == "failed"] == [
        "folder_loop"
    ]
    assert answer.json["loaded"] == 2


@on_sqlite
def test_names_with_signs_and_markup_stay_as_they_are(store: Place, folder: Path) -> None:
    name = "[bold]kế hoạch số 5 \u202e.txt"
    shutil.move(folder / "a.txt", folder / name)
    answer = phahe("load", folder, "--jobs", 1, store=store)
    assert answer.code == 0
    shown = phahe("show", "15/KH-UBND", store=store)
    assert "[bold]" in shown.out


class Retracting(ModelStore):
    """A store from which another program takes every file again as soon as it is written."""

    def files(
        self, names: Collection[str] | None = None, sha256s: Collection[str] = ()
    ) -> list[StoredFile]:
        return []


def test_a_file_that_another_program_took_back_is_told_with_what_to_do(folder: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        reader = Reader(1, executor=executor)
        loading = Loading(Retracting(), reader, NoReport(), LineWatch(1), Stop())
        account = loading.run(find_files([folder / "a.txt"]))
    [row] = account.files
    assert (row.outcome, row.code, row.key) == (Outcome.FAILED, "store_changed", None)
    assert "chương trình khác" in (row.message or "")
    assert row.code in FILES
