"""Typed citations: what someone types to name a document, read more kindly than print.

"20 nq tw 25/10/2017", "nghị quyết 20-nq/tw", "luật bảo hiểm y tế": any case, any separators, a date
without "ngày", a bare year.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.citations.citation import Citation
from loaders.citations.find import parse_citation
from loaders.citations.grouping import Group
from loaders.citations.references import build_reference
from loaders.folding import fold
from loaders.grammar.patterns import shared_part
from loaders.names.dates import find_date
from loaders.names.doc_types import types_by_word
from loaders.names.places import province_at, province_named
from loaders.names.symbol_codes import known_code
from loaders.records import Reference
from loaders.text.source_text import SourceText

_NUMBER = re.compile(
    r"(?<![\w/.-])(\d{1,5}[a-zđ]?)[\s/.-]{1,3}((?:19|20)\d\d[\s/-]{1,3})?"
    r"([^\W\d_]{1,14}(?:&[^\W\d_]+)?\d{0,2}(?:[\s/.-]{1,3}[^\W\d_]{1,12}(?:&[^\W\d_]+)?\d{0,2}){0,4})(?!\w)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[^\s/.-]+")
_DATE = re.compile(r"(?<![\w/.-])(?<!ngày )(?=\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d))")
_YEAR = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)(?![\w/.-])")


def parse_typed(words: str) -> Reference | None:
    """Return the document that `words` name first, or None where they name none.

    A number counts where its codes are known; a title where its type word begins the text.
    """
    typed = SourceText.of(words.strip()).value
    text = _DATE.sub("ngày ", _capital(_with_number(typed)))
    citation = parse_citation(text)
    if citation is None and (number := _NUMBER.search(text)):
        # A symbol without a type ("76/2015/QH13", "1287/SYT-KHTC") is a number by its "số" only.
        text = f"{text[: number.start()]}số {text[number.start() :]}"
        citation = parse_citation(text)
    if citation is None:
        return None
    source = SourceText.of(text)
    citation = _with_year(citation, source.value)
    reference = build_reference(source, [citation], Group("R1", [0]))
    if reference.province is None and citation.number is not None:
        reference = replace(reference, province=_province(source, citation))
    return reference


def _province(text: SourceText, citation: Citation) -> str | None:
    """The province that stands beside the name: "146/KH-UBND tỉnh Đồng Tháp"."""
    for word in re.finditer(r"(?<!\w)\w", text.low):
        outside = not citation.start <= word.start() < citation.end
        if outside and (found := province_at(text.low, word.start())):
            return found[0]
    beside = f"{text.low[: citation.start]} {text.low[citation.end :]}"
    return _unmarked_province(beside) if beside.isascii() else None


def _unmarked_province(low: str) -> str | None:
    """The province that a text typed without any marks names: "108 kh ubnd tinh son la"."""
    said = low.split()
    for size in (4, 3, 2):
        for at in range(len(said) - size + 1):
            if named := province_named(" ".join(said[at : at + size])):
                return named
    return None


def _with_number(typed: str) -> str:
    """Write the first number with known codes as it is printed: "20 nq tw" as "20-NQ/TW"."""
    for match in _NUMBER.finditer(typed):
        codes: list[str] = []
        end = match.end()
        for part in _PARTS.finditer(match[3]):
            known = known_code(part[0])
            if known is None and codes and match[3][part.start() - 1] == "-" and part[0].isascii():
                known = (part[0].upper(),)
            if known is None:
                end = match.start(3) + part.start() if codes else match.end()
                break
            codes += known
        if not codes:
            continue
        year = f"/{match[2][:4]}" if match[2] else ""
        number = f"{match[1]}{year}/{'-'.join(codes)}"
        return f"{typed[: match.start()]}{number} {typed[end:]}".strip()
    return typed


def _capital(text: str) -> str:
    """Begin a type word that opens the text, and the name behind it, with capitals as in print."""
    match = re.match(rf"({shared_part('titled_types')}|nghị quyết)\s+", text.lower())
    if match is None or match.end() >= len(text):
        return text
    name = text[match.end()]
    found = types_by_word().get(fold(match[1]))
    law = found is not None and found.law and not found.nameless
    return (
        text[0].upper()
        + text[1 : match.end()]
        + (name.upper() if law else name)
        + text[match.end() + 1 :]
    )


def _with_year(citation: Citation, text: str) -> Citation:
    """Take a date, or a year alone, that stands anywhere beside the name."""
    if citation.date is not None:
        return citation
    if day := find_date(text.lower(), 0, len(text)):
        return citation._replace(date=day.iso)
    outside = text[: citation.start] + " " + text[citation.end :]
    year = _YEAR.search(outside) if citation.number is not None else None
    return citation._replace(date=year[1]) if year else citation
