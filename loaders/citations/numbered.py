"""Numbered citations: read outwards from a number, the part that bad typing spares most.

Before it the type word ("Kế hoạch số"), shared by the members of a list; behind it the tail. A
number left blank is read too.
"""

from __future__ import annotations

import re

from loaders.citations.citation import Citation
from loaders.citations.list_heads import with_list_heads
from loaders.citations.proposers import issuer_between, listed_behind, proposer_before
from loaders.citations.shared_tails import with_shared_days, with_shared_tails
from loaders.citations.tails import read_tail
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.scans import Scan, scan
from loaders.layout.structure import Block
from loaders.names.agencies import Agency, Home
from loaders.names.dates import date_at
from loaders.names.doc_types import OFFICIAL_LETTER, canonical_type, fits, type_of_code
from loaders.names.numbers import DocumentNumber, in_local_form
from loaders.names.symbol_codes import known_code
from loaders.records import Header, Level
from loaders.text.source_text import SourceText

_DIGITS = re.compile(r"\d{1,5}")
_BLANK_SEPARATORS = tuple(
    re.compile(rf"{sign}(?<=[\s.…_:].)(?= ?[^\W\d_]{{2,5}} ?[-/])") for sign in "/-"
)
_DAY_BEFORE = 150
_FORM_WORD = 24
"""So far before its code the word stands that makes it that of a form."""
_ASSEMBLY = ("QH", "UBTVQH")
"""The rule of a citation that has its date from the one that closes its list."""
_YEAR_BEHIND = re.compile(r",? năm ((?:19|20)\d\d)(?!\d)")


def find_numbered(
    text: SourceText, block: Block, numbers: list[DocumentNumber], home: Home
) -> list[Citation]:
    """Return the citations of the document numbers of one block, in order."""
    found: list[Citation] = []
    proposer: Agency | None = None
    for i, number in enumerate(numbers):
        limit = numbers[i + 1].start if i + 1 < len(numbers) else block.end
        near = max(block.start, number.start - _FORM_WORD)
        if find_of("numbered", "form_before")(text.low, near, number.start):
            continue
        start, word = _type_before(text, block, number)
        doc_type = _type(text, number, start, word, found)
        if doc_type is None and start == number.start and not _of_assembly(number):
            continue
        plenum = find_of("tails", "plenum_term")(text.low, start, number.start)
        term = plenum["term"].upper() if plenum else None
        citation = Citation(
            start, number.end, doc_type, number, term=term, type_printed=word is not None,
            issuer=issuer_between(text, start, number.start, home),
        )  # fmt: skip
        citation = read_tail(text, citation, number.end, limit, block.end, home)
        begin = found[-1].end if found else block.start
        citation = _with_day_before(text, begin, citation)
        listed = bool(found) and listed_behind(text, found[-1], citation)
        proposer = proposer_before(text, begin, citation, home) or (proposer if listed else None)
        if citation.issuer is None:
            citation = citation._replace(issuer=proposer)
        if citation.issuer is not None and citation.issuer.level is Level.PROVINCE:
            citation = citation._replace(number=in_local_form(text, number))
        found += [*_bare_numbers(text, block, citation), citation]
    found = with_shared_tails(text, with_list_heads(text, block, found, home))
    return with_shared_days(text, found)


def _with_day_before(text: SourceText, begin: int, citation: Citation) -> Citation:
    """The citation with the date that its sentence opens with, where it has none behind it.

    "Ngày 5/3/2019, Chính phủ ban hành Nghị định số 7/2019/NĐ-CP"; what stands before `begin`
    belongs to another document.
    """
    if citation.date is not None:
        return citation
    window = max(begin, citation.start - _DAY_BEFORE)
    found = find_of("numbered", "issued_on")(text.low, window, citation.start)
    day = date_at(text.low, found.start()) if found else None
    return citation if day is None or day.iso is None else citation._replace(date=day.iso)


def _of_assembly(number: DocumentNumber) -> bool:
    """Whether the number is one that the National Assembly gives to laws: "40/2009/QH12"."""
    return number.year is not None and number.issuer_codes[0].rstrip("0123456789") in _ASSEMBLY


def _type(
    text: SourceText, number: DocumentNumber, start: int, word: str | None, found: list[Citation]
) -> str | None:
    """The type: printed before the number, shared by its list, or told by its symbol."""
    code = number.type_code
    told = type_of_code(code) if code else None
    # "327-CT" tells its issuer alone, whatever its code may stand for elsewhere.
    if word and told and number.issuer_codes and not fits(word, code):
        generic = text.low.startswith("văn bản", start)
        return word if word == OFFICIAL_LETTER and not generic else told
    if word:
        return word
    listed = found and find_of("numbered", "list_gap")(text.low, found[-1].end, start)
    if listed and fits(found[-1].type, code):
        return found[-1].type
    return told


def _type_before(text: SourceText, block: Block, number: DocumentNumber) -> tuple[int, str | None]:
    low = text.low
    window = max(block.start, number.start - 110)
    best = None
    while match := find_of("numbered", "type_before")(low, window, number.start):
        best, window = match, match.start() + 1
    if best is not None:
        return best.start(), canonical_type(best["type"])
    from_here = max(block.start, number.start - 12)
    word = find_of("numbered", "number_word")(low, from_here, number.start)
    return (word.start() if word else number.start), None


def _bare_numbers(text: SourceText, block: Block, citation: Citation) -> list[Citation]:
    """The numbers of a list that share one symbol: "các Nghị quyết số 18, 19 và 20-NQ/TW"."""
    number = citation.number
    assert number is not None
    low = text.low
    match = find_of("numbered", "bare_numbers")(
        low, max(block.start, number.start - 80), number.start
    )
    if match is None:
        return []
    before = find_of("numbered", "type_before")(
        low, max(block.start, match.start() - 90), match.start("list")
    )
    doc_type = canonical_type(before["type"]) if before else citation.type
    rest = number.canonical[len(number.sequence) :]
    found: list[Citation] = []
    for digits in _DIGITS.finditer(low, match.start("list"), match.end("list")):
        start, end = digits.span()
        own = number._replace(start=start, end=end, sequence=digits[0], canonical=digits[0] + rest)
        if before and not found:
            start = before.start()
        found.append(
            citation._replace(
                start=start,
                end=end,
                type=doc_type,
                number=own,
                title=None,
                rule="shared_symbol",
            )
        )
    return found


def without_years_of_work(citations: list[Citation], header: Header) -> list[Citation]:
    """Take the paper's own year back from a number that the text dates otherwise.

    "V/v thực hiện Nghị quyết số 3/NQ-CP năm 2020" in a paper of 2020 that cites it by its day, in
    2018, speaks of the work of that year.
    """
    year = (header.issue_date or "")[:4]
    days = [(c.number.canonical, c.date) for c in citations if c.number and c.date]
    dated = {number for number, day in days if day[:4] != year}
    dated -= {number for number, day in days if day[:5] == f"{year}-"}
    return [
        c._replace(date=None) if c.number and c.date == year and c.number.canonical in dated else c
        for c in citations
    ]


def with_years_told(text: SourceText, citations: list[Citation], header: Header) -> list[Citation]:
    """Give a number without a date the year behind it, where the text dates that number in it.

    "Thực hiện Quyết định 5/QĐ-BYT năm 2015" in a paper of 2022 that names 5/QĐ-BYT of 4/6/2015 and
    of 29/5/2020: the year tells which. The paper's own year may be that of the work.
    """
    own = (header.issue_date or "")[:4]
    dated = {(c.number.canonical, c.date[:4]) for c in citations if c.number and c.date}
    found: list[Citation] = []
    for citation in citations:
        told = None
        if citation.number is not None and citation.date is None:
            behind = _YEAR_BEHIND.match(text.low, citation.end)
            told = behind[1] if behind and behind[1] != own else None
        if told and citation.number and (citation.number.canonical, told) in dated:
            citation = citation._replace(date=told)
        found.append(citation)
    return found


def without_own_day(text: SourceText, citations: list[Citation], dated: int) -> list[Citation]:
    """Take the paper's own date, which stands at `dated`, back from a document named before it.

    "V/v thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh / Long An, ngày 1 tháng 6 năm 2021".
    """
    found: list[Citation] = []
    for citation in citations:
        line = text.value.rfind("\n", citation.start, dated)
        if citation.start < dated < citation.end and line > 0:
            title = citation.title if citation.title and citation.title[1] <= line else None
            citation = citation._replace(end=line, date=None, title=title)
        found.append(citation)
    return found


def blank_separators(text: SourceText) -> Scan:
    """Return where a sign may stand before the symbol of a number that was left blank."""
    return scan(text.low, *_BLANK_SEPARATORS)


def find_blank_numbers(text: SourceText, block: Block, home: Home) -> list[Citation]:
    """Return the citations whose number was left blank but whose symbol and date are printed."""
    found: list[Citation] = []
    separator = text.once(blank_separators).next(block.start + 1)
    if separator is None or separator >= block.end:
        return found
    blank = pattern("numbered", "blank_number").regex
    for match in blank.finditer(text.low, max(block.start, separator - 81), block.end):
        symbol = re.sub(r"\s+", "", text.value[match.start("symbol") : match.end("symbol")])
        if known_code(re.split("[-/]", symbol)[0]) is None:
            continue
        citation = Citation(
            match.start(),
            match.end(),
            canonical_type(match["type"]),
            symbol=symbol,
            rule="blank_number",
        )
        citation = read_tail(text, citation, match.end(), block.end, block.end, home)
        if citation.date is not None:
            found.append(citation)
    return found
