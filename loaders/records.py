"""What reading one document yields: the vocabulary that all other packages share.

Its JSON form is `loaders.record_json`.
Spans are half-open [start, end) in code points of the decoded text; a quote is exactly that slice.
Dates are ISO 8601 and may be partial: `2017`, `2017-10`, `2017-10-25`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

EXTRACTOR_VERSION = "194"
"""Grows with every change of what reading yields: a file read by an older one is read again."""

SELF = "SELF"
"""The document being read, as an end of a relation."""


class Quality(StrEnum):
    """How far a text can be trusted."""

    GOOD = "good"
    GARBLED = "garbled"
    NEEDS_REVIEW = "needs_review"


class Level(StrEnum):
    """Level of an issuer, highest first."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    FACILITY = "facility"


class RelationType(StrEnum):
    """How one document stands to another; the source is always the one that acts.

    `A IMPLEMENTS B`: A carries out B. `A BASED_ON B`: A names B as its legal basis (căn cứ).
    `A PROMULGATES B`, `A APPROVES B`: the act A carries the plan or programme B.
    `A AMENDS B`, `A REPLACES B`: A is the newer one. `A CITES B`: none of these.
    """

    IMPLEMENTS = "IMPLEMENTS"
    BASED_ON = "BASED_ON"
    PROMULGATES = "PROMULGATES"
    APPROVES = "APPROVES"
    AMENDS = "AMENDS"
    REPLACES = "REPLACES"
    CITES = "CITES"


CARRYING = (RelationType.PROMULGATES, RelationType.APPROVES)
"""The relations by which an act and what it promulgates or approves are one work."""

CHANGING = (RelationType.AMENDS, RelationType.REPLACES)
"""The relations by which an act changes another or ends it, whole or in part."""


class Span(NamedTuple):
    """Half-open [start, end) in code points of the decoded text."""

    start: int
    end: int


class Passage(NamedTuple):
    """A span with its text; `quote` is the raw slice, letter by letter."""

    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Header:
    """What the document says of itself. Every field is None where the text does not say it.

    `spans` gives for each field that was printed (not inferred) where it stands.
    """

    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    title: str | None = None
    issuer: str | None = None
    issue_date: str | None = None
    place: str | None = None
    level: Level | None = None
    province: str | None = None
    district: str | None = None
    signer: str | None = None
    signer_role: str | None = None
    period: tuple[int | None, int | None] | None = None
    spans: dict[str, Span] = field(default_factory=dict)


class Mention(NamedTuple):
    """One place where the text names another document."""

    passage: Passage
    number: str | None = None
    date: str | None = None


class LooseMentions(NamedTuple):
    """Mentions of a reference that its number alone ties to those that tell its day.

    "20-NQ/TW ngày 25/10/2017" here, "20-NQ/TW về kinh tế tập thể" there, and nowhere both: one
    document where nothing says otherwise. `places` are indexes of `Reference.mentions`; the rest is
    what these mentions say. `issuer_alone` says that no other mention tells an issuer, and the
    symbol no level.
    """

    places: tuple[int, ...]
    title: str | None
    issuer: str | None
    term: str | None
    issuer_alone: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """One other document that the text names, with all its mentions in order.

    `level`, `province` and `district` place its issuer ("UBND tỉnh" is that of the reading
    document's own province); `term` is the Party committee's term (khóa), a Roman numeral.
    """

    key: str
    type: str | None
    number: str | None
    issue_date: str | None
    other_dates: tuple[str, ...]
    issuer: str | None
    title: str | None
    level: Level | None
    province: str | None
    district: str | None
    term: str | None
    mentions: tuple[Mention, ...]
    loose: LooseMentions | None = None

    @property
    def loose_key(self) -> str:
        """The name of its loose mentions beside `key`, for what has to tell them apart."""
        return f"{self.key}+"


@dataclass(frozen=True, slots=True)
class Relation:
    """`source` does `type` to `target`; the ends are `SELF` or reference keys.

    Of AMENDS and REPLACES: `scope` is the part of the target that is changed, as printed, None for
    the whole or where it is not told; `effective` is the date from which the change counts.
    """

    source: str
    type: RelationType
    target: str
    passage: Passage
    rule: str
    confidence: float
    scope: str | None = None
    effective: str | None = None


class Section(NamedTuple):
    """A heading of the outline: `label` is its path ("II.2.1"), `passage` its line."""

    label: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Value:
    """One number that a text sets or reports for an indicator.

    `op` is "=", ">", ">=", "<", "<=", "~", "range" (up to `value_to`) or "change" (signed). `year`
    is None where the text names none.
    """

    year: int | None
    op: str
    value: float
    value_to: float | None
    passage: Passage
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured, in the words of the text, with the values set and those reported."""

    name: str
    unit: str | None
    section: str
    baselines: tuple[Value, ...]
    targets: tuple[Value, ...]


class Role(StrEnum):
    """How an agency takes part in a task."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    ASSIGNED = "assigned"


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One task of one agency; agencies are named in full form, as the text names them.

    `agency_full` adds the place that the text leaves open ("Sở Y tế" of a paper of Sơn La is
    "Sở Y tế tỉnh Sơn La"); None where the tables know no fuller name, or none is needed.
    `recurrence` is annual, 6-months, quarterly, monthly, weekly or None; `deadline` is as printed.
    """

    agency: str
    role: Role
    partners: tuple[str, ...]
    section: str
    recurrence: str | None
    deadline: str | None
    reports_to: str | None
    passage: Passage
    rule: str
    confidence: float
    agency_full: str | None = None


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something a person should look at; the reading went on."""

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """Everything that was read from one file."""

    file: str
    encoding: str
    sha256: str
    quality: Quality
    document: Header
    references: tuple[Reference, ...] = ()
    relations: tuple[Relation, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    recipients: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies that have a duty or are partners in one, in reading order, each once."""
        named = (name for duty in self.responsibilities for name in (duty.agency, *duty.partners))
        return tuple(dict.fromkeys(named))
