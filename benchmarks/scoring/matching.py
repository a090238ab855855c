"""When two labels mean the same: folding, word overlap, and pairing one to one.

The scorer folds by itself. It must not share the reader's folding, or a fault of that would
hide itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Row = dict[str, Any]
T = TypeVar("T")

_STROKES = str.maketrans("đĐðÐ", "dDdD")
_NOT_WORD = re.compile(r"[^0-9a-z%‰]+")


def fold(value: object) -> str:
    """Return the lower-case words without marks; None gives an empty string."""
    text = unicodedata.normalize("NFD", "" if value is None else str(value))
    bare = "".join(char for char in text if not unicodedata.combining(char))
    return _NOT_WORD.sub(" ", bare.translate(_STROKES).lower()).strip()


def dice(first: object, second: object) -> float:
    """Return the share of folded words in common, 0 to 1; two empty texts agree."""
    a, b = Counter(fold(first).split()), Counter(fold(second).split())
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def same_number(first: str | None, second: str | None) -> bool:
    """Equal letters and digits; an absent number equals only an absent one."""
    return (fold(first).replace(" ", "") or None) == (fold(second).replace(" ", "") or None)


def dates_agree(first: str | None, second: str | None) -> bool:
    """Equal as far as both say: a year agrees with any day of it, None with everything."""
    if not first or not second:
        return True
    return first.startswith(second) or second.startswith(first)


def dates_of(reference: Row) -> set[str]:
    """Return every date that a reference gives."""
    dates = [reference.get("issue_date"), *(reference.get("other_dates") or [])]
    return {date for date in dates if date}


def likeness_of_references(gold: Row, found: Row) -> float:
    """Return 0, or 1 to 2: by number and date where there is one, else by type and title."""
    if gold.get("number") or found.get("number"):
        if not same_number(gold.get("number"), found.get("number")):
            return 0.0
        dates = [gold.get("issue_date"), *(gold.get("other_dates") or [])]
        if not any(dates_agree(date, found.get("issue_date")) for date in dates):
            return 0.0
    elif dice(_name(gold), _name(found)) < 0.6:
        return 0.0
    return 1.0 + dice(gold.get("title"), found.get("title"))


def _name(reference: Row) -> str:
    return f"{reference.get('type') or ''} {reference.get('title') or ''}"


def likeness_of_quantities(gold: Row, found: Row) -> float:
    """Return 0, or the likeness of the names of two equal quantities of the same year and kind."""
    try:
        equal = abs(float(gold["value"]) - float(found["value"])) <= 1e-6
    except (TypeError, ValueError):
        return 0.0
    if not equal or any(gold[part] != found[part] for part in ("year", "op", "kind")):
        return 0.0
    likeness = dice(gold["name"], found["name"])
    return likeness if likeness >= 0.5 else 0.0


def likeness_of_duties(gold: Row, found: Row) -> float:
    """Return 0, or the likeness of the first 15 words of two duties of one agency."""
    if dice(gold["agency"], found.get("agency")) < 0.7:
        return 0.0
    likeness = dice(_opening(gold), _opening(found))
    return likeness if likeness >= 0.6 else 0.0


def _opening(duty: Row) -> str:
    return " ".join(fold(duty.get("text")).split()[:15])


def likeness_of_names(gold: str, found: str) -> float:
    """Return 0, or the likeness of two names of which at least 0.7 agrees."""
    likeness = dice(gold, found)
    return likeness if likeness >= 0.7 else 0.0


def pair(
    gold: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Return index pairs, each index once, the likest first; ties go to the earlier row."""
    rows = [(-likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for negative, i, j in sorted(rows):
        if negative < 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append((i, j))
    return pairs
