"""Openings: how a block hands tasks to agencies, as a heading or as a sentence that begins so."""

from __future__ import annotations

import re
from functools import cache

from loaders.duties.heading_names import groups_to_end, name_to_colon, runs_on, unknown_to_end
from loaders.duties.persons import post_of
from loaders.duties.saying import Say
from loaders.folding import UPPER
from loaders.grammar.patterns import any_of, find_of, load_patterns, pattern
from loaders.grammar.regexes import Regex
from loaders.layout.regions import Region
from loaders.layout.structure import Block
from loaders.names.agency_lists import agencies_at, may_begin
from loaders.names.full_names import full_name
from loaders.names.place_ends import behind_own_name
from loaders.names.places import province_at
from loaders.text.source_text import SourceText

_LONGEST_SUBJECT = 64
"""The colon behind a subject stands among so many characters."""
_ROOM = 8
"""So much shorter than the others, a line did not end because it was full."""
_BEHIND_COLON = re.compile(r"\s*:\s*(?=[^\W\d_])")
_OWN_NAME_ENDS = re.compile(rf"(?:\s[{UPPER}][^\W\d_{UPPER}]*){{2}}$")


def _one(group: str) -> Regex:
    return load_patterns("duties", group)[0].regex


def executes(text: SourceText, block: Block, region: Region) -> bool:
    """Whether an article says who executes the decision, which hands out nothing else."""
    if region is not Region.ARTICLE and block.kind != "word":
        return False
    return find_of("duties", "to_execute")(text.low, block.body, block.end) is not None


def decides(text: SourceText, block: Block, region: Region) -> bool:
    """Whether by an article the issuer decides something, and hands out nothing."""
    if region is not Region.ARTICLE or block.kind != "word":
        return False
    return find_of("duties", "decides")(text.low, block.body, block.end) is not None


def may_hand_out(low: str, block: Block) -> bool:
    """Whether a block may open with agencies, or with words behind which they may stand.

    One look for what `heading_agencies` and `opening_agencies` read: most blocks have neither.
    """
    if _opening().match(low, block.body, block.end):
        return True
    colon = low.find(":", block.body, min(block.end, block.body + _LONGEST_SUBJECT))
    return colon >= 0 and find_of("duties", "subject")(low, block.body, block.end) is not None


@cache
def _opening() -> Regex:
    rows = (
        "responsibility",
        "request",
        "when",
        "departments",
        "proper",
        "common",
        "done_by",
        "directs",
        "person",
    )
    return any_of("duties", *rows)


_RULES = {
    Say.MUST: "obliged",
    Say.TASK: "obliged",
    Say.ITEM: "obliged",
    Say.CLOSING: "closing",
    Say.ANY: "agency_sentence",
}


def heading_agencies(
    text: SourceText, block: Block, depth: int | None, organising: bool, *, heads: bool = False
) -> tuple[tuple[str, ...], int | None] | None:
    """Read a heading that names agencies: them, and where a task begins on its line, if any.

    `heads` says that what stands below may be tasks of theirs.
    """
    low = text.low
    start = block.body
    owned = find_of("duties", "responsibility")(low, start, block.end)
    start = owned.end() if owned else start
    if match := find_of("duties", "request")(low, start, block.end):
        start = match.end()
    if depth is not None and (below := _task_below(text, block, start)):
        return below
    if post := post_of(text, start, block.end):
        return _persons_heading(text, block, post, heads=organising and heads)
    # "Trách nhiệm của doanh nghiệp": behind these words a kind of agencies has no capital.
    listed = agencies_at(text, start, block.end, common=owned is not None)
    if listed is None:
        return None
    agencies, end = listed
    if aside := find_of("duties", "aside")(low, end, block.end):
        end = aside.end()
    rest = low[end : block.end].strip(" .*_")
    rest = ":" if find_of("duties", "bare_duty")(rest) else rest
    if depth is None and not rest.startswith(":") and rest:
        return None
    if goes_on := name_to_colon(text, agencies, end, block.end):
        agencies, end = goes_on
        rest = low[end : block.end].strip(" .*_")
    alone = depth is not None and len(block.lines) == 1 and text.value[block.end - 1] not in ".;,"
    if alone and runs_on(agencies, rest):
        # "Phòng Xây dựng và kiểm tra văn bản": a name that a word of a task belongs to.
        agencies, rest = (full_name(text.value[start : block.end].rstrip(" :.")),), ""
    elif alone and heads and rest:
        named = unknown_to_end(text, agencies, end, block.end) or groups_to_end(
            text, agencies, end, block.end
        )
        agencies, rest = (named, "") if named else (agencies, rest)
    if not rest and text.value[block.end - 1] in ".;" and behind_own_name(text, start, end):
        return None
    if not rest or rest == ":":
        return (agencies, None) if organising or depth not in (None, 9) or rest == ":" else None
    if rest.startswith(":"):
        begin = low.find(":", end) + 1
        return agencies, begin + len(low[begin : block.end]) - len(low[begin : block.end].lstrip())
    if rest.endswith(":") and len(rest) < 160:
        others = _asks_others(text, end, block.end)
        return others[0] if others else agencies, None
    return None


def doers_of(text: SourceText, block: Block, start: int) -> tuple[str, ...] | None:
    """The agencies that open the task behind a heading's colon, if a word of a task follows."""
    listed = agencies_at(text, start, block.end)
    if listed is None or not text.value[start].isupper():
        return None
    if find_of("duties", "hands_on")(text.low, start, block.end):
        return None  # "Đảng ủy: Lãnh đạo Sở Y tế chủ trì …"
    if find_of("duties", "is_seat")(text.low, listed[1], block.end):
        return listed[0]
    does = _one("verb").match(text.low, listed[1] + 1, block.end)
    no_clause = find_of("duties", "no_clause")(text.low, listed[1], block.end)
    return listed[0] if does and not no_clause else None


def _persons_heading(
    text: SourceText, block: Block, post: tuple[tuple[str, ...], int], *, heads: bool
) -> tuple[tuple[str, ...], int | None] | None:
    """Read a heading that names a person: only tasks stand behind it or below.

    In a list of members a seat does: "Ông Lê Văn An - Phó Chủ tịch: Trưởng ban".
    """
    agencies, end = post
    low = text.low
    if aside := find_of("duties", "aside")(low, end, block.end):
        end = aside.end()
    rest = low[end : block.end].strip(" .*_")
    if rest == ":" or (not rest and heads):
        return agencies, None
    task = _BEHIND_COLON.match(low, end, block.end)
    if task is None or find_of("duties", "seat")(low, task.end(), block.end):
        return None
    return agencies, task.end()


def _task_below(
    text: SourceText, block: Block, start: int
) -> tuple[tuple[str, ...], int | None] | None:
    """Read agencies that fill the first line, where the line below begins their task.

    "4. Thanh tra Sở" above "Thanh tra việc chấp hành …": the name is whole, and a capital with
    small words behind it, or a word of a task, begins the next line; a place's name does neither.
    """
    if len(block.lines) < 2:
        return None
    low, stop, below = text.low, block.lines[0].end, block.lines[1].start
    listed = agencies_at(text, start, stop)
    if listed is None or not text.value[below].isupper():
        return None
    agencies, rest = listed[0], low[listed[1] : stop].strip(" .:*_")
    if rest and not runs_on(agencies, rest):
        return None
    if rest:
        agencies = (full_name(text.value[start:stop].rstrip(" .:*_")),)
    name = low[start:stop].rstrip(" .:*_")
    acts = pattern("duties", "task_verb").regex.match(low, below, block.end) is not None
    acts = acts and find_of("duties", "unfinished")(name) is None
    whole = find_of("duties", "ends_whole")(name) is not None
    second = text.value[below : block.end].split(maxsplit=2)[1:2]
    small = bool(second) and second[0][0].islower() and province_at(low, below) is None
    whole = whole or _line_ends_name(text, block)
    return (agencies, below) if small and (acts or whole) else None


def _line_ends_name(text: SourceText, block: Block) -> bool:
    """Whether a first line ends the name by how it looks: with a name of its own ("… Hội An"),
    or where the words below it had room on it. A sentence stands below, which a stop ends.
    """
    value, low = text.value, text.low
    first, below = block.lines[0], block.lines[1]
    if value[block.end - 1] not in ".;" or may_begin().match(low, below.start, block.end):
        return False
    if _OWN_NAME_ENDS.search(value, first.start, first.end):
        return True
    if find_of("duties", "unfinished")(low[first.start : first.end]):
        return False
    words = value[below.start : below.end].split(maxsplit=2)[:2]
    needs = first.end - first.start + len(" ".join(words)) + _ROOM
    return needs <= max(line.end - line.start for line in block.lines[1:])


def _asks_others(text: SourceText, end: int, limit: int) -> tuple[tuple[str, ...], int] | None:
    """Those of whom a body asks something: "Hội đồng nhân dân huyện đề nghị Ủy ban Mặt trận …"."""
    at = end + len(text.low[end:limit]) - len(text.low[end:limit].lstrip())
    request = _one("request").match(text.low, at, limit)
    return agencies_at(text, request.end(), limit, common=True) if request else None


def _done_by(text: SourceText, start: int, limit: int) -> tuple[tuple[str, ...], int] | None:
    """Those whose work a sentence says something is: "Kinh phí do Sở Tài chính thẩm định"."""
    done = find_of("duties", "done_by")(text.low, start, limit)
    listed = agencies_at(text, done.end(), limit) if done else None
    if listed is None or find_of("duties", "done_verb")(text.low, listed[1], limit) is None:
        return None
    return listed


def opening_agencies(
    text: SourceText, block: Block, say: Say
) -> tuple[tuple[str, ...], int, str] | None:
    """Read a sentence that opens with agencies: them, where its words begin, and the rule."""
    low, start = text.low, block.body
    whoever, asked, trouble = find_of("duties", "whoever"), False, False
    while True:
        if when := find_of("duties", "when")(low, start, block.end):
            start = when.end()
            trouble |= find_of("duties", "in_trouble")(when[0]) is not None
        elif not asked and (request := _one("request").match(low, start, block.end)):
            start, asked = request.end(), True
        else:
            break
    # "Yêu cầu đảng ủy các xã báo cáo": who is asked needs no capital.
    listed = post_of(text, start, block.end)
    listed = listed or agencies_at(text, start, block.end, common=asked or trouble)
    if listed is None and (subject := find_of("duties", "subject")(low, start, block.end)):
        request = _one("request").match(low, subject.end(), block.end)
        asked |= request is not None
        start = request.end() if request else subject.end()
        listed = agencies_at(text, start, block.end, common=request is not None)
    elif listed is None and say is Say.ANY:
        listed = _done_by(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
    if aside := find_of("duties", "aside")(low, end, block.end):
        end = aside.end()
    if others := _asks_others(text, end, block.end):
        (agencies, end), asked = others, True
    reports = find_of("duties", "reports_by")
    if say is not Say.ANY and not trouble and not (asked and reports(low, end, block.end)):
        agencies = tuple(a for a in agencies if not whoever(a.lower()))
    if not agencies or find_of("duties", "to_execute")(low, end, block.end):
        return None
    if say is Say.CLOSING and find_of("duties", "only_executes")(low, end, block.end):
        return None
    if find_of("duties", "modal")(low, end, block.end):
        return agencies, end, _RULES[say]
    if say in (Say.TASK, Say.ITEM) and not asked:
        leads = find_of("duties", "leads")(low, end, block.end)
        groups = any(" các " in f" {one.lower()} " for one in agencies)
        if not leads and say is Say.ITEM and text.value[start].isupper() and not groups:
            leads = _one("verb").match(low, end + 1, block.end)
            leads = None if find_of("duties", "no_clause")(low, end, block.end) else leads
        return (agencies, end, _RULES[say]) if leads else None
    if say is Say.MUST and not asked:
        return None
    verb = find_of("duties", "who_must")(low, end, block.end) or _one("verb").match(
        low, end + 1, block.end
    )
    if verb is None and (asked or trouble or say is Say.ANY):
        verb = find_of("duties", "some_verb")(low, end, block.end)
    rule = "asked" if asked and say is not Say.ANY else _RULES[say]
    if verb is None and (asked or say is Say.ANY) and (named := behind_own_name(text, start, end)):
        listed = agencies_at(text, start, named, common=asked)
        return (listed[0], named, rule) if listed and listed[1] == named else None
    return (agencies, end, rule) if verb else None
