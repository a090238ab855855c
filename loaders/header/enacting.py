"""Who enacts a paper whose header does not say: the subject of the clause that issues it.

"… UBND huyện ban hành kế hoạch", "Trường Mầm non Hoa Sen xây dựng kế hoạch"; or the body that the
note of an annex names.
"""

from __future__ import annotations

import re

from loaders.grammar.patterns import find_of, pattern
from loaders.layout.lines import Line
from loaders.layout.structure import Block
from loaders.names.agencies import Agency, Home, agency_at
from loaders.records import Level
from loaders.text.source_text import SourceText

_BLOCKS_OF_PREAMBLE = 25
_BLOCKS_OF_CLOSING = 30
_LINES_OF_NOTE = 20
"""Among so many lines stands the note of an annex under its title."""
_SUBJECT_OF_CLAUSE = 90
"""Characters before "ban hành kế hoạch" among which its subject is looked for."""
_GAP_TO_VERB = 24
_WORD_START = re.compile(r"(?:(?<=[\s,;.])|^)\S")


def enacting_body(
    text: SourceText, blocks: list[Block], text_from: int, home: Home
) -> Agency | None:
    """Return the body whose words the text gives as those that enact or close the paper.

    The clause that enacts it stands among the blocks from `text_from` on; a school is told there by
    its kind. None where no clause names a body.
    """
    enacting = pattern("header", "enacting_clause").regex
    for block in blocks[text_from : text_from + _BLOCKS_OF_PREAMBLE]:
        basis = find_of("structure", "basis")(text.low, block.body)
        for match in enacting.finditer(text.low, block.start, block.end):
            window = max(block.start, match.start() - _SUBJECT_OF_CLAUSE)
            find = _subject_behind_basis if basis else _subject
            subject = find(text, window, match.start(), home)
            subject = subject or _school(text, window, match.start(), home)
            if subject is not None:
                return subject
    for block in blocks[-_BLOCKS_OF_CLOSING:]:
        of = find_of("header", "closing_of")(text.low, block.start, block.end)
        if of and (agency := agency_at(text, of.end(), home)):
            return agency
    return None


def _subject(text: SourceText, start: int, verb: int, home: Home) -> Agency | None:
    """The first agency between `start` and a verb that stands right behind it."""
    done = start
    for word in _WORD_START.finditer(text.low[start:verb]):
        at = start + word.start()
        agency = agency_at(text, at, home) if at >= done else None
        if agency and verb - agency.end <= _GAP_TO_VERB:
            # "Nghị quyết số 7 … của Chính phủ ban hành Kế hoạch": who issued what is cited.
            if not text.low[max(0, at - 4) : at].rstrip().endswith("của"):
                return agency
            done = agency.end
    return None


def _subject_behind_basis(text: SourceText, start: int, verb: int, home: Home) -> Agency | None:
    """The agency that opens a clause behind a basis: "Căn cứ …; Ủy ban nhân dân huyện ban hành"."""
    semicolon = text.low.rfind(";", start, verb)
    begin = verb - len(text.low[semicolon + 1 : verb].lstrip())
    agency = agency_at(text, begin, home) if semicolon >= 0 else None
    return agency if agency and 0 <= verb - agency.end <= _GAP_TO_VERB else None


def _school(text: SourceText, start: int, verb: int, home: Home) -> Agency | None:
    """The school, named by its kind, right before the verb of a clause: no table knows it."""
    found = find_of("header", "school_acts")(text.low, start, verb)
    own = text.value[slice(*found.span("own"))].split() if found else []
    if found is None or not all(word[0].isupper() for word in own):
        return None
    begin, end = found.span("name")
    name = text.value[begin].upper() + " ".join(text.value[begin + 1 : end].split())
    return Agency(begin, end, name, "body", Level.FACILITY, home.province, home.district)


def annexing_body(text: SourceText, lines: list[Line], home: Home) -> Agency | None:
    """Return the body that issued an annex which stands alone: its note names the act and the body.

    "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày … của UBND tỉnh)"; None without such a note.
    """
    above = lines[:_LINES_OF_NOTE]
    end = above[-1].end if above else 0
    note = find_of("header", "annex_issued_by")(text.low, 0, end)
    return agency_at(text, note.end(), home) if note else None
