"""Indicators in sentences: what is measured, and the values that the text sets for it.

"Tỷ lệ A đạt trên 90%", "trên 90% B được C", "14 bác sĩ trên 10.000 dân": a name before the number,
behind it, or a counted thing with what it is counted per. LABELS: every number that the text sets
as a goal, with the year it is due.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from loaders.context import Place
from loaders.folding import fold
from loaders.patterns import load_patterns, rx
from loaders.quantities import (
    Quantity,
    canonical_unit,
    counted_words,
    find_quantities,
    unit_names,
    unit_words,
)
from loaders.text import SourceText

_YEAR = rx(
    r"(?:(?:vào |đến |tới |trong )?(?:hết |cuối )*năm |đến |giai đoạn (?:\d{4} ?[-–] ?)?)(?P<year>(?:19|20)\d\d)(?!\d)(?! ?[-–] ?\d{4})"
)
_OPENING_YEAR = rx(
    r"(?:phấn đấu |mục tiêu |sửa đổi mục tiêu:? )?(?:vào |đến |tới |trong )?(?:hết |cuối )*(?:năm |giai đoạn \d{4} ?[-–] ?)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_NAME_STOP = rx(
    r"[;:(.]|,? (?:theo|để|nhằm|trên cơ sở|trong đó|và (?=\d|trên \d|dưới \d|ít nhất|tối thiểu)|(?:vào |đến |tới )?(?:hết |cuối )*năm \d|trong giai đoạn|so với|phấn đấu|từ nguồn)"
    r"|, (?=\S{0,12} ?\d|đạt|giảm|tăng|nâng|thực hiện được|duy trì|tỷ lệ|tối thiểu|ít nhất|phấn đấu|góp phần|bảo đảm|đảm bảo)"
)
_CHANGE = rx(
    r"(?P<way>giảm|tăng)(?: bình quân| trung bình| thêm| ít nhất| tối thiểu| hàng năm| hằng năm| mỗi năm| trên| khoảng)* ?$"
)
_CHANGE_OF = rx(
    r"[-+•, ]*(?:(?:phấn đấu|đến năm \d{4}|mỗi năm|hằng năm|hàng năm|bình quân)[, ]*)*(?P<way>giảm|tăng) "
)
_AGAINST = rx(r",? so với")
_PER = rx(r" ?(?:/|mỗi|một|hằng|hàng) ?năm|,? so với|/nhiệm kỳ| điểm %")
_COUNT_OF = rx(r"(?:số|các|tổng số|toàn bộ) ")
_VARIANT = rx(
    r"(?:đối với |với |ở |khu vực |trong đó,? )?(?:nam|nữ|thành thị|nông thôn|miền núi|đô thị|tuyến \S+|dưới \d+ tuổi|từ \d+ tuổi[^,;]{0,20})"
)
_PER_IN_NAME = rx(
    r"số (?P<counted>[^,;\d]{3,24}?) ?(?:trên|/|tính trên) ?(?P<base>(?:1 )?(?:vạn|10\.000|1\.000|100\.000) (?:dân|người|trẻ))"
)
_EACH = rx(
    r"(?:mỗi|từng|bình quân mỗi) (?P<each>[^,;]{2,40}?) (?:có|đạt|bố trí|được)(?: tối thiểu| ít nhất| trên| từ)? ?$"
)
_EXCLUDED_BEFORE = re.compile(
    r"(?:điều|khoản|điểm|mục|số|khóa|lần thứ|ngày|tháng|quý|trang|tuyến|loại|cấp|nhóm|hạng|bậc|độ|tầm nhìn|giai đoạn|lớp|vùng|khu vực)\s*$"
)


@dataclass(frozen=True, slots=True)
class FoundValue:
    """One value at low[start:end] (its clause) for the indicator `name`."""

    name: str
    unit: str | None
    year: int | None
    op: str
    value: float
    value_to: float | None
    baseline: bool
    start: int
    end: int
    section: str
    rule: str
    confidence: float


@cache
def _one(group: str) -> re.Pattern[str]:
    return load_patterns("quantities", group)[0].regex


@dataclass(slots=True)
class _Clause:
    """A clause being read: its bounds, and what the last number in it was said of."""

    start: int
    end: int
    place: Place
    name: str | None = None
    unit: str | None = None


def find_values(
    text: SourceText,
    sentences: Iterable[tuple[int, int, Place]],
    taken: list[tuple[int, int]],
    issued: int | None,
) -> list[FoundValue]:
    """Return the values that sentences set, in order.

    `taken` are the spans of citations, whose numbers are none; `issued` is the paper's year: what
    an earlier year had is a baseline.
    """
    found: list[FoundValue] = []
    for start, end, place in sentences:
        words = text.low[start:end]
        if not place.goal and not _one("goal_verb").search(words):
            continue
        if _one("not_goal").search(words):
            continue
        stem: _Clause | None = None
        for a, b in _clauses(text.low, start, end):
            clause = _Clause(a, b, place, stem.name if stem else None, stem.unit if stem else None)
            values = _in_clause(text, clause, (start, end), taken, issued)
            found += values
            stem = clause
    return found


def _clauses(low: str, start: int, end: int) -> list[tuple[int, int]]:
    points = [start, *(start + m.end() for m in re.finditer(r";\s*", low[start:end])), end]
    return [(a, b) for a, b in zip(points, points[1:], strict=False) if b > a]


def _in_clause(
    text: SourceText,
    clause: _Clause,
    sentence: tuple[int, int],
    taken: list[tuple[int, int]],
    issued: int | None,
) -> list[FoundValue]:
    low = text.low
    denominators = [
        m
        for p in load_patterns("quantities", "denominator")
        for m in p.regex.finditer(low, clause.start, clause.end)
    ]
    quantities = [
        q for q in find_quantities(low, clause.start, clause.end)
        if not any(a <= q.start < b for a, b in taken)
        and not any(m.start() <= q.start < m.end() for m in denominators)
        and not _is_year_or_article(low, q)
    ]  # fmt: skip
    found: list[FoundValue] = []
    at = clause.start
    for i, quantity in enumerate(quantities):
        limit = quantities[i + 1].start if i + 1 < len(quantities) else clause.end
        value = _value(text, clause, quantity, at, limit, denominators)
        if value is None:
            continue
        year, year_end = _year(low, clause, sentence, quantity, at, limit)
        baseline = year is not None and issued is not None and year < issued
        found.append(replace(value, year=year, baseline=baseline))
        at = max(value.end, year_end)
    shown = (clause.start, clause.end)
    return [replace(v, start=shown[0], end=shown[1]) for v in found]


def _is_year_or_article(low: str, quantity: Quantity) -> bool:
    if quantity.unit is not None:
        return False
    year = (
        1900 <= quantity.value <= 2100
        and quantity.value.is_integer()
        and quantity.end - quantity.start <= 5
    )
    if year and not counted_words().match(low, len(low[: quantity.end].rstrip())):
        return True
    return _EXCLUDED_BEFORE.search(low, max(0, quantity.start - 14), quantity.start) is not None


def _value(
    text: SourceText,
    clause: _Clause,
    quantity: Quantity,
    at: int,
    limit: int,
    denominators: list[re.Match[str]],
) -> FoundValue | None:
    """Settle what a number is said of; None where it is no target."""
    low = text.low
    behind = len(low[: quantity.end].rstrip())
    unit, end = quantity.unit, quantity.end
    counted = None
    if unit is None:
        if word := unit_words().match(low, behind):
            unit, end = canonical_unit(word["unit"]), word.end()
        elif word := counted_words().match(low, behind):
            counted, end = word["counted"], word.end()
        elif per := _PER_IN_NAME.search(low, at, quantity.start):
            counted_in = per["counted"]
            short = "giường" if counted_in.startswith("giường") else counted_in
            base = re.sub(r"\s+", " ", per["base"])
            unit = f"{short}/{base}"
        else:
            return None
    name = _name_before(text, clause, at, quantity.start)
    made = _named(text, clause, quantity, name, unit, counted, end, limit, denominators)
    if made is None:
        return None
    said, unit, end, rule = made
    op, value = quantity.op, quantity.value
    change = _CHANGE.search(low, max(clause.start, quantity.start - 40), quantity.start)
    change = change or (
        _CHANGE_OF.match(low, at, quantity.start) if _AGAINST.match(low, end) else None
    )
    if change and _PER.match(low, end):
        op, value = "change", -value if change["way"] == "giảm" else value
    clause.name, clause.unit = said, unit
    return FoundValue(
        said,
        unit,
        None,
        op,
        value,
        quantity.value_to,
        False,
        quantity.start,
        end,
        clause.place.label,
        rule,
        0.85,
    )


def _named(
    text: SourceText, clause: _Clause, quantity: Quantity, name: str, unit: str | None, counted: str | None, end: int,
    limit: int, denominators: list[re.Match[str]],
) -> tuple[str, str | None, int, str] | None:  # fmt: skip
    low = text.low
    if counted is not None:
        return _counted(text, clause, quantity, name, counted, end, limit, denominators)
    if unit in ("%", "‰"):
        if not name:
            stop = _NAME_STOP.search(low, end, clause.end)
            to = stop.start() if stop else clause.end
            to = min(to, limit) if limit < clause.end and not stop else to
            noun = text.value[end:to].strip(" ,-")
            noun = noun[m.end() :] if (m := _COUNT_OF.match(noun.lower())) else noun
            if len(noun.split()) >= 1 and noun[:1].isalpha():
                return (
                    _clean(
                        f"Tỷ lệ {noun[0].lower()}{noun[1:]}"
                        if noun[1:2].islower()
                        else f"Tỷ lệ {noun}"
                    ),
                    unit,
                    to,
                    "share_of",
                )
            return (clause.name, unit, end, "same_indicator") if clause.name else None
        return _clean(name), unit, end, "named_before"
    assert unit is not None
    if not name:
        return (
            (clause.name, unit, end, "same_indicator")
            if clause.name and clause.unit == unit
            else None
        )
    wanted = unit_names(unit) if not _PER_IN_NAME.search(name.lower()) else ()
    if wanted and not any(word in name.lower() for word in wanted):
        return None
    return _clean(name), unit, end, "named_before"


def _counted(
    text: SourceText, clause: _Clause, quantity: Quantity, name: str, counted: str, end: int, limit: int,
    denominators: list[re.Match[str]],
) -> tuple[str, str | None, int, str] | None:  # fmt: skip
    low = text.low
    per = next((m for m in denominators if m.start() >= end - 1), None)
    if per is not None and (per.start() - end <= 1 or _only_counts(low, end, per.start())):
        base = re.sub(r"\s+", " ", per["base"])
        if base in ("năm", "tháng", "quý", "tuần"):
            return f"Số {counted} mỗi {base}", f"{counted}/{base}", per.end(), "counted_per_year"
        short = re.sub(r" (?:viên|đại học)$", "", "bác sĩ" if counted == "bác sỹ" else counted)
        short = "giường" if short.startswith("giường") else short.replace("được sĩ", "dược sĩ")
        return (
            f"Số {counted} trên {base}",
            f"{short}/{base}",
            min(per.end(), limit) if per.start() - end <= 1 else end,
            "counted_per",
        )
    if each := _EACH.search(low, clause.start, quantity.start):
        return f"Số {counted} của mỗi {each['each']}", counted, end, "counted_each"
    if clause.place.goal and name and _one("head").match(name.lower()):
        return _clean(name), counted, end, "named_before"
    if (
        clause.place.goal
        and quantity.op in ("~", ">=", ">", "=")
        and len(name.split()) <= 4
        and (name or quantity.op != "=")
    ):
        tail = re.match(r"\s*[^,;.]{0,60}", low[end:limit])
        rest = text.value[end : end + (tail.end() if tail else 0)].strip()
        whose = name if name and not rest else ""
        return (
            _clean(f"Số {counted} {rest} {whose}"),
            counted,
            end + (tail.end() if tail else 0),
            "counted",
        )
    return None


def _only_counts(low: str, start: int, end: int) -> bool:
    """Whether only more counted things stand between: "10 bác sĩ, 20 điều dưỡng | trên 10.000 dân"."""
    return (
        re.fullmatch(
            r"(?:\s*(?:,|và)?\s*(?:khoảng |tối thiểu |ít nhất |trên )?\d[\d.,]*\s+[^\d,;.]{3,24})+",
            low[start:end],
        )
        is not None
    )


def _name_before(text: SourceText, clause: _Clause, at: int, to: int) -> str:
    """The name that stands before a number, without the words of goal and comparison around it."""
    low = text.low
    end = to
    while (link := _one("after").search(low, at, end)) and link.end() == end and link.start() < end:
        end = link.start()
    start = at
    while start < end and (lead := _one("before").match(low, start, end)) and lead.end() > start:
        start = lead.end()
    colon = low.rfind(":", start, end)
    if colon > 0:
        behind = colon + 1 + len(low[colon + 1 : end]) - len(low[colon + 1 : end].lstrip())
        if _one("head").match(low, behind):
            start = behind
    comma = low.rfind(",", start, end)
    if comma > 0 and not _one("head").match(low, start):
        start = comma + 1
        while (
            start < end and (lead := _one("before").match(low, start, end)) and lead.end() > start
        ):
            start = lead.end()
    elif comma > 0:
        behind = (
            len(low[: comma + 1]) + len(low[comma + 1 : end]) - len(low[comma + 1 : end].lstrip())
        )
        if _one("head").match(low, behind):
            start = behind
    name = re.sub(r"\s+", " ", text.value[start:end]).strip(" ,:;-()")
    if not name or not re.search(r"[^\W\d_]{2}", name):
        return ""
    if clause.name and _VARIANT.fullmatch(name.lower()):
        return _with_variant(clause.name, name)
    if len(name.split()) < 2 and not _one("head").match(name.lower() + " "):
        return ""
    return name


def _with_variant(name: str, variant: str) -> str:
    """The indicator `name` for another group: "… đối với nam" and "nữ"."""
    stem = re.split(
        r"\s+(?:đối với\s+)?(?:nam|nữ|dưới \d+ tuổi|ở thành thị|ở nông thôn)$",
        name,
        flags=re.IGNORECASE,
    )[0]
    return f"{stem} {variant[0].lower()}{variant[1:]}"


def _clean(name: str) -> str:
    name = re.sub(r"\s*:\s*(\w)", lambda m: " " + m[1].lower(), re.sub(r"\s+", " ", name)).strip(
        " ,.;:-"
    )
    name = re.sub(
        r"^(?:giảm|tăng|nâng|duy trì|khống chế|không chế|kiểm soát|hạ|đưa|kéo giảm)\s+(?=tỷ|tỉ|số|mức|chiều|tuổi|quy mô|thu nhập|tần)",
        "",
        name,
        flags=re.IGNORECASE,
    )
    return name[:1].upper() + name[1:]


def _year(
    low: str, clause: _Clause, sentence: tuple[int, int], quantity: Quantity, at: int, limit: int
) -> tuple[int | None, int]:
    """The year a value is due, and where its words end if they stand behind the value.

    It is named before the value since the last one, behind it, at the sentence's opening ("Đến năm
    2025: A đạt 90%; B đạt 80%"), or in a heading above.
    """
    after = _YEAR.search(low, quantity.end, min(limit, quantity.end + 120))
    if after and after.start() - quantity.end <= 2:
        return int(after["year"]), after.end()
    before = [int(m["year"]) for m in _YEAR.finditer(low, at, quantity.start)]
    if before:
        return before[-1], 0
    if after and not re.search(r"[;.]", low[quantity.end : after.start()]):
        return int(after["year"]), after.end()
    opening = _OPENING_YEAR.match(low, sentence[0], sentence[1])
    return (int(opening["year"]) if opening else clause.place.year), 0


def same_measure(a: str, b: str) -> float:
    """How alike two names of indicators are, 0 to 1, by their folded words; 0 where a number differs.

    "tử vong trẻ em dưới 1 tuổi" and "… dưới 5 tuổi" measure different things.
    """
    first, second = fold(a).split(), fold(b).split()
    if {w for w in first if w.isdigit()} != {w for w in second if w.isdigit()}:
        return 0.0
    shared = sum(min(first.count(w), second.count(w)) for w in set(first))
    return 2 * shared / (len(first) + len(second)) if first or second else 0.0
