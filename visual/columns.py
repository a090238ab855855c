"""What a table for people is declared of: columns with headings, and where each value stands.

A table is made from an answer's JSON body, so that a new question needs one declaration in
`visual.sheets` and no code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from visual.texts import load_texts

Json = dict[str, Any]
Cell = str | int | float | None
_BETWEEN = "; "


class CellKind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    SHARE = "share"


class Language(StrEnum):
    """The language of headings and of codes."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    `source` is where the value stands in a row: names and places in lists with points between
    ("evidence.0.quote"); a name behind a list means that of each element, joined with "; ", lists
    in lists too.
    `codes` is the family of the texts that say a code in words ("role").
    """

    vi: str
    en: str
    source: str
    kind: CellKind = CellKind.TEXT
    codes: str | None = None

    def heading(self, language: Language) -> str:
        """Return what stands over the column."""
        return self.vi if language is Language.VI else self.en


@dataclass(frozen=True, slots=True)
class Sheet:
    """One kind of rows in an answer.

    `rows` names the list in the body, "" the body itself; the lists of a list's elements
    ("items.duties.items") are its rows one after the other. With `each`, an element gives one row
    for every element of these lists of it, under the name `value` and with the list's name as
    `list`; an element whose lists are all empty gives one row of itself.
    """

    vi: str
    en: str
    rows: str
    columns: tuple[Column, ...]
    each: tuple[str, ...] = ()

    def title(self, language: Language) -> str:
        """Return the name of the sheet."""
        return self.vi if language is Language.VI else self.en


@dataclass(frozen=True, slots=True)
class Table:
    """The sheets of one question; the first is what its CSV has. `name` is for the file."""

    name: str
    sheets: tuple[Sheet, ...]


def rows_of(sheet: Sheet, body: Json, language: Language = Language.VI) -> Iterator[list[Cell]]:
    """Yield the cells of every row, in the order of the answer."""
    for row in _elements(sheet, body):
        yield [_cell(row, column, language) for column in sheet.columns]


def _elements(sheet: Sheet, body: Json) -> Iterator[Json]:
    found = _flat(_found(body, sheet.rows.split("."))) if sheet.rows else [body]
    for row in found:
        inner = [(name, value) for name in sheet.each for value in row[name] or ()]
        yield from ({**row, "list": name, "value": value} for name, value in inner)
        if not inner:
            yield {**row, "value": None} if sheet.each else row


def _cell(row: Json, column: Column, language: Language) -> Cell:
    value = _found(row, column.source.split("."))
    if isinstance(value, list):
        return _BETWEEN.join(_said(one, column, language) for one in _flat(value))
    if value is None or (column.kind is not CellKind.TEXT and isinstance(value, int | float)):
        return value
    return _said(value, column, language)


def _flat(value: Any) -> Iterator[Any]:
    """Yield what stands in lists, however deep, in its order; nothing of None."""
    if isinstance(value, list):
        for one in value:
            yield from _flat(one)
    elif value is not None:
        yield value


def _said(value: object, column: Column, language: Language) -> str:
    texts = load_texts(language)  # not the language of the page: a file says which one it has
    key = f"{column.codes}.{value}"
    return texts(key) if key in texts else str(value)


def _found(value: Any, names: Sequence[str]) -> Any:
    for at, name in enumerate(names):
        if value is None:
            return None
        if isinstance(value, list):
            if not name.isdigit():
                return [_found(one, names[at:]) for one in value]
            value = value[int(name)] if int(name) < len(value) else None
        else:
            value = value.get(name)
    return value
