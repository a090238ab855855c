"""Names in quotes: where the quotes close that a work's name stands in or holds."""

from __future__ import annotations

import re

from loaders.names.titles import period_regex

QUOTES = "\"'"
_CLOSING = re.compile(r"\"|'(?!\w)")
_LONGEST_QUOTED = 300


def quoted(value: str, begin: int, limit: int) -> int | None:
    """Return where the quotes close that a name stands in; whatever they hold is the name."""
    closing = _CLOSING.search(value, begin, min(limit, begin + _LONGEST_QUOTED))
    return closing.start() if closing else None


def quoted_within(value: str, end: int, limit: int) -> int | None:
    """Return where the quotes close that a name holds: 'Đề án tổ chức "Ngày hội …" theo'."""
    if value[end : end + 2] != ' "':
        return None
    closing = value.find('"', end + 2, min(limit, end + _LONGEST_QUOTED))
    return None if closing < 0 else closing + 1


def behind_quote(low: str, at: int, limit: int) -> int | None:
    """Return where the period ends that follows a name in quotes: '"…" giai đoạn 2022-2030'."""
    if at >= limit or low[at] not in QUOTES:
        return None
    run = period_regex().match(low, at + 1, limit)
    return run.end() if run else None
