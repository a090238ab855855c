"""Parameters of the first page, which is that of a search too."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from api.parameters import CursorText, FormDate, FormProvince, Parameters
from graph.model import DocumentStatus
from graph.store import Criteria
from loaders.names.doc_types import canonical_type
from loaders.records import Level
from queries.dates import last_day

_Blank = BeforeValidator(lambda text: text or None)


class HomeQuery(Parameters):
    """Parameters of the first page; a field of its form may be left empty."""

    q: Annotated[str, Field(max_length=1000)] | None = None
    type: Annotated[str, Field(max_length=100)] = ""
    level: Annotated[Level | None, _Blank] = None
    province: FormProvince = None
    from_: FormDate = Field(None, alias="from")
    until: FormDate = None
    status: Annotated[DocumentStatus | None, _Blank] = None
    cursor: CursorText | None = None

    def criteria(self) -> Criteria:
        """Return the filters, "until" as the last day of a month or year.

        A type is taken in any case, with or without marks; an unknown one stays as typed.
        """
        typed = self.type.strip()
        return Criteria(
            type=(canonical_type(typed) or typed) if typed else None,
            status=self.status,
            level=self.level,
            province=self.province,
            issued_from=self.from_,
            issued_until=last_day(self.until) if self.until else None,
        )

    def options(self) -> list[tuple[str, str]]:
        """Return the options of an address that ask for what passes these filters."""
        criteria = self.criteria()
        named = (
            ("type", criteria.type),
            ("level", criteria.level),
            ("province", criteria.province),
            ("from", criteria.issued_from),
            ("until", criteria.issued_until),
            ("status", criteria.status),
        )
        return [(name, str(value)) for name, value in named if value is not None]
