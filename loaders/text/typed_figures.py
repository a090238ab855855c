"""Typed figures: letters that were typed for the figures drawn like them, in numbers."""

from __future__ import annotations

import re

_CAPITALS = "A-ZĐ"
# "1O5/KH-UBND", "2l/QĐ-UBND": a letter that was typed for the figure drawn like it.
_TYPED_FIGURE = re.compile(r"(?<!\w)[\dl][\dOoIl]{1,4}(?=\s?\Z)")
_SYMBOLS = tuple(re.compile(rf"{sign}\s?[{_CAPITALS}]{{2}}") for sign in "/-")
"""What stands behind such a number; a regex that begins with one sign leaps to it."""
_LONGEST_TYPED = 6
_FIGURES = str.maketrans("OoIl", "0011")


def with_figures(value: str) -> str:
    """Return the text with figures for the letters that were typed for them in numbers."""
    ends = (match.start() for symbol in _SYMBOLS for match in symbol.finditer(value))
    found = (_TYPED_FIGURE.search(value, max(0, end - _LONGEST_TYPED), end) for end in ends)
    mixed = [
        typed
        for typed in found
        if typed and not typed[0].isdigit() and any(map(str.isdigit, typed[0]))
    ]
    pieces: list[str] = []
    done = 0
    for typed in sorted(mixed, key=lambda match: match.start()):
        pieces += (value[done : typed.start()], typed[0].translate(_FIGURES))
        done = typed.end()
    return "".join([*pieces, value[done:]]) if pieces else value
