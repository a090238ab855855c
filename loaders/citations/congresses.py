"""Congresses: whether two titles in one text name one.

"Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV" is told from that of the district, and from
that of the fourteenth congress, by a word and a numeral that other titles would call a slip.
"""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.congress_names import Congress, congress_of
from loaders.records import Level
from loaders.text.source_text import SourceText


def level_of(text: SourceText, citation: Citation) -> Level | None:
    """Return the level of a citation's issuer, or of the congress in its title."""
    if citation.issuer is not None:
        return citation.issuer.level
    congress = cited_congress(text, citation)
    return congress.level if congress else None


def cited_congress(text: SourceText, citation: Citation) -> Congress | None:
    """Return the congress that a work's title names, None for other works."""
    if not citation.titled or citation.title is None:
        return None
    return congress_of(text.low, *citation.title)


def congresses_part(a: Congress | None, b: Congress | None) -> bool:
    """Whether both are told and differ in the body, its place or the numeral."""
    if a is None or b is None:
        return False
    sides = ((a.body, b.body), (a.place, b.place), (a.which, b.which))
    return any(one is not None and two is not None and one != two for one, two in sides)


def one_congress(a: Congress | None, b: Congress | None) -> bool:
    """Whether both tell body and numeral, and agree in them and in what they say of the place."""
    told = a is not None and a.body is not None and a.which is not None
    both = told and b is not None and b.body is not None and b.which is not None
    return both and not congresses_part(a, b)
