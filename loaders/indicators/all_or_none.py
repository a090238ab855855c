"""Targets without a figure: all things of a kind, or none of them any more."""

from __future__ import annotations

import re

from loaders.grammar.patterns import confidence_of, load_patterns, pattern
from loaders.indicators.found_values import FoundValue
from loaders.indicators.names import cleaned
from loaders.layout.context import Place

_KINDS = (("all_of", "Tỷ lệ", "%", 100.0), ("none_of", "Số", None, 0.0))


def without_number(low: str, value: str, start: int, end: int, place: Place) -> list[FoundValue]:
    """Return the target that a clause sets by "tất cả", "không còn", "xóa bỏ" at its beginning.

    "Tất cả các xã có nhà văn hóa" is 100 %, "không còn nhà tạm" none. It is due when its heading
    says. A clause that begins otherwise sets none: "phấn đấu để không còn …" does.
    """
    goal_words = load_patterns("quantities", "before")[0].regex
    at = start
    while (lead := goal_words.match(low, at, end)) and lead.end() > at:
        at = lead.end()
    for rule, head, unit, number in _KINDS:
        match = pattern("indicators", rule).regex.match(low, at, end)
        if match is None:
            continue
        things = re.sub(r"\s+đều\s+", " ", value[slice(*match.span("things"))])
        return [
            FoundValue(
                name=cleaned(f"{head} {things}"), unit=unit, year=place.year, op="=", value=number,
                value_to=None, baseline=False, start=start, end=end, section=place.label,
                rule=rule, confidence=confidence_of("indicators", rule),
            )
        ]  # fmt: skip
    return []
