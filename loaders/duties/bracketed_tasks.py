"""Bracketed tasks: a task that ends with who has it, in brackets.

"Tuyên truyền trên báo, đài (Sở Thông tin và Truyền thông chủ trì, Báo X phối hợp)", or with
labels: "(Chủ trì: Hội Nông dân tỉnh; phối hợp: Sở Y tế; thời gian: hằng quý)". The brackets may be
left out of an item of a list: "…, do Sở Y tế chủ trì, Hội Nông dân tỉnh phối hợp", and what they
say may be a sentence: "Sửa đổi quy định. Giao Sở Y tế chủ trì.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.duties.assignments import Assignment, agencies_named
from loaders.duties.tasks import deadline_of, recurrence_of
from loaders.grammar.patterns import any_of, find_of
from loaders.layout.structure import Block
from loaders.names.agency_lists import agencies_at
from loaders.records import Role
from loaders.text.source_text import SourceText

_LAST_BRACKETS = re.compile(r"\(([^()]{6,400})\)[\s.;,]*\Z")
_OWN_SENTENCE = re.compile(r"[.;]\s*\(\Z")
_HAND = re.compile(r",\s(?=do\s[^\W\d_])")
_LISTED = ("decimal", "letter", "bullet")
_LONGEST = 400
_WORDS = re.compile(r"(?:[^\W_]+\W+){3}")


def find_bracketed_tasks(
    text: SourceText, blocks: list[Block]
) -> tuple[list[Assignment], list[tuple[int, int]]]:
    """Return the tasks that end so, in order, and the spans of text that these take up."""
    found: list[Assignment] = []
    spans: list[tuple[int, int]] = []
    for block in blocks:
        closed = ")" in text.value[block.end - 3 : block.end]
        handed = not closed and block.kind in _LISTED and _told_behind(text, block)
        if (closed or handed) and (row := _bracketed(text, block)):
            found.append(row)
            spans.append((block.start, block.end))
    return found, spans


def _handed(text: SourceText, block: Block) -> tuple[int, int] | None:
    """Where the words stand behind the last ", do" of an item that is one sentence."""
    near = max(block.body, block.end - _LONGEST)
    if text.low.find(", do ", near, block.end) < 0:
        return None
    last = list(_HAND.finditer(text.low, near, block.end))[-1:]
    end = block.end - 1 if text.value[block.end - 1] in ".;" else block.end
    if not last or any(sign in text.value[last[0].end() : end] for sign in ".;:"):
        return None
    return last[0].end(), end


def _told_behind(text: SourceText, block: Block) -> tuple[int, int] | None:
    """Where the words that say who has the task of an item stand without brackets, if anywhere."""
    return _handed(text, block) or _said_last(text, block)


def _said_last(text: SourceText, block: Block) -> tuple[int, int] | None:
    """Where the last sentence of an item stands, if it says who leads the task and no more.

    What stands before it has to be a task: "Thống nhất chủ trương. Giao Sở Y tế …" is an order.
    """
    near = max(block.body, block.end - _LONGEST)
    at = text.low.rfind(". ", near, block.end) + 2
    if at < near + 2:
        return None
    end = block.end - 1 if text.value[block.end - 1] in ".;" else block.end
    if any_of("duties", "brackets_label", "brackets_doer").match(text.low, at, block.end):
        return at, end
    if "chủ trì" not in text.low[at : block.end]:
        return None
    if find_of("duties", "settles")(text.low, block.body, at):
        return None
    asked = find_of("duties", "request")(text.low, at, block.end)
    start = asked.end() if asked else at
    listed = agencies_at(text, start, block.end)
    if listed is None or not find_of("duties", "leads_alone")(text.low, listed[1], block.end):
        return None
    return start, end


def _bracketed(text: SourceText, block: Block) -> Assignment | None:
    brackets = _LAST_BRACKETS.search(text.value, block.body, block.end)
    span = brackets.span(1) if brackets else _told_behind(text, block)
    if span is None or not _WORDS.match(text.value, block.body, span[0]):
        return None
    start, end = span
    label = find_of("duties", "brackets_label")(text.low, start, end)
    doer = find_of("duties", "brackets_doer")(text.low, start, end)
    hand = label or doer or find_of("duties", "brackets_hand")(text.low, start, end)
    listed = agencies_at(text, hand.end() if hand else start, end)
    if listed is None:
        return None
    agencies, behind = listed
    leads = label or find_of("duties", "brackets_lead")(text.low, behind, end)
    does = leads or doer or find_of("duties", "brackets_do")(text.low, behind, end)
    if does and not (leads or doer or brackets):  # ", do Trung tâm X thực hiện."
        does = does if does.end() == end else None
    if does is None and brackets and behind == end:
        # "… kim lấy máu. (Phòng Kế hoạch)": brackets that are a sentence of their own.
        does = _OWN_SENTENCE.search(text.low, block.body, start)
    if does is None:
        return None
    joins = find_of("duties", "brackets_with")(text.low, behind, end)
    rest = behind if label or doer or joins else does.end()
    partners = tuple(dict.fromkeys(_partners(text, rest, end, agencies)))
    role = Role.LEAD if leads else Role.ASSIGNED
    words = text.low[block.body : end]
    deadline = deadline_of(text, block.body, end)
    rule = "bracketed_task"
    return Assignment(
        agencies, role, partners, deadline, recurrence_of(words), block.body, block.end, rule
    )


def _partners(text: SourceText, start: int, end: int, agencies: tuple[str, ...]) -> Iterator[str]:
    """The agencies behind "phối hợp với", or those that "phối hợp" closes."""
    if find_of("duties", "brackets_partners")(text.low, start, end):
        rest = find_of("duties", "brackets_with")(text.low, start, end)
        begin = rest.end() if rest else start
        yield from (one for one in agencies_named(text.value[begin:end]) if one not in agencies)
