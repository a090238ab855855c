"""Parameters of the service: each defined once, bounded, and none taken that is not named here."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Path
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from api.days import TYPED_PATTERN, iso_day
from api.references import province_of
from graph.identity.keys import block_of_number
from graph.model import DocumentStatus
from graph.store import Criteria
from loaders.records import Level, RelationType, Role
from queries.coverage import CoverageBy
from queries.errors import BadOption, UnknownProvince
from queries.finding_kinds import FindingCode
from queries.review import ReviewKind

_RELATION = "|".join(kind.lower() for kind in RelationType)
_FINDING = "|".join(FindingCode)


def _day(typed: object) -> object:
    try:
        return iso_day(typed, "date") if isinstance(typed, str) else typed
    except BadOption as error:
        raise ValueError(str(error).removeprefix("date: ")) from error


def _province(typed: str) -> str:
    try:
        return province_of(typed, "province")
    except UnknownProvince as error:
        raise ValueError(str(error).removeprefix("province: ")) from error


DocumentKey = Annotated[
    str,
    Path(
        min_length=1,
        max_length=200,
        description="Khóa của văn bản.",
        examples=["vn.20-nq-tw.2017-10-25"],
    ),
]
DateText = Annotated[
    str,
    BeforeValidator(_day),
    Field(
        json_schema_extra={"pattern": TYPED_PATTERN},
        description="Ngày ISO hoặc ngày/tháng/năm, có thể thiếu ngày hoặc tháng.",
    ),
]
ProvinceName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=1000,
        description="Tỉnh, thành phố: tên cũ hay mới, có dấu hay không, kèm “tỉnh” hay không.",
        examples=["Tuyên Quang"],
    ),
    AfterValidator(_province),
]
LimitNumber = Annotated[int, Field(ge=1, le=10_000, description="Số dòng tối đa của một trang.")]
CursorText = Annotated[
    str, Field(min_length=1, max_length=4000, description="Giá trị `next` của trang trước.")
]
RelationList = Annotated[
    str,
    Field(
        pattern=rf"^({_RELATION})(,({_RELATION}))*$",
        max_length=100,
        description="Các quan hệ được đi theo, cách nhau dấu phẩy.",
    ),
]
PlainText = Annotated[str, Field(min_length=1, max_length=1000)]
_INDICATOR = "Tên chỉ tiêu, cách gọi nào cũng được, hay từ trong tên."


class Parameters(BaseModel):
    """Query parameters; one that is not named is refused, not passed over."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class NoParameters(Parameters):
    """A path that takes no parameters."""


class Tabled(Parameters):
    """Parameters of what is a table too."""

    format: Literal["json", "csv", "xlsx"] | None = Field(
        None, description="Dạng của câu trả lời; đi trước `Accept`."
    )
    lang: Literal["vi", "en"] | None = Field(
        None, description="Ngôn ngữ của tiêu đề và mã trong CSV, XLSX; mặc định tiếng Việt."
    )


class Filters(Tabled):
    """Filters of a list of documents."""

    type: PlainText | None = Field(None, description="Loại văn bản.", examples=["Kế hoạch"])
    status: DocumentStatus | None = Field(None, description="Đã nạp, hay chỉ được dẫn.")
    level: Level | None = Field(None, description="Cấp của cơ quan ban hành.")
    province: ProvinceName | None = Field(None, description="Tỉnh, thành phố.")
    from_: DateText | None = Field(None, alias="from", description="Ban hành từ ngày này.")
    until: DateText | None = Field(None, description="Ban hành đến hết ngày này.")

    def criteria(self, number: str | None = None) -> Criteria:
        """Return the filters as the store takes them."""
        return Criteria(
            number=None if number is None else block_of_number(number) or "",
            type=self.type,
            status=self.status,
            level=self.level,
            province=self.province,
            issued_from=self.from_,
            issued_until=self.until,
        )


class DocumentsQuery(Filters):
    """Parameters of `/v1/documents`."""

    number: PlainText | None = Field(None, description="Số hiệu, viết kiểu nào cũng được.")
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class SearchQuery(Filters):
    """Parameters of `/v1/search`."""

    q: Annotated[
        str, Field(min_length=1, max_length=1000, description="Từ hoặc số hiệu, có dấu hay không.")
    ]
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class MentionsQuery(Tabled):
    """Parameters of the mentions in a document's files, or of the document in all files."""

    of: bool = Field(
        False, description="Thay vào đó: mọi tệp nhắc tới văn bản này ở đâu, trong câu nào."
    )
    limit: LimitNumber = 200
    cursor: CursorText | None = None


class DocumentDutiesQuery(Tabled):
    """Parameters of the duties in one document."""

    format: Literal["json", "csv", "xlsx", "tasks", "tasks-xlsx"] | None = Field(  # type: ignore[assignment]
        None, description="Dạng của câu trả lời; đi trước `Accept`. `tasks`: danh mục nhiệm vụ."
    )

    agency: PlainText | None = Field(
        None, description="Cơ quan, như văn bản gọi hoặc kèm tỉnh.", examples=["Sở Y tế"]
    )
    nested: bool = Field(
        False, description="Cả nhiệm vụ của đơn vị thuộc cơ quan đó: phòng, văn phòng, trung tâm."
    )
    role: Role | None = Field(None, description="Chủ trì, phối hợp hay được giao.")
    words: PlainText | None = Field(
        None, description="Từ trong nhiệm vụ, có dấu hay không.", examples=["kinh phí"]
    )
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class DutiesQuery(DocumentDutiesQuery):
    """Parameters of `/v1/duties`."""

    document: PlainText | None = Field(
        None, description="Chỉ của văn bản này: khóa, hoặc số hiệu viết kiểu nào cũng được."
    )
    lineage: PlainText | None = Field(
        None, description="Của văn bản này và mọi văn bản thực hiện nó."
    )
    province: ProvinceName | None = Field(None, description="Tỉnh của văn bản.")
    district: PlainText | None = Field(
        None, description="Huyện của văn bản, kèm “huyện” hay không.", examples=["Lâm Hà"]
    )
    from_: DateText | None = Field(None, alias="from", description="Ban hành từ ngày này.")
    until: DateText | None = Field(None, description="Ban hành đến hết ngày này.")
    as_of: DateText | None = Field(None, description="Bỏ văn bản ban hành sau ngày này.")


class JudgementsQuery(Tabled):
    """Parameters of `/v1/judgements`."""

    document: PlainText | None = Field(
        None, description="Chỉ về văn bản này: khóa, hoặc số hiệu viết kiểu nào cũng được."
    )
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class FindingsQuery(Tabled):
    """Parameters of `/v1/findings`."""

    document: PlainText | None = Field(
        None, description="Chỉ về văn bản này: khóa, hoặc số hiệu viết kiểu nào cũng được."
    )
    codes: str | None = Field(
        None,
        pattern=rf"^({_FINDING})(,({_FINDING}))*$",
        max_length=200,
        description="Chỉ những loại này, cách nhau dấu phẩy.",
    )
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class CoverageQuery(Tabled):
    """Parameters of a coverage."""

    provinces: Literal["63", "34"] | None = Field(
        None,
        description="Tỉnh của ngày 30/6/2025 (63) hay của ngày nay (34); mặc định theo ngày của "
        "văn bản.",
    )
    by: CoverageBy = Field(
        CoverageBy.PROVINCE, description="Theo tỉnh, hay theo các huyện mà đồ thị biết."
    )
    as_of: DateText | None = Field(None, description="Bỏ văn bản ban hành sau ngày này.")


class ReviewQuery(Tabled):
    """Parameters of `/v1/review`."""

    kind: ReviewKind | None = Field(
        None, description="Viện dẫn mơ hồ, văn bản có thể trùng, hay chỉ tiêu có thể là một."
    )
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class TargetsQuery(Tabled):
    """Parameters of the targets in one document."""

    indicator: PlainText | None = Field(None, description=_INDICATOR)
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class AllTargetsQuery(TargetsQuery):
    """Parameters of targets across documents."""

    document: PlainText | None = Field(
        None, description="Chỉ của văn bản này: khóa, hoặc số hiệu viết kiểu nào cũng được."
    )


class CascadeQuery(Tabled):
    """Parameters of a target cascade."""

    indicator: PlainText = Field(description=_INDICATOR, examples=["bảo hiểm y tế"])
    as_of: DateText | None = Field(None, description="Bỏ văn bản ban hành sau ngày này.")
    limit: LimitNumber = 200
    cursor: CursorText | None = None


class TimelineQuery(Tabled):
    """Parameters of a timeline."""

    as_of: DateText | None = Field(None, description="Bỏ những gì xảy ra sau ngày này.")
    limit: LimitNumber = 200
    cursor: CursorText | None = None


class CompareQuery(Tabled):
    """Parameters of `/v1/compare`."""

    a: PlainText = Field(description="Văn bản A: khóa, hoặc số hiệu viết kiểu nào cũng được.")
    b: PlainText = Field(description="Văn bản B.")
    limit: LimitNumber = 200
    cursor: CursorText | None = None


class PathQuery(Tabled):
    """Parameters of `/v1/path`."""

    format: Literal["json", "csv", "xlsx", "graphml"] | None = Field(  # type: ignore[assignment]
        None, description="Dạng của câu trả lời; đi trước `Accept`."
    )

    a: PlainText = Field(description="Văn bản A: khóa, hoặc số hiệu viết kiểu nào cũng được.")
    b: PlainText = Field(description="Văn bản B.")
    relations: RelationList = "implements,based_on"
    as_of: DateText | None = Field(None, description="Bỏ văn bản ban hành sau ngày này.")
    limit: LimitNumber = 20
    cursor: CursorText | None = None


class ResolveQuery(Parameters):
    """Parameters of `/v1/resolve`."""

    text: Annotated[
        str, Field(min_length=1, max_length=4000, description="Viện dẫn, như trong giấy tờ.")
    ]
    province: ProvinceName | None = Field(None, description="Tỉnh của giấy tờ chứa viện dẫn.")
    date: DateText | None = Field(None, description="Ngày của giấy tờ chứa viện dẫn.")


FormProvince = Annotated[ProvinceName | None, BeforeValidator(lambda text: text or None)]
"""A province of a form, which may be left empty."""

FormDate = Annotated[DateText | None, BeforeValidator(lambda text: text or None)]
"""A date of a form, which may be left empty."""


class CoveragePageQuery(Parameters):
    """Parameters of the page of a coverage; a field of its form may be left empty."""

    provinces: Literal["63", "34"] | None = None
    by: CoverageBy = CoverageBy.PROVINCE
    as_of: FormDate = None
