"""Amending: what an act amends, replaces or repeals of another, and from when.

"Bãi bỏ khoản 2 Điều 3 Quyết định số 9 … kể từ ngày 01/7/2024": the scope as printed, the day in
ISO form. A change that tells no day counts from when its own act is in force, where that is told.
"""

from __future__ import annotations

from typing import NamedTuple

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.layout.regions import Region
from loaders.names.dates import date_at
from loaders.records import CARRYING, RelationType
from loaders.relations.governors import Link, Sentence
from loaders.text.source_text import SourceText

_LONGEST_SCOPE = 300
_RULE = "loses_force"
_CONFIDENCE = 0.9
_ACTING = (Region.ARTICLE, Region.CLOSING, Region.ENACTING)


class Change(NamedTuple):
    """How far and from when: `scope` as printed, None for the whole; `effective` an ISO date."""

    scope: str | None = None
    effective: str | None = None


def losing_force(sentence: Sentence) -> list[Link]:
    """Return the links of "Quyết định số 9 và Quyết định số 10 hết hiệu lực" in an act's articles.

    The paper itself ends them; those that stand in one list before the words end together.
    """
    low = sentence.text.low
    acts = sentence.region in _ACTING
    # Elsewhere only what the paper itself ends: "hết hiệu lực kể từ ngày Quyết định này …".
    if not acts and not find_of("amending", "by_this")(low, sentence.start, sentence.end):
        return []
    found: list[int] = []
    for n in range(len(sentence.members) - 1, -1, -1):
        i = sentence.members[n]
        reach = sentence.citations[i].reach
        if find_of("amending", "loses_force")(low, reach, sentence.end):
            found.append(i)
        elif found and found[-1] == sentence.members[n + 1]:
            behind = sentence.citations[found[-1]].start
            if find_of("amending", "listed")(low, reach, behind):
                found.append(i)
    carriers = {link.target: link.source for link in sentence.links if link.type in CARRYING}
    # "Quyết định số 9 phê duyệt Đề án A hết hiệu lực": the act ends, and its work with it.
    lost = (carriers.get(i, _carrier(sentence, i)) for i in reversed(found))
    ended = [i for i in dict.fromkeys(lost) if i is not None and i not in sentence.own]
    return [
        Link(None, RelationType.REPLACES, i, sentence.start, sentence.end, _RULE, _CONFIDENCE)
        for i in ended
    ]


def _carrier(sentence: Sentence, i: int) -> int:
    """The act that the sentence names before work `i` with words of carrying, else `i` itself."""
    work = sentence.citations[i]
    acts = [j for j in sentence.members if j < i and sentence.citations[j].number is not None]
    if not work.titled or work.number is not None or not acts:
        return i
    begin = sentence.citations[acts[-1]].end
    said = find_of("works", "carried")(sentence.text.low, begin, work.start)
    return acts[-1] if said else i


def change_of(
    text: SourceText, citations: list[Citation], link: Link, in_force: str | None
) -> Change:
    """Return what the sentence of a link says of its scope and day.

    `in_force` is the day from which the paper itself is: that of its own changes that tell none.
    """
    target = citations[link.target]
    source = None if link.source is None else citations[link.source]
    left, right = link.start, target.start
    if source is not None and source.start > target.start:
        left, right = target.end, citations[link.target + 1].start
    else:
        ends = (c.end for c in citations[max(0, link.target - 1) : link.target])
        left = max([left, *(end for end in ends if end <= right)])
    left = max(left, right - _LONGEST_SCOPE)
    name = "part_before" if link.rule == _RULE else "scope"
    scope = find_of("amending", name)(text.low, left, right)
    printed = " ".join(text.value[slice(*scope.span("scope"))].split()) if scope else None
    told = _day(text, target.end, link.end)
    return Change(printed, told or (in_force if source is None else None))


def day_in_force(text: SourceText, issued: str | None) -> str | None:
    """Return from when a paper says that it is in force; `issued` where that is its own day."""
    said = find_of("amending", "in_force")(text.low, 0, len(text.low))
    return said and _day(text, said.end(), said.end() + 60, issued)


def _day(text: SourceText, start: int, end: int, issued: str | None = None) -> str | None:
    since = find_of("amending", "from_day")(text.low, start, end)
    if since is None:
        return None
    if since["signing"]:
        return issued
    day = date_at(text.low, since.end(), bare=True)
    return day.iso if day else None
