"""Laws: named by title and date, title and year, title and number, alone or several on one line.

"Luật Khám bệnh, chữa bệnh số 15/2023/QH15", "Luật Bảo hiểm y tế ngày 14/11/2008", "Luật sửa đổi, bổ
sung một số điều của Luật Bảo hiểm y tế ngày 13/6/2014": the last names two laws.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.agencies import Home
from loaders.citation import Citation
from loaders.doc_types import canonical_type
from loaders.patterns import rx
from loaders.structure import Block
from loaders.tails import read_tail
from loaders.text import SourceText
from loaders.titles import title_end

LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"})
_WORD = rx(r"(?<!\w)(?P<type>bộ luật|luật|pháp lệnh|hiến pháp)(?!\w) ?")
_AMENDING = rx(
    r"sửa đổi(?:,| và)?(?: bổ sung)?(?: (?:một số )?điều)?(?: [^;.]{0,60}?)?(?: của)?(?: các)? (?=luật|bộ luật|pháp lệnh)"
)
_YEAR = rx(r",? ?năm (?P<year>(?:19|20)\d\d)(?!\d)")
_NUMBER_GAP = rx(r" ?,? ?\(? ?(?:luật )?(?:số ?)?:? ?")
_AND = rx(r" ?(?:,|và|;) ?(?:và )?(?=luật|bộ luật|pháp lệnh)")
_NAME_STOP = rx(r" năm (?:19|20)\d\d|,? (?:và )?(?=(?:luật|bộ luật|pháp lệnh) )")


def find_laws(
    text: SourceText, block: Block, numbered: list[Citation], home: Home
) -> tuple[list[Citation], list[Citation]]:
    """Return the laws named by title, and those of `numbered` that are not part of one of them."""
    found: list[Citation] = []
    used: set[int] = set()
    at = block.start
    while match := _WORD.search(text.low, at, block.end):
        at = match.end()
        inside = any(c.start <= match.start() < c.end and c.type_printed for c in numbered)
        if inside or not text.value[match.start()].isupper() or at >= block.end:
            continue
        if _AMENDING.match(text.low, at, block.end):
            laws = _amending(text, block, match, numbered, home)
            found += laws
            at = max([at, *(c.end for c in laws)])
            continue
        law = _law(text, block, match, numbered, used, home)
        if law is not None:
            found.append(law)
            at = law.end
    return found, [c for i, c in enumerate(numbered) if i not in used]


def _limit(block: Block, numbered: list[Citation], at: int) -> int:
    return min([c.start for c in numbered if c.start >= at] + [block.end])


def _law(
    text: SourceText,
    block: Block,
    match: re.Match[str],
    numbered: list[Citation],
    used: set[int],
    home: Home,
) -> Citation | None:
    doc_type, at = canonical_type(match["type"]), match.end()
    if not text.value[at].isupper() and doc_type != "Hiến pháp":
        return None
    limit = _limit(block, numbered, at)
    end = _name_end(text, at, limit)
    citation = Citation(match.start(), max(end, match.end()), doc_type, title=(at, end), rule="law")
    if end <= at and doc_type != "Hiến pháp":
        return None
    if year := _YEAR.match(text.low, end, limit):
        citation = replace(citation, end=year.end(), date=year["year"])
    for i, other in enumerate(numbered):
        joined = other.number is not None and not other.number.type_code and not other.type_printed
        if (
            joined
            and other.start >= citation.end
            and _NUMBER_GAP.fullmatch(text.low, citation.end, other.number.start)
        ):  # type: ignore[union-attr]
            used.add(i)
            return replace(
                citation, end=other.end, number=other.number, date=other.date or citation.date, issuer=other.issuer,
                term=other.term, alias=other.alias,
            )  # fmt: skip
    return read_tail(text, citation, citation.end, limit, limit, home)


def _name_end(text: SourceText, at: int, limit: int) -> int:
    stop = _NAME_STOP.search(text.low, at, limit)
    return title_end(text, at, stop.start() if stop else limit)


def _amending(
    text: SourceText, block: Block, match: re.Match[str], numbered: list[Citation], home: Home
) -> list[Citation]:
    """Read a law that amends others: itself, then each that it names."""
    at = match.end()
    inner_at = _AMENDING.match(text.low, at, block.end).end()  # type: ignore[union-attr]
    limit = _limit(block, numbered, at)
    inner: list[Citation] = []
    end = inner_at
    while word := _WORD.match(text.low, inner_at, limit):
        end = _name_end(text, word.end(), limit)
        if end <= word.end():
            break
        inner.append(
            Citation(
                word.start(),
                end,
                canonical_type(word["type"]),
                title=(word.end(), end),
                rule="amended_law",
            )
        )
        follow = _AND.match(text.low, end, limit)
        # The list ends where another law of its own begins: it has its own date.
        if follow is None or text.low[follow.end() :].startswith("luật sửa đổi"):
            break
        inner_at = follow.end()
    doc_type = canonical_type(match["type"])
    law = Citation(match.start(), end, doc_type, title=(match.end(), end), rule="amending_law")
    return [read_tail(text, law, end, limit, limit, home), *inner]
