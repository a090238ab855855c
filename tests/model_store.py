"""A plain store in memory: the contract of graph.store in its simplest form, for tests."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import replace

from graph.errors import StoreChanged
from graph.keys import block_of_number
from graph.model import (
    Assertion,
    Change,
    Document,
    DocumentStatus,
    Edge,
    Evidence,
    FileContent,
    StoredClaim,
    StoredFile,
    StoreState,
)
from graph.store import Criteria, Direction
from loaders.folding import fold
from loaders.records import SELF, RelationType


class ModelStore:
    """Everything in dicts; every answer is computed from scratch, nothing is clever."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._claims: dict[str, StoredClaim] = {}
        self._contents: dict[str, FileContent] = {}
        self._failures: dict[str, StoredFile] = {}
        self._assertions: dict[str, list[Assertion]] = {}
        self._redirects: dict[str, str] = {}
        self._revision = 0

    def files(
        self, names: Collection[str] | None = None, sha256s: Collection[str] = ()
    ) -> list[StoredFile]:
        every = [self._file(content) for content in self._contents.values()]
        every += self._failures.values()
        fitting = [
            file
            for file in every
            if (names is None and not sha256s)
            or (names is not None and file.name in names)
            or file.sha256 in sha256s
        ]
        return sorted(fitting, key=lambda file: file.name)

    def _file(self, content: FileContent) -> StoredFile:
        """The file with the node of today: the one that its SELF claim belongs to."""
        own = self._claims.get(content.claims.get(SELF, ""))
        return replace(content.file, document=None if own is None else own.document)

    def contents(
        self,
        names: Collection[str] | None = None,
        *,
        claims: Collection[str] = (),
        text: bool = False,
    ) -> Iterator[FileContent]:
        for name in sorted(self._contents):
            content = self._contents[name]
            named = (names is None and not claims) or (names is not None and name in names)
            if named or set(content.claims.values()) & set(claims):
                yield replace(content, file=self._file(content), text=content.text if text else "")

    def claims(
        self,
        blocks: Collection[str] = (),
        documents: Collection[str] = (),
        ids: Collection[str] = (),
        *,
        placed: Collection[tuple[str, str | None]] = (),
    ) -> list[StoredClaim]:
        return [
            replace(stored, files=len(self._makers(key)))
            for key, stored in sorted(self._claims.items())
            if stored.claim.block in blocks
            or stored.document in documents
            or key in ids
            or (stored.claim.block, fold(stored.claim.province or "") or None) in placed
        ]

    def commit(self, change: Change) -> None:
        if change.revision is not None and change.revision != self._revision:
            raise StoreChanged("the store has changed since")
        before = copy(self.__dict__)
        self.__dict__.update({name: copy(value) for name, value in before.items()})
        try:
            self._apply(change)
        except BaseException:
            self.__dict__.update(before)
            raise

    def _apply(self, change: Change) -> None:
        for name in change.retract:
            self._drop(name)
        for content in change.contents:
            self._failures.pop(content.file.name, None)
            self._contents[content.file.name] = content
        for failure in change.failures:
            self._drop(failure.name)
            self._failures[failure.name] = failure
        self._documents.update((document.key, document) for document in change.documents)
        self._claims.update((stored.claim.id, stored) for stored in change.claims)
        for name in change.reassert:
            self._assertions.pop(name, None)
        for assertion in change.assertions:
            rows = self._assertions.get(assertion.evidence.file, [])
            if assertion not in rows:
                self._assertions[assertion.evidence.file] = [*rows, assertion]
        self._redirects.update(change.redirects)
        for stored in change.claims:
            if stored.document is not None and stored.document not in self._documents:
                raise ValueError(f"claim of no node: {stored.document}")
        self._claims = {key: kept for key, kept in self._claims.items() if self._makers(key)}
        claimed = {stored.document for stored in self._claims.values()}
        self._documents = {k: kept for k, kept in self._documents.items() if k in claimed}
        self._check()
        self._revision += 1

    def _check(self) -> None:
        """Refuse what names a node, claim or file that is not there."""
        for stored in self._claims.values():
            if stored.document is not None and stored.document not in self._documents:
                raise ValueError(f"claim of no node: {stored.document}")
        for content in self._contents.values():
            if not self._claims.keys() >= set(content.claims.values()):
                raise ValueError(f"file of no claim: {content.file.name}")
        for name, rows in self._assertions.items():
            ends = {end for row in rows for end in (row.edge.source, row.edge.target)}
            if name not in self._contents or not self._documents.keys() >= ends:
                raise ValueError(f"assertion of no file or node: {name}")

    def _drop(self, name: str) -> None:
        self._contents.pop(name, None)
        self._failures.pop(name, None)
        self._assertions.pop(name, None)

    def _makers(self, claim: str) -> list[str]:
        return [name for name, c in self._contents.items() if claim in c.claims.values()]

    def documents(self, keys: Collection[str]) -> dict[str, Document]:
        found = {}
        for key in keys:
            today, seen = key, set[str]()
            while today not in self._documents and today in self._redirects and today not in seen:
                seen.add(today)
                today = self._redirects[today]
            if today in self._documents:
                found[key] = self._whole(today)
        return found

    def _whole(self, key: str) -> Document:
        """The node with the files that hold its text."""
        names = sorted(f.name for f in self.files() if f.document == key)
        return replace(self._documents[key], files=tuple(names))

    def find(
        self, criteria: Criteria, *, limit: int, after: str | None = None
    ) -> tuple[list[Document], int]:
        every = [self._whole(key) for key in sorted(self._documents)]
        fitting = [document for document in every if _fits(document, criteria)]
        page = [d for d in fitting if after is None or d.key > after]
        return page[:limit], len(fitting)

    def edges(
        self, keys: Collection[str], types: Collection[RelationType], direction: Direction
    ) -> list[Edge]:
        every = {a.edge for rows in self._assertions.values() for a in rows}
        return sorted(
            edge
            for edge in every
            if edge.type in types
            and (edge.source if direction is Direction.OUT else edge.target) in keys
        )

    def evidence(self, edges: Sequence[Edge]) -> dict[Edge, tuple[Evidence, ...]]:
        found: dict[Edge, list[Evidence]] = {edge: [] for edge in edges}
        nodes = {file.name: file.document for file in self.files()}
        for rows in self._assertions.values():
            for assertion in rows:
                if assertion.edge in found:
                    said = assertion.evidence
                    here = replace(said, document=nodes[said.file] or said.document)
                    found[assertion.edge].append(here)
        return {edge: tuple(sorted(rows, key=_order)) for edge, rows in found.items() if rows}

    def state(self) -> StoreState:
        assertions = [a for rows in self._assertions.values() for a in rows]
        return StoreState(
            revision=self._revision,
            documents=len(self._documents),
            loaded=sum(d.status is DocumentStatus.LOADED for d in self._documents.values()),
            files=len(self._contents) + len(self._failures),
            edges=len({a.edge for a in assertions}),
            assertions=len(assertions),
            claims=len(self._claims),
        )

    def redirects(self) -> dict[str, str]:
        return dict(sorted(self._redirects.items()))

    def close(self) -> None:
        pass


def _order(one: Evidence) -> tuple[object, ...]:
    return (one.document, one.file, one.span, one.page or 0, one.rule, one.confidence)


def _fits(document: Document, criteria: Criteria) -> bool:
    number = None if document.number is None else block_of_number(document.number)
    exact = (
        (criteria.number, number),
        (criteria.type, document.type),
        (criteria.status, document.status),
        (criteria.level, document.level),
        (criteria.province, document.province),
    )
    if any(wanted is not None and wanted != value for wanted, value in exact):
        return False
    if criteria.issued_from is not None or criteria.issued_until is not None:
        if document.issue_date is None:
            return False
        day = _first_day(document.issue_date)
        if day < _first_day(criteria.issued_from or "0001"):
            return False
        if day > _first_day(criteria.issued_until or "9999"):
            return False
    return _holds(document, tuple(word for word in criteria.words if word))


def _first_day(value: str) -> str:
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def _holds(document: Document, words: tuple[str, ...]) -> bool:
    fields = (document.number, document.title, document.type, document.issuer)
    here = [word for value in fields if value for word in fold(value).split()]
    if not words:
        return True
    return all(word in here for word in words[:-1]) and any(w.startswith(words[-1]) for w in here)
