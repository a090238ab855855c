"""Explaining: why the reader says what it says, fact by fact.

A record keeps for each fact its rule, its passage and how far it can be trusted. What is added here
is looked up again in the tables: the rows whose words stand in the passage (*tokens*), and what the
same words could have been read as (*alternatives*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from loaders.doubts import Scene, doubts_of
from loaders.grammar.patterns import Pattern, load_patterns
from loaders.indicators.quantities import find_quantities
from loaders.mending.repair import repair
from loaders.records import (
    DocumentRecord,
    Indicator,
    Passage,
    Quality,
    Reference,
    Relation,
    Responsibility,
    Span,
    Value,
)
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

_FIELDS = (
    "type", "number", "symbol", "title", "issuer", "issue_date", "place", "level", "province",
    "district", "signer", "signer_role", "period",
)  # fmt: skip
_CITING = ("numbered", "works", "laws", "antecedents")
INFERRED = "inferred"
"""The rule of a header field that is printed nowhere: it follows from the others."""


class FactKind(StrEnum):
    """What a fact is about."""

    HEADER = "header"
    REFERENCE = "reference"
    RELATION = "relation"
    TARGET = "target"
    BASELINE = "baseline"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Token:
    """Words that a row of a table knows; `row` is "table.row", `passage` where they stand."""

    row: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Alternative:
    """What the passage could also say; `row` is None where no row but a number or date says so."""

    says: str
    row: str | None
    passage: Passage


Stated = Reference | Relation | Responsibility | tuple[Indicator, Value] | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One fact with its reasons; `number` counts from 1 through the record.

    `passage` and `confidence` are None where the record has none: a header field that follows from
    others has no words of its own, and header fields and references are not graded. `fact` is what
    the record has: an Indicator with one of its Values, None for a header field; `doubts` say why
    the confidence is less than its rule's.
    """

    number: int
    kind: FactKind
    says: str
    rule: str
    confidence: float | None
    passage: Passage | None
    tokens: tuple[Token, ...]
    alternatives: tuple[Alternative, ...]
    fact: Stated = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a passage as the reader reads them, with the way back to the file's letters."""

    text: SourceText
    start: int

    @classmethod
    def of(cls, passage: Passage, quality: Quality) -> _Words:
        text = SourceText.of(passage.quote)
        return cls(repair(text) if quality is Quality.GARBLED else text, passage.span.start)

    def passage(self, start: int, end: int) -> Passage:
        found = self.text.passage(start, end)
        span = Span(found.span.start + self.start, found.span.end + self.start)
        return Passage(span, found.quote)

    def tokens(self, *tables: str) -> tuple[Token, ...]:
        """The first words of each row that has any here, in reading order."""
        found = []
        for name, row in (pair for table in tables for pair in _rows(table)):
            match = row.find(self.text.low)
            if match is not None and match.end() > match.start():
                found.append(Token(name, self.passage(*match.span())))
        return tuple(sorted(set(found), key=lambda one: (one.passage.span, one.row)))


def _rows(table: str) -> Iterator[tuple[str, Pattern]]:
    """Yield "table.row" and the row, for all rows of a table."""
    for group, rows in load_toml("loaders", table).items():
        if isinstance(rows, list) and rows and "regex" in rows[0]:
            for row in load_patterns(table, group):
                yield f"{table}.{row.name}", row


def explain(record: DocumentRecord, text: str) -> list[Explanation]:
    """Return every fact of a record with its reasons: header, references, relations, targets with
    their baselines, duties, each in the order of the record. `text` is the decoded text.
    """
    found: list[Explanation] = []
    scene = Scene.of(record)
    parts = (_header(record, text), _references(record), _relations(record), _values(record),
             _duties(record))  # fmt: skip
    for kind, says, rule, confidence, passage, tokens, others, fact in (
        row for part in parts for row in part
    ):
        found.append(
            Explanation(
                len(found) + 1, kind, says, rule, confidence, passage, tokens, tuple(others), fact,
                tuple(_doubts(fact, scene)),
            )
        )  # fmt: skip
    return found


def _doubts(fact: Stated, scene: Scene) -> Iterator[str]:
    """Yield what makes a fact less sure than its rule."""
    kinds = {Relation: "relation", Responsibility: "duty", Value: "value"}
    one = fact[1] if isinstance(fact, tuple) else fact
    if isinstance(one, Relation | Responsibility | Value):
        for doubt in doubts_of(one, kinds[type(one)], scene):
            yield doubt.because


_Reasons = tuple[
    FactKind, str, str, float | None, Passage | None, tuple[Token, ...], list[Alternative], Stated
]


def _header(record: DocumentRecord, text: str) -> Iterator[_Reasons]:
    header = record.document
    for name in _FIELDS:
        value = getattr(header, name)
        if value is None:
            continue
        span = header.spans.get(name)
        passage = None if span is None else Passage(span, text[span.start : span.end])
        words = None if passage is None else _Words.of(passage, record.quality)
        tokens = () if words is None else words.tokens("header")
        rule = INFERRED if passage is None else f"header.{name}"
        shown = "–".join(map(str, value)) if isinstance(value, tuple) else value
        yield FactKind.HEADER, f"{name}: {shown}", rule, None, passage, tokens, [], None


def _references(record: DocumentRecord) -> Iterator[_Reasons]:
    for one in record.references:
        passage = one.mentions[0].passage
        tokens = _Words.of(passage, record.quality).tokens(*_CITING)
        rule = tokens[0].row if tokens else "named_by_type"
        says, others = f"{one.key}: {_named(one)}", _other_dates(one)
        yield FactKind.REFERENCE, says, rule, None, passage, tokens, others, one


def _named(reference: Reference) -> str:
    parts = (reference.type, reference.number, reference.issue_date, reference.title)
    return ", ".join(part for part in parts if part)


def _other_dates(reference: Reference) -> list[Alternative]:
    return [
        Alternative(f"issue_date: {date}", None, mention.passage)
        for date in reference.other_dates
        for mention in [next((m for m in reference.mentions if m.date == date), None)]
        if mention is not None
    ]


def _relations(record: DocumentRecord) -> Iterator[_Reasons]:
    for one in record.relations:
        tokens = tuple(_tying(record, one))
        yield (
            FactKind.RELATION, _said(one), one.rule, one.confidence,
            one.passage, tokens, _other_types(one, tokens), one,
        )  # fmt: skip


def _said(relation: Relation) -> str:
    """The relation with its scope and day: "SELF REPLACES R2 (khoản 2 Điều 3) 2024-01-01"."""
    edge = f"{relation.source} {relation.type} {relation.target}"
    scope = f"({relation.scope})" if relation.scope else None
    return " ".join(filter(None, (edge, scope, relation.effective)))


def _tying(record: DocumentRecord, relation: Relation) -> Iterator[Token]:
    """Yield the rows that know the words before each end of the relation, from the name before it.

    A row that even takes a blank says nothing by its words, but by where it stands: it is told only
    where it is the rule.
    """
    whole, quote = relation.passage.span, relation.passage.quote
    inside = [
        (reference.key, mention.passage.span)
        for reference in record.references
        for mention in reference.mentions
        if whole.start <= mention.passage.span.start and mention.passage.span.end <= whole.end
    ]
    ends = {span.start for key, span in inside if key in (relation.source, relation.target)}
    for end in sorted(ends):
        start = max((span.end for _, span in inside if span.end <= end), default=whole.start)
        said = quote[start - whole.start : end - whole.start]
        if not said.strip():
            continue
        words = re.sub(r"\s+", " ", SourceText.of(said).low)
        for row in (*load_patterns("relations", "head"), *load_patterns("relations", "link")):
            if row.find(words) and (row.name == relation.rule or not row.find(" ")):
                yield Token(f"relations.{row.name}", Passage(Span(start, end), said))


def _other_types(relation: Relation, tokens: tuple[Token, ...]) -> list[Alternative]:
    types = {
        f"relations.{row['name']}": row["type"]
        for group in ("link", "head")
        for row in load_toml("loaders", "relations")[group]
        if "type" in row
    }
    return [
        Alternative(types[one.row], one.row, one.passage)
        for one in tokens
        if types.get(one.row, relation.type) != relation.type
    ]


def _values(record: DocumentRecord) -> Iterator[_Reasons]:
    for indicator in record.indicators:
        kinds = ((FactKind.TARGET, indicator.targets), (FactKind.BASELINE, indicator.baselines))
        for kind, values in kinds:
            for value in values:
                words = _Words.of(value.passage, record.quality)
                yield (
                    kind, _valued(indicator, value), value.rule, value.confidence, value.passage,
                    words.tokens("quantities", "indicators"), _other_numbers(words, value),
                    (indicator, value),
                )  # fmt: skip


def _valued(indicator: Indicator, value: Value) -> str:
    upto = "" if value.value_to is None else f" – {value.value_to:g}"
    year = "" if value.year is None else f" ({value.year})"
    unit = f" {indicator.unit}" if indicator.unit else ""
    return f"{indicator.name}: {value.op} {value.value:.10g}{upto}{unit}{year}"


def _other_numbers(words: _Words, value: Value) -> list[Alternative]:
    """The other numbers of the passage: values of their own, years, or none."""
    low = words.text.low
    return [
        Alternative(f"{one.op} {one.value:.10g}", None, words.passage(one.start, one.end))
        for one in find_quantities(low, 0, len(low))
        if one.value not in (value.value, abs(value.value), value.value_to)
    ]


def _duties(record: DocumentRecord) -> Iterator[_Reasons]:
    for duty in record.responsibilities:
        words = _Words.of(duty.passage, record.quality)
        yield (
            FactKind.DUTY, f"{duty.agency}: {duty.role}", duty.rule, duty.confidence, duty.passage,
            words.tokens("duties"), _other_roles(words, duty), duty,
        )  # fmt: skip


def _other_roles(words: _Words, duty: Responsibility) -> list[Alternative]:
    found = []
    for row in load_patterns("duties", "role"):
        match = row.regex.search(words.text.low)
        if row.name != duty.role and match is not None:
            found.append(Alternative(row.name, f"duties.{row.name}", words.passage(*match.span())))
    return found
