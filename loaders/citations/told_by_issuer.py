"""Acts told by type and issuer alone: "Thực hiện Quyết định của Thủ tướng Chính phủ, …"."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.citations.citation import Citation
from loaders.folding import fold
from loaders.grammar.patterns import find_of, pattern
from loaders.layout.capitals import type_capitals
from loaders.layout.structure import Block
from loaders.names.agencies import Home, agency_at
from loaders.names.body_codes import issuer_of_code
from loaders.names.doc_types import canonical_type
from loaders.text.source_text import SourceText

_BEFORE = 12
"""Characters before the type word that hold the verb."""
_MOST = 40
"""Acts of one type; where a paper names more of them, one is not told by its issuer."""


def told_by_issuer(
    text: SourceText, blocks: list[Block], citations: list[Citation]
) -> Iterator[tuple[Citation, int, int]]:
    """Yield each numbered act that is told so, and where, in reading order.

    It is the one act of that type that the issuer has above; where it has several, or one stands
    there of which no issuer is told, none is meant. `citations` are those of the text, in order.
    """
    named: dict[str, dict[str, tuple[str | None, Citation]]] = {}
    regex = pattern("antecedents", "of_issuer").regex
    at = reach = 0
    for i in type_capitals(text).blocks(blocks) if citations else ():
        for match in regex.finditer(text.low, blocks[i].body, blocks[i].end):
            start, end = match.span()
            while at < len(citations) and citations[at].start < start:
                _add(named, citations[at])
                reach = max(reach, citations[at].end)
                at += 1
            taken = reach > start or (at < len(citations) and citations[at].start == start)
            acts = named.get(canonical_type(match["type"]) or "")
            if taken or not acts or not text.value[start].isupper():
                continue
            before = max(blocks[i].start, start - _BEFORE)
            if not find_of("antecedents", "carries_before")(text.low, before, start):
                continue
            issuer = agency_at(text, end, Home())
            if issuer is None or not find_of("antecedents", "said_whole")(text.low, issuer.end):
                continue
            name = fold(issuer.name)
            meant = _only(acts, name)
            if meant is not None:
                yield meant, start, issuer.end


def _add(named: dict[str, dict[str, tuple[str | None, Citation]]], act: Citation) -> None:
    if act.type is None:
        return
    issuer = act.issuer.name if act.issuer else None
    codes = act.number.issuer_codes if act.number else ()
    issuer = issuer or (issuer_of_code(codes[0]) if codes else None)
    acts = named.setdefault(act.type, {})
    name = act.number.canonical if act.number else f"of {act.date}"
    if len(acts) <= _MOST or name in acts:
        acts[name] = (fold(issuer) if issuer else None, act)


def _only(acts: dict[str, tuple[str | None, Citation]], name: str) -> Citation | None:
    """The one act of this issuer, None where there may be two."""
    if len(acts) > _MOST:
        return None
    may_be = [(issuer, act) for issuer, act in acts.values() if issuer in (None, name)]
    issuer, act = may_be[0] if len(may_be) == 1 else (None, None)
    return act if issuer is not None and act is not None and act.number is not None else None
