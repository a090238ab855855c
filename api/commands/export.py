"""`phahe export`: the whole graph as files that other programs read."""

from __future__ import annotations

from pathlib import Path

import orjson

from api.commands.opening import reading
from api.console import print_json, print_json_line, say
from api.exits import Exit
from api.output import written_whole
from api.settings import neo4j_database
from graph.movable import movable
from graph.store import Store
from queries.errors import BadOption
from queries.exports import ExportKind, export_rows

FORMATS = ("jsonl", "tasks", "graphml", "neo4j-admin")


def run(
    to: Path | None, store_url: str | None, *, format: str, kind: str | None, as_json: bool
) -> int:
    """Write the export and return the exit code. Raises BadOption for what cannot be asked."""
    if format not in FORMATS:
        raise BadOption(f"format: không có “{format}”; chọn {' hoặc '.join(FORMATS)}")
    if format == "jsonl":
        with reading(store_url) as store:
            _json_lines(store, _kind(kind), to, as_json=as_json)
    elif format == "neo4j-admin":
        _neo4j(to, store_url, kind, as_json=as_json)
    elif kind is not None:
        raise BadOption(f"format {format}: không kèm --kind")
    elif format == "tasks":
        from api.commands.export_tasks import run as write_tasks

        with reading(store_url) as store:
            write_tasks(store, to, as_json=as_json)
    else:
        from api.commands.export_graphml import run as write_graphml

        with reading(store_url) as store:
            write_graphml(store, to, as_json=as_json)
    return Exit.DONE


def _neo4j(to: Path | None, store_url: str | None, kind: str | None, *, as_json: bool) -> None:
    if to is None or kind is not None:
        raise BadOption("format neo4j-admin: xuất cả đồ thị vào thư mục TO, không kèm --kind")
    from api.commands.export_neo4j import run

    with reading(store_url) as store:
        run(movable(store), to, database=neo4j_database(), as_json=as_json)


def _kind(given: str | None) -> ExportKind:
    try:
        return ExportKind.DOCUMENTS if given is None else ExportKind(given)
    except ValueError as error:
        known = ", ".join(ExportKind)
        raise BadOption(f"kind: không có “{given}”; chọn một trong: {known}") from error


def _json_lines(store: Store, kind: ExportKind, to: Path | None, *, as_json: bool) -> None:
    rows = export_rows(store, kind)
    if to is None:
        for row in rows:
            print_json_line(row)
        return
    count = 0
    with written_whole(to) as file:
        for row in rows:
            file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
            count += 1
    if as_json:
        print_json({"format": "jsonl", "kind": kind, "to": str(to), "rows": count})
    else:
        say(f"phahe: đã ghi {count} dòng vào {to}")
