"""Sibling headings: agencies of a kind that no table knows, told by the headings before them.

"5. Tổ Công tác xã hội: …" names an agency by its kind. "6. Nhà thuốc bệnh viện: Niêm yết giá" does
not; but it stands in a row with agencies, is short, and a word of a task follows it.
"""

from __future__ import annotations

import re

from loaders.grammar.patterns import find_of, pattern
from loaders.grammar.regexes import Regex
from loaders.layout.structure import Block
from loaders.names.full_names import full_name
from loaders.text.source_text import SourceText

RULE = "sibling_heading"

_NUMBERED = ("roman", "part", "decimal", "letter")
_LONGEST = 90
"""Characters of a name, or of a list of some."""
_WORDS = range(3, 13)
"""How many syllables a name has: one or two are rather those of a subject ("Truyền thông")."""
_BLANK = re.compile(r"\s*")
_GAP = re.compile(r"\s*[,;]\s*")


def sibling_agencies(
    text: SourceText, block: Block, below: Block | None
) -> tuple[tuple[str, ...], int | None] | None:
    """Read a numbered heading in a row of agencies as one: its names, and where its task begins.

    The task stands behind a colon, or in the block `below`, and begins with a word of a task; None
    where it does not, or where the words are those of no agency ("Kinh phí", "Thời gian").
    """
    if block.kind not in _NUMBERED or not text.value[block.body].isupper():
        return None
    limit = min(block.end, block.body + _LONGEST)
    colon = text.low.find(":", block.body, limit)
    if colon >= 0:
        end = colon
        behind = _BLANK.match(text.low, colon + 1)
        task = behind.end() if behind else colon + 1
    elif below is not None and block.end <= limit and text.low[block.end - 1] not in ".;,":
        end, task = block.end, below.body
    else:
        return None
    words = text.low[block.body : end]
    if len(words.split()) not in _WORDS or find_of("duties", "no_agency")(words):
        return None
    if not _begins_task(text, task, small=colon >= 0) or _verb().match(words):
        return None
    return _names(text.value[block.body : end]), None if end == block.end else task


def sector_agencies(text: SourceText, block: Block) -> tuple[tuple[str, ...], int] | None:
    """Read a bullet in a row of agencies that names sectors: them, and where their task begins.

    "* Phụ nữ: vận động bà mẹ" beside "* Ngành Y tế: …"; None where other words open it.
    """
    colon = text.low.find(":", block.body, min(block.end, block.body + _LONGEST))
    behind = _BLANK.match(text.low, colon + 1) if colon >= 0 else None
    names = [name.strip() for name in _GAP.split(text.value[block.body : max(colon, block.body)])]
    is_sector = find_of("duties", "sector")
    if behind is None or not all(is_sector(name.lower()) for name in names):
        return None
    return tuple(dict.fromkeys(map(full_name, names))), behind.end()


def _begins_task(text: SourceText, at: int, *, small: bool) -> bool:
    """Whether a word of a task stands there; behind a colon it may have a small letter."""
    if at >= len(text.value) or not (small or text.value[at].isupper()):
        return False
    return _verb().match(text.low, at) is not None


def _verb() -> Regex:
    return pattern("duties", "task_verb").regex


def _names(words: str) -> tuple[str, ...]:
    """The names of a heading: parted where the words behind a comma may be a name of their own."""
    names: list[str] = []
    begin = 0
    for gap in _GAP.finditer(words):
        behind = words[gap.end() :]
        alone = find_of("duties", "lower_name")(behind.lower()) is not None
        if behind[:1].isupper() or alone or ";" in gap[0]:
            names.append(words[begin : gap.start()])
            begin = gap.end()
    names.append(words[begin:])
    return tuple(dict.fromkeys(full_name(name) for name in names))
