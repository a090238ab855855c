"""Shares: what a percentage in a sentence is said of, by the words before it or behind it."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.clauses import Clause, Measure, Naming
from loaders.indicators.names import behind_blanks, cleaned, lowered
from loaders.indicators.parts import name_of_part
from loaders.indicators.words_behind import words_behind
from loaders.text.source_text import SourceText

_NEXT_GROUP = 60
"""Characters behind a group in which the value of the next one stands."""
_LONGEST_ACTION = 10
"""Words before a share that say what is done to the things behind it: "thu gom, xử lý 90% rác"."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> Regex:
    return load_patterns("quantities", group)[0].regex


def share_of(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Return what a share is said of: the words before it where they name it, else those behind."""
    low, near, at = text.low, measure.near, measure.quantity.start
    if (
        not measure.name
        and clause.named_in == clause.start
        and _row("takes_part").search(low, near, at)
    ):
        measure = measure._replace(name=clause.name or "")
    name = measure.name.lower()
    if _row("no_name").search(name):
        return None
    if not measure.linked and _row("bare_whole").fullmatch(name):
        return None
    if some := _row("some_of_all").search(low, near, at):
        return _some_of_all(text, clause, measure, some)
    behind = _row("no_noun").match(low, measure.end, clause.end) is None
    headed = _words("head").match(name) is not None
    grows = _row("way_directly").search(low, near, at) is not None
    whole = _row("whole_behind").match(low, measure.end, clause.end)
    next_share = _row("next_share").match(low, measure.end, clause.end)
    if next_share and not (headed or (name and measure.linked)):
        return Naming("", measure.unit, measure.end, "share_of")
    goes_on = not name and measure.linked and clause.name and clause.named_in == clause.start
    # "giảm 3% số vụ, giảm 5% số người bị thương": the second names its own.
    if goes_on and not (grows and behind and _names_measure(text.low, measure, clause.end)):
        return same_of(text, clause, measure)
    acts = behind and pattern("duties", "task_verb").regex.match(name) is not None
    says = headed or not behind or whole or (measure.linked and not grows and not acts)
    if name and says:
        return _named_before(text, clause, measure, whole, headed=headed)
    return _named_behind(text, clause, measure, behind=behind, grows=grows)


def _names_measure(low: str, measure: Measure, end: int) -> bool:
    """Whether the words behind a share open as the name of a measure does: "5% số vụ"."""
    begins = behind_blanks(low, measure.end, end)
    return _words("head").match(low, begins, end) is not None


def _named_before(
    text: SourceText, clause: Clause, measure: Measure, whole: re.Match[str] | None, *, headed: bool
) -> Naming | None:
    """Read "Tỷ lệ A đạt 90%", "dịch vụ tăng 8%", "kinh tế số chiếm 20% GRDP"."""
    low, name = text.low, measure.name
    if not headed and _row("grows").search(low, measure.near, measure.quantity.start):
        name = f"Tốc độ tăng {lowered(name)}"
    into = _row("into_whole").match(low, measure.end, clause.end)
    if into and _row("contributes").search(low, measure.near, measure.quantity.start):
        words = text.value[slice(*into.span("to"))]
        giver = re.sub(r"\s*đóng góp$", "", name, flags=re.IGNORECASE)
        name = f"Đóng góp của {lowered(giver)} {words}"
        return Naming(cleaned(name), measure.unit, into.end(), "named_before")
    if _row("takes_part").search(low, measure.near, measure.quantity.start):
        whole = _row("part_of").match(low, measure.end, clause.end)
    bound = measure.quantity.op in (">", ">=")
    moves = _row("change").search(low, measure.near, measure.quantity.start)
    if not (clause.place.goal or headed or whole or bound or moves) and measure.linked:
        return None
    if whole:
        all_of = text.value[slice(*whole.span("whole"))]
        name = f"Tỷ trọng {lowered(name)} trong {all_of}"
    if headed and measure.linked and (things := _row("things_apart").match(low, measure.end)):
        clause.spread = name
        group, end = text.value[slice(*things.span("things"))], things.end("things")
    else:
        group, end = group_behind(text, clause, measure)
    end = max(end, whole.end() if whole else end)
    return Naming(cleaned(f"{name} {group}"), measure.unit, end, "named_before")


def _named_behind(
    text: SourceText, clause: Clause, measure: Measure, *, behind: bool, grows: bool
) -> Naming | None:
    """Read "90% số hộ được dùng nước sạch", ", trong đó 50% là nữ", or a second value."""
    noun, to = words_behind(text, clause, measure)
    if not noun[:1].isalpha():
        return same_of(text, clause, measure)
    if behind and clause.spread and clause.named_in == clause.start and not measure.name:
        return Naming(cleaned(f"{clause.spread} {lowered(noun)}"), measure.unit, to, "named_before")
    if not behind:
        if clause.name is None or _row("predicate").match(noun.lower()) is None:
            return same_of(text, clause, measure)
        whole = re.sub(r"^(?:Tổng s|S)ố ", "Tỷ lệ ", clause.name)
        return Naming(cleaned(f"{whole} {noun}"), measure.unit, to, "share_of")
    says = _row("said_of_things").search((clause.name or "").lower())
    if says and clause.named_in == clause.start and _row("predicate").match(noun.lower()):
        things = (clause.name or "")[: says.start()]
        return Naming(cleaned(f"{things}{noun}"), measure.unit, to, "share_of")
    if _counts_them(clause) and _row("predicate").match(noun.lower()):
        whole = re.sub(r"^(?:Tổng s|S)ố ", "Tỷ lệ ", clause.name or "")
        return Naming(cleaned(f"{whole} {noun}"), measure.unit, to, "share_of")
    opens = _row("behind_colon").search(text.low, measure.near, measure.quantity.start)
    topic = opens and not _tells_deed(measure.name.lower(), noun.lower())
    action = "" if topic or _row("by_body").match(measure.name.lower()) else measure.name
    if action.lower().startswith("theo "):
        action = ""  # "90% A theo quy chuẩn, 98% B": said of A
    if not action and _stands_beside(text.low, clause, measure, noun):
        action = clause.action or ""
    if not action and not grows and _row("bare_whole").fullmatch(noun.lower()):
        return _of_those_reached(clause, measure, noun, to)
    clause.action = action
    return Naming(_share_name(noun, action, grows=grows), measure.unit, to, "share_of")


def _of_those_reached(clause: Clause, measure: Measure, noun: str, to: int) -> Naming | None:
    """Read "; đạt 60% dân số" behind "người dân được khám ít nhất 1 lần/năm"; alone it is none."""
    says = _row("said_of_things").search((clause.name or "").lower())
    if says is None or not (clause.unit or "").startswith("lần/"):
        return None
    name = f"Tỷ lệ {noun} {(clause.name or '')[says.start() :]}"
    return Naming(cleaned(name), measure.unit, to, "share_of")


def _tells_deed(name: str, noun: str) -> bool:
    """Whether the words before a colon are what is done to the things behind, which say nothing of
    themselves: "Sàng lọc trước sinh: 50% bà mẹ mang thai"; "Giáo dục: 90% trường …" is a topic.
    """
    done = pattern("duties", "task_verb").regex.match(name) is not None
    return done and _row("said_of_things").search(noun) is None


def _stands_beside(low: str, clause: Clause, measure: Measure, noun: str) -> bool:
    """Whether a share stands beside another to whose things something is done, and says nothing
    of its own: "thu gom 90% rác ở đô thị, 70% rác ở nông thôn".
    """
    if clause.named_in != clause.start or _row("said_of_things").search(noun.lower()):
        return False
    return _row("beside").search(low, measure.near, measure.quantity.start) is not None


def _counts_them(clause: Clause) -> bool:
    """Whether the clause has counted the things already of which a share is told: "Số A …"."""
    counted = (clause.name or "").startswith(("Số ", "Tổng số "))
    return counted and clause.named_in == clause.start


def _some_of_all(text: SourceText, clause: Clause, measure: Measure, some: re.Match[str]) -> Naming:
    """Read "9/11 trạm y tế (81,8%) có bác sĩ": a share in a bracket behind a count."""
    things = text.value[slice(*some.span("things"))]
    bracket = text.low.find(")", measure.end, measure.end + 20)
    rest, to = "", measure.end
    if bracket >= 0:
        rest, to = words_behind(text, clause, measure._replace(end=bracket + 1))
    return Naming(cleaned(f"Tỷ lệ {things} {rest}"), measure.unit, to, "share_of")


def same_of(text: SourceText, clause: Clause, measure: Measure) -> Naming | None:
    """Return the clause's indicator as that of a second value, or of the group behind that one."""
    if clause.name is None or (clause.unit or "").startswith("lần/"):
        return None  # what is done so often is no whole of a share
    if measure.unit == "%" and clause.unit != "%" and text.low[measure.quantity.start - 1] == "(":
        name = re.sub(r"^Số ", "Tỷ lệ ", clause.name)  # "14/15 trạm có A (93%)"
        return Naming(name, measure.unit, measure.end, "same_indicator")
    group = _row("qualifier").match(text.low, measure.end, clause.end)
    grouped = clause.named_in == clause.start or _row("qualifier_tail").search(clause.name)
    if group is None or not grouped:
        return Naming(clause.name, measure.unit, measure.end, "same_indicator")
    stem = _row("qualifier_tail").split(clause.name)[0]
    words = " ".join(text.value[slice(*group.span())].split())
    return Naming(cleaned(f"{stem} {words}"), measure.unit, group.end(), "same_indicator")


def group_behind(text: SourceText, clause: Clause, measure: Measure) -> tuple[str, int]:
    """Return the group that a value is said of, where the next value names another, and its end.

    "dưới 15% ở người trưởng thành và dưới 8% ở học sinh".
    """
    group = _row("qualifier").match(text.low, measure.end, clause.end)
    near = min(group.end() + _NEXT_GROUP, len(text.low)) if group else 0
    if group is None or not _row("next_group").match(text.low, group.end(), near):
        return "", measure.end
    return " ".join(text.value[slice(*group.span())].split()), group.end()


def _share_name(noun: str, action: str, *, grows: bool) -> str:
    """ "số hộ được dùng nước sạch" is named "Tỷ lệ hộ …", but what grows by a share is itself."""
    if grows:
        return cleaned(noun)
    if of := _row("count_of").match(noun.lower()):
        noun = noun[of.end() :]
    short = len(action.split()) <= _LONGEST_ACTION
    return cleaned(f"Tỷ lệ {name_of_part(lowered(noun), lowered(action) if short else '')}")
