"""Duplicates: two documents of the graph that are probably one, and what speaks for it.

The rules keep apart what they cannot prove to be one; here is what a person should look at: a
number that may be misread, a date that may be a slip of the pen, a stub that lacks its date, a
programme that one paper names by its title and another by its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from graph.identity.keys import beginning_of, block_of_number
from graph.model import Claim, Document
from loaders.folding import fold
from queries.comparing import Comparison, DateAgreement, agreement, compare

MOST_ALIKE = 200
"""Of so many documents of one number or title, the first by key, each is compared with each."""

_DAY = len("2017-10-25")
_ON_ONE_DAY = "day"
_LOOKS = str.maketrans({"o": "0", "l": "1", "i": "1", "-": None, ".": None})
Sign = tuple[str, ...]
Read = Callable[[list[str]], Iterable[Document]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents that are probably one; `comparison` says what agrees."""

    first: Document
    second: Document
    comparison: Comparison


def probable_pairs(pages: Iterable[list[Document]], read: Read) -> list[Pair]:
    """Return the pairs that are probably one document, by keys.

    `pages` gives all documents by key, to see which share a number or a title; `read` gives those
    again by their keys, so that a large graph is never held as a whole.

    The signs are made anew and not stored: there are up to three of a document, which an index
    would hold for all for ever, and every change of how titles are read would have to rewrite
    them; who reviews asks seldom, and no other answer waits for it.
    """
    alike: dict[Sign, list[Document]] = defaultdict(list)
    shared = _shared(pages)
    keys = {key for group in shared.values() for key in group}
    for document in sorted(read(sorted(keys)), key=lambda one: one.key):
        for sign in _signs(document):
            if hash(sign) in shared and len(alike[sign]) < MOST_ALIKE:
                alike[sign].append(document)
    found: dict[tuple[str, str], Pair] = {}
    for sign, group in alike.items():
        for first, second in _of_one_day(group):
            if sign[0] == _ON_ONE_DAY and (first.number is None) == (second.number is None):
                continue  # many numbers of one body are of one day
            pair = _pair(first, second)
            if pair is not None:
                found[first.key, second.key] = pair
    return [found[keys] for keys in sorted(found)]


def _shared(pages: Iterable[list[Document]]) -> dict[int, list[str]]:
    """Return the keys of the documents that share a sign, by its hash, the first `MOST_ALIKE`.

    Many numbers of one body are of one day, so that a day tells something only where one of its
    documents has a number and one has none.
    """
    first: dict[int, str] = {}
    shared: dict[int, list[str]] = {}
    numbered: dict[int, set[bool]] = {}
    for document in (document for page in pages for document in page):
        for sign in _signs(document):
            mark = hash(sign)
            if mark not in first:
                first[mark] = document.key
            else:
                group = shared.setdefault(mark, [first[mark]])
                if len(group) < MOST_ALIKE:
                    group.append(document.key)
            if sign[0] == _ON_ONE_DAY:
                numbered.setdefault(mark, set()).add(document.number is not None)
    both = {True, False}
    return {mark: keys for mark, keys in shared.items() if numbered.get(mark, both) == both}


def _of_one_day(group: list[Document]) -> Iterator[tuple[Document, Document]]:
    """Yield the pairs whose days may agree, each in the order of the group.

    Two full days that differ in more than one part are two days; of a group that shares a number
    through the years hardly a pair is left to compare.
    """
    parts: dict[tuple[int, str], list[int]] = defaultdict(list)
    undated: list[int] = []
    for at, document in enumerate(group):
        day = document.issue_date or ""
        if len(day) < _DAY:
            undated.append(at)
        else:
            for left_out, said in enumerate((day[4:], day[:4] + day[7:], day[:7])):
                parts[left_out, said].append(at)
    near = {pair for places in parts.values() for pair in combinations(places, 2)}
    for one in undated:
        near.update((min(one, other), max(one, other)) for other in range(len(group)))
    for first, second in sorted(near):
        if first != second:
            yield group[first], group[second]


def _signs(document: Document) -> Iterable[Sign]:
    """Yield what two documents share that may be one: number as it looks, or the title's words.

    An act that is named by its day alone ("Quyết định ngày 5/6/2020 của … về …") shares type and
    day with the one that has a number, however each is called.
    """
    place = fold(document.province or "")
    if document.number is not None and (number := block_of_number(document.number)):
        yield ("number", number.translate(_LOOKS), place)
    if document.title is not None:
        yield ("title", beginning_of(document.title), place)
    if document.type is not None and len(document.issue_date or "") == _DAY:
        yield (_ON_ONE_DAY, document.issue_date or "", fold(document.type), place)


def _pair(first: Document, second: Document) -> Pair | None:
    date = agreement(first.issue_date, second.issue_date)
    one_number = _number(first) is not None and _number(first) == _number(second)
    both_numbered = _number(first) is not None and _number(second) is not None
    if date is DateAgreement.CONFLICT:
        return None
    misread = both_numbered and not one_number
    if misread and not (date is DateAgreement.EQUAL and _may_be_misread(first, second)):
        return None  # two numbers are two documents
    claim = _claim(first)
    if misread:
        claim = replace(claim, number=None)
    if not both_numbered:
        claim = replace(claim, type=None)  # a programme, and the decision that is known for it
    whole = compare(claim, second)
    beside = compare(replace(claim, issue_date=None, number=None), second)
    if not beside.fits:
        return None
    untold = first.title is None or second.title is None
    near = date is not DateAgreement.UNKNOWN
    if not (beside.alike or (near and one_number and untold)):
        return None
    if misread:
        reason = f"số có thể bị đọc sai ({second.number})"
        whole = replace(whole, reasons=(reason, *whole.reasons))
    return Pair(first, second, whole)


def _may_be_misread(first: Document, second: Document) -> bool:
    """Whether two numbers look alike, or are two of one body: 02/KH-UBND and 05/KH-UBND."""
    looks = [(_number(one) or "").translate(_LOOKS) for one in (first, second)]
    symbols = [(_number(one) or "").partition("-")[2] for one in (first, second)]
    return looks[0] == looks[1] or (symbols[0] == symbols[1] != "")


def _number(document: Document) -> str | None:
    return None if document.number is None else block_of_number(document.number)


def _claim(document: Document) -> Claim:
    """Return what a document says, as a citation would say it."""
    return Claim(
        block=_number(document) or "",
        own=False,
        type=document.type,
        number=document.number,
        symbol=None,
        title=document.title,
        issuer=document.issuer,
        issue_date=document.issue_date,
        other_dates=(),
        level=document.level,
        province=document.province,
        district=document.district,
        term=None,
        not_after=None,
    )
