"""Open symbols: numbers that someone types with type and figures, but without the symbol.

"Nghị quyết 20 khóa XII" may be 20-NQ/TW, 20-NQ/TU and others: each is a reading of its own, and
which of them a graph holds, and what the rest of the words says, decides (`queries.resolve`). The
words and codes are rows of tables/open_symbols.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from loaders.folding import fold, fold_letters
from loaders.grammar.patterns import find_of
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.agency_codes import codes_of
from loaders.names.doc_types import OFFICIAL_LETTER, DocType, doc_types, types_by_word
from loaders.tables import load_toml
from loaders.terms import roman
from loaders.text.source_text import SourceText

_PARTY = frozenset({"TW", "TU", "HU", "QU", "ĐU"})
_CENTRAL = "TW"
_NEAR = re.compile(r"(?P<sign>\s*[/-])?\s*(?P<body>[^\W\d_]{2,6})(?!\w)")
_WORD = re.compile(r"(?<!\w)\w")
_YEAR = re.compile(r"(?<![\w/.-])((?:19|20)\d\d)(?![\w/.-])|[/.-]((?:19|20)\d\d)(?!\d)")


class Reading(NamedTuple):
    """What may have been meant: a whole number, None for a name, and the text that has it."""

    number: str | None
    words: str


def bare_readings(typed: str) -> tuple[Reading, ...]:
    """Return `typed` with each symbol that its number may have, none where it is no bare number.

    One whose symbol is typed is none, nor is an official letter, which has no code of a type. The
    symbol of the body that the words name comes alone; where they name none, those of all bodies
    that number so, the Party's central bodies first.
    """
    value = SourceText.of(typed.strip()).value
    opens = _opens().match(fold_letters(value))
    kind = _type_of(opens["type"]) if opens else None
    if opens is None or kind is None or kind.law or kind.name == OFFICIAL_LETTER:
        return ()
    at = opens.end()
    near = _NEAR.match(value, at)
    if near is not None and near["sign"] and is_type_code(near["body"]):
        return ()  # "Nghị quyết 20-NQ/TW": the symbol is typed
    named = _body_code(near["body"]) if near is not None else None
    behind = value[near.end() :] if near is not None and named else value[at:]
    codes = (named,) if named else _codes(behind)
    rest = _in_full(f"{_CENTRAL} {behind}" if named == _CENTRAL else behind)
    years = [opens["year"]] if opens["year"] else [None, *_years(behind)[:1]]
    whole = {
        fold(number): Reading(number, f"{kind.name} số {number}{', ' if rest else ''}{rest}")
        for code in codes
        for number in _numbers(kind, opens["sequence"], code, years)
    }
    # "Đề án 06", "Chương trình 135" are names too.
    name = Reading(None, value)
    return (name, *whole.values()) if kind.figure and not rest else tuple(whole.values())


@cache
def _opens() -> re.Pattern[str]:
    """Type, or its code, and figures: "nghi quyet so 20", "KH 108"."""
    words = {*types_by_word(), *(fold(kind.codes[0]) for kind in doc_types() if kind.codes)}
    types = "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?P<type>{types})(?: so)?\s*:?\s*(?P<sequence>\d{{1,5}}[a-z]?)"
        rf"(?:\s*/\s*(?P<year>(?:19|20)\d\d))?(?![\w.]|\s*[/-]\s*\d)"
    )


def is_type_code(token: str) -> bool:
    """Whether a part of a number is the code of a type: its symbol is there."""
    wanted = fold(token)
    return any(wanted == fold(code) for kind in doc_types() for code in kind.codes)


def _type_of(word: str) -> DocType | None:
    """The type of its word or its code; of several with that code the one of the fewest words."""
    low = " ".join(word.split())
    if (found := types_by_word().get(fold(low))) is not None:
        return found
    named = [kind for kind in doc_types() if fold(low) in (fold(code) for code in kind.codes[:1])]
    return min(named, key=lambda kind: len(kind.name.split()), default=None)


def _years(words: str) -> list[str]:
    return [year for match in _YEAR.finditer(words) for year in match.groups() if year]


def _numbers(kind: DocType, sequence: str, code: str, years: Sequence[str | None]) -> Iterator[str]:
    """The numbers of one body; in those of the State the year may stand, not in the Party's."""
    party = code in _PARTY
    for symbol in dict.fromkeys((*kind.party, *kind.codes)) if party else kind.codes:
        for year in years:
            if party and year is None:
                yield f"{sequence}-{symbol}/{code}"
            elif not party:
                told = f"{year}/" if year else ""
                yield f"{sequence}/{told}{symbol}-{code}"


def _codes(words: str) -> tuple[str, ...]:
    """The codes of the bodies that the words may mean."""
    low = SourceText.of(words).low
    table: dict[str, list[str]] = load_toml("loaders", "open_symbols")["codes"]
    agency = _agency(words)
    if agency is not None and (known := codes_of(agency)):
        return known
    for word in re.findall(r"[^\W\d_]+", words):
        if (code := _body_code(word)) is not None:
            return (code,)
    if find_of("open_symbols", "central_party")(low):
        return (_CENTRAL,)
    if find_of("open_symbols", "term")(low):
        return tuple(table["term"])
    return tuple(dict.fromkeys((*table["open"], *_first_codes())))


def _agency(words: str) -> Agency | None:
    """The first agency that the words name, typed with capitals or without."""
    text = SourceText.of(words.strip())
    starts = (match.start() for match in _WORD.finditer(text.low))
    return next((found for at in starts if (found := agency_at(text, at, Home()))), None)


def _body_code(token: str) -> str | None:
    """The code of a body, in capitals or as small letters that are no word."""
    small = load_toml("loaders", "open_symbols")["typed"]["small"]
    if not token or not (token.isupper() or token.lower() in small):
        return None
    return _bodies().get(fold(token))


@cache
def _first_codes() -> tuple[str, ...]:
    table = load_toml("loaders", "agencies")
    groups = ("ministry", "department", "kind")
    return tuple(row["codes"][0] for group in groups for row in table[group] if row["codes"])


@cache
def _bodies() -> dict[str, str]:
    table = load_toml("loaders", "agencies")
    rows: Iterable[dict[str, list[str]]] = (
        row for group in ("central", "ministry", "department", "kind") for row in table[group]
    )
    codes = {fold(code): code for row in rows for code in row["codes"]}
    return codes | {fold(code): code for code in _PARTY}


def _in_full(words: str) -> str:
    """What stands behind the number, with plenum and term as papers print them."""
    low = SourceText.of(words).low
    plenum = find_of("open_symbols", "plenum")(low)
    if plenum is not None and len(low) == len(words):
        words = f"{words[: plenum.start()]}Hội nghị Trung ương {words[plenum.end() :]}"
    low = SourceText.of(words).low
    term = find_of("open_symbols", "term")(low)
    if term is not None and len(low) == len(words):
        words = f"{words[: term.start()]}khóa {roman(term['term'])}{words[term.end() :]}"
    return " ".join(words.split())
