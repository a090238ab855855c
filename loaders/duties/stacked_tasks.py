"""Stacked tasks: tables that hand out tasks, with their cells one below the other.

So the text of a PDF or of a word processor gives them: "TT", "Nhiệm vụ", "Cơ quan chủ trì", … line
by line, and then each row behind its number, wrapped cells on several lines. Cells are told by the
order of the columns and by what they begin with: an agency, a time. Where who leads cannot be told,
a row is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from loaders.duties.assignments import Assignment, agencies_named
from loaders.duties.scanned_tasks import columns_of
from loaders.duties.tasks import recurrence_of
from loaders.grammar.patterns import find_of
from loaders.layout.lines import Line
from loaders.names.agency_lists import agencies_at
from loaders.records import Role
from loaders.text.source_text import SourceText

_COUNTS = ("stt", "tt", "số tt")
"""What heads the column of the rows' numbers, on a line of its own."""
_LONGEST_HEADING = 14
_LONGEST_ROW = 30
"""Lines of a heading, and of a row, whose cells are wrapped."""
_LONGEST_TABLE = 2000
_ALONE = re.compile(r"(\d{1,3})[.)]?")
_SECTION = re.compile(r"(?:[ivx]{1,5}|[a-h])[.)]?")
"""The number of a part of the table, which has a line of its own."""
_ENDS = re.compile(
    r"(?:[ivx]{1,5}|\d{1,2})[.)]\s+[^\W\d_]|nơi nhận|(?:phần|chương|điều|mục) \S|trên đây"
)
_GOES_ON = re.compile(r"(?:[,;]|[-–]|(?<!\w)(?:và|các|với|của))$")


class _Part(NamedTuple):
    """A number that stands alone, or a line of a cell; `behind` is the index of the next line."""

    number: int | None
    line: Line
    behind: int


def find_stacked_tasks(
    text: SourceText, lines: list[Line]
) -> tuple[list[Assignment], list[tuple[int, int]]]:
    """Return the tasks of such tables, in order, and the spans of text that these take up."""
    found: list[Assignment] = []
    spans: list[tuple[int, int]] = []
    done = 0
    for at, line in enumerate(lines):
        if at < done or line.low not in _COUNTS:
            continue
        heading = list(islice(_parts(lines, at + 1), _LONGEST_HEADING))
        first = next((i for i, part in enumerate(heading) if part.number == 1), None)
        columns = columns_of(" / ".join(part.line.low for part in heading[:first]))
        if first is None or not columns:
            continue
        end = done = at + 1 + first
        for row in _rows(_parts(lines, done)):
            done = row[-1].behind
            if task := _assigned(text, row, columns):
                found.append(task)
                end = next(part.behind for part in row if part.line.end >= task.end)
        if found and found[-1].start > line.start:
            spans.append((line.start, lines[end - 1].end))
    return found, spans


def _parts(lines: list[Line], start: int) -> Iterator[_Part]:
    """The numbers and lines of a table from a line on, as far as it may reach."""
    for i, line in enumerate(lines[start : start + _LONGEST_TABLE], start):
        own = _ALONE.fullmatch(line.text)
        yield _Part(int(own[1]) if own else None, line, i + 1)


def _rows(parts: Iterator[_Part]) -> Iterator[list[_Part]]:
    """The lines of each row, by the rows' numbers, which begin anew in each part of the table."""
    row: list[_Part] | None = None
    expected = 1
    for part in parts:
        if part.number is not None and part.number in (expected, 1):
            if row:
                yield row
            row, expected = [], part.number + 1
        elif _SECTION.fullmatch(part.line.low):
            if row:
                yield row
            row = None
        elif _ENDS.match(part.line.low) or (row is not None and len(row) > _LONGEST_ROW):
            break
        elif row is not None:
            row.append(part)
    if row:
        yield row


def _assigned(text: SourceText, row: list[_Part], columns: tuple[str, ...]) -> Assignment | None:
    """The task of a row, where the lines behind it name who has it."""
    lines = [part.line for part in row]
    lead = next((i for i in range(1, len(lines)) if _opens_agencies(text, lines, i)), None)
    if lead is None:
        return None
    time = next((i for i in range(lead + 1, len(lines)) if _is_time(text, lines[i])), len(lines))
    partner = lead + 1
    while partner < time and not _opens_agencies(text, lines, partner):
        partner += 1
    if "partner_column" not in columns:
        partner = time
    agencies = agencies_named(_words(lines[lead:partner]))
    if not agencies:
        return None
    partners = agencies_named(_words(lines[partner:time]))
    due = lines[time].text if "time" in columns and time < len(lines) else ""
    return Assignment(
        agencies, Role.LEAD if "lead_column" in columns else Role.ASSIGNED,
        tuple(name for name in partners if name not in agencies),
        due if any(map(str.isdigit, due)) else None, recurrence_of(due.lower()),
        lines[0].start, lines[min(time, len(lines) - 1)].end if due else lines[time - 1].end,
        "stacked_table",
    )  # fmt: skip


def _opens_agencies(text: SourceText, lines: list[Line], at: int) -> bool:
    """Whether a line begins a cell that names agencies: none goes on from the line above."""
    line, above = lines[at], lines[at - 1]
    if not line.text[0].isupper() or _GOES_ON.search(above.low):
        return False
    if find_of("duties", "governs_name")(above.low[-24:]) is not None:
        return False
    return agencies_at(text, line.start, line.end, common=True) is not None


def _is_time(text: SourceText, line: Line) -> bool:
    time = find_of("duties", "cell_time")(text.low, line.start, line.end)
    return time is not None and time.start("time") == line.start


def _words(lines: list[Line]) -> str:
    return " ".join(line.text for line in lines)
