"""Types of documents: their words in text, their codes in symbols (tables/doc_types.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.folding import fold
from loaders.patterns import alternation
from loaders.tables import load_toml


@dataclass(frozen=True, slots=True)
class DocType:
    """A row of the table; `titled` types may be named by their title alone."""

    name: str
    codes: tuple[str, ...]
    titled: bool


@cache
def doc_types() -> tuple[DocType, ...]:
    """Return every type, in table order."""
    rows = load_toml("loaders", "doc_types")["type"]
    return tuple(
        DocType(row["name"], tuple(row["codes"]), row.get("titled", False)) for row in rows
    )


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
def type_words() -> str:
    """Return a regex (no group) for any type word in lower case, the longest first."""
    rows = load_toml("loaders", "doc_types")["type"]
    return alternation([word for row in rows for word in (row["name"], *row.get("also", []))])


@cache
def titled_type_words() -> str:
    """Return the same for the types that may be named by title alone."""
    return alternation([t.name for t in doc_types() if t.titled])


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


def fits(word: str | None, code: str | None) -> bool:
    """Whether a type word and a symbol's type code can belong to one document."""
    if word is None or code is None:
        return True
    doc_type = types_by_word().get(fold(word))
    return (
        doc_type is None
        or not doc_type.codes
        or code in doc_type.codes
        or (code == "QĐ" and word == "Quy định")
    )


_TYPE_WORD = re.compile(r"[^\W\d_]")


def canonical_type(word: str) -> str | None:
    """Return the name of the type that is printed as `word`, or None."""
    found = types_by_word().get(fold(word))
    return None if found is None else found.name
