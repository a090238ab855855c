"""Dashes between agencies: "Hội Chữ thập đỏ - Hội Phụ nữ" are two, "Khoa Nội - Nhi" is one."""

from __future__ import annotations

import re

from loaders.grammar.patterns import find_of
from loaders.text.source_text import SourceText

_DASH = re.compile(r"\s[-–]\s(?=[^\W\d_])")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def same_kind_dash(text: SourceText, at: int, stop: int, limit: int) -> re.Match[str] | None:
    """Return the dash at `stop` behind a name that begins at `at`, if the words behind it begin
    with that name's own first word and a capital: they name one more."""
    dash, first = _DASH.match(text.low, stop, limit), _FIRST_WORD.match(text.low, at)
    if dash is None or first is None or not text.value[dash.end()].isupper():
        return None
    return dash if text.low.startswith(f"{first[0]} ", dash.end(), limit) else None


def end_before_dash(text: SourceText, at: int, end: int, limit: int) -> int:
    """Return where a name ends before such a dash or before one with a post behind it, else `end`.

    The first that is found counts.
    """
    if " - " not in text.low[at:end] and " – " not in text.low[at:end]:
        return end
    post_beside = find_of("duties", "post_beside")
    for dash in _DASH.finditer(text.low, at, end):
        stop = dash.start()
        if post_beside(text.low, stop, limit) or same_kind_dash(text, at, stop, end):
            return stop
    return end
