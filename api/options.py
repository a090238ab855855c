"""Options that the command line and the service read in the same way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from graph.model import DocumentStatus
from graph.store import Criteria
from loaders.records import Level, RelationType, Role
from queries.errors import BadOption
from queries.finding_kinds import FindingCode
from queries.review import ReviewKind
from queries.sieve import UNKNOWN_LEVEL, Sieve

E = TypeVar("E", bound=StrEnum)


def parse_relations(text: str) -> tuple[RelationType, ...]:
    """Return the relations of a list such as "implements,based_on", in any case."""
    names = [name.strip().upper() for name in text.split(",") if name.strip()]
    return tuple(_member(RelationType, name, "relations") for name in names)


def parse_sieve(
    levels: Sequence[str], province: str | None, issued_from: str | None, issued_until: str | None
) -> Sieve:
    """Return the filters of a lineage; a level is named as in JSON, or `unknown`."""
    names = [name.strip().lower() for name in levels]
    known = [None if name == UNKNOWN_LEVEL else _member(Level, name, "level") for name in names]
    return Sieve(tuple(known), province, issued_from, issued_until)


def parse_role(text: str) -> Role:
    """Return the role of its name: lead, coordinate or assigned."""
    return _member(Role, text.strip().lower(), "role")


def parse_review_kind(text: str) -> ReviewKind:
    """Return what is to be reviewed: ambiguous, duplicate or indicator."""
    return _member(ReviewKind, text.strip().lower(), "kind")


def parse_finding_codes(text: str) -> tuple[FindingCode, ...]:
    """Return the codes of a list such as "date_conflict,abolished_agency", in any case."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    return tuple(_member(FindingCode, name, "codes") for name in names)


def criteria_of(values: Mapping[str, str | None]) -> Criteria:
    """Return the filters of a list by their option names: type, province, level, status, dates."""
    level, status = values.get("level"), values.get("status")
    return Criteria(
        type=values.get("type"),
        province=values.get("province"),
        level=None if level is None else _member(Level, level, "level"),
        status=None if status is None else _member(DocumentStatus, status, "status"),
        issued_from=values.get("from"),
        issued_until=values.get("until"),
    )


def _member(kind: type[E], value: str, option: str) -> E:
    try:
        return kind(value)
    except ValueError as error:
        known = ", ".join(member.value for member in kind)
        raise BadOption(f"{option}: không có “{value}”; chọn một trong: {known}") from error
