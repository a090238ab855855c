"""Terms of the Party's Central Committee (tables/party_terms.csv): which dates one covers.

A month in which a congress met belongs to both terms. Provincial committees have terms of their
own, of which this table says nothing.
"""

from __future__ import annotations

from functools import cache

from loaders.tables import load_csv

_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


def roman(term: str) -> str:
    """Return a term as it is numbered: "12" and "xii" are "XII"."""
    if not term.isdigit():
        return term.upper()
    left, found = int(term), ""
    for letters, value in _ROMAN:
        while left >= value:
            found, left = found + letters, left - value
    return found


@cache
def _terms() -> dict[str, tuple[str, str]]:
    rows = load_csv("loaders", "party_terms")
    return {row["term"]: (row["since"], row["until"] or "9999-12") for row in rows}


def months_of(term: str) -> tuple[str, str | None] | None:
    """Return the first and the last month of a term, None where the table has none."""
    if term not in _terms():
        return None
    since, until = _terms()[term]
    return since, None if until.startswith("9999") else until


def in_one_term(a: str, b: str) -> bool:
    """Whether two full dates lie in one term."""
    return any(may_fall_in(a, term) and may_fall_in(b, term) for term in _terms())


def may_fall_in(date: str, term: str) -> bool:
    """Whether a date, possibly partial, may lie in the term; True for a term not in the table."""
    if term not in _terms():
        return True
    since, until = _terms()[term]
    length = min(len(date), len(since))
    return since[:length] <= date[:length] <= until[:length]
