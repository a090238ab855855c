"""Where a command's answer goes: JSON or CSV on stdout, or a workbook in a file.

The options are the same for every command that gives a table, and are added to it in one place.
"""

from __future__ import annotations

import functools
import inspect
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, ParamSpec

import typer

if TYPE_CHECKING:
    from visual.columns import Table

P = ParamSpec("P")
AsCsv = Annotated[bool, typer.Option("--csv", help="In CSV (UTF-8 có BOM) ra stdout.")]
ToXlsx = Annotated[
    Path | None, typer.Option("--xlsx", metavar="FILE", help="Ghi bảng tính Excel vào FILE.")
]
_UNTOLD = ("json", "store")
_PART_OF_NAME = 40
"""Letters of a file's name that the one beside it has: a name may be as long as may be."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    csv: bool
    xlsx: Path | None
    question: str


_wanted: ContextVar[_Wanted | None] = ContextVar("wanted", default=None)


def tabled(command: Callable[P, int]) -> Callable[P, int]:
    """Add `--csv` and `--xlsx FILE` to a command whose answer goes through `print_answer`.

    Raises BadOption for more than one of `--json`, `--csv` and `--xlsx`.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> int:
        from queries.errors import BadOption

        csv, xlsx = bool(kwargs.pop("csv", False)), kwargs.pop("xlsx", None)
        if csv + (xlsx is not None) + bool(kwargs.get("json")) > 1:
            raise BadOption("chọn một trong --json, --csv, --xlsx")
        if not csv and xlsx is None:
            return command(*args, **kwargs)
        told = {name: value for name, value in kwargs.items() if name not in _UNTOLD}
        question = _question(command.__name__, told)
        assert xlsx is None or isinstance(xlsx, Path)
        token = _wanted.set(_Wanted(csv, xlsx, question))
        try:
            return command(*args, **(kwargs | {"json": True}))  # type: ignore[arg-type]
        finally:
            _wanted.reset(token)

    signature = inspect.signature(command, eval_str=True)
    extra = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, default, kind in (("csv", False, AsCsv), ("xlsx", None, ToXlsx))
    ]
    given = [*signature.parameters.values(), *extra]
    run.__signature__ = signature.replace(parameters=given)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in given} | {"return": int}
    return run


def _question(name: str, told: dict[str, Any]) -> str:
    pieces = [f"phahe {name}"]
    for option, value in told.items():
        if value not in (None, False):
            shown = " ".join(value) if isinstance(value, list) else value
            pieces.append(f"{option}={shown}")
    return " ".join(pieces)


def wants_table() -> bool:
    """Return whether the options ask for CSV or a workbook."""
    return _wanted.get() is not None


def print_answer(body: dict[str, Any], table: Table) -> None:
    """Print a body as JSON, or as the table that the options ask for.

    That a table does not hold all rows is said on stderr. Raises BadOption.
    """
    from api.console import print_json

    wanted = _wanted.get()
    if wanted is None:
        print_json(body)
        return
    from api.files import table_bytes
    from api.guide import LANGUAGE_SETTING
    from api.negotiation import Form

    form = Form.CSV if wanted.csv else Form.XLSX
    lang = os.environ.get(LANGUAGE_SETTING)
    write_bytes(wanted.xlsx, table_bytes(form, table, body, wanted.question, lang))
    if body.get("truncated"):
        from api.console import say

        shown, total = len(body["items"]), body["total"]
        say(f"phahe: bảng chỉ có {shown} trên {total} dòng; thêm --limit 10000 để có nhiều hơn,")
        say(f"hoặc lấy trang sau: --cursor {body['next']}")


def write_bytes(to: Path | None, data: bytes) -> None:
    """Write to stdout, or to a file as `written_whole` does. Raises BadOption."""
    if to is None:
        import sys

        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    with written_whole(to) as file:
        file.write(data)


@contextmanager
def written_whole(to: Path) -> Iterator[BinaryIO]:
    """Give a file to write, which has its name only when the block has ended well.

    What had the name before stays until then, and its rights stay with the name; a link leads where
    it led. What is no file (a pipe, `/dev/stdout`) is written as it is. Raises BadOption where it
    cannot be written.
    """
    from api.remedies import system_told
    from queries.errors import BadOption

    try:
        there = _mode(to)
        if there is not None and not stat.S_ISREG(there):
            with to.open("wb") as file:
                yield file
            return
        with _replacing(to.resolve(), there) as file:
            yield file
    except OSError as error:
        raise BadOption(f"{to}: {system_told(error)}") from error


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


@contextmanager
def _replacing(to: Path, mode: int | None) -> Iterator[BinaryIO]:
    """Give a file beside `to` that takes its place, with the mode that `to` had."""
    part = to.with_name(f"{to.name[:_PART_OF_NAME]}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        if mode is not None:
            part.chmod(stat.S_IMODE(mode))
        part.replace(to)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
