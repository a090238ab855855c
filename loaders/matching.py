"""Matching: how well two citations of one text agree as names of one document."""

from __future__ import annotations

import re

from loaders.agencies import Agency
from loaders.citation import Citation
from loaders.congresses import cited_congress, congresses_part, one_congress
from loaders.doc_types import is_law, types_named
from loaders.folding import fold, slug, title_similarity
from loaders.plenums import one_plenum, plenum_of
from loaders.terms import may_fall_in
from loaders.text import SourceText

_ALIKE, _ALIKE_LAWS = 0.8, 0.92
"""How alike the titles of one work, or of one law, are at least."""
_SHARED = 0.34
"""Subjects of one document share a third of the shorter one's words at least."""
_TELLING = 12
"""A subject of fewer letters tells nothing."""
_NAMED_YEAR = re.compile(r"năm\s+((?:19|20)\d\d)(?!\d)")


def kin(doc_type: str | None) -> str:
    """What types share that are one document where their titles agree."""
    return (doc_type and (types_named()[doc_type].kin or doc_type)) or ""


def match(text: SourceText, a: Citation, b: Citation) -> float:
    """How well two citations agree, 0 where they cannot be one document."""
    if a.symbol or b.symbol:
        same = a.symbol and b.symbol and slug(a.symbol) == slug(b.symbol) and a.date == b.date
        return 1.0 if same else 0.0
    if (a.number is None) != (b.number is None):
        return _title_match(text, a, b) if is_law(a.type) and is_law(b.type) else 0.0
    if a.number is not None and b.number is not None:
        if slug(a.number.canonical) != slug(b.number.canonical):
            return 0.0
        if _issuers_part(a.issuer, b.issuer) or _terms_part(a, b):
            return 0.0
        if a.date is None or b.date is None:
            return 0.0 if _subjects_part(text, a, b) else 0.5
        return 1.0 if agree(a.date, b.date) else 0.7 if _slip(a.date, b.date) else 0.0
    return _title_match(text, a, b)


def _title_match(text: SourceText, a: Citation, b: Citation) -> float:
    if a.title is None or b.title is None or kin(a.type) != kin(b.type):
        return 0.0
    if a.date and b.date and not agree(a.date, b.date):
        return 0.0
    if a.issuer and b.issuer and a.issuer.name != b.issuer.name:
        return 0.0
    first_of, second_of = cited_congress(text, a), cited_congress(text, b)
    if one_congress(first_of, second_of):
        return 1.0
    if congresses_part(first_of, second_of):
        return 0.0
    plenum, other = plenum_of(text, a), plenum_of(text, b)
    if plenum is not None and other is not None:
        return 1.0 if one_plenum(plenum, other) else 0.0
    if is_law(a.type) and len({_law_year(text, c) for c in (a, b)} - {None}) > 1:
        return 0.0
    first = text.value[a.title[0] : a.title[1]]
    second = text.value[b.title[0] : b.title[1]]
    score = title_similarity(first, second)
    # Names of laws are short and exact: "… tác hại của thuốc lá" is not "… của rượu, bia".
    least = _ALIKE_LAWS if is_law(a.type) else _ALIKE
    return score if score >= least else 0.0


def _subjects_part(text: SourceText, a: Citation, b: Citation) -> bool:
    """Whether two mentions of one number, one of them undated, speak of two subjects."""
    if a.title is None or b.title is None or _is_short(a) or _is_short(b):
        return False
    first, second = (
        set(fold(text.value[c.title[0] : c.title[1]]).split()) for c in (a, b) if c.title
    )
    return len(first & second) < _SHARED * min(len(first), len(second))


def _terms_part(a: Citation, b: Citation) -> bool:
    """Whether the Party's terms differ, told by the one or by the date of the other."""
    if a.term and b.term:
        return a.term != b.term
    central = a.number is not None and "TW" in a.number.issuer_codes
    told = ((a.term, b.date), (b.term, a.date))
    return central and any(t and day and not may_fall_in(day, t) for t, day in told)


def _is_short(citation: Citation) -> bool:
    return citation.title is None or citation.title[1] - citation.title[0] < _TELLING


def _issuers_part(a: Agency | None, b: Agency | None) -> bool:
    """Whether two issuers are of different levels or places: one number of two districts."""
    if a is None or b is None:
        return False
    sides = ((a.level, b.level), (a.province, b.province), (a.district, b.district))
    return any(one is not None and two is not None and one != two for one, two in sides)


def _law_year(text: SourceText, citation: Citation) -> str | None:
    """The year in which a law was passed, from its number, its date or its name."""
    if citation.number is not None and citation.number.year:
        return citation.number.year
    if citation.date:
        return citation.date[:4]
    year = _NAMED_YEAR.search(text.low, citation.start, citation.end)
    return year[1] if year else None


def agree(a: str, b: str) -> bool:
    """Return whether two dates are equal as far as both say."""
    return a.startswith(b) or b.startswith(a)


def _slip(a: str, b: str) -> bool:
    """One of day, month, year differs, as a slip of the pen does; years by a neighbour only."""
    first, second = a.split("-"), b.split("-")
    if len(first) != 3 or len(second) != 3:
        return False
    differing = [i for i in range(3) if first[i] != second[i]]
    if len(differing) != 1:
        return False
    return differing[0] != 0 or abs(int(first[0]) - int(second[0])) == 1
