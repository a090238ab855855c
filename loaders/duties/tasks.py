"""Tasks: what the words of a duty say: role, partners, rhythm, deadline, whom it reports to."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import Pattern, load_patterns
from loaders.grammar.regexes import Regex
from loaders.names.agency_lists import agencies_at
from loaders.records import Role
from loaders.text.source_text import SourceText

_CLAUSE = re.compile(r";\s*")
_CLAUSE_END = re.compile(r"[;.]")
_LONGEST_CLAUSE = 140
_LONGEST_REPORT = 160
"""How many characters may stand between "báo cáo" and whom it goes to."""


@cache
def _rows(group: str) -> tuple[Pattern, ...]:
    return load_patterns("duties", group)


def _one(group: str) -> Regex:
    return _rows(group)[0].regex


def deadline_of(text: SourceText, start: int, end: int) -> str | None:
    """Return the words that say until when: "trước ngày 30/11", as printed."""
    found = _one("deadline").search(text.low, start, end)
    return " ".join(text.value[slice(*found.span())].split()) if found else None


def role_of(low: str, start: int, end: int) -> Role:
    """Return the role: by the first word behind what leads in, else by a later "chủ trì".

    "Báo cáo về cơ quan thường trực" makes no lead of who reports.
    """
    at = start
    while at < end and (skip := _one("lead_in").match(low, at, end)) and skip.end() > at:
        at = skip.end()
    for pattern in _rows("role"):
        if pattern.regex.match(low, at, end):
            return Role(pattern.name)
    clause = _CLAUSE_END.split(low[start : min(end, start + _LONGEST_CLAUSE)], 1)[0]
    if _rows("role")[0].regex.search(_one("led_by_others").sub(" ", clause)):
        return Role.LEAD
    return Role.ASSIGNED


def partners_of(
    text: SourceText, start: int, end: int, agencies: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the agencies to work with, but for those whose duty it is, in full form."""
    low = text.low
    found: list[str] = []
    for match in _one("with").finditer(low, start, end):
        listed = agencies_at(text, match.end(), end, common=True)
        if listed is not None:
            found += [*_directed(text, start, match.start()), *listed[0]]
    for clause in _CLAUSE.finditer(low, start, end):
        listed = agencies_at(text, clause.end(), end, common=True)
        if listed is not None and _one("joins").match(low, listed[1], end):
            found += listed[0]
    for match in _one("led").finditer(low, start, end):
        listed = agencies_at(text, match.end(), end, common=True)
        if listed is not None and _one("joins_lead").match(low, listed[1], end):
            found += listed[0]
    return tuple(name for name in dict.fromkeys(found) if name not in agencies)


def _directed(text: SourceText, start: int, end: int) -> tuple[str, ...]:
    """Return those whom a task directs to work with others, who then are partners in it too:
    "chỉ đạo các trường học (tiếp tục) phối hợp với trạm y tế".
    """
    low = text.low
    near = max(start, end - _LONGEST_CLAUSE)
    begin = max(near, *(low.rfind(sign, near, end) + 1 for sign in ",;."))
    handed = _one("hands_over").match(low, begin, end)
    listed = agencies_at(text, handed.end(), end, common=True) if handed else None
    if listed is None or not _one("still").fullmatch(low, listed[1], end):
        return ()
    return listed[0]


def recurrence_of(words: str) -> str | None:
    """Return the rhythm that is named first: "định kỳ hằng quý, 6 tháng, năm" is quarterly."""
    found = ((row.regex.search(words), row.name) for row in _rows("recurrence"))
    first = min(((match.start(), name) for match, name in found if match), default=None)
    return first[1] if first else None


def reports_to(text: SourceText, start: int, end: int) -> str | None:
    """Return whom the first report goes to: directly behind the word, or behind "gửi", "về"."""
    low = text.low
    for match in _one("reports").finditer(low, start, end):
        limit = min(end, match.end() + _LONGEST_REPORT)
        stop = _one("report_ends").search(low, match.end(), limit)
        limit = stop.start() if stop else limit
        for at in [match.end(), *(m.end() for m in _one("to").finditer(low, match.end(), limit))]:
            if low.startswith("cấp có thẩm quyền", at):
                return "Cấp có thẩm quyền"
            listed = agencies_at(text, at, end, common=True)
            if listed is not None:
                return listed[0][0]
    return None
