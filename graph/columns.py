"""Named tuples made column by column: an answer about a hub makes thousands of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat
from typing import Any, TypeVar

Made = TypeVar("Made", bound=tuple[Any, ...])


def from_columns(kind: type[Made], *columns: Iterable[Any]) -> list[Made]:
    """Return one tuple of `kind`, a NamedTuple, for each row of all its fields' columns.

    Takes less than half the time of calling `kind`, which binds names row by row; so the order
    and the number of columns are the caller's to get right. Raises ValueError where their lengths
    differ.
    """
    rows = zip(*columns, strict=True)
    return list(map(tuple.__new__, repeat(kind), rows))
