"""Quantities: a number with comparator and unit, as a sentence or a table cell prints it.

Numbers are Vietnamese: "1.250,5" is 1250.5; a point before exactly three digits parts thousands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from loaders.grammar.patterns import alternation, load_patterns, pattern, rx
from loaders.grammar.regexes import Regex, compiled
from loaders.indicators.worded_shares import worded_shares
from loaders.tables import load_toml

FARTHEST = 300
"""How many characters before a number may say something of it."""

_NUMBER = (
    r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+(?:[.,]\d+)?"
)
_SHARE = r"%o+0?|%0(?!\d)|%|[o°º]/[o₀]|⁰/₀|‰|phần trăm|phần nghìn"
_THOUSANDTHS = ("%o", "%0", "‰", "phần nghìn")

_GARBLED_YEAR = re.compile(r"\bn[aãâä]m\b")
_FROM = rx(r"(?<!\w)(?P<way>(?:giảm|tăng|nâng|hạ|đưa) )?từ $")
_OR_MORE = rx(r"[^,;:.()\d]{1,60}? (?P<more>trở (?:lên|xuống))(?!\w)")
_ONWARD = rx(r" ?[^,;:.]{0,40}?(?<!\w)(?:lên|xuống|đến|tới|còn)(?!\w)")


class Quantity(NamedTuple):
    """A number at low[start:end]; `op` as the record has it, `unit` None where none is near.

    `beyond` is where "trở lên" stands that belongs to it, behind what it counts: "từ 30 sản phẩm
    OCOP trở lên".
    """

    start: int
    end: int
    op: str
    value: float
    value_to: float | None
    unit: str | None
    beyond: tuple[int, int] | None = None

    @property
    def often(self) -> bool:
        """Whether it says how often something is done."""
        return self.unit is not None and self.unit.startswith("lần/")


def parse_number(text: str) -> float:
    """Return the value of a Vietnamese number: "1.250,5" is 1250.5, "59.472" is 59472.

    "1,250.5" and "1,250,000" can only be meant the English way; "1,250" is 1.25.
    """
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        text = text.replace(".", "")
    elif re.fullmatch(r"\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})", text):
        text = text.replace(",", "")
    return float(text.replace(",", "."))


@cache
def _comparators() -> tuple[tuple[Regex, str], ...]:
    rows = load_toml("loaders", "quantities")["comparator"]
    patterns = load_patterns("quantities", "comparator")
    return tuple((p.regex, row["op"]) for p, row in zip(patterns, rows, strict=True))


@cache
def unit_words() -> Regex:
    """Return a regex of the units that a number may have besides % and ‰.

    A unit may be said per something: "triệu đồng/ha/năm", "tấn/ngày đêm".
    """
    words = [w for row in load_toml("loaders", "quantities")["unit"] for w in row["words"]]
    base = r"[^\W\d]{1,8}(?:\s[^\W\d]{1,8}(?=\s?/|\s*[.,;:)]|\s*$))?"
    per = rf"(?:\s?/\s?(?:ngày đêm|lượt khám|phụ nữ|trẻ em|k?m[23²³]|{base})){{0,2}}"
    many = r"(?:(?:nghìn|ngàn|triệu)\s)?"
    return compiled(rf"\s{{0,4}}(?P<unit>{many}(?:{alternation(words)}){per})(?![\w/])")


@cache
def counted_words() -> Regex:
    """Return a regex of the things that are counted: "bác sĩ", "hợp tác xã", "triệu lao động"."""
    words = [w for row in load_toml("loaders", "quantities")["counted"] for w in row["words"]]
    return compiled(
        rf"\s+(?P<counted>(?:(?:nghìn|ngàn|vạn|triệu)\s)?(?:{alternation(words)}))(?!\w)"
    )


@cache
def _quantity() -> Regex:
    measured = rf"(?:\s?(?:{_SHARE})|{unit_words().pattern}|{counted_words().pattern})"
    measured = re.sub(r"\?P<\w+>", "?:", measured)
    return compiled(
        rf"(?<![\w.,/])(?<!\d[-/])(?P<value>{_NUMBER})"
        rf"(?:\s?(?:{_SHARE})?\s{{0,3}}(?:-|–|đến|tới)\s{{0,3}}(?P<to>{_NUMBER})(?={measured}))?"
        # "35/35 bản": all of them, or some of them.
        rf"(?:/\d{{1,4}}(?={measured}))?"
        # The figure of a footnote may stand behind the sign: "dưới 24%1;".
        rf"(?:\s?(?P<share>{_SHARE})(?:(?<=%)\d{{1,2}}(?=[\s;)]|/năm|[.,](?!\d)|$))?)?"
        # Neither a part of a longer number nor a document's: "20-NQ/TW", "15/KH-UBND".
        r"(?!(?!k?m[23](?!\w))\w*\d)(?!\s?[/-]\s?[a-zđ]{2,5}[-/])(?!/\d{1,2}/\d{4})"
        rf"(?P<more>(?:{measured})?(?:/năm)?\s+trở\s+(?:lên|xuống))?"
    )


@cache
def is_money(unit: str) -> bool:
    """Return whether a unit is one of money."""
    rows = load_toml("loaders", "quantities")["unit"]
    return any(unit == row["name"] and row.get("money", False) for row in rows)


@cache
def unit_names(unit: str) -> tuple[str, ...]:
    """Return what an indicator's name must speak of for the unit to count; empty for anything."""
    rows = load_toml("loaders", "quantities")["unit"]
    return tuple(
        next((row["names"] for row in rows if unit == row["name"] or unit in row["words"]), ())
    )


@cache
def measure_of(unit: str) -> str | None:
    """Return what is measured in a unit, where it is one thing: "Chiều dài" in kilometres."""
    rows = load_toml("loaders", "quantities")["unit"]
    return next((row.get("of") for row in rows if unit in (row["name"], *row["words"])), None)


def canonical_unit(word: str) -> str:
    """Return the name of the unit that is printed as `word`, on one line or more."""
    word = " ".join(word.split())
    rows = load_toml("loaders", "quantities")["unit"]
    known = next((str(row["name"]) for row in rows if word in row["words"]), None)
    if known is None and "/" in word:  # "usd/người" is said in USD
        base, _, per = word.partition("/")
        known = f"{canonical_unit(base.strip())}/{_GARBLED_YEAR.sub('năm', per)}"
    return known or word


@cache
def _worded() -> Regex:
    """A number in words before what it counts: "ít nhất một câu lạc bộ"."""
    words = alternation(list(_word_values()))
    counted = counted_words().pattern.replace("?P<counted>", "?:")
    after = "(?:ít nhất|tối thiểu|không quá|không dưới|(?:thành lập|xây dựng)(?: được)?)"
    return rx(rf"(?<!\w){after} (?P<value>{words})(?={counted})")


@cache
def _often() -> Regex:
    """How often: "mỗi năm ít nhất một lần", "mỗi tuần vệ sinh 01 lần", "một lần mỗi quý"."""
    words = alternation(list(_word_values()))
    each, number = r"(?:mỗi|một|hằng|hàng)", rf"(?:{words}|\d{{1,2}})"
    period = "(?:năm|quý|tháng|tuần)"
    return rx(
        rf"(?<!\w){each} (?P<per>{period})(?P<doing> [^,;.:()\d]{{2,50}}?)??"
        rf"(?: (?P<least>ít nhất|tối thiểu))? (?P<value>{number}) lần(?!\w)"
        rf"|(?<![\w.,])(?P<times>{number}) lần (?:trong )?{each} (?P<of>{period})(?!\w)"
    )


def find_quantities(low: str, start: int, end: int) -> list[Quantity]:
    """Return the numbers between `start` and `end` with what compares them, in order."""
    often = [_frequency(match, low, start) for match in _often().finditer(low, start, end)]
    worded = [_in_words(match, low, start) for match in _worded().finditer(low, start, end)]
    numbers = [
        quantity
        for match in _quantity().finditer(low, start, end)
        for quantity in _apart(_number(match, low, start, end), match)
    ]
    shares = [
        Quantity(a, b, _op(low, start, a), value, None, "%")
        for a, b, value in worded_shares(low, start, end)
    ]
    first = sorted([*often, *worded, *shares], key=lambda quantity: quantity.start)
    if not first:
        return numbers
    starts = [quantity.start for quantity in first]
    alone = [
        n
        for n in numbers
        if not (i := bisect_right(starts, n.start)) or n.start >= first[i - 1].end
    ]
    return sorted([*first, *alone], key=lambda quantity: quantity.start)


def _number(match: re.Match[str], low: str, start: int, end: int) -> Quantity:
    share, more, to = match["share"], match["more"], match["to"]
    unit = None if share is None else ("‰" if share.startswith(_THOUSANDTHS) else "%")
    op, stop, beyond = _op(low, start, match.start()), match.end(), None
    if more:
        op = ">=" if "lên" in more else "<="
        bare = more.lstrip().startswith("trở")
        stop = match.end() if share and bare else match.start("more")
        if share and not bare and "/" not in more:  # "90% hộ gia đình trở lên": what it is of
            beyond = low.rfind("trở", 0, match.end()), match.end()
    elif share is None and (further := _more_of_these(low, match.end(), end)):
        op, beyond = ">=" if "lên" in further["more"] else "<=", further.span("more")
    elif from_here := _FROM.search(low, max(start, match.start() - 12), match.start()):
        further = _OR_MORE.match(low, match.end(), end)
        if further:
            op, beyond = ">=" if "lên" in further["more"] else "<=", further.span("more")
        elif from_here["way"] or _ONWARD.match(low, match.end(), end):
            op = "="
    number, last = parse_number(match["value"]), parse_number(to) if to else None
    return Quantity(match.start(), stop, "range" if to else op, number, last, unit, beyond)


def _apart(quantity: Quantity, match: re.Match[str]) -> list[Quantity]:
    """Part what a dash only puts side by side: "66% - 23%" falls, and so is no range."""
    to = quantity.value_to
    if to is None or to >= quantity.value or "-" not in match[0].replace("–", "-"):
        return [quantity]
    first = quantity._replace(op="=", value_to=None, end=match.end("value"))
    at = match.start("to")
    return [first, Quantity(at, quantity.end, "=", to, None, quantity.unit)]


def _more_of_these(low: str, start: int, end: int) -> re.Match[str] | None:
    """ "Trở lên" behind counted things: "80 đảng viên mới trở lên", none of an age or a rank."""
    if counted_words().match(low, start, end) is None:
        return None
    further = _OR_MORE.match(low, start, end)
    if further is None:
        return None
    bound = pattern("indicators", "or_more_behind").regex.search(low, start, further.end())
    return further if bound is not None else None


def _in_words(match: re.Match[str], low: str, start: int) -> Quantity:
    at, number = match.start("value"), _word_values()[" ".join(match["value"].split())]
    return Quantity(at, match.end(), _op(low, start, at), number, None, None)


def _frequency(match: re.Match[str], low: str, start: int) -> Quantity:
    printed = " ".join((match["value"] or match["times"]).split())
    number = float(printed) if printed.isdigit() else _word_values()[printed]
    op = ">=" if match["least"] else _op(low, start, match.start())
    unit = f"lần/{match['per'] or match['of']}"
    at = match.start("value") if match["doing"] else match.start()
    return Quantity(at, match.end(), op, number, None, unit)


@cache
def _word_values() -> dict[str, float]:
    words = load_toml("loaders", "quantities")["number_words"]
    return {word: float(number) for word, number in words.items()}


def _op(low: str, start: int, at: int) -> str:
    before = low[max(start, at - 40) : at]
    for regex, op in _comparators():
        if regex.search(before):
            return op
    return "="
