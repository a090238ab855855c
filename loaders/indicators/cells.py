"""Cells of tables of targets: a row's name and unit, and the value of a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.patterns import confidence_of
from loaders.indicators.found_values import FoundValue
from loaders.indicators.quantities import canonical_unit, counted_words, parse_number, unit_words

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SIGNS = {
    **{">": ">", "<": "<", "≥": ">=", "≤": "<=", ">=": ">=", "<=": "<=", "~": "~", "": "="},
    **{"trên": ">", "dưới": "<", "khoảng": "~", "đạt": "=", "tối thiểu": ">=", "ít nhất": ">="},
    **{"không dưới": ">=", "từ": "=", "không quá": "<=", "tối đa": "<=", "giảm": "-", "tăng": "+"},
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True) if sign)
_NUMBER = r"\d(?:\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d*(?:[.,]\d+)?)[.,]?"
_CELL = re.compile(
    rf"(?P<sign>{_SIGN})?\s*(?P<number>{_NUMBER})"
    rf"(?:\s?%?\s?-\s?(?P<to>{_NUMBER})|/\d{{1,4}}(?!/))?"
    r"\s*(?P<unit>%|‰|[^\W\d][^\d()]{0,24})?(?:\s*\([^)]*\))?\s*$",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\s?(?:\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴⁵])(?=\s|$)")
_UNIT_IN_NAME = re.compile(
    r"\s*\((%|‰|(?!theo |gồm |bao gồm |tính |(?!USD|VND|VNĐ|TEU|GWH)[A-ZĐ]{3,6}\))"
    r"[^\W\d][^()\d]{0,24})\)"
)
"""A unit in brackets, none a short form of the name: "Chỉ số phát triển con người (HDI)"."""
_PER = re.compile(
    r"^(?:số|tỷ lệ|tổng số)\s+(?P<unit>[^/]{2,40}/\s?[\d.]+ [^/(]{2,20})$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the indicator's name, its unit's cell, the row's span and section."""

    name: str
    unit: str | None
    start: int
    end: int
    label: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of a cell: comparator, number, the second number of a range, and unit, if any."""

    op: str
    value: float
    value_to: float | None
    unit: str | None


def cell_value(cell: str) -> Cell | None:
    """Return what a cell holds; None where it is no value: "-", "x", a date, a sentence."""
    match = _CELL.match(" ".join(cell.split()))
    if match is None:
        return None
    unit = match["unit"]
    if unit is not None and unit not in ("%", "‰"):
        known = unit_words().fullmatch(unit.lower()) or counted_words().fullmatch(
            f" {unit.lower()}"
        )
        if known is None:
            return None
        unit = canonical_unit(unit.strip().lower())
    op, number = _SIGNS[(match["sign"] or "").lower()], parse_number(match["number"].rstrip(".,"))
    to = parse_number(match["to"].rstrip(".,")) if match["to"] else None
    if op in ("-", "+"):
        return Cell("change", -number if op == "-" else number, to, unit)
    return Cell("range" if to is not None else op, number, to, unit)


_WHOLE_SHARE, _MOST_SHARE = 100, 200
"""Beside a share of a whole there is none of more than twice the whole."""
_LEAP, _NEAR = 3, 2.5
"""A whole share that is so many times one with a comma, and near it in tenths, may have lost its
own."""


def without_lost_commas(cells: list[Cell | None], unit: str | None) -> list[Cell | None]:
    """Return the values of a row, but for a share that may have lost its comma: "824" beside "88",
    "42" between "5,36" and "3".

    What it was is not guessed.
    """
    read = [one.value for one in cells if one is not None]
    if unit != "%" or not any(value <= _WHOLE_SHARE for value in read):
        return cells
    parted = [value for value in read if not value.is_integer()]
    return [
        None if one is not None and _has_lost_comma(one.value, parted) else one for one in cells
    ]


def _has_lost_comma(value: float, parted: list[float]) -> bool:
    if value > _MOST_SHARE:
        return True
    return value.is_integer() and any(
        value >= _LEAP * one and one / _NEAR <= value / 10 <= one * _NEAR for one in parted
    )


def measured_in(found: FoundValue, unit: str | None) -> FoundValue:
    """Return a value with the unit of its table's caption, else its name's, if its row has none."""
    if found.unit is not None:
        return found
    return found._replace(unit=unit or unit_of_name(found.name.lower()))


def unit_of_name(name: str) -> str | None:
    """Return the unit that a name in lower case implies: "tỷ lệ …" is in %, "số người …" people."""
    if re.match(r"t[ỷỉ] lệ", name):
        return "%"
    counted = counted_words().match(name.removeprefix("tổng ").removeprefix("số"))
    return counted["counted"] if counted else None


def found_in(row: Row, year: int | None, baseline: bool, cell: Cell) -> FoundValue:
    """Return the value of a cell in its row; a unit in the name is the row's where it has none."""
    name, unit = _FOOTNOTE.sub("", " ".join(row.name.split())).strip(" .:;-*"), row.unit
    if unit is None and (inner := _UNIT_IN_NAME.search(name)):
        kept, _, unit = inner[1].rpartition(", ")  # "(lũy kế, xã)"
        kept = f" ({kept})" if kept else ""
        name = " ".join((name[: inner.start()] + kept + name[inner.end() :]).split())
    if unit is None and (per := _PER.match(name)):
        unit = re.sub(r"^giường bệnh(?: viện)?", "giường", per["unit"])
    unit = unit or cell.unit or None
    return FoundValue(
        name=name[:1].upper() + name[1:], unit=unit, year=year, op=cell.op, value=cell.value,
        value_to=cell.value_to, baseline=baseline, start=row.start, end=row.end, section=row.label,
        rule=row.rule, confidence=confidence_of("indicators", row.rule),
    )  # fmt: skip
