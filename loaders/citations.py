"""Citations: the places where a text names a document, and what each says of it.

A citation is found from its number (the part that survives bad typing best), and read outwards:
the type word before it, then date, issuer, term and title behind it. Works without a number are
found from their type word and the name behind it. Whether the document exists is not asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.agencies import Agency, Home, agency_at
from loaders.dates import date_at
from loaders.doc_types import (
    canonical_type,
    fits,
    titled_type_words,
    type_of_code,
    type_words,
)
from loaders.numbers import DocumentNumber, find_numbers
from loaders.patterns import rx
from loaders.structure import Block
from loaders.text import SourceText
from loaders.titles import is_generic, period_regex, subject_end, title_end


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention at value[start:end]. `title` is (start, end) of the name or subject, if printed.

    `type_printed` says whether the type word stands here, or was shared or told by the symbol.
    `alias` is what the text says it will call the document from here on.
    """

    start: int
    end: int
    type: str | None
    number: DocumentNumber | None = None
    date: str | None = None
    issuer: Agency | None = None
    term: str | None = None
    congress: str | None = None
    title: tuple[int, int] | None = None
    type_printed: bool = True
    alias: str | None = None
    rule: str = "numbered"

    @property
    def titled(self) -> bool:
        """Whether it names a work by its title alone."""
        return self.number is None


@cache
def _before() -> re.Pattern[str]:
    """The type word that stands before a number, with "số" and what may come between."""
    return re.compile(
        rf"(?<!\w)(?P<type>{type_words()})(?P<gap>\s+(?:của\s+[^,;.:()]{{3,60}}\s+)?(?:số\s*){{0,2}}[:.]?\s*|\s*[:.]?\s*(?:số\s*)?[:.]?\s*)$"
    )


_NUMBER_WORD = rx(r"(?:số\s*){1,2}[:.]?\s*$")
_LIST_GAP = rx(r"[\s,;]*(?:và\s+|hoặc\s+|cùng\s+)?(?:các\s+)?(?:số\s*)?[:.]?\s*$")
_BARE_NUMBERS = rx(r"(?:số\s*:?\s*)(?P<list>(?:\d{1,5}\s*(?:,|;|và)\s*(?:số\s*)?)+)$")
_TERM = rx(r"\(?\s*(?:của\s+)?(?:đảng\s+)?khóa\s+(?P<term>[ivxl]+|\d{1,2})(?!\w)\s*\)?")
_SESSION = rx(r"[,(]?\s*(?:tại\s+)?kỳ họp\s+(?:thứ\s+)?[^\W_]+(?:\s+(?:thông qua|ban hành))?\)?")
_PLENUM = rx(
    r"(?:của\s+|tại\s+)?(?:hội nghị\s+)(?:lần\s+thứ\s+[^\W_]+|trung ương\s+(?:lần\s+thứ\s+)?[^\W_]+)(?:\s*,)?(?:\s*\(?khóa\s+[ivxl]+\)?)?(?:\s*,)?(?:\s*(?:của\s+)?(?:đảng\s+)?(?=ban chấp hành))?"
)
_OF = rx(r"(?:của|do|bởi)\s+(?:đồng chí\s+)?")
_ISSUED = rx(r"(?:được\s+)?(?:ban hành|ký|thông qua)\s+(?=ngày)")
_ALIAS = rx(r"[,\s]*\(\s*(?:sau đây|dưới đây)?\s*(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là\s*:?\s*\"?(?P<alias>[^)\"]{3,80}?)\"?\s*\)")
_YEAR = rx(r"năm\s+(?P<year>(?:19|20)\d\d)(?!\d)(?!\s*[-,]\s*(?:19|20)\d\d)")
_SUBJECT = rx(
    r"[,\s]*(?P<cue>v/v|về\s+việc|về|quy định(?:\s+chi tiết)?|hướng dẫn|ban hành|phê duyệt|sửa đổi|thực hiện|triển khai|tiếp tục|tổ chức triển khai)(?!\w)\s*:?\s*"
)
_GAP = re.compile(r"[\s,]*")


def find_citations(text: SourceText, blocks: list[Block], home: Home) -> list[Citation]:
    """Return every citation in the text by position; a work named inside another comes after it."""
    found: list[Citation] = []
    numbers = find_numbers(text)
    at = 0
    for block in blocks:
        inside: list[DocumentNumber] = []
        while at < len(numbers) and numbers[at].start < block.end:
            inside.append(numbers[at])
            at += 1
        numbered = _numbered(text, block, inside, home)
        titled = _titled(text, block, numbered, home)
        found += sorted([*numbered, *titled], key=lambda c: (c.start, -c.end))
    return found


def _numbered(text: SourceText, block: Block, numbers: list[DocumentNumber], home: Home) -> list[Citation]:
    found: list[Citation] = []
    for i, number in enumerate(numbers):
        limit = numbers[i + 1].start if i + 1 < len(numbers) else block.end
        start, word = _type_before(text, block, number)
        shared = None
        if word is None and found and _LIST_GAP.fullmatch(text.low, found[-1].end, start):
            shared = found[-1].type
        code = number.type_code
        doc_type = word or (shared if fits(shared, code) else None) or (type_of_code(code) if code else None)
        if word and not fits(word, code) and code and type_of_code(code):
            doc_type = word if word == "Công văn" else type_of_code(code)
        if doc_type is None and not number.known:
            continue
        citation = Citation(start, number.end, doc_type, number, type_printed=word is not None)
        citation = read_tail(text, citation, number.end, limit, block.end, home)
        found += [*_bare_numbers(text, block, citation), citation]
    return _shared(text, found)


def _type_before(text: SourceText, block: Block, number: DocumentNumber) -> tuple[int, str | None]:
    low = text.low
    window = max(block.start, number.start - 110)
    # The nearest type word counts: the last of the matches that reach the number.
    best = None
    for match in _before().finditer(low, window, number.start):
        best = match
    if best is not None:
        inner = _before().search(low, best.start() + 1, number.start)
        best = inner or best
        return best.start(), canonical_type(best["type"])
    word = _NUMBER_WORD.search(low, max(block.start, number.start - 12), number.start)
    return (word.start() if word else number.start), None


def _bare_numbers(text: SourceText, block: Block, citation: Citation) -> list[Citation]:
    """The numbers of a list that share one symbol: "các Nghị quyết số 18, 19 và 20-NQ/TW"."""
    number = citation.number
    assert number is not None
    match = _BARE_NUMBERS.search(text.low, max(block.start, number.start - 80), number.start)
    if match is None:
        return []
    before = _before().search(text.low, max(block.start, match.start() - 90), match.start() + len("số "))
    start = before.start() if before else match.start()
    doc_type = canonical_type(before["type"]) if before else citation.type
    found = []
    for digits in re.finditer(r"\d{1,5}", match["list"]):
        begin = match.start("list") + digits.start()
        canonical = digits[0] + number.canonical[len(number.sequence) :]
        own = replace(number, start=begin, end=begin + len(digits[0]), sequence=digits[0], canonical=canonical)
        found.append(Citation(start if not found else begin, own.end, doc_type, own, citation.date, citation.issuer, citation.term, type_printed=bool(before), rule="shared_symbol"))
    return found


def read_tail(
    text: SourceText, citation: Citation, at: int, limit: int, clause: int, home: Home
) -> Citation:
    """Read date, issuer, term, plenum, alias and subject behind the name, in whatever order.

    All but the subject end before `limit`, the next citation; the subject may name others.
    """
    low, end = text.low, citation.end
    date, issuer, term, congress, alias = citation.date, citation.issuer, citation.term, citation.congress, None
    while True:
        gap = _GAP.match(low, at, limit)
        begin = gap.end() if gap else at
        if issued := _ISSUED.match(low, begin, limit):
            begin = issued.end()
        if (found := _ALIAS.match(low, at, limit)) and alias is None:
            alias, at = text.value[found.start("alias") : found.end("alias")].strip(), found.end()
            continue
        if date is None and (day := date_at(low, begin)) and day.end <= limit:
            date, at = day.iso, day.end
        elif congress is None and (plenum := _PLENUM.match(low, begin, limit)):
            congress, at = re.sub(r"\s+", " ", text.value[plenum.start() : plenum.end()]).strip(" ,"), plenum.end()
            inner = re.search(r"khóa\s+([ivxl]+)", plenum[0])
            term = term or (inner[1].upper() if inner else None)
        elif term is None and (khoa := _TERM.match(low, begin, limit)):
            term, at = khoa["term"].upper(), khoa.end()
        elif issuer is not None and (session := _SESSION.match(low, begin, limit)):
            at = session.end()
        elif issuer is None and (body := _issuer(text, begin, limit, home)):
            issuer, at = body, body.end
        else:
            break
        end = at
    citation = replace(citation, end=max(end, citation.end), date=date, issuer=issuer, term=term, congress=congress, alias=alias)
    return citation if citation.titled else _subject(text, citation, max(at, end), clause)


def _issuer(text: SourceText, at: int, limit: int, home: Home) -> Agency | None:
    of = _OF.match(text.low, at, limit)
    begin = of.end() if of else at
    if of is None and not (begin < limit and text.value[begin].isupper()):
        return None
    agency = agency_at(text, begin, home)
    return agency if agency is not None and agency.end <= limit + 1 else None


def _subject(text: SourceText, citation: Citation, at: int, limit: int) -> Citation:
    cue = _SUBJECT.match(text.low, at, limit)
    if cue is None:
        return citation
    return replace(citation, title=(cue.start("cue"), subject_end(text, cue.end(), limit)))


def _shared(text: SourceText, found: list[Citation]) -> list[Citation]:
    """Give the date and issuer that close a list to its members before: "18-NQ/TW, 19-NQ/TW ngày …"."""
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if here.number is None or after.number is None or here.rule == "shared_symbol":
            continue
        if not _LIST_GAP.fullmatch(text.low, here.end, after.start) and not (
            after.type_printed and _LIST_GAP.fullmatch(text.low, here.end, after.start)
        ):
            continue
        same = here.number.issuer_codes == after.number.issuer_codes
        if here.date is None and here.issuer is None and here.title is None and same:
            found[i] = replace(here, date=after.date, issuer=after.issuer, term=after.term)
    return found


@cache
def _titled_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{titled_type_words()}|nghị quyết)(?!\w)\s*")


_PLURAL = rx(r"(?:các|những|một số|nhiều|mọi|từng|mỗi|\d{1,2})\s+$")
_CONGRESS = rx(r"(?:của\s+)?(?:đại hội(?!\s+đồng)|hội nghị\s+(?:lần|trung ương|bch)|trung ương\s+\d|trung ương\s+(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười))")
_IMPLEMENTING = rx(r"(?:tổ chức\s+)?(?:triển khai\s+)?(?:thực hiện|triển khai|cụ thể hóa)\s+")
_BY_ISSUER = re.compile(r"(?:của)\s+")
_LOCAL = rx(r"\s*(?:trên địa bàn|tại|của)\s+(?:toàn\s+)?(?:tỉnh|huyện|thành phố|quận|thị xã|xã)(?:\s+(?=[^\W\d_]))?")
_NOT_YET = rx(r"[^;.]{0,60}(?:sau )?khi (?:được|có) (?:cấp )?[^;.]{0,40}(?:phê duyệt|ban hành|thông qua)")
_STRONG = re.compile(r"quốc gia|tổng thể|giai đoạn|đến năm|tầm nhìn|nhiệm kỳ|việt nam")
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Điều lệ"})


def _titled(text: SourceText, block: Block, numbered: list[Citation], home: Home) -> list[Citation]:
    found: list[Citation] = []
    taken = {c.start for c in numbered if c.type_printed}
    for match in _titled_word().finditer(text.low, block.start, block.end):
        if match.start() in taken or not text.value[match.start()].isupper():
            continue
        if any(c.start < match.start() < (c.number.end if c.number else c.start) for c in numbered):
            continue
        limit = min([c.start for c in numbered if c.start >= match.end()] + [block.end])
        doc_type = canonical_type(match["type"])
        plural = _PLURAL.search(text.low, max(block.start, match.start() - 12), match.start())
        if doc_type is None or plural and text.low[match.end() : match.end() + 1] != ":":
            continue
        found += _work(text, block, match, doc_type, limit, numbered, home)
    return found


def _work(
    text: SourceText, block: Block, match: re.Match[str], doc_type: str, limit: int, numbered: list[Citation], home: Home
) -> list[Citation]:
    low, value, start, at = text.low, text.value, match.start(), match.end()
    if at >= block.end:
        return []
    if low[at] == ":" and doc_type.startswith("Chương trình mục tiêu"):
        return _listed(text, start, at + 1, doc_type, limit)
    if doc_type == "Nghị quyết":
        return _resolution(text, start, at, limit, home) if _CONGRESS.match(low, at) else []
    carrying = _carrying(text, block, start, at, doc_type, numbered, home)
    if carrying is not None:
        return [carrying]
    if is_generic(low, at) or not (value[at].isalnum() or value[at] in "\"'"):
        return []
    begin = at + 1 if value[at] in "\"'" else at
    end = title_end(text, begin, limit)
    name = value[begin:end]
    if not _is_name(text, block, start, begin, end, doc_type):
        return []
    citation = Citation(start, end, doc_type, title=(begin, end), rule="law" if doc_type in _LAWS else "titled")
    if year := _YEAR.match(low, end + 1 if low[end : end + 1] == " " else end):
        if doc_type in _LAWS:
            citation = replace(citation, end=year.end(), date=year["year"])
    if not name:
        return []
    return [read_tail(text, citation, citation.end, limit, limit, home)]


def _is_name(text: SourceText, block: Block, start: int, begin: int, end: int, doc_type: str) -> bool:
    """Whether what stands behind the type word is a proper name, not a description."""
    low, value = text.low, text.value
    count = len(low[begin:end].split())
    if _NOT_YET.match(low, end):
        return False
    if low[begin:end].isdigit():
        return doc_type in ("Đề án", "Chương trình", "Dự án")
    if doc_type in _LAWS:
        return value[begin].isupper() or low.startswith("sửa đổi", begin) or doc_type == "Hiến pháp"
    if count < 2 or count > 60:
        return False
    strong = bool(_STRONG.search(low, begin, min(end + 30, len(low))))
    if doc_type in ("Kế hoạch", "Kế hoạch hành động", "Tiêu chí", "Bộ tiêu chí", "Quy hoạch"):
        return strong and (doc_type != "Kế hoạch" or "quốc gia" in low[begin:end] or "tổng thể" in low[begin:end])
    opens_sentence = start == block.start or start == block.body or value[: start].rstrip()[-1:] in ".:;"
    shouted = value[start:end].isupper()
    return strong or not (opens_sentence or shouted) or value[begin].isupper() and not shouted


def _listed(text: SourceText, start: int, at: int, doc_type: str, limit: int) -> list[Citation]:
    """Read "Chương trình mục tiêu quốc gia: Xây dựng nông thôn mới, Giảm nghèo bền vững"."""
    found: list[Citation] = []
    value = text.value
    while at < limit:
        while at < limit and value[at] in " \n":
            at += 1
        if at >= limit or not value[at].isupper() or _titled_word().match(text.low, at):
            break
        end = title_end(text, at, limit)
        inner = re.compile(r"\s+và\s+").search(text.low, at, end)
        if inner and value[inner.end()].isupper():
            end = inner.start()
        found.append(Citation(start if not found else at, end, doc_type, title=(at, end), rule="titled_list"))
        follow = re.compile(r"\s*(?:,|;|và)\s*(?:và\s+)?").match(text.low, end, limit)
        if follow is None:
            break
        at = follow.end()
    return found


def _resolution(text: SourceText, start: int, at: int, limit: int, home: Home) -> list[Citation]:
    """Read "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025-2030"."""
    low = text.low
    end = title_end(text, at, limit)
    if run := period_regex().match(low, end, limit):
        end = run.end()
    about = re.compile(r"\s*,?\s*về\s+").match(low, end, limit)
    term = re.compile(r"khóa\s+([ivxl]+)").search(low, at, end)
    citation = Citation(start, end, "Nghị quyết", term=term[1].upper() if term else None, title=(at, end), rule="congress")
    if about and low.startswith("hội nghị", at):
        end = title_end(text, about.end(), limit)
        citation = replace(citation, end=end, title=(at, end))
    return [read_tail(text, citation, citation.end, limit, limit, home)]


def _carrying(
    text: SourceText, block: Block, start: int, at: int, doc_type: str, numbered: list[Citation], home: Home
) -> Citation | None:
    """Read a work named by what it carries out: "Chương trình hành động của Chính phủ thực hiện Nghị quyết …"."""
    low, value = text.low, text.value
    issuer = None
    begin = at
    if of := _BY_ISSUER.match(low, begin, block.end):
        issuer = agency_at(text, of.end(), home)
        if issuer is None or issuer.end >= block.end:
            return None
        begin = re.compile(r"\s*").match(low, issuer.end).end()  # type: ignore[union-attr]
    cue = _IMPLEMENTING.match(low, begin, block.end)
    if cue is None:
        return None
    behind = next((c for c in numbered if cue.end() <= c.start <= cue.end() + 2), None)
    word = re.compile(rf"{type_words()}").match(low, cue.end())
    if behind is None and (word is None or not value[cue.end()].isupper()):
        return None
    if behind is not None:
        end = behind.end
        title_to = behind.title[1] if behind.title else end
    else:
        assert word is not None
        inner = re.compile(r"\s*").match(low, word.end())
        if is_generic(low, inner.end() if inner else word.end()):
            return None
        end = title_end(text, inner.end() if inner else word.end(), block.end)
        if end <= word.end():
            return None
        if local := _LOCAL.match(low, end, block.end):
            end = len(low[: local.end()].rstrip())
        if run := period_regex().match(low, end, block.end):
            end = run.end()
        title_to = end
    shown = min(end, start + 290)
    return Citation(start, shown, doc_type, issuer=issuer, title=(at, title_to), rule="carrying")

