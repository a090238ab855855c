"""Codes of document numbers as a wrong OCR prints them: "12/KH-UBNO", "08-NQITU", "l27/QB-TTg".

A code is restored only to one that the tables know, by one letter that is read for another of its
shape; figures are restored where they stand before such a code or in a date.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.names.symbol_codes import known_code
from loaders.tables import load_toml

_SYMBOL = re.compile(
    r"(?<!\w)(?P<sequence>[\dlIOoSB]{1,5}[a-z]?)\s?(?P<separator>[-/])\s?"
    r"(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?(?P<codes>[A-ZĐÐ][\w&]{1,11}(?:\s?[-/.]\s?[A-ZĐÐ][\w&]{0,11}){0,3})"
)
_CODE = re.compile(r"[^\W_][\w&]*")
_DATE = re.compile(r"(?<![\w/])[\dlIO]{1,2}([/.-])[\dlIO]{1,2}\1(?:19|20)[\dlIO]{2}(?!\w)")
_FIGURES = str.maketrans("lIOoSB", "110058")
_STROKES = "I1l|"
_MOST_LETTERS = 8
_COUNCIL = ("HD", "HĐ")
"""How codes of councils (hội đồng) begin."""
_STROKED = "PBD"
"""What is printed for Đ."""
_PLACE_BEHIND = re.compile(r"(?<=[A-ZĐ]{2})[A-ZĐ][a-zà-ỹ].*")
"""The place of a two-column header, run together with the number: "KH-SGDĐTQuảng Ninh"."""


@cache
def _shapes() -> dict[str, str]:
    """For each printed letter or sign the letters of codes that it may be, the likeliest first."""
    shapes: dict[str, str] = load_toml("loaders", "confusions")["code_letters"]
    return shapes


def code_changes(value: str) -> list[tuple[int, int, str]]:
    """Return (start, end, replacement) for numbers and dates that are garbled, in order."""
    changes: list[tuple[int, int, str]] = []
    for match in _SYMBOL.finditer(value):
        known = False
        for i, code in enumerate(_CODE.finditer(value, match.start("codes"), match.end("codes"))):
            printed = _PLACE_BEHIND.sub("", code[0])
            if known_code(printed) is not None:
                known = True
            elif (reads := restored_code(printed, first=i == 0)) is not None:
                changes.append((code.start(), code.start() + len(printed), reads))
                known = True
        sequence = match["sequence"]
        if known and not sequence.isdigit() and any(c.isdigit() for c in sequence):
            start = match.start("sequence")
            letter = sequence[-1] if sequence[-1] in "abcde" else ""
            figures = sequence.removesuffix(letter).translate(_FIGURES)
            changes.append((start, start + len(sequence), figures + letter))
    for match in _DATE.finditer(value):
        if not match[0].replace(match[1], "").isdigit():
            changes.append((match.start(), match.end(), match[0].translate(_FIGURES)))
    return sorted(changes)


@cache
def _rooms() -> frozenset[str]:
    return frozenset(load_toml("loaders", "confusions")["room_codes"]["codes"])


@cache
def restored_code(printed: str, *, first: bool = True) -> str | None:
    """Return a code that the tables know and that is printed as this; None for none or several.

    "QB" is "QĐ", "NQITU" is "NQ/TU". Behind the `first` code of a symbol there are so many of two
    letters that only a lost stroke of Đ is restored in one. Not to be asked for a known code.
    """
    if len(printed) < 2 or len(printed) > _MOST_LETTERS:
        return None
    if len(printed) == 2 and not first:
        stroked = "Đ" + printed[1]
        return stroked if printed[0] in _STROKED and _is_code(stroked) else None
    if not first and printed in _rooms():
        return None
    if printed.startswith(_COUNCIL) and not _is_code(f"HĐ{printed[2:]}"):
        return None  # "HDT" is a council that the tables do not know, and no Ban Dân tộc
    ranked: dict[int, set[str]] = {}
    for i, sign in enumerate(printed):
        for rank, letter in enumerate(_shapes().get(sign, "")):
            ranked.setdefault(rank, set()).add(printed[:i] + letter + printed[i + 1 :])
    if printed[0] in _STROKES:
        ranked.setdefault(0, set()).add(printed[1:])
    for rank in sorted(ranked):
        known = {codes for code in ranked[rank] if (codes := known_code(code)) is not None}
        if known:
            return "-".join(known.pop()) if len(known) == 1 else None
    parted = {
        f"{printed[:i]}/{printed[i + 1 :]}"
        for i in range(2, len(printed) - 1)
        if printed[i] in _STROKES and all(map(_is_code, (printed[:i], printed[i + 1 :])))
    }
    return parted.pop() if len(parted) == 1 else None


def _is_code(printed: str) -> bool:
    return known_code(printed) is not None
