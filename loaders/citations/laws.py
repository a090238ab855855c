"""Laws: named by title and date, title and year, title and number, alone or several on one line.

"Luật Khám bệnh, chữa bệnh số 15/2023/QH15", "Luật Bảo hiểm y tế ngày 14/11/2008", "Luật sửa đổi, bổ
sung một số điều của Luật Bảo hiểm y tế ngày 13/6/2014": the last names two laws.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.citations.citation import Citation
from loaders.citations.neighbours import Neighbours
from loaders.citations.tails import read_tail
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.structure import Block
from loaders.names.agencies import Home
from loaders.names.doc_types import canonical_type, type_of_symbol, types_named
from loaders.names.titles import title_end
from loaders.records import Level
from loaders.text.source_text import SourceText, trimmed

_LETTERS = re.compile(r"\s?\(([^\W\d_a-zđ]{2,8})\)\Z")
"""What stands for a law's name, behind it: "Luật Bảo hiểm y tế (BHYT)"."""
_CLOSING = 12
"""So many characters tell that a date or a number closes a name."""


@dataclass(slots=True)
class _Names:
    """The names of a block: its numbered citations, and which of them turned out to be laws'."""

    text: SourceText
    block: Block
    numbered: Neighbours
    home: Home
    used: set[int]
    """Where those begin that turned out to be laws' numbers."""

    def limit(self, at: int) -> int:
        """Where the next numbered citation begins, which no name behind `at` reaches over."""
        return self.numbered.limit(at, self.block.end)

    def name_end(self, at: int, limit: int) -> int:
        """Where the name of a law that begins at `at` ends."""
        low = self.text.low
        stop = pattern("laws", "name_stop").regex.search(low, at, limit)
        hard = stop.start() if stop else limit
        # What closes a name may be the next citation: "… và Hội đồng nhân dân | số 87/2015/QH13".
        beyond = min(limit + _CLOSING, self.block.end)
        if whole := find_of("laws", "dated_name")(low, at, beyond):
            return trimmed(low, min(whole.end(), hard), " ,")
        return title_end(self.text, at, hard)


def find_laws(
    text: SourceText, block: Block, numbered: Neighbours, home: Home
) -> tuple[list[Citation], list[Citation]]:
    """Return the laws named by title, and those of `numbered` that are not part of one of them."""
    found: list[Citation] = []
    names = _Names(text, block, numbered, home, set())
    at = block.start
    while match := find_of("laws", "word")(text.low, at, block.end):
        at = match.end()
        around = numbered.before(match.start() + 1)
        inside = any(match.start() < c.end and c.type_printed for c in around)
        if inside or not text.value[match.start()].isupper() or at >= block.end:
            continue
        if amending := find_of("laws", "amending")(text.low, at, block.end):
            laws = _amending(names, match, amending.end())
            found += laws
            at = max([at, *(c.end for c in laws)])
        elif (law := _law(names, match)) is not None:
            found.append(law)
            at = law.end
    return found, [c for c in numbered.citations if c.start not in names.used]


def _law(names: _Names, match: re.Match[str]) -> Citation | None:
    """Read one law: its name, then a year, a number or what stands behind any name."""
    text, at = names.text, match.end()
    doc_type = canonical_type(match["type"])
    nameless = doc_type is not None and types_named()[doc_type].nameless
    shown = text.value[at].isupper() or nameless
    # In a line of capitals a capital letter tells nothing: "PHÁP LUẬT CỦA ỦY BAN".
    shouted = match["type"].upper() == text.value[slice(*match.span("type"))]
    if (not shown or shouted) and find_of("laws", "no_name")(text.low, at):
        return None
    limit = names.limit(at)
    # "Hiến pháp năm 2013" has no name but its type.
    bare = nameless and find_of("laws", "no_name")(text.low, at) is not None
    small = None if shown else find_of("laws", "small_name")(text.low, at, limit)
    end = at if bare else names.name_end(at, limit)
    if end <= at and not nameless:
        return None
    if find_of("laws", "foreign")(text.low, at, end):
        return None
    before = max(names.block.start, match.start() - 6)
    if find_of("laws", "amended_together")(text.low, at, limit) and find_of("laws", "and_before")(
        text.low, before, match.start()
    ):
        return None
    # "Luật Đê điều số ngày 29/11/2006": the number was left out.
    left_out = find_of("laws", "number_left_out")(text.low, at, end)
    shown_end = left_out.start() if left_out else end
    alias = None
    if letters := _LETTERS.search(text.value, at, shown_end):
        shown_end, alias = letters.start(), f"{match['type'].capitalize()} {letters[1]}"
    citation = Citation(
        match.start(), max(end, at), doc_type, title=(at, shown_end), alias=alias, rule="law"
    )
    if year := find_of("laws", "year")(text.low, end, limit):
        citation = citation._replace(end=year.end(), date=year["year"])
    law = _with_number(names, citation) or read_tail(
        text, citation, citation.end, limit, limit, names.home
    )
    if law.issuer is not None and law.issuer.level is not Level.CENTRAL:
        # "Luật Ban hành văn bản … của Hội đồng nhân dân": its name goes on, nobody local passed it.
        law = law._replace(issuer=None)
    # "Luật thủy sản năm 2017": a name without capitals is one where it is dated or numbered.
    if shown or law.date or law.number:
        return law
    return law._replace(end=small.end(), title=(at, small.end())) if small else None


def _with_number(names: _Names, law: Citation) -> Citation | None:
    """The law with its number, where a number without a type of its own stands behind it."""
    other = names.numbered.next(law.end)
    number = other.number if other is not None else None
    if other is None or number is None:
        return None
    low = names.text.low
    # "Luật Thủ đô (Luật số 39/2024/QH15)": a number with its type is another law, but in brackets.
    again = other.type == law.type and low[law.end : other.start].strip() == "("
    if other.type_printed and not again:
        return None
    # "Pháp lệnh Phí và lệ phí số 38/2001/PL-UBTVQH10": the symbol tells the type again.
    told = type_of_symbol(number.symbol) if number.type_code else law.type
    if told != law.type:
        return None
    if find_of("laws", "number_gap")(low, law.end, number.start):
        names.used.add(other.start)
        return other._replace(
            start=law.start, type=law.type, title=law.title, type_printed=True,
            date=other.date or law.date, rule=law.rule, alias=other.alias or law.alias,
        )  # fmt: skip
    return None


def _amending(names: _Names, match: re.Match[str], inner_at: int) -> list[Citation]:
    """Read a law that amends others: itself, then each that it names from `inner_at` on."""
    text, at = names.text, match.end()
    limit = names.limit(at)
    inner: list[Citation] = []
    end = inner_at
    while word := pattern("laws", "word").regex.match(text.low, inner_at, limit):
        end = names.name_end(word.end(), limit)
        small = not text.value[word.end()].isupper()
        nameless = small and find_of("laws", "no_name")(text.low, word.end())
        if end <= word.end() or nameless or not text.value[word.start()].isupper():
            break
        title, doc_type = (word.end(), end), canonical_type(word["type"])
        inner.append(Citation(word.start(), end, doc_type, title=title, rule="amended_law"))
        follow = find_of("laws", "and")(text.low, end, limit)
        # The list ends where another law of its own begins: it has its own date.
        if follow is None or find_of("laws", "amends_again")(text.low, follow.end()):
            break
        inner_at = follow.end()
    doc_type = canonical_type(match["type"])
    law = Citation(match.start(), end, doc_type, title=(at, end), rule="amending_law")
    if year := find_of("laws", "year")(text.low, end, limit):
        law = law._replace(end=year.end(), date=year["year"])
    numbered = _with_number(names, law)
    return [numbered or read_tail(text, law, law.end, limit, limit, names.home), *inner]
