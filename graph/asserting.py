"""Asserting: the edges that one file's relations come to, each with its sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from graph.identity.issued import ISSUED, issuing
from graph.model import Assertion, Edge, Evidence, FileContent
from loaders.records import SELF, DocumentRecord, Passage, Quality, Reference, Relation

ISSUES = "title_issues"
"""The rule by which the title of a document issues the work that papers name by it."""

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
    if ISSUED in nodes and nodes[ISSUED] != nodes[SELF]:
        yield _of_issued(content, nodes)
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


def _of_issued(content: FileContent, nodes: Mapping[str, str]) -> Assertion:
    """Return that the document of the file issues the work of its title, which a paper names."""
    span = content.record.document.spans["title"]
    quote = content.text[span.start : span.end]
    kind = issuing(content.record.document)
    said = Evidence(nodes[SELF], content.file.name, None, span, quote, ISSUES, _ISSUED)
    return Assertion(Edge(nodes[SELF], kind, nodes[ISSUED]), said)


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
