"""Issued works: the plan or programme that a loaded document's own title issues.

"Quyết định ban hành Kế hoạch thực hiện Chiến lược X giai đoạn 2021-2030" issues a work that papers
name by its title alone. The act's own text names no other document for it, so the header makes a
claim of the work: it stands for no node until a paper names the work, and then ties the act to it.
So does a plan that bears a number itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from graph.identity.issuers import is_law
from graph.identity.keys import block_of_number, block_of_title, is_plain_title
from graph.identity.near_home import may_lie_near
from graph.identity.places import place_of_claim
from graph.identity.title_places import without_issuer
from graph.identity.wording import Called, plenum_in, title_words
from graph.model import Claim
from loaders.folding import fold
from loaders.records import CARRYING, SELF, DocumentRecord, Header, Level, RelationType
from loaders.tables import load_toml

WORK = ".work"
"""What ends the name, among the claims of a file, of what a document named there issues."""

ISSUED = f"{SELF}{WORK}"
"""The name of the work that the file's own header issues."""

_DAY = len("2018-08-21")
_LEVELS = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT)
# A year of its own or of a period, not that of a date or of a number that the title names.
_YEAR = re.compile(
    r"(?<![\d/])(?<!\D\d-)(?<!\D\d\d-)(?<!tháng \d năm )(?<!tháng \d\d năm )"
    r"(?:19|20)\d\d(?![\d/]|-[A-ZĐ])"
)
_ONE_YEAR = re.compile(r"(?<!den )\bnam (?:19|20)\d\d\b")
_NUMBER = re.compile(
    r"\d+[a-zđ]?(?:/\d{4})?[-/][A-ZĐ][\w&]*(?:[-/][A-ZĐ][\w&]*)+|\d+-[A-ZĐ]\w+/\w+"
)
_GAPS = re.compile(r"\s*([-/])\s*")
_SOURCE = re.compile(
    r" (?:ban hanh )?(?:kem )?theo (?:quyet dinh|nghi quyet|cong van) (?:so )?\d.*?"
    r"(?= giai doan| tren dia ban| cua tinh| den nam|$)"
)
_UNIT = (
    r"\b(?:cua |tren dia ban |tai |cho |do |o )?(?:toan )?"
    r"(?:(?:chu tich )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan) )?"
    r"(?:tinh|thanh pho|huyen|quan|thi xa)\b"
)
_COMMITTEE = re.compile(
    r"\b(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|(?:tinh|thanh|huyen|quan|thi) uy)\b"
)
_NATIONAL = re.compile(r"\b(?:quoc gia|viet nam|toan quoc|ca nuoc)\b")
_PROPER = frozenset({"chien luoc", "quy hoach", "chuong trinh muc tieu quoc gia"})
# Words that one paper has in a title and another leaves out.
_JOINING = frozenset(
    fold(
        "về việc và triển khai thực hiện của trên địa bàn các những giai đoạn năm đến thời kỳ"
        " tầm nhìn định hướng số ngày tháng cho tại ở toàn"
    ).split()
)
_WORDS_OF_SUBJECT = 4
"""So many of the first words of a subject tell it, whatever they are."""
_DEEDS = _JOINING | frozenset(
    fold(
        "một số vấn đề công tác tiếp tục tăng cường đẩy mạnh nâng cao đổi mới xây dựng hoàn thiện"
        " phát triển hiệu quả trong tình hình mới để"
    ).split()
)
"""What may be said of any subject."""
_WITHOUT_PERIOD = 3
"""So many years behind the act a paper may name its work, where neither tells a period."""


def issued_claim(record: DocumentRecord, own: Claim) -> Claim | None:
    """Return what the header says of the work that it issues, None where it issues none.

    `own` is what it says of the document itself: numbered, of a known day and issuer.
    """
    header = record.document
    dated = len(own.issue_date or "") == _DAY
    if own.number is None or not dated or own.issuer is None or own.level not in _LEVELS:
        return None
    told = _work_in(header) if "title" in header.spans else None
    if told is None or (own.level is not Level.CENTRAL and own.province is None):
        return None
    if any(one.source == SELF and one.type in CARRYING for one in record.relations):
        return None  # its text names the work itself
    kind, title = told
    return replace(
        own,
        block=block_of_title(kind, title),
        own=False,
        type=kind,
        symbol=None,
        title=title,
        term=None,
        not_after=own.issue_date,
    )


def issuing(header: Header) -> RelationType:
    """Return by what relation the document of the header issues its work."""
    approved = fold(header.title or "").startswith(("phe duyet", "ve viec phe duyet", "v/v phe"))
    return RelationType.APPROVES if approved else RelationType.PROMULGATES


def _work_in(header: Header) -> tuple[str, str] | None:
    """Return type and title of the work that a header issues, its type at the beginning."""
    title = " ".join((header.title or "").split())
    acts, works, pattern = _tables()
    if not title:
        return None
    if header.type in works:
        begins = fold(title).startswith(fold(header.type or ""))
        return (
            header.type or "",
            title if begins else f"{header.type} {title[0].lower()}{title[1:]}",
        )
    if plenum_in(title_words(title)) is not None:
        begins = fold(title).startswith(fold(header.type or ""))
        return header.type or "", title if begins else f"{header.type} {title}"
    found = pattern.fullmatch(title.lower()) if header.type in acts else None
    if found is None:
        return None
    title = title[found.start("work") :]
    title = title[0].upper() + title[1:]
    kind = next(name for name in works if fold(title).startswith(fold(name)))
    return kind, title


@cache
def _tables() -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    table = load_toml("graph", "issued_works")
    works = sorted(table["types"]["works"], key=len, reverse=True)
    return frozenset(table["types"]["acts"]), tuple(works), re.compile(table["title"]["words"])


def is_issued_as(claim: Claim, issued: Claim) -> bool:
    """Whether a work that a paper names by its title is surely the one that a document issued.

    Subject, period and place have to agree, not only not to contradict; a paper that names no
    issuer means the committee's work of the place, and a work of the centre is named by a proper
    name or by its issuer.
    """
    if is_law(issued.type):
        return claim.number is not None and block_of_number(claim.number) == issued.block
    if claim.title is None or issued.title is None:
        return False
    called, known = (plenum_in(title_words(title)) for title in (claim.title, issued.title))
    if called is not None or known is not None:
        return called is not None and known is not None and _of_one_plenum(called, known)
    return (
        _placed_alike(claim, issued)
        and _subjects_agree(claim, issued)
        and _periods_agree(claim, issued)
    )


def subject_words(title: str, claim: Claim | None = None) -> frozenset[str]:
    """Return the words of a subject that all titles of its work have, none where a plenum names it.

    Those of the place of `claim` are left out: a title that means its work may have them or not.
    """
    if plenum_in(title_words(title)) is not None:
        return frozenset()
    return _said(title, _places_of(claim) if claim is not None else ())[0]


def _places_of(*claims: Claim) -> tuple[str, ...]:
    return tuple(fold(p) for one in claims for p in (one.province, one.district) if p)


def _of_one_plenum(called: Called, known: Called) -> bool:
    """Whether a resolution called by plenum and subject is the one whose whole subject is known."""
    (plenum, said), (other, subject) = called, known
    if plenum != other or not said:
        return False
    if len(said) >= _WORDS_OF_SUBJECT and subject[: len(said)] == said:
        return True
    words, more = (frozenset(s) - _DEEDS for s in (said, subject))
    return len(words) > 1 and words <= more


def _placed_alike(claim: Claim, issued: Claim) -> bool:
    if issued.level is Level.CENTRAL:
        if claim.issuer is not None:
            return _shares_words(claim.issuer, issued.issuer or "")
        if is_plain_title(claim.type, claim.title or ""):
            return False
        title = fold(claim.title or "")
        return fold(claim.type or "") in _PROPER or _NATIONAL.search(title) is not None
    if claim.province is None and claim.home is not None:
        return _is_plan_near(claim, issued)
    if claim.province is None or fold(claim.province) != fold(issued.province or ""):
        return False
    if claim.issuer is not None:
        return claim.level in (None, issued.level)
    if not _COMMITTEE.search(fold(issued.issuer or "")):
        return False
    below = claim.district is not None or claim.level is Level.DISTRICT
    return (issued.level is Level.DISTRICT) is below


def _is_plan_near(claim: Claim, issued: Claim) -> bool:
    """Whether a plan that a paper names without whose it is may be one of its own committees.

    Of plans alone: a programme or scheme of that title may be the state's. The centre's plans are
    named as national.
    """
    if fold(claim.type or "") != "ke hoach" or is_plain_title(claim.type, claim.title or ""):
        return False
    if _NATIONAL.search(fold(claim.title or "")) or not _COMMITTEE.search(
        fold(issued.issuer or "")
    ):
        return False
    return may_lie_near(claim, place_of_claim(issued)) and claim.level is None


def _shares_words(a: str, b: str) -> bool:
    first, second = set(fold(a).split()), set(fold(b).split())
    return first <= second or second <= first or {fold(a), fold(b)} <= _GOVERNMENT


_GOVERNMENT = frozenset({"chinh phu", "thu tuong chinh phu"})


def _subjects_agree(claim: Claim, issued: Claim) -> bool:
    places = _places_of(claim, issued)
    said, other = _said(claim.title or "", places), _said(issued.title or "", places)
    if said[1] != other[1] and said[1] and other[1]:
        return False
    if said[1] and other[1]:  # what a number names needs no more words, but takes no others
        rest, more = said[2], other[2]
        return said[0] == other[0] and (rest <= more or more <= rest)
    return said == other


@lru_cache(maxsize=16384)
def _said(title: str, places: tuple[str, ...]) -> tuple[frozenset[str], str | None, frozenset[str]]:
    """Return the telling words before the number that a title names, its block, and those behind.

    Without a number all words stand before it.
    """
    title = _GAPS.sub(r"\1", title)
    named = _NUMBER.search(title)
    number = None if named is None else block_of_number(named[0])
    head, tail = (title, "") if named is None else (title[: named.start()], title[named.end() :])
    return _telling(head, places), number, _telling(tail, places)


def _telling(text: str, places: tuple[str, ...]) -> frozenset[str]:
    said = " ".join(title_words(without_issuer(text)))
    said = _SOURCE.sub("", f" {said}")
    names = "|".join(re.escape(" ".join(title_words(p))) for p in places) or r"(?!)"
    said = re.sub(rf"{_UNIT}(?: (?:{names})\b)?|\b(?:{names})\b", " ", said)
    return frozenset(w for w in said.split() if w not in _JOINING and not w.isdigit())


def _periods_agree(claim: Claim, issued: Claim) -> bool:
    """Whether both tell one period; one that is not told has to hold the day of the other paper."""
    said, other = _years(claim.title or ""), _years(issued.title or "")
    if said and other:
        return said == other or _is_short_for(
            *sorted((claim.title or "", issued.title or ""), key=_length)
        )
    issued_in = int((issued.issue_date or "")[:4])
    if said:
        return min(said) - 1 <= issued_in <= max(said)
    if claim.not_after is None:
        return False
    named_in = int(claim.not_after[:4])
    if other:
        return named_in <= max(other) and (len(other) > 1 or named_in == other[0])
    return named_in - issued_in <= _WITHOUT_PERIOD


def _length(title: str) -> int:
    return len(_years(title))


def _is_short_for(title: str, longer: str) -> bool:
    """Whether the years of a title tell the period of one with more years.

    "giai đoạn 2021-2025" goes on "định hướng đến năm 2030", "đến năm 2030" ends a period; "năm
    2022" is a year's own work.
    """
    said, other = _years(title), _years(longer)
    if len(said) == 1:
        return said[0] in other and _ONE_YEAR.search(fold(title)) is None
    return other[: len(said)] == said


@lru_cache(maxsize=16384)
def _years(title: str) -> tuple[int, ...]:
    return tuple(int(year) for year in dict.fromkeys(_YEAR.findall(title)))
