"""Small made-up records, as reading would give them, and the whole content of a store."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from graph.build import write_files
from graph.identity.clusters import cluster
from graph.identity.facts import CountedClaim
from graph.identity.keys import block_of_number, block_of_title
from graph.identity.touched import ReadFile
from graph.judgement import Judgement
from graph.judgement_criteria import judgements_of
from graph.model import Assertion, Claim, Document, Edge, StoredClaim, StoredFile
from graph.movable import leaving_edges
from graph.stated import Duty, Targets
from graph.store import Criteria, Direction, DutyCriteria, Store, TargetCriteria
from graph.suspects import Suspect, SuspectCriteria, Suspicion
from loaders.records import (
    SELF,
    DocumentRecord,
    Header,
    Indicator,
    Level,
    Mention,
    Passage,
    Quality,
    Reference,
    Relation,
    RelationType,
    Responsibility,
    Role,
    Span,
    Value,
)

CENTRAL: tuple[Level | None, str | None, str | None] = (Level.CENTRAL, None, None)
NOWHERE: tuple[Level | None, str | None, str | None] = (None, None, None)
SON_LA: tuple[Level | None, str | None, str | None] = (Level.PROVINCE, "Sơn La", None)
LAI_CHAU: tuple[Level | None, str | None, str | None] = (Level.PROVINCE, "Lai Châu", None)
MOC_CHAU: tuple[Level | None, str | None, str | None] = (Level.DISTRICT, "Sơn La", "Mộc Châu")


def reference(
    key: str, number: str | None = None, date: str | None = None, **more: Any
) -> Reference:
    """A reference as reading gives it; `more` are further fields."""
    at = int(key[1:]) * 100
    quote = " ".join(part for part in (more.get("type"), number, date) if part) or key
    fields: dict[str, Any] = {
        "type": None, "other_dates": (), "issuer": None, "title": None, "level": None,
        "province": None, "district": None, "term": None,
    }  # fmt: skip
    mention = Mention(Passage(Span(at, at + len(quote)), quote), number, date)
    return Reference(
        key=key, number=number, issue_date=date, mentions=(mention,), **{**fields, **more}
    )


def relation(source: str, kind: RelationType, target: str, at: int = 0, **more: Any) -> Relation:
    """A relation with a sentence of its own; `more` are further fields."""
    quote = f"{source} {kind.lower()} {target}."
    passage = Passage(Span(at, at + len(quote)), quote)
    return Relation(source, kind, target, passage, f"rule_{kind.lower()}", 0.9, **more)


def duty(agency: str, task: str, at: int = 0, **more: Any) -> Responsibility:
    """A duty with a sentence of its own; `more` are further fields."""
    fields: dict[str, Any] = {
        "role": Role.ASSIGNED, "partners": (), "section": "V.1", "recurrence": None,
        "deadline": None, "reports_to": None, "rule": "agency_heading", "confidence": 0.9,
    } | more  # fmt: skip
    passage = Passage(Span(at, at + len(task)), task)
    return Responsibility(agency=agency, passage=passage, **fields)


def value(number: float, year: int | None = 2030, at: int = 0, **more: Any) -> Value:
    """A value with a sentence of its own."""
    quote = f"đạt {number}"
    fields = {"op": "=", "value_to": None, "rule": "named_before", "confidence": 0.85} | more
    return Value(
        year=year, value=number, passage=Passage(Span(at, at + len(quote)), quote), **fields
    )


def indicator(
    name: str, *targets: Value, baselines: tuple[Value, ...] = (), section: str = "II.1"
) -> Indicator:
    """An indicator in percent."""
    return Indicator(name, "%", section, baselines, targets)


def claim(
    number: str | None = None,
    date: str | None = None,
    place: tuple[Level | None, str | None, str | None] = NOWHERE,
    *,
    own: bool = False,
    **more: Any,
) -> Claim:
    """A claim as `identity.claims` would make it; the block comes from the number or the title."""
    level, province, district = place
    fields: dict[str, Any] = {
        "type": None, "symbol": None, "title": None, "issuer": None, "other_dates": (),
        "term": None, "not_after": None,
    } | more  # fmt: skip
    block = block_of_number(number) if number else None
    fields.setdefault("block", block or block_of_title(fields["type"], fields["title"] or ""))
    return Claim(
        own=own, number=number, issue_date=date,
        level=level, province=province, district=district, **fields,
    )  # fmt: skip


def counted(*claims: Claim, files: int = 1) -> list[CountedClaim]:
    """Claims as identity takes them, each made by `files` files."""
    return [CountedClaim(one.id, one, files) for one in claims]


def grouped(*claims: Claim) -> list[set[int]]:
    """Return which of the claims mean one document, by their places; ambiguous ones stand alone."""
    at = {one.id: place for place, one in enumerate(claims)}
    found: list[set[int]] = []
    for one in cluster(counted(*claims)):
        members = {at[member.id] for member in one.claims}
        found += [{member} for member in members] if one.candidates else [members]
    return sorted(found, key=min)


def paper(
    name: str,
    number: str | None = None,
    date: str | None = None,
    *,
    references: tuple[Reference, ...] = (),
    relations: tuple[Relation, ...] = (),
    quality: Quality = Quality.GOOD,
    duties: tuple[Responsibility, ...] = (),
    targets: tuple[Indicator, ...] = (),
    **header: Any,
) -> ReadFile:
    """A file that was read; without relations it cites each of its references."""
    if not relations:
        relations = tuple(
            relation(SELF, RelationType.CITES, one.key, at=1000 + 50 * place)
            for place, one in enumerate(references)
        )
    head = Header(number=number, issue_date=date, **header)
    text = f"{name}: {head} {references} {duties} {targets}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    record = DocumentRecord(
        name, "utf-8", sha256, quality, head, references, relations, targets, duties
    )
    return ReadFile(name, record, text)


@dataclass(frozen=True)
class Whole:
    """All that a store says of its graph, in one order."""

    documents: tuple[Document, ...]
    claims: tuple[StoredClaim, ...]
    assertions: tuple[Assertion, ...]
    files: tuple[StoredFile, ...]
    duties: tuple[Duty, ...] = ()
    targets: tuple[Targets, ...] = ()
    counts: tuple[int, ...] = field(default=())
    judgements: tuple[Judgement, ...] = ()
    suspects: tuple[tuple[Suspicion, Suspect], ...] = ()


def whole(store: Store) -> Whole:
    """Return the whole content of the store, revision and redirects apart."""
    documents, total = store.find(Criteria(), limit=100_000)
    assert total == len(documents)
    keys = [document.key for document in documents]
    edges = edges_of(store, keys)
    assert edges == edges_of(store, keys, Direction.IN)
    evidence = dict(leaving_edges(store, keys))
    claims = store.claims(documents=keys)
    state = store.state()
    duties, said = store.find(DutyCriteria(), limit=100_000)
    targets, set_here = store.find(TargetCriteria(), limit=100_000)
    judgements = tuple(judgements_of(store))
    assert len(judgements) == state.judgements
    assert (said, set_here) == (len(duties), len(targets)) == (state.duties, state.targets)
    return Whole(
        tuple(documents),
        tuple(claims),
        tuple(Assertion(edge, one) for edge in edges for one in evidence[edge]),
        tuple(store.files()),
        tuple(duties),
        tuple(targets),
        (state.documents, state.loaded, state.files, state.edges, state.assertions, state.claims),
        judgements,
        tuple(
            (of, one)
            for of in Suspicion
            for one in store.find(SuspectCriteria(of), limit=100_000)[0]
        ),
    )


def edges_of(
    store: Store,
    keys: Collection[str],
    direction: Direction = Direction.OUT,
    types: Collection[RelationType] = tuple(RelationType),
) -> list[Edge]:
    """Return the edges that leave or reach these nodes, in order."""
    graph = store.subgraph(keys, types, direction, depth=1, bare=True)
    return [graph.edge(link) for link in graph.links]


def load(store: Store, *papers: ReadFile, forget: tuple[str, ...] = ()) -> None:
    """Load papers in one commit."""
    write_files(store, papers, forget)
