"""Side by side: what two names of a sentence, and the words between them, say of their places.

Whether a list goes on from one to the other, and whether one may act on the other at all.
"""

from __future__ import annotations

import re

from loaders.citations.citation import Citation
from loaders.citations.congresses import level_of
from loaders.grammar.patterns import find_of
from loaders.names.doc_types import is_law
from loaders.records import Level
from loaders.text.source_text import SourceText

_LINE_GOES_ON = re.compile(r"[^\n]*?\)?[,;][ \t]*\w")
_BRACKET = re.compile(r"\([^()]*\)")
_RANK = (Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, Level.FACILITY)
"""The levels from the highest down: a paper carries out those of its own level and above."""


def laws_of_one_subject(text: SourceText, one: Citation, other: Citation) -> bool:
    """Return whether a law stands beside one of a subject: "… một số điều của Luật A và Luật B"."""
    gap = text.low[one.end : other.start]
    return is_law(one.type) and is_law(other.type) and ";" not in gap


def one_more_change(one: Citation, other: Citation) -> bool:
    """Return whether a comma parts two changes of one document, both told by type and number alone.

    "Luật A được sửa đổi bởi Luật số 4/2018/QH14, Luật số 5/2019/QH14 và …": a basis of its own
    has a name or a subject.
    """
    bare = all(c.number is not None and c.title is None and c.issuer is None for c in (one, other))
    return bare and one.type == other.type


def parted(text: SourceText, one: Citation, other: Citation, *, about: bool) -> bool:
    """Return whether a sign parts `other` from what an act carries: "phê duyệt Chiến lược A; B".

    An act carries one work, or two that "và" joins; one that is `about` them also two that a comma
    parts: "về Quy hoạch A, Kế hoạch B".
    """
    gap = _BRACKET.sub("", text.low[one.end : other.start])
    return ";" in gap or (gap.strip(' )"”') == "," and not about)


def other_row(one: Citation, other: Citation, gap: str) -> bool:
    """Return whether a comma leads back from a work of a title to the list around its act.

    "Công văn A về thực hiện Chương trình X, Luật Y, Nghị định số 6": what has a number, or is a
    law, stands beside the letter. A letter that carries out acts may go on with more of them.
    """
    titled = one.number is None and one.titled and not is_law(one.type)
    return titled and gap.strip(' "”') == "," and (other.number is not None or is_law(other.type))


def heads_annex(text: SourceText, start: int, one: Citation, other: Citation) -> bool:
    """Return whether an annex says below its title which act issued it: not what it carries out.

    "Thực hiện Chương trình A / (Ban hành kèm theo Quyết định số 5 …)"; the sentence begins at
    `start`. The note has a line of its own: "Thực hiện Chương trình A (ban hành kèm theo Quyết
    định số 5), Ủy ban nhân dân tỉnh …" is a sentence.
    """
    if "\n" not in text.value[one.end : other.start]:
        return False
    if _LINE_GOES_ON.match(text.value, other.end):
        return False
    note = find_of("header", "annex_note")(text.low, one.end, other.start)
    carries = find_of("works", "implementing")(text.low, start, one.start)
    return note is not None and carries is not None and carries.end() == one.start


def may_govern(text: SourceText, one: Citation, other: Citation) -> bool:
    """Return whether one may act on the other: nothing carries out a later or a lower paper."""
    if one.date and other.date and len(one.date) == len(other.date) and one.date < other.date:
        return False
    level, upper = level_of(text, one), level_of(text, other)
    return level is None or upper is None or _RANK.index(level) >= _RANK.index(upper)


def opens_basis(words: str) -> bool:
    """Return whether a later name of a căn cứ line is one more basis: behind ";", "và", a comma."""
    _, semicolon, tail = words.rpartition(";")
    return bool(semicolon) or find_of("relations", "next_basis")(tail) is not None
