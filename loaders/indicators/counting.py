"""Counting: names of counted things, per population or year, of each unit, or among targets."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from loaders.folding import UPPER
from loaders.grammar.patterns import load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.aiming import LONGEST_ACTION, action, aimed
from loaders.indicators.clauses import Clause, Measure, Naming
from loaders.indicators.names import cleaned, lowered
from loaders.indicators.quantities import counted_words
from loaders.indicators.words_behind import words_behind
from loaders.text.source_text import SourceText

_LONGEST_THING = 16
_SHARES = ("tỷ lệ ", "tỉ lệ ")
_ONE_PLACE = re.compile(
    r"\d{1,3}[ |]+(?:Xã|Phường|Thị trấn|Thị xã|Huyện|Quận|Thành phố|Tỉnh) "
    rf"[{UPPER}][^\W\d_]+ (?:[{UPPER}][^\W\d_]+|\W?\d)"
)
SHORTEST_NAME = 3
"""Words of a name that say too little by themselves where nothing stands behind the number."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> Regex:
    return load_patterns("quantities", group)[0].regex


def name_of_count(
    text: SourceText, clause: Clause, measure: Measure, counted: str
) -> Naming | None:
    """Return what a counted thing is said of; None where it is no target.

    It is one per population or year, of each unit, or where it is aimed at.
    """
    low, end, name, quantity = text.low, measure.end, measure.name, measure.quantity
    if name and (within := _row("per_in_name").search(name.lower())):
        base = " ".join(within["base"].split())
        return Naming(cleaned(name), f"{counted_unit(counted)}/{base}", end, "named_before")
    if (per := _per_others(low, clause, measure, counted)) is not None:
        told = per.rule == "counted_per_year" and len(name.split()) > LONGEST_ACTION
        return None if told and _row("shared_task").match(name.lower()) else per
    if each := _row("each").search(low, measure.near, quantity.start):
        noun, to = words_behind(text, clause, measure)
        noun, counted = _in_each_period(_row("or_more").sub("", noun), counted)
        noun = noun if len(noun.split()) <= LONGEST_ACTION else ""
        name = cleaned(
            f"Số {_thing(counted)} {noun} của mỗi {each['each'] or each['one'] or each['which']}"
        )
        return Naming(name, counted, to if noun else end, "counted_each")
    if clause.named_in == clause.start and _row("served").search(low, measure.near, quantity.start):
        return None
    bounded = quantity.op in (">", ">=", "<", "<=") and name.lower().startswith(("số ", "tổng số "))
    goes_on = not name and clause.unit == counted and clause.named_in == clause.start
    said = bounded or goes_on or aimed(low, clause, measure)
    if _explains(low, quantity.start, end) or not said:
        return None
    if _row("none_left").search(low, measure.near, quantity.start):
        return None
    if _numbers_row(text, quantity.start):
        return None
    often = clause.named_in == clause.start and (clause.unit or "").startswith("lần/")
    if often and _row("whereabouts").search(low, measure.near, quantity.start):
        return None
    if name.lower().startswith(_SHARES) and not measure.linked:
        return _count_of_share(name, counted, end)
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
    noun, counted = _in_each_period(noun, counted)
    if _row("left_behind").match(low, end):
        noun, to = "", end
    if not noun and not per_unit and (bare := _bare_count(low, clause, measure, counted)):
        return bare
    if not (noun or per_unit) and _restates(low, measure):
        return None
    short = " ".join(noun.split()[:_LONGEST_THING]) or subject(text, clause, measure)
    done = action(measure)
    if _row("shared_task").match(short.lower()):
        return None
    if not (short or done) and (share := _of_share(clause, _thing(counted))):
        return Naming(share, counted, to, "same_indicator")
    words = f"Số {_thing(counted)} {short} {done}"
    known = counted_words().fullmatch(f" {counted.split('/')[0]}") is not None
    return Naming(cleaned(words), counted, to, "counted" if known else "counted_unknown")


def _in_each_period(noun: str, counted: str) -> tuple[str, str]:
    """Part "khách hàng/tháng tại khoa" of "02 hội nghị khách hàng/tháng tại khoa": what is counted
    in each period, and where. How long it goes on is no part of the name.
    """
    per = _row("each_period").search(noun.lower())
    if per is None or "/" in counted:
        return noun, counted
    where = "" if per["until"] else noun[per.end() :]
    return f"{noun[: per.start()]}{where}".strip(), f"{counted}/{per['per']}"


def _numbers_row(text: SourceText, at: int) -> bool:
    """Whether a number that begins a line is that of a row about one place: "3 Xã An Hải 268 90,8".

    No count is followed by the name of one place with its own capital; "5 xã Khu vực III" is.
    """
    if at and text.value[at - 1] not in "\n|":
        return False
    return _ONE_PLACE.match(text.value, at) is not None


def _restates(low: str, measure: Measure) -> bool:
    """Whether a count only says in number what a share before it says of a whole."""
    comma = low.rfind(",", measure.near, measure.quantity.start)
    between = comma, measure.quantity.start
    return comma >= 0 and _row("restates").fullmatch(low, *between) is not None


def _per_others(low: str, clause: Clause, measure: Measure, counted: str) -> Naming | None:
    """Read a count per so many others, "75 thuê bao/100 dân"; None where it is none."""
    end, name = measure.end, measure.name
    following = bisect_left(measure.denominators, end - 1, key=re.Match.start)
    if following == len(measure.denominators):
        return None
    per = measure.denominators[following]
    close = per.start() - end <= 1
    if not (close or _row("counts_between").fullmatch(low, end, per.start())):
        return None
    naming = _counted_per(counted, per, measure, close=close)
    if not name and clause.named_in == clause.start and clause.unit == naming.unit:
        # "75 thuê bao/100 dân năm 2025 và 90 thuê bao/100 dân năm 2030"
        return naming._replace(name=clause.name or "", rule="same_indicator")
    said = measure.linked or measure.quantity.op != "="
    headed = said and _words("head").match(name.lower()) is not None
    persons = counted == "người" and measure.linked and len(name.split()) > SHORTEST_NAME
    dense = headed or persons or _row("density").match(name.lower())
    return naming._replace(name=cleaned(name)) if dense else naming


def _bare_count(low: str, clause: Clause, measure: Measure, counted: str) -> Naming | None:
    """Read "khách đạt 3 triệu lượt khách", ", tăng lên 90 xã": the thing is only the unit."""
    from_here = _row("from_value").search(low, measure.near, measure.quantity.start)
    replaced = from_here and _row("left_behind").match(low, measure.end)
    part = _row("of_these").search(low, measure.near, measure.quantity.start)
    goes_on = not measure.name and clause.unit == counted
    later = not measure.name and _row("later_year").match(low, clause.start)
    if clause.unit == counted and (later or _row("same_in_year").match(low, clause.start)):
        return Naming(clause.name or "", counted, measure.end, "same_indicator")
    if not (measure.linked or replaced or goes_on or (part and not measure.name)):
        return None
    if len(measure.name.split()) > 1:
        return Naming(cleaned(measure.name), counted, measure.end, "named_before")
    if measure.name or clause.name is None or clause.named_in != clause.start:
        return None
    # "trên vạn dân tăng từ 8 bác sĩ lên 10 bác sĩ": what it is counted per is said once.
    per = (clause.unit or "").startswith(f"{counted}/")
    return Naming(clause.name, clause.unit if per else counted, measure.end, "same_indicator")


def _count_of_share(share: str, counted: str, end: int) -> Naming | None:
    """Read "Tỷ lệ xã đạt chuẩn đạt 50% (8 xã)": how many these are; None where it counts others."""
    things = re.sub(r"^t[ỷỉ] lệ (?:số )?", "", share, flags=re.IGNORECASE)
    if not things.lower().startswith(_thing(counted)):
        return None
    return Naming(cleaned(f"Số {things}"), counted, end, "named_before")


def _of_share(clause: Clause, thing: str) -> str | None:
    """The name of a bare count whose share the sentence told: "20/40 xã (50%) có A; đạt 40 xã"."""
    share = f"tỷ lệ {thing} "
    name = clause.name or ""
    return f"Số {thing} {name[len(share) :]}" if name.lower().startswith(share) else None


def subject(text: SourceText, clause: Clause, measure: Measure) -> str:
    """Return what a clause speaks of before the comma behind which a number names too little.

    "Khám sàng lọc cho người cao tuổi tại xã vùng cao, mỗi năm tổ chức tối thiểu 20 đợt".
    """
    if len(measure.name.split()) > LONGEST_ACTION:
        said = measure.name.rpartition(",")[0] or measure.name
        return lowered(" ".join(said.split()[:_LONGEST_THING]).strip(","))
    if len(measure.name.split()) > SHORTEST_NAME or clause.named_in == clause.start:
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
        name = " ".join(f"Số {_thing(counted)} {action(measure)}".split())
        if measure.name and not action(measure):
            name = cleaned(measure.name)
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
