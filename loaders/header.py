"""Header: what a paper says of itself at its head and its foot.

Nghị định 30/2020/NĐ-CP (Phụ lục I) and Hướng dẫn 36-HD/VPTW say where each field stands; text
from PDFs and web pages interleaves the two columns, so fields are found by their form, and the
issuer is what is left of the capital lines above the number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from loaders.agencies import Agency, Home, agency_at
from loaders.dates import find_date
from loaders.doc_types import canonical_type, unspaced_type
from loaders.numbers import DocumentNumber
from loaders.patterns import LOWER, UPPER, load_patterns, rx, shared_part
from loaders.places import is_city, province_at, province_named, province_of_place, titled_name
from loaders.records import Header, Level, Span
from loaders.signature import find_signer
from loaders.structure import Block, Line, Outline
from loaders.text import SourceText, same_length_lower

_ZONE = 60
"""Lines among which the header block is looked for; portals put tables before it."""
_SOH = rx(r"(?<!\w)(?:số|so)(?: và ký hiệu)? ?[:.]? ?")
_BLANK_NUMBER = rx(
    r"(?<!\w)số ?[:.]?[\s.…_]*[/-] ?(?P<symbol>[^\W\d_][\w&.-]*(?: ?[-/] ?[^\W\d_][\w&.-]*)*)"
)
_SUBJECT_LETTER = rx(r"(?<!\w)v/v ?:? ?|^về việc ")
_PLACE = re.compile(
    rf"(?P<place>(?:(?:TP|Tp)\.? ?|[Tt]hành phố |[Tt]hị xã )?[{UPPER}][{LOWER}{UPPER}']*(?: (?:- )?[{UPPER}][{LOWER}{UPPER}']*){{0,4}})\s*[,.]?\s*$"
)
_ANNEX_NOTE = rx(r"\(?(?:ban hành )?kèm theo [^)]{0,200}\)?")
_CLOSE_PARENTHESIS = rx(r"\(?(?:ban hành )?kèm theo")


@dataclass(frozen=True, slots=True)
class HeaderBlock:
    """The header with the blocks that are its title: [title_from, title_to)."""

    header: Header
    title_from: int
    title_to: int


def find_header(text: SourceText, outline: Outline, numbers: list[DocumentNumber]) -> HeaderBlock:
    """Return what the paper says of itself; a field that is not printed stays None.

    `numbers` are the document numbers of the whole text, in order.
    """
    blocks, lines = outline.blocks, outline.lines
    type_line, doc_type, behind = _type_line(text, lines)
    top = lines[: type_line if type_line is not None else _preamble_line(text, lines)]
    spans: dict[str, Span] = {}
    number, symbol, number_span = _number(text, top, numbers)
    title, title_span, title_from, title_to = _title(text, blocks, lines, type_line, behind, top)
    date, place = _date_and_place(text, top, lines, number_span)
    if doc_type is None and number_span and title:
        doc_type = "Công văn"
    if type_line is not None:
        spans["type"] = text.span(lines[type_line].start, lines[type_line].start + behind)
    for name, found in (
        ("number", number_span),
        ("title", title_span),
        ("issue_date", date and date[1]),
        ("place", place and place[1]),
    ):
        if found:
            spans[name] = text.span(*found)
    place_name = place[0] if place else None
    home_province = province_of_place(place_name, date[0] if date else None)
    issuer, issuer_span = _issuer(text, top, blocks, title_to, home_province, number_span)
    issuer = _behind_common_header(text, lines, type_line, issuer)
    if issuer_span:
        spans["issuer"] = text.span(*issuer_span)
    signer, role, signer_span = find_signer(text, lines)
    if signer_span:
        spans["signer"] = text.span(*signer_span)
    if issuer is not None and issuer.province is None and issuer.level not in (None, Level.CENTRAL):
        issuer = _placed(text, issuer, home_province)
    header = Header(
        type=doc_type, number=number, symbol=symbol, title=title, issue_date=date[0] if date else None,
        place=place_name, signer=signer, signer_role=role, period=_period(title), spans=spans,
    )  # fmt: skip
    return HeaderBlock(_with_issuer(header, issuer), title_from, title_to)


def _placed(text: SourceText, issuer: Agency, province: str | None) -> Agency:
    """A district's or facility's province, where the header names none: the text's only one."""
    found = province or _only_province(text)
    if found is None:
        return issuer
    unit = "thành phố" if is_city(found) else "tỉnh"
    name = issuer.name if found in issuer.name else f"{issuer.name}, {unit} {found}"
    return replace(issuer, province=found, name=name)


def _with_issuer(header: Header, issuer: Agency | None) -> Header:
    if issuer is None:
        return header
    return replace(
        header,
        issuer=issuer.name,
        level=issuer.level,
        province=issuer.province,
        district=issuer.district,
    )


def _type_line(text: SourceText, lines: list[Line]) -> tuple[int | None, str | None, int]:
    """Return the line with the type word, the type, and how long the word is on the line."""
    pattern = rx(rf"(?P<type>{shared_part('types')})(?!\w)")
    for i, line in enumerate(lines[:_ZONE]):
        low = text.low[line.start : line.end]
        match = pattern.match(low)
        if match is None:
            if re.match(r"(?:căn cứ|điều \d|nơi nhận|[iv]+\. )", low):
                break
            match = _spaced_type(low)
            if match is None:
                continue
        printed = line.text[: match.end()]
        rest = line.text[match.end() :].strip(" :.*")
        whole = not rest and (printed.isupper() or (line.text[0].isupper() and len(lines[:i]) < 25))
        if (printed.isupper() and (whole or not re.match(r"số\b|\d", rest.lower()))) or whole:
            name = match.groupdict().get("type") or re.sub(r"\s", "", match[0])
            return i, canonical_type(name) or unspaced_type(name), match.end()
    return None, None, 0


_LETTERS = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]\s*$")


def _spaced_type(low: str) -> re.Match[str] | None:
    """Match "k ế h o ạ c h": a type word that was spaced out for show."""
    match = _LETTERS.match(low)
    return match if match and unspaced_type(low.replace(" ", "")) else None


def _preamble_line(text: SourceText, lines: list[Line]) -> int:
    stop = load_patterns("header", "stop")[0].regex
    for i, line in enumerate(lines[:_ZONE]):
        if stop.match(text.low, line.start) and not line.text.isupper():
            return i
    return min(len(lines), 20)


def _number(
    text: SourceText, top: list[Line], numbers: list[DocumentNumber]
) -> tuple[str | None, str | None, tuple[int, int] | None]:
    """Return number, symbol and span: the first number behind "Số", else one alone on its line."""
    if not top:
        return None, None, None
    start, end = top[0].start, top[-1].end
    inside = [n for n in numbers if start <= n.start and n.end <= end]
    for number in inside:
        before = text.low[max(start, number.start - 12) : number.start]
        if _SOH.search(before) or before.strip() == "" or before.rstrip(" ").endswith("\n"):
            return number.canonical, number.symbol, (number.start, number.end)
    if blank := _BLANK_NUMBER.search(text.low, start, end):
        symbol = text.value[blank.start("symbol") : blank.end("symbol")].strip(" -.")
        return None, re.sub(r"\s+", "", symbol), (blank.start(), blank.end("symbol"))
    for number in inside:
        line = next(x for x in top if x.start <= number.start < x.end)
        if number.start == line.start:
            return number.canonical, number.symbol, (number.start, number.end)
    return None, None, None


def _title(
    text: SourceText,
    blocks: list[Block],
    lines: list[Line],
    type_line: int | None,
    behind: int,
    top: list[Line],
) -> tuple[str | None, tuple[int, int] | None, int, int]:
    """Return title, span, and the indexes of its blocks."""
    if type_line is None:
        return _letter_subject(text, blocks, top)
    line = lines[type_line]
    first = next(
        i for i, b in enumerate(blocks) if b.start <= line.start < b.end or b.start >= line.start
    )
    parts: list[tuple[int, int]] = []
    rest_start = line.start + behind
    if text.value[rest_start : blocks[first].end].strip(" :.*-_\n"):
        parts.append((rest_start, blocks[first].end))
    at = first + 1
    while at < len(blocks) and _goes_on(text, blocks, at, parts):
        parts.append((blocks[at].start, blocks[at].end))
        at += 1
    parts = _behind_issuer(text, parts)
    title = _cleaned(" ".join(text.value[a:b] for a, b in parts))
    if not title:
        return None, None, first, at
    return title, (parts[0][0], parts[-1][1]), first, at


_ISSUER_LINE = rx(r"\s*(?:của|hội nghị) [^.;:]{3,120}")


def _behind_issuer(text: SourceText, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The title without the lines in capitals before it: "CỦA BỘ CHÍNH TRỊ", "HỘI NGHỊ LẦN THỨ SÁU …"."""
    lines = [
        (a + m.start(), a + m.end())
        for a, b in parts
        for m in re.finditer(r"[^\n]+", text.value[a:b])
        if m[0].strip()
    ]
    issuer = 0
    while issuer + 1 < len(lines) and _ISSUER_LINE.match(text.low, *lines[issuer]):
        letters = [c for c in text.value[slice(*lines[issuer])] if c.isalpha()]
        if not all(c.isupper() for c in letters):
            break
        issuer += 1
    below = text.value[lines[issuer][0] : lines[-1][1]] if lines else ""
    return lines[issuer:] if issuer and not below.isupper() else parts


def _goes_on(text: SourceText, blocks: list[Block], at: int, parts: list[tuple[int, int]]) -> bool:
    """Whether a block still belongs to the title that stands above it."""
    block = blocks[at]
    low = text.low[block.start : block.end]
    stop = load_patterns("header", "stop")[0].regex
    if not any(c.isalpha() for c in low) or _CLOSE_PARENTHESIS.match(low):
        return bool(parts) or at + 1 < len(blocks)
    if block.kind != "plain" or (
        stop.match(low) and not low.startswith(("triển khai", "tiếp tục"))
    ):
        return False
    if block.upper and agency_at(text, block.start, Home()) is not None:
        return False
    if not parts:
        return True
    before = blocks[at - 1]
    long = sum(b - a for a, b in parts) > 700
    same = before.upper == block.upper and block.gap <= 0 and len(block.lines) <= 4
    return same and not long and text.value[before.end - 1] not in ".:;"


def _letter_subject(
    text: SourceText, blocks: list[Block], top: list[Line]
) -> tuple[str | None, tuple[int, int] | None, int, int]:
    """The subject of an official letter: "V/v …" under the number, up to a blank line.

    Of a line with two columns only the left one belongs to it.
    """
    for i, line in enumerate(top):
        match = _SUBJECT_LETTER.search(text.low, line.start, line.end)
        if match is None:
            continue
        parts = [_left_column(text.value[match.end() : line.end])]
        last = line
        for below in top[i + 1 : i + 6]:
            low = text.low[below.start : below.end]
            if below.gap > last.gap or low.startswith(("kính gửi", "căn cứ")) or _SOH.match(low):
                break
            parts.append(_left_column(below.text))
            last = below
        block = next((n for n, b in enumerate(blocks) if b.start <= line.start < b.end), 0)
        stop = next((n for n, b in enumerate(blocks) if b.start > last.start), len(blocks))
        title = _cleaned(" ".join(part for part in parts if part))
        return title or None, (match.end(), last.end), block, stop
    return None, None, 0, 0


def _left_column(part: str) -> str:
    left = re.split(r"\s{3,}|\t|\s\|\s", part.strip())[0]
    return "" if re.search(r"(?:^|, )ngày ", left.lower()) or left.isupper() else left


def _cleaned(title: str) -> str:
    title = re.sub(r"[-_*=.]{3,}|\[\d+\]", " ", title)
    if note := _ANNEX_NOTE.search(title.lower()):
        title = title[: note.start()] if len(title.lower()) == len(title) else title
    title = re.sub(r"\s+", " ", title).strip(' .,:;-*"')
    letters = [c for c in title if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        title = _sentence_case(title)
    return title


def _sentence_case(title: str) -> str:
    """Write a title in capitals as a sentence; numbers, symbols and provinces keep their capitals."""
    words = [w if re.search(r"\d|/|^[IVXL]+$", w) else w.lower() for w in title.split(" ")]
    for size in (4, 3, 2):
        for i in range(len(words) - size + 1):
            if name := province_named(" ".join(words[i : i + size]).strip(",.;")):
                if len(name.split()) == size:
                    words[i : i + size] = name.split()
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def _date_and_place(
    text: SourceText, top: list[Line], lines: list[Line], number_span: tuple[int, int] | None
) -> tuple[tuple[str, tuple[int, int]] | None, tuple[str, tuple[int, int]] | None]:
    """The first date of the header whose line names a place, else the first; else the foot's."""
    found = None
    for line in [*top, *lines[-25:]]:
        day = find_date(text.low, line.start, line.end + 60 if line in top else line.end)
        if day is None or day.start >= line.end or day.iso is None:
            continue
        left = (
            number_span[1]
            if number_span and line.start <= number_span[0] < line.end
            else line.start
        )
        before = text.value[min(left, day.start) : day.start]
        place = _PLACE.search(before)
        cited = re.search(r"(?:số|quyết|định|kèm theo)[^,]{0,60}$", before.lower()) and not place
        if cited:
            continue
        date = (day.iso, (day.start, day.end))
        if place and before.rstrip().endswith(","):
            name = re.sub(r"^(?:TP|Tp)\.? ?", "", place["place"])
            start = min(left, day.start) + place.start("place")
            return date, (titled_name(name), (start, start + len(place["place"])))
        if found is None and line in top:
            found = date
    return found, None


def _issuer(
    text: SourceText,
    top: list[Line],
    blocks: list[Block],
    title_to: int,
    province: str | None,
    number_span: tuple[int, int] | None,
) -> tuple[Agency | None, tuple[int, int] | None]:
    """The issuer of the header, else of the enacting clause, else of the closing words."""
    kept: list[tuple[str, Line]] = []
    furniture = load_patterns("header", "furniture")
    for line in top:
        low = text.low[line.start : line.end]
        value = line.text
        if number_span and line.start <= number_span[0] < line.end:
            value = (
                value[: number_span[0] - line.start]
                + "    "
                + text.value[number_span[1] : line.end]
            )
            low = same_length_lower(value)
        for pattern in furniture:
            for match in pattern.regex.finditer(low):
                value = (
                    value[: match.start()]
                    + " " * (match.end() - match.start())
                    + value[match.end() :]
                )
        for part in re.split(r"\s{3,}|\t|\|", value):
            part = _without_number_and_date(part)
            letters = [c for c in part if c.isalpha()]
            if len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.8 * len(letters):
                kept.append((part.strip(" -*_."), line))
    if kept:
        agency = _parsed_issuer(" ".join(part for part, _ in kept), province)
        if agency is not None:
            return agency, (kept[0][1].start, kept[-1][1].end)
    return _issuer_of_text(text, blocks, title_to, province), None


def _without_number_and_date(part: str) -> str:
    low = part.lower()
    for pattern in (
        r"(?<!\w)số\s*[:.]",
        r"(?<!\w)v/v",
        r"[^\W\d_][^,\d]*,\s*ngày",
        r"ngày\s*[\d.…]",
    ):
        if match := re.search(pattern, low):
            part, low = part[: match.start()], low[: match.start()]
    return part


def _parsed_issuer(printed: str, province: str | None) -> Agency | None:
    """Read "UBND TỈNH X SỞ Y TẾ": the last agency issues, those before it say where."""
    source = SourceText.of(re.sub(r"\s+", " ", printed))
    found: list[Agency] = []
    home = Home(province)
    at = 0
    while at < len(source.value):
        agency = agency_at(source, at, home) if at == 0 or source.value[at - 1] in " -" else None
        if agency is None:
            at += 1
            continue
        found.append(agency)
        home = Home(agency.province or home.province, agency.district or home.district)
        at = agency.end
    if not found:
        return None
    last = found[-1]
    if len(found) > 1 and found[-2].kind == last.kind == "Bộ":
        return replace(last, name=" - ".join(a.name for a in found if a.kind == "Bộ"))
    level = last.level
    return replace(last, level=level, province=last.province or (home.province if level is not Level.CENTRAL else None),
                   district=last.district or (home.district if level in (Level.DISTRICT, Level.COMMUNE, Level.FACILITY) else None))  # fmt: skip


_OF_ISSUER = rx(r"(?:trên đây là|đây là)[^.]{0,400}? của ")


def _issuer_of_text(
    text: SourceText, blocks: list[Block], title_to: int, province: str | None
) -> Agency | None:
    home = Home(province or _only_province(text))
    enacting = load_patterns("header", "enacting")[0].regex
    for block in blocks[title_to : title_to + 25]:
        if text.low.startswith(("căn cứ", "theo đề nghị", "xét"), block.body):
            continue
        for match in enacting.finditer(text.low, block.start, block.end):
            window = max(block.start, match.start() - 90)
            found = None
            for word in re.finditer(r"(?:(?<=[\s,;.])|^)\S", text.low[window : match.start()]):
                agency = agency_at(text, window + word.start(), home)
                if (
                    agency
                    and match.start() - agency.end <= 24
                    and (found is None or agency.end >= found.end)
                ):
                    found = found or agency
            if found is not None:
                return found
    for block in blocks[-30:]:
        if (of := _OF_ISSUER.match(text.low, block.start, block.end)) and (
            agency := agency_at(text, of.end(), home)
        ):
            return agency
    return None


def _only_province(text: SourceText) -> str | None:
    """The province that the text names with "tỉnh", where it names only one."""
    found = set()
    for match in rx(r"(?<!\w)(?:tỉnh|thành phố) ").finditer(text.low):
        if named := province_at(text.low, match.end()):
            found.add(named[0])
    return found.pop() if len(found) == 1 else None


_COMMON = rx(r"(?:của|t/m|tm\.) (bộ chính trị|ban bí thư)")


def _behind_common_header(
    text: SourceText, lines: list[Line], type_line: int | None, issuer: Agency | None
) -> Agency | None:
    """The Central Committee's header also heads papers of the Politburo and the Secretariat."""
    if issuer is None or issuer.kind != "Ban Chấp hành Trung ương Đảng":
        return issuer
    near = [line for line in lines[type_line or 0 : (type_line or 0) + 4]] + lines[-12:]
    for line in near:
        if match := _COMMON.search(text.low, line.start, line.end):
            agency = agency_at(text, match.start(1), Home())
            if agency is not None:
                return agency
    return issuer


_SPAN_OF_YEARS = rx(
    r"(?:giai đoạn|thời kỳ|nhiệm kỳ|trong|từ) (?:từ )?(?:năm )?(?P<from>\d{4})(?: ?[-/] ?| đến )(?:năm )?(?P<to>\d{4})"
)
_UNTIL = rx(r"(?:đến(?: hết)?(?: năm)?|tầm nhìn|định hướng) (?P<to>\d{4})")
_OF_YEAR = rx(r"(?<!\d\s)(?<!tháng\s)năm (?P<year>\d{4})$")


def _period(title: str | None) -> tuple[int | None, int | None] | None:
    """The years that a title says it covers: a span, an end, or one year that closes it."""
    low = (title or "").lower()
    if span := _SPAN_OF_YEARS.search(low):
        return int(span["from"]), int(span["to"])
    if until := _UNTIL.search(low):
        return None, int(until["to"])
    if year := _OF_YEAR.search(low):
        return int(year["year"]), int(year["year"])
    return None
