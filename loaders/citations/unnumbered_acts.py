"""Unnumbered acts: whose work it is that an act told by its body alone issues.

"Nghị quyết của HĐND tỉnh phê duyệt Đề án X" names the scheme of the council, "Quyết định của UBND
tỉnh ban hành Đề án X" the committee's of the same name.
"""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.names.agencies import Agency, Home, agency_at
from loaders.text.source_text import SourceText

_BEFORE = 120
"""Characters before a work among which the act stands that issues it."""


def with_issuer_of_act(text: SourceText, block: Block, work: Citation, home: Home) -> Citation:
    """Return a work that names no issuer with the body whose act stands before it and issues it."""
    if work.issuer is not None:
        return work
    issuer = _issuer(text, max(block.start, work.start - _BEFORE), work.start, home)
    return work if issuer is None else work._replace(issuer=issuer)


def _issuer(text: SourceText, start: int, end: int, home: Home) -> Agency | None:
    verb = find_of("works", "issued_by_act")(text.low, start, end)
    act = find_of("works", "act_of_body")(text.low, start, verb.start()) if verb else None
    if act is None or verb is None:
        return None
    issuer = agency_at(text, act.end(), home)
    return issuer if issuer is not None and issuer.end == verb.start() else None
