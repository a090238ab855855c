"""Coordination: what the values of a sentence that stand side by side share with one another.

A name ("đến năm 2025, 60% và đến năm 2030, 80% số hộ"), a predicate ("60% xã, 70% thôn có nhà văn
hóa"), a comparator ("ít nhất 85% trường mầm non, 75% trường phổ thông"), a year, or all in turn
("đến năm 2030 tương ứng là 60% và 70%").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from loaders.grammar.patterns import pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.found_values import FoundValue
from loaders.indicators.names import cleaned

_SHORT_NAME = 8
"""Words of a share's name that may want the predicate of the next one."""
_BOUNDS = (">=", "<=", ">", "<", "~")


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


def shared(low: str, found: list[FoundValue]) -> list[FoundValue]:
    """Return the values of a clause with what they share; one that stays without a name is left."""
    values = shared_predicate(_shared_name(_shared_comparator(low, found)))
    parts = [part for value in values for part in _all_fall(value)]
    return [one for part in parts for one in _each_predicate(part)]


def _all_fall(value: FoundValue) -> Iterator[FoundValue]:
    """Part "giảm 5% số vụ, số người chết và số người bị thương do A": one change for each number.

    What is said behind the last of them is said of all.
    """
    if value.op == "change" and (listed := _row("all_fall").match(value.name.lower())):
        tail = _row("said_of_all").search(listed["last"])
        for name in (listed["first"], *listed["more"].split(",")):
            yield value._replace(name=cleaned(f"{name.strip()}{tail[0] if tail else ''}"))
        yield value._replace(name=cleaned(listed["last"].strip()))
        return
    yield value


def _shared_comparator(low: str, found: list[FoundValue]) -> list[FoundValue]:
    """Hand a comparator, or a change, on to what stands beside it; "100%" is all of a thing."""
    done: list[FoundValue] = []
    for value in found:
        before = done[-1] if done else None
        if before is not None and _moves_alike(low, before, value):
            name, moved = value.name, math.copysign(value.value, before.value)
            number = "Số " if _row("share_of_number").match(low, value.start) else ""
            name = cleaned(f"{number}{name.removeprefix('Tỷ lệ ')}")
            to = value.value_to and math.copysign(value.value_to, before.value)
            value = value._replace(name=name, op="change", value=moved, value_to=to)
        elif before is not None and _may_share_comparator(low, before, value):
            beside = _row("side_by_side").fullmatch(low, before.end, value.start)
            value = value._replace(op=before.op) if beside else value
        done.append(value)
    return done


def _may_share_comparator(low: str, before: FoundValue, value: FoundValue) -> bool:
    """Whether two values are of one measure, or of things of which one predicate is said."""
    whole = value.unit == "%" and value.value == 100
    alike = before.unit == value.unit and value.op == "=" and before.op in _BOUNDS and not whole
    goes_on = _row("then_predicate").match(low, value.start) is not None
    same_rule = value.rule == before.rule and value.rule in ("share_of", "counted")
    open_ended = same_rule and not _row("said_of_things").search(before.name.lower())
    return alike and (open_ended or goes_on or value.rule == "same_indicator")


def moves_on(
    low: str, start: int, above: list[FoundValue], found: list[FoundValue]
) -> list[FoundValue]:
    """Return the values of a clause that begins at `start` with a share, as changes where those
    before the semicolon are: "giảm 30% thời gian giải quyết; 50% chi phí đi lại".
    """
    first = found[0] if found else None
    if first is None or not above or _row("share_of_measure").match(low, start) is None:
        return found
    before = above[-1]
    alike = before.rule == first.rule == "share_of" and before.unit == first.unit
    says = _row("said_of_things").search(first.name.lower())
    if not alike or before.op != "change" or first.op != "=" or says:
        return found
    moved = math.copysign(first.value, before.value)
    number = "Số " if _row("share_of_number").match(low, start) else ""
    name = cleaned(f"{number}{first.name.removeprefix('Tỷ lệ ')}")
    return [first._replace(name=name, op="change", value=moved), *found[1:]]


def _moves_alike(low: str, before: FoundValue, value: FoundValue) -> bool:
    """Whether a change goes on: "giảm 10% biên chế công chức và 10% số lượng viên chức"."""
    if before.op != "change" or before.unit != value.unit or value.op not in ("=", "range"):
        return False
    if value.rule == "same_indicator":  # "giảm 10% năm 2025 và 20% năm 2030"
        return _row("next_year").fullmatch(low, before.end, value.start) is not None
    if not value.rule == before.rule == "share_of":
        return False
    return _row("side_by_side").fullmatch(low, before.end, value.start) is not None


def _shared_name(found: list[FoundValue]) -> list[FoundValue]:
    """Give a share before whose noun another stands ("60% và … 80% số hộ") the noun of that one."""
    done: list[FoundValue] = []
    for value in reversed(found):
        if not value.name:
            if not done or done[-1].unit != value.unit:
                continue
            value = value._replace(name=done[-1].name)
        done.append(value)
    return done[::-1]


def shared_predicate(found: list[FoundValue]) -> list[FoundValue]:
    """Give shares the predicate that the next of a row has: "60% xã, 70% thôn có nhà văn hóa"."""
    says = _row("said_of_things")
    done: list[FoundValue] = []
    tail = of = ""
    for value in reversed(found):
        said = says.search(value.name.lower())
        if value.rule not in ("share_of", "counted") or value.op == "change":
            tail = ""
        elif said is not None:
            tail, of = value.name[said.start() :], value.rule
        elif tail and value.rule == of and len(value.name.split()) <= _SHORT_NAME:
            value = value._replace(name=f"{value.name} {tail}")
        done.append(value)
    return done[::-1]


def _each_predicate(value: FoundValue) -> Iterator[FoundValue]:
    """Part "trạm y tế có A, có B, có C": one measure for each that the things have."""
    said = _row("said_of_things").search(value.name.lower())
    if value.rule != "share_of" or said is None:
        yield value
        return
    things, verb = value.name[: said.start()], said[0]
    parts = re.split(rf", (?={verb} (?!chất lượng|hiệu quả))", value.name[said.start() :])
    for part in parts:
        yield value._replace(name=f"{things}{part}")


def in_turn(
    low: str, start: int, found: list[FoundValue], above: list[FoundValue]
) -> list[FoundValue]:
    """Return the values of a clause that begins at `start` with what they have in turn, if said.

    Years ("đến năm 2025 và 2030 đạt lần lượt 40% và 50%"), groups ("tiểu học, THCS lần lượt đạt"),
    or what the values `above`, those of the clause before, have: their names where this clause has
    a year of its own, else their years.
    """
    if not found:
        return found
    if match := _row("respectively").search(low, start, found[-1].start):
        years = [int(year) for year in re.findall(r"\d{4}", match["years"])]
        behind = [i for i, value in enumerate(found) if value.start >= match.end()]
        due = dict(zip(behind, years, strict=False)) if len(behind) >= len(years) else {}
        return [value._replace(year=due.get(i, value.year)) for i, value in enumerate(found)]
    if not _row("in_turn").search(low, start, found[0].start):
        return found
    if len(above) == len(found) and len(found) > 1:
        if _row("year").search(low, start, found[0].start):
            pairs = zip(found, above, strict=True)
            return [value._replace(name=of.name, unit=of.unit) for value, of in pairs]
        if len({value.year for value in above}) == len(above):
            pairs = zip(found, above, strict=True)
            return [value._replace(year=of.year) for value, of in pairs]
    return _by_group(found)


def _by_group(found: list[FoundValue]) -> list[FoundValue]:
    """Give each of several values its own of the groups that their one name lists."""
    if len(found) < 2 or len({value.name for value in found}) != 1:
        return found
    stem, groups, tail = _groups_in(found[0].name)
    if len(groups) != len(found) or not stem:
        return found
    names = [cleaned(f"{stem} {group} {tail}") for group in groups]
    return [value._replace(name=name) for value, name in zip(found, names, strict=True)]


def _groups_in(name: str) -> tuple[str, list[str], str]:
    """The groups that a name lists, with the words before them and behind them.

    They stand in a bracket, or before what is said of them all; the first is as long as the next.
    """
    if bracket := re.search(r" ?\(([^()]+)\) ?", name):
        return name[: bracket.start()], re.split(r", | và ", bracket[1]), name[bracket.end() :]
    said = next((m for m in _row("said_of_things").finditer(name.lower()) if m.start() > 8), None)
    cut = said.start() if said else len(name)
    first, *others = re.split(r", | và ", name[:cut].rstrip())
    if not others:
        return name, [], ""
    words, width = first.split(), len(others[0].split())
    return " ".join(words[:-width]), [" ".join(words[-width:]), *others], name[cut:]


def only_year(values: list[FoundValue]) -> int | None:
    """Return the year that is due in a clause with these values, where it is one for all."""
    years = {value.year for value in values if not value.baseline}
    return next(iter(years)) if len(years) == 1 else None


def with_years(found: list[FoundValue], above: int | None) -> list[FoundValue]:
    """Give values of a clause without a year that of the next one, else the only one said before.

    "A đạt 70%, B đạt 80% vào năm 2025"; "A đạt 95% năm 2025; B đạt 85%". `above` is the only year
    of the clause before.
    """
    done: list[FoundValue] = []
    said = {value.year for value in found if value.year and not value.baseline}
    near = next(iter(said)) if len(said) == 1 else above
    for value in reversed(found):
        if value.baseline or value.yearly:
            done.append(value)
            continue
        near = value.year or near
        done.append(value if value.year else value._replace(year=near))
    return done[::-1]
