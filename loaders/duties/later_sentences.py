"""Later sentences: tasks that a paragraph hands to others behind its first sentence."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.duties.found_duties import FoundDuty, duties_of
from loaders.duties.openings import heading_agencies, opening_agencies
from loaders.duties.saying import Say
from loaders.grammar.patterns import find_of
from loaders.layout.context import Place
from loaders.layout.structure import Block
from loaders.relations.find import sentences
from loaders.text.source_text import SourceText


def later_headings(text: SourceText, block: Block, place: Place) -> Iterator[FoundDuty]:
    """The duties of later sentences that open as headings do: ". Giáo viên bộ môn: Lồng ghép …"."""
    if text.low.find(":", block.body, block.end) == text.low.rfind(":", block.body, block.end):
        return
    for start, end in sentences(text, block)[1:]:
        sentence = block._replace(start=start, end=end, body=start, lines=block.lines[:1])
        heading = heading_agencies(text, sentence, None, True)
        if heading is not None and heading[1] is not None:
            told = ("agency_sentence", start)
            yield from duties_of(text, heading[0], heading[1], end, place.label, told)


def later_sentences(
    text: SourceText, block: Block, place: Place, say: Say, *, asked: bool = False
) -> Iterator[FoundDuty]:
    """The duties of the sentences behind the first, where they open with agencies of their own, by
    what makes one a duty there (`say`).

    With `asked`, where the first one hands out nothing, only of those that ask for something:
    "Giao Sở Y tế …".
    """
    for start, end in sentences(text, block)[1:]:
        if asked and find_of("duties", "request")(text.low, start, end) is None:
            continue
        directs = find_of("duties", "directs")(text.low, start, end)
        body = directs.end() if directs else start
        sentence = block._replace(start=start, end=end, body=body)
        opening = opening_agencies(text, sentence, say)
        if opening is not None:
            agencies, behind, rule = opening
            yield from duties_of(text, agencies, behind, end, place.label, (rule, start))


def closing_request(text: SourceText, block: Block, place: Place) -> list[FoundDuty]:
    """Return the duties that the closing sentence asks for behind "Trên đây là …"."""
    asks = find_of("duties", "within_closing")(text.low, block.body, block.end)
    if asks is None:
        return []
    start = asks.start("asks")
    opening = opening_agencies(text, block._replace(body=start), Say.CLOSING)
    if opening is None:
        return []
    agencies, behind, rule = opening
    return list(duties_of(text, agencies, behind, block.end, place.label, (rule, start)))
