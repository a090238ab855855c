"""Works of special names: the members of a list of programmes, and what congresses resolved."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.citations.citation import Citation
from loaders.citations.tails import read_tail
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.structure import Block
from loaders.names.agencies import Home, agency_at
from loaders.names.titles import period_regex, subject_end, title_end
from loaders.text.source_text import SourceText, trimmed

_BLANKS = re.compile(r"\s*")


class WorkPlace(NamedTuple):
    """A type word at `start`, the name behind it at `at`, and how far either may reach."""

    start: int
    at: int
    doc_type: str
    limit: int
    carried: bool
    named_by_act: bool = False
    """Whether a numbered act beside it promulgates or approves it."""
    subject: int | None = None
    """Where the subject of the act ends that says so."""
    held: int | None = None
    """Where the subject ends of the document that speaks of the work."""


def behind_blanks(words: str, at: int) -> int:
    """Return where the blanks end that begin at `at`."""
    blanks = _BLANKS.match(words, at)
    return blanks.end() if blanks else at


def listed_works(text: SourceText, place: WorkPlace) -> list[Citation]:
    """Read "Chương trình mục tiêu quốc gia: Xây dựng nông thôn mới, Giảm nghèo bền vững"."""
    found: list[Citation] = []
    value, limit = text.value, place.limit
    at = place.at + 1
    while at < limit:
        at = behind_blanks(value, at)
        if (
            at >= limit
            or not value[at].isupper()
            or pattern("works", "word").regex.match(text.low, at)
        ):
            break
        end = title_end(text, at, limit)
        inner = find_of("works", "and")(text.low, at, end)
        if inner and value[inner.end()].isupper():
            end = inner.start()
        start = at if found else place.start
        found.append(Citation(start, end, place.doc_type, title=(at, end), rule="titled_list"))
        follow = find_of("works", "item_gap")(text.low, end, limit)
        if follow is None:
            break
        at = follow.end()
    return found


def congress_work(text: SourceText, place: WorkPlace, home: Home) -> list[Citation]:
    """Read "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025-2030"."""
    low, at, limit = text.low, place.at, place.limit
    end = title_end(text, at, limit)
    if name := find_of("congresses", "name_of_congress")(low, at, end):
        end = name.end()
    if party := find_of("congresses", "of_party")(low, end, limit):
        end = party.end()
    years = find_of("congresses", "term_in_brackets")(low, end, limit)
    if run := years or period_regex().match(low, end, limit):
        end = run.end()
    if find_of("works", "of_plenum")(low, at):
        about = find_of("works", "about")(low, end, limit)
        cut = " về " in low[at:end] and find_of("titles", "one_more_deed")(low, end, limit)
        if about or cut:
            end = subject_end(text, about.end() if about else end + 1, limit)
    term = find_of("tails", "plenum_term")(low, at, end)
    citation = Citation(
        place.start,
        end,
        place.doc_type,
        term=term["term"].upper() if term else None,
        title=(at, end),
        rule="congress",
    )
    return [read_tail(text, citation, citation.end, limit, limit, home)]


def rules_of_body(text: SourceText, block: Block, place: WorkPlace, home: Home) -> list[Citation]:
    """Read the rules by which a body works, where they are a basis: "Căn cứ Quy chế làm việc của
    Ban Chấp hành Đảng bộ tỉnh khóa XX".
    """
    low, limit = text.low, place.limit
    leads = find_of("works", "basis_leads")(low, max(block.start, place.start - 24), place.start)
    of = find_of("works", "rules_of")(low, place.at, limit) if leads else None
    body = agency_at(text, of.end(), home) if of else None
    if body is None or body.end > limit:
        return []
    clause = find_of("titles", "clause_ends")(low, body.end, limit)
    end = trimmed(low, clause.start() if clause else limit, " ,")
    if behind := find_of("works", "by_act")(low, body.end, end):
        end = trimmed(low, behind.start(), " ,")
    if tail := find_of("titles", "conjunction")(low, body.end, end):
        end = tail.start()
    term = find_of("tails", "plenum_term")(low, body.end, end)
    return [
        Citation(
            place.start,
            end,
            place.doc_type,
            issuer=body,
            term=term["term"].upper() if term else None,
            title=(place.at, end),
            rule="titled",
        )
    ]
