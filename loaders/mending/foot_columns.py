"""Columns of the foot: recipients and signature that an OCR has run together, set apart again.

"- Lưu: VT, VX. Trần Văn An" is an item of the left column and, after a gap of blanks, the name of
the right one. Text whose columns are still apart is left as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from loaders.grammar.patterns import find_of, rx
from loaders.names.person_names import names_at_line_ends
from loaders.text.source_text import SourceText

_GAP = "    "
_OPENS = rx(r"n(?<!\wn)[ơo]i (?:nh[ậa]n|gửi)(?!\w)")
_LONGEST_FOOT = 3_000
_LONGEST_LINE = 600
"""A longer line is text, whatever it ends with."""
_APART = re.compile(r"\S(?:[ \t]{3,}|\t|[ \t]*\|[ \t]*)\S")
_LISTED = rx(r"\s*(?:[-+•*]|n[ơo]i (?:nh[ậa]n|gửi))")
_WORD = re.compile(r"\S+")


def set_columns_apart(text: SourceText) -> SourceText:
    """Return the text with a gap before each mark, role or name behind a recipient.

    A mark or role must be in capitals at the end of its line; a name must begin with a surname
    (tables/surnames.csv), and stand below a mark or role.
    """
    gaps: list[tuple[int, int, str]] = []
    done = 0
    openings = [match.start() for match in _OPENS.finditer(text.low)]
    for opening in openings:
        if opening < done:
            continue
        signed = False
        for start, line in _lines(text.value, opening, openings):
            done = start + len(line)
            if len(line) > _LONGEST_LINE or (_APART.search(line) and not signed):
                break
            if _LISTED.match(line.lower()) and (cuts := _signature_in(line)):
                gaps += [(start + at - 1, start + at, _GAP) for at in cuts]
                signed = True
                continue
            at = _role_at(line)
            marked = find_of("header", "authority_mark")(line.lower()) is not None
            signed = signed or at is not None or marked
            if at is None and signed:
                at = next((name for name, _ in names_at_line_ends(line)), None)
            if at and _LISTED.match(line.lower()):
                gaps.append((start + at - 1, start + at, _GAP))
    return text.changed(gaps) if gaps else text


def _lines(value: str, opening: int, openings: list[int]) -> Iterator[tuple[int, str]]:
    """The lines of the foot that begins at `opening`, without the blanks at their ends.

    It reaches so far behind the last opening in it: a foot that opens again is one, read once.
    """
    at, end = value.rfind("\n", 0, opening) + 1, opening + _LONGEST_FOOT
    next_opening = bisect_right(openings, opening)
    while at < min(end, len(value)):
        stop = value.find("\n", at)
        stop = len(value) if stop < 0 else stop
        yield at, value[at:stop].rstrip()
        at = stop + 1
        while next_opening < len(openings) and openings[next_opening] < at:
            end = openings[next_opening] + _LONGEST_FOOT
            next_opening += 1


def _signature_in(line: str) -> list[int]:
    """Where mark, role and name begin that stand behind one recipient on its line, else nothing.

    "- Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An": the role before the name is its own.
    """
    name = next((at for at, _ in names_at_line_ends(line)), None)
    if name is None:
        return []
    signed = find_of("header", "signed_mark")(line.lower(), 0, name)
    head = line[: signed.start() if signed else name].rstrip()
    first = _role_at(head)
    if first is None or not head[:first].rstrip().endswith((".", ";", ",", "./")):
        return []
    cuts = [first, name]
    if deputy := find_of("header", "deputy")(head.lower(), first + 1):
        cuts.insert(1, deputy.start())
    return cuts if all(line[cut - 1] == " " for cut in cuts) else []


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
