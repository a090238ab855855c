"""Named again: rules that an act issues, where the text calls them by their title alone, works
that it calls by the number of their act, and a number that a bracket repeats.

"Quyết định số 6 … ban hành Quy định quản lý dạy thêm" names rules; so does "HƯỚNG DẪN / Thực hiện
Quy định quản lý dạy thêm" in the same paper, whose words alone would name none.
"""

from __future__ import annotations

import re
from collections import defaultdict

from loaders.citations.citation import Citation
from loaders.citations.neighbours import Neighbours
from loaders.grammar.patterns import find_of
from loaders.names.doc_types import types_named
from loaders.text.source_text import SourceText

_LEAST_WORDS = 5
"""A shorter name, such as "Quy chế làm việc", may be that of others too."""
_MOST = 12
"""So many different names are looked for in all of a text."""
_OPENS = re.compile(r"\(\s*\Z")
_CLOSES = re.compile(r"\s*\)")
_BRACKET = 60
"""So far before a short name the bracket opens that gives it."""
_BLANKS = re.compile(r"\s+")
_CARRIED = re.compile(r"(?:phê duyệt|ban hành|về(?: việc)?) (đề án|chương trình|dự án)(?!\w)")


def find_named_again(text: SourceText, found: list[Citation]) -> list[Citation]:
    """Return the other places at which the text names rules that `found` has from an act.

    The type word has a capital there, and no citation stands at the place or over it.
    """
    names: dict[str, Citation] = {}
    for citation in found:
        if not citation.titled or citation.title is None or citation.type not in types_named():
            continue
        words = " ".join(text.low[citation.start : citation.title[1]].split())
        if types_named()[citation.type].within and len(words.split()) >= _LEAST_WORDS:
            names.setdefault(words, citation)
    if not names:
        return []
    known = Neighbours(found)
    again: list[Citation] = []
    for words, first in list(names.items())[:_MOST]:
        name = re.compile(r"\s+".join(re.escape(word) for word in words.split()) + r"(?!\w)")
        for match in name.finditer(text.low):
            start, end = match.span()
            covered = any(c.end > start or c.reach > start for c in known.before(start))
            if covered or known.at(start) or not text.value[start].isupper():
                continue
            begin = start + (first.title[0] - first.start if first.title else 0)
            again.append(Citation(start, end, first.type, title=(begin, end), rule="titled"))
    return again


def named_in_bracket(
    text: SourceText, citations: list[Citation], before: list[int], i: int
) -> int | None:
    """Return which of `before` citation `i` repeats, alone in brackets, or None; the nearest first.

    "Kết luận số 5 … về việc thực hiện Chỉ thị số 3 … (Kết luận số 5); Luật X": what follows stands
    beside the conclusion.
    """
    one = citations[i]
    if one.number is None or not _OPENS.search(text.low, max(0, one.start - 3), one.start):
        return None
    if not _CLOSES.match(text.low, one.end):
        return None
    for j in reversed(before):
        other = citations[j]
        if other.number is not None and other.number.canonical == one.number.canonical:
            return j if other.type == one.type else None
    return None


def names_anew(text: SourceText, start: int, citation: Citation) -> bool:
    """Return whether a citation is a short name that a bracket gives to one before it: "(gọi tắt là
    Chiến lược)", "(Đề án 1215)"; its sentence begins at `start`.
    """
    at = citation.start
    words = text.low[max(start, at - _BRACKET) : at]
    if "(" not in words:
        return False
    figure = citation.title is not None and text.value[slice(*citation.title)].isdigit()
    if figure and _OPENS.search(words) and _CLOSES.match(text.low, citation.end):
        return True
    opens = find_of("relations", "short_name_opens")(_BLANKS.sub(" ", words))
    return opens is not None


def named_by_number(text: SourceText, citations: list[Citation]) -> list[tuple[int, int]]:
    """Return the acts and the works behind them that have the act's number for their name.

    "Quyết định số 31/2009/QĐ-TTg … phê duyệt đề án …" is what "Đề án 31" means later on: the only
    act of that number whose subject speaks of a work of that type.
    """
    acts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    pairs: list[tuple[int, int]] = []
    for i, citation in enumerate(citations):
        if citation.title is None:
            continue
        if (number := citation.number) is not None:
            for kind in _CARRIED.findall(text.low, *citation.title):
                acts[kind, number.sequence.lstrip("0")].setdefault(number.canonical, i)
        elif citation.titled and citation.type:
            name = text.value[slice(*citation.title)].strip().lstrip("0")
            known = acts.get((citation.type.lower(), name), {}) if name.isdigit() else {}
            if len(known) == 1:
                pairs += [(act, i) for act in known.values()]
    return pairs
