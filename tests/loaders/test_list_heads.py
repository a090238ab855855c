"""Lists of numbers below one head: "các Nghị quyết của Bộ Chính trị: số 10-NQ/TW …"."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import RelationType
from tests.loaders.papers import HEADER


@pytest.mark.parametrize(
    ("opens", "relation"),
    [("Căn cứ", RelationType.BASED_ON), ("Thực hiện", RelationType.IMPLEMENTS)],
)
def test_the_head_says_whose_all_numbers_are(opens: str, relation: RelationType) -> None:
    record = read_text(
        f"{HEADER}{opens} các Nghị quyết của Ban Chấp hành Trung ương Đảng (khóa XII): "
        "số 18-NQ/TW về tổ chức bộ máy và số 19-NQ/TW về đơn vị sự nghiệp; Quyết định số "
        "5/QĐ-UBND ngày 03/02/2020 của Ủy ban nhân dân tỉnh;\n",
        "list.txt",
    )
    party = "Ban Chấp hành Trung ương Đảng (khóa XII)"
    assert [(one.number, one.issuer) for one in record.references] == [
        ("18-NQ/TW", party), ("19-NQ/TW", party), ("5/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Nam"),
    ]  # fmt: skip
    assert [one.type for one in record.relations] == [relation] * 3


def test_a_head_without_a_body_says_the_type_alone() -> None:
    record = read_text(
        f"{HEADER}Thực hiện các văn bản sau: Kết luận số 7-KL/TW ngày 03/02/2021 của Ban Bí thư; "
        "Chỉ thị số 9-CT/TU ngày 03/02/2021 của Tỉnh ủy, Sở Nội vụ xây dựng kế hoạch như sau:\n",
        "list.txt",
    )
    assert [one.issuer for one in record.references] == ["Ban Bí thư", "Tỉnh ủy Hà Nam"]
    assert {one.type for one in record.relations} == {RelationType.IMPLEMENTS}
