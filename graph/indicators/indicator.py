"""Which names mean one indicator: a key for each, and for two names a verdict with its reasons.

One indicator is what names of equal forms (`graph.indicators.forms`) or of one row of
tables/indicators.toml mean: a name is looked at by itself, so nothing depends on what else is
loaded. What is nearly alike and not told apart by a rule is doubtful: it stays apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from graph.indicators.forms import COUNT, SHARE, Form, form_of
from graph.indicators.words import plain, rows, surfaces
from loaders.folding import fold, slug

_MORE_WORDS = 4
"""So many words one name may have beyond the other's and be nearly alike."""


class Likeness(StrEnum):
    """What two names are to each other."""

    SAME = "same"
    DIFFERENT = "different"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a name means: `key` is equal for names of one indicator; `name` is Vietnamese.

    `known` is whether the table has it; `reasons` say how the name was understood.
    """

    key: str
    name: str
    form: Form
    known: bool
    reasons: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        """Whether the name says what is measured: "Tỷ lệ" alone does not, and is never one."""
        return self.known or bool(self.form.words or self.form.group)


@dataclass(frozen=True, slots=True)
class Likened:
    """What two names are to each other, and why, in words."""

    likeness: Likeness
    reasons: tuple[str, ...]


@lru_cache(maxsize=16384)
def indicator_of(name: str, unit: str | None = None) -> Indicator:
    """Return what a name with its unit means; of a unit that is not known, None."""
    form = form_of(name, unit)
    row = _row_of(form)
    reasons = [f"“{said}” hiểu là “{means}”" for said, means in form.used]
    if row is None:
        base, own = ".".join(filter(None, _parts(form))), " ".join(name.split())
    else:
        base, own = row["key"], row["name"]
        reasons.append(f"bảng chỉ tiêu: {own}")
    bounds = [slug(bound) for bound in form.bounds]
    if row is not None and form.bounds:
        own = f"{own} ({'; '.join(form.bounds)})"
    return Indicator(".".join([base, *bounds]), own, form, row is not None, tuple(reasons))


def _parts(form: Form) -> tuple[str, ...]:
    told = form.kind or (form.family if form.family not in (None, "share", "count") else "")
    return slug(told or ""), slug(" ".join(form.words)), slug(form.group or "")


@cache
def _rows() -> dict[tuple[tuple[str, ...], str | None], list[dict[str, Any]]]:
    """The rows of known indicators, by words and group of their forms."""
    found: dict[tuple[tuple[str, ...], str | None], list[dict[str, Any]]] = {}
    for row in rows("indicator"):
        for name in row["forms"]:
            form = form_of(name)
            same = found.setdefault((form.words, form.group), [])
            if row not in same:
                same.append(row)
    return found


def _row_of(form: Form) -> dict[str, Any] | None:
    fitting = [
        row
        for row in _rows().get((form.words, form.group), ())
        if form.kind == row["kind"]
        or (form.kind == "" and form.family is None)
        or (row["kind"] == COUNT and form.kind == SHARE and form.family != "share")
    ]
    return fitting[0] if len(fitting) == 1 else None


def is_meant(asked: Indicator, other: Indicator) -> bool:
    """Whether who asks for `asked`, without a unit and maybe without "tỷ lệ", means `other`."""
    if not asked.says_something or asked.form.bounds != other.form.bounds:
        return False
    if asked.key == other.key:
        return True
    if asked.form.kind or asked.known:
        return False
    return (asked.form.words, asked.form.group) == (other.form.words, other.form.group)


def sought(asked: Indicator) -> tuple[tuple[str, ...], ...]:
    """Return what every name of an indicator holds: of each tuple one folded phrase."""
    if asked.known:
        base = asked.key.split(".")[0]
        row = next(row for row in rows("indicator") if row["key"] == base)
        return (tuple(sorted({fold(anchor) for anchor in row["anchors"]})),)
    return tuple((word, *_also_written(word)) for word in asked.form.words[:8])


def _also_written(word: str) -> tuple[str, ...]:
    """Return the phrases that a name may hold for a word of its form: "08" for 8."""
    return (f"0{word}",) if word.isdigit() else tuple(surfaces().get(word, ()))


@lru_cache(maxsize=65536)
def likened(name: str, unit: str | None, other_name: str, other_unit: str | None) -> Likened:
    """Return whether two names mean one indicator, and why.

    The same where their keys are equal; doubtful where they are nearly alike and no age, sex,
    place, group, number, unit or word of the table divides them; else different. Symmetric.
    """
    one, other = indicator_of(name, unit), indicator_of(other_name, other_unit)
    if one.key == other.key and one.says_something:
        units = () if unit == other_unit else (f"đơn vị khác nhau: {unit} và {other_unit}",)
        told = dict.fromkeys((*one.reasons, *other.reasons, *units))
        return Likened(Likeness.SAME, tuple(told) or ("cùng các từ có nghĩa",))
    divided = _dividing(one.form, other.form)
    if divided:
        return Likened(Likeness.DIFFERENT, divided)
    near = _near(one.form, other.form, _printed(name, other_name))
    if near is None:
        return Likened(Likeness.DIFFERENT, ("đo những thứ khác nhau",))
    return Likened(Likeness.DOUBTFUL, near)


def _dividing(one: Form, other: Form) -> tuple[str, ...]:
    """Return what tells two forms apart for certain."""
    found = []
    if one.kind and other.kind and one.kind != other.kind:
        found.append(f"một bên là {one.kind}, một bên là {other.kind}")
    families = {one.family, other.family} - {None}
    if len(families) == 2 and not (one.kind and one.kind == other.kind):
        found.append("đơn vị đo những thứ khác nhau")
    for label, left, right, both in (
        ("độ tuổi", one.ages, other.ages, True),
        ("giới", one.sexes, other.sexes, False),
        ("vùng, nhóm dân cư", one.places, other.places, False),
        ("đối tượng", _listed(one.group), _listed(other.group), True),
    ):
        if left != right and (not both or (left and right)):
            found.append(f"khác {label}: {_told(left)} và {_told(right)}")
    numbers = [sorted(word for word in form.words if word.isdigit()) for form in (one, other)]
    if numbers[0] != numbers[1]:
        found.append(f"khác con số: {_told(numbers[0])} và {_told(numbers[1])}")
    return (*found, *_divided_by_words(one, other))


def _listed(group: str | None) -> tuple[str, ...]:
    return () if group is None else (group,)


def _told(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(words) or "không nêu"


def _divided_by_words(one: Form, other: Form) -> list[str]:
    texts = [f" {' '.join(form.words)} {fold(form.group or '')} " for form in (one, other)]
    found = []
    for words, alone in _divides():
        left, right = ({w for w in words if f" {w} " in text} for text in texts)
        only = (left - right, right - left)
        if all(only) or (alone and any(only)):
            said = [", ".join(sorted(words[w] for w in side)) or "không có" for side in only]
            found.append(f"từ phân biệt: {said[0]} và {said[1]}")
    return found


@cache
def _divides() -> list[tuple[dict[str, str], bool]]:
    """The dividing words of each row, in their plain form and as the table has them."""
    return [
        ({" ".join(plain(word)): word for word in row["words"]}, row.get("alone", False))
        for row in rows("divide")
    ]


def _printed(*names: str) -> dict[str, str]:
    """Return the words of names as printed, by what stands for them in a form."""
    said = (word.lower() for name in names for word in re.findall(r"\w+", name))
    return {means: word for word in said for means in (*plain(word)[:1], fold(word))}


def _near(one: Form, other: Form, printed: dict[str, str]) -> tuple[str, ...] | None:
    """Return why two forms that nothing divides are nearly alike, None where they are not.

    They are where one says all that the other says and a few words more, or the same words in
    another order: names that put one word in the place of another measure two things.
    """
    words = [list(dict.fromkeys(form.words)) for form in (one, other)]
    if not all(words):
        return None
    only = [[w for w in words[a] if w not in words[1 - a]] for a in (0, 1)]
    missing = [
        (label, int(not left))
        for label, left, right in (
            ("độ tuổi", one.ages, other.ages),
            ("đối tượng", one.group, other.group),
        )
        if bool(left) != bool(right)
    ]
    more = {a for a in (0, 1) if only[a]} | {side for _, side in missing}
    if len(more) > 1 or len(only[0] + only[1]) > _MORE_WORDS:
        return None
    if not more and _ordered() & {*words[0]}:
        return None
    sides = [[printed.get(word, word) for word in side] for side in only if side]
    told = tuple(f"từ chỉ một bên có: {' '.join(side)}" for side in sides)
    told = (*(f"chỉ một bên nêu {label}" for label, _ in missing), *told)
    return told or ("các từ như nhau nhưng thứ tự khác",)


@cache
def _ordered() -> frozenset[str]:
    """The words before and after which a name says different things."""
    return frozenset(part for row in rows("order") for word in row["words"] for part in plain(word))
