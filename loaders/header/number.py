"""The paper's own number: behind "Số" in the header, also where the number itself is blank."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.grammar.patterns import find_of
from loaders.layout.lines import Line
from loaders.names.numbers import DocumentNumber, in_local_form
from loaders.text.source_text import SourceText

_HEAD = 300
"""Characters above the number that hold the names of who issues."""
_BEFORE = 12
"""Characters before a number among which "Số" is looked for."""


class OwnNumber(NamedTuple):
    """Number and symbol, printed at value[start:end]; the number is None where it is blank."""

    number: str | None
    symbol: str
    start: int
    end: int


def find_own_number(
    text: SourceText, top: list[Line], numbers: list[DocumentNumber]
) -> OwnNumber | None:
    """Return the first number of the header behind "Số", else one that lost its type or is blank,
    else one that opens a line; None where there is none.
    """
    if not top:
        return None
    start, end = top[0].start, top[-1].end
    inside = [n for n in numbers if start <= n.start and n.end <= end]
    for number in inside:
        before = text.low[max(start, number.start - _BEFORE) : number.start]
        if not before.strip() or find_of("header", "number_word")(before):
            line = max(start, text.value.rfind("\n", 0, number.start) + 1)
            words = text.low[line : number.start]
            if not find_of("header", "cited_number_word")(words) or _is_labelled(
                text, line, number
            ):
                return own_number(number)
    if torn := _torn_number(text, inside, start, end):
        return torn
    if blank := find_of("header", "blank_number")(text.low, start, end):
        printed = text.value[blank.start("symbol") : blank.end("symbol")].strip(" -.")
        symbol = re.sub(r"\s+", "", printed)
        return OwnNumber(None, symbol, blank.start(), blank.end("symbol"))
    for printed_line in top:
        if (alone := _blank_alone(text, printed_line)) is not None:
            return alone
    openings = {line.start for line in top}
    return next((own_number(number) for number in inside if number.start in openings), None)


def _is_labelled(text: SourceText, line: int, number: DocumentNumber) -> bool:
    """Whether a line holds nothing but type and number, "Luật số: 15/2023/QH15": papers of the
    National Assembly print theirs so.
    """
    label = find_of("header", "number_label")(text.low, line, number.start)
    ends = text.value[number.end : number.end + 1] in ("", "\n")
    return label is not None and label.end() == number.start and ends


def _torn_number(
    text: SourceText, inside: list[DocumentNumber], start: int, end: int
) -> OwnNumber | None:
    """The number of which a page lost the type, "Số: 12/-UBND", as the page's heading has it."""
    torn = find_of("header", "torn_number")(text.low, start, end)
    if torn is None:
        return None
    for number in inside:
        codes = number.issuer_codes
        if number.sequence == torn["sequence"] and codes[-1:] == (torn["code"].upper(),):
            return own_number(number)._replace(start=torn.start("sequence"), end=torn.end())
    return None


def _blank_alone(text: SourceText, line: Line) -> OwnNumber | None:
    """The symbol of a blank number that a page set on a line of its own: "/KH-UBND"."""
    alone = find_of("header", "blank_number_alone")(text.low, line.start, line.end)
    if alone is None or not line.text[-1].isupper():
        return None
    symbol = re.sub(r"\s+", "", text.value[alone.start("symbol") : alone.end("symbol")])
    return OwnNumber(None, symbol, line.start, line.end)


def with_local_code(text: SourceText, numbers: list[DocumentNumber]) -> list[DocumentNumber]:
    """Return the numbers, the first one with the code TU where "Số 12-KL/TƯ" stands alone on its
    line below the name of a province's Party committee.
    """
    if not numbers:
        return numbers
    first = numbers[0]
    line = text.value.rfind("\n", 0, first.start) + 1
    word = find_of("header", "number_word")(text.low[line : first.start])
    above = max(0, first.start - _HEAD)
    if word is None or not find_of("header", "provincial_committee")(text.low, above, first.start):
        return numbers
    return [in_local_form(text, first), *numbers[1:]]


def own_number(number: DocumentNumber) -> OwnNumber:
    """Return a number of the text as the paper's own."""
    return OwnNumber(number.canonical, number.symbol, number.start, number.end)
