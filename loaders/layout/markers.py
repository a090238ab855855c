"""Markers: what a line may open a block with: a bullet, a number, a letter, a word of headings."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from loaders.grammar.patterns import find_of, pattern
from loaders.grammar.regexes import Regex, compiled

_BULLETS = "-+•*o("
"""What a bullet begins with, as the regex of bullets has it."""
_BULLET = re.compile(
    r"[-+•*] ?(?=[^\s\d])|[-+] (?=\d)|o (?=[^\W\d_a-zđ])"
    r"|\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\) (?=[^\W_])"
)
_NUMBERED = re.compile(
    r"(?P<roman>[ivxl1]{1,6})(?: ?[.)]-?(?=\s)| ?[-–](?=\s+[^\W\d_]))(?!\s*[a-zđ]{1,6}[-/])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){0,4})"
    r"(?: ?[.)]-?(?=\s*[^\W\d_]|\s+(?:\d[\d.,]*\s?%|\d{1,4}/\d{1,4}\s+[^\W\d_]))"
    r"|(?: ?[-–]|/)(?=\s+[^\W\d_])(?!\s*[a-zđ]{1,6}[-/]))\s*"
    r"|(?P<path>\d{1,2}(?:\.\d{1,2}){1,4})(?:(?=\s+[^\W\d_])|[-–.)](?=\s+(?:\d[\d.,]*\s?%|"
    r"\d{1,4}(?:/\d{1,4})?\s+[^\W\d_])))"
    r"|(?P<letter>[a-zđ])(?: ?\)-?|/)\s|(?P<dot>[a-h])\.-?\s"
)
_BEYOND = re.compile(r"(\d{3})[.)]\s+(?=[^\W\d_])")
_LAST_OF_TWO = 99
_ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")


class Opening(NamedTuple):
    """The kind of block that a line may open, and by how many characters: 0 where by none."""

    kind: str
    marker: int


_PLAIN = Opening("plain", 0)


def opening_of(text: str, low: str) -> Opening:
    """Return what a line opens; "plain" with a marker where it begins as a number that is none."""
    if text[0] in _BULLETS and (match := _BULLET.match(text)):
        return Opening("bullet", match.end())
    if not is_numbered(low):
        return _PLAIN
    if match := find_of("structure", "heading_word")(low):
        return Opening("word", match.end())
    if match := _NUMBERED.match(low):
        kind = match.lastgroup or "plain"
        if kind == "roman" and not _ROMAN.match(match["roman"]):
            kind = "decimal" if match["roman"].isdigit() else "plain"
        if kind == "roman" and text[0].islower() and ")" in match[0]:
            kind = "letter"  # "i)" behind "h)", or "ii)": no part of the paper
        if kind == "dot":
            kind = "capital" if is_upper(text) else "letter"
        return Opening("decimal" if kind == "path" else kind, match.end())
    return _PLAIN


def counted_opening(low: str, opens: Opening, counted: int) -> tuple[Opening, int]:
    """Return what a line opens that begins with a figure, and how far its list has been counted.

    An item beyond 99 is one where the item before it stands above: "100. Sở Y tế" behind a "99.".
    """
    if opens.kind == "decimal":
        figures = low[: opens.marker].strip(" .)/-–")
        last = figures.isdigit() and int(figures) == _LAST_OF_TWO
        return opens, _LAST_OF_TWO if last else counted
    beyond = _BEYOND.match(low) if counted and opens.kind == "plain" else None
    if beyond is None or int(beyond[1]) != counted + 1:
        return opens, counted
    return Opening("decimal", beyond.end()), counted + 1


def is_numbered(low: str) -> bool:
    """Return whether a line opens a numbered item or a heading."""
    return _number_or_heading().match(low) is not None


@cache
def _number_or_heading() -> Regex:
    heading = pattern("structure", "heading_word").regex.pattern
    return compiled(rf"(?:{_NUMBERED.pattern})|(?:{heading})")


def is_upper(text: str) -> bool:
    """Return whether a line is in capitals, and has some."""
    return text.isupper() and sum(map(str.isalpha, text)) > 2
