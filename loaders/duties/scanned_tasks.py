"""Scanned tasks: ruled tables that hand out tasks as an OCR reads them from a page.

Some rules are read as pipes and some are lost, so that cells run together, and what is wrapped in
the cells of a row stands on the lines below it, one cell's words behind the other's. A row is told
by its number, who leads it by where an agency's name begins, the time by its words. What cannot be
told so is left out: a wrong agency is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from loaders.duties.assignments import Assignment, column_kinds
from loaders.duties.tasks import recurrence_of
from loaders.duties.wrapped_names import KnownNames, completed
from loaders.folding import UPPER
from loaders.grammar.patterns import find_of, load_patterns
from loaders.layout.lines import Line
from loaders.layout.piped import piped_rows
from loaders.names.agency_lists import agencies_at
from loaders.records import Role
from loaders.text.source_text import SourceText

_RULE = re.compile(r"[|\[\]{}¦_!]+")
_LONGEST_HEADING = 5
_LONGEST_TABLE = 400
_LONGEST_ROW = 12
_NUMBERED = re.compile(
    r"\W*(?P<number>\d{1,3})(?:[.)]*(?:\s*[|\[\]{}¦_!])+\s*|[.)]?\s+)(?=[^\W\d_])"
)
_SIGN_BEFORE = re.compile(r"\W*[^\W_]{1,2}\s*[|\[\]{}¦]\s*(?=[^\W\d_])")
"""The number of a row that an OCR read as letters, before its rule."""
_ENDS = re.compile(
    r"(?:[ivxl1]{1,4}\.\s+[^\W\d_]|\d{1,2}(?:\.\d{1,2})+\.?\s|\d{1,2}\.\s|[-+]\s|nơi nhận|điều \d)"
)
_CELL_BEFORE = re.compile(rf"[|\[\]{{}}¦!]\s*(?=[{UPPER}]\S* ?)")
_HEADS = re.compile(r"\d{1,2}\.\s[^|\[\]{}¦_!]*$")
_NEXT_NAME = re.compile(rf"(?<=\w) (?=[{UPPER}])")
_NAME_BEGINS = re.compile(r"(?:(?<=\s)|(?<=[|\[\]{}¦_!]))(?=[^\W\d_])")
_FEWEST_WORDS = 2
_NEXT_HEAD = re.compile(r"(?<=[Tt]rì) (?=Phối)")
"""Where the rule between two headings is lost: "Chủ trì Phối hợp", each with its capital."""
_DOES = ("lead_column", "doer_column")
_QUARTER = re.compile(r"^([Qq])uy(?= [IV])")


class _Row(NamedTuple):
    """A row: its first line from behind its number on, and the lines wrapped below it."""

    start: int
    line: Line
    below: tuple[Line, ...]


class ScannedTable(NamedTuple):
    """A table: what its columns are for, from left to right, and its rows; text[start:end]."""

    columns: tuple[str, ...]
    rows: tuple[_Row, ...]
    start: int
    end: int


def find_scanned_tables(text: SourceText, lines: list[Line]) -> list[ScannedTable]:
    """Return the tables of tasks whose rules an OCR has read in part, in order."""
    found: list[ScannedTable] = []
    done = 0
    for at, line in enumerate(lines):
        ruled = "|" in line.text
        if at < done or not (ruled or line.low.startswith(("tt ", "stt "))):
            continue
        if not ruled and "  " in line.text:  # laid out in columns
            continue
        table = _table(lines, at) if _may_head(line) else None
        if table is not None:
            done, scanned = table
            found.append(scanned)
    return found


def _may_head(line: Line) -> bool:
    """Whether a line names a column of tasks, and one of who does them begins on it."""
    if line.text.startswith("|") or line.text.endswith((".", ";", ":")) or len(line.text) > 140:
        return False
    return len(columns_of(_heading(line))) > 1


def _heading(line: Line) -> str:
    return _RULE.sub(" ", _NEXT_HEAD.sub(" / ", line.text)).lower()


def columns_of(words: str) -> tuple[str, ...]:
    """Return what the columns are for, in the order in which the words of a heading name them.

    "other" stands for one of something else before the column of who does a task. Nothing where
    that column has words behind it that name none: there is another, and which agency stands in
    it cannot be told.
    """
    places = sorted(
        (*match.span(), row.name)
        for row in load_patterns("duties", "column")
        if (match := row.regex.search(words))
    )
    names = tuple(name for _, _, name in places)
    does = next((i for i, name in enumerate(names) if name in _DOES), None)
    if names[:1] != ("task",) or does is None:
        return ()
    nearest = next((start for start, _, _ in places[does + 1 :]), len(words))
    is_rest = find_of("duties", "heading_rest")
    if not is_rest(words[places[does][1] : nearest]):
        return ()
    before = words[places[does - 1][1] : places[does][0]]
    return names if is_rest(before) else (*names[:does], "other", *names[does:])


def _table(lines: list[Line], at: int) -> tuple[int, ScannedTable] | None:
    """The index behind the table whose heading begins at `at`, and the table.

    None where each row has all its cells: no rule is lost there.
    """
    last = min(at + _LONGEST_HEADING, len(lines))
    first = next((i for i in range(at + 1, last) if _opens_rows(lines, i)), None)
    if first is None:
        return None
    rows = piped_rows(lines, at)[1]
    alike = len({len(cells) for cells, _, _ in rows}) == 1 and len(rows) > 1
    if alike and column_kinds(rows[0][0]) is not None:
        return None
    columns = columns_of(" ".join(map(_heading, lines[at:first])))
    if not columns:
        return None
    end, found = first, list[_Row]()
    number, begun = 1, first
    for i in range(first, min(first + _LONGEST_TABLE, len(lines))):
        line = lines[i]
        nth = _number_of(line)
        opens = nth in (number, number + 1) or (nth is None and _SIGN_BEFORE.match(line.text))
        if _HEADS.match(line.text) and "|" in lines[first].text:
            opens = False  # "3. Tổ chức thực hiện" is no row 3 of "2 | Rà soát …"
        if i > first and not opens and (_ENDS.match(line.low) or i - begun > _LONGEST_ROW):
            break
        if i == first:
            opens, nth = True, 1
        if opens:
            number, begun = (nth or number) + 1, i
            number_words = _NUMBERED.match(line.text) or _SIGN_BEFORE.match(line.text)
            behind = number_words.end() if number_words else 0
            found.append(_Row(line.start + behind, line, ()))
        else:
            found[-1] = found[-1]._replace(below=(*found[-1].below, line))
        end = i + 1
    return end, ScannedTable(columns, tuple(found), lines[at].start, lines[end - 1].end)


def _opens_rows(lines: list[Line], at: int) -> bool:
    """Whether the first row begins on a line: its number is 1, or one read so above a row 2."""
    number = _number_of(lines[at])
    if number is None or number == 1 or "|" not in lines[at].text:
        return number == 1
    below = (_number_of(line) for line in lines[at + 1 : at + _LONGEST_ROW])
    return next((nth for nth in below if nth is not None), None) == 2


def _number_of(line: Line) -> int | None:
    number = _NUMBERED.match(line.text)
    return int(number["number"]) if number else None


def scanned_assignments(
    text: SourceText, table: ScannedTable, known: KnownNames
) -> Iterator[Assignment]:
    """Yield the tasks of a table's rows whose agency can be told; `known`: names of the paper."""
    leads = "lead_column" in table.columns
    for row in table.rows:
        below = [line.text for line in row.below]
        time = _time(text, row, below) if "time" in table.columns else None
        stop = time[0] if time else row.line.end
        cells = _agency_cells(text, row, stop, table.columns)
        if cells is None:
            continue
        (start, end), others = cells[0], cells[1:]
        # One name before the time may be that of a partner, unless it begins two.
        alone = not others and "partner_column" in table.columns
        alone = alone and not any(map(str.isalpha, text.value[end:stop]))
        cell = _words(text, start, end)
        agency, below = _named(cell, below, known, last=not others, alone=alone)
        if agency is None:
            continue
        partners: list[str] = []
        for begin, close in others:
            name, below = completed(_words(text, begin, close), below, known, last=True)
            partners += [name] if name else []
        words = time[1] if time else ""
        yield Assignment(
            (agency,), Role.LEAD if leads else Role.ASSIGNED,
            tuple(name for name in partners if name != agency),
            words if find_of("duties", "sure_time")(words.lower()) else None,
            recurrence_of(words.lower()), row.start, (row.below or (row.line,))[-1].end,
            "scanned_table",
        )  # fmt: skip


def _named(
    cell: str, below: list[str], known: KnownNames, *, last: bool, alone: bool
) -> tuple[str | None, list[str]]:
    """The name of a cell's first line with what is wrapped below it, as `completed`.

    Where the rule behind it is lost, the cell holds the beginning of the next one's name too:
    "Phòng Văn hóa - Xã Đoàn Thanh" above "hội niên". A name that is known and complete below
    counts; of a cell that stands `alone` where two should, only such a one.
    """
    name, left = (None, below) if alone else completed(cell, below, known, last=last)
    if name is None:
        for cut in reversed([match.start() for match in _NEXT_NAME.finditer(cell)]):
            begun, rest = completed(cell[:cut], below, known, last=False)
            if begun is not None and begun in known and rest != below:
                return begun, rest
    return name, left


def _words(text: SourceText, start: int, end: int) -> str:
    return " ".join(_RULE.sub(" ", text.value[start:end]).split())


def _time(text: SourceText, row: _Row, below: list[str]) -> tuple[int, str] | None:
    """Where the time of a row begins on its first line, and its words.

    What of it is wrapped closes the next line, and is taken away from `below`.
    """
    found = find_of("duties", "cell_time")(text.low, row.start, row.line.end)
    if found is None:
        return None
    words = " ".join(text.value[slice(*found.span("time"))].split())
    if words[-1].isalpha() and below:
        more = find_of("duties", "wrapped_time")(below[0].lower())
        if more is not None:
            words = f"{words} {below[0][more.start() :].strip(' |_')}"
            below[0] = below[0][: more.start()].rstrip(" |")
    return found.start("time"), _QUARTER.sub(r"\1uý", words)


def _agency_cells(
    text: SourceText, row: _Row, stop: int, columns: tuple[str, ...]
) -> list[tuple[int, int]] | None:
    """Where the cells of agencies begin and end on a row's first line: one, or two with partners.

    Names behind a rule begin cells. Where rules are lost, so may those between blanks, if as many
    stand there as there are cells; else it cannot be told which name is whose.
    """
    wanted = 2 if "partner_column" in columns else 1
    ruled: list[int] = []
    loose: list[int] = []
    task_words = 0
    for place in _NAME_BEGINS.finditer(text.value, row.start, stop):
        at = place.start()
        task_words += 1
        if at == row.start or not text.value[at].isupper():
            continue
        if agencies_at(text, at, stop) is None:
            continue
        before = text.value[row.start : at].rstrip()
        if _RULE.search(before[-1:]):
            ruled.append(at)
        elif task_words > _FEWEST_WORDS and not find_of("duties", "governs_name")(
            before.lower()[-24:]
        ):
            loose.append(at)
    # "Thanh tra Sở": the second word begins no cell.
    after = [*loose[1:], stop][: len(loose)]
    loose = [at for at, end in zip(loose, after, strict=True) if " " in _words(text, at, end)]
    rules = len(_RULE.findall(text.value[row.start : row.line.end].strip(" |_")))
    begins = ruled
    if len(ruled) < wanted and rules < len(columns) - 1:
        begins = sorted([*ruled, *loose])
    if len(begins) < wanted or (begins is not ruled and len(begins) > wanted):
        begins = ruled
        if len(begins) != 1 or loose:
            return None
    if len(_CELL_BEFORE.findall(text.value, row.start, begins[0])) > columns.count("other"):
        return None  # a cell before it may hold the name of who leads
    begins = begins[:wanted]
    ends = [*begins[1:], stop]
    cells = []
    for begin, end in zip(begins, ends, strict=True):
        rule = _RULE.search(text.value, begin, end)
        cells.append((begin, rule.start() if rule else end))
    return cells
