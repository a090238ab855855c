"""Works named by their title: programmes, strategies, schemes, criteria, resolutions of congresses.

Only a proper name counts, with a capital type word ("Đề án 1816", "Chiến lược quốc gia về dinh
dưỡng"); "các kế hoạch, đề án" and "Kế hoạch này" name nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from loaders.citations.carrying_works import carrying_work, type_word
from loaders.citations.citation import Citation
from loaders.citations.dated_works import dated_work
from loaders.citations.neighbours import Neighbours
from loaders.citations.special_works import (
    WorkPlace,
    congress_work,
    listed_works,
    rules_of_body,
)
from loaders.citations.tails import read_tail
from loaders.citations.unnumbered_acts import with_issuer_of_act
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.capitals import type_capitals
from loaders.layout.structure import Block
from loaders.names.agencies import Home
from loaders.names.doc_types import canonical_type, is_law, type_named, types_named
from loaders.names.places import name_at
from loaders.names.quoted_names import QUOTES, behind_quote, quoted, quoted_within
from loaders.names.titles import is_generic, period_regex, title_end
from loaders.records import Level
from loaders.text.source_text import SourceText, trimmed

_DIGITS = re.compile(r"\d{2,4}(?:/cp)?(?![\w.,/-]\d|\w)")
_NATIONWIDE = ("Chương trình mục tiêu quốc gia",)
_CARRIED_BEFORE = 24
"""Characters before a work that hold the words by which another one carries it out."""
_NEAR = 3_000
"""So far from a name it is looked for once more."""
_PLAN_BEFORE = 48
"""The same with the type of the plan that carries it out."""
_CLAUSE = re.compile(r"[;.]\s")
_WORDS_QUOTED = 4
_WORDS_AGAIN = 8
_BY_ACT = 60
"""So far before an act the words stand that make it the one which carries a work."""
_TITLE_WITHIN = 8_000
"""Titles in capitals stand among so many characters; each is looked for in all of the text."""


def find_works(text: SourceText, block: Block, others: Neighbours, home: Home) -> list[Citation]:
    """Return the works that a block names by title; `others` are its citations found before."""
    found: list[Citation] = []
    word = pattern("works", "word").regex.match
    capitals = type_capitals(text).between(block.start, block.end)
    words = (word(text.low, at, block.end) for at in capitals)
    matches = [m for m in words if m and m.end() < block.end]
    beside = [m.start() for m in matches if _beside(text.low, block, m.start())]
    for match in matches:
        place = _place(text, block, match, others)
        if place is not None:
            after = beside[bisect_right(beside, place.start) :]
            place = place._replace(limit=min([place.limit, *after[:1]]))
            found += _work(text, block, place, others, home)
    return found


def _beside(low: str, block: Block, start: int) -> bool:
    return find_of("works", "beside")(low, max(block.start, start - 12), start) is not None


def _place(
    text: SourceText, block: Block, match: re.Match[str], others: Neighbours
) -> WorkPlace | None:
    """The place of a type word, None where it belongs to a citation found before or to no work."""
    low, start, at = text.low, match.start(), match.end()
    doc_type = canonical_type(match["type"])
    carried = find_of("works", "carried")(low, max(block.start, start - 60), start) is not None
    limit = others.limit(at, block.end)
    # An act named behind the work as the one that carries it.
    ends = (low, max(at, limit - _BY_ACT), limit)
    behind = limit < block.end and find_of("works", "by_act")(*ends) is not None
    # Of those that are cited like laws an act issues only statutes: "ban hành Điều lệ trường".
    issued = (carried or behind) and doc_type is not None and types_named()[doc_type].carried
    if doc_type is None or (is_law(doc_type) and not issued):
        return None
    if is_law(doc_type) and find_of("works", "of_any_body")(low, at):
        return None
    around = others.before(start)
    if any(c.type_printed for c in others.at(start)) or any(start < _name_end(c) for c in around):
        return None
    if find_of("works", "to_be_made")(low, max(block.start, start - 40), start):
        return None
    if find_of("works", "office_before")(low, max(block.start, start - 12), start):
        return None
    plural = find_of("works", "plural")(low, max(block.start, start - 12), start)
    if plural and low[at] != ":":
        return None
    holding = [c for c in around if c.number and c.title and c.title[0] <= start < c.title[1]]
    if carried and any(type_named(c.type).asks for c in holding):
        return None  # what a proposal asks to issue is no document yet
    within = carried and bool(holding)
    subject = holding[-1].title[1] if within and holding[-1].title else None
    held = holding[-1].title[1] if holding and holding[-1].title else None
    return WorkPlace(start, at, doc_type, limit, carried or behind, behind or within, subject, held)


def _name_end(citation: Citation) -> int:
    return citation.number.end if citation.number else citation.end


def _work(
    text: SourceText, block: Block, place: WorkPlace, others: Neighbours, home: Home
) -> list[Citation]:
    low, value, at = text.low, text.value, place.at
    dated = dated_work(text, block, place, home)
    if dated is not None:
        return [dated]
    if low[at] == ":" and place.doc_type.startswith("Chương trình mục tiêu"):
        return listed_works(text, place)
    if not types_named()[place.doc_type].titled:
        return congress_work(text, place, home) if find_of("works", "congress")(low, at) else []
    if types_named()[place.doc_type].within and not place.named_by_act:
        return rules_of_body(text, block, place, home)
    of_body = find_of("works", "body_of_work")(low, max(block.start, place.start - 32), place.start)
    if of_body and find_of("works", "unit_only")(low, at):
        return []
    carrying = carrying_work(text, block, place, others, home)
    if carrying is not None:
        return [carrying]
    closes = _quoted_about(value, place)
    if closes is not None and is_generic(low, at):
        return [Citation(place.start, closes, place.doc_type, title=(at, closes), rule="titled")]
    generic = is_generic(low, at) and not place.named_by_act
    if generic or not (value[at].isalnum() or value[at] in QUOTES):
        return []
    begin = at + 1 if value[at] in QUOTES else at
    if _opens_work(text, begin):
        return []  # 'Dự án "Quy hoạch mạng lưới chợ …"': the name within is found by itself
    digits = _DIGITS.match(low, begin, place.limit)
    end = digits.end() if digits else title_end(text, begin, place.limit, place.subject)
    if begin > at:
        end = quoted(value, begin, place.limit) or end
        end = behind_quote(low, end, place.limit) or end
    elif (inner := quoted_within(value, end, place.limit)) is not None:
        end = title_end(text, inner, place.limit) if value[inner : inner + 1] == " " else inner
    if not digits and begin == at:
        end = _with_place(text, place, end)
    if not _is_name(text, block, place, begin, end):
        return []
    lettered = find_of("works", "letters")(value, begin, end)
    if lettered and lettered[0].isupper() and find_of("works", "whose")(low, lettered.end(), end):
        end = lettered.end()
    local = find_of("works", "of_one_year_or_place")(low, begin, end)
    # "Bộ tiêu chí quốc gia về y tế xã năm 2016": the year in which it is carried out.
    nation = find_of("works", "nationwide_by_name")(low, begin) is not None
    year = find_of("works", "year_it_is_for")(low, begin, end) if nation else None
    if place.doc_type not in _NATIONWIDE:
        local = year
    name_end = local.start() if local else end
    citation = Citation(place.start, end, place.doc_type, title=(begin, name_end), rule="titled")
    # "Công văn số 5 thực hiện Đề án X do Bộ Y tế ban hành": the letter's issuer, not the scheme's.
    whole = read_tail(text, citation, end, place.limit, place.limit, home)
    whole = with_issuer_of_act(text, block, whole, home)
    if place.held is not None and whole.issuer is not None and whole.issuer.start >= place.held:
        whole = whole._replace(issuer=None)
    local_body = whole.issuer is not None and whole.issuer.level is not Level.CENTRAL
    if local_body and _is_carried_out_there(low, place, begin):
        return [citation]  # "Kế hoạch thực hiện Chiến lược quốc gia … của UBND tỉnh": the plan's
    return [whole]


def _is_carried_out_there(low: str, place: WorkPlace, begin: int) -> bool:
    """Whether a body below the centre behind a work is whose plan carries it out, not its own."""
    if find_of("works", "nationwide_by_name")(low, begin):
        return True
    before = max(0, place.start - _CARRIED_BEFORE)
    carried = find_of("works", "carried_out")(low, before, place.start)
    return carried is not None and find_of("works", "of_state")(low, place.start, begin) is not None


def _quoted_about(value: str, place: WorkPlace) -> int | None:
    """Where the quotes close that open right before a type word and hold a name of some words:
    '"Chiến lược và kế hoạch hành động về nước"'; None where none do.
    """
    if value[place.start - 1 : place.start] != '"':
        return None
    closes = quoted(value, place.at, place.limit)
    long = closes is not None and len(value[place.at : closes].split()) >= _WORDS_QUOTED
    return closes if long else None


def _opens_work(text: SourceText, at: int) -> bool:
    """Whether a type word in capitals stands here that a title alone may name."""
    word = type_word().match(text.low, at) if text.value[at : at + 1].isupper() else None
    doc_type = canonical_type(word[0]) if word else None
    return doc_type is not None and types_named()[doc_type].titled


def _with_place(text: SourceText, place: WorkPlace, end: int) -> int:
    """Where a name ends with the place that it is for, where a period closes both.

    "Đề án phát triển du lịch trên địa bàn tỉnh giai đoạn 2021-2025" is a work of that province;
    without the period, or behind a name of the nation, the place says where it is carried out. So
    is "Quy hoạch sử dụng đất thời kỳ 2021-2030 huyện Ba Tri" one of that district, but where a plan
    carries it out the place may be the plan's.
    """
    low = text.low
    if find_of("works", "of_nation")(low, place.start, end):
        return end
    local = find_of("works", "in_area")(low, end, place.limit)
    owned = find_of("works", "owned")(low, end, place.limit) if local is None else None
    if owned is not None:
        if find_of("works", "plan_of_it")(low, max(0, place.start - _PLAN_BEFORE), place.start):
            return end
        named = name_at(text.value, owned.end()) if low[owned.end() - 1] == " " else None
        return named or trimmed(low, owned.end())
    if local is None:
        whose = find_of("works", "place_behind_period")(low, end, place.limit)
        closed = whose is not None and low[end - 4 : end].isdigit()
        before = max(0, place.start - _CARRIED_BEFORE)
        if not closed or find_of("works", "carried_out")(low, before, place.start):
            return end
        return (name_at(text.value, whose.end()) if whose else None) or end
    if find_of("works", "carried_out")(
        low, max(0, place.start - _CARRIED_BEFORE), place.start
    ) and _named_without_area(low, place.start, end):
        return end
    named = name_at(text.value, local.end()) if low[local.end() - 1] == " " else None
    run = period_regex().match(low, named or local.end(), place.limit)
    return run.end() if run else end


def _named_without_area(low: str, start: int, end: int) -> bool:
    """Whether a work is named near by without the area that stands behind its name here: the area
    is that of the plan which carries it out.
    """
    name, area = low[start:end], find_of("works", "in_area")
    begin = max(0, start - _NEAR)
    again = re.finditer(re.escape(name), low[begin : end + _NEAR])
    return any(area(low, begin + one.end()) is None for one in again)


def _is_name(text: SourceText, block: Block, place: WorkPlace, begin: int, end: int) -> bool:
    """Whether what stands behind the type word is a proper name, not a description."""
    low, value = text.low, text.value
    count = len(low[begin:end].split())
    doc_type = types_named()[place.doc_type]
    heads_line = place.start in (block.start, block.body)
    if find_of("works", "not_yet")(low, end) or (doc_type.body and heads_line):
        return False
    if find_of("works", "of_unnamed")(low, begin, end) or period_regex().fullmatch(low, begin, end):
        return False
    if count == 1 and low[begin].isdigit():
        return doc_type.figure
    if count < 2 or count > 60:
        return False
    if place.named_by_act:
        return count >= 3 and not find_of("works", "of_many")(low, begin, end)
    # The words behind the name may be its own, but not those of the next clause.
    clause = _CLAUSE.search(low, end, min(end + 30, len(low)))
    near = clause.start() if clause else min(end + 30, len(low))
    marked = find_of("works", "strong")(low, begin, near) is not None
    marked = marked or place.doc_type in _NATIONWIDE
    if doc_type.within or (not marked and find_of("titles", "generic_activity")(low, begin)):
        return False
    strong = place.carried or marked
    shouted = value[place.start : end].isupper()
    if doc_type.whole and doc_type.common:
        if find_of("works", "of_body_and_period")(low, begin, near):
            return not shouted and not heads_line
        return strong and find_of("works", "nationwide")(low, begin, end) is not None
    if doc_type.whole:
        return strong or (value[begin].isupper() and not shouted)
    if shouted and place.start < _TITLE_WITHIN and _said_again(text, place.start, end):
        return True
    before = trimmed(value, place.start)
    opens = heads_line or value[max(0, before - 1) : before] in ".:;"
    return strong or not (opens or shouted) or (value[begin].isupper() and not shouted)


def _said_again(text: SourceText, start: int, end: int) -> bool:
    """Whether running text names the work that a title in capitals names: with a capital type word
    and at least so many of its words.
    """
    words = text.low[start:end].split()[:_WORDS_AGAIN]
    if len(words) < _WORDS_AGAIN:
        return False
    name = re.compile(r"\s+".join(re.escape(word) for word in words))
    again = (match.start() for match in name.finditer(text.low, end))
    return any(text.value[at].isupper() and text.value[at + 1].islower() for at in again)
