"""Names given in brackets, a paper that says what it makes concrete, and dates of lists."""

from __future__ import annotations

from loaders.read import read_text
from loaders.records import SELF, DocumentRecord, RelationType

HEAD = """ỦY BAN NHÂN DÂN
TỈNH CÀ MAU
Số: 41/KH-UBND
Cà Mau, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Phát triển đội ngũ cán bộ khoa học

"""


def carried_out(record: DocumentRecord) -> set[str]:
    numbers = {one.key: one.number for one in record.references}
    return {
        str(numbers[one.target])
        for one in record.relations
        if one.type is RelationType.IMPLEMENTS and one.source == SELF
    }


def test_a_list_goes_on_behind_a_short_name_in_brackets() -> None:
    record = read_text(
        HEAD
        + "Thực hiện Nghị quyết số 31-NQ/TW ngày 02/5/2023 của Bộ Chính trị (sau đây gọi tắt là "
        "Nghị quyết 31), Kết luận số 40-KL/TW ngày 18/7/2023 của Ban Bí thư (gọi tắt là Kết luận "
        "40) và Chương trình số 55-CTr/TU ngày 09/11/2023 của Tỉnh ủy, Ủy ban nhân dân tỉnh "
        "ban hành Kế hoạch như sau:\n",
        "list.txt",
    )
    assert carried_out(record) == {"31-NQ/TW", "40-KL/TW", "55-CTr/TU"}


def test_a_list_does_not_go_on_behind_other_brackets() -> None:
    record = read_text(
        HEAD
        + "Thực hiện Đề án phát triển nhân lực (ban hành kèm theo Quyết định số 88/QĐ-UBND ngày "
        "01/02/2023 của Ủy ban nhân dân tỉnh), Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n",
        "brackets.txt",
    )
    assert "88/QĐ-UBND" not in carried_out(record)


def test_a_paper_that_says_what_it_makes_concrete_carries_it_out() -> None:
    body = (
        "I. QUAN ĐIỂM\n1. Kế hoạch này cụ thể hóa các nhiệm vụ giao cho tỉnh tại Quyết định số "
        "512/QĐ-TTg ngày 06/6/2023 của Thủ tướng Chính phủ.\n"
        "2. Sở Nội vụ xây dựng kế hoạch cụ thể hóa Quyết định số 77/QĐ-BNV ngày 05/01/2023.\n"
    )
    assert carried_out(read_text(HEAD + body, "concrete.txt")) == {"512/QĐ-TTg"}


def test_the_date_behind_a_list_is_not_that_of_a_member_dated_elsewhere() -> None:
    body = (
        "Căn cứ Quyết định số 512/QĐ-TTg ngày 06/6/2023 của Thủ tướng Chính phủ;\n"
        "I. MỤC TIÊU\n1. Lồng ghép với Quyết định số 512/QĐ-TTg, Quyết định số 611/QĐ-TTg và Quyết "
        "định số 730/QĐ-TTg ngày 20/12/2023 của Thủ tướng Chính phủ.\n"
    )
    record = read_text(HEAD + body, "dates.txt")
    dates = {one.number: one.issue_date for one in record.references}
    assert dates == {
        "512/QĐ-TTg": "2023-06-06",
        "611/QĐ-TTg": "2023-12-20",
        "730/QĐ-TTg": "2023-12-20",
    }
    assert all(one.other_dates == () for one in record.references)


def test_targets_of_a_paper_of_one_year_are_due_in_that_year() -> None:
    head = HEAD.replace(
        "Phát triển đội ngũ cán bộ khoa học",
        "Thực hiện Chương trình xây dựng nông thôn mới giai đoạn 2021-2025 năm 2024",
    )
    body = "I. MỤC TIÊU\n1. Tỷ lệ hộ dùng nước sạch đạt 92%.\nII. NHIỆM VỤ\n1. Tập huấn.\n"
    record = read_text(head + body, "year.txt")
    assert record.document.period == (2024, 2024)
    assert [value.year for one in record.indicators for value in one.targets] == [2024]


def test_a_list_goes_on_behind_an_act_in_brackets_and_a_subject_before_a_named_work() -> None:
    record = read_text(
        HEAD
        + "Thực hiện Chỉ thị số 15-CT/TW ngày 08/6/2021 của Ban Bí thư về phòng cháy trong tình "
        "hình mới, Chiến lược quốc gia phòng, chống thiên tai đến năm 2030 (phê duyệt tại Quyết "
        "định số 379/QĐ-TTg ngày 17/3/2021) và Nghị quyết số 12-NQ/TU ngày 18/3/2022 của Tỉnh ủy "
        "về phòng cháy, Ủy ban nhân dân tỉnh xây dựng Kế hoạch như sau:\n",
        "list.txt",
    )
    numbers = {one.key: one.number or one.type for one in record.references}
    assert carried_out(record) == {"15-CT/TW", "None", "12-NQ/TU"}
    assert [
        (numbers[one.source], numbers[one.target])
        for one in record.relations
        if one.type is RelationType.APPROVES
    ] == [("379/QĐ-TTg", "Chiến lược")]
