"""The terminal: JSON on stdout, everything for people on its own stream.

What people read is inert: no text of a document or of a file's name moves the cursor, colours the
window or turns the letters round that stand beside it.
"""

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
    from api.terminal import InertConsole

    piped = not sys.stdout.isatty()
    return InertConsole(
        highlight=False, emoji=False, markup=False, soft_wrap=piped, width=_PIPED if piped else None
    )


def err() -> Console:
    """Return the console for what people should know besides the data."""
    from api.terminal import InertConsole

    return InertConsole(
        stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=not sys.stderr.isatty()
    )


def print_json(value: Any) -> None:
    """Print one JSON value on stdout, indented."""
    _write(sys.stdout, orjson.dumps(value, option=orjson.OPT_INDENT_2))


def print_json_line(value: Any) -> None:
    """Print one JSON value on one line of stdout."""
    _write(sys.stdout, orjson.dumps(value))


def say(message: str) -> None:
    """Write one line for people on stderr; a character that is not seen is named: U+202E."""
    from visual.formats import marked_controls

    sys.stderr.write("".join(piece for piece, _ in marked_controls(message)) + "\n")
    sys.stderr.flush()


def _write(stream: TextIO, data: bytes) -> None:
    stream.write(data.decode("utf-8") + "\n")
