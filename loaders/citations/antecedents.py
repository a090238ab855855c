"""Antecedents: names that mean a document named elsewhere, and which document they mean.

"Nghị quyết này" in a plan, what the text "sau đây gọi tắt là Chiến lược", "Đề án 06" beside the
decision 06/QĐ-TTg that approves a scheme, "Nghị quyết Trung ương 6 khóa XII" beside the number of
that resolution. What may mean several documents, or the paper itself, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.citations.citation import Citation
from loaders.citations.neighbours import Neighbours
from loaders.citations.plenums import plenum_number, subjects_agree
from loaders.citations.told_by_issuer import told_by_issuer
from loaders.folding import UPPER, fold
from loaders.grammar.patterns import pattern, shared_part
from loaders.grammar.regexes import Regex, compiled
from loaders.layout.capitals import type_capitals
from loaders.layout.structure import Block
from loaders.names.doc_types import OFFICIAL_LETTER, canonical_type
from loaders.records import Header
from loaders.text.source_text import SourceText

_THIS = "này"
_LETTER = OFFICIAL_LETTER.lower()
_PLURALS = ("các", "những", "hai", "ba", "bốn")
_PLURAL_BEFORE = 12
"""Characters before a type word that hold a plural."""
_POINTERS = (_THIS, "đó", "trên")
_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
_GOES_ON = re.compile(r"\w| ?\d| số")
_FIGURE = re.compile(r"0*(\d{1,5})$")


def with_antecedents(
    text: SourceText, blocks: list[Block], citations: list[Citation], header: Header
) -> list[Citation]:
    """Return the citations, in order, with those that point to another one standing for it."""
    schemes, plenums = _schemes(citations), _plenums(citations)
    named = [_figure_or_plenum(text, schemes, plenums, c) for c in citations]
    aliased = list(_aliases(text, named, header))
    taken = {c.start for c in aliased}
    kept = [c for c in named if c.start not in taken]
    pointing = _pointing(text, blocks, kept, header)
    told = (meaning(act, *span) for act, *span in told_by_issuer(text, blocks, kept))
    return sorted([*kept, *aliased, *pointing, *told], key=lambda c: (c.start, -c.end))


def meaning(antecedent: Citation, start: int, end: int) -> Citation:
    """Return the antecedent once more, named at value[start:end]."""
    title = antecedent.title if antecedent.titled else None
    return antecedent._replace(
        start=start,
        end=end,
        title=title,
        alias=None,
        congress=None,
        type_printed=False,
        rule="antecedent",
    )


def _kind(doc_type: str | None) -> str:
    """The word that short names share: "Chương trình hành động" is a "Chương trình"."""
    return " ".join((doc_type or "").split()[:2]).lower()


def _pointing(
    text: SourceText, blocks: list[Block], citations: list[Citation], header: Header
) -> Iterator[Citation]:
    """Read "Nghị quyết này": the last of that kind in its block, else the only one so far."""
    regex = pattern("antecedents", "pointing").regex
    so_far = _SoFar(text)
    at = 0
    for i in type_capitals(text).blocks(blocks) if citations else ():
        block = blocks[i]
        if not _points(text.low, block):
            continue
        for match in regex.finditer(text.low, block.body, block.end):
            while at < len(citations) and citations[at].start < match.start():
                so_far.add(citations[at])
                at += 1
            kind = _kind(canonical_type(match["type"]))
            own = kind == _kind(header.type) and match["word"] == _THIS
            if own or so_far.end > match.start() or not _is_name(text, match, kind):
                continue
            meant = so_far.last_since(kind, block.start)
            if meant is None:
                meant = so_far.only(kind)
                # "Chương trình này" in the annex of a decision is that programme itself.
                if meant is not None and meant.titled and match["word"] == _THIS:
                    continue
            if meant is not None:
                yield meaning(meant, match.start(), match.end())


def _is_name(text: SourceText, match: re.Match[str], kind: str) -> bool:
    """Whether words that point back name one document: with a capital, or one letter "nêu trên"."""
    if text.value[match.start()].isupper():
        return True
    before = text.low[max(0, match.start() - _PLURAL_BEFORE) : match.start()]
    one = before.rstrip().rpartition(" ")[2] not in _PLURALS
    return kind == _LETTER and match["word"].endswith(" trên") and one


def _points(low: str, block: Block) -> bool:
    return any(low.find(word, block.body, block.end) >= 0 for word in _POINTERS)


class _SoFar:
    """The citations read so far, by kind: the last one, and whether there is only one document."""

    def __init__(self, text: SourceText) -> None:
        self._text = text
        self.end = 0
        self._last: dict[str, Citation] = {}
        self._named: dict[str, set[str | None]] = {}

    def add(self, citation: Citation) -> None:
        kind = _kind(citation.type)
        self.end = max(self.end, citation.end)
        self._last[kind] = citation
        title = fold(self._text.value[slice(*citation.title)]) if citation.title else None
        name = citation.number.canonical if citation.number else title
        self._named.setdefault(kind, set()).add(name)

    def last_since(self, kind: str, start: int) -> Citation | None:
        last = self._last.get(kind)
        return last if last is not None and last.start >= start else None

    def only(self, kind: str) -> Citation | None:
        named = self._named.get(kind, set())
        return self._last[kind] if len(named) == 1 and None not in named else None


def _aliases(text: SourceText, citations: list[Citation], header: Header) -> Iterator[Citation]:
    """Read what the text says that it will call a document, from there on."""
    known: dict[str, Citation] = {}
    for citation in citations:
        alias = citation.alias
        if alias and alias[:1].isupper() and fold(alias) != fold(header.type or ""):
            known.setdefault(alias, citation)
    if not known:
        return
    spans = Neighbours(citations)
    lengths = sorted({len(alias) for alias in known}, reverse=True)
    value = text.value
    for word in _CAPITAL.finditer(value, min(c.end for c in known.values())):
        start = word.start()
        alias = next((a for n in lengths if (a := value[start : start + n]) in known), None)
        if alias is None:
            continue
        meant, end = known[alias], start + len(alias)
        exact = any(c.end == end and c.titled for c in spans.at(start))
        if not (exact or _ends(value, end)):
            continue
        # The alias itself where it is told, and a longer name that begins with the same words.
        longer = any(c.end > end for c in spans.at(start))
        inside = not exact and any(c.end > start for c in spans.before(start))
        type_word = _type_word().match(text.low, start)
        if start <= meant.end or longer or inside or (type_word and type_word.end() > end):
            continue
        yield meaning(meant, start, end)


def _ends(value: str, end: int) -> bool:
    """Whether an alias ends there: no word goes on, and no number follows."""
    return _GOES_ON.match(value, end) is None


@cache
def _type_word() -> Regex:
    return compiled(shared_part("types"))


def _figure_or_plenum(
    text: SourceText,
    schemes: dict[tuple[str, str], Citation],
    plenums: dict[tuple[str, int, str], list[Citation]],
    citation: Citation,
) -> Citation:
    """The document that a scheme's figure or a plenum stands for, else the citation itself."""
    if not citation.titled or citation.title is None:
        return citation
    name = text.value[slice(*citation.title)].strip()
    meant = None
    if citation.rule == "congress":
        passed = plenums.get(_plenum_key(citation, name), [])
        agreeing = [other for other in passed if _agree(text, other, name)]
        meant = agreeing[0] if len(agreeing) == 1 else None
    elif figure := _FIGURE.match(name):
        meant = schemes.get((_kind(citation.type), figure[1]))
    return meaning(meant, citation.start, citation.end) if meant is not None else citation


def _schemes(citations: list[Citation]) -> dict[tuple[str, str], Citation]:
    """The works in the subjects of acts, by kind and the act's number: "Đề án 06"."""
    found: dict[tuple[str, str], Citation] = {}
    act: Citation | None = None
    for citation in citations:
        if citation.number is not None:
            act = citation
        elif act is not None and act.number and citation.titled and citation.start < act.reach:
            found.setdefault((_kind(citation.type), act.number.sequence.lstrip("0")), citation)
    return found


def _plenums(citations: list[Citation]) -> dict[tuple[str, int, str], list[Citation]]:
    """The numbered documents by type, plenum and term, each number once."""
    found: dict[tuple[str, int, str], dict[str, Citation]] = {}
    for citation in citations:
        if citation.number is not None and citation.congress is not None:
            key = _plenum_key(citation, citation.congress)
            found.setdefault(key, {}).setdefault(citation.number.canonical, citation)
    return {key: list(by_number.values()) for key, by_number in found.items()}


def _plenum_key(citation: Citation, words: str) -> tuple[str, int, str]:
    """Type, plenum and term; a plenum that is not told agrees with none."""
    return citation.type or "", plenum_number(words) or -citation.start - 1, citation.term or ""


def _agree(text: SourceText, numbered: Citation, name: str) -> bool:
    """Whether both subjects are told and agree: a plenum alone is none of its resolutions."""
    _, about, subject = name.partition(" về ")
    if not about or numbered.title is None:
        return False
    return subjects_agree(text.value[slice(*numbered.title)].removeprefix("về "), subject)
