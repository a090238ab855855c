"""Chains told from afar: "A và B …; C, D về thực hiện các nghị quyết nêu trên".

The names that stand last carry out each of those of the given type before them.
"""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.names.doc_types import canonical_type
from loaders.records import RelationType
from loaders.relations.governors import Link, Sentence

_RULE = "those_above"
_CONFIDENCE = 0.85


def carried_above(sentence: Sentence) -> list[Link]:
    """Return the links of such words in a sentence that has been read, in reading order.

    Two targets at least, or "các" means others; a source that differs from the last one in issuer
    or date, or that a semicolon parts from it, does not speak here.
    """
    low = sentence.text.low
    told = find_of("antecedents", _RULE)(low, sentence.start, sentence.end)
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
        Link(i, RelationType.IMPLEMENTS, target, sentence.start, sentence.end, _RULE, _CONFIDENCE)
        for i in speaking
        for target in targets
    ]


def _beside(sentence: Sentence, one: Citation, last: Citation) -> bool:
    """Whether a source shares date and issuer with the last one, which the words stand at."""
    apart = ";" in sentence.text.low[one.end : last.start]
    return not apart and one.date == last.date and one.issuer == last.issuer
