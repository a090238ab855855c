"""The zone of the header: the lines above the type word, or above the text where none stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from loaders.grammar.patterns import find_of
from loaders.layout.lines import Line
from loaders.names.doc_types import canonical_type, fits, type_of_code, unspaced_type
from loaders.text.source_text import SourceText

_LINES = 60
"""Among so many lines the header is looked for; portals put tables before it."""
_LONGEST_HEADER = 20
_TYPE_ALONE_WITHIN = 25
_LINES_BELOW = 8


class Printed(NamedTuple):
    """A field as it should be written, and where value[start:end] prints it."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HeaderZone:
    """`top` are the lines of the header block; `doc_type` stands on the line behind them.

    `type_line` is its index among the lines of the text. Both are None where no type is printed;
    then `text_from` is where the text begins, None where that is not told either, and `addressed`
    says that it opens with "Kính gửi".
    """

    top: list[Line]
    doc_type: Printed | None = None
    type_line: int | None = None
    text_from: int | None = None
    addressed: bool = False


def find_zone(text: SourceText, lines: list[Line]) -> HeaderZone:
    """Return the header's lines; they end at the type word, else where the text begins."""
    header = _last_header_line(lines)
    for i, line in enumerate(lines[:_LINES]):
        if _enacts(lines, i):
            break
        doc_type = _type_on(line, i) or _type_with_number(lines, i)
        if doc_type is not None and (
            _of_another_symbol(lines, i, doc_type) or _of_portal(lines, i, header, doc_type)
        ):
            continue
        if doc_type is not None and not _above_header(lines, i, doc_type):
            return HeaderZone(lines[:i], doc_type, i)
        if i > header >= 0 and (doc_type := _type_on_two(lines, i)) is not None:
            return HeaderZone(lines[:i], doc_type, i + 1)
        if i > header and find_of("header", "text_begun")(line.low):
            break
    preamble = _preamble(text, lines, header)
    if preamble is None:
        return HeaderZone(lines[:_LONGEST_HEADER])
    addressed = find_of("header", "addressees")(lines[preamble].low) is not None
    return HeaderZone(lines[:preamble], text_from=lines[preamble].start, addressed=addressed)


def _enacts(lines: list[Line], at: int) -> bool:
    """Whether "QUYẾT ĐỊNH:" stands below the bases of an act whose first words are lost."""
    enacting = find_of("header", "enacting_words")(lines[at].low) is not None
    return enacting and at > 0 and lines[at - 1].text.endswith((";", ",", "."))


def _of_another_symbol(lines: list[Line], at: int, doc_type: Printed) -> bool:
    """Whether a type word opens the title of a paper whose symbol is that of another type.

    "Số: 12/2025/TT-BYT" above "QUY ĐỊNH MỨC THU PHÍ": the page lost the line with the type.
    """
    if doc_type.end >= lines[at].end or not opens_title(lines[at]):
        return False
    printed = [(above, find_of("header", "own_symbol")(above.low)) for above in lines[:at]]
    codes = [above.text[slice(*match.span("code"))] for above, match in printed if match]
    return any(type_of_code(code) and not fits(doc_type.words, code) for code in codes)


def _of_portal(lines: list[Line], at: int, header: int, doc_type: Printed) -> bool:
    """Whether a portal wrote the type word above the header, which is followed by it once more."""
    above = any(find_of("header", "header_line")(line.low) for line in lines[:at])
    if above or at >= header:
        return False
    below = range(header + 1, min(len(lines), header + 1 + _LINES_BELOW))
    again = (_type_on(lines[i], i) for i in below)
    return any(one is not None and one.words == doc_type.words for one in again)


def opens_title(line: Line) -> bool:
    """Whether a line below the number opens the title of a paper that lost its type word."""
    return line.text.isupper() and find_of("header", "title_opens")(line.low) is not None


def _last_header_line(lines: list[Line]) -> int:
    """The index of the line with which the first header ends, -1 without one.

    What a portal writes above it ("Để xem toàn văn, hãy đăng nhập") is no text of the paper.
    """
    found = -1
    for i, line in enumerate(lines[:_LINES]):
        if found >= 0 and i > found + _LINES_BELOW:
            break
        if find_of("header", "header_line")(line.low) and not line.text[0].islower():
            found = i
    return found


def _type_on(line: Line, index: int) -> Printed | None:
    """The type that a line prints in capitals, or alone near the top."""
    match = find_of("header", "type_word")(line.low) or _spaced_type(line.low)
    if match is None:
        return None
    printed = line.text[: match.end()]
    rest = line.text[match.end() :].strip(" :.*")
    high = index < _TYPE_ALONE_WITHIN and line.text[0].isupper()
    alone = not rest and (printed.isupper() or high)
    numbered = find_of("header", "number_follows")(rest.lower()) is not None
    if not (alone or (printed.isupper() and not numbered)):
        return None
    word = match.groupdict().get("type") or re.sub(r"\s", "", match[0])
    name = canonical_type(word) or unspaced_type(word)
    return None if name is None else Printed(name, line.start, line.start + match.end())


def _type_on_two(lines: list[Line], at: int) -> Printed | None:
    """The type that a narrow column breaks in two lines of its own: "KẾ / HOẠCH"."""
    pair = lines[at : at + 2]
    if len(pair) < 2 or any(" " in one.text or not one.text.isupper() for one in pair):
        return None
    name = canonical_type(" ".join(one.low for one in pair))
    return None if name is None else Printed(name, pair[0].start, pair[1].end)


def _type_with_number(lines: list[Line], at: int) -> Printed | None:
    """The type on a line that also repeats the number above: "QUYẾT ĐỊNH 12/QĐ-UBND"."""
    line = lines[at]
    match = find_of("header", "type_word")(line.low)
    if match is None or not line.text[: match.end()].isupper():
        return None
    number = re.sub(r"^\s*(?:số)?[\s:.]*", "", line.low[match.end() :])
    behind = find_of("header", "number_word")
    again = number[:1].isdigit() and "/" in number and " " not in number
    if not again or not any(
        (i := above.low.find(number)) > 0 and behind(above.low[:i]) for above in lines[:at]
    ):
        return None
    name = canonical_type(match["type"])
    return None if name is None else Printed(name, line.start, line.end)


def _above_header(lines: list[Line], at: int, doc_type: Printed) -> bool:
    """Whether a type word that opens a line is part of a body's name: the header follows it.

    "BAN CHỈ ĐẠO / CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA" stands above the motto and the number. A line
    with a small letter goes on with a title: "Nghị quyết / số 46-NQ/TW".
    """
    if doc_type.end >= lines[at].end:
        return False
    below = lines[at + 1 : at + 1 + _LINES_BELOW]
    return any(
        find_of("header", "header_line")(line.low) and not line.text[0].islower() for line in below
    )


def _spaced_type(low: str) -> re.Match[str] | None:
    """Match "k ế h o ạ c h": a type word that was spaced out for show."""
    match = find_of("header", "spaced_letters")(low)
    return match if match and unspaced_type(low.replace(" ", "")) else None


def _preamble(text: SourceText, lines: list[Line], header: int) -> int | None:
    """The index of the first line of the text, where no type word parts it from the header."""
    stop, opens = find_of("header", "preamble"), find_of("header", "carrying_out")
    for i, line in enumerate(lines[:_LINES]):
        if i > header >= 0 and find_of("header", "text_begun")(line.low):
            listed = _bases_below(lines, header)
            return i if listed is None else listed
        if i <= header or line.text.isupper():
            continue
        if stop(text.low, line.start) or opens(text.low, line.start):
            return i
    return _below_title(lines, header)


def _bases_below(lines: list[Line], header: int) -> int | None:
    """The first of the bases that a portal lists right under the header without "Căn cứ"."""
    if header < 0:
        return None
    dated = find_of("header", "dated")
    below = (i for i in range(header + 1, len(lines)) if not dated(lines[i].low))
    first = next(below, None)
    listed = first is not None and find_of("header", "listed_basis")(lines[first].low)
    return first if listed else None


def _below_title(lines: list[Line], header: int) -> int | None:
    """The first line below a title in capitals that stands right under the header's last line."""
    below = range(header + 1, min(len(lines), header + 1 + _LINES_BELOW))
    title = next((i for i in below if opens_title(lines[i])), None)
    if header < 0 or title is None:
        return _bases_below(lines, header)
    return next((i for i in range(title, len(lines)) if not lines[i].text.isupper()), None)
