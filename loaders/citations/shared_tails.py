"""Shared tails: the date and the issuer that close a list of numbers, and whose they are."""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.citations.matching import kin
from loaders.grammar.patterns import find_of
from loaders.names.numbers import DocumentNumber
from loaders.terms import may_fall_in
from loaders.text.source_text import SourceText

SHARED_TAIL = "shared_tail"


def with_shared_days(text: SourceText, found: list[Citation]) -> list[Citation]:
    """Give the date of "A về …, B về …, cùng ngày 4/4/2021" to each member of the list."""
    day: str | None = None
    for i in range(len(found) - 1, 0, -1):
        here, after = found[i - 1], found[i]
        if find_of("numbered", "on_same_day")(text.low, after.start, after.reach):
            day = after.date
        listed = find_of("numbered", "list_gap")(text.low, here.reach, after.start)
        if here.date is None and day and listed:
            found[i - 1] = here._replace(date=day)
        else:
            day = None
    return found


def with_shared_tails(text: SourceText, found: list[Citation]) -> list[Citation]:
    """Give the date and issuer that close a list to those before: "18-NQ/TW, 19-NQ/TW ngày …"."""
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if here.number is None or after.number is None or here.rule == "shared_symbol":
            continue
        told = here.issuer in (None, after.issuer)  # the body named before both is that of both
        bare = here.date is None and told and here.title is None
        if here.term and (after.term or not after.date or not may_fall_in(after.date, here.term)):
            bare = bare and here.term == after.term
        same = here.number.issuer_codes == after.number.issuer_codes
        if not _may_share_day(here.number, after) or _other_kinds(text, here, after):
            continue
        if bare and same and find_of("numbered", "list_gap")(text.low, here.end, after.start):
            found[i] = here._replace(
                date=after.date, issuer=after.issuer, term=after.term, rule=SHARED_TAIL
            )
    return found


def _other_kinds(text: SourceText, here: Citation, after: Citation) -> bool:
    """Whether a list goes from one kind to another that is dated: "Quyết định số 5/QĐ-UBND và Kế
    hoạch số 7/KH-UBND ngày …", acts of two kinds, are seldom of one day, nor need be of one body.
    Not those of the body named before both, nor of "cùng ngày".
    """
    if here.issuer is not None or find_of("numbered", "on_same_day")(
        text.low, after.start, after.reach
    ):
        return False
    printed = here.type_printed and after.type_printed
    return printed and after.date is not None and kin(here.type) != kin(after.type)


def _may_share_day(number: DocumentNumber, after: Citation) -> bool:
    """Whether the day of a list's next number can be this one's: not of one number named twice, nor
    of a number that holds another year.
    """
    if after.number is not None and number.canonical == after.number.canonical:
        return False
    return not (number.year and after.date and number.year != after.date[:4])


def with_own_days(found: list[Citation]) -> list[Citation]:
    """Take a list's shared date back from those that the text dates otherwise elsewhere.

    "A ngày 3/6/2020 …" above, then "A, B và C ngày 31/3/2022": the date is that of C alone.
    """
    own: dict[str, set[str]] = {}
    for citation in found:
        if citation.number is not None and citation.date and citation.rule != SHARED_TAIL:
            own.setdefault(citation.number.canonical, set()).add(citation.date)
    return [
        citation._replace(date=None, issuer=None, term=None)
        if citation.rule == SHARED_TAIL
        and citation.number is not None
        and own.get(citation.number.canonical)
        and citation.date not in own[citation.number.canonical]
        else citation
        for citation in found
    ]
