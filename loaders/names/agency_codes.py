"""Short names of agencies as people type them, written out: "SYT", "BVĐK tỉnh", "Phòng GDĐT"."""

from __future__ import annotations

from functools import cache

from loaders.folding import fold
from loaders.names.agencies import Agency
from loaders.tables import load_toml

_PARTY = ("TW",)
_CENTRAL_PARTY = dict.fromkeys(
    ("Ban Chấp hành Trung ương Đảng", "Bộ Chính trị", "Ban Bí thư"), _PARTY
)


@cache
def _bodies_of_codes() -> dict[str, str]:
    """The one body that each code stands for: "SYT" is "Sở Y tế"; tables/agency_codes.toml rules.

    Source of the others: the codes of symbols (tables/agencies.toml).
    """
    table, found = load_toml("loaders", "agencies"), dict[str, set[str]]()
    befores = (("central", ""), ("ministry", "Bộ "), ("department", "Sở "), ("kind", ""))
    for group, before in befores:
        for row in table[group]:
            for code in row["codes"]:
                found.setdefault(fold(code), set()).add(before + str(row["name"]))
    bodies = {code: names.pop() for code, names in found.items() if len(names) == 1}
    typed = load_toml("loaders", "agency_codes")["short"]
    return bodies | {fold(form): str(row["name"]) for row in typed for form in row["forms"]}


@cache
def _fields() -> dict[str, str]:
    """The field that a code of a department stands for behind "Phòng": "GDĐT"."""
    rows = load_toml("loaders", "agencies")["department"]
    return {
        fold(spelling): str(row["name"])
        for row in rows
        for spelling in (*row["codes"], *row.get("forms", ()))
    }


def without_code(name: str) -> str:
    """Return an agency's name with the code that begins it written out: "SYT Lai Châu".

    A code that several bodies share ("GDĐT") stays, but behind "Phòng", where it is a field; so
    does one in lower case before other words, which may be a word.
    """
    words = name.split()
    for length in (2, 1):
        code, rest = words[:length], words[length:]
        body = _written(code) if code and (code[-1].isupper() or not rest) else None
        if body is not None:
            return " ".join((body, *rest))
    return name


def _written(code: list[str]) -> str | None:
    if len(code) == 2 and fold(code[0]) == "phong" and fold(code[1]) in _fields():
        return f"Phòng {_fields()[fold(code[1])]}"
    return _bodies_of_codes().get(fold(" ".join(code)))


def codes_of(agency: Agency) -> tuple[str, ...]:
    """Return the codes that an agency writes in the symbols of its numbers, none where unknown.

    The central bodies of the Party, which have no row of codes, write TW.
    """
    table = load_toml("loaders", "agencies")
    befores = (("central", ""), ("ministry", "Bộ "), ("department", "Sở "), ("kind", ""))
    for group, before in befores:
        for row in table[group]:
            name = f"{before}{row['name']}"
            if agency.name == name or agency.name.startswith(f"{name} "):
                return tuple(row["codes"]) or _CENTRAL_PARTY.get(row["name"], ())
    return ()
