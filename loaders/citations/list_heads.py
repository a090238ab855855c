"""Heads of lists: "các Nghị quyết của Bộ Chính trị: số 10-NQ/TW …; số 11-NQ/TW …".

The body and the term before the colon are those of every number of the list.
"""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.citations.proposers import listed_behind
from loaders.grammar.patterns import find_of
from loaders.layout.structure import Block
from loaders.names.agencies import Agency, Home, agency_at
from loaders.terms import roman
from loaders.text.source_text import SourceText

_LONGEST = 160
"""So far before a number the head of its list begins."""


def with_list_heads(
    text: SourceText, block: Block, found: list[Citation], home: Home
) -> list[Citation]:
    """Return the citations of a block, those of such a list with its body and term.

    What stands behind a number goes first. A list ends where its numbers have another symbol.
    """
    if text.low.find(":", block.start, block.end) < 0:
        return found
    told: list[Citation] = []
    head: tuple[Agency, str | None] | None = None
    for i, citation in enumerate(found):
        begin = max(block.start, citation.start - _LONGEST, found[i - 1].end if i else 0)
        if ":" in text.low[begin : citation.start]:
            head = _head(text, begin, citation.start, home)
        elif i and not listed_behind(text, found[i - 1], citation):
            head = None
        if head is not None and citation.issuer is None:
            citation = citation._replace(issuer=head[0], term=citation.term or head[1])
        told.append(citation)
    return told


def _head(text: SourceText, begin: int, end: int, home: Home) -> tuple[Agency, str | None] | None:
    """The body that opens the list before `end`, and the term that it is of."""
    opens = find_of("numbered", "list_of_body")(text.low, begin, end)
    body = agency_at(text, opens.start("body"), home) if opens else None
    if opens is None or body is None:
        return None
    behind = find_of("numbered", "term_of_body")(text.low, body.end, opens.end("body"))
    if behind is None:
        return None
    return body, roman(behind["term"]) if behind["term"] else None
