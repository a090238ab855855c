"""Columns of the foot: recipients and signature that an OCR has run together, set apart again.

"- Lưu: VT, VX. Trần Văn An" is an item of the left column and, after a gap of blanks, the name of
the right one. Text whose columns are still apart is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.patterns import find_of, rx
from loaders.person_names import names_at_line_ends
from loaders.text import SourceText

_GAP = "    "
_OPENS = rx(r"n(?<!\wn)[ơo]i (?:nh[ậa]n|gửi)(?!\w)")
_LONGEST_FOOT = 3_000
_APART = re.compile(r"\S(?:[ \t]{3,}|\t|[ \t]*\|[ \t]*)\S")
_LISTED = rx(r"\s*(?:[-+•*]|n[ơo]i (?:nh[ậa]n|gửi))")
_WORD = re.compile(r"\S+")


def set_columns_apart(text: SourceText) -> SourceText:
    """Return the text with a gap before each mark, role or name behind a recipient.

    A mark or role must be in capitals at the end of its line; a name must begin with a surname
    (tables/surnames.csv), and stand below a mark or role.
    """
    gaps: list[tuple[int, int, str]] = []
    for opening in _OPENS.finditer(text.low):
        if gaps and opening.start() < gaps[-1][0]:
            continue
        signed = False
        for start, line in _lines(text.value, opening.start()):
            if _APART.search(line) and not signed:
                break
            at = _role_at(line)
            marked = find_of("header", "authority_mark")(line.lower()) is not None
            signed = signed or at is not None or marked
            if at is None and signed:
                at = next((name for name, _ in names_at_line_ends(line)), None)
            if at and _LISTED.match(line.lower()):
                gaps.append((start + at - 1, start + at, _GAP))
    return text.changed(gaps) if gaps else text


def _lines(value: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines of the foot that begins at `start`, without the blanks at their ends."""
    end = min(len(value), start + _LONGEST_FOOT)
    at = value.rfind("\n", 0, start) + 1
    while at < end:
        stop = value.find("\n", at)
        stop = len(value) if stop < 0 else stop
        yield at, value[at:stop].rstrip()
        at = stop + 1


def _role_at(line: str) -> int | None:
    """Where a mark of authority or a role in capitals begins that ends the line."""
    at = None
    for word in reversed(list(_WORD.finditer(line))):
        if not word[0].isupper():
            break
        at = word.start()
    if at is None:
        return None
    low = line.lower()
    mark = find_of("header", "authority_mark")(low, at) or find_of("header", "signer_role")(low, at)
    return mark.start() if mark else None
