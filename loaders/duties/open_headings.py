"""Open headings: the agencies whose tasks are being read, and what below them is a task."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loaders.duties.found_duties import FoundDuty, duties_of
from loaders.duties.led_items import Bid
from loaders.duties.tasks import role_of
from loaders.grammar.patterns import find_of, load_patterns, pattern
from loaders.layout.structure import Block
from loaders.records import Role
from loaders.relations.find import sentences
from loaders.text.source_text import SourceText

BULLET = 9
"""The depth of a heading that is a bullet."""


class Below(StrEnum):
    """What stands below a heading that has no number."""

    ITEMS = "items of a list"
    PARAGRAPHS = "paragraphs that begin with a word of a task"
    DEEDS = "items that begin with a word of a task"


@dataclass(slots=True)
class OpenHeading:
    """The agencies whose tasks are being read, the heading's rank, and its section.

    `flat` says that its tasks may stand below it as bullets of its own rank; `bid` what the line
    itself says of them all ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính:").
    """

    agencies: tuple[str, ...]
    depth: int
    section: str
    flat: bool = False
    bid: Bid | None = None
    bare: Below | None = None
    """What stands below one without a number: only the like of it is its task."""
    rule: str | None = None
    """By what the tasks below are known as theirs, where not by the heading alone."""


def tasks_below(text: SourceText, above: OpenHeading, block: Block) -> Iterator[FoundDuty]:
    """The duties of a task below a heading: by what it bids its agencies they lead or join it.

    Not where the task itself says that they take part.
    """
    bid = above.bid
    agencies, section = above.agencies, above.section
    found: list[FoundDuty] = []
    for start, end in _parts(text, block):
        told = (above.rule, start) if above.rule else None
        found += duties_of(text, agencies, start, end, section, told)
    for duty in found:
        ordered = bid is not None and duty.agency in above.agencies
        if ordered and bid is not None and duty.role is Role.ASSIGNED:
            duty = duty._replace(role=bid.role, partners=duty.partners or bid.partners)
        yield duty


def _parts(text: SourceText, block: Block) -> list[tuple[int, int]]:
    """A task as [start, end): two where the agency leads one thing and then does another.

    "Chủ trì công tác tuyên truyền. Tiếp tục cải cách hành chính.": a duty has one role. Behind
    "Chủ trì, phối hợp với Sở Y tế …" further sentences say how that is led.
    """
    whole = [(block.body, block.end)]
    if not pattern("duties", "leads_a_thing").regex.match(text.low, block.body, block.end):
        return whole
    spans = sentences(text, block)
    if len(spans) < 2:
        return whole
    (_, stop), (start, end) = spans[:2]
    begins = pattern("duties", "task_verb").regex.match(text.low, start, end) is not None
    if not (text.value[start].isupper() and begins):
        return whole
    own = role_of(text.low, start, end) is Role.ASSIGNED
    return [(block.body, stop), (start, block.end)] if own else whole


def is_task(text: SourceText, block: Block, depth: int | None, above: OpenHeading) -> bool:
    """Whether a block below the heading `above` is a task of its agencies, and no heading."""
    if above.bare is Below.DEEDS and not _begins(text, block):
        return False
    if block.kind == "plain" and find_of("duties", "topic")(text.low, block.body, block.end):
        return False
    if depth is None or block.kind == "bullet" or block.end - block.body > 60:
        return True
    return _ends(text, block) or _begins(text, block)


def acts(text: SourceText, block: Block) -> bool:
    """Whether a paragraph is a sentence that begins with a word of a task."""
    return text.value[block.body].isupper() and _ends(text, block) and _begins(text, block)


def may_act(text: SourceText, block: Block) -> bool:
    """Whether a paragraph below a heading that only names agencies may be a task of theirs.

    Any word may be one of a task there ("Khử khuẩn các phòng bệnh."), but for those that open a
    sentence about something ("Kinh phí …", "Các …").
    """
    if acts(text, block):
        return True
    first = text.value[block.body]
    about = find_of("duties", "about")
    low, start, end = text.low, block.body, block.end
    return first.isupper() and _ends(text, block) and about(low, start, end) is None


def _ends(text: SourceText, block: Block) -> bool:
    return text.value[block.end - 1] in ".;/"


def _begins(text: SourceText, block: Block) -> bool:
    verb = load_patterns("duties", "verb")[0].regex
    return verb.match(text.low, block.body, block.end) is not None


def is_below(block: Block, depth: int) -> bool:
    """Whether a block may be a task below a heading of a depth: it is no heading like that one."""
    own = depth_of(block)
    return own is None or own > depth


def depth_of(block: Block) -> int | None:
    """How deep a heading stands; None for what can only be a task."""
    if block.kind in ("word", "capital"):
        return 0
    if block.kind == "roman":
        return 1
    if block.kind == "part":
        return 2
    if block.kind == "decimal":
        return 3 + block.marker.rstrip(".)").count(".")
    if block.kind == "letter":
        return 8
    if block.kind == "bullet" and block.marker.startswith("-"):
        return BULLET
    return None
