"""Recipients: the list behind "Nơi nhận", as printed, without its bullets and closing marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.grammar.patterns import find_of, rx
from loaders.layout.lines import Line
from loaders.text.source_text import SourceText

_OPEN = rx(r"(?:\| ?)?n[ơo]i (?:nh[ậa]n|gửi) ?[:;.]?")
_COLUMNS = re.compile(r"\s{3,}|\t|\s*\|\s*")
_BULLET = re.compile(r"[-+•*]\s*(?=\S)")
_INLINE = re.compile(r"(?:(?<=[;,.:])\s+|(?<=;))(?=[-+] ?[^\W\d_])")
"""Where a cell that holds the whole list on one line parts it."""
_KEPT = rx(r"lưu(?!\w)")
_PATIENCE = 3
"""Lines of a signature that may stand between two items where columns follow one another."""


class _Item(NamedTuple):
    words: str
    bulleted: bool


def find_recipients(text: SourceText, lines: list[Line]) -> tuple[str, ...]:
    """Return the recipients in order; the first list counts where there are several.

    A signature column that PDF text has put on the same lines is left out.
    """
    opens = (i for i, line in enumerate(lines) if line.low[0] in "n|" and _opening(text, line))
    at = next(opens, None)
    if at is None:
        return ()
    items: list[_Item] = []
    first = lines[at]
    behind = text.value[first.start + _opening(text, first) : first.end]
    idle = 0
    attribute = find_of("structure", "portal_attribute")
    for row in [behind, *(line.text for line in lines[at + 1 :])]:
        if attribute(row.lower()):
            break
        columns = _COLUMNS.split(row.strip(" :|"))
        parts = [part for column in columns for part in _INLINE.split(column) if part]
        taken = [_take(items, part) for part in parts]
        idle = 0 if any(taken) or not taken else idle + 1
        if idle > _PATIENCE or (idle and items and _KEPT.match(items[-1].words.lower())):
            break
    cleaned = [re.sub(r"\s+", " ", item.words).strip(" ;,./") for item in items]
    return tuple(item for item in cleaned if any(map(str.isalnum, item)))


def _opening(text: SourceText, line: Line) -> int:
    match = _OPEN.match(line.low)
    return match.end() if match else 0


def _take(items: list[_Item], part: str) -> bool:
    """Add one column of a line to the list, where it belongs to it; return whether it does."""
    if bullet := _BULLET.match(part):
        items.append(_Item(part[bullet.end() :], bulleted=True))
        return True
    if find_of("structure", "signs")(part.lower()) or part.upper() == part:
        return False
    last = items[-1] if items else None
    ended = last.words.rstrip()[-1:] if last else ","
    # Behind a comma the item of a list with bullets goes on: "- Ủy ban Kiểm tra, / Văn phòng;".
    goes_on = part[0].islower() and ended not in ";."
    if last and (goes_on or (last.bulleted and ended == "," and part.rstrip()[-1] in ";.")):
        items[-1] = last._replace(words=f"{last.words} {part}")
        return True
    if ended in ";," and part.rstrip().endswith((";", ",", ".") if last else (";", ",")):
        items.append(_Item(part, bulleted=False))
        return True
    return False
