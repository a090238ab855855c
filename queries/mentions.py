"""Mentions: every place where a loaded file names a document, itself included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.model import (
    Document,
    DocumentStatus,
    FileContent,
    MentionStatus,
    StoredClaim,
)
from graph.store import Store
from loaders.records import Mention, Reference, RelationType, Span
from queries.candidates import Candidate, stored_candidates
from queries.documents import known
from queries.options import check_limit
from queries.paging import Page, cut
from queries.works import acts_of

_HEADER_FIELDS = ("number", "title", "type")


class MentionKind(StrEnum):
    """`HEADER` is what a file says of itself, `MENTION` what it says of another document."""

    HEADER = "header"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One place. `document` is the node of the file, `key` the node that is meant, or None."""

    file: str
    document: str
    kind: MentionKind
    span: Span | None
    quote: str | None
    number: str | None
    date: str | None
    relations: tuple[RelationType, ...]
    status: MentionStatus
    key: str | None
    candidates: tuple[Candidate, ...]


MentionList = Page[MentionRow]


def mentions(store: Store, key: str | None = None) -> Iterator[MentionRow]:
    """Yield the mentions in the files of `key`, or in all files, by file and span.

    Every file that did not fail gives one line for its own header (the span of its number, else
    of its title, else of its type, else none, which comes first) and one for every mention of
    another document. A programme or plan cited by its title, without a number, has the key of the
    act that promulgates or approves it (the first, where several do), and so has the header
    of such a plan that is loaded without its act. A mention that fits
    several documents is `ambiguous` and names them; its key is that of a provisional node of its
    own, or none. Raises DocumentNotFound.
    """
    if key is None:
        contents = store.contents(text=True)
    else:
        files = known(store, key).files
        contents = store.contents(files, text=True) if files else iter(())
    for content in contents:
        yield from rows_of_file(store, content)


def mention_list(
    store: Store, key: str, *, limit: int = 200, cursor: str | None = None
) -> MentionList:
    """Return one page of `mentions(store, key)`. Raises DocumentNotFound, BadOption, BadCursor."""
    check_limit(limit)
    document = known(store, key)
    question = ("mentions", document.key)
    return Page(*cut(list(mentions(store, document.key)), question, limit, cursor))


def rows_of_file(store: Store, content: FileContent) -> list[MentionRow]:
    """Return the lines of one file, by span; none for a file that is of no document."""
    document = content.file.document
    if document is None:
        return []
    claims = {stored.claim.id: stored for stored in store.claims(ids=set(content.claims.values()))}
    named = {stored.document for stored in claims.values() if stored.document}
    nodes = store.documents({document, *named})
    acts = acts_of(store, nodes.values())
    act = acts.get(document)
    rows = [_header(content, document, document if act is None else act.key)]
    for reference in content.record.references:
        apart = set() if reference.loose is None else set(reference.loose.places)
        told = [m for place, m in enumerate(reference.mentions) if place not in apart]
        loose = [m for place, m in enumerate(reference.mentions) if place in apart]
        for name, said in ((reference.key, told), (reference.loose_key, loose)):
            stored = claims.get(content.claims.get(name, ""))
            came = _came_to(store, stored, nodes, acts)
            rows += (_row(content, document, reference, one, came) for one in said)
    return sorted(rows, key=lambda row: (row.span or Span(-1, -1), row.kind, row.key or ""))


def _header(content: FileContent, document: str, key: str) -> MentionRow:
    header = content.record.document
    span = next((header.spans[name] for name in _HEADER_FIELDS if name in header.spans), None)
    return MentionRow(
        file=content.file.name,
        document=document,
        kind=MentionKind.HEADER,
        span=span,
        quote=None if span is None else content.text[span.start : span.end],
        number=header.number,
        date=header.issue_date,
        relations=(),
        status=MentionStatus.FOUND,
        key=key,
        candidates=(),
    )


@dataclass(frozen=True, slots=True)
class _Came:
    """What the mentions that make one claim came to."""

    status: MentionStatus
    key: str | None
    candidates: tuple[Candidate, ...]


def _came_to(
    store: Store,
    stored: StoredClaim | None,
    nodes: Mapping[str, Document],
    acts: Mapping[str, Document],
) -> _Came:
    candidates = () if stored is None else _by_acts(store, stored_candidates(store, stored))
    node = None if stored is None else nodes.get(stored.document or "")
    meant = node if node is None or candidates else acts.get(node.key, node)
    status = status_of(meant, ambiguous=bool(candidates))
    return _Came(status, None if meant is None else meant.key, candidates)


def _by_acts(store: Store, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the candidates, the act in place of a work that it carries, each once."""
    acts = acts_of(store, [one.document for one in candidates]) if candidates else {}
    found: dict[str, Candidate] = {}
    for one in candidates:
        meant = acts.get(one.document.key, one.document)
        found.setdefault(meant.key, replace(one, document=meant))
    return tuple(found.values())


def _row(
    content: FileContent, document: str, reference: Reference, mention: Mention, came: _Came
) -> MentionRow:
    return MentionRow(
        file=content.file.name,
        document=document,
        kind=MentionKind.MENTION,
        span=mention.passage.span,
        quote=mention.passage.quote,
        number=mention.number,
        date=mention.date,
        relations=_supported(content, reference, mention),
        status=came.status,
        key=came.key,
        candidates=came.candidates,
    )


def status_of(document: Document | None, *, ambiguous: bool) -> MentionStatus:
    """Return the status of a citation that came to `document`, or to none.

    The node of an ambiguous one stands for what it means, and is none of its candidates.
    """
    if ambiguous:
        return MentionStatus.AMBIGUOUS
    if document is None:
        return MentionStatus.NOT_IN_GRAPH
    if document.status is DocumentStatus.LOADED:
        return MentionStatus.FOUND
    return MentionStatus.CITED_ONLY


def _supported(
    content: FileContent, reference: Reference, mention: Mention
) -> tuple[RelationType, ...]:
    """Return the types of the relations to this reference in whose passage the mention stands."""
    at = mention.passage.span
    types = {
        relation.type
        for relation in content.record.relations
        if relation.target == reference.key
        and relation.passage.span.start <= at.start
        and at.end <= relation.passage.span.end
    }
    return tuple(kind for kind in RelationType if kind in types)
