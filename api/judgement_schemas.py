"""The shapes of judgements in the service's bodies (see `api.schemas`)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.shape import Page, Shape
from graph.judgement import Verdict

Moment = Annotated[
    str, Field(description="Thời điểm ISO 8601, UTC.", examples=["2026-11-25T08:30:00Z"])
]


class JudgedDocumentOut(Shape):
    """Văn bản được kết luận: khóa và tên lúc đó, khóa hôm nay."""

    key: str
    name: str
    today: str | None


class UndoneOut(Shape):
    """Ai rút lại kết luận, khi nào, vì sao."""

    author: str
    at: Moment
    reason: str


class JudgementOut(Shape):
    """Kết luận của một người: hai văn bản là một, hay không."""

    id: str
    left: JudgedDocumentOut
    verdict: Verdict
    right: JudgedDocumentOut
    author: str
    made_at: Moment
    reason: str
    undone: UndoneOut | None
    words: str = Field(description="Kết luận bằng lời.")


class JudgementPageOut(Page):
    """Một trang các kết luận, sớm nhất trước; kết luận đã rút vẫn được giữ."""

    items: list[JudgementOut]


class ChainLinkOut(Shape):
    """Kết luận trong chuỗi trái với kết luận bị từ chối."""

    id: str
    left: str
    verdict: Verdict
    right: str
    author: str
    made_at: Moment
    reason: str
