"""The shapes of a review in the service's bodies (see `api.schemas`)."""

from __future__ import annotations

from pydantic import Field

from api.schemas import CandidateOut, DocumentOut, SpanOut
from api.shape import Page, Shape
from queries.review import ReviewKind


class ReviewCommandsOut(Shape):
    """Lệnh để kết luận: là một, hay không; của chỉ tiêu là lệnh để xem cả hai."""

    same: str | None = Field(description="null ở chỉ tiêu: kết luận chỉ nói về văn bản.")
    not_same: str | None
    together: str | None = Field(description="Của chỉ tiêu: xem cả hai tên qua các cấp.")


class NamedIndicatorOut(Shape):
    """Một chỉ tiêu như văn bản gọi."""

    name: str
    unit: str | None


class CitationOut(Shape):
    """Một chỗ viện dẫn: văn bản nào, tệp nào, chữ nào, trong câu nào."""

    document: str
    file: str
    span: SpanOut
    quote: str
    sentence: str


class ReviewCandidateOut(CandidateOut):
    """Văn bản có thể được nói tới, kèm lệnh để kết luận."""

    indicator: NamedIndicatorOut | None = Field(description="Chỉ tiêu của văn bản này.")
    citations: list[CitationOut] = Field(
        description="Của cặp có thể trùng: những chỗ đầu tiên viện dẫn văn bản này, "
        "hay đặt ra chỉ tiêu."
    )
    commands: ReviewCommandsOut


class ReviewItemOut(Shape):
    """Một việc cần người kết luận."""

    kind: ReviewKind
    value: int = Field(
        description="Số quan hệ phụ thuộc vào kết luận; của chỉ tiêu là số cặp văn bản đặt ra."
    )
    document: DocumentOut
    indicator: NamedIndicatorOut | None = Field(
        description="Của việc kiểu indicator: chỉ tiêu có thể là một với chỉ tiêu của văn bản kia."
    )
    citations: list[CitationOut] = Field(
        description="Những chỗ đầu tiên viện dẫn nó, hay đặt ra chỉ tiêu, mỗi tệp một chỗ, "
        "nhiều nhất ba tệp."
    )
    candidates: list[ReviewCandidateOut]


class ReviewPageOut(Page):
    """Một trang những gì cần người kết luận, quan trọng nhất trước."""

    items: list[ReviewItemOut]
