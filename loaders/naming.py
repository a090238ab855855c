"""Naming: what a number in a sentence is a value of, by its unit and the words around it.

A share is said of the words before it ("Tỷ lệ A đạt 90%") or behind it ("90% B được C"); a counted
thing is an indicator per population or year, of each unit, or in a section of targets.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.indicator_names import Clause, Measure, Naming, cleaned, words_behind
from loaders.patterns import load_patterns, pattern
from loaders.quantities import unit_names
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
    if measure.unit in ("%", "‰"):
        return _share(text, clause, measure)
    if not measure.name:
        if clause.name and clause.unit == measure.unit:
            return Naming(clause.name, measure.unit, measure.end, "same_indicator")
        return None
    low_name = measure.name.lower()
    wanted = unit_names(measure.unit or "") if not _row("per_in_name").search(low_name) else ()
    if wanted and not any(word in low_name for word in wanted):
        return None
    return Naming(cleaned(measure.name), measure.unit, measure.end, "named_before")


def _share(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read what a share is said of: the words before it where they name it, else those behind."""
    low, name = text.low, measure.name
    behind = _row("no_noun").match(low, measure.end, clause.end) is None
    headed = _words("head").match(name.lower()) is not None
    grows = _row("way_directly").search(low, measure.near, measure.quantity.start) is not None
    if name and (headed or not behind or (measure.linked and not grows)):
        if not headed and _row("grows").search(low, measure.near, measure.quantity.start):
            name = f"Tốc độ tăng {name[:1].lower()}{name[1:]}"
        return Naming(cleaned(name), measure.unit, measure.end, "named_before")
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        return _same(clause, measure)
    if not behind and (_row("predicate").match(noun.lower()) is None or clause.name is None):
        return _same(clause, measure)
    if not behind:
        whole = re.sub(r"^(?:Tổng s|S)ố ", "Tỷ lệ ", clause.name or "")
        return Naming(cleaned(f"{whole} {noun}"), measure.unit, to, "share_of")
    if _row("behind_colon").search(low, measure.near, measure.quantity.start):
        name = ""
    return Naming(_share_name(noun, name, grows=grows), measure.unit, to, "share_of")


def _same(clause: Clause, measure: Measure) -> Naming | None:
    """A second value of the clause's indicator."""
    if clause.name is None:
        return None
    return Naming(clause.name, measure.unit, measure.end, "same_indicator")


def _share_name(noun: str, action: str, *, grows: bool) -> str:
    """ "số hộ được dùng nước sạch" is named "Tỷ lệ hộ …", but what grows by a share is itself."""
    if grows:
        return cleaned(noun)
    if of := _row("count_of").match(noun.lower()):
        noun = noun[of.end() :]
    noun = noun[0].lower() + noun[1:] if noun[1:2].islower() else noun
    short = len(action.split()) <= _LONGEST_ACTION
    return cleaned(f"Tỷ lệ {noun} {action[:1].lower()}{action[1:] if short else ''}")


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
    if not clause.place.goal and not _row("aims").search(low, measure.near, quantity.start):
        return None
    if name and _words("head").match(name.lower()):
        return Naming(cleaned(name), counted, end, "named_before")
    action = name if len(name.split()) <= _LONGEST_ACTION else ""
    noun, to = words_behind(text, clause, measure)
    noun = _row("or_more").sub("", noun)
    short = " ".join(noun.split()[:_LONGEST_ACTION])
    words = f"Số {_thing(counted)} {short} {action[:1].lower()}{action[1:]}"
    return Naming(cleaned(words), counted, to, "counted")


def _thing(counted: str) -> str:
    """The thing without the word that multiplies it: "triệu lao động" are "lao động"."""
    return re.sub(r"^(?:nghìn|ngàn|vạn|triệu) ", "", counted)


def _counted_per(counted: str, per: re.Match[str], measure: Measure, *, close: bool) -> Naming:
    base = re.sub(r"\s+", " ", per["base"])
    if base in ("năm", "tháng", "quý", "tuần"):
        action = measure.name if len(measure.name.split()) <= _LONGEST_ACTION else ""
        name = " ".join(f"Số {_thing(counted)} {action[:1].lower()}{action[1:]}".split())
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
