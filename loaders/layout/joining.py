"""Joining: whether a line goes on with the lines above it, told by how they end and begin."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from loaders.grammar.patterns import find_of, pattern
from loaders.layout.lines import Line
from loaders.layout.markers import Opening, is_numbered, is_upper
from loaders.names.agencies import Home, agency_at
from loaders.names.places import province_named
from loaders.text.source_text import SourceText

_DAY_OPENS = re.compile(r"Ngày \d")
_YEAR = re.compile(r"(?:^|\s)(?:19|20)\d\d(?!\w)")
_YEAR_OPENS = re.compile(r"(?:19|20)\d\d(?![\w./])")
_CLOSES_BRACKET = re.compile(r"[^\s()]{1,12}\)")
_ABBREVIATION_CLOSES = re.compile(r"[^\W\d_][\w/&-]*[”\"]?[;,]")
_MARKS = tuple(".;:!?…")
_NUMBER_OPENS = re.compile(r"\d{1,5}(?:/(?:(?:19|20)\d\d/)?|-)[^\W\d_]")
"""A line that begins with a document's number: "62/2000/QĐ-TTg"."""
_LAST_WORD = 16
"""Characters at the end of a line that hold any word behind which a line goes on."""
_LINES_OF_BRACKET = 4
_LINES_OF_HEADING = 4
_UNEVEN = 1.5
"""Lines of one page are so much longer than the middle one at most."""
_NARROWEST_PAGE = 50
"""Shorter lines are those of a column or of headings."""
_FEWEST_TELLING = 5
"""Wrapped lines that tell how wide a page is."""
_FEWEST_INNER = 8
"""Lines that go on with a sentence, from which the usual gap is told."""


def _ends(text: str) -> bool:
    """Whether a line ends a sentence, closing quotes and brackets behind its mark left aside."""
    return text[-1] in _MARKS or text.rstrip("\"')]")[-1:] in _MARKS or text.endswith("./")


def usual_gap(lines: list[Line]) -> int:
    """How many blank lines stand between two lines of one sentence: 0, or 1 in some PDF text."""
    # Most layouts put none between most lines, which is told without a look at the others.
    apart = sum(_runs_on(a, b) for a, b in pairwise(lines) if b.gap > 0)
    if apart < 0.6 * _FEWEST_INNER:
        return 0
    inner = [b.gap for a, b in pairwise(lines) if _runs_on(a, b)]
    if len(inner) < _FEWEST_INNER:
        return 0
    gap, count = Counter(inner).most_common(1)[0]
    return gap if gap and count >= 0.6 * len(inner) else 0


def usual_width(lines: list[Line]) -> int:
    """How long a full line is: one in ten is longer.

    Where a portal sets paragraphs of its own above a page, each on one line, the page's lines tell.
    """
    lengths = sorted(len(line.text) for line in lines)
    width = _nine_in_ten(lengths)
    if width <= _UNEVEN * lengths[len(lengths) // 2]:
        return width
    inner = sorted(len(a.text) for a, b in pairwise(lines) if b.gap <= 0 and _runs_on(a, b))
    told = _nine_in_ten(inner) if len(inner) >= _FEWEST_TELLING else 0
    return min(width, told) if told >= _NARROWEST_PAGE else width


def _nine_in_ten(lengths: list[int]) -> int:
    return lengths[int(len(lengths) * 0.9)]


def _runs_on(before: Line, line: Line) -> bool:
    return line.text[0].islower() and not _ends(before.text) and not is_numbered(line.low)


def continues(
    before: Line, line: Line, opens: Opening, gap: int, width: int, current: list[Line]
) -> bool:
    """Whether `line`, which `opens` so, goes on with the block that ends with `before`."""
    text, above = line.text, before.text
    if (text[0] in "|h" and stands_alone(text)) or (above[0] in "|h" and stands_alone(above)):
        return False
    open_bracket = gap <= 0 and "(" in above and above.rfind("(") > above.rfind(")")
    if open_bracket and _CLOSES_BRACKET.match(text):
        return True
    if gap <= 0 and _DAY_OPENS.match(text) and _in_bracket(current):
        return True
    if opens.kind == "bullet" and text[0] in "-+":
        if gap > 0 or _ends(above):
            return False
        if _parts_name(before.low[-_LAST_WORD:], line.low[:_LAST_WORD]):
            return True
        if len(above) <= 0.6 * width:
            return False
        rest = text[1:].lstrip()
        # "kinh tế / - xã hội", "2021 / - 2025": a dash that fell on the line's beginning.
        return rest[:1].islower() or bool(_YEAR.match(rest) and _YEAR.search(above))
    if opens.marker:
        return False
    if gap <= 0 and len(current) == 1 and find_of("structure", "article_alone")(before.low):
        return True
    ended = _ends(above) and not (above[-1] == "." and _is_abbreviated(before.low))
    if ended and gap <= 0 and text[0].isdigit() and above.endswith("số:"):
        return True  # "Nghị quyết số: / 20-NQ/TW"
    if text[0].islower() or text[0] in ",;)%":
        if ended and above[-1] == ":":
            # "- Đến năm 2030: / tỷ lệ …": the item's own words, which open no list.
            opens_year = find_of("structure", "year_opens")(before.low)
            return gap <= 0 and len(current) == 1 and opens_year is not None
        return True if not ended else above[-1] in ";," or (gap <= 0 and above[-1] == ".")
    opens_task = len(current) == 1 and is_numbered(before.low) and _is_task(before, line)
    dangles = not ended and gap <= 0 and _dangles(before, text)
    if not ended and gap <= 0 and len(current) == 1 and _breaks_off(before, line):
        return True
    if dangles and len(current) == 1 and is_upper(above) and not is_upper(text):
        dangles = not is_numbered(before.low)  # "B. TUYẾN HUYỆN" above "Trạm Y tế chuẩn bị …"
    if dangles and not (opens_task and above.endswith("Bộ")):
        return True
    if not ended and gap <= 0 and _heading_goes_on(current, text):
        return True
    if ended or gap > 0 or find_of("structure", "opener")(line.low):
        return False
    if opens_task:
        return False
    if is_upper(text) and find_of("structure", "enacting_body")(line.low):
        return False
    if is_upper(above) != is_upper(text) and not text[0].isdigit():
        return False
    if above[-1] == "," or text[0] in "(\"'":
        return True
    # The line above is full where the next word would not have fitted; a first line is indented.
    full = 0.72 if len(current) == 1 else 0.85
    return len(above) + 1 + len(text.split(None, 1)[0]) >= full * width


def _breaks_off(before: Line, line: Line) -> bool:
    """Whether a basis breaks off in a name: "Căn cứ Luật Mặt trận / Tổ quốc Việt Nam ngày …"."""
    if is_upper(line.text) or find_of("structure", "opener")(line.low):
        return False
    return find_of("structure", "open_basis")(before.low) is not None


def _in_bracket(current: list[Line]) -> bool:
    """Whether a bracket of the last lines is open: "(Ban hành / kèm theo Quyết định số 5"."""
    words = "".join(line.text for line in current[-_LINES_OF_BRACKET:])
    return words.rfind("(") > words.rfind(")")


def _parts_name(above: str, below: str) -> bool:
    """Whether the dash that opens a line stands inside a name: "Sở Lao động / - Thương binh".

    "Phòng Văn hóa - Xã hội / - Xác nhận …" is a whole name above a task.
    """
    names = pattern("structure", "parted_by_dash").regex.finditer(f"{above} {below}")
    return any(name.start() < len(above) < name.end() for name in names)


def _heading_goes_on(current: list[Line], text: str) -> bool:
    """Whether capitals go on with a numbered heading in capitals: "I. MỤC ĐÍCH, / YÊU CẦU".

    A line that names an agency heads its own tasks.
    """
    if not (is_upper(text) and len(current) < _LINES_OF_HEADING and is_numbered(current[0].low)):
        return False
    shouted = all(is_upper(line.text) for line in current)
    return shouted and agency_at(SourceText.of(text), 0, Home()) is None


def _is_task(before: Line, line: Line) -> bool:
    """Whether a line with a capital opens a task, below a heading that names who has it."""
    if pattern("duties", "task_verb").regex.match(line.low) is None:
        return False
    window = max(0, len(before.low) - _LAST_WORD)
    return find_of("structure", "before_office")(before.low, window) is None


def stands_alone(text: str) -> bool:
    """Whether a line is a row of a table or an address, which nothing goes on from or with."""
    return text.startswith(("|", "http"))


def _is_abbreviated(low: str) -> bool:
    return find_of("structure", "abbreviated")(low, max(0, len(low) - _LAST_WORD)) is not None


def _dangles(before: Line, text: str) -> bool:
    """Whether a line cannot end where it does, given the `text` of the next one."""
    if find_of("structure", "dangling")(before.low, max(0, len(before.low) - _LAST_WORD)):
        return True
    if _YEAR_OPENS.match(text) and find_of("structure", "before_a_year")(
        before.low, max(0, len(before.low) - _LAST_WORD)
    ):
        return True
    number = text[0].isdigit() and _NUMBER_OPENS.match(text)
    if number and find_of("structure", "before_a_number")(before.low) is not None:
        return True
    # "phòng, chống dịch / COVID-19;": one abbreviation that closes the item.
    if _ABBREVIATION_CLOSES.fullmatch(text) and is_upper(text) and before.text[-1] not in ".;:|":
        return True
    if _tears_place(before, text):
        return True
    words = text.split()[:2]
    named = len(words) == 2 and all(word[0].isupper() and word[1:].islower() for word in words)
    return named and find_of("structure", "before_a_place")(before.low) is not None


def _tears_place(before: Line, text: str) -> bool:
    """Whether a line end stands in the name of a province: "UBND tỉnh Cao / Bằng tại Tờ trình"."""
    first, last = text.split(None, 1)[0], before.text.rsplit(None, 1)[-1]
    name = f"{last} {first.strip('.,;:')}"
    # Letter by letter: "phía Bắc / Căn cứ" is no Bắc Kạn.
    return name.istitle() and province_named(name) == name
