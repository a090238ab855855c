"""Quantities: a number with comparator and unit, as a sentence or a table cell prints it.

Numbers are Vietnamese: "1.250,5" is 1250.5; a point before exactly three digits parts thousands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.patterns import alternation, load_patterns
from loaders.tables import load_toml

_NUMBER = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"
)
_SHARE = r"%o+|%|‰|phần trăm|phần nghìn"
_SHARES = {"%": "%", "‰": "‰", "phần trăm": "%", "phần nghìn": "‰"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at low[start:end]; `op` as the record has it, `unit` None where none is near."""

    start: int
    end: int
    op: str
    value: float
    value_to: float | None
    unit: str | None


def parse_number(text: str) -> float:
    """Return the value of a Vietnamese number: "1.250,5" is 1250.5, "59.472" is 59472.

    "1,250.5" and "1,250,000" can only be meant the English way; "1,250" is 1.25.
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})", text):
        text = text.replace(",", "")
    return float(text.replace(",", "."))


@cache
def _comparators() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load_toml("loaders", "quantities")["comparator"]
    patterns = load_patterns("quantities", "comparator")
    return tuple((p.regex, row["op"]) for p, row in zip(patterns, rows, strict=True))


@cache
def unit_words() -> re.Pattern[str]:
    """Return a regex of the units that a number may have besides % and ‰.

    A unit may be said per something: "triệu đồng/ha/năm", "tấn/ngày đêm".
    """
    words = [w for row in load_toml("loaders", "quantities")["unit"] for w in row["words"]]
    per = r"(?:\s?/\s?(?:ngày đêm|lượt khám|phụ nữ|trẻ em|[^\W\d]{1,8})){0,2}"
    return re.compile(rf"\s?(?P<unit>(?:{alternation(words)}){per})(?![\w/])")


@cache
def counted_words() -> re.Pattern[str]:
    """Return a regex of the things that are counted: "bác sĩ", "hợp tác xã", "triệu lao động"."""
    words = [w for row in load_toml("loaders", "quantities")["counted"] for w in row["words"]]
    return re.compile(
        rf"\s+(?P<counted>(?:(?:nghìn|ngàn|vạn|triệu)\s)?(?:{alternation(words)}))(?!\w)"
    )


@cache
def _quantity() -> re.Pattern[str]:
    measured = rf"(?:\s?(?:{_SHARE})|{unit_words().pattern}|{counted_words().pattern})"
    measured = re.sub(r"\?P<\w+>", "?:", measured)
    return re.compile(
        rf"(?<![\w.,/])(?<!\d[-/])(?P<value>{_NUMBER})"
        rf"(?:\s?(?:{_SHARE})?\s?(?:-|–|đến|tới)\s?(?P<to>{_NUMBER})(?={measured}))?"
        # "35/35 bản": all of them, or some of them.
        rf"(?:/\d{{1,4}}(?={counted_words().pattern.replace('?P<counted>', '?:')}))?"
        rf"(?:\s?(?P<share>{_SHARE}))?"
        # Neither a part of a longer number nor a document's: "20-NQ/TW", "15/KH-UBND".
        r"(?!\w*\d)(?!\s?[/-]\s?[a-zđ]{2,5}[-/])"
        rf"(?P<more>(?:{measured})?(?:/năm)?\s+(?:trở lên|trở xuống))?"
    )


@cache
def unit_names(unit: str) -> tuple[str, ...]:
    """Return what an indicator's name must speak of for the unit to count; empty for anything."""
    rows = load_toml("loaders", "quantities")["unit"]
    return tuple(
        next((row["names"] for row in rows if unit == row["name"] or unit in row["words"]), ())
    )


@cache
def measure_of(unit: str) -> str | None:
    """Return what is measured in a unit, where it is one thing: "Chiều dài" in kilometres."""
    rows = load_toml("loaders", "quantities")["unit"]
    return next((row.get("of") for row in rows if unit in (row["name"], *row["words"])), None)


def canonical_unit(word: str) -> str:
    """Return the name of the unit that is printed as `word`."""
    rows = load_toml("loaders", "quantities")["unit"]
    return next((str(row["name"]) for row in rows if word in row["words"]), word)


def find_quantities(low: str, start: int, end: int) -> list[Quantity]:
    """Return the numbers between `start` and `end` with what compares them, in order."""
    found = []
    for match in _quantity().finditer(low, start, end):
        share, more = match["share"], match["more"]
        unit = None if share is None else ("‰" if share.startswith("%o") else _SHARES[share])
        op, stop = _op(low, start, match.start()), match.end()
        if more:
            op = ">=" if "lên" in more else "<="
            stop = match.end() if share and "/" not in more else match.start("more")
        value, to = parse_number(match["value"]), match["to"]
        if op == ">=" and low[max(start, match.start() - 3) : match.start()] == "từ " and not more:
            op = "="
        found.append(
            Quantity(
                match.start(),
                stop,
                "range" if to else op,
                value,
                parse_number(to) if to else None,
                unit,
            )
        )
    return found


def _op(low: str, start: int, at: int) -> str:
    before = low[max(start, at - 40) : at]
    for regex, op in _comparators():
        if regex.search(before):
            return op
    return "="
