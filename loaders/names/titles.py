"""Titles of works that have no number: where the name of a programme, strategy or law ends.

The rules are rows of tables/titles.toml. A comma belongs to the name where a period follows in the
same clause ("…thể lực, tầm vóc người Việt Nam giai đoạn 2021-2030") or where it parts words of a
pair ("phòng, chống", "bảo vệ, chăm sóc và nâng cao"), and ends it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.grammar.patterns import any_of, find_of, load_patterns
from loaders.grammar.regexes import Regex, compiled
from loaders.names.agencies import Home, agency_at
from loaders.tables import load_toml
from loaders.text.source_text import SourceText, trimmed

_YEAR = re.compile(r"\d{4}")
"""No period is named without one."""
_LONGEST = 320
_PAIR = 24
"""Characters about a comma among which a pair of words is looked for."""
_SUBJECT_ENDS = (
    "issued_by", "opinion_beside", "changed_by", "issuer_acts", "what_is_done_about_it",
)  # fmt: skip
"""What may stand behind a subject within its clause, in the order in which each shortens it."""


@cache
def _stop() -> Regex:
    return compiled("|".join(f"(?:{p.regex.pattern})" for p in load_patterns("titles", "stop")))


@cache
def _one(group: str) -> Regex:
    return load_patterns("titles", group)[0].regex


@cache
def period_regex() -> Regex:
    """Return the regex of a run of periods: "giai đoạn 2021-2030, tầm nhìn đến năm 2045"."""
    parts = load_toml("loaders", "titles")["parts"]
    period = (
        parts["period"]
        .replace("{year}", parts["year"])
        .replace(" ", r"\s+")
        .replace(r"\s+?", r"\s*")
    )
    return compiled(rf"(?:\s*{period})+")


def is_generic(low: str, start: int) -> bool:
    """Whether what follows a type word says that it names no particular work."""
    return _one("generic").match(low, start) is not None


def title_end(text: SourceText, start: int, limit: int, subject: int | None = None) -> int:
    """Return where the name that begins at `start` ends, at most at `limit`.

    `subject` is where the subject of the act ends that issues the work. No comma ends the name
    there: "ban hành Quy chế tiếp dân, giải quyết đơn thư, đối thoại"; and a period that closes both
    lets less end it: "phê duyệt Chiến lược … tại các đô thị và các … đến năm 2030".
    """
    low = text.low
    limit = min(limit, start + _LONGEST)
    dated = _YEAR.search(low, start, limit) is not None
    runs = [run.span() for run in period_regex().finditer(low, start, limit)] if dated else []
    closed = any(b == subject for _, b in runs)
    inside = any_of("titles", "where_it_works", *(["within_a_subject"] if closed else [])).match
    deed = find_of("titles", "deed_in_a_subject")
    stops = (stop.start() for stop in _stop().finditer(low, start, limit))
    if subject is not None:
        stops = (at for at in stops if not deed(low, at - 1, limit))
    hard = next(
        (at for at in stops if not any(a < at < b for a, b in runs) and not inside(low, at, limit)),
        limit,
    )
    end = hard
    at = start
    while (comma := low.find(",", at, hard)) >= 0:
        if not _comma_inside(text, start, comma, hard, subject):
            end = comma
            break
        at = comma + 1
    run = period_regex().search(low, start, hard) if dated else None
    # Nothing but a period behind it belongs to a name any more: "đến năm 2030 | đạt mục tiêu".
    if run and run.end() < end and not low[run.end() : run.end() + 1].isalnum():
        tail = low[run.end() : end].strip(" ,")
        if tail:
            end = run.end()
    if run and run.start() <= end < run.end():
        end = run.end()
    return _without_tail(low, start, end) if end > start else start


def _without_tail(low: str, start: int, end: int) -> int:
    """Where a name ends before the blanks, commas and conjunction that lead to the next one."""
    end = trimmed(low, end, " ,-")
    if tail := find_of("titles", "conjunction")(low, max(start, end - 12), end):
        end = tail.start()
    return end


def subject_end(text: SourceText, start: int, limit: int) -> int:
    """Return where the subject of a numbered document ends: with its clause, other names inside."""
    low = text.low
    limit = min(limit, start + _LONGEST)
    found = find_of("titles", "clause_ends")(low, start, limit)
    end = found.start() if found else limit
    for ends in _SUBJECT_ENDS:
        if goes_on := find_of("titles", ends)(low, start, end):
            end = goes_on.start()
    if beside := _work_beside(text, start, end):
        end = beside
    return _without_tail(low, start, end)


def _work_beside(text: SourceText, start: int, end: int) -> int | None:
    """Where a work is named in capitals behind a comma or "và" that the subject does not speak of.

    "… về dân số trong tình hình mới, Chiến lược quốc gia …": the list goes on. Where the subject
    speaks of other documents, what is named is one of them.
    """
    at = start
    while gap := find_of("titles", "work_beside")(text.low, at, end):
        at = gap.end()
        if text.value[at : at + 1].isupper() and text.value[start : start + 2].islower():
            others = find_of("tails", "subject_of_others")(text.low, start, gap.start())
            return None if others else gap.start()
    return None


def _comma_inside(text: SourceText, start: int, comma: int, hard: int, subject: int | None) -> bool:
    """Whether a comma stands inside a name; what an act issues is its whole `subject`."""
    low, value = text.low, text.value
    if any(pair.start() < comma < pair.end() for pair in _pairs(low, comma)):
        return True
    begin = comma + 1
    while begin < hard and low[begin] == " ":
        begin += 1
    if begin >= hard or (value[begin].isupper() and not value[start:comma].isupper()):
        # "Thi đua, Khen thưởng": short names of laws go on in capitals, but not with who acts.
        short = len(low[start:comma].split()) <= 2 and value[start].isupper()
        return begin < hard and short and agency_at(text, begin, Home()) is None
    run = period_regex().search(low, comma, hard)
    if run and run.start() <= begin:
        return True
    if _one("opener").match(low, begin):
        return False
    if subject is not None and begin < subject:
        return True
    next_comma = low.find(",", begin, hard)
    segment = low[begin : next_comma if next_comma > 0 else hard].split()
    head = re.split(r"\bvề\b|\btác\b", low[start:comma])[-1]
    if len(head.split()) <= 2 or _is_row_of_verbs(low[start:comma]):
        return True
    if len(segment) <= 2 and all(len(item.split()) <= 2 for item in head.split(",")):
        return True
    if "và" in segment[:6] and len(segment) <= 14:
        return True
    return run is not None


def _is_row_of_verbs(words: str) -> bool:
    """Whether a name opens with what is done, comma by comma: "xây dựng, cải tạo, | nâng cấp …"."""
    deed = find_of("titles", "deed")
    return all(deed(part.strip()) for part in words.split(","))


def _pairs(low: str, comma: int) -> Iterator[re.Match[str]]:
    return _one("pair").finditer(low, max(0, comma - _PAIR), comma + _PAIR)
