"""What an act says of the past sets nothing: preambles, agreed assessments, years gone by."""

from __future__ import annotations

import pytest

from tests.loaders.papers import Stated, stated, values

ENACTING = """HỘI ĐỒNG NHÂN DÂN
TỈNH CÀ MAU
Số: 19/NQ-HĐND
Cà Mau, ngày 09 tháng 12 năm 2022

NGHỊ QUYẾT
Về nhiệm vụ năm 2023

HỘI ĐỒNG NHÂN DÂN TỈNH CÀ MAU
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
"""


def read(body: str) -> tuple[list[Stated], list[Stated]]:
    return stated(ENACTING + body)


def test_a_preamble_that_tells_of_results_sets_no_target():
    targets, baselines = read(
        "Trên cơ sở kết quả năm 2022: chỉ số cải cách hành chính tăng 02 bậc; tỷ lệ hộ nghèo giảm "
        "còn 2,5%;\nQUYẾT NGHỊ:\nĐiều 1. Mục tiêu năm 2023\n- Tỷ lệ hộ nghèo giảm còn 2%.\n"
    )
    assert targets == [("Tỷ lệ hộ nghèo", "%", 2023, "=", 2.0)]
    assert baselines == [("Tỷ lệ hộ nghèo", "%", 2022, "=", 2.5)]


@pytest.mark.parametrize(
    "told",
    [
        "Hội đồng nhân dân tỉnh thống nhất đánh giá: Kinh tế tăng trưởng đạt 6,5%.",
        "Năm 2021, thu nhập bình quân đầu người đạt 40 triệu đồng, tăng 3% so với năm 2020.",
        "Chỉ số giá tiêu dùng tăng thấp hơn cùng kỳ 1,2%.",
        "Sản lượng tôm ước đạt 210 nghìn tấn.",
        "Thu ngân sách đạt 5.000 tỷ đồng, bằng 104% dự toán.",
    ],
)
def test_an_article_that_agrees_on_a_report_sets_no_target(told):
    assert read(f"QUYẾT NGHỊ:\nĐiều 1. {told}\n") == ([], [])


def test_what_is_to_be_reached_is_read_beside_the_past():
    targets, _ = read(
        "QUYẾT NGHỊ:\nĐiều 1. Năm 2021 tỷ lệ che phủ rừng đạt 26%, phấn đấu năm 2023 đạt 27%.\n"
    )
    assert [(year, number) for _, _, year, _, number in targets] == [(2023, 27.0)]


@pytest.mark.parametrize(
    "condition",
    [
        "Nghị quyết được thông qua với 50/50 đại biểu tán thành, đạt 100%.",
        "Phương án được thực hiện khi có từ 80% trở lên số hộ đồng ý.",
    ],
)
def test_a_condition_of_a_vote_is_no_target(condition):
    assert read(f"QUYẾT NGHỊ:\nĐiều 2. {condition}\n") == ([], [])


def test_an_order_tells_first_how_things_stand():
    paper = (
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 9/CT-UBND\nCà Mau, ngày 12 tháng 9 năm 2023\n\nCHỈ THỊ\n"
        "Về bảo hiểm\n\nĐến ngày 31/8/2023, tỷ lệ bao phủ đạt 89% dân số, thấp hơn bình quân "
        "1,5%.\n"
        "Chủ tịch yêu cầu:\n1. Phấn đấu đến hết năm 2023 tỷ lệ bao phủ đạt trên 92%.\n"
    )
    assert [(year, number) for _, _, year, _, number in stated(paper)[0]] == [(2023, 92.0)]


def test_a_bracket_that_begins_with_a_past_year_sets_nothing() -> None:
    body = "I. CHỈ TIÊU NĂM 2021\n1. Giảm án chuyển kỳ ({} thi hành xong 412 việc, đạt 85,6%).\n"
    assert values(body.format("năm 2020"))[0] == []
    body = "I. CHỈ TIÊU\n1. Số vụ đánh nhau dưới 03 vụ (năm học 2019 - 2020 có 07 vụ).\n"
    assert [(one[3], one[4]) for one in values(body)[0]] == [("<", 3)]


def test_a_sentence_on_a_term_gone_by_sets_nothing() -> None:
    body = "I. CHỈ TIÊU\n1. Nhiệm kỳ 2010 - 2015 {}kiểm tra 1.024 tổ chức đảng.\n"
    assert values(body.format("đã "))[0] == []
    assert [one[4] for one in values(body.format("phải "))[0]] == [1024]
