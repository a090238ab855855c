"""The shapes of duties and targets, for the service's OpenAPI document."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.schemas import DocumentOut, EvidenceOut, PartialDate, SpanOut
from api.shape import Page, Shape
from graph.agencies.succession import Doubt
from loaders.records import Role
from queries.agency_kinds import Match


class AgencyTodayOut(Shape):
    """Cơ quan làm việc đó ngày nay."""

    name: str
    key: str | None
    since: PartialDate | None
    basis: str | None


class DutyOut(Shape):
    """Một nhiệm vụ; `agency` như văn bản gọi, `agency_full` thêm địa phương mà văn bản để trống."""

    agency: str = Field(examples=["Sở Y tế"])
    agency_full: str | None = Field(examples=["Sở Y tế tỉnh Sơn La"])
    agency_key: str | None
    today_status: Literal["same", "moved", "ended", "unknown"]
    agency_today: list[AgencyTodayOut]
    candidates_today: list[AgencyTodayOut]
    today_doubt: Doubt | None = Field(description="Vì sao chưa rõ; null khi đã rõ.")
    role: Role
    task: str
    partners: list[str]
    deadline: str | None
    recurrence: Literal["annual", "6-months", "quarterly", "monthly", "weekly"] | None
    reports_to: str | None
    section: str
    document: DocumentOut
    evidence: list[EvidenceOut] = Field(min_length=1)


class AgencySpelledOut(Shape):
    """Một tên mà văn bản gọi cơ quan, và số nhiệm vụ mang tên đó."""

    name: str = Field(examples=["Trung tâm Y tế huyện Lâm Hà"])
    duties: int = Field(ge=0)


class AgenciesMeantOut(Shape):
    """Những cơ quan mà tên được hỏi chỉ tới: đúng tên, kèm nơi, chỉ mới là đầu tên, hay không có.

    `items` là những tên đầu trong `total`, chỉ những tên có nhiệm vụ trong các văn bản được hỏi khi
    hỏi theo văn bản; `near` là những tên gần nhất khi không có tên nào.
    """

    match: Match
    items: list[AgencySpelledOut]
    total: int = Field(ge=0)
    near: list[AgencySpelledOut]


class DutyPageOut(Page):
    """Một trang nhiệm vụ; `agencies` là null khi không hỏi theo cơ quan."""

    items: list[DutyOut]
    as_of: PartialDate | None
    agencies: AgenciesMeantOut | None


class ValueOut(Shape):
    """Một con số; `change` là mức tăng hoặc giảm (âm), `range` đi tới `value_to`."""

    year: int | None
    op: Literal["=", ">", ">=", "<", "<=", "~", "range", "change"]
    value: float
    value_to: float | None
    file: str
    span: SpanOut


class TargetsOut(Shape):
    """Mọi mức mà một văn bản đặt ra (targets) và nêu lại (baselines) cho một chỉ tiêu."""

    document: DocumentOut
    indicator: str
    indicator_key: str = Field(description="Như nhau ở mọi tên của một chỉ tiêu.")
    indicator_name: str
    unit: str | None
    section: str
    targets: list[ValueOut]
    baselines: list[ValueOut]
    evidence: list[EvidenceOut] = Field(min_length=1)


class MeasuredOut(Shape):
    """Tên một chỉ tiêu như văn bản gọi, với đơn vị."""

    indicator: str
    unit: str | None


class TogetherOut(Shape):
    """Một chỉ tiêu mà tên được hỏi có nghĩa, và các tên trong đồ thị được coi là nó."""

    key: str = Field(examples=["bao-phu-bao-hiem-y-te"])
    name: str = Field(examples=["Tỷ lệ bao phủ bảo hiểm y tế"])
    names: list[MeasuredOut]


class TargetPageOut(Page):
    """Một trang chỉ tiêu; `indicators` là các chỉ tiêu mà tên được hỏi có nghĩa."""

    items: list[TargetsOut]
    indicators: list[TogetherOut]
