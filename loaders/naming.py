"""Naming: what a number in a sentence is a value of, by its unit and the words around it.

A share is said of the words before it ("Tỷ lệ A đạt 90%") or behind it ("90% B được C"); a counted
thing is an indicator per population or year, of each unit, or in a section of targets.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.indicator_names import Clause, Measure, Naming, cleaned, lowered
from loaders.patterns import load_patterns, pattern
from loaders.quantities import counted_words, is_money, measure_of, unit_names
from loaders.regexes import Regex
from loaders.shares import share_of
from loaders.text import SourceText
from loaders.words_behind import words_behind

_LONGEST_ACTION = 10
"""Words before a share that say what is done to the things behind it: "thu gom, xử lý 90% rác"."""

_SHARES = ("%", "‰", "%/năm", "‰/năm", "điểm %", "điểm %/năm")
_LONGEST_THING = 16
_SHORTEST_NAME = 3
"""Words of a name that say too little by themselves where nothing stands behind the number."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> Regex:
    return load_patterns("quantities", group)[0].regex


def name_of(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Settle what a number is said of; None where it is no target."""
    if measure.counted is not None:
        return _counted(text, clause, measure, measure.counted)
    if (measure.unit or "").startswith("lần/"):
        return _frequent(text, clause, measure)
    if measure.unit == "hạng":
        return _ranked(text, clause, measure)
    if measure.unit in _SHARES:
        return share_of(text, clause, measure)
    if not measure.name:
        if clause.name and _base(clause.unit) == _base(measure.unit):
            return Naming(clause.name, clause.unit, measure.end, "same_indicator")
        if clause.name and measure.linked and clause.named_in == clause.start:
            return Naming(clause.name, measure.unit, measure.end, "same_indicator")
        return _measured(text, clause, measure)
    low_name = measure.name.lower()
    wanted = unit_names(measure.unit or "") if not _row("per_in_name").search(low_name) else ()
    meant = not wanted or any(word in low_name for word in wanted)
    if not (meant or _is_bound(clause, measure) or _is_gauge(low_name, measure)):
        return _measured(text, clause, measure)
    if not _words("head").match(low_name):
        measured = None if measure.linked else _measured(text, clause, measure)
        if measured or not _aimed(text.low, clause, measure):
            return measured
    return Naming(cleaned(measure.name), measure.unit, measure.end, "named_before")


def _is_bound(clause: Clause, measure: Measure) -> bool:
    """Whether a sum is one to reach, whatever is named: "doanh số cho vay tối thiểu 60 tỷ đồng"."""
    if measure_of(measure.unit or "") or not is_money(_base(measure.unit)):
        return False
    if _row("spent").search(measure.name.lower()):
        return False
    least = measure.quantity.op in (">", ">=")
    return least or (clause.place.goal and (measure.linked or measure.quantity.op == "~"))


def _is_gauge(low_name: str, measure: Measure) -> bool:
    """Whether a name that opens as a measure is linked to its number: "hệ số A đạt 1,9 lần"."""
    share = low_name.startswith(("tỷ lệ", "tỉ lệ", "tỷ trọng"))
    headed = _words("head").match(low_name) is not None
    return headed and measure.linked and not share and not is_money(_base(measure.unit))


def _ranked(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "trong nhóm 20 tỉnh dẫn đầu về chỉ số A", "chỉ số A xếp hạng 20"."""
    behind = _row("rank_behind").match(text.low, measure.end, clause.end)
    of = text.value[slice(*behind.span("of"))] if behind and behind["of"] else measure.name
    if not _row("takes_place").sub("", of):
        of = clause.name or ""
    if not of or not (clause.place.goal or _aimed(text.low, clause, measure)):
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
    aimed = measure.quantity.op != "=" or _aimed(text.low, clause, measure)
    if not measure.name or not aimed:
        return None
    headed = measure.name.lower().startswith(("số ", "tần "))
    short = len(measure.name.split()) <= _SHORTEST_NAME
    of = _subject(text, clause, measure) if short else ""
    name = measure.name if headed else f"Số lần {lowered(measure.name)} {of}"
    return Naming(cleaned(name), measure.unit, measure.end, "named_before")


def _measured(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "hoàn thành 600 km đường cao tốc": the thing behind, with what its unit measures."""
    of = measure_of(measure.unit or "")
    if of is None or not _aimed(text.low, clause, measure):
        return None
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        named = len(measure.name.split()) > 1
        name = cleaned(f"{of} {lowered(measure.name)}")
        return Naming(name, measure.unit, measure.end, "measured") if named else None
    return Naming(cleaned(f"{of} {noun} {_action(measure)}"), measure.unit, to, "measured")


def _aimed(low: str, clause: Clause, measure: Measure) -> bool:
    """Whether a counted or measured thing is a target: by its section, or a word before it."""
    if clause.place.goal:
        return True
    return _row("aims").search(low, measure.near, measure.quantity.start) is not None


def _action(measure: Measure) -> str:
    """The words before a number that say what is done, if they are few: "trồng mới"."""
    name = _row("given_to").sub("", measure.name)
    return lowered(name) if len(name.split()) <= _LONGEST_ACTION else ""


def _base(unit: str | None) -> str:
    """What a unit counts, whatever it is counted per: "con" of "con/phụ nữ"."""
    return (unit or "").split("/")[0]


def _counted(text: SourceText, clause: Clause, measure: Measure, counted: str) -> Naming | None:
    """Read a counted thing: per population or year, of each unit, or in a section of targets."""
    low, end, name, quantity = text.low, measure.end, measure.name, measure.quantity
    if name and (within := _row("per_in_name").search(name.lower())):
        base = " ".join(within["base"].split())
        return Naming(cleaned(name), f"{counted_unit(counted)}/{base}", end, "named_before")
    per = next((m for m in measure.denominators if m.start() >= end - 1), None)
    if per is not None:
        close = per.start() - end <= 1
        if close or _row("counts_between").fullmatch(low, end, per.start()):
            naming = _counted_per(counted, per, measure, close=close)
            said = measure.linked or quantity.op != "="
            headed = said and _words("head").match(name.lower()) is not None
            persons = counted == "người" and measure.linked and len(name.split()) > _SHORTEST_NAME
            dense = headed or persons or _row("density").match(name.lower())
            return naming._replace(name=cleaned(name)) if dense else naming
    if each := _row("each").search(low, measure.near, quantity.start):
        noun, to = words_behind(text, clause, measure)
        noun = _row("or_more").sub("", noun) if len(noun.split()) <= _LONGEST_ACTION else ""
        name = cleaned(f"Số {counted} {noun} của mỗi {each['each'] or each['one']}")
        return Naming(name, counted, to if noun else end, "counted_each")
    if _explains(low, quantity.start, end) or not _aimed(low, clause, measure):
        return None
    if _row("none_left").search(low, measure.near, quantity.start):
        return None
    if name and _words("head").match(name.lower()):
        unit = counted
        if per_unit := _row("per_unit").match(low, end):
            unit, end = f"{counted}{per_unit[0].strip()}", per_unit.end()
        return Naming(cleaned(name), unit, end, "named_before")
    per_unit = _row("per_unit").match(low, end)
    if per_unit:
        counted, measure = f"{counted}{per_unit[0].strip()}", measure._replace(end=per_unit.end())
    noun, to = words_behind(text, clause, measure)
    noun = _row("or_more").sub("", noun)
    if _row("left_behind").match(low, end):
        noun, to = "", end
    if not noun and not per_unit and (bare := _bare_count(low, clause, measure, counted)):
        return bare
    short = " ".join(noun.split()[:_LONGEST_THING]) or _subject(text, clause, measure)
    words = f"Số {_thing(counted)} {short} {_action(measure)}"
    known = counted_words().fullmatch(f" {counted.split('/')[0]}") is not None
    return Naming(cleaned(words), counted, to, "counted" if known else "counted_unknown")


def _bare_count(low: str, clause: Clause, measure: Measure, counted: str) -> Naming | None:
    """Read "khách đạt 3 triệu lượt khách", ", tăng lên 90 xã": the thing is only the unit."""
    from_here = _row("from_value").search(low, measure.near, measure.quantity.start)
    replaced = from_here and _row("left_behind").match(low, measure.end)
    part = _row("of_these").search(low, measure.near, measure.quantity.start)
    goes_on = not measure.name and clause.unit == counted
    if not (measure.linked or replaced or goes_on or (part and not measure.name)):
        return None
    if len(measure.name.split()) > 1:
        return Naming(cleaned(measure.name), counted, measure.end, "named_before")
    if measure.name or clause.name is None or clause.named_in != clause.start:
        return None
    return Naming(clause.name, counted, measure.end, "same_indicator")


def _subject(text: SourceText, clause: Clause, measure: Measure) -> str:
    """What a clause speaks of before the comma behind which a number names too little.

    "Khám sàng lọc cho người cao tuổi tại xã vùng cao, mỗi năm tổ chức tối thiểu 20 đợt".
    """
    if len(measure.name.split()) > _LONGEST_ACTION:
        said = measure.name.rpartition(",")[0] or measure.name
        return lowered(" ".join(said.split()[:_LONGEST_THING]).strip(","))
    if len(measure.name.split()) > _SHORTEST_NAME or clause.named_in == clause.start:
        return ""
    comma = text.low.rfind(",", measure.near, measure.quantity.start)
    begin = max(measure.near, text.low.rfind(":", measure.near, max(comma, 0)) + 1)
    words = text.value[begin : max(comma, begin)].split()[:_LONGEST_THING]
    return lowered(" ".join(words).strip(" -+•,"))


def _explains(low: str, start: int, end: int) -> bool:
    """Whether a count only explains a share: "(36/36 xã)", "9/11 trạm y tế (81,8%)"."""
    if "/" not in low[start:end]:
        return False
    return low[start - 1] == "(" or _row("share_behind").match(low, end) is not None


def _thing(counted: str) -> str:
    """The thing without the word that multiplies it: "triệu lao động" are "lao động"."""
    return re.sub(r"^(?:nghìn|ngàn|vạn|triệu) ", "", counted.split("/")[0])


def _counted_per(counted: str, per: re.Match[str], measure: Measure, *, close: bool) -> Naming:
    base = re.sub(r"\s+", " ", per["base"]).removeprefix("một ")
    if base in ("năm", "tháng", "quý", "tuần"):
        name = " ".join(f"Số {_thing(counted)} {_action(measure)}".split())
        return Naming(f"{name} mỗi {base}", f"{counted}/{base}", per.end(), "counted_per_year")
    end = min(per.end(), measure.limit) if close else measure.end
    unit = f"{counted_unit(counted)}/{base}"
    return Naming(f"Số {counted} trên {base}", unit, end, "counted_per")


def counted_unit(counted: str) -> str:
    """Return the unit of a counted thing in its short form: "dược sĩ đại học" is "dược sĩ"."""
    if counted.startswith("giường"):
        return "giường"
    short = re.sub(r" (?:viên|đại học)$", "", counted)
    return short.replace("bác sỹ", "bác sĩ").replace("được sĩ", "dược sĩ")
