"""Chains told from afar: "A và B …; C, D về thực hiện các nghị quyết nêu trên".

The names that stand last carry out each of those of the given type before them.
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.citations.citation import Citation
from loaders.citations.neighbours import by_block
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.names.doc_types import canonical_type
from loaders.records import RelationType
from loaders.relations.governors import Link, Sentence
from loaders.text.source_text import SourceText

ABOVE, BELOW = RULES = ("those_above", "amended_by_those_below")
"""The rules of this module, by the rows that tell them."""
_CONFIDENCE = 0.85
_LISTED = ("decimal", "letter", "bullet")


def carried_above(sentence: Sentence) -> list[Link]:
    """Return the links of such words in a sentence that has been read, in reading order.

    Two targets at least, or "các" means others; a source that differs from the last one in issuer
    or date, or that a semicolon parts from it, does not speak here.
    """
    low = sentence.text.low
    told = find_of("antecedents", ABOVE)(low, sentence.start, sentence.end)
    if told is None:
        return []
    kind = canonical_type(told["type"])
    before = [i for i in sentence.members if sentence.citations[i].start < told.start()]
    sources: list[int] = []
    while before and sentence.citations[before[-1]].type != kind:
        sources.insert(0, before.pop())
    last = sentence.citations[sources[-1]] if sources else None
    targets = [i for i in before if sentence.citations[i].type == kind]
    if last is None or len(targets) < 2:
        return []
    speaking = [i for i in sources if _beside(sentence, sentence.citations[i], last)]
    return [
        Link(i, RelationType.IMPLEMENTS, target, sentence.start, sentence.end, ABOVE, _CONFIDENCE)
        for i in speaking
        for target in targets
    ]


def amended_below(
    text: SourceText, blocks: list[Block], citations: list[Citation]
) -> Iterator[Link]:
    """Yield the links of a consolidated text: "Nghị định A …, được sửa đổi, bổ sung bởi:" above a
    list of what amended it. The first name of each item acts, on the first of the line above.
    """
    if "bởi:" not in text.low and "theo:" not in text.low and "tại:" not in text.low:
        return
    target: int | None = None
    held = by_block(citations, blocks)
    for i, block in enumerate(blocks):
        inside = [at for at in held.get(i, ()) if citations[at].start >= block.start]
        listed = block.kind in _LISTED and inside and citations[inside[0]].start == block.body
        if target is not None and listed:
            yield Link(
                inside[0],
                RelationType.AMENDS,
                target,
                block.start,
                block.end,
                BELOW,
                _CONFIDENCE,
            )
            continue
        told = find_of("antecedents", BELOW)(text.low, block.body, block.end)
        target = inside[0] if told and inside else None


def _beside(sentence: Sentence, one: Citation, last: Citation) -> bool:
    """Whether a source shares date and issuer with the last one, which the words stand at."""
    apart = ";" in sentence.text.low[one.end : last.start]
    return not apart and one.date == last.date and one.issuer == last.issuer
