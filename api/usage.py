"""Wrong use of the command line, said in Vietnamese with what to do instead.

The library that parses the command line raises errors of its own, with English messages; which
class of error it was, and its parts, are read from the error; of its wording only what it quotes,
and whether an option was given a value that it does not take.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from api.console import say
from api.exits import Exit

_NO_VALUE = "does not take a value"


def is_wrong_use(error: BaseException) -> bool:
    """Whether an error is one of the library that parses the command line."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def report_wrong_use(error: Any) -> int:
    """Say on stderr what was wrong and how the command is called; return the exit code."""
    ctx = getattr(error, "ctx", None)
    if ctx is not None and type(error).__name__ == "NoArgsIsHelpError":
        say(ctx.get_help())
        return int(Exit.WRONG_REQUEST)
    say(f"phahe: {_said(error, ctx)}")
    if ctx is not None:
        say(ctx.get_usage())
        say(f"Xem thêm: {ctx.command_path} --help")
    return int(Exit.WRONG_REQUEST)


def _said(error: Any, ctx: Any) -> str:
    message, kind = str(getattr(error, "message", error)), type(error).__name__
    if kind == "MissingParameter":
        return f"thiếu {_parameter(error.param)}"
    if kind == "NoSuchOption":
        return f"không có tùy chọn {error.option_name}{_like(error.option_name, _flags(ctx))}"
    if kind == "BadOptionUsage":
        told = "không nhận giá trị" if _NO_VALUE in message else "cần một giá trị ở sau"
        return f"tùy chọn {error.option_name} {told}"
    if kind == "BadParameter":
        return f"{_parameter(error.param)}: giá trị không hợp lệ{_bounds(error.param)}"
    quoted = re.search(r"'([^']*)'", message)
    commands = list(getattr(getattr(ctx, "command", None), "commands", {}) or {})
    if commands:
        typed = quoted[1] if quoted else ""
        return f"không có lệnh {typed}{_like(typed, commands)}" if typed else "thiếu tên lệnh"
    extra = re.search(r"\(([^()]*)\)[.]?$", message)
    return f"thừa tham số: {extra[1]}" if extra else "không hiểu yêu cầu này"


def _parameter(param: Any) -> str:
    if param is None:
        return "một tham số"
    if param.param_type_name == "argument":
        return f"tham số {str(param.metavar or param.name.upper()).strip('[]')}"
    return f"tùy chọn {max(param.opts, key=len)}"


def _bounds(param: Any) -> str:
    choices = [str(one) for one in getattr(param.type, "choices", ())]
    if choices:
        return f"; chọn {' hoặc '.join(choices)}"
    low, high = (_bound(param, name) for name in ("min", "max"))
    if low is not None and high is not None:
        return f"; cần một số từ {low} đến {high}"
    if low is not None:
        return f"; cần một số từ {low} trở lên"
    return "; cần một số nguyên"


def _bound(param: Any, name: str) -> Any:
    """The bound of a number, which one version keeps with the parameter, another with its type."""
    own = getattr(param, name, None)
    return getattr(getattr(param, "type", None), name, None) if own is None else own


def _flags(ctx: Any) -> list[str]:
    if ctx is None:
        return []
    return [flag for param in ctx.command.get_params(ctx) for flag in param.opts]


def _like(typed: str, known: list[str]) -> str:
    near = get_close_matches(typed, known, n=2, cutoff=0.65)
    return f"; ý là {' hay '.join(near)}?" if near else ""
