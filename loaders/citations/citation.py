"""Citation: one place where a text names a document, with what it says of it there."""

from __future__ import annotations

from typing import NamedTuple

from loaders.names.agencies import Agency
from loaders.names.numbers import DocumentNumber


class Citation(NamedTuple):
    """One mention at value[start:end]. `title` is (start, end) of the name or subject, if printed.

    `type_printed` says whether the type word stands here, or was shared or told by the symbol.
    `alias` is what the text says it will call the document from here on. `symbol` is that of a
    number left blank ("Kế hoạch số    /KH-UBND ngày   tháng 8 năm 2018").
    """

    start: int
    end: int
    type: str | None
    number: DocumentNumber | None = None
    date: str | None = None
    issuer: Agency | None = None
    term: str | None = None
    congress: str | None = None
    title: tuple[int, int] | None = None
    type_printed: bool = True
    alias: str | None = None
    symbol: str | None = None
    rule: str = "numbered"

    @property
    def reach(self) -> int:
        """Where its name ends with the subject behind it, if one is printed here."""
        own = self.title is not None and self.title[0] >= self.start
        return max(self.end, self.title[1]) if own and self.title else self.end

    @property
    def titled(self) -> bool:
        """Whether it names a work by its title alone."""
        return self.number is None and self.symbol is None
