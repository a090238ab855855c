"""Wrong use of the command line, said with what to do instead, in the language of the help.

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
from api.guide import told

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
        say(told("Xem thêm: {command} --help").format(command=ctx.command_path))
    return int(Exit.WRONG_REQUEST)


def _said(error: Any, ctx: Any) -> str:
    message, kind = str(getattr(error, "message", error)), type(error).__name__
    if kind == "MissingParameter":
        return told("thiếu {name}").format(name=_parameter(error.param))
    if kind == "NoSuchOption":
        near = _like(error.option_name, _flags(ctx))
        return told("không có tùy chọn {name}").format(name=error.option_name) + near
    if kind == "BadOptionUsage":
        text = "tùy chọn {name} cần một giá trị ở sau"
        if _NO_VALUE in message:
            text = "tùy chọn {name} không nhận giá trị"
        return told(text).format(name=error.option_name)
    if kind == "BadParameter":
        wrong = told("{name}: giá trị không hợp lệ").format(name=_parameter(error.param))
        return f"{wrong}; {_taken(error.param)}"
    quoted = re.search(r"'([^']*)'", message)
    commands = list(getattr(getattr(ctx, "command", None), "commands", {}) or {})
    if commands:
        typed = quoted[1] if quoted else ""
        if not typed:
            return told("thiếu tên lệnh")
        return told("không có lệnh {name}").format(name=typed) + _like(typed, commands)
    extra = re.search(r"\(([^()]*)\)[.]?$", message)
    if extra:
        return told("thừa tham số: {names}").format(names=extra[1])
    return told("không hiểu yêu cầu này")


def _parameter(param: Any) -> str:
    if param is None:
        return told("một tham số")
    if param.param_type_name == "argument":
        name = str(param.metavar or param.name.upper()).strip("[]")
        return told("tham số {name}").format(name=name)
    return told("tùy chọn {name}").format(name=max(param.opts, key=len))


def _taken(param: Any) -> str:
    """Return what values a parameter takes."""
    choices = [str(one) for one in getattr(getattr(param, "type", None), "choices", ())]
    if choices:
        return told("chọn {choices}").format(choices=told(" hoặc ").join(choices))
    low, high = (_bound(param, name) for name in ("min", "max"))
    if low is not None and high is not None:
        return told("cần một số từ {low} đến {high}").format(low=low, high=high)
    if low is not None:
        return told("cần một số từ {low} trở lên").format(low=low)
    return told("cần một số nguyên")


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
    if not near:
        return ""
    return told("; ý là {names}?").format(names=told(" hay ").join(near))
