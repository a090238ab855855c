"""Documents: one with its facts and relations, lists of them, and the text of one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import astuple, dataclass, replace

from graph.asserting import ends_in
from graph.errors import DocumentNotFound
from graph.model import Document, Edge, Evidence, FileContent, StoredFile
from graph.store import Criteria, Direction, Store
from graph.subgraph import Link
from loaders.records import (
    SELF,
    Header,
    Quality,
    ReadingWarning,
    RelationType,
    Role,
    Span,
)
from queries.cursors import Part, unseal
from queries.dates import day_bounds
from queries.errors import BadOption
from queries.judgements import JudgementView, judgements_about
from queries.options import check_limit
from queries.paging import Page, cut_after
from queries.proofs import Proofs, proofs_of

_TYPES = {kind: rank for rank, kind in enumerate(RelationType)}


@dataclass(frozen=True, slots=True)
class FileView:
    """One loaded file of a document: what was read from it and what a person should look at."""

    file: StoredFile
    encoding: str
    header: Header
    recipients: tuple[str, ...]
    warnings: tuple[ReadingWarning, ...]


@dataclass(frozen=True, slots=True)
class RelatedDocument:
    """One edge of a document with the document at its other end."""

    edge: Edge
    other: Document
    proofs: Proofs

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The sentences that are shown, those of the source itself first."""
        return self.proofs.evidence

    @property
    def evidence_total(self) -> int:
        """How many sentences say it in all."""
        return self.proofs.total


@dataclass(frozen=True, slots=True)
class RelatedList:
    """Related documents: IMPLEMENTS first, CITES last, then by date and key."""

    items: tuple[RelatedDocument, ...]
    total: int
    limit: int
    truncated: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as it is shown.

    `files` is empty for a document known by citation only; `outgoing` is what it says of others,
    `incoming` what others say of it; `judgements` are those in force about it.
    """

    document: Document
    files: tuple[FileView, ...]
    outgoing: RelatedList
    incoming: RelatedList
    judgements: tuple[JudgementView, ...] = ()


DocumentList = Page[Document]


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage of a text that proves a relation, for showing it in its place.

    `id` is `r1`, `r2` … in order of the relations in the file's record; `source` and `target` are
    the ends' keys, None where the end fits several documents and none was chosen.
    """

    id: str
    span: Span
    type: RelationType
    source: str | None
    target: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class MarkedFact:
    """A passage of a text that gives a duty or sets a target, for showing it in its place.

    `name` is the agency's, or the indicator's, of which `role` is None.
    """

    span: Span
    name: str
    role: Role | None
    confidence: float


@dataclass(frozen=True, slots=True)
class SourceTextView:
    """The decoded text of one file of a document, with what it proves in order of their spans."""

    document: Document
    file: str
    text: str
    passages: tuple[MarkedPassage, ...]
    facts: tuple[MarkedFact, ...] = ()


def known(store: Store, key: str) -> Document:
    """Return the document of a key, the one of today where the key was redirected.

    Raises DocumentNotFound, which does not say that the document does not exist.
    """
    document = store.documents([key]).get(key)
    if document is None:
        raise DocumentNotFound(f"{key}: không văn bản nào của đồ thị này mang khóa đó")
    return document


def show(
    store: Store,
    key: str,
    *,
    types: Collection[RelationType] = tuple(RelationType),
    limit: int = 200,
) -> DocumentView:
    """Return a document with the facts of its files and its relations, each with its evidence.

    At most `limit` relations of `types` either way; relations are those stored, act and programme
    apart.
    A document known by citation only has no files. Raises DocumentNotFound, BadOption.
    """
    check_limit(limit)
    document = known(store, key)
    contents = store.contents(document.files) if document.files else ()
    return DocumentView(
        document=document,
        files=tuple(_file_view(content) for content in contents),
        outgoing=_related(store, document.key, types, Direction.OUT, limit),
        incoming=_related(store, document.key, types, Direction.IN, limit),
        judgements=judgements_about(store, [document]).get(document.key, ()),
    )


def _file_view(content: FileContent) -> FileView:
    record = content.record
    return FileView(
        file=content.file,
        encoding=record.encoding,
        header=record.document,
        recipients=record.recipients,
        warnings=record.warnings,
    )


def _related(
    store: Store, key: str, types: Collection[RelationType], direction: Direction, limit: int
) -> RelatedList:
    graph = store.subgraph([key], tuple(types), direction, depth=1)

    def other(link: Link) -> int:
        return link[2] if direction is Direction.OUT else link[0]

    def rank(link: Link) -> tuple[int, str, int]:
        return _TYPES[link[1]], graph.documents[other(link)].issue_date or "", other(link)

    page = sorted(graph.links, key=rank)[:limit]
    items = []
    for link, said in zip(page, store.evidence(graph, page), strict=True):
        edge = graph.edge(link)
        items.append(RelatedDocument(edge, graph.documents[other(link)], proofs_of(edge, said, {})))
    return RelatedList(
        items=tuple(items),
        total=len(graph.links),
        limit=limit,
        truncated=len(graph.links) > limit,
    )


def list_documents(
    store: Store, criteria: Criteria, *, limit: int = 50, cursor: str | None = None
) -> DocumentList:
    """Return the documents that fit, by key. Raises BadOption and BadCursor."""
    check_limit(limit)
    criteria = bounded(criteria)
    question = question_of("documents", criteria)
    after = None if cursor is None else str(unseal(question, cursor)[0])
    items, total = store.find(criteria, limit=limit + 1, after=after)
    return Page(*cut_after(items, lambda one: [one.key], question, total=total, limit=limit))


def question_of(name: str, criteria: Criteria) -> tuple[Part, ...]:
    """Return the words and filters of a list as what its cursors are sealed with."""
    words, *others = astuple(criteria)
    return (name, *words, "", *others)


def bounded(criteria: Criteria) -> Criteria:
    """Return the criteria with the first and the last day that partial dates let through.

    Raises BadOption where a bound of the issue date is no date, or no day lies between them.
    """
    first, last = day_bounds(criteria.issued_from, criteria.issued_until)
    return replace(criteria, issued_from=first, issued_until=last)


def source_text(store: Store, key: str, file: str | None = None) -> SourceTextView | None:
    """Return the text of `file`, by default of the document's first, with what it proves.

    None for a document known by citation only. Raises DocumentNotFound, and BadOption where the
    file is not one of the document's.
    """
    document = known(store, key)
    if file is not None and file not in document.files:
        raise BadOption(f"{document.key} không có tệp “{file}”")
    if not document.files:
        return None
    name = file or document.files[0]
    content = next(iter(store.contents([name], text=True)), None)
    if content is None:
        return None
    return SourceTextView(document, name, content.text, _passages(store, content), _facts(content))


def _facts(content: FileContent) -> tuple[MarkedFact, ...]:
    """Return the duties and targets of a file, one of an indicator and a passage once."""
    if content.record.quality is Quality.NEEDS_REVIEW:
        return ()
    found = [
        MarkedFact(duty.passage.span, duty.agency, duty.role, duty.confidence)
        for duty in content.record.responsibilities
    ]
    found += [
        MarkedFact(value.passage.span, one.name, None, value.confidence)
        for one in content.record.indicators
        for value in (*one.targets, *one.baselines)
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda fact: fact.span))


def _passages(store: Store, content: FileContent) -> tuple[MarkedPassage, ...]:
    claims = store.claims(ids=set(content.claims.values()))
    nodes = {stored.claim.id: stored.document for stored in claims}
    ends = {name: nodes.get(claim) for name, claim in content.claims.items()}
    ends[SELF] = content.file.document
    told = ends_in(content.record)
    passages = (
        MarkedPassage(
            id=f"r{place}",
            span=relation.passage.span,
            type=relation.type,
            source=ends.get(source),
            target=ends.get(target),
            rule=relation.rule,
            confidence=relation.confidence,
        )
        for place, (relation, source, target) in enumerate(told, start=1)
    )
    return tuple(sorted(passages, key=lambda passage: passage.span))
