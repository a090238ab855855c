"""Works named by their title: programmes, strategies, schemes, criteria, resolutions of congresses.

Only a proper name counts, with a capital type word ("Đề án 1816", "Chiến lược quốc gia về dinh
dưỡng"); "các kế hoạch, đề án" and "Kế hoạch này" name nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.agencies import Home, agency_at
from loaders.citation import Citation
from loaders.doc_types import canonical_type, titled_type_words, type_words
from loaders.laws import LAWS
from loaders.patterns import rx
from loaders.structure import Block
from loaders.tails import read_tail
from loaders.text import SourceText
from loaders.titles import is_generic, period_regex, title_end

_PLURAL = rx(r"(?:các|những|một số|nhiều|mọi|từng|mỗi|\d{1,2}) $")
_CONGRESS = rx(
    r"(?:của )?(?:đại hội(?! đồng)|hội nghị (?:lần|trung ương|bch)|trung ương (?:\d|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))"
)
_IMPLEMENTING = rx(
    r"(?:hành động )?(?:tổ chức )?(?:triển khai )?(?:thực hiện|triển khai|cụ thể hóa) (?:các )?"
)
_BY_ISSUER = rx(r"của ")
_CARRIED = rx(r"(?:ban hành|phê duyệt)(?: kèm theo[^,;.]{0,40})?(?: điều chỉnh)? $")
_BY_ACT = rx(r"(?:ban hành|phê duyệt) (?:kèm theo|tại|theo|bằng) $")
_LOCAL = rx(
    r" ?(?:trên địa bàn|tại|của) (?:toàn )?(?:tỉnh|huyện|thành phố|quận|thị xã|xã)(?: (?=[^\W\d_]))?"
)
_NOT_YET = rx(
    r"[^;.]{0,60}(?:sau )?khi (?:được|có) (?:cấp )?[^;.]{0,40}(?:phê duyệt|ban hành|thông qua)"
)
_STRONG = re.compile(r"quốc gia|tổng thể|giai đoạn|đến năm|tầm nhìn|nhiệm kỳ|việt nam")
_WHOLE = ("Kế hoạch", "Kế hoạch hành động", "Tiêu chí", "Bộ tiêu chí", "Quy hoạch")
_DIGITS = re.compile(r"\d{2,4}(?:/cp)?(?![\w.,/-]\d|\w)")
_ITEM_GAP = rx(r" ?(?:,|;|và) ?(?:và )?")


@cache
def _word() -> re.Pattern[str]:
    return rx(rf"(?<!\w)(?P<type>{titled_type_words()}|nghị quyết)(?!\w) ?")


@dataclass(frozen=True, slots=True)
class _Place:
    """A type word at `start`, the name behind it at `at`, and how far either may reach."""

    start: int
    at: int
    doc_type: str
    limit: int
    carried: bool


def find_works(
    text: SourceText, block: Block, others: list[Citation], home: Home
) -> list[Citation]:
    """Return the works that a block names by title; `others` are its citations found before."""
    found: list[Citation] = []
    taken = {c.start for c in others if c.type_printed}
    for match in _word().finditer(text.low, block.start, block.end):
        doc_type = canonical_type(match["type"])
        capital = text.value[match.start()].isupper()
        if (
            doc_type is None
            or doc_type in LAWS
            or match.start() in taken
            or not capital
            or match.end() >= block.end
        ):
            continue
        if any(c.start < match.start() < _name_end(c) for c in others):
            continue
        limit = min([c.start for c in others if c.start >= match.end()] + [block.end])
        plural = _PLURAL.search(text.low, max(block.start, match.start() - 12), match.start())
        if plural and text.low[match.end()] != ":":
            continue
        carried = (
            _CARRIED.search(text.low, max(block.start, match.start() - 60), match.start())
            is not None
        )
        place = _Place(
            match.start(),
            match.end(),
            doc_type,
            limit,
            carried or _carried_by(text, match.end(), limit),
        )
        found += _work(text, block, place, others, home)
    return found


def _carried_by(text: SourceText, at: int, limit: int) -> bool:
    """Whether an act is named behind the work as the one that carries it."""
    return limit < len(text.low) and _BY_ACT.search(text.low, at, limit) is not None


def _name_end(citation: Citation) -> int:
    return citation.number.end if citation.number else citation.end


def _work(
    text: SourceText, block: Block, place: _Place, others: list[Citation], home: Home
) -> list[Citation]:
    low, value, at = text.low, text.value, place.at
    if low[at] == ":" and place.doc_type.startswith("Chương trình mục tiêu"):
        return _listed(text, place)
    if place.doc_type == "Nghị quyết":
        return _resolution(text, place, home) if _CONGRESS.match(low, at) else []
    carrying = _carrying(text, block, place, others, home)
    if carrying is not None:
        return [carrying]
    if is_generic(low, at) or not (value[at].isalnum() or value[at] in "\"'"):
        return []
    begin = at + 1 if value[at] in "\"'" else at
    digits = _DIGITS.match(low, begin, place.limit)
    end = digits.end() if digits else title_end(text, begin, place.limit)
    if not _is_name(text, block, place, begin, end):
        return []
    citation = Citation(place.start, end, place.doc_type, title=(begin, end), rule="titled")
    return [read_tail(text, citation, end, place.limit, place.limit, home)]


def _is_name(text: SourceText, block: Block, place: _Place, begin: int, end: int) -> bool:
    """Whether what stands behind the type word is a proper name, not a description."""
    low, value = text.low, text.value
    count = len(low[begin:end].split())
    if _NOT_YET.match(low, end):
        return False
    if low[begin].isdigit() and count == 1:
        return place.doc_type in ("Đề án", "Chương trình", "Dự án")
    if count < 2 or count > 60:
        return False
    strong = place.carried or bool(_STRONG.search(low, begin, min(end + 30, len(low))))
    if place.doc_type in _WHOLE:
        named = "quốc gia" in low[begin:end] or "tổng thể" in low[begin:end]
        return strong and (place.doc_type != "Kế hoạch" or named)
    opens = place.start in (block.start, block.body) or value[: place.start].rstrip()[-1:] in ".:;"
    shouted = value[place.start : end].isupper()
    return strong or not (opens or shouted) or (value[begin].isupper() and not shouted)


def _listed(text: SourceText, place: _Place) -> list[Citation]:
    """Read "Chương trình mục tiêu quốc gia: Xây dựng nông thôn mới, Giảm nghèo bền vững"."""
    found: list[Citation] = []
    value, limit = text.value, place.limit
    at = place.at + 1
    while at < limit:
        at += len(value[at:limit]) - len(value[at:limit].lstrip())
        if at >= limit or not value[at].isupper() or _word().match(text.low, at):
            break
        end = title_end(text, at, limit)
        inner = rx(r" và ").search(text.low, at, end)
        if inner and value[inner.end()].isupper():
            end = inner.start()
        start = at if found else place.start
        found.append(Citation(start, end, place.doc_type, title=(at, end), rule="titled_list"))
        follow = _ITEM_GAP.match(text.low, end, limit)
        if follow is None:
            break
        at = follow.end()
    return found


def _resolution(text: SourceText, place: _Place, home: Home) -> list[Citation]:
    """Read "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025-2030"."""
    low, at, limit = text.low, place.at, place.limit
    end = title_end(text, at, limit)
    if run := period_regex().match(low, end, limit):
        end = run.end()
    about = rx(r" ?,? ?về ").match(low, end, limit)
    if about and low.startswith("hội nghị", at):
        end = title_end(text, about.end(), limit)
    term = rx(r"khóa ([ivxl]+)").search(low, at, end)
    citation = Citation(
        place.start,
        end,
        "Nghị quyết",
        term=term[1].upper() if term else None,
        title=(at, end),
        rule="congress",
    )
    return [read_tail(text, citation, citation.end, limit, limit, home)]


def _carrying(
    text: SourceText, block: Block, place: _Place, others: list[Citation], home: Home
) -> Citation | None:
    """Read a work named by what it carries out.

    "Chương trình hành động của Chính phủ thực hiện Nghị quyết …", "Kế hoạch thực hiện Đề án …".
    """
    low, begin, issuer = text.low, place.at, None
    if of := _BY_ISSUER.match(low, begin, block.end):
        issuer = agency_at(text, of.end(), home)
        if issuer is None or issuer.end > block.end:
            return None
        begin = issuer.end + len(low[issuer.end :]) - len(low[issuer.end :].lstrip())
    cue = _IMPLEMENTING.match(low, begin, block.end)
    if cue is None:
        if issuer is None or not place.carried:
            return None
        return Citation(
            place.start,
            issuer.end,
            place.doc_type,
            issuer=issuer,
            title=(place.at, issuer.end),
            rule="titled",
        )
    ends = _carried_ends(text, block, cue.end(), others)
    if ends is None:
        return None
    end, title_to = ends
    shown = min(end, place.start + 290)
    return Citation(
        place.start,
        shown,
        place.doc_type,
        issuer=issuer,
        title=(place.at, title_to),
        rule="carrying",
    )


def _carried_ends(
    text: SourceText, block: Block, at: int, others: list[Citation]
) -> tuple[int, int] | None:
    """Where the mention and the title end that begin with "thực hiện" and what it carries out."""
    low = text.low
    behind = next((c for c in others if at <= c.start <= at + 2), None)
    if behind is not None:
        return behind.end, behind.title[1] if behind.title else behind.end
    word = rx(type_words()).match(low, at)
    if word is None or not text.value[at].isupper():
        return None
    begin = rx(r" ?").match(low, word.end()).end()  # type: ignore[union-attr]
    if is_generic(low, begin):
        return None
    end = title_end(text, begin, block.end)
    if end <= word.end():
        return None
    if local := _LOCAL.match(low, end, block.end):
        end = len(low[: local.end()].rstrip())
    if run := period_regex().match(low, end, block.end):
        end = run.end()
    return end, end
