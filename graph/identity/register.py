"""The register of reused numbers (tables/reused_numbers.csv): documents that share one number.

It is shown beside the graph's own candidates and never decides: an entry is no node.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph.identity.keys import block_of_number
from loaders.errors import BadTable
from loaders.tables import load_csv


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A document that is known to bear a number.

    `issue_date` may be partial; `party_term` is the Central Committee's, `plenum` the one of that
    term that passed it, None where that is not known; `confirmed` says that the act itself or an
    official register was seen.
    """

    number: str
    issue_date: str | None
    party_term: str | None
    plenum: int | None
    title: str
    confirmed: bool


@cache
def register() -> tuple[RegisterEntry, ...]:
    """Return all entries, by number and date. Raises BadTable."""
    entries = []
    for row in load_csv("graph", "reused_numbers"):
        if block_of_number(row["number"]) is None or row["confirmed"] not in ("yes", "no"):
            raise BadTable(f"table graph/reused_numbers.csv: bad row {row}")
        entries.append(
            RegisterEntry(
                number=row["number"],
                issue_date=row["issue_date"] or None,
                party_term=row["party_term"] or None,
                plenum=int(row["plenum"]) if row["plenum"] else None,
                title=row["title"],
                confirmed=row["confirmed"] == "yes",
            )
        )
    return tuple(sorted(entries, key=lambda entry: (entry.number, entry.issue_date or "")))


@cache
def register_of(block: str) -> tuple[RegisterEntry, ...]:
    """Return the entries whose number has this block."""
    return tuple(entry for entry in register() if block_of_number(entry.number) == block)
