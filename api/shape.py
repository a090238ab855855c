"""The base of all shapes of the service's bodies."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Part of a body."""

    model_config = ConfigDict(extra="forbid")


class Page(Shape):
    """Một trang của danh sách; `next` là con trỏ của trang sau."""

    total: int = Field(ge=0)
    limit: int = Field(ge=1, le=10_000)
    truncated: bool
    next: str | None
