"""The shapes of a review in the service's bodies (see `api.schemas`)."""

from __future__ import annotations

from pydantic import Field

from api.schemas import CandidateOut, DocumentOut, SpanOut
from api.shape import Page, Shape
from queries.review import ReviewKind


class ReviewCommandsOut(Shape):
    """Lệnh để kết luận: là một, hay không."""

    same: str
    not_same: str


class CitationOut(Shape):
    """Một chỗ viện dẫn: văn bản nào, tệp nào, chữ nào, trong câu nào."""

    document: str
    file: str
    span: SpanOut
    quote: str
    sentence: str


class ReviewCandidateOut(CandidateOut):
    """Văn bản có thể được nói tới, kèm lệnh để kết luận."""

    citations: list[CitationOut] = Field(
        description="Của cặp có thể trùng: những chỗ đầu tiên viện dẫn văn bản này."
    )
    commands: ReviewCommandsOut


class ReviewItemOut(Shape):
    """Một việc cần người kết luận."""

    kind: ReviewKind
    value: int = Field(description="Số quan hệ phụ thuộc vào kết luận.")
    document: DocumentOut
    citations: list[CitationOut] = Field(
        description="Những chỗ đầu tiên viện dẫn nó, mỗi tệp một chỗ, nhiều nhất ba tệp."
    )
    candidates: list[ReviewCandidateOut]


class ReviewPageOut(Page):
    """Một trang những gì cần người kết luận, quan trọng nhất trước."""

    items: list[ReviewItemOut]
