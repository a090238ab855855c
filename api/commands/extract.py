"""`phahe extract`: what the reader reads, without a store."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from api.console import print_json_line
from api.exits import Exit
from api.naming import printable
from loaders.errors import UnreadableFile
from loaders.read import read_file
from loaders.record_json import as_json
from loaders.sources import FoundFile, decode, find_files, load_bytes
from queries.errors import BadOption


def run(paths: Sequence[Path], *, text: bool) -> int:
    """Print a record a file, or with `text` the decoded text of one file; return the exit code."""
    if text:
        return _print_text(paths)
    code = Exit.DONE
    for found in find_files(paths):
        line = _extract(found)
        print_json_line(line)
        if "error" in line:
            code = Exit.SOME_FAILED
    return code


def _extract(found: FoundFile) -> dict[str, object]:
    name = printable(found.name)
    try:
        if found.error is not None:
            raise found.error
        return as_json(read_file(found.path, name).record)
    except UnreadableFile as error:
        return {"file": name, "error": {"code": error.code, "message": str(error)}}


def _print_text(paths: Sequence[Path]) -> int:
    if len(paths) != 1:
        raise BadOption("--text: cần đúng một tệp")
    try:
        decoded = decode(load_bytes(paths[0]), printable(str(paths[0])))
    except UnreadableFile as error:
        raise BadOption(str(error)) from error
    # Written as bytes: no system may translate a newline of it.
    sys.stdout.flush()
    sys.stdout.buffer.write(decoded.text.encode("utf-8"))
    return Exit.DONE
