"""Annexes: the act that an annex names under its title as the one that issued it.

"ĐỀ ÁN / Phát triển du lịch / (Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày …)" has no number of
its own (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III): the act is what promulgates it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.names.doc_types import type_named
from loaders.records import Header
from loaders.text.source_text import SourceText

ANNEXED = "annexed"
"""The rule that such a note is read by."""
_LONGEST = 2_000
"""Characters of a title and its note that are looked at."""


class Annexing(NamedTuple):
    """The citation, by index, of the act that issued the paper; the note is value[start:end]."""

    act: int
    start: int
    end: int


def annexing_act(
    text: SourceText, header: Header, title: Sequence[Block], citations: Sequence[Citation]
) -> Annexing | None:
    """Return the numbered act that the note under the title names, None without one.

    `title` are the blocks of the title, to which the note belongs. What asks or tells ("Kèm theo
    Tờ trình số …") issues nothing.
    """
    if header.number is not None or header.title is None or not title:
        return None
    start, end = title[0].start, min(title[-1].end, title[0].start + _LONGEST)
    note = find_of("header", "annex_note")(text.low, start, end)
    if note is None or not _opens_line(text, note.start()):
        return None
    for place, citation in enumerate(citations):
        if note.start() <= citation.start < note.end():
            issues = citation.number is not None and not type_named(citation.type).tells
            return Annexing(place, note.start(), note.end()) if issues else None
    return None


def _opens_line(text: SourceText, at: int) -> bool:
    return not text.value[text.value.rfind("\n", 0, at) + 1 : at].strip(" (*_")
