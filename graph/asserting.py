"""Asserting: the edges that one file's relations come to, each with its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from graph.identity.issued import WORK, issuing
from graph.identity.issuers import is_law
from graph.model import Assertion, Edge, Evidence, FileContent
from loaders.records import (
    SELF,
    DocumentRecord,
    Passage,
    Quality,
    Reference,
    Relation,
    RelationType,
)

ISSUES = "title_issues"
"""The rule by which the title of a document issues the work that papers name by it."""

PASSED = "plenum_passed"
NUMBERED = "law_numbered"
"""The rule by which a numbered resolution is the one that papers call by plenum and subject."""

_ISSUED = 0.9
"""How sure it is that a title's work is the one that papers name by it."""


def ends_in(record: DocumentRecord) -> Iterator[tuple[Relation, str, str]]:
    """Yield the relations with the claims that their ends are: keys of `FileContent.claims`.

    An end that its passage names by loose mentions alone is what these mean.
    """
    loose = {one.key: one for one in record.references if one.loose is not None}
    for relation in record.relations:
        source, target = relation.source, relation.target
        yield relation, _end(loose, relation, source), _end(loose, relation, target)


def _end(loose: Mapping[str, Reference], relation: Relation, end: str) -> str:
    reference = loose.get(end)
    if reference is None or reference.loose is None:
        return end
    at = relation.passage.span
    here = {
        place
        for place, mention in enumerate(reference.mentions)
        if at.start <= mention.passage.span.start < at.end
    }
    return reference.loose_key if here and here <= set(reference.loose.places) else end


def assertions_of(content: FileContent, homes: Mapping[str, str]) -> Iterator[Assertion]:
    """Yield what a file asserts; `homes` gives the node of each claim that it makes.

    A file that needs review asserts nothing. A relation whose ends turn out to be one document
    says nothing and is left out; two that turn out to be one edge both stand as its evidence.
    """
    if content.record.quality is Quality.NEEDS_REVIEW:
        return
    nodes = {name: homes[claim] for name, claim in content.claims.items() if claim in homes}
    for name in sorted(nodes):
        if name.endswith(WORK) and nodes[name] != nodes[name.removesuffix(WORK)]:
            yield _of_issued(content, nodes, name.removesuffix(WORK))
    for relation, *ends in ends_in(content.record):
        source, target = (nodes[end] for end in ends)
        if source == target:
            continue
        evidence = Evidence(
            document=nodes[SELF],
            file=content.file.name,
            page=None,
            span=relation.passage.span,
            quote=relation.passage.quote,
            rule=relation.rule,
            confidence=relation.confidence,
        )
        yield Assertion(Edge(source, relation.type, target), evidence)


def _of_issued(content: FileContent, nodes: Mapping[str, str], issuer: str) -> Assertion:
    """Return that a document issues the work of its title, which a paper names by it.

    The file's own document does so by its header, a numbered resolution of a plenum where the file
    names it, and a law of a title and a number what papers mean by the number alone.
    """
    record = content.record
    if issuer == SELF:
        span = record.document.spans["title"]
        quote, rule, kind = content.text[span.start : span.end], ISSUES, issuing(record.document)
    else:
        reference = next(one for one in record.references if one.key == issuer)
        named = [one.passage for one in reference.mentions if one.number is not None]
        span, quote = (named or [reference.mentions[0].passage])[0]
        rule = NUMBERED if is_law(reference.type) else PASSED
        kind = RelationType.PROMULGATES
    said = Evidence(nodes[SELF], content.file.name, None, span, quote, rule, _ISSUED)
    return Assertion(Edge(nodes[issuer], kind, nodes[f"{issuer}{WORK}"]), said)


def mentions_by(content: FileContent, claims: Collection[str]) -> list[Passage]:
    """Return the places of a file that make one of `claims`, in the order of its references."""
    found = []
    for reference in content.record.references:
        apart = set() if reference.loose is None else set(reference.loose.places)
        named = content.claims.get(reference.key) in claims
        loose = content.claims.get(reference.loose_key) in claims
        found += [
            mention.passage
            for place, mention in enumerate(reference.mentions)
            if (loose if place in apart else named)
        ]
    return found
