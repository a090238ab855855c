"""Crossings: tables that give each place or body its targets: measures across, bodies down.

The measure is named by the column's heading, or by the caption where columns are only years; the
year by either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.grammar.patterns import find_of, load_patterns
from loaders.indicators.captions import Caption
from loaders.indicators.cells import YEAR, Row, cell_value, found_in, unit_of_name
from loaders.indicators.columns import column_kind
from loaders.indicators.found_values import FoundValue
from loaders.indicators.names import lowered
from loaders.indicators.quantities import counted_words
from loaders.layout.piped import PipedRow

_SHARES = ("%", "‰")
_IN_BRACKETS = re.compile(r"\s*\(([^()]{1,24})\)\s*$")
_ROW_NUMBERS = re.compile(r"^(?:stt|tt|số tt)\s+")
_ROW_NUMBER = re.compile(r"^\d{1,3}[.)]?\s+")
_YEAR_BEHIND = re.compile(
    r",?\s+(?:(?:đến|thực hiện|ước|kế hoạch|mục tiêu|chỉ tiêu|th|kh)\s+)*"
    r"(?:(?<=\s)năm\s+)?\d{4}\s*$",
    re.IGNORECASE,
)
_ONLY_TIME = re.compile(
    r"(?:giai đoạn|đến|năm học|năm|kế hoạch|kh|mục tiêu|chỉ tiêu|giao|[\s\d–-])*"
)


@dataclass(frozen=True, slots=True)
class _Measure:
    column: int
    name: str
    unit: str | None
    year: int | None
    past: bool


def crossing_values(rows: list[PipedRow], caption: Caption, issued: int | None) -> list[FoundValue]:
    """Return the values of a table whose first row is its heading; none where it is no crossing.

    Only a table among targets, or with a caption that speaks of them, is one. `issued` is the
    paper's year: a column of an earlier one looks back.
    """
    if not rows or not caption.goal or caption.money:
        return []
    heading = rows[0][0]
    bearer = bearer_column([cell.lower() for cell in heading])
    if bearer is None:
        return []
    below = rows[1:]
    if below and _goes_on(below[0][0], heading, bearer):
        heading = _joined(heading, below[0][0], bearer)
        below = below[1:]
    measures = _looking_back(heading, list(_measures(heading, bearer, caption, issued)))
    return [value for row in below for value in _row_values(row, bearer, measures, caption)]


def _goes_on(cells: list[str], heading: list[str], bearer: int) -> bool:
    """Whether a row is the second one of the heading: it names no body, and says years or units."""
    if len(cells) != len(heading) or any(cells[: bearer + 1]):
        return False
    said = [cell for cell in cells[bearer + 1 :] if cell]
    return bool(said) and all(YEAR.search(cell) or cell_value(cell) is None for cell in said)


def _joined(above: list[str], below: list[str], bearer: int) -> list[str]:
    """Return one heading of two rows: an empty cell above belongs to the one on its left."""
    found, group = above[: bearer + 1], ""
    for upper, lower in zip(above[bearer + 1 :], below[bearer + 1 :], strict=True):
        group = upper or group
        unit = _IN_BRACKETS.search(group)
        if unit and not _IN_BRACKETS.search(lower):
            found.append(f"{group[: unit.start()]} {lower} ({unit[1]})")
        else:
            found.append(f"{group} {lower}".strip())
    return found


def _looking_back(heading: list[str], measures: list[_Measure]) -> list[_Measure]:
    """Let columns of earlier years look back, where another says that it is the one to reach.

    "Tỷ lệ A năm 2025 (%)" beside "Chỉ tiêu 2026 (%)".
    """
    aims = find_of("quantities", "target_caption")
    due = [m.year for m in measures if m.year and aims(heading[m.column].lower())]
    if not due:
        return measures
    return [
        replace(m, past=True)
        if m.year and m.year < min(due) and not aims(heading[m.column].lower())
        else m
        for m in measures
    ]


def bearer_column(heading: list[str]) -> int | None:
    """Return the column of places or bodies in a heading (lower case).

    None where there is none, or where a column of measures stands before it.
    """
    is_bearer = find_of("quantities", "bearer")
    cells = [_ROW_NUMBERS.sub("", cell) for cell in heading]
    bearer = next((i for i, cell in enumerate(cells) if is_bearer(cell)), None)
    if any(column_kind(cell) == "indicator" for cell in heading[:bearer]):
        return None
    return bearer


def _measures(
    heading: list[str], bearer: int, caption: Caption, issued: int | None
) -> Iterator[_Measure]:
    for i, cell in enumerate(heading):
        low = cell.lower()
        if i <= bearer or not low or find_of("quantities", "no_measure")(low):
            continue
        years = [int(year) for year in YEAR.findall(low)]
        unit = _IN_BRACKETS.search(cell)
        name = cell[: unit.start()] if unit else cell
        if _ONLY_TIME.fullmatch(low):
            name = caption.name
        elif years:
            name = _YEAR_BEHIND.sub("", name)
        past = column_kind(low) == "baseline"
        opens = (years[0] if "năm học" in low else years[-1]) if years else None
        past = past or (opens is not None and issued is not None and opens < issued)
        if re.search(r"[^\W\d_]{2}", name):
            said = unit[1] if unit else caption.unit if name == caption.name else None
            if said is None and caption.unit in _SHARES and not _is_headed(name):
                said = caption.unit  # "Chỉ tiêu theo huyện (%)" above "Sởi", "Viêm gan B"
            year = years[-1] if years else caption.year
            if said and counted_words().fullmatch(f" {said.lower()}") and not _is_headed(name):
                name = f"Số {lowered(name)}"
            yield _Measure(i, name, said or unit_of_name(name.lower()), year, past)


def _is_headed(name: str) -> bool:
    low = f"{name.lower()} "
    head = load_patterns("quantities", "head")[0].regex.match(low)
    return head is not None or low.startswith(("chỉ tiêu", "kế hoạch"))


def _row_values(
    row: PipedRow, bearer: int, measures: list[_Measure], caption: Caption
) -> Iterator[FoundValue]:
    cells, start, end = row
    if len(cells) <= bearer or not re.search(r"[^\W\d_]{2}", cells[bearer]):
        return
    of = _ROW_NUMBER.sub("", cells[bearer])
    for measure in measures:
        cell = cells[measure.column] if measure.column < len(cells) else ""
        value = cell_value(cell)
        if value is not None:
            whole = find_of("indicators", "sum_row")(of.lower().strip(" .:*")) is not None
            name = measure.name if whole else f"{measure.name} - {of}"
            printed = Row(name, measure.unit, start, end, caption.label, "table_crossing")
            yield found_in(printed, measure.year, measure.past, value)
