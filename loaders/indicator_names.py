"""What a number in a sentence is said of: the name before it, behind it, or the thing it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.context import Place
from loaders.folding import fold
from loaders.patterns import load_patterns, pattern
from loaders.quantities import Quantity, unit_names
from loaders.text import SourceText


@dataclass(slots=True)
class Clause:
    """A clause being read: its bounds, and what the last number in it was said of."""

    start: int
    end: int
    place: Place
    name: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number on its way to an indicator, at a place in the text.

    The name before it, its unit if it has one, the thing it counts if it counts one, where the
    words of these end, how far the number's words may reach, and the denominators of the clause.
    """

    quantity: Quantity
    name: str
    unit: str | None
    counted: str | None
    end: int
    limit: int
    denominators: list[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Naming:
    """An indicator's name and unit, where its words end, and the rule that found them."""

    name: str
    unit: str | None
    end: int
    rule: str


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
        if measure.name:
            return Naming(cleaned(measure.name), measure.unit, measure.end, "named_before")
        return _share_of(text, clause, measure)
    if not measure.name:
        if clause.name and clause.unit == measure.unit:
            return Naming(clause.name, measure.unit, measure.end, "same_indicator")
        return None
    low_name = measure.name.lower()
    wanted = unit_names(measure.unit or "") if not _row("per_in_name").search(low_name) else ()
    if wanted and not any(word in low_name for word in wanted):
        return None
    return Naming(cleaned(measure.name), measure.unit, measure.end, "named_before")


def _share_of(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Read "trên 90% số hộ được dùng nước sạch", or a second value of the clause's indicator."""
    stop = _row("name_stop").search(text.low, measure.end, clause.end)
    to = stop.start() if stop else min(clause.end, measure.limit)
    noun = text.value[measure.end : to].strip(" ,-")
    if of := _row("count_of").match(noun.lower()):
        noun = noun[of.end() :]
    if noun[:1].isalpha():
        noun = noun[0].lower() + noun[1:] if noun[1:2].islower() else noun
        return Naming(cleaned(f"Tỷ lệ {noun}"), measure.unit, to, "share_of")
    if clause.name:
        return Naming(clause.name, measure.unit, measure.end, "same_indicator")
    return None


def _counted(text: SourceText, clause: Clause, measure: Measure, counted: str) -> Naming | None:
    """Read a counted thing: per population or year, of each unit, or in a section of targets."""
    low, end, name, quantity = text.low, measure.end, measure.name, measure.quantity
    per = next((m for m in measure.denominators if m.start() >= end - 1), None)
    if per is not None:
        close = per.start() - end <= 1
        if close or _row("counts_between").fullmatch(low, end, per.start()):
            return _counted_per(counted, per, measure, close=close)
    if each := _row("each").search(low, clause.start, quantity.start):
        return Naming(f"Số {counted} của mỗi {each['each']}", counted, end, "counted_each")
    if not clause.place.goal:
        return None
    if name and _words("head").match(name.lower()):
        return Naming(cleaned(name), counted, end, "named_before")
    short = len(name.split()) <= 4 and (name or quantity.op != "=")
    if short and quantity.op in ("~", ">=", ">", "="):
        tail = re.match(r"\s*[^,;.]{0,60}", low[end : measure.limit])
        to = end + (tail.end() if tail else 0)
        rest = text.value[end:to].strip()
        whose = name if name and not rest else ""
        return Naming(cleaned(f"Số {counted} {rest} {whose}"), counted, to, "counted")
    return None


def _counted_per(counted: str, per: re.Match[str], measure: Measure, *, close: bool) -> Naming:
    base = re.sub(r"\s+", " ", per["base"])
    if base in ("năm", "tháng", "quý", "tuần"):
        return Naming(
            f"Số {counted} mỗi {base}", f"{counted}/{base}", per.end(), "counted_per_year"
        )
    end = min(per.end(), measure.limit) if close else measure.end
    unit = f"{counted_unit(counted)}/{base}"
    return Naming(f"Số {counted} trên {base}", unit, end, "counted_per")


def counted_unit(counted: str) -> str:
    """Return the unit of a counted thing in its short form: "dược sĩ đại học" is "dược sĩ"."""
    if counted.startswith("giường"):
        return "giường"
    short = re.sub(r" (?:viên|đại học)$", "", counted)
    return short.replace("bác sỹ", "bác sĩ").replace("được sĩ", "dược sĩ")


def name_before(text: SourceText, clause: Clause, at: int, to: int) -> str:
    """Return the name that stands between `at` and a number, without goal words and comparators."""
    low, end = text.low, to
    after = _words("after")
    while (link := after.search(low, at, end)) and link.end() == end and link.start() < end:
        end = link.start()
    head = _words("head")
    start = _behind_goal_words(low, at, end)
    if (colon := low.rfind(":", start, end)) > 0:
        behind = _behind_blanks(low, colon + 1, end)
        start = behind if head.match(low, behind) else start
    if (comma := low.rfind(",", start, end)) > 0:
        behind = _behind_blanks(low, comma + 1, end)
        if not head.match(low, start):
            start = _behind_goal_words(low, comma + 1, end)
        elif head.match(low, behind):
            start = behind
    name = re.sub(r"\s+", " ", text.value[start:end]).strip(" ,:;-()")
    if not re.search(r"[^\W\d_]{2}", name):
        return ""
    if clause.name and _row("variant").fullmatch(name.lower()):
        stem = _row("variant_tail").split(clause.name.lower())[0]
        return f"{clause.name[: len(stem)]} {name[0].lower()}{name[1:]}"
    return name if len(name.split()) > 1 or head.match(name.lower() + " ") else ""


def _behind_goal_words(low: str, start: int, end: int) -> int:
    words = _words("before")
    while start < end and (lead := words.match(low, start, end)) and lead.end() > start:
        start = lead.end()
    return start


def _behind_blanks(low: str, start: int, end: int) -> int:
    return end - len(low[start:end].lstrip())


def cleaned(name: str) -> str:
    """Return a name as it is shown: single blanks, no verb of change, a capital first."""
    name = re.sub(r"\s+", " ", name)
    name = re.sub(r"\s*:\s*(\w)", lambda m: " " + m[1].lower(), name).strip(" ,.;:-")
    if way := _row("way_before_name").match(name.lower()):
        name = name[way.end() :]
    return name[:1].upper() + name[1:]


def same_measure(a: str, b: str) -> float:
    """How alike two names are, 0 to 1, by their folded words; 0 where a number in them differs.

    "tử vong trẻ em dưới 1 tuổi" and "… dưới 5 tuổi" measure different things.
    """
    first, second = fold(a).split(), fold(b).split()
    if {w for w in first if w.isdigit()} != {w for w in second if w.isdigit()}:
        return 0.0
    shared = sum(min(first.count(w), second.count(w)) for w in set(first))
    return 2 * shared / (len(first) + len(second)) if first or second else 0.0
