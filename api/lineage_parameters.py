"""Parameters of a lineage, and of the page that shows it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.parameters import (
    CursorText,
    DateText,
    LimitNumber,
    Parameters,
    ProvinceName,
    RelationList,
    Tabled,
)
from api.schemas import LevelName
from queries.lineage import LineageDirection
from queries.sieve import Sieve, level_of


class LineageFilters(Parameters):
    """Which documents of a lineage are asked for."""

    level: list[LevelName] = Field(
        default_factory=list,
        max_length=20,
        description="Chỉ văn bản của cấp này, nhắc lại được; `unknown`: chưa rõ cấp.",
    )
    province: ProvinceName | None = Field(None, description="Chỉ văn bản của tỉnh, thành phố này.")
    from_: DateText | None = Field(None, alias="from", description="Ban hành từ ngày này.")
    until: DateText | None = Field(None, description="Ban hành đến hết ngày này.")

    def sieve(self) -> Sieve:
        """Return the filters as the question takes them."""
        levels = tuple(level_of(name) for name in self.level)
        return Sieve(levels, self.province, self.from_, self.until)


class LineageQuery(LineageFilters, Tabled):
    """Parameters of a lineage."""

    format: Literal["json", "csv", "xlsx", "graphml"] | None = Field(  # type: ignore[assignment]
        None, description="Dạng của câu trả lời; đi trước `Accept`."
    )

    direction: LineageDirection = Field(description="Thực hiện gì, hay ai thực hiện.")
    depth: int | None = Field(None, ge=1, le=10_000, description="Số bước tối đa.")
    relations: RelationList = "implements"
    as_of: DateText | None = Field(None, description="Bỏ văn bản ban hành sau ngày này.")
    limit: LimitNumber = 200
    cursor: CursorText | None = None
