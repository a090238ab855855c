"""Lettered parts: "A. Mục tiêu", "B. Phân công", the highest parts of a paper in small letters too.

A letter in small type ("a.") opens an item of a list. A capital one opens a part where the paper
counts them from its first numbered line on; below a number it is an item like any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_NUMBERED = ("roman", "decimal", "letter", "capital")


def lettered_parts(opened: Iterable[tuple[str, str]]) -> Iterator[int]:
    """Yield which of the blocks of a text are its parts, by the kind and the marker of each.

    The first numbered block has to be "A.", and each part the letter behind the one before.
    """
    due = "A"
    for i, (kind, marker) in enumerate(opened):
        if kind not in _NUMBERED:
            continue
        if marker == f"{due}." and kind in ("letter", "capital"):
            yield i
            due = chr(ord(due) + 1)
        elif due == "A":
            return


def parts_of_parts(opened: Iterable[tuple[str, str]]) -> Iterator[int]:
    """Yield which blocks are parts of a Roman one: "III. Trách nhiệm" above "A. Sở Y tế", "B. …".

    Only in a paper whose first numbered block is a Roman one. A part is the first below it and has
    the letter "A", or the one behind that of the part before.
    """
    due, first = "", True
    for i, (kind, marker) in enumerate(opened):
        if kind not in _NUMBERED:
            continue
        if first and kind != "roman":
            return
        first = False
        if kind == "roman":
            due = "A"
        elif due and marker == f"{due}." and kind in ("letter", "capital"):
            yield i
            due = chr(ord(due) + 1)
        elif due == "A":
            due = ""
