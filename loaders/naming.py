"""Naming: what a number in a sentence is a value of, by its unit and the words around it.

A share is said of the words before it ("Tỷ lệ A đạt 90%") or behind it ("90% B được C"); a counted
thing is an indicator per population or year, of each unit, or in a section of targets.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from loaders.indicator_names import Clause, Measure, Naming, cleaned, lowered, words_behind
from loaders.patterns import load_patterns, pattern
from loaders.quantities import measure_of, unit_names
from loaders.text import SourceText

_LONGEST_ACTION = 10
"""Words before a share that say what is done to the things behind it: "thu gom, xử lý 90% rác"."""


@cache
def _row(name: str) -> re.Pattern[str]:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> re.Pattern[str]:
    return load_patterns("quantities", group)[0].regex


def name_of(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Settle what a number is said of; None where it is no target."""
    if measure.counted is not None:
        return _counted(text, clause, measure, measure.counted)
    if measure.unit in ("%", "‰", "%/năm"):
        return _share(text, clause, measure)
    if not measure.name:
        if clause.name and _base(clause.unit) == _base(measure.unit):
            return Naming(clause.name, clause.unit, measure.end, "same_indicator")
        return _measured(text, clause, measure)
    low_name = measure.name.lower()
    wanted = unit_names(measure.unit or "") if not _row("per_in_name").search(low_name) else ()
    if wanted and not any(word in low_name for word in wanted):
        return _measured(text, clause, measure)
    if not _words("head").match(low_name) and not _aimed(text.low, clause, measure):
        return _measured(text, clause, measure)
    return Naming(cleaned(measure.name), measure.unit, measure.end, "named_before")


def _measured(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "hoàn thành 600 km đường cao tốc": the thing behind, with what its unit measures."""
    of = measure_of(measure.unit or "")
    if of is None or not _aimed(text.low, clause, measure):
        return None
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        return None
    return Naming(cleaned(f"{of} {noun} {_action(measure)}"), measure.unit, to, "measured")


def _aimed(low: str, clause: Clause, measure: Measure) -> bool:
    """Whether a counted or measured thing is a target: by its section, or a word before it."""
    if clause.place.goal:
        return True
    return _row("aims").search(low, measure.near, measure.quantity.start) is not None


def _action(measure: Measure) -> str:
    """The words before a number that say what is done, if they are few: "trồng mới"."""
    return lowered(measure.name) if len(measure.name.split()) <= _LONGEST_ACTION else ""


def _base(unit: str | None) -> str:
    """What a unit counts, whatever it is counted per: "con" of "con/phụ nữ"."""
    return (unit or "").split("/")[0]


def _share(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read what a share is said of: the words before it where they name it, else those behind."""
    low, name = text.low, measure.name
    if some := _row("some_of_all").search(low, measure.near, measure.quantity.start):
        return _some_of_all(text, clause, measure, some)
    behind = _row("no_noun").match(low, measure.end, clause.end) is None
    headed = _words("head").match(name.lower()) is not None
    grows = _row("way_directly").search(low, measure.near, measure.quantity.start) is not None
    acts = behind and pattern("duties", "task_verb").regex.match(name.lower()) is not None
    if name and (headed or not behind or (measure.linked and not grows and not acts)):
        if not headed and _row("grows").search(low, measure.near, measure.quantity.start):
            name = f"Tốc độ tăng {lowered(name)}"
        whole = _row("part_of").match(low, measure.end, clause.end)
        if not _row("takes_part").search(low, measure.near, measure.quantity.start):
            whole = None
        if not clause.place.goal and not headed and measure.linked and not whole:
            return None
        if whole:
            all_of = text.value[slice(*whole.span("whole"))]
            name = f"Tỷ trọng {lowered(name)} trong {all_of}"
        group, end = _group_behind(text, clause, measure)
        return Naming(cleaned(f"{name} {group}"), measure.unit, end, "named_before")
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        return _same(text, clause, measure)
    if not behind and (_row("predicate").match(noun.lower()) is None or clause.name is None):
        return _same(text, clause, measure)
    if not behind:
        named = re.sub(r"^(?:Tổng s|S)ố ", "Tỷ lệ ", clause.name or "")
        return Naming(cleaned(f"{named} {noun}"), measure.unit, to, "share_of")
    if _row("behind_colon").search(low, measure.near, measure.quantity.start):
        name = ""
    return Naming(_share_name(noun, name, grows=grows), measure.unit, to, "share_of")


def _some_of_all(text: SourceText, clause: Clause, measure: Measure, some: re.Match[str]) -> Naming:
    """Read "9/11 trạm y tế (81,8%) có bác sĩ": a share in a bracket behind a count."""
    things = text.value[slice(*some.span("things"))]
    bracket = text.low.find(")", measure.end, measure.end + 20)
    rest, to = "", measure.end
    if bracket >= 0:
        rest, to = words_behind(text, clause, replace(measure, end=bracket + 1))
    return Naming(cleaned(f"Tỷ lệ {things} {rest}"), measure.unit, to, "share_of")


def _same(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """A second value of the clause's indicator."""
    if clause.name is None:
        return None
    group = _row("qualifier").match(text.low, measure.end, clause.end)
    if group is None or clause.named_in != clause.start:
        return Naming(clause.name, measure.unit, measure.end, "same_indicator")
    stem = _row("qualifier_tail").split(clause.name)[0]
    words = " ".join(text.value[slice(*group.span())].split())
    return Naming(cleaned(f"{stem} {words}"), measure.unit, group.end(), "same_indicator")


def _group_behind(text: SourceText, clause: Clause, measure: Measure) -> tuple[str, int]:
    """The group that a value is said of where the next value names another one.

    "dưới 15% ở người trưởng thành và dưới 8% ở học sinh".
    """
    group = _row("qualifier").match(text.low, measure.end, clause.end)
    if group is None or not _row("next_group").match(text.low, group.end(), clause.end):
        return "", measure.end
    return " ".join(text.value[slice(*group.span())].split()), group.end()


def _share_name(noun: str, action: str, *, grows: bool) -> str:
    """ "số hộ được dùng nước sạch" is named "Tỷ lệ hộ …", but what grows by a share is itself."""
    if grows:
        return cleaned(noun)
    if of := _row("count_of").match(noun.lower()):
        noun = noun[of.end() :]
    short = len(action.split()) <= _LONGEST_ACTION
    return cleaned(f"Tỷ lệ {lowered(noun)} {lowered(action) if short else ''}")


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
            return _counted_per(counted, per, measure, close=close)
    if each := _row("each").search(low, measure.near, quantity.start):
        return Naming(f"Số {counted} của mỗi {each['each']}", counted, end, "counted_each")
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
        counted, measure = f"{counted}{per_unit[0].strip()}", replace(measure, end=per_unit.end())
    noun, to = words_behind(text, clause, measure)
    noun = _row("or_more").sub("", noun)
    short = " ".join(noun.split()[:_LONGEST_ACTION])
    words = f"Số {_thing(counted)} {short} {_action(measure)}"
    return Naming(cleaned(words), counted, to, "counted")


def _explains(low: str, start: int, end: int) -> bool:
    """Whether a count only explains a share: "(36/36 xã)", "9/11 trạm y tế (81,8%)"."""
    if "/" not in low[start:end]:
        return False
    return low[start - 1] == "(" or _row("share_behind").match(low, end) is not None


def _thing(counted: str) -> str:
    """The thing without the word that multiplies it: "triệu lao động" are "lao động"."""
    return re.sub(r"^(?:nghìn|ngàn|vạn|triệu) ", "", counted)


def _counted_per(counted: str, per: re.Match[str], measure: Measure, *, close: bool) -> Naming:
    base = re.sub(r"\s+", " ", per["base"])
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
