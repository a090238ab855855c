"""Task blocks: a task with lines below it that say who leads it, who takes part and until when.

"Nhiệm vụ 2. Mở rộng điều trị …" above "Cơ quan chủ trì: Sở Y tế." and "Cơ quan phối hợp: …". The
names may stand below a label in a list of their own: "a) Cơ quan chủ trì" above "- Bộ Y tế.".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.duties.assignments import Assignment, agencies_named
from loaders.duties.tasks import recurrence_of
from loaders.grammar.patterns import any_of, find_of, load_patterns
from loaders.layout.structure import Block
from loaders.records import Role
from loaders.text.source_text import SourceText

_LABELS = ("lead_label", "partner_label", "doer_label", "time_label")
_ALONE = {"lead": "lead_alone", "partner": "partner_alone"}
_HEADINGS = ("decimal", "letter", "bullet", "plain")
_LONGEST_LABEL = 60
_MOST_ITEMS = 20
"""So many items above the lines belong to one task."""
_NEXT = re.compile(r"(?:[.;]|\n)\s*[-+*•]?\s*")
_WORDS = re.compile(r"(?:[^\W_]+\W+){4}")
_WORDS_OF_ITEM = re.compile(r"(?:[^\W_]+\W+){2}[^\W_]+")
"""An item with a number may be as short as a heading: "2. Phát triển nhân lực"."""


def find_task_blocks(
    text: SourceText, blocks: list[Block]
) -> tuple[list[Assignment], list[tuple[int, int]]]:
    """Return the tasks above such lines, in order, and the spans of text that these take up.

    The task is the block above; where that is one item of a list, all items above. Who is only
    named as taking part has no duty.
    """
    found: list[Assignment] = []
    spans: list[tuple[int, int]] = []
    label = any_of("duties", *_LABELS, *_ALONE.values())
    if not any(label.match(text.low, block.body, block.end) for block in blocks):
        return found, spans
    at = 0
    while at < len(blocks):
        first, said = at, dict[str, str]()
        while at < len(blocks):
            more, behind = _labels_at(text, blocks, at)
            if behind == at or said.keys() & more.keys():
                break
            said |= more
            at = behind
        if not said:
            at = max(at, first + 1)
            continue
        # "IV. ĐƠN VỊ CHỦ TRÌ: …" is a part of the paper, not of the item above.
        tasks = [] if blocks[first].kind == "roman" else list(_tasks(text, blocks, first))
        rows = [row for task in tasks for row in _assigned(text, task, said)]
        if rows:
            found += rows
            spans.append((tasks[0].start, blocks[at - 1].end))
    return found, spans


def _labels_at(text: SourceText, blocks: list[Block], at: int) -> tuple[dict[str, str], int]:
    """The labels that begin at a block, with the words behind each, and the block behind them.

    A label alone has them in the items of the list below it, or else in the one block there.
    """
    block = blocks[at]
    if said := dict(_labelled(text, block)):
        return said, at + 1
    if block.kind not in _HEADINGS or block.end - block.body > _LONGEST_LABEL:
        return {}, at
    words = text.low[block.body : block.end]
    if find_of("duties", "labels_follow")(words):
        return {}, at + 1
    for name, row in _ALONE.items():
        if find_of("duties", row)(words):
            end = at + 1
            while end < len(blocks) and blocks[end].kind == "bullet":
                end += 1
            if end == at + 1 and end < len(blocks) and blocks[end].kind == "plain":
                end += 1
            items = blocks[at + 1 : end]
            return {name: "; ".join(text.value[one.body : one.end] for one in items)}, end
    return {}, at


def _labelled(text: SourceText, block: Block) -> Iterator[tuple[str, str]]:
    """Yield the labels of a block that begins with one, each with the words behind it."""
    at = block.body
    if not _is_label(text, at, block.end):
        return
    # Lines that were taken for one paragraph may each begin with a label.
    begins = {line.start for line in block.lines}
    begins |= {stop.end() for stop in _NEXT.finditer(text.low, at, block.end)}
    later = iter(sorted(one for one in begins if _is_label(text, one, block.end)))
    while at < block.end:
        name, begin = next(
            (row.name.removesuffix("_label"), match.end())
            for row in load_patterns("duties", "task_label")
            if (match := row.regex.match(text.low, at, block.end))
        )
        at = next((stop for stop in later if stop > begin), block.end)
        yield name, text.value[begin:at]


def _is_label(text: SourceText, at: int, end: int) -> bool:
    return any_of("duties", *_LABELS).match(text.low, at, end) is not None


def _tasks(text: SourceText, blocks: list[Block], first: int) -> Iterator[Block]:
    """The block above the labels of `blocks[first]`, or all items of the list that it closes."""
    above = blocks[max(0, first - _MOST_ITEMS) : first]
    items = 0
    kind = "bullet"
    if above and above[-1].kind == "letter" and blocks[first].kind == "decimal":
        kind = "letter"  # "1. Nội dung: a) … b) …" above "2. Cơ quan chủ trì"
    for block in reversed(above):
        if block.kind != kind or dict(_labelled(text, block)):
            break
        items += 1
    for block in above[-items:] if items else above[-1:]:
        words = _WORDS_OF_ITEM if block.kind == "decimal" else _WORDS
        if words.match(text.low, block.body, block.end):
            yield block


def _assigned(text: SourceText, task: Block, said: dict[str, str]) -> Iterator[Assignment]:
    said = _by_role(said)
    lead = agencies_named(said.get("lead", ""))
    agencies = lead or agencies_named(said.get("doer", ""))
    if not agencies:
        return
    partners = tuple(one for one in agencies_named(said.get("partner", "")) if one not in agencies)
    time = " ".join(said.get("time", "").split()).strip(" .;")
    number = find_of("duties", "task_number")(text.low, task.body, task.end)
    start = number.end() if number else task.body
    often = recurrence_of(time.lower()) or recurrence_of(text.low[start : task.end])
    role = Role.LEAD if lead else Role.ASSIGNED
    known = time if re.search(r"\d", time) else None
    yield Assignment(agencies, role, partners, known, often, start, task.end, "task_block")


def _by_role(said: dict[str, str]) -> dict[str, str]:
    """The labels, where brackets say who of the doers leads: "Phòng A (chủ trì); Phòng B (phối
    hợp)".
    """
    named = load_patterns("duties", "named_role")[0].regex
    doers = said.get("doer", "")
    parts = [
        ("lead" if match["lead"] else "partner", doers[match.start() : match.start("role")])
        for match in named.finditer(doers.lower())
    ]
    if "lead" in said or not any(role == "lead" for role, _ in parts):
        return said
    told = {role: "; ".join(words for r, words in parts if r == role) for role, _ in parts}
    more = "; ".join(filter(None, (said.get("partner"), told.get("partner"))))
    return said | told | {"partner": more}
