"""Headings of agencies that no table knows, among those that some table does."""

from __future__ import annotations

from tests.loaders.papers import duties

ROW = """II. TỔ CHỨC THỰC HIỆN
1. Tổ Công tác xã hội: Đón tiếp người bệnh.
2. Mạng lưới quản lý chất lượng: Thu thập số liệu từ các khoa.
3. Nhà trẻ Hoa Mai; nhóm trẻ Sóc Nâu
- Bố trí phòng cách ly cho trẻ.
"""


def test_a_heading_in_a_row_of_agencies_is_one() -> None:
    assert [(one.agency, one.passage.quote[:7], one.rule) for one in duties(ROW)] == [
        ("Tổ Công tác xã hội", "Đón tiế", "agency_heading"),
        ("Mạng lưới quản lý chất lượng", "Thu thậ", "sibling_heading"),
        ("Nhà trẻ Hoa Mai", "Bố trí ", "sibling_heading"),
        ("Nhóm trẻ Sóc Nâu", "Bố trí ", "sibling_heading"),
    ]


def test_a_heading_of_something_else_in_the_row_is_none() -> None:
    for heading in (
        "Kinh phí thực hiện: Bố trí từ ngân sách xã.",
        "Truyền thông: Đẩy mạnh phát thanh.",
        "Chế độ thông tin báo cáo: Gửi báo cáo trước ngày 25.",
        "Mạng lưới quản lý chất lượng: 12 thành viên.",
    ):
        found = duties(f"II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Rà soát biên chế.\n2. {heading}\n")
        assert [one.agency for one in found] == ["Sở Nội vụ"], heading


def test_without_agencies_before_it_no_heading_is_one() -> None:
    body = "II. NHIỆM VỤ\n1. Mạng lưới quản lý chất lượng: Thu thập số liệu từ các khoa.\n"
    assert duties(body) == ()


def test_a_later_sentence_may_open_as_a_heading() -> None:
    found = duties(
        "II. PHÂN CÔNG\n1. Giáo viên chủ nhiệm: Nắm hoàn cảnh học sinh. "
        "Giáo viên bộ môn: Lồng ghép kỹ năng sống. Lưu ý: Tránh hình thức.\n"
    )
    assert [one.agency for one in found] == ["Giáo viên chủ nhiệm", "Giáo viên bộ môn"]


def test_a_part_with_a_capital_letter_is_a_heading_above_all() -> None:
    found = duties("A. Mục tiêu\n* Đủ xe.\nB. Phân công\n+ Bến xe Phía Đông: Bán vé qua quầy.\n")
    assert [one.agency for one in found] == ["Bến xe Phía Đông"]


def test_a_capital_letter_below_a_number_is_an_item() -> None:
    found = duties(
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ:\n"
        "A. Rà soát biên chế của các xã.\nB. Báo cáo hằng quý.\n"
    )
    assert [(one.agency, one.section) for one in found] == [("Sở Nội vụ", "I.1")] * 2


def test_a_blank_inside_a_word_of_a_name_is_none() -> None:
    found = duties("I. TỔ CHỨC THỰC HIỆN\n1. Bộ Y t ế\n- Hướng dẫn chuyên môn cho các trạm.\n")
    assert [one.agency for one in found] == ["Bộ Y tế"]


def test_a_report_due_by_a_day_is_a_duty_of_all_units() -> None:
    asked = "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện{}./.\n"
    body = "I. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ: Rà soát biên chế.\nTrên đây là Kế hoạch của tỉnh. "
    told = duties(body + asked.format(", báo cáo Sở Nội vụ trước ngày 15/11/2021"))
    assert [one.agency for one in told] == ["Sở Nội vụ", "Các cơ quan, đơn vị"]
    assert [one.agency for one in duties(body + asked.format(""))] == ["Sở Nội vụ"]


def test_bodies_of_several_committees_are_named_whole() -> None:
    found = duties(
        "II. NỘI DUNG\n1. Ủy ban kiểm tra các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy\n"
        "1.1. Phối hợp với Ban Tổ chức Tỉnh ủy giám sát chuyên đề.\n"
        "2. Các Điện lực Sông Hinh, Tuy An: trực ca trong mùa bão.\n"
        "3. Trạm Khí tượng, Trại Giống thủy sản: chuyển giao giống mới.\n"
    )
    assert [one.agency for one in found] == [
        "Ủy ban kiểm tra các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy",
        "Các Điện lực Sông Hinh, Tuy An",
        "Trạm Khí tượng",
        "Trại Giống thủy sản",
    ]


def test_who_joins_others_by_a_heading_joins_them_in_all_items() -> None:
    found = duties(
        "I. TỔ CHỨC THỰC HIỆN\n1. Công an tỉnh phối hợp với Sở Nội vụ:\n"
        "- Rà soát hồ sơ của các hộ.\n- Chủ trì kiểm tra tạm trú.\n"
    )
    assert [(one.role.value, one.partners) for one in found] == [
        ("coordinate", ("Sở Nội vụ",)),
        ("lead", ()),
    ]


def test_whoever_names_a_contact_leads_nothing() -> None:
    (one,) = duties("I. TỔ CHỨC THỰC HIỆN\n1. Bộ môn Lâm sinh: cử một cán bộ đầu mối theo dõi.\n")
    assert (one.agency, one.role.value) == ("Bộ môn Lâm sinh", "assigned")


def test_forces_told_in_a_section_are_no_agency() -> None:
    body = "1. Mục tiêu\nGiữ rừng.\n2. Lực lượng\nToàn xã có 11 tổ với 165 người tham gia.\n"
    assert duties(body) == ()


def test_a_chairman_who_directs_hands_out_the_items_below() -> None:
    found = duties(
        "Triều cường dâng cao. Chủ tịch Ủy ban nhân dân quận chỉ đạo:\n"
        "1/ Ủy ban nhân dân các phường vận động nhân dân. Trường hợp vi phạm, Đội Quản lý đô thị "
        "xử lý dứt điểm.\n2/ Giao Công ty Công ích nạo vét 12 km cống.\n"
    )
    assert [one.agency for one in found] == [
        "Ủy ban nhân dân các phường",
        "Đội Quản lý đô thị",
        "Công ty Công ích",
    ]


def test_what_is_asked_for_may_be_short() -> None:
    body = "II. PHÂN CÔNG\n1. Công an tỉnh: Giữ gìn trật tự.\n2. {}\n"
    found = duties(body.format("Đề nghị Báo Nam Định, Đài Truyền hình tỉnh đưa tin."))
    assert [one.agency for one in found[1:]] == ["Báo Nam Định", "Đài Truyền hình tỉnh"]
    found = duties(body.format("Ủy nhiệm Đội Thuế liên xã thu thuế hộ kinh doanh."))
    assert [one.agency for one in found[1:]] == ["Đội Thuế liên xã"]
    assert len(duties(body.format("Báo Nam Định, Đài Truyền hình tỉnh."))) == 1
