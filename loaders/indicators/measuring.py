"""Measuring: what a number in a sentence counts or is measured in, if it is a value at all."""

from __future__ import annotations

from functools import cache

from loaders.grammar.patterns import pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.counting import counted_unit
from loaders.indicators.quantities import Quantity, canonical_unit, counted_words, unit_words
from loaders.layout.context import Place

_LONGEST_NAME = 90
"""Characters of a name before a number that belongs to it."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


def unit_of(
    low: str, quantity: Quantity, at: int, *, goal: bool
) -> tuple[str | None, str | None, int] | None:
    """Return a number's unit or the thing it counts, and where these words end; None for none.

    `at` is where the words of the last value end, `goal` whether a section of targets has it.
    """
    if quantity.unit is not None:
        yearly = _row("yearly").match(low, quantity.end)
        if yearly and quantity.unit in ("%", "‰"):
            return f"{quantity.unit}/năm", None, yearly.end()
        return quantity.unit, None, quantity.end
    behind = quantity.start + len(low[quantity.start : quantity.end].rstrip())
    counted, word = counted_words().match(low, behind), unit_words().match(low, behind)
    if word and counted and counted.end() == word.end():
        # "22 điểm cấp phát thuốc" are places, "đạt 85 điểm" is a score.
        word = word if _row("no_noun").match(low, word.end()) else None
    if word and not (counted and counted.end() > word.end()):
        return canonical_unit(word["unit"]), None, word.end()
    if counted:
        more = _row("units_together").match(low, counted.end())
        end = more.end() if more else counted.end()
        return None, _on_one_line(low[counted.start() : end]), end
    if rate := _row("rate_behind").match(low, behind):
        return f"/{_on_one_line(rate['base'])}", None, rate.end()
    if _row("rank_before").search(low, max(0, quantity.start - 24), quantity.start):
        return "hạng", None, behind
    counts = _row("counts" if goal else "at_least_so_many").search(
        low, max(at, quantity.start - 30), quantity.start
    )
    if counts and (thing := _row("some_thing").match(low, behind)):
        return None, _on_one_line(thing["thing"]), thing.end("thing")
    if per := _row("per_in_name").search(low, at, quantity.start):
        return (
            f"{counted_unit(_on_one_line(per['counted']))}/{_on_one_line(per['base'])}",
            None,
            quantity.end,
        )
    return None


def _on_one_line(words: str) -> str:
    return " ".join(words.split())


def qualifies(low: str, pair: list[Quantity], *, goal: bool) -> bool:
    """Return whether a number is no value, but part of what is said of one.

    It belongs to the name of the share behind it ("2 buổi/ngày đạt 65%"), or compares in a bracket
    ("(đạt 100% dự toán)"). Among targets (`goal`) a change in a bracket is one: "(giảm 1,5% so với
    năm 2020)".
    """
    one = _row("per_one").search(low, max(0, pair[0].start - 10), pair[0].end)
    if one and not _row("thousands_behind").match(low, pair[0].end):  # "trên 1 triệu ha"
        return True
    if low.rfind("(", max(0, pair[0].start - 24), pair[0].start) > low.rfind(
        ")", max(0, pair[0].start - 24), pair[0].start
    ) and _row("against_plan").match(low, pair[0].end):
        return not (goal and moves_in_bracket(low, pair[0]))
    if _row("several_of_then").search(low, max(0, pair[0].start - 60), pair[0].start):
        return True  # "(đầu kỳ: 52% và 96,5%)": whose each of them is stays untold
    if _row("then_of_several").search(low, max(0, pair[0].start - 40), pair[0].start):
        more = pair[1].start if len(pair) > 1 else pair[0].end
        return _row("and_then").fullmatch(low, pair[0].end, more) is not None
    if len(pair) > 1 and _is_of_name(low, pair[0], pair[1]):
        return True
    if len(pair) > 1 and pair[1].unit == "%" and (pair[0].often or pair[0].unit is None):
        begins = pair[0].start + len(low[pair[0].start : pair[0].end].rstrip())
        often = _row("done_so_often").fullmatch(low, begins, pair[1].start)
        if often and (pair[0].often or "lần" in often[0]):
            return True
    if len(pair) > 1 and _row("kind_of").fullmatch(low, pair[0].start, pair[1].start):
        return True
    if len(pair) < 2 or pair[1].unit is None or not (pair[0].unit is None or pair[0].often):
        return False
    between = low[pair[0].end : pair[1].start]
    return len(between) < 120 and _row("qualified").fullmatch(between) is not None


def _is_of_name(low: str, first: Quantity, second: Quantity) -> bool:
    """Whether a number stands in the name of what the next one gives behind a colon."""
    if not _row("told_behind_colon").fullmatch(low, first.end, second.start):
        return False
    near = max(0, first.start - _LONGEST_NAME)
    return _row("counts_those_with").search(low, near, first.start) is not None


def tells_which(low: str, place: Place, start: int, end: int) -> bool:
    """Return whether a number at `end` only tells whom a task is about.

    "Rà soát các trường chưa đạt tỷ lệ 100%".
    """
    if _row("not_reached").search(low, start, end):
        return True
    tasks = not (place.goal or place.state)
    return tasks and _row("those_with").search(low, start, end) is not None


def moves_in_bracket(low: str, quantity: Quantity) -> bool:
    """Return whether a bracket says by how much the value before it moves: "(tăng 3% so với …)"."""
    near = max(0, quantity.start - 40)
    opens = _row("moves_in_bracket").search(low, near, quantity.start) is not None
    return opens and _row("against_year").match(low, quantity.end) is not None


def is_year_or_article(low: str, quantity: Quantity) -> bool:
    """Return whether a number only names a year, an article or a level: "Điều 5", "cấp 2"."""
    if quantity.unit is not None:
        return False
    printed = low[quantity.start : quantity.end].rstrip()
    if printed.isdigit() and 1900 <= quantity.value <= 2100:
        behind = quantity.start + len(printed)
        if low[max(0, quantity.start - 8) : quantity.start].split()[-1:] == ["năm"]:
            return True
        return not (counted_words().match(low, behind) or unit_words().match(low, behind))
    if _row("rank_before").search(low, max(0, quantity.start - 24), quantity.start):
        return False
    return _row("no_value").search(low, max(0, quantity.start - 14), quantity.start) is not None
