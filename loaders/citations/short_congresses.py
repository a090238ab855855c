"""Congresses named in short: "Nghị quyết Đại hội", where another place names one in full.

Without numeral and years such a name is that of the one congress which the text names in full. Of
several it is the one of the same body, or of the subject that stands behind both; else it is none:
"Nghị quyết Đại hội" alone names no document.
"""

from __future__ import annotations

from typing import NamedTuple

from loaders.citations.antecedents import meaning
from loaders.citations.citation import Citation
from loaders.citations.congresses import cited_congress, congresses_part, one_congress
from loaders.citations.plenums import subjects_agree
from loaders.congress_names import Congress
from loaders.grammar.patterns import find_of
from loaders.names.titles import subject_end
from loaders.text.source_text import SourceText

_ABOUT = " về "
_FARTHEST = 300
"""Characters behind a name in which its subject is looked for."""
_MOST = 20
"""A text that names more congresses than these means none of them in short."""


class _Full(NamedTuple):
    """A congress named in full, where it is first, and what its mentions say that it is about."""

    citation: Citation
    congress: Congress
    subjects: list[str | None]

    def speaks_of(self, subject: str) -> bool:
        return any(one is not None and subjects_agree(one, subject) for one in self.subjects)


def with_short_congresses(text: SourceText, citations: list[Citation]) -> list[Citation]:
    """Return the citations, in order, without names of congresses in short that mean none.

    Those that mean one named in full stand for it.
    """
    short = {at for at, citation in enumerate(citations) if _is_short(text, citation)}
    if not short:
        return citations
    full = _named_in_full(text, [c for at, c in enumerate(citations) if at not in short])
    found: list[Citation] = []
    for at, citation in enumerate(citations):
        meant = _meant(text, citation, full) if at in short else None
        if meant is not None:
            found.append(meaning(meant, citation.start, citation.end))
        elif at not in short or not _names_none(text, citation):
            found.append(citation)
    return found


def _named_in_full(text: SourceText, citations: list[Citation]) -> list[_Full]:
    """The congresses that a text names in full, each once, by type and in reading order."""
    found: list[_Full] = []
    for citation in citations:
        congress = cited_congress(text, citation) if citation.rule == "congress" else None
        if congress is None or len(found) > _MOST:
            continue
        for one in found:
            if one.citation.type == citation.type and (
                one.congress == congress or one_congress(one.congress, congress)
            ):
                one.subjects.append(_subject(text, citation))
                break
        else:
            found.append(_Full(citation, congress, [_subject(text, citation)]))
    return found


def _is_short(text: SourceText, citation: Citation) -> bool:
    congress = cited_congress(text, citation) if citation.rule == "congress" else None
    if congress is None or congress.which is not None or citation.title is None:
        return False
    return find_of("congresses", "years")(text.low, *citation.title) is None


def _names_none(text: SourceText, citation: Citation) -> bool:
    """Whether not even the body is told, or the congresses of many bodies are meant."""
    congress = cited_congress(text, citation)
    many = find_of("congresses", "all_levels")(text.low, citation.start, citation.end)
    return many is not None or congress is None or congress.body is None


def _meant(text: SourceText, citation: Citation, full: list[_Full]) -> Citation | None:
    """The one congress that a short name can mean, None where there is none or more than one."""
    if find_of("congresses", "all_levels")(text.low, citation.start, citation.end):
        return None
    own = cited_congress(text, citation)
    fitting = [
        one
        for one in full
        if one.citation.type == citation.type and not congresses_part(own, one.congress)
    ]
    if len(fitting) > 1:
        subject = _subject(text, citation)
        fitting = [one for one in fitting if subject and one.speaks_of(subject)]
    return fitting[0].citation if len(fitting) == 1 and len(full) <= _MOST else None


def _subject(text: SourceText, citation: Citation) -> str | None:
    """What a name is about, in its title or right behind it."""
    start = text.low.find(_ABOUT, citation.start, citation.end)
    if start < 0:
        about = find_of("works", "about")(text.low, citation.end)
        if about is None:
            return None
        start = about.end()
    else:
        start += len(_ABOUT)
    return text.value[start : subject_end(text, start, min(start + _FARTHEST, len(text.low)))]
