"""UTF-8 on every stream, whatever the console's code page is."""

from __future__ import annotations

import sys


def force_utf8() -> None:
    """Make stdout and stderr UTF-8: consoles of Windows use cp1252 or cp1258 when piped.

    Newlines stay `\\n`, so that the same answer is the same bytes on every system.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
