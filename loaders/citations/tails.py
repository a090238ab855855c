"""Tails: what stands behind the name of a document: date, issuer, term, plenum, subject, alias.

"… ngày 25/10/2017 Hội nghị lần thứ sáu Ban Chấp hành Trung ương (khóa XII) về tăng cường …": the
parts come in any order, each at most once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.names.agencies import Agency, Home, agency_at, body_of_unit
from loaders.names.body_codes import issuer_of_code
from loaders.names.dates import FoundDate, date_at
from loaders.names.doc_types import canonical_type
from loaders.names.titles import subject_end
from loaders.records import Level
from loaders.terms import roman
from loaders.text.source_text import SourceText

_GAP = re.compile(r"[\s,]*")
_LAWS = ("law", "amending_law")
"""The rules of names behind which a day needs no word: "Luật Giá 20/6/2012"."""
_NEXT_NAME = 60
"""So far before the digits of the next number its type word and the conjunction stand."""
_CLAUSE = 240
"""So far from its body the verb of a main clause may stand."""


_OPENING = '"“”'
_CLOSING = '"”'
_TASK = 40
"""So far before a document the verb of a task about it stands."""


@dataclass(slots=True)
class _Tail:
    at: int
    end: int


def read_tail(
    text: SourceText, citation: Citation, at: int, limit: int, clause: int, home: Home
) -> Citation:
    """Return the citation with what stands behind `at`.

    All but the subject end before `limit`, the next citation; the subject may name others, and
    ends with its clause, at most at `clause`. A titled work takes no subject: it has its title.
    """
    cursor = _Tail(at, citation.end)
    while (more := _part(text, citation, cursor, limit, home)) is not None:
        citation = more
    end = max(cursor.end, citation.end)
    if end != citation.end or citation.date == "":
        citation = citation._replace(end=end, date=citation.date or None)
    if citation.titled:
        return citation
    return with_subject(text, citation, max(cursor.at, cursor.end), limit, clause)


def _part(
    text: SourceText, citation: Citation, cursor: _Tail, limit: int, home: Home
) -> Citation | None:
    """Read one part at the cursor and move it; None where nothing more belongs to the name."""
    low = text.low
    gap = _GAP.match(low, cursor.at, limit)
    if gap is None:
        return None
    begin = gap.end()
    for words in ("issued", "same_day"):
        if led := find_of("tails", words)(low, begin, limit):
            begin = led.end()
    if citation.alias is None and (alias := _alias(citation, low, cursor.at, limit)):
        cursor.at = alias.end()
        return citation._replace(
            alias=text.value[alias.start("alias") : alias.end("alias")].strip()
        )
    if citation.alias is None and (letters := _letters(text, citation, cursor.at, limit)):
        cursor.at = letters.end()
        return citation._replace(alias=f"{citation.type} {text.value[slice(*letters.span(1))]}")
    if citation.date is None and (behind := _day_behind_number(citation, low, cursor.at, limit)):
        cursor.at = cursor.end = behind.end
        return citation._replace(date=behind.iso or "")
    bare = citation.rule in _LAWS and cursor.at == citation.end
    if citation.date is None and (day := date_at(low, begin, bare=bare)) and day.end <= limit:
        cursor.at = cursor.end = day.end
        # A date that can be none (year 0) is read over; "" keeps a second one from being taken.
        return citation._replace(date=day.iso or "")
    if citation.congress is None and (plenum := find_of("tails", "plenum")(low, begin, limit)):
        cursor.at = cursor.end = plenum.end()
        inner = find_of("tails", "plenum_term")(low, plenum.start(), plenum.end())
        term = citation.term or (inner["term"].upper() if inner else None)
        words = re.sub(r"\s+", " ", text.value[plenum.start() : plenum.end()]).strip(" ,")
        return citation._replace(congress=words, term=term)
    if citation.term is None and (term_at := find_of("tails", "term")(low, begin, limit)):
        cursor.at = cursor.end = term_at.end()
        return citation._replace(term=roman(term_at["term"]))
    if citation.issuer is not None and (session := find_of("tails", "session")(low, begin, limit)):
        cursor.at = cursor.end = session.end()
        return citation
    if citation.issuer is None and (body := _issuer(text, citation, begin, limit, home)):
        cursor.at = cursor.end = _behind_joint_issuer(text, body.end, limit, home) or body.end
        return citation._replace(issuer=body)
    return None


def _behind_joint_issuer(text: SourceText, at: int, limit: int, home: Home) -> int | None:
    """Where the second issuer ends: "của Bộ Công an và Bộ Nội vụ về …"; None where one issued.

    The subject, a sign or the end must follow: a body with a verb opens another clause.
    """
    gap = find_of("tails", "joint")(text.low, at, limit)
    if gap is None or not text.value[gap.end() : gap.end() + 1].isupper():
        return None
    other = agency_at(text, gap.end(), home)
    if other is None or other.end > limit:
        return None
    ends = other.end == limit or find_of("tails", "behind_issuers")(text.low, other.end)
    return other.end if ends else None


def _day_behind_number(citation: Citation, low: str, at: int, limit: int) -> FoundDate | None:
    """Read a day or a year that stands right behind a number, without the word that leads a day.

    "20/QĐ-TTg (16/02/2021)", "20/QĐ-TTg năm 2021"; a number that holds its year takes no other.
    """
    number = citation.number
    if number is None or at != citation.end:
        return None
    if year := find_of("tails", "year_behind")(low, at, limit):
        told = year["bare"] or year["inside"]
        # A number holds the year of another kind where both are not the same.
        iso = told if not number.year or number.year == told else None
        before = (low, max(0, citation.start - _TASK), citation.start)
        if year["bare"] and not year["issued"] and find_of("tails", "task_before")(*before):
            return None  # "thực hiện Nghị quyết số 3/NQ-CP năm 2020" is the work of that year
        return FoundDate(year.start(), year.end(), iso) if iso else None
    opens = find_of("tails", "day_opens")(low, at, limit)
    day = date_at(low, opens.end(), bare=True) if opens else None
    if opens is None or day is None or day.end > limit:
        return None
    if not opens["bracket"]:
        return day
    closes = low.find(")", day.end, day.end + 2)
    return None if closes < 0 else day._replace(end=closes + 1)


def _letters(text: SourceText, citation: Citation, at: int, limit: int) -> re.Match[str] | None:
    """The letters in brackets that stand for a work's name: "Chương trình A (OCOP)"."""
    letters = find_of("tails", "letters")(text.low, at, limit) if citation.titled else None
    return letters if letters and text.value[slice(*letters.span(1))].isupper() else None


def _alias(citation: Citation, low: str, at: int, limit: int) -> re.Match[str] | None:
    """The bracket that gives a short name; one of another type is that of the act around a law."""
    names = (find_of("tails", name)(low, at, limit) for name in ("alias", "figure_alias"))
    alias = next((match for match in names if match), None)
    if alias is None or citation.rule not in _LAWS:
        return alias
    told = find_of("tails", "type_of_alias")(alias["alias"])
    return None if told and canonical_type(told[0]) != citation.type else alias


def _issuer(text: SourceText, citation: Citation, at: int, limit: int, home: Home) -> Agency | None:
    of = find_of("tails", "of")(text.low, at, limit)
    begin = of.end() if of else at
    if of is None and not (begin < limit and text.value[begin].isupper()):
        return None
    if of is None and _begins_main_clause(text.low, begin):
        return None
    agency = agency_at(text, begin, home)
    codes = citation.number.issuer_codes if citation.number else ()
    if of is None and agency and codes and agency.level is not Level.CENTRAL:
        # "Chỉ thị 9-TTg, Chủ tịch UBND tỉnh …": the symbol is another body's.
        agency = None if issuer_of_code(codes[0]) else agency
    if agency is None and of is not None and citation.number is not None:
        agency = body_of_unit(text, begin, citation.number.issuer_codes, home)
    return agency if agency is not None and agency.end <= limit + 1 else None


def _begins_main_clause(low: str, at: int) -> bool:
    """Whether a body is who acts: "Thực hiện Nghị quyết X, Ban Thường vụ Tỉnh ủy đề ra …"."""
    before = low[max(0, at - 8) : at].rstrip()
    if not before.endswith(","):
        return False
    comma = max(0, at - 8) + len(before) - 1
    acting = find_of("titles", "issuer_acts")(low, comma, comma + _CLAUSE)
    return acting is not None and acting.start() == comma


def with_subject(
    text: SourceText, citation: Citation, at: int, limit: int, clause: int
) -> Citation:
    """Return the citation with the subject that begins at `at`, as it is where none does.

    The subject ends with its clause, at most at `clause`, or before the citation at `limit`.
    """
    cue = find_of("tails", "subject")(text.low, at, clause)
    if cue is None or citation.title is not None:
        return citation
    start, end = cue.start("cue"), subject_end(text, cue.end(), clause)
    if text.value[start - 1] in _OPENING and text.value[end - 1] in _CLOSING:
        end -= 1
    if end <= cue.end():
        return citation
    if end > limit:
        end = _before_another(text.low, start, limit) or end
    citation = citation._replace(title=(start, end))
    behind = _GAP.match(text.low, end, clause)
    led = behind and find_of("tails", "same_day")(text.low, behind.end(), clause)
    if led and citation.date is None and (day := date_at(text.low, led.end())):
        return citation._replace(date=day.iso, end=day.end)
    return citation


def _before_another(low: str, start: int, limit: int) -> int | None:
    """Where a subject ends that the next citation, at `limit`, stands beside and not in.

    "… về phát triển du lịch và Kế hoạch số 7": nothing in the subject speaks of other documents.
    """
    gap = find_of("tails", "another_beside")(low, max(start, limit - _NEXT_NAME), limit)
    if gap is None:
        return None
    # What appraises a proposal stands beside it, whatever that asks for.
    others = find_of("tails", "subject_of_others")(low, start, gap.start())
    return None if others and not gap["appraisal"] else gap.start()
