"""Types of documents: their words in text, their codes in symbols (tables/doc_types.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from loaders.folding import fold
from loaders.tables import load_toml

_CODES = re.compile(r"[-/]")

OFFICIAL_LETTER = "Công văn"
"""The type of a paper that prints no type word but a subject and a number."""


@dataclass(frozen=True, slots=True)
class DocType:
    """A row of the table, which says what each field means."""

    name: str
    codes: tuple[str, ...]
    party: tuple[str, ...] = ()
    titled: bool = False
    law: bool = False
    central: bool = False
    acts: bool = False
    rules: bool = False
    below_law: bool = False
    asks: bool = False
    tells: bool = False
    carried: bool = False
    figure: bool = False
    whole: bool = False
    nameless: bool = False
    common: bool = False
    within: bool = False
    body: bool = False
    kin: str | None = None


_UNKNOWN = DocType("", ())


@cache
def doc_types() -> tuple[DocType, ...]:
    """Return every type, in table order."""
    rows = load_toml("loaders", "doc_types")["type"]
    flags = [
        field.name for field in fields(DocType) if field.name not in ("name", "codes", "party")
    ]
    return tuple(
        DocType(
            row["name"],
            tuple(row["codes"]),
            tuple(row.get("party", [])),
            **{flag: row[flag] for flag in flags if flag in row},
        )
        for row in rows
    )


@cache
def types_named() -> dict[str, DocType]:
    """Return the types by their name."""
    return {doc_type.name: doc_type for doc_type in doc_types()}


def type_named(name: str | None) -> DocType:
    """Return the type of a name, one of which nothing is known for None and for an unknown name."""
    return types_named().get(name or "", _UNKNOWN)


def is_law(name: str | None) -> bool:
    """Whether the type is a law, a code, an ordinance, the constitution or a charter."""
    return type_named(name).law


@cache
def types_by_word() -> dict[str, DocType]:
    """Return the types by folded word, other spellings included."""
    rows = load_toml("loaders", "doc_types")["type"]
    found: dict[str, DocType] = {}
    for row, doc_type in zip(rows, doc_types(), strict=True):
        for word in (row["name"], *row.get("also", [])):
            found.setdefault(fold(word), doc_type)
    return found


@cache
def type_codes() -> dict[str, str]:
    """Return the canonical spelling of every type code, by its lower-case and folded letters.

    Codes that fold alike (HD, HĐ; DA, ĐA) are told apart where the mark is printed; without it the
    first row of the table counts.
    """
    ranked = [t.codes[:1] for t in doc_types()] + [t.codes[1:] for t in doc_types()]
    return code_table([code for codes in ranked for code in codes])


def code_table(codes: list[str]) -> dict[str, str]:
    """Return each code under its lower-case and its folded letters; earlier codes win."""
    found: dict[str, str] = {}
    for code in codes:
        found.setdefault(code.lower(), code)
    for code in codes:
        found.setdefault(fold(code).replace(" ", ""), code)
    return found


@cache
def type_of_code(code: str) -> str | None:
    """Return the type that a code stands for; "NQ" is Nghị quyết. None for an unknown one.

    A code of several types (KH, CTr) gives the shortest name: the plain type.
    """
    names = [t.name for t in doc_types() if code in t.codes[:1]]
    names = names or [t.name for t in doc_types() if code in t.codes]
    return min(names, key=lambda name: (len(name), name), default=None)


def type_of_symbol(symbol: str) -> str | None:
    """Return the type that the first code of a symbol stands for: "QĐ-UBND" is a Quyết định.

    None where that is no type's code, as in an official letter's "SYT-KH", and for a Party code of
    several types: "QĐ/TW" is a Quyết định or a Quy định (Hướng dẫn 36-HD/VPTW).
    """
    code, *rest = _CODES.split(symbol, maxsplit=1)
    of_the_party = bool(rest) and symbol[len(code)] == "/"
    if of_the_party and any(code in one.party for one in doc_types()):
        return None
    return type_of_code(code)


def fits(word: str | None, code: str | None) -> bool:
    """Whether a type word and a symbol's type code can belong to one document."""
    if word is None or code is None:
        return True
    doc_type = types_by_word().get(fold(word))
    return doc_type is None or not doc_type.codes or code in (*doc_type.codes, *doc_type.party)


def canonical_type(word: str) -> str | None:
    """Return the name of the type that is printed as `word`, or None."""
    found = types_by_word().get(fold(word))
    return None if found is None else found.name


def unspaced_type(letters: str) -> str | None:
    """Return the type whose word has these letters without blanks: "kếhoạch"."""
    wanted = fold(letters).replace(" ", "")
    return next((t.name for w, t in types_by_word().items() if w.replace(" ", "") == wanted), None)
