"""Naming: what a number in a sentence is a value of, by its unit and the words around it.

A share is said of the words before it ("Tỷ lệ A đạt 90%") or behind it ("90% B được C"); a counted
thing is an indicator per population or year, of each unit, or in a section of targets.
"""

from __future__ import annotations

from functools import cache

from loaders.grammar.patterns import load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.aiming import action, aimed
from loaders.indicators.clauses import Clause, Measure, Naming
from loaders.indicators.counting import SHORTEST_NAME, name_of_count, subject
from loaders.indicators.names import cleaned, lowered
from loaders.indicators.quantities import is_money, measure_of, unit_names
from loaders.indicators.same_measure import base_of
from loaders.indicators.shares import group_behind, same_of, share_of
from loaders.indicators.words_behind import words_behind
from loaders.text.source_text import SourceText

_HERDS = {"con": "Đàn"}
_SHARES = ("%", "‰", "%/năm", "‰/năm", "điểm %", "điểm %/năm")


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> Regex:
    return load_patterns("quantities", group)[0].regex


def name_of(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Settle what a number is said of; None where it is no target."""
    if measure.counted is not None:
        return name_of_count(text, clause, measure, measure.counted)
    if (measure.unit or "").startswith("lần/"):
        return _frequent(text, clause, measure)
    if measure.unit == "hạng":
        return _ranked(text, clause, measure)
    if measure.unit in _SHARES:
        return share_of(text, clause, measure)
    if measure.unit == "con" and clause.place.goal:
        mother = _row("each_mother").search(text.low, measure.near, measure.quantity.start)
        if mother is not None:
            name = f"Số con bình quân của mỗi {mother['who']}"
            return Naming(cleaned(name), "con", measure.end, "counted_each")
    if not measure.name:
        if beside := _beside(text, clause, measure):
            return beside
        if clause.name and (listed := _listed(text, clause, measure)):
            return listed
        if clause.name and base_of(clause.unit) == base_of(measure.unit):
            return same_of(text, clause, measure._replace(unit=clause.unit))
        if clause.name and measure.linked and clause.named_in == clause.start:
            return Naming(clause.name, measure.unit, measure.end, "same_indicator")
        return _measured(text, clause, measure)
    low_name = measure.name.lower()
    if _is_rate_paid(low_name, measure.unit or ""):
        return None
    wanted = unit_names(measure.unit or "") if not _row("per_in_name").search(low_name) else ()
    meant = not wanted or any(word in low_name for word in wanted)
    if not (meant or _is_bound(clause, measure) or _is_gauge(low_name, measure)):
        return _measured(text, clause, measure)
    if not _words("head").match(low_name):
        measured = None if measure.linked else _measured(text, clause, measure)
        if measured or not aimed(text.low, clause, measure):
            return measured
    if is_money(base_of(measure.unit)) and len(measure.name.split()) <= 2 and not measure.linked:
        noun, end = words_behind(text, clause, measure)
        noun = _row("each_year_first").sub("", noun)
        if noun:
            name = f"Kinh phí {lowered(measure.name)} {noun}"
            return Naming(cleaned(name), measure.unit, end, "named_before")
    group, end = group_behind(text, clause, measure)
    return Naming(cleaned(f"{measure.name} {group}"), measure.unit, end, "named_before")


def _is_rate_paid(low_name: str, unit: str) -> bool:
    """Whether a sum is paid for each of something: "hỗ trợ 500.000 đồng/người"."""
    base = base_of(unit)
    if base == unit or not is_money(base) or _row("spent").search(low_name) is None:
        return False
    return not any(word in low_name for word in unit_names(base))


def _is_bound(clause: Clause, measure: Measure) -> bool:
    """Whether a sum is one to reach, whatever is named: "doanh số cho vay tối thiểu 60 tỷ đồng"."""
    if measure_of(measure.unit or "") or not is_money(base_of(measure.unit)):
        return False
    if _row("spent").search(measure.name.lower()):
        return False
    least = measure.quantity.op in (">", ">=")
    return least or (clause.place.goal and (measure.linked or measure.quantity.op == "~"))


def _is_gauge(low_name: str, measure: Measure) -> bool:
    """Whether a name that opens as a measure is linked to its number: "hệ số A đạt 1,9 lần"."""
    share = low_name.startswith(("tỷ lệ", "tỉ lệ", "tỷ trọng"))
    headed = _words("head").match(low_name) is not None
    return headed and measure.linked and not share and not is_money(base_of(measure.unit))


def _ranked(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "trong nhóm 20 tỉnh dẫn đầu về chỉ số A", "chỉ số A xếp hạng 20"."""
    behind = _row("rank_behind").match(text.low, measure.end, clause.end)
    said = behind and next((name for name in ("of", "about") if behind[name]), None)
    of = text.value[slice(*behind.span(said))] if behind and said else measure.name
    if not _row("takes_place").sub("", of):
        of = clause.name or ""
    if not of or not (clause.place.goal or aimed(text.low, clause, measure)):
        return None
    of = _row("takes_place").sub("", of)
    return Naming(
        cleaned(f"Thứ hạng {lowered(of)}"),
        "hạng",
        behind.end() if behind else measure.end,
        "ranked",
    )


def _frequent(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "khám sức khỏe ít nhất 1 lần/năm": how often something is done at least."""
    said = measure.quantity.op != "=" or aimed(text.low, clause, measure)
    said = said or _row("no_regular_act").search(measure.name.lower().rpartition(",")[2]) is None
    share = measure.name.lower().startswith(("tỷ lệ ", "tỉ lệ "))
    if not measure.name or share or not said:
        return None
    headed = measure.name.lower().startswith(("số ", "tần "))
    short = len(measure.name.split()) <= SHORTEST_NAME
    of = subject(text, clause, measure) if short else ""
    name = measure.name if headed else f"Số lần {lowered(measure.name)} {of}"
    return Naming(cleaned(name), measure.unit, measure.end, "named_before")


def _measured(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "hoàn thành 600 km đường cao tốc": the thing behind, with what its unit measures."""
    of = measure_of(measure.unit or "")
    if of is None or not aimed(text.low, clause, measure):
        return None
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        named = len(measure.name.split()) > 1
        name = cleaned(f"{of} {lowered(measure.name)}")
        return Naming(name, measure.unit, measure.end, "measured") if named else None
    clause.action = action(measure)
    return Naming(cleaned(f"{of} {noun} {clause.action}"), measure.unit, to, "measured")


def _beside(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "và 900 ha quế" behind "trồng mới 500 ha chè": another thing, to which the same is done.

    None where no other thing stands behind the number.
    """
    of = measure_of(measure.unit or "")
    if of is None or clause.action is None or clause.named_in != clause.start:
        return None
    if base_of(clause.unit) != base_of(measure.unit):
        return None
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        return None
    return Naming(cleaned(f"{of} {noun} {clause.action}"), measure.unit, to, "measured")


def _listed(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "; 90 ha sắn" behind "trồng 110 ha lạc": a number of the same unit for another thing."""
    if base_of(clause.unit) != base_of(measure.unit) or not aimed(text.low, clause, measure):
        return None
    of = measure_of(measure.unit or "") or _HERDS.get(measure.unit or "")
    if of is None or _row("no_noun").match(text.low, measure.end, clause.end):
        return None
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        return None
    return Naming(cleaned(f"{of} {noun} {clause.action or ''}"), measure.unit, to, "measured")
