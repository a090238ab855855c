"""Comparing a citation with a document: how well they agree, and why, in words for people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from graph.identity.keys import block_of_number
from graph.identity.places import goes_by_number
from graph.identity.titles import (
    ALIKE,
    CONFLICT,
    bare_subject,
    likeness,
    same_work,
    short_subject,
    speaks_of,
)
from graph.model import Claim, Document
from loaders.folding import fold
from loaders.records import Level
from loaders.terms import may_fall_in, months_of
from queries.dates import is_later, show_date

_AMENDING = re.compile(r"\bsua doi(?: bo sung)? (?:mot so|cac|dieu|noi dung)\b")


class DateAgreement(IntEnum):
    """How two dates stand to each other, best first.

    `PARTIAL`: one says less (2017 and 2017-10-25). `SLIP`: day, month or a neighbouring year
    differs and the rest agrees, as in a slip of the pen.
    """

    EQUAL = 0
    PARTIAL = 1
    UNKNOWN = 2
    SLIP = 3
    CONFLICT = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """The score of a document for a citation, 0 to 1, with its reasons, the weightiest first.

    What speaks against a document, `against`, comes before what speaks for it.
    `fits` says that nothing that both name is different; a slip in the date is different. `alike`
    says that their titles speak of one subject.
    """

    score: float
    reasons: tuple[str, ...]
    fits: bool
    alike: bool
    against: tuple[str, ...] = ()

    @property
    def in_favour(self) -> tuple[str, ...]:
        """What speaks for the document."""
        return tuple(reason for reason in self.reasons if reason not in self.against)


class _Point(NamedTuple):
    """One thing compared: what it adds to the score, what is said of it, whether it conflicts."""

    weight: float
    reason: str | None = None
    conflict: bool = False


_NOTHING = _Point(0.0)


def compare(claim: Claim, document: Document) -> Comparison:
    """Return how well `document` agrees with what the citation says of it."""
    date = agreement(claim.issue_date, document.issue_date)
    points = [
        _number(claim, document),
        _date(date, claim, document),
        _time(claim, document),
        _term(claim.term, document),
        _title(claim, document.title),
        _issuer(claim, document),
        _place(claim.province, document.province, "tỉnh"),
        _place(claim.district, document.district, "huyện"),
        _type(claim, document),
    ]
    score = 0.0
    against: list[str] = []
    said: list[str] = []
    fits = True
    for weight, reason, conflict in points:
        score += weight
        fits = fits and not conflict
        if reason is not None:
            (against if conflict else said).append(reason)
    return Comparison(
        score=round(min(max(score if fits else score / 3, 0.0), 1.0), 2),
        reasons=(*against, *said),
        fits=fits,
        alike=(likeness(claim.title, document.title) or 0.0) >= ALIKE
        and not _is_other_work(claim, document.title),
        against=tuple(against),
    )


def agreement(a: str | None, b: str | None) -> DateAgreement:
    """Return how two ISO dates, possibly partial, stand to each other."""
    if a is None or b is None:
        return DateAgreement.UNKNOWN
    if a == b:
        return DateAgreement.EQUAL
    if a.startswith(b) or b.startswith(a):
        return DateAgreement.PARTIAL
    first, second = a.split("-"), b.split("-")
    if len(first) == len(second) == 3:
        different = [place for place in range(3) if first[place] != second[place]]
        if len(different) == 1 and (different[0] > 0 or abs(int(first[0]) - int(second[0])) == 1):
            return DateAgreement.SLIP
    return DateAgreement.CONFLICT


def _number(claim: Claim, document: Document) -> _Point:
    if claim.number is None or document.number is None:
        return _NOTHING
    if block_of_number(claim.number) != block_of_number(document.number):
        # Two that a person said are one, under the number of the other.
        reason = f"mang số {document.number}, viện dẫn ghi {claim.number}"
        return _Point(0.0, reason, conflict=True)
    return _Point(0.5, f"cùng số {document.number}")


def _date(date: DateAgreement, claim: Claim, document: Document) -> _Point:
    said, day = show_date(claim.issue_date), show_date(document.issue_date)
    if date is DateAgreement.UNKNOWN:
        return _Point(0.0, _one_date(said, day))
    if date is DateAgreement.EQUAL:
        return _Point(0.35, f"trùng ngày {day}")
    if date is DateAgreement.PARTIAL:
        return _Point(0.25, f"viện dẫn ghi {said}, không trái với ngày {day}")
    if date is DateAgreement.SLIP:
        return _Point(0.1, f"ngày gần giống ({day}, viện dẫn ghi {said}), có thể viết nhầm", True)
    return _Point(0.0, f"khác ngày ({day})", True)


def _one_date(said: str, day: str) -> str:
    """Return what there is to say of dates where one side has none."""
    if said:
        return f"chưa rõ ngày ban hành của văn bản này (viện dẫn ghi {said})"
    return f"ban hành {day}" if day else "chưa rõ ngày ban hành"


def _time(claim: Claim, document: Document) -> _Point:
    if is_later(document.issue_date, claim.not_after):
        day = show_date(claim.not_after)
        return _Point(-1.0, f"ban hành sau văn bản có viện dẫn ({day})", True)
    return _NOTHING


def _term(term: str | None, document: Document) -> _Point:
    """Compare the term of a Party committee (khóa) with the date; provinces count their own."""
    date = document.issue_date
    if term is None or date is None or document.level is not Level.CENTRAL:
        return _NOTHING
    if may_fall_in(date, term):
        return _Point(0.15, f"ban hành trong khóa {term}")
    return _Point(0.0, f"không ban hành trong khóa {term}{_span_of(term)}", True)


def _span_of(term: str) -> str:
    """Return from when to when a term of the Central Committee was, in brackets."""
    months = months_of(term)
    if months is None:
        return ""
    since, until = (show_date(month) for month in months)
    return f" ({since} đến {until})" if until else f" (từ {since})"


def _is_other_work(claim: Claim, title: str | None) -> bool:
    """Whether a work that goes by its title goes by another one: a law, and what amends it."""
    if claim.title is None or title is None or goes_by_number(claim):
        return False
    amending = [_AMENDING.search(fold(one)) is not None for one in (claim.title, title)]
    return amending[0] != amending[1] or not same_work(*sorted((claim.title, title)))


def _title(claim: Claim, title: str | None) -> _Point:
    if _is_other_work(claim, title):
        return _Point(0.0, "tên khác", True)
    alike = likeness(claim.title, title)
    if alike is None:
        subject = short_subject(claim.title) if claim.title else None
        told = subject is not None and title is not None and speaks_of(subject, (title,))
        return (
            _Point(0.1, f"trích yếu có “{bare_subject(claim.title or '')}”") if told else _NOTHING
        )
    if alike >= ALIKE:
        return _Point(0.35 * alike, "trích yếu giống nhau")
    if alike >= CONFLICT:
        return _Point(0.1 * alike, "trích yếu gần giống")
    return _Point(0.0, "trích yếu khác", True)


def _issuer(claim: Claim, document: Document) -> _Point:
    if claim.level is not None and document.level is not None and claim.level != document.level:
        return _Point(0.0, "khác cấp ban hành", True)
    if claim.issuer and document.issuer and fold(claim.issuer) == fold(document.issuer):
        return _Point(0.05, f"cùng cơ quan ban hành: {document.issuer}")
    return _NOTHING


def _place(said: str | None, place: str | None, kind: str) -> _Point:
    if said is None or place is None:
        return _NOTHING
    if fold(said) == fold(place):
        return _Point(0.1, f"cùng {kind}: {place}")
    return _Point(0.0, f"khác {kind}: {place}", True)


def _type(claim: Claim, document: Document) -> _Point:
    if claim.type is None or document.type is None:
        return _NOTHING
    if fold(claim.type) == fold(document.type):
        return _Point(0.05)
    return _Point(0.0, f"khác loại: {document.type}", True)
