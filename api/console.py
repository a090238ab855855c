"""The terminal: JSON on stdout, everything for people on its own stream."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TextIO

import orjson

if TYPE_CHECKING:
    from rich.console import Console

_PIPED = 160
"""How many columns a table has that goes into a pipe or a file, where no window sets a limit."""


def out() -> Console:
    """Return the console for tables on stdout; rich obeys NO_COLOR and pipes by itself."""
    from rich.console import Console

    piped = not sys.stdout.isatty()
    return Console(
        highlight=False, emoji=False, markup=False, soft_wrap=piped, width=_PIPED if piped else None
    )


def err() -> Console:
    """Return the console for what people should know besides the data."""
    from rich.console import Console

    return Console(
        stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=not sys.stderr.isatty()
    )


def print_json(value: Any) -> None:
    """Print one JSON value on stdout, indented."""
    _write(sys.stdout, orjson.dumps(value, option=orjson.OPT_INDENT_2))


def print_json_line(value: Any) -> None:
    """Print one JSON value on one line of stdout."""
    _write(sys.stdout, orjson.dumps(value))


def say(message: str) -> None:
    """Write one line for people on stderr."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()


def _write(stream: TextIO, data: bytes) -> None:
    stream.write(data.decode("utf-8") + "\n")
