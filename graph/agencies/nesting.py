"""What an agency is part of, by the names under which a store lists its duties.

Its name tells ("Văn phòng Sở Y tế") or, for an office that bears no place, the paper that names it:
"Phòng Nghiệp vụ Y" in a paper of Sở Y tế.
"""

from __future__ import annotations

from graph.agencies.words import name_pattern
from loaders.folding import fold

INSIDE = "< "
"""Stands before the names of the body that an agency is part of; no folded name holds the sign."""


def kinds_of(name: str) -> list[str]:
    """Return the folded names of what a body with a place is one of, the narrower first.

    None for a name without a place or for many bodies.
    """
    placed = None if name_pattern("many").search(name) else name_pattern("place").search(name)
    if placed is None:
        return []
    return [fold(name[: placed.end("unit")]), fold(name[: placed.start()])]


def inside(agency: str, agency_full: str | None, issuer: str | None) -> tuple[str, ...]:
    """Return the names of the body that an agency is part of, each with `INSIDE` before it.

    `issuer` is who issued the paper that names it. None for a body of its own, for an office that
    serves two bodies, and for one with a place of its own in a paper of another body.
    """
    if not name_pattern("office").match(agency) or name_pattern("many").search(agency):
        return ()
    bodies = [
        found["body"]
        for name in (agency, agency_full or agency)
        if (found := name_pattern("of a body").search(name))
        and not name_pattern("of two bodies").search(name)
        and " " in found["body"]  # "Văn phòng Sở" is of the department that says so
    ]
    if (
        not bodies
        and issuer
        and name_pattern("house of offices").match(issuer)
        and not kinds_of(agency)
    ):
        bodies = [issuer]
    own = {fold(agency), fold(agency_full or agency)}
    names = dict.fromkeys(name for body in bodies for name in (fold(body), *kinds_of(body)))
    return tuple(INSIDE + name for name in names if name not in own)
