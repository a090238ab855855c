"""A plain store in memory: the contract of graph.store in its simplest form, for tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import Any, TypeVar

from graph.block_parts import BlockPart
from graph.change import Change
from graph.errors import StoreChanged
from graph.identity.keys import block_of_number
from graph.judgement import Judgement
from graph.judgement_criteria import JudgementCriteria
from graph.model import (
    Assertion,
    Claim,
    Document,
    DocumentStatus,
    Edge,
    Evidence,
    FileContent,
    StoredClaim,
    StoredFile,
    StoreState,
)
from graph.named import AgencyName, AgencyNameCriteria, Naming, NamingCriteria
from graph.stated import Duty, Measured, Targets, TargetValue
from graph.stating import asked_by, duties_in, targets_in
from graph.store import (
    At,
    Criteria,
    Direction,
    DutyCriteria,
    MeasuredCriteria,
    Row,
    Sought,
    TargetCriteria,
    Together,
)
from graph.subgraph import Link, Subgraph
from graph.suspects import RESTING, Suspect, SuspectCriteria, Suspicion
from graph.tallies import Counted, Tally, TallyCriteria
from loaders.folding import fold
from loaders.records import CARRYING, SELF, Quality, RelationType

Fact = TypeVar("Fact", Duty, Targets)


class ModelStore:
    """Everything in dicts; every answer is computed from scratch, nothing is clever."""

    def __init__(self) -> None:
        self._documents: dict[str, Document] = {}
        self._claims: dict[str, StoredClaim] = {}
        self._contents: dict[str, FileContent] = {}
        self._failures: dict[str, StoredFile] = {}
        self._assertions: dict[str, list[Assertion]] = {}
        self._redirects: dict[str, str] = {}
        self._judgements: dict[str, Judgement] = {}
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
        parts: Collection[BlockPart] = (),
    ) -> list[StoredClaim]:
        return [
            replace(stored, files=len(self._makers(key)))
            for key, stored in sorted(self._claims.items())
            if stored.claim.block in blocks
            or stored.document in documents
            or key in ids
            or any(_is_in(part, stored.claim) for part in parts)
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
        self._judgements.update((one.id, one) for one in change.judgements)
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
        return self._documents[key]._replace(files=tuple(names))

    def find(
        self, criteria: Sought[Row, At], *, limit: int, after: At | None = None
    ) -> tuple[list[Row], int]:
        fitting: list[tuple[Any, Any]]
        if isinstance(criteria, Criteria):
            every = [self._whole(key) for key in sorted(self._documents)]
            fitting = [(d.key, d) for d in every if _fits(d, criteria)]
            if criteria.best:
                first = sorted(fitting, key=lambda row: _place(row[1], criteria.best))
                return [d for _, d in sorted(first[:limit])], len(fitting)
        elif isinstance(criteria, DutyCriteria):
            fitting = [
                (d.at, d) for d in once(self._said(duties_in)) if self._duty_fits(d, criteria)
            ]
        elif isinstance(criteria, JudgementCriteria):
            fitting = [(k, j) for k, j in sorted(self._judgements.items()) if criteria.fits(j)]
        elif isinstance(criteria, AgencyNameCriteria):
            fitting = [(n.folded, n) for n in self._names() if _name_fits(n, criteria)]
        elif isinstance(criteria, NamingCriteria):
            duties = [d for d in once(self._said(duties_in)) if self._duty_fits(d, criteria.duties)]
            named = Counter((d.at.document, d.agency, d.agency_full) for d in duties)
            namings = [Naming(*words, count) for words, count in named.items()]
            fitting = sorted(((one.at, one) for one in namings), key=lambda row: row[0])
        elif isinstance(criteria, TallyCriteria):
            fitting = sorted(((t.at, t) for t in self._tallies()), key=lambda row: row[0])
        elif isinstance(criteria, SuspectCriteria):
            suspects = set(self._suspects(criteria.of))
            fitting = sorted(((one.at, one) for one in suspects), key=lambda row: row[0])
        elif isinstance(criteria, MeasuredCriteria):
            every_name = {Measured(t.indicator, t.unit) for t in once(self._said(targets_in))}
            fitting = sorted((one.sign, one) for one in every_name if _is_called(one, criteria))
        else:
            assert isinstance(criteria, TargetCriteria)
            fitting = [(t.at, t) for t in once(self._said(targets_in)) if _target_fits(t, criteria)]
        page = [row for at, row in fitting if after is None or at > after]
        return page[:limit], len(fitting)

    def _duty_fits(self, duty: Duty, criteria: DutyCriteria) -> bool:
        names = set(asked_by(duty, self._contents[duty.at.file]))
        if criteria.agencies is not None and not names & set(criteria.agencies):
            return False
        return _duty_fits(duty, self._documents[duty.at.document], criteria)

    def _names(self) -> list[AgencyName]:
        """Every name of an agency, counted duty by duty."""
        named: dict[str, list[str]] = {}
        for duty in once(self._said(duties_in)):
            by_fold = {fold(name): name for name in (duty.agency_full, duty.agency) if name}
            for folded, name in by_fold.items():
                named.setdefault(folded, []).append(name)
        return [AgencyName(name, named[name][0], len(named[name])) for name in sorted(named)]

    def _tallies(self) -> list[Tally]:
        """Every tally, counted row by row."""
        nodes = self._documents.values()
        duties, targets = once(self._said(duties_in)), once(self._said(targets_in))
        edges = {a.edge for rows in self._assertions.values() for a in rows}
        grouped: dict[Counted, list[str | None]] = {
            Counted.STATUS: [d.status for d in nodes],
            Counted.LEVEL: [d.level for d in nodes],
            Counted.TYPE: [d.type for d in nodes],
            Counted.PROVINCE: [d.province for d in nodes],
            Counted.YEAR: [d.issue_date[:4] if d.issue_date else None for d in nodes],
            Counted.QUALITY: [d.quality for d in nodes],
            Counted.OUTCOME: [file.outcome for file in self.files()],
            Counted.RELATION: [edge.type for edge in edges],
            Counted.ROLE: [duty.role for duty in duties],
            Counted.TARGETS: [None for _ in targets],
            Counted.AGENCY: [None for _ in {d.agency_full or d.agency for d in duties}],
            Counted.INDICATOR: [None for _ in {fold(t.indicator) for t in targets}],
            Counted.AMBIGUOUS: [None for one in self._claims.values() if one.candidates],
        }
        return [
            Tally(of, value, count)
            for of, values in grouped.items()
            for value, count in Counter(values).items()
        ]

    def _suspects(self, of: Suspicion) -> Iterator[Suspect]:
        """What is suspect, looked for claim by claim and edge by edge."""
        if of in (Suspicion.VAGUE, Suspicion.DAYS):
            for key in self._documents:
                here = [one for one in self._claims.values() if one.document == key]
                days = {
                    one.claim.issue_date for one in here if len(one.claim.issue_date or "") == 10
                }
                several = len(days) > 1 or any(len(one.claim.stated_dates) > 1 for one in here)
                vague = any(one.candidates for one in here)
                if vague if of is Suspicion.VAGUE else several and not vague:
                    yield Suspect(key)
            return
        edges = {a.edge for rows in self._assertions.values() for a in rows}
        rests = [edge for edge in edges if edge.type in RESTING]
        carries = [edge for edge in edges if edge.type in CARRYING]
        if of is Suspicion.ROUND:
            yield from self._turns(rests, carries)
            return
        replaced = [edge for edge in edges if edge.type is RelationType.REPLACES]
        for edge in rests:
            day = self._documents[edge.source].issue_date or ""
            later = self._first_day(edge.target) > day
            others = any(e.target == edge.target and e.source != edge.source for e in replaced)
            if len(day) == 10 and (later if of is Suspicion.LATER else others):
                yield Suspect(edge.source, edge.type, edge.target)

    def _turns(self, rests: list[Edge], carries: list[Edge]) -> Iterator[Suspect]:
        below, above = {e.target for e in rests}, {e.source for e in rests}
        ends = [{e.source, e.target} for e in carries]
        for edge in rests:
            first, second = self._first_day(edge.target), self._first_day(edge.source)
            told = first and second and first < second
            if not told and edge.target in above.union(*ends):
                yield Suspect(edge.target)
        for edge, two in zip(carries, ends, strict=True):
            first, second = self._first_day(edge.source), self._first_day(edge.target)
            if first == second != "":
                continue
            if (two & below and two & above) or any(two & more and more - two for more in ends):
                yield Suspect(edge.source)

    def _first_day(self, key: str) -> str:
        day = self._documents[key].issue_date
        return "" if day is None else _first_day(day)

    def _said(self, read: Callable[[FileContent, str], list[Fact]]) -> list[tuple[int, Fact]]:
        """Every fact of every file, with 0 for a good text, 1 for a garbled, 2 for one that a
        good text of its document silences."""
        found = []
        for name in sorted(self._contents):
            content = self._contents[name]
            key = self._file(content).document
            if key is None:
                continue
            garbled = content.record.quality is Quality.GARBLED
            silent = garbled and self._documents[key].quality is Quality.GOOD
            found += [(garbled + silent, fact) for fact in read(content, key)]
        return found

    def subgraph(
        self,
        keys: Collection[str],
        types: Collection[RelationType],
        direction: Direction,
        *,
        joined: Collection[RelationType] = (),
        depth: int | None = None,
        bare: bool = False,
    ) -> Subgraph:
        every = {a.edge for rows in self._assertions.values() for a in rows}
        links = {edge for edge in every if edge.type in joined}
        hops = {edge for edge in every if edge.type in types} - links
        reached = {key: 0 for key in keys if key in self._documents}
        changed = True
        while changed:  # relax every edge until no node comes nearer
            before = dict(reached)
            for edge in links:
                _nearer(reached, edge.source, edge.target, 0, None)
                _nearer(reached, edge.target, edge.source, 0, None)
            for edge in hops:
                ends = (edge.source, edge.target)
                near, far = ends if direction is Direction.OUT else reversed(ends)
                _nearer(reached, near, far, 1, depth)
            changed = before != reached
        followed = [edge for edge in links if edge.source in reached]
        for edge in hops:
            near = edge.source if direction is Direction.OUT else edge.target
            if near in reached and (depth is None or reached[near] < depth):
                followed.append(edge)
        names = sorted(reached)
        return Subgraph(
            names,
            sorted((names.index(e.source), e.type, names.index(e.target)) for e in followed),
            [] if bare else [self._whole(key) for key in names],
        )

    def evidence(self, graph: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
        edges = [graph.edge(link) for link in links]
        found: dict[Edge, list[Evidence]] = {edge: [] for edge in edges}
        nodes = {file.name: file.document for file in self.files()}
        for rows in self._assertions.values():
            for assertion in rows:
                if assertion.edge in found:
                    said = assertion.evidence
                    here = said._replace(document=nodes[said.file] or said.document)
                    found[assertion.edge].append(here)
        return [tuple(sorted(found[edge], key=_order)) for edge in edges]

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
            duties=len(once(self._said(duties_in))),
            targets=len(once(self._said(targets_in))),
            judgements=len(self._judgements),
        )

    def redirects(self) -> dict[str, str]:
        return dict(sorted(self._redirects.items()))

    def close(self) -> None:
        pass


def _is_in(part: BlockPart, claim: Claim) -> bool:
    dates = claim.stated_dates
    return (
        part.block == claim.block
        and part.province in (None, fold(claim.province or ""))
        and (part.year is None or not dates or any(day.startswith(part.year) for day in dates))
    )


def _order(one: Evidence) -> tuple[object, ...]:
    return (one.document, one.file, one.span, one.page or 0, one.rule, one.confidence)


def once(said: list[tuple[int, Fact]]) -> list[Fact]:
    """Return equal facts of one document once, by place, with the evidence of all."""
    found: list[Fact] = []
    groups: dict[tuple[str, int], list[tuple[int, Fact]]] = {}
    for rank, fact in said:
        groups.setdefault((fact.at.document, fact.identity), []).append((rank, fact))
    for group in groups.values():
        rank, first = min(group, key=lambda one: (one[0], one[1].at))
        others = sorted((f for _, f in group if f.at != first.at), key=lambda f: f.at)
        if rank < 2:
            found.append(_joined(first, others))
    return sorted(found, key=lambda fact: fact.at)


def _joined(first: Fact, others: list[Fact]) -> Fact:
    if isinstance(first, Duty):
        return replace(first, evidence=_evidence([first, *others]))
    assert isinstance(first, Targets)

    def values(name: str) -> tuple[TargetValue, ...]:
        columns = zip(*(getattr(one, name) for one in [first, *others]), strict=True)
        return tuple(replace(column[0], evidence=_evidence(column)) for column in columns)

    return replace(first, targets=values("targets"), baselines=values("baselines"))


def _nearer(reached: dict[str, int], near: str, far: str, hop: int, most: int | None) -> None:
    """Put down how far `far` is, where it is nearer by way of `near`."""
    if near not in reached:
        return
    depth = reached[near] + hop
    if (most is None or depth <= most) and depth < reached.get(far, depth + 1):
        reached[far] = depth


def _evidence(said: Sequence[Duty | TargetValue]) -> tuple[Evidence, ...]:
    own, *others = (one.evidence[0] for one in said)
    return (own, *sorted(others, key=lambda one: (one.file, one.span)))


def _duty_fits(duty: Duty, document: Document, criteria: DutyCriteria) -> bool:
    if criteria.documents is not None and document.key not in criteria.documents:
        return False
    if criteria.province is not None and document.province != criteria.province:
        return False
    if criteria.district is not None and document.district != criteria.district:
        return False
    if not set(criteria.words) <= set(fold(duty.task).split()):
        return False
    issued = None if document.issue_date is None else _first_day(document.issue_date)
    bounds = (criteria.issued_from, criteria.issued_until)
    if any(bounds) and issued is None:
        return False
    if issued and not _first_day(bounds[0] or "0001") <= issued <= _first_day(bounds[1] or "9999"):
        return False
    if document.issue_date is not None and criteria.not_after is not None:
        late = _first_day(document.issue_date) > criteria.not_after
        return not late and criteria.role in (None, duty.role)
    return criteria.role in (None, duty.role)


def _name_fits(name: AgencyName, criteria: AgencyNameCriteria) -> bool:
    begins = [f"{name.folded} ".startswith(f"{one} ") for one in criteria.beginnings]
    return any(begins or [True]) and set(criteria.words) <= set(name.folded.split())


def _target_fits(one: Targets, criteria: TargetCriteria) -> bool:
    if criteria.documents is not None and one.at.document not in criteria.documents:
        return False
    if Measured(one.indicator, one.unit) in criteria.measured:
        return True
    if criteria.measured and not criteria.words:
        return False
    return set(criteria.words) <= set(fold(one.indicator).split())


def _is_called(one: Measured, criteria: MeasuredCriteria) -> bool:
    name = f" {fold(one.indicator)} "
    return all(any(f" {words} " in name for words in one_of) for one_of in criteria.holding)


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
    if criteria.begins is not None and not (number or "").startswith(criteria.begins):
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


def _place(document: Document, best: tuple[Together, ...]) -> tuple[int, bool, int, str]:
    parts = (document.number, document.title, document.type, document.issuer)
    title = fold(document.title or "")
    begins = title.removeprefix("ve viec ").removeprefix("ve ").split()[:6]
    here = " ".join(["", *(fold(part) for part in parts if part), "|", *begins])
    places = [
        at
        for at, (kind, words) in enumerate(best)
        if f" {words}" in here and kind in (None, document.type)
    ]
    day = int(_first_day(document.issue_date or "0000").replace("-", ""))
    cited = document.status is DocumentStatus.CITED_ONLY
    return min(places, default=len(best)), cited, -day, document.key


def _first_day(value: str) -> str:
    return value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value


def _holds(document: Document, words: tuple[str, ...]) -> bool:
    fields = (document.number, document.title, document.type, document.issuer)
    here = [word for value in fields if value for word in fold(value).split()]
    if not words:
        return True
    return all(word in here for word in words[:-1]) and any(w.startswith(words[-1]) for w in here)
