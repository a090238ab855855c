"""`phahe export --format neo4j-admin`: a folder of files for Neo4j's bulk importer."""

from __future__ import annotations

import shlex
import shutil
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from api.console import print_json, say
from api.remedies import system_told
from graph.movable import MovableStore
from graph.neo4j_csv.rows import csv_rows
from graph.neo4j_csv.tables import TABLES
from graph.neo4j_store.schema import SCHEMA, statement_of
from queries.errors import BadOption

NOTE, STATEMENTS = "import.txt", "schema.cypher"
_BUFFER = 4 * 1024 * 1024
_TEXT = """\
# Đồ thị của phahe dưới dạng tệp cho công cụ nhập của Neo4j ({counts}).
#
# 1. Dừng Neo4j. Cơ sở dữ liệu "{database}" sẽ bị THAY THẾ bằng đồ thị này.
# 2. Trong thư mục này, chạy:

{command}

# 3. Khởi động Neo4j, rồi tạo ràng buộc và chỉ mục: lệnh phahe load đầu tiên tự tạo, hoặc chạy:

cypher-shell --database {database} --file {statements}
"""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: lines a file, and the bytes of the longest line."""

    rows: dict[str, int]
    longest: int


def run(store: MovableStore, to: Path, *, database: str, as_json: bool) -> None:
    """Write the folder `to`, which appears only when it is whole, and say how it is imported.

    Raises BadOption where it cannot be written or holds something.
    """
    part = to.with_name(to.name + ".part")
    try:
        if to.exists() and any(to.iterdir()):
            raise BadOption(f"{to}: thư mục không trống")
        part.mkdir()
        try:
            written = _write_tables(store, part)
            command = command_of(database, written.longest)
            _write_notes(part, written, command, database)
            if to.exists():
                to.rmdir()
            part.rename(to)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise BadOption(f"{error.filename or to}: {system_told(error)}") from error
    _print(to, written, command, as_json=as_json)


def command_of(database: str, longest: int) -> list[str]:
    """Return the importer's command, to be run in the folder of the files.

    `longest` is the bytes of the longest line: the importer has to hold it as a whole.
    """
    buffer = [] if longest < _BUFFER else [f"--read-buffer-size={longest + 1}"]
    return [
        *("neo4j-admin", "database", "import", "full", database),
        *("--overwrite-destination=true", "--multiline-fields=true", *buffer),
        *(table.option for table in TABLES),
    ]


def _write_tables(store: MovableStore, folder: Path) -> Written:
    rows = Counter[str]()
    longest = 0
    with ExitStack() as stack:
        files = {}
        for table in TABLES:
            files[table.file] = stack.enter_context((folder / table.file).open("wb"))
            files[table.file].write(f"{table.head}\n".encode())
        for table, row in csv_rows(store):
            line = f"{table.line(row)}\n".encode()
            longest = max(longest, len(line))
            files[table.file].write(line)
            rows[table.file] += 1
    return Written({table.file: rows[table.file] for table in TABLES}, longest)


def _write_notes(folder: Path, written: Written, command: list[str], database: str) -> None:
    nodes, links = (
        sum(written.rows[table.file] for table in TABLES if table.is_nodes is kind)
        for kind in (True, False)
    )
    text = _TEXT.format(
        counts=f"{nodes} nút, {links} quan hệ",
        database=database,
        command=shlex.join(command),
        statements=STATEMENTS,
    )
    statements = "".join(f"{statement_of(name)};\n" for name in SCHEMA)
    (folder / NOTE).write_text(text, encoding="utf-8", newline="\n")
    (folder / STATEMENTS).write_text(statements, encoding="utf-8", newline="\n")


def _print(to: Path, written: Written, command: list[str], *, as_json: bool) -> None:
    if as_json:
        files = [{"file": name, "rows": rows} for name, rows in written.rows.items()]
        print_json({"format": "neo4j-admin", "to": str(to), "files": files, "command": command})
        return
    print(shlex.join(command))
    say(
        f"phahe: đã ghi {sum(written.rows.values())} dòng vào {to}; dừng Neo4j rồi chạy lệnh trên "
        f"trong thư mục đó (xem {to / NOTE})"
    )
