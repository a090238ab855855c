"""The shapes of the service's bodies, for its OpenAPI document; answers are built elsewhere.

Bodies are made by `queries.shapes` from trusted rows and sent as bytes: validating them on the
way out costs two thirds of the throughput. A test holds the two against each other.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.judgement_schemas import ChainLinkOut, JudgementOut
from api.shape import Page, Shape
from graph.model import DocumentStatus, MentionStatus
from loaders.records import Level, Quality, RelationType
from queries.candidates import CandidateSource
from queries.lineage import LineageDirection
from queries.mentions import MentionKind

PartialDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="Ngày ISO 8601, có thể thiếu ngày hoặc tháng.",
        examples=["2017-10-25"],
    ),
]
LevelName = Literal["central", "province", "district", "commune", "facility", "unknown"]
SpanOut = Annotated[
    list[int],
    Field(
        min_length=2,
        max_length=2,
        description="[đầu, cuối) tính theo ký tự Unicode của văn bản đã giải mã.",
    ),
]


class DocumentOut(Shape):
    """Một văn bản."""

    key: str = Field(examples=["vn.20-nq-tw.2017-10-25"])
    type: str | None = Field(examples=["Nghị quyết"])
    number: str | None = Field(examples=["20-NQ/TW"])
    title: str | None
    issuer: str | None
    issue_date: PartialDate | None
    level: Level | None
    province: str | None
    district: str | None
    status: DocumentStatus
    quality: Quality | None
    files: list[str]


class EvidenceOut(Shape):
    """Câu làm chứng: văn bản nào nói, ở đâu, nguyên văn."""

    document: str
    file: str
    page: int | None
    span: SpanOut
    quote: str
    rule: str
    confidence: float = Field(ge=0, le=1)


class StepOut(Shape):
    """Một quan hệ đã lưu; `source` là văn bản thực hiện."""

    source: str
    type: RelationType
    target: str
    evidence: list[EvidenceOut] = Field(max_length=20)
    evidence_total: int = Field(ge=0)


class LineageItemOut(Shape):
    """Một văn bản của phả hệ với mọi đường ngắn nhất tới nó."""

    document: DocumentOut
    depth: int = Field(ge=1)
    path: list[str]
    paths: list[list[str]] = Field(max_length=20)
    steps: list[StepOut]
    other_steps: list[StepOut]
    further: int = Field(ge=0)


class GroupOut(Shape):
    """Số văn bản của một cấp, một tỉnh."""

    level: Level | None
    province: str | None
    total: int = Field(ge=1)


class FilterOut(BaseModel):
    """Bộ lọc văn bản của một phả hệ."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    level: list[LevelName]
    province: str | None
    from_: PartialDate | None = Field(alias="from")
    until: PartialDate | None


class LineageOut(Page):
    """Một trang phả hệ."""

    document: DocumentOut
    direction: LineageDirection
    relations: list[RelationType]
    as_of: PartialDate | None
    items: list[LineageItemOut]
    excluded_namesakes: list[DocumentOut]
    carriers: dict[str, list[str]]
    groups: list[GroupOut] = Field(description="Đếm trên mọi trang, theo cấp rồi tỉnh.")
    filter: FilterOut | None = Field(description="Bộ lọc đã dùng; null nếu không có.")
    filtered_out: int = Field(ge=0, description="Số văn bản của phả hệ mà bộ lọc bỏ ra.")
    between: list[LineageItemOut] = Field(
        description="Văn bản bị lọc ra nhưng nằm trên đường tới các văn bản của trang này."
    )


class DocumentPageOut(Page):
    """Một trang văn bản."""

    items: list[DocumentOut]


class WarningOut(Shape):
    """Điều cần người xem lại khi đọc tệp."""

    code: str
    message: str
    span: SpanOut | None


class PeriodOut(BaseModel):
    """Giai đoạn mà văn bản nói tới."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    from_: int | None = Field(alias="from")
    to: int | None


class SourceOut(Shape):
    """Một tệp của văn bản và những gì đọc được ở phần đầu của nó."""

    file: str
    sha256: str
    encoding: str
    outcome: str
    code: str | None
    message: str | None
    symbol: str | None
    place: str | None
    signer: str | None
    signer_role: str | None
    period: PeriodOut | None
    recipients: list[str]
    warnings: list[WarningOut]


class RelatedOut(StepOut):
    """Một quan hệ với văn bản ở đầu kia."""

    document: DocumentOut


class RelatedListOut(Shape):
    """Các quan hệ một chiều của văn bản."""

    items: list[RelatedOut]
    total: int = Field(ge=0)
    limit: int
    truncated: bool


class DocumentViewOut(DocumentOut):
    """Một văn bản với tệp, quan hệ và cảnh báo."""

    sources: list[SourceOut]
    outgoing: RelatedListOut
    incoming: RelatedListOut
    judgements: list[JudgementOut]


class CandidateDocumentOut(DocumentOut):
    """Văn bản ứng viên; ứng viên của bảng số dùng lại không có khóa."""

    key: str | None  # type: ignore[assignment]
    status: DocumentStatus | None  # type: ignore[assignment]


class CandidateOut(Shape):
    """Một văn bản có thể là văn bản được viện dẫn, kèm lý do."""

    document: CandidateDocumentOut
    score: float = Field(ge=0, le=1)
    reasons: list[str]
    source: CandidateSource
    fits: bool = Field(description="Viện dẫn không nói gì trái với văn bản này.")


class ResolutionOut(Shape):
    """Viện dẫn chỉ văn bản nào."""

    text: str
    status: MentionStatus
    document: DocumentOut | None
    candidates: list[CandidateOut]
    judgements: list[JudgementOut]
    verdict: list[str] = Field(description="Vì sao, bằng lời.")
    dropped: list[CandidateOut] = Field(
        description="Văn bản cùng số hoặc cùng tên, ban hành sau văn bản viện dẫn."
    )


class MentionOut(Shape):
    """Một chỗ nhắc tới văn bản."""

    file: str
    document: str
    kind: MentionKind
    span: SpanOut | None
    quote: str | None
    number: str | None
    date: str | None
    relations: list[RelationType]
    status: MentionStatus
    key: str | None
    candidates: list[CandidateOut]
    sentence: str | None = Field(None, description="Câu chứa chỗ đó; có khi hỏi với `of`.")


class MentionPageOut(Page):
    """Một trang các chỗ nhắc."""

    items: list[MentionOut]


class ProblemDetail(Shape):
    """Một tham số sai."""

    parameter: str
    message: str


class ProblemOut(Shape):
    """RFC 9457: mọi lỗi đều có dạng này."""

    type: str = Field(examples=["urn:phahe:problem:not_in_graph"])
    title: str
    status: int
    detail: str
    code: str = Field(examples=["not_in_graph"])
    instance: str
    errors: list[ProblemDetail] = Field([])
    candidates: list[CandidateOut] = Field([])
    chain: list[ChainLinkOut] = Field([])


class LiveOut(Shape):
    """Tiến trình còn sống."""

    status: Literal["ok"]


class ReadyOut(Shape):
    """Kho dữ liệu dùng được."""

    status: Literal["ok"]
    revision: int
    documents: int
    loaded: int
    files: int


class VersionOut(Shape):
    """Phiên bản của chương trình và của bộ đọc."""

    version: str
    extractor: str
