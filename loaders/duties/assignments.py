"""Assignments: tables that give each task an agency in the lead, partners and a time.

A table is known by a column headed "Cơ quan chủ trì" or "Đơn vị thực hiện" beside one of tasks. Its
cells stand between pipes, or under their headings as a page shows them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from loaders.duties.tasks import deadline_of, partners_of, recurrence_of, role_of
from loaders.folding import UPPER
from loaders.grammar.patterns import find_of, load_patterns
from loaders.layout.lines import Line
from loaders.layout.piped import PipedRow, piped_rows
from loaders.names.agency_lists import agencies_at
from loaders.names.full_names import full_name
from loaders.names.person_names import name_in
from loaders.records import Role
from loaders.text.source_text import SourceText

_GAP = re.compile(r"\s{2,}")
_STUCK = re.compile(r"(\d{1,3})\s?[\]\[)!.|]?\s+(?=[^\W\d_])")
"""A row's number whose border is lost: "1] Xây dựng …"."""
_NUMBER = re.compile(r"(?:\d{1,3}|[ivx]{1,5})[.)]?$")
_PIECE = re.compile(r"[,;]|\s-\s")
_NAME = re.compile(rf"[{UPPER}][^\W\d_]*(?:(?: |, | - )[^\W\d_]+)+(?: \d{{1,2}})?")
_WORDS_OF_NAME = range(2, 11)
_COUNTED = re.compile(r"\d{1,2}[.)]\s+(?=[^\W\d_])")
"""The number of a row before the words of its task: "2. Ra quân phát tờ rơi"."""
_LONGEST_HEADING = 4
_LONGEST_TABLE = 400
"""Lines behind a heading that may be rows of its table."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task of a table at low[start:end]: who leads or carries it out, with whom, until when."""

    agencies: tuple[str, ...]
    role: Role
    partners: tuple[str, ...]
    deadline: str | None
    recurrence: str | None
    start: int
    end: int
    rule: str = "assignment_table"


def find_assignments(
    text: SourceText, lines: list[Line], taken: list[tuple[int, int]]
) -> tuple[list[Assignment], list[tuple[int, int]]]:
    """Return the tasks of all tables of assignments, and the spans of text that these take up.

    Not of those at `taken`, which are read otherwise.
    """
    found: list[Assignment] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for begin in [i for i, line in enumerate(lines) if "|" in line.text or "  " in line.text]:
        if begin < at or any(start <= lines[begin].start < end for start, end in taken):
            continue
        if "|" in lines[begin].text:
            at, rows = piped_rows(lines, begin)
        elif heading := _heading_at(text, lines, begin):
            at, rows = _laid_out(text, lines, begin, *heading)
        else:
            continue
        if assigned := list(_assigned(text, rows)):
            found += assigned
            spans.append((lines[begin].start, lines[at - 1].end))
    return found, spans


def column_kinds(cells: list[str]) -> dict[str, int] | None:
    """Return what the columns are for, by their headings; None for what heads no such table."""
    kinds: dict[str, int] = {}
    for i, cell in enumerate(cells):
        words = " ".join(cell.lower().split())
        for row in load_patterns("duties", "column"):
            if len(words) < 60 and row.find(words):
                kinds.setdefault(row.name, i)
                break
    tells = "task" in kinds and ("lead_column" in kinds or "doer_column" in kinds)
    if tells and len(cells) > 2:
        return kinds
    low = [" ".join(cell.lower().split()) for cell in cells]
    for body, (whose, tasks) in enumerate(pairwise(low)):
        named = find_of("duties", "body_column")(whose)
        if named and find_of("duties", "tasks_of_body")(tasks):
            return {"body_column": body, "task": body + 1}
    return None


def _assigned(text: SourceText, rows: list[PipedRow]) -> Iterator[Assignment]:
    kinds: dict[str, int] | None = None
    columns = 0
    for cells, start, end in rows:
        if kinds is None:
            kinds = column_kinds(cells)
            columns = len(cells)
            continue
        if len(cells) == columns - 1 and 0 not in kinds.values():
            cells = _unstuck(cells)

        def cell(kind: str, cells: list[str] = cells, kinds: dict[str, int] = kinds) -> str:
            column = kinds.get(kind, len(cells))
            return cells[column] if column < len(cells) else ""

        if "lead_column" not in kinds and "doer_column" not in kinds:
            yield from _tasks_of_body(text, cell("body_column"), cell("task"), start, end)
            continue
        lead = agencies_named(cell("lead_column"))
        agencies = lead or agencies_named(cell("doer_column"))
        if not agencies or not re.search(r"[^\W\d_]{3}", cell("task")):
            continue
        partners = tuple(
            name for name in _partners_in(cell("partner_column")) if name not in agencies
        )
        time = " ".join(cell("time").split())
        role = Role.LEAD if lead else Role.ASSIGNED
        known = time if re.search(r"\d", time) else None
        often = recurrence_of(time.lower())
        # What says who, with whom and until when stands behind the task, but for a row's number.
        words = _COUNTED.sub("", cell("task"))
        task = text.value.find(words, start, end)
        first = kinds["task"] == min(kinds.values()) and task >= 0
        yield Assignment(agencies, role, partners, known, often, task if first else start, end)


def _tasks_of_body(
    text: SourceText, body: str, tasks: str, start: int, end: int
) -> Iterator[Assignment]:
    """The tasks of one body, which say themselves who leads and with whom; the row at [start:end)
    has them between pipes.
    """
    agencies = agencies_named(body)
    begin = text.value.find(tasks, start, end)
    if not agencies or begin < 0 or not re.search(r"[^\W\d_]{3}", tasks):
        return
    stop = begin + len(tasks)
    role, partners = role_of(text.low, begin, stop), partners_of(text, begin, stop, agencies)
    until, often = deadline_of(text, begin, stop), recurrence_of(tasks.lower())
    yield Assignment(agencies, role, partners, until, often, begin, stop)


def _partners_in(cell: str) -> tuple[str, ...]:
    """The partners of a row. Where the cell names none that is known by its kind, each of its
    names is one: "Nhà văn hóa các ấp". Of who leads that would prove too little.
    """
    return agencies_named(cell) or tuple(dict.fromkeys(_unknown_in(cell)))


def _unknown_in(cell: str) -> Iterator[str]:
    for piece in _PIECE.split(" ".join(cell.split())):
        words = piece.strip(" .-+*")
        if not _NAME.fullmatch(words) or len(words.split()) not in _WORDS_OF_NAME:
            continue
        if name_in(words) or find_of("duties", "no_holder")(words.lower()):
            continue
        yield full_name(words)


def _unstuck(cells: list[str]) -> list[str]:
    """The cells of a row whose number ran together with the one beside it."""
    number = _STUCK.match(cells[0])
    return [number[1], cells[0][number.end() :], *cells[1:]] if number else cells


def agencies_named(cell: str) -> tuple[str, ...]:
    """Return the agencies that a cell names, one behind the other or in a list of lines."""
    text = SourceText.of(" ".join(cell.split()))
    names: list[str] = []
    at = 0
    while at < len(text.value):
        listed = agencies_at(text, at, len(text.value), common=True)
        names += listed[0] if listed else ()
        ends = text.low.find(";", listed[1] if listed else at)
        dash = text.low.find("- ", listed[1] if listed else at)
        stops = [stop for stop in (ends, dash) if stop >= 0]
        if not stops:
            break
        at = min(stops) + 1
        while text.value.startswith((" ", "-"), at):
            at += 1
    return tuple(dict.fromkeys(names))


def _cells(text: SourceText, line: Line) -> tuple[list[str], list[int]]:
    """The cells of a line that wide gaps part, and the column of the page where each begins."""
    first = line.start - text.value.rfind("\n", 0, line.start) - 1
    cells, columns, at = [], [], 0
    for gap in [*_GAP.finditer(line.text), None]:
        end = gap.start() if gap else len(line.text)
        cells.append(line.text[at:end])
        columns.append(first + at)
        at = gap.end() if gap else end
    return cells, columns


def _heading_at(
    text: SourceText, lines: list[Line], at: int
) -> tuple[int, list[str], list[int]] | None:
    """The heading that is laid out in columns from a line on: the index behind it, its cells and
    where they begin. Below the first line stand the words that are wrapped in its cells.
    """
    cells, columns = _cells(text, lines[at])
    heads = any(row.find(lines[at].low) for row in load_patterns("duties", "column"))
    if len(cells) < 3 or not heads:
        return None
    end = at + 1
    while end < min(at + _LONGEST_HEADING, len(lines)):
        more, begins = _cells(text, lines[end])
        under = [bisect_right(columns, begin + 2) - 1 for begin in begins]
        aligned = all(
            column >= 0 and abs(columns[column] - begin) <= 2
            for column, begin in zip(under, begins, strict=True)
        )
        if lines[end].gap > 0 or not aligned or _NUMBER.match(more[0].lower()):
            break
        if len(more) > 1 and any(cell[:1].isupper() for cell in more[1:]):
            break
        for cell, column in zip(more, under, strict=True):
            cells[column] = f"{cells[column]} {cell}"
        end += 1
    return (end, cells, columns) if column_kinds(cells) else None


def _laid_out(
    text: SourceText, lines: list[Line], at: int, end: int, heading: list[str], columns: list[int]
) -> tuple[int, list[PipedRow]]:
    """The rows below a heading that is laid out in columns; a row begins with its number, which
    stands before the task where that is the first column, or else with the task itself.
    """
    kinds = column_kinds(heading) or {}
    first_is_task = kinds.get("task") == 0
    if first_is_task and end < len(lines) and not _COUNTED.match(lines[end].text):
        return _uncounted(text, lines, at, kinds)
    rows: list[PipedRow] = [(heading, lines[at].start, lines[end - 1].end)]
    for i in range(end, min(at + _LONGEST_TABLE, len(lines))):
        line = lines[i]
        cells, begins = _cells(text, line)
        counted = _COUNTED.match(cells[0]) if first_is_task else _NUMBER.match(cells[0].lower())
        numbered = counted is not None and len(cells) > 1
        if not numbered and (len(rows) == 1 or begins[0] < columns[0] + 2):
            break
        if numbered:
            rows.append(([""] * len(columns), line.start, line.end))
        row = rows[-1][0]
        for cell, begin in zip(cells, begins, strict=True):
            column = max(bisect_right(columns, begin + 2) - 1, 0)
            row[column] = f"{row[column]} {cell}".strip()
        rows[-1] = (row, rows[-1][1], line.end)
        end = i + 1
    return end, rows


def _uncounted(
    text: SourceText, lines: list[Line], at: int, kinds: dict[str, int]
) -> tuple[int, list[PipedRow]]:
    """The rows of a table whose first column is the task, where no row has a number.

    One begins at each line with a capital under that column and words under who does it. A line
    with words under later columns alone, or with small letters under the first, goes on with it.
    """
    heading, columns = _cells(text, lines[at])
    rows: list[PipedRow] = [(heading, lines[at].start, lines[at].end)]
    doers = {kinds[kind] for kind in ("lead_column", "doer_column") if kind in kinds}
    end = at + 1
    for line in lines[at + 1 : at + _LONGEST_TABLE]:
        cells, begins = _cells(text, line)
        under = [max(bisect_right(columns, begin + 2) - 1, 0) for begin in begins]
        first = abs(begins[0] - columns[0]) <= 2
        opens = first and cells[0][:1].isupper() and bool(doers & set(under[1:]))
        goes_on = (
            len(rows) > 1 and line.gap <= 0 and (under[0] > 0 or (first and cells[0][:1].islower()))
        )
        if not (opens or goes_on):
            break
        if opens:
            rows.append(([""] * len(columns), line.start, line.end))
        row = rows[-1][0]
        for cell, column in zip(cells, under, strict=True):
            row[column] = f"{row[column]} {cell}".strip()
        rows[-1] = (row, rows[-1][1], line.end)
        end += 1
    return end, rows
