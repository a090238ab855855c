"""Proposers: bodies that a text names before their document: "của Sở Y tế tại Tờ trình số 5".

Also who issued it as the sentence has it: "UBND tỉnh ban hành Kế hoạch số 7/KH-UBND". It counts
where the number's symbol is one that the body writes; what stands behind the number goes first.
"""

from __future__ import annotations

import re

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.names.agencies import Agency, Home, agency_at, body_of_unit
from loaders.names.body_codes import writes_code
from loaders.records import Level
from loaders.text.source_text import SourceText

_LED = 30
"""Characters before a document that hold what ties the body to it: " tại các "."""
_LONGEST = 140
"""So far before those words the name of a body begins."""
_ASKED = 300
"""So far before a body the words stand that make it one who speaks."""
_WORD = re.compile(r"(?<!\w)[^\W\d_]")
_WORDS = 20
"""The words of a body's name at the most."""


def proposer_before(text: SourceText, begin: int, citation: Citation, home: Home) -> Agency | None:
    """Return the body that the words before a numbered document, from `begin` on, say is its own.

    The longest name that ends right there, or the unit that stands for it ("Huyện đã ban hành …");
    None where its numbers do not have the symbol's code.
    """
    codes = citation.number.issuer_codes if citation.number else ()
    window = max(begin, citation.start - _LED)
    led = codes and find_of("numbered", "body_before")(text.low, window, citation.start)
    if not led:
        return None
    first = max(begin, led.start() - _LONGEST)
    starts = [word.start() for word in _WORD.finditer(text.low, first, led.start())]
    for start in starts[-_WORDS:]:
        body = agency_at(text, start, home)
        if body is None and led["does"]:
            body = body_of_unit(text, start, codes, home)
        if body is not None and body.end == led.start():
            told = body.level is not None and writes_code(body, codes[0])
            return body if told and (led["does"] or _speaks(text, begin, body)) else None
    return None


def issuer_between(text: SourceText, start: int, end: int, home: Home) -> Agency | None:
    """Return the body between a type word at `start` and its number at `end`: "Chỉ thị của Thủ
    tướng Chính phủ số 9-TTg"; None where none stands there alone.
    """
    of = find_of("numbered", "issuer_between")(text.low, start, end) if end - start > 12 else None
    body = agency_at(text, of.end(), home) if of else None
    alone = body is not None and find_of("numbered", "number_word")(text.low, body.end, end)
    return body if alone else None


def _speaks(text: SourceText, begin: int, body: Agency) -> bool:
    """Whether a body says something there: what a committee is given is one above it's."""
    if body.level is Level.CENTRAL or body.kind == "Sở":
        return True
    window = max(begin - _ASKED, body.start - _ASKED, 0)
    return find_of("numbered", "asks_before")(text.low, window, body.start) is not None


def listed_behind(text: SourceText, before: Citation, citation: Citation) -> bool:
    """Whether a document stands in one list behind another one of the same body's symbol."""
    if before.number is None or citation.number is None:
        return False
    same = before.number.issuer_codes[:1] == citation.number.issuer_codes[:1]
    gap = find_of("numbered", "next_of_body")(text.low, before.reach, citation.start)
    return same and gap is not None
