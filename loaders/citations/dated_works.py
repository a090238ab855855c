"""Acts named by their day, issuer and subject, without a number.

"Nghị quyết ngày 12/3/2003 của Bộ Chính trị về …": a type with a date names a document; without who
issued it or what it is about nobody could tell it from the others of its day.
"""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.citations.special_works import WorkPlace
from loaders.citations.tails import read_tail, with_subject
from loaders.layout.structure import Block
from loaders.names.agencies import Home
from loaders.names.dates import date_at
from loaders.text.source_text import SourceText

_DAY = len("2003-03-12")
_LONGEST = 300
"""A mention holds at most so many characters."""


def dated_work(text: SourceText, block: Block, place: WorkPlace, home: Home) -> Citation | None:
    """Read an act at a type word; None where not all of full date, issuer and subject follow it."""
    day = date_at(text.low, place.at)
    if day is None or len(day.iso or "") != _DAY or day.end > place.limit:
        return None
    bare = Citation(place.start, place.at, place.doc_type, rule="dated")
    found = read_tail(text, bare, place.at, place.limit, place.limit, home)
    if found.issuer is None or found.date is None:
        return None
    found = with_subject(text, found, found.end, place.limit, block.end)
    if found.title is None:
        return None
    return found._replace(end=max(found.end, min(found.title[1], place.start + _LONGEST)))
