"""Pages: every list has one shape and is cut in one of two ways.

Where all rows are at hand anyway, a cursor holds the number of the next one; where only those
behind a place are asked for, it holds the place of the last one shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from queries.cursors import Part, seal, unseal

Item = TypeVar("Item")

Cut = tuple[tuple[Item, ...], int, int, bool, str | None]
"""The fields of a `Page`, in their order."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """At most `limit` of `total` items; `next` is the cursor of the next page, None at the end."""

    items: tuple[Item, ...]
    total: int
    limit: int
    truncated: bool
    next: str | None


def cut(
    rows: Sequence[Item], question: Sequence[Part], limit: int, cursor: str | None
) -> Cut[Item]:
    """Return the page of `rows`, which are all, that `cursor` stands for; the first one for None.

    Raises BadCursor for the cursor of another question.
    """
    start = 0 if cursor is None else int(str(unseal(question, cursor)[0]))
    truncated = start + limit < len(rows)
    following = seal(question, [start + limit]) if truncated else None
    return tuple(rows[start : start + limit]), len(rows), limit, truncated, following


def cut_after(
    rows: Sequence[Item],
    place: Callable[[Item], Sequence[Part]],
    question: Sequence[Part],
    *,
    total: int,
    limit: int,
) -> Cut[Item]:
    """Return the first `limit` of `rows`, which begin where the page does.

    `rows` may end with the first one that does not fit any more; `total` counts all of the list.
    """
    page = tuple(rows[:limit])
    truncated = len(rows) > limit
    return page, total, limit, truncated, seal(question, place(page[-1])) if truncated else None


def page_json(page: Page[Item], item_json: Callable[[Item], dict[str, Any]]) -> dict[str, Any]:
    """Return the fields that every list has."""
    return {
        "items": [item_json(item) for item in page.items],
        "total": page.total,
        "limit": page.limit,
        "truncated": page.truncated,
        "next": page.next,
    }
