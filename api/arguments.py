"""Arguments that several commands take, and how a command's errors become exit codes.

Nothing heavy is imported here: `phahe --help` starts as fast as an empty program.
"""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, ParamSpec

import typer

P = ParamSpec("P")

StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="Kho dữ liệu: sqlite:ĐƯỜNG_DẪN (mặc định: PHAHE_STORE, rồi thư mục dữ liệu).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="In JSON ra stdout, không in gì khác.")]
Ref = Annotated[
    list[str],
    typer.Argument(
        metavar="REF", help="Khóa, hoặc số hiệu viết kiểu nào cũng được, thêm ngày hoặc từ."
    ),
]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Tệp hoặc thư mục.")]
Limit = Annotated[int, typer.Option("--limit", help="Số dòng tối đa, 1 đến 10.000.")]
Cursor = Annotated[str | None, typer.Option("--cursor", help="Giá trị next của trang trước.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Bỏ văn bản ban hành sau ngày này."),
]
Relations = Annotated[
    str, typer.Option(help="Các quan hệ, cách nhau dấu phẩy: implements,based_on,…")
]
OnlyLevels = Annotated[
    list[str] | None,
    typer.Option("--level", help="Chỉ cấp này, nhắc lại được: province, unknown…"),
]
OnlyProvince = Annotated[str | None, typer.Option("--province", help="Chỉ văn bản của tỉnh này.")]
IssuedFrom = Annotated[str | None, typer.Option("--from", help="Từ ngày, như 25/10/2017.")]
IssuedUntil = Annotated[str | None, typer.Option("--until", help="Đến hết ngày.")]


_DAYS = {"as_of": "--as-of", "date": "--date", "issued_from": "--from", "issued_until": "--until"}
_PROVINCE = "province"


def _understood(typed: dict[str, Any]) -> dict[str, Any]:
    """Return options with dates as ISO has them and provinces as the register spells them.

    Raises BadOption where a date is none, a province never was, or a word is no text: bytes that
    are not UTF-8, which only the name of a file may have.
    """
    from api.days import iso_day
    from api.references import province_of
    from queries.errors import BadOption

    for name, value in typed.items():
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str) and any("\ud800" <= char <= "\udfff" for char in word):
                raise BadOption(f"{name}: có byte không phải UTF-8")
    days = {
        name: iso_day(typed[name].strip(), option)
        for name, option in _DAYS.items()
        if typed.get(name) is not None
    }
    place = typed.get(_PROVINCE)
    places = {} if place is None else {_PROVINCE: province_of(place, "--province")}
    return typed | days | places


def answers(command: Callable[P, int | None]) -> Callable[P, None]:
    """Turn a command's errors into a line on stderr and an exit code.

    Dates and provinces are understood here, once for all commands.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        from loaders.errors import PhaheError

        try:
            code = command(*args, **_understood(kwargs)) or 0
            sys.stdout.flush()
        except PhaheError as error:
            from api.commands.failure import report_failure

            code = report_failure(error, as_json=bool(kwargs.get("json")))
        except KeyboardInterrupt:
            code = 130
        except BrokenPipeError:
            # Whoever read stdout has had enough; Python must not complain again when it exits.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            code = 0
        raise typer.Exit(code)

    return run
