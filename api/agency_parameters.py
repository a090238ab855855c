"""Parameters of the questions about agencies."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path
from pydantic import Field

from api.parameters import CursorText, DateText, LimitNumber, PlainText, ProvinceName, Tabled

AgencyKey = Annotated[
    str,
    Path(
        min_length=1,
        max_length=200,
        description="Khóa của cơ quan.",
        examples=["vn-lai-chau.so-y-te"],
    ),
]


class AgencyQuery(Tabled):
    """Parameters of one agency: the page of its duties."""

    as_of: DateText | None = Field(
        None, description="Tình trạng vào ngày này; bỏ văn bản ban hành sau đó."
    )
    limit: LimitNumber = 50
    cursor: CursorText | None = None


class AgenciesQuery(AgencyQuery):
    """Parameters of `/v1/agencies`."""

    name: PlainText = Field(
        description="Tên cơ quan, viết tắt hay đầy đủ, có thể kèm tỉnh.", examples=["Sở Y tế"]
    )
    province: ProvinceName | None = Field(None, description="Tỉnh của cơ quan.")
