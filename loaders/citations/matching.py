"""Matching: how well two citations of one text agree as names of one document."""

from __future__ import annotations

import re

from loaders.citations.citation import Citation
from loaders.citations.congresses import cited_congress, congresses_part, one_congress
from loaders.citations.plenums import one_plenum, plenum_of
from loaders.folding import fold, slug, title_similarity
from loaders.names.agencies import Agency
from loaders.names.body_codes import is_of_many_levels
from loaders.names.doc_types import is_law, types_named
from loaders.names.numbers import DocumentNumber
from loaders.records import Level
from loaders.series import (
    in_one_unit,
    is_of_party_office,
    may_be_one_body,
    parting_kind,
    shares_symbol,
)
from loaders.terms import may_fall_in
from loaders.text.source_text import SourceText

_ALIKE, _ALIKE_LAWS = 0.8, 0.92
"""How alike the titles of one work, or of one law, are at least."""
_SHARED = 0.34
"""Subjects of one document share a third of the shorter one's words at least."""
_OPENING = 8
"""So many words open a subject."""
_UNIT_WORDS = frozenset(("tinh", "huyen", "quan", "thanh", "pho", "thi", "xa", "phuong"))
_JOINING = frozenset(("ve", "viec", "va", "cua", "cac", "trong"))
_LINE = 400
"""Names in one line stand no farther apart than this."""
_TELLING = 12
"""A subject of fewer letters tells nothing."""
_BY_TITLE_ALONE = frozenset({"Quyết định", "Quy định"})
"""Types that share the symbol QĐ in Party numbers."""
_JOINT = re.compile(r"\s*(?:[,;]|,?\s*và)\s+")
_LONGEST_JOINT = 8
_YEAR = re.compile(r"(?<![\d/])(?:19|20)\d\d(?![\d/])")
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
        offices = is_of_party_office(a.number.issuer_codes)
        if _issuers_part(a.issuer, b.issuer, offices=offices):
            return 0.0
        if shares_symbol(a.number.issuer_codes) and _boards_part(a.issuer, b.issuer):
            return 0.0
        if _terms_part(a, b) or _law_parts(a, b):
            return 0.0
        if a.date is None or b.date is None:
            parted = _subjects_part(text, a, b) or _bodies_part(a, b) or _in_a_row(text, a, b)
            return 0.0 if parted else 0.5
        if agree(a.date, b.date):
            return 1.0
        slip = _slip(a.date, b.date, of_term=_goes_on_for_a_term(a.number))
        parted = _years_part(text, a, b) or _series_part(a, b) or _body_is_open(text, a, b)
        return 0.7 if slip and not parted else 0.0
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
    if is_law(a.type) and _same_words(first) == _same_words(second):
        return 1.0
    score = title_similarity(first, second)
    # Names of laws are short and exact: "… tác hại của thuốc lá" is not "… của rượu, bia".
    least = _ALIKE_LAWS if is_law(a.type) else _ALIKE
    return score if score >= least else 0.0


def _same_words(name: str) -> list[str]:
    """The words of a law's name: a comma or "và" between its parts tells no other law."""
    return [word for word in fold(name).split() if word != "va"]


def _subjects_part(text: SourceText, a: Citation, b: Citation) -> bool:
    """Whether two mentions of one number, one of them undated, speak of two subjects."""
    if a.title is None or b.title is None or _is_short(a) or _is_short(b):
        return False
    if _years_part(text, a, b):
        return True
    first, second = (fold(text.value[slice(*c.title)]).split() for c in (a, b) if c.title)
    return not (_open_alike(first, second) or _open_alike(second, first))


def _open_alike(words: list[str], others: list[str]) -> bool:
    """Whether enough of the words that open a subject are in the other one.

    What closes one may belong to the sentence: "… vào kế hoạch hằng năm".
    """
    opening = {word for word in words[:_OPENING] if word not in _JOINING}
    return len(opening & set(others)) >= _SHARED * min(len(opening), len(set(others)))


def _years_part(text: SourceText, a: Citation, b: Citation) -> bool:
    """Whether the subjects of two mentions name different years: a plan comes again each year."""
    if a.title is None or b.title is None:
        return False
    named = [set(_YEAR.findall(text.value, *c.title)) for c in (a, b) if c.title]
    return bool(named[0] and named[1]) and not (named[0] <= named[1] or named[1] <= named[0])


def _bodies_part(a: Citation, b: Citation) -> bool:
    """Whether two mentions of one number, one of them undated, print other bodies or types.

    "Quy định 66-QĐ/TW" and "Quyết định 66-QĐ/TW", "của Bộ Chính trị" and "của Ban Chấp hành": one
    document may be called both, but what tells its day is then told of only one of them.
    """
    kinds = {c.type for c in (a, b) if c.type_printed}
    if kinds >= _BY_TITLE_ALONE:
        return True
    central = all(c.issuer is not None and c.issuer.level is Level.CENTRAL for c in (a, b))
    names = {c.issuer.name for c in (a, b) if c.issuer is not None}
    return central and len(names) > 1


def _terms_part(a: Citation, b: Citation) -> bool:
    """Whether the Party's terms differ, told by the one or by the date of the other."""
    if a.term and b.term:
        return a.term != b.term
    central = a.number is not None and "TW" in a.number.issuer_codes
    told = ((a.term, b.date), (b.term, a.date))
    return central and any(t and day and not may_fall_in(day, t) for t, day in told)


def _law_parts(a: Citation, b: Citation) -> bool:
    """Whether one is a law and the other is none: the assembly numbers its resolutions alike."""
    return a.type_printed and b.type_printed and is_law(a.type) != is_law(b.type)


def _series_part(a: Citation, b: Citation) -> bool:
    """Whether two days of one number are of two series, so that neither is a slip of the pen.

    Boards of one place number each for itself, and a province that others joined begins anew.
    """
    if shares_symbol(a.number.issuer_codes if a.number else ()):
        names = [fold(c.issuer.name) for c in (a, b) if c.issuer]
        if len(names) < 2 or not may_be_one_body(*names):
            return True
    province = next((c.issuer.province for c in (a, b) if c.issuer and c.issuer.province), None)
    days = (a.date or "", b.date or "")
    return province is not None and not in_one_unit(province, *days)


def _body_is_open(text: SourceText, a: Citation, b: Citation) -> bool:
    """Whether two days of one number may be of two bodies, by a symbol that each level writes.

    Only one of them names its body, or its commune or district, or neither and both stand in one
    line: there nobody names one document twice.
    """
    codes = a.number.issuer_codes if a.number else ()
    if not codes or not is_of_many_levels(codes[0]):
        return False
    if a.issuer and b.issuer:
        below = {Level.DISTRICT, Level.COMMUNE} & {a.issuer.level, b.issuer.level}
        return bool(below) and fold(a.issuer.name) != fold(b.issuer.name)
    first, second = sorted((a, b), key=lambda c: c.start)
    between = text.value[first.end : min(second.start, first.end + _LINE)]
    near = second.start - first.end < _LINE and "\n" not in between
    return bool(a.issuer or b.issuer) or near


def _in_a_row(text: SourceText, a: Citation, b: Citation) -> bool:
    """Whether a bare mention stands before a dated one: "05-CTr/TU, 05-CTr/TU ngày 10/01/2022".

    Nobody names one document twice in a row.
    """
    first, second = sorted((a, b), key=lambda c: c.start)
    if first.date or first.title or second.date is None:
        return False
    between = text.value[first.end : min(second.start, first.end + _LONGEST_JOINT)]
    return first.end < second.start and _JOINT.fullmatch(between) is not None


def _is_short(citation: Citation) -> bool:
    return citation.title is None or citation.title[1] - citation.title[0] < _TELLING


def _issuers_part(a: Agency | None, b: Agency | None, *, offices: bool) -> bool:
    """Whether two issuers are of different levels or places: one number of two districts.

    So are communes and hospitals of two names, and boards of one kind whose fields share no word;
    `offices` says that the symbol is that of Party committees of offices.
    """
    if a is None or b is None:
        return False
    sides = ((a.level, b.level), (a.province, b.province), (a.district, b.district))
    if any(one is not None and two is not None and one != two for one, two in sides):
        return True
    kinds = {parting_kind(c.name, c.district, c.province) for c in (a, b)} - {None}
    if len(kinds) > 1:
        return True
    if offices:
        return not may_be_one_body(fold(a.name), fold(b.name))
    first, second = (set(fold(c.name).split()) - set(fold(c.kind).split()) for c in (a, b))
    if a.kind != b.kind or not first or not second:
        return False
    if a.level in (Level.COMMUNE, Level.FACILITY):
        return not may_be_one_body(fold(a.name), fold(b.name))
    return a.level is None and first.isdisjoint(second)


def _boards_part(a: Agency | None, b: Agency | None) -> bool:
    """Whether two boards of one kind and place are of two fields: few words are in both names."""
    if a is None or b is None or a.kind != b.kind:
        return False
    places = [place for body in (a, b) for place in (body.province, body.district) if place]
    idle = {word for place in (a.kind, *places) for word in fold(place).split()} | _UNIT_WORDS
    first, second = (set(fold(body.name).split()) - idle for body in (a, b))
    return len(first & second) < _SHARED * min(len(first), len(second))


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


def _goes_on_for_a_term(number: DocumentNumber) -> bool:
    """Whether it is a Party number, 20-NQ/TW; those of the State, 15/KH-UBND, begin each year."""
    return number.canonical[len(number.sequence) :].startswith("-")


def _slip(a: str, b: str, *, of_term: bool) -> bool:
    """One of day, month, year differs, as a slip of the pen does.

    Years by a neighbour only, and only of numbers that go on for a term: the same number of the
    year before is another document.
    """
    first, second = a.split("-"), b.split("-")
    if len(first) != 3 or len(second) != 3:
        return False
    differing = [i for i in range(3) if first[i] != second[i]]
    if len(differing) != 1:
        return False
    return differing[0] != 0 or (of_term and abs(int(first[0]) - int(second[0])) == 1)
