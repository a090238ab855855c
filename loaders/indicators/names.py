"""Names of indicators: the words of a sentence that name what its numbers are values of."""

from __future__ import annotations

import re
from functools import cache

from loaders.grammar.patterns import load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.indicators.clauses import Clause
from loaders.indicators.parts import name_of_part
from loaders.text.source_text import SourceText

_WORD = re.compile(r"[^\W\d_]{2}")
LONGEST_LINK = 60
_FEW = 6
"""Words of a part of a name before a comma or behind it."""
_LONGEST_WHOLE = 200
"""Characters of the name of a whole, or parts of parts of parts would have names without end."""
_UNIT = 16
"""Characters that the name of a unit of places has at the most."""
FARTHEST = 300
"""How many characters around a number may name what it is a value of."""


@cache
def _row(name: str) -> Regex:
    return pattern("indicators", name).regex


@cache
def _words(group: str) -> Regex:
    return load_patterns("quantities", group)[0].regex


def name_before(text: SourceText, clause: Clause, at: int, to: int) -> str:
    """Return the name that stands between `at` and a number, without goal words and comparators."""
    low, end = text.low, to
    after = _words("after")
    while link := after.search(low, max(at, end - LONGEST_LINK), end):
        if link.end() != end or link.start() == end:
            break
        end = link.start()
    bracket = low.rfind("(", at, to)
    judged = bracket > end and low[end:bracket].strip() != ""
    if (
        clause.name is None
        and at < bracket < to
        and _row("told_in_bracket").fullmatch(low, bracket, to)
    ):
        return name_before(text, clause, at, bracket)
    if bracket > low.rfind(")", at, to) and not judged:
        at, end = bracket + 1, max(end, bracket + 1)
    within = _row("of_these").search(low, at, end)
    if within and low.endswith(":", 0, within.end()):
        clause.lead = clause.name
    if lead := _row("leading").match(low, at, to + 1):
        clause.lead = cleaned(text.value[slice(*lead.span("lead"))])
    about = _row("goal_subject").match(low, at, end) if at == clause.start else None
    begins = within.end() if within else about.end() if about else _behind_whole(low, at, end, to)
    start = _name_start(low, begins, end, commas=within is None, opens=at == clause.start)
    name = " ".join(text.value[start:end].split()).strip(" ,:;-")
    if name.startswith("(") and name.find(")") == len(name) - 1:
        name = ""  # "10% (khu vực nội thành), 5% …": said of the value before
    name = name if "(" in name else name.strip("()").rstrip()
    if other_group := _of_other_group(clause.name, name):
        return other_group
    headed = _words("head").match(name.lower() + " ") is not None
    other = _row("group").match(name.lower()) or low.endswith(("riêng ", "riêng\n"), 0, start)
    if clause.name and not headed and other:
        return f"{_row('group_tail').split(clause.name)[0]} {lowered(name)}"
    if _row("qualifier").match(f" {name.lower()}") and clause.named_in == clause.start:
        return ""
    if not _WORD.search(name) or _row("bare").fullmatch(name.lower()):
        return clause.name or "" if at == bracket + 1 else ""
    measure = _row("size_of_it").fullmatch(name.lower())
    if measure and clause.named_in == clause.start:
        things = re.sub(r"^(?:Tổng s|S)ố ", "", clause.name or "")
        return f"{name[measure.start('size') :]} {lowered(things)}"
    sized = _row("sized").fullmatch(name.lower())
    if sized and not _words("head").match(name.lower()):
        of, size = name[: sized.end("of")], sized["size"]
        return f"{size[0].upper()}{size[1:]} {lowered(of)}"
    if at == clause.start and (of_next := _of_the_next(clause, name)):
        return of_next
    if headed:
        clause.lead = cleaned(name[: name.index(":") + 1]) if ":" in name else None
        return name
    if clause.name and _row("variant").fullmatch(name.lower()):
        stem = _row("variant_tail").split(clause.name.lower())[0]
        return f"{clause.name[: len(stem)]} {lowered(name)}"
    whole = clause.name if within else clause.lead
    whole = whole if len(whole or "") <= _LONGEST_WHOLE else None
    if whole and _row("way_directly").search(low, start, to) is None:
        return name_of_part(whole, lowered(name))
    if len(name.split()) < 2:
        return ""
    beside = low[start - 2 : start].strip() == "," and not _row("given_to").search(low, at, to)
    beside = beside and _row("share_of_others").match(low, to) is None
    return _parallel(clause, name) if beside else name


def _of_other_group(above: str | None, name: str) -> str:
    """The name above with the group that stands here: "Chiều cao nam thanh niên: 167 cm; nữ: 156".

    Groups of one kind take each other's place: men and women, forms of malnutrition, schemes.
    """
    low, before = name.lower(), (above or "").lower()
    for kind in map(_row, ("sex", "form_of_illness", "insurance")):
        said = kind.search(before) if kind.fullmatch(low) else None
        if said is not None and said[0] != low:
            return f"{(above or '')[: said.start()]}{lowered(name)}{(above or '')[said.end() :]}"
    return ""


def _behind_whole(low: str, at: int, end: int, to: int) -> int:
    """Where a name may begin between `at` and `end`, for a number at `to`.

    "96% dân số, tương ứng 129.850 người", "96% dân số, 41.000 người tham gia …": what the share is
    of names no measure for its number.
    """
    if low[at - 1 : at] in ("%", "‰") and _row("count_beside_share").match(low, at):
        return to
    comma = low.find(",", at, to) if low[at - 1 : at + 1] in ("% ", "‰ ") else -1
    restated = comma >= 0 and _row("restates").fullmatch(low, comma, to) is not None
    return end if restated else at


def _of_the_next(clause: Clause, name: str) -> str:
    """What the clause before measures, of those that this one names: "; doanh nghiệp đạt 85%"."""
    if clause.name is None or clause.named_in == clause.start or not clause.place.goal:
        return ""
    if _row("whom").fullmatch(name.lower()) is None:
        return ""
    of = _row("of_whom").search(clause.name.lower())
    if of is None:
        share = clause.name.lower().startswith(("tỷ lệ ", "tỉ lệ "))
        return name_of_part(clause.name, lowered(name)) if share and len(name.split()) < 3 else ""
    return f"{clause.name[: of.start()]} {of['by']} {lowered(name)}"


def _parallel(clause: Clause, name: str) -> str:
    """A short name behind a comma with what the one before it measures.

    "Tỷ lệ hài lòng của người bệnh nội trú đạt 90%, người bệnh ngoại trú đạt 85%": what begins with
    the same words takes their place, and has what is said of them; else it takes that of the end.
    """
    if (other := _alternative(clause, name)) is not None:
        return other
    does = _row("counts").search(name.lower())
    if does is not None and does.start() == 0:
        return name  # ", kết nạp 150 đảng viên": done beside what stands before
    words, above = name.split(), (clause.name or "").split()
    if clause.named_in != clause.start or len(words) > 5 or len(above) < len(words) + 2:
        return name
    if not _words("head").match((clause.name or "").lower()):
        return name
    same = f" {' '.join(words[:2]).lower()} "
    if same not in f" {clause.name} ".lower() and above[2].lower() == words[0].lower():
        same = f" {words[0].lower()} "  # "Tỷ lệ đường xã …, đường thôn": the things themselves
    if (at := f" {clause.name} ".lower().rfind(same)) > 0:
        said = _row("said_of_things").search((clause.name or "").lower(), at + len(same))
        tail = (clause.name or "")[said.start() :] if said else ""
        return f"{(clause.name or '')[:at].strip()} {lowered(name)} {tail}".strip()
    said = _row("said_of_things").search((clause.name or "").lower())
    if said is not None and above[0].lower() in ("tỷ", "tỉ"):  # "Tỷ lệ thầy được B …, trò đạt"
        return f"{' '.join(above[:2])} {lowered(name)} {(clause.name or '')[said.start() :]}"
    return name_of_part(" ".join(above[: len(above) - len(words)]), lowered(name))


def _alternative(clause: Clause, name: str) -> str | None:
    """A level or a group in the place of the one that the name before speaks of, if any.

    "Tỷ lệ hoàn thành cấp tiểu học đúng độ tuổi đạt 99%, trung học cơ sở đạt 95%".
    """
    one = _row("alternative").fullmatch(name.lower())
    if one is None or clause.name is None or clause.named_in != clause.start:
        return None
    of = [m for m in _row("alternative").finditer(clause.name.lower()) if m.start() > 0]
    if len(of) != 1 or of[0].lastgroup != one.lastgroup:
        return None
    where = of[0].span(of[0].lastgroup or 0)
    said = name[slice(*one.span(one.lastgroup or 0))]
    return f"{clause.name[: where[0]]}{lowered(said)}{clause.name[where[1] :]}"


def _name_start(low: str, at: int, end: int, *, commas: bool, opens: bool) -> int:
    """Where a name begins: behind goal words, and behind what is no part of it.

    `opens` says that no number of the clause stands before it.
    """
    head = _words("head")
    start = _behind_goal_words(low, at, end)
    for within in _row("goal_within").finditer(low, start, end):
        start, opens = within.end(), True
    if goal := _row("another_goal").search(low, start, end):
        behind = _behind_goal_words(low, goal.end(), end)
        start, opens = (behind, True) if head.match(low, behind) else (start, opens)
    if (colon := low.rfind(":", start, end)) > 0:
        behind = behind_blanks(low, colon + 1, end)
        if head.match(low, behind) or not head.match(low, start):
            start, opens = _behind_goal_words(low, colon + 1, end), True
    if commas and (comma := _last_comma(low, start, end)) > 0:
        behind = behind_blanks(low, comma + 1, end)
        if head.match(low, start):
            start = behind if head.match(low, behind) else start
        elif not _goes_on(low, start, comma, end, opens=opens):
            start = _behind_goal_words(low, comma + 1, end)
    return start


def _goes_on(low: str, start: int, comma: int, end: int, *, opens: bool) -> bool:
    """Whether a name without a head runs over a comma: "thanh toán phí, lệ phí".

    It does where the words before the comma act on things, or where they open the clause, are few,
    and say neither where nor when.
    """
    if pattern("duties", "task_verb").regex.match(low, start, comma):
        return True
    if _words("head").match(low, _behind_goal_words(low, comma + 1, end)):
        return False
    if _row("acted_on").search(low, start, comma):
        return True
    if not opens or _row("adverbial").match(low, start):
        return False
    behind = _behind_goal_words(low, comma + 1, end)
    few = len(low[start:comma].split()) <= _FEW and len(low[behind:end].split()) <= _FEW
    return few and not _words("head").match(low, behind)


def _last_comma(low: str, start: int, end: int) -> int:
    """The last comma outside brackets, or -1."""
    comma = low.rfind(",", start, end)
    while comma >= 0:
        if low.rfind("(", start, comma) > low.rfind(")", start, comma):
            comma = low.rfind(",", start, low.rfind("(", start, comma))
        elif _between_units(low, comma) or low[comma - 1 : comma + 2 : 2].isdigit():
            comma = low.rfind(",", start, comma)
        else:
            break
    return comma


def _between_units(low: str, comma: int) -> bool:
    """Whether a comma parts units of places in a list: "tại các xã, phường và thị trấn"."""
    around = _row("units_listed").finditer(low, max(0, comma - _UNIT), comma + _UNIT)
    return any(listed.start() <= comma < listed.end() for listed in around)


def _behind_goal_words(low: str, start: int, end: int) -> int:
    words = _words("before")
    while start < end and (lead := words.match(low, start, end)) and lead.end() > start:
        start = lead.end()
    return start


def behind_blanks(low: str, start: int, end: int) -> int:
    """Return where the words begin behind the blanks at `start`."""
    return end - len(low[start:end].lstrip())


def lowered(name: str) -> str:
    """Return a name as it stands behind another word: "THCS" and "Việt Nam" stay so."""
    proper = re.match(r"\w+ [^\W\d_](?=\w)", name)
    if proper and proper[0][-1].isupper():
        return name
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def cleaned(name: str) -> str:
    """Return a name as it is shown: single blanks, no verb of change, a capital first."""
    if ":" not in name:
        name = " ".join(name.split())
    else:
        name = _undated(_row("lead_tail").sub(":", re.sub(r"\s+", " ", name)))
        name = re.sub(r":\s*[a-zđ]\)\s", ": ", name)
        name = re.sub(r"\s*:\s*(\w)", lambda m: " " + m[1].lower(), name)
    name = _undated(name.strip(" ,.;:-"))
    if way := _row("way_before_name").match(name.lower()):
        name = name[way.end() :]
    if done := _row("done_already").search(name.lower()):
        name = name[: done.start()]
    return name[:1].upper() + name[1:]


def _undated(name: str) -> str:
    """Leave out when a value is due, at the end of a name or before its colon."""
    dated = _row("dated").search(name.lower())
    if dated is None or _row("of_its_time").search(name.lower(), 0, dated.start()):
        return name
    return name[: dated.start()] + name[dated.end() :]
