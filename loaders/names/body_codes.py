"""Codes of bodies in symbols: whose numbers have "TTg", whether "SYT" is one of a body's own."""

from __future__ import annotations

from functools import cache

from loaders.names.agencies import Agency
from loaders.tables import load_toml


@cache
def issuer_of_code(code: str) -> str | None:
    """Return the one central body that a symbol's code stands for: "TTg", "CP", "BNV", "QH13".

    None for a code that departments or local bodies write too ("GDĐT", "BHXH").
    """
    table = load_toml("loaders", "agencies")
    code = code.rstrip("0123456789")
    if any(code in row["codes"] for group in ("department", "kind") for row in table[group]):
        return None
    for group, before in (("central", ""), ("ministry", "Bộ ")):
        for row in table[group]:
            if code in row["codes"]:
                return before + str(row["name"])
    return None


@cache
def is_of_many_levels(code: str) -> bool:
    """Whether a symbol's code is one of committees that each level has: "UBND", "HĐND"."""
    rows = load_toml("loaders", "agencies")["kind"]
    code = code.rstrip("0123456789")
    return any(code in row["codes"] and row.get("of_unit", False) for row in rows)


def writes_code(agency: Agency, code: str) -> bool:
    """Return whether an agency's own numbers have a code: "SYT" those of any Sở Y tế."""
    if issuer_of_code(code) == agency.name:
        return True
    table = load_toml("loaders", "agencies")
    if agency.kind == "Sở":
        fields = (row for row in table["department"] if code in row["codes"])
        return any(f"{agency.name} ".startswith(f"Sở {row['name']} ") for row in fields)
    return any(row["name"] == agency.kind and code in row["codes"] for row in table["kind"])
