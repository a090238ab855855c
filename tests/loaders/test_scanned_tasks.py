"""Tables of tasks of a scan: rows that lost rules, names that are wrapped, and what is left out."""

import time

import pytest

from loaders.duties.wrapped_names import KnownNames, completed
from loaders.read import read_text
from loaders.records import Role

HEADER = (
    "ỦY BAN NHÂN DÂN\nHUYỆN YÊN THẾ\nSố: 12/KH-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Yên Thế, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\nChuyển đổi số năm 2023\n\nI. NHIỆM VỤ\n"
)
HEADING = "STT | Nhiệm vụ Cơ quan chủ trì | Cơ quan phối hợp Thời gian\nhoàn thành\n\n"
BODY = (
    "\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Văn hóa và Thông tin: Đôn đốc các đơn vị thực hiện.\n"
    "2. UBND các xã, thị trấn: Bố trí cán bộ phụ trách chuyển đổi số.\n"
)


def tasks(rows: str, heading: str = HEADING):
    record = read_text(HEADER + heading + rows + BODY, "x.txt")
    return [d for d in record.responsibilities if d.rule == "scanned_table"]


def test_names_wrapped_in_their_cells_are_put_together():
    (one, two) = tasks(
        "1 |Số hóa hồ sơ lưu trữ của các | Phòng Nội vụ Phòng Văn hóa và | Tháng 3/2023\n"
        "phòng, ban Thông tin\n\n"
        "2 | Tập huấn kỹ năng số cho tổ | Phòng Văn hóa và | UBND các xã, thị | Tháng 5/2023\n"
        "công nghệ số cộng đồng Thông tin trấn\n"
    )
    assert (one.agency, one.role, one.deadline) == ("Phòng Nội vụ", Role.LEAD, "Tháng 3/2023")
    assert one.partners == ("Phòng Văn hóa và Thông tin",)
    assert two.agency == "Phòng Văn hóa và Thông tin"
    assert two.partners == ("Ủy ban nhân dân các xã, thị trấn",)


def test_cells_without_rules_are_told_by_the_names():
    (one,) = tasks(
        "1 | Lập hồ sơ sức khỏe điện tử Trung tâm Y tế Phòng Y tế Tháng 10/2023\n\nhuyện\n"
    )
    assert (one.agency, one.partners) == ("Trung tâm Y tế huyện", ("Phòng Y tế",))


@pytest.mark.parametrize(
    "row",
    [
        "1 | Rà soát nhãn hiệu, Trung tâm Khuyến công và | Phòng Quản lý | Tháng 3\n"
        "bao bì sản phẩm Tư vấn phát triển Công nghiệp\n",
        "1 | Hỗ trợ hộ nghèo vay vốn | | | Tháng 3/2023\n",
        "1 | Kiểm tra kho của Phòng Y tế ngân hàng | Tháng 3/2023\n",
    ],
    ids=["unknown name", "no agency", "an agency in the task"],
)
def test_what_cannot_be_told_is_left_out(row):
    assert tasks(row) == []


def test_a_quarter_of_strokes_is_no_deadline():
    (one,) = tasks("1 | Số hóa hồ sơ lưu trữ | Phòng Nội vụ | Phòng Tư pháp | Quý II/2023\nđất\n")
    assert one.deadline is None


def test_a_heading_with_a_column_of_unknown_words_opens_no_table():
    heading = "STT | Nhiệm vụ Cơ quan chủ trì Coquanphéihgp Thời gian\n"
    assert tasks("1 Thanh tra các cơ sở Thanh tra Sở Công an tỉnh Tháng 3/2023\n", heading) == []


def test_a_table_with_all_its_rules_is_read_as_before():
    rows = "1 | Rà soát văn bản | Sở Tư pháp | Sở Nội vụ | Tháng 6\n"
    heading = "STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian\n"
    assert tasks(rows + rows.replace("1 |", "2 |"), heading) == []


def test_a_slip_of_one_letter_ends_a_long_name():
    known = KnownNames(["Ủy ban nhân dân các xã, thị trấn"])
    assert completed("UBND các xã, thi", ["điện tử trên"], known, last=True) == (
        "Ủy ban nhân dân các xã, thị trấn",
        ["điện tử"],
    )


def test_long_tables_are_read_in_linear_time():
    def seconds(count: int) -> float:
        rows = "".join(
            f"{i % 300 + 1} | Lưu hồ sơ Phòng Nội vụ và Phòng Y tế và | UBND các xã, thị | Quý IV\n"
            "và Thông tin và Thông tin và trấn và huyện\n"
            for i in range(count)
        )
        start = time.process_time()
        read_text(HEADER + HEADING + rows, "x.txt")
        return time.process_time() - start

    seconds(20)
    small, large = seconds(100), seconds(400)
    assert large < 12 * small + 0.5


def test_a_time_wrapped_in_its_cell_is_put_together():
    (one,) = tasks(
        "1 | Rà soát biển báo trên địa bàn | Phòng Nội vụ Công an huyện Tháng\n"
        "các tuyến đường xã 6/2024\n"
    )
    assert (one.agency, one.partners) == ("Phòng Nội vụ", ("Công an huyện",))
    assert one.deadline == "Tháng 6/2024"


def test_a_heading_below_the_table_is_no_row_and_ends_it():
    found = read_text(
        HEADER + HEADING + "1 | Lưu hồ sơ | Phòng Nội vụ | Phòng Y tế | Tháng 3/2023\ntại xã\n"
        "2. Tổ chức thực hiện\n2.1. Phòng Tư pháp: Kiểm tra việc lưu hồ sơ.\n",
        "x.txt",
    ).responsibilities
    assert [d.agency for d in found] == ["Phòng Nội vụ", "Phòng Tư pháp"]


def test_the_number_of_an_item_is_told_by_its_neighbours():
    text = (
        HEADER.replace("I. NHIỆM VỤ", "I. TỔ CHỨC THỰC HIỆN")
        + "1. Phòng Y tế\nTổ chức khám bệnh cho học sinh.\n"
        + '" Phòng Tư pháp\nTuyên truyền pháp luật về y tế.\n'
        + "3. Phòng Nội vụ\nTham mưu bố trí cán bộ.\n"
    )
    found = read_text(text, "x.txt").responsibilities
    assert [d.agency for d in found] == ["Phòng Y tế", "Phòng Tư pháp", "Phòng Nội vụ"]


@pytest.mark.parametrize(
    "row",
    [
        "1 | Rà soát quy trình | VănphòngUBND | Phòng Tư pháp | Tháng 6/2023\n",
        "1 | Rà soát quy trình Vănbòng UBND | Phòng Tư pháp | Tháng 6/2023\n",
    ],
    ids=["ruled", "run together"],
)
def test_a_partner_behind_an_unknown_name_leads_nothing(row):
    assert tasks(row) == []


def test_a_column_of_something_else_may_stand_before_who_leads():
    heading = "STT | Nhiệm vụ Sản phẩm Cơ quan chủ trì | Cơ quan phối hợp Thời gian\n"
    (one,) = tasks(
        "1 | Kiểm tra công tác văn thư | Báo cáo | Phòng Nội vụ Phòng Tư pháp | Tháng 6/2023\n",
        heading,
    )
    assert (one.agency, one.partners) == ("Phòng Nội vụ", ("Phòng Tư pháp",))


def test_headings_of_two_columns_that_ran_together_are_two():
    (one,) = tasks(
        "1 | Tập huấn nghiệp vụ | Phòng Nội vụ Phòng Văn hóa và | Tháng 3/2023\ncán bộ Thông tin\n",
        heading="TTNội dung Chủ trì Phối hợp Thời gian\n\n",
    )
    assert (one.agency, one.partners) == ("Phòng Nội vụ", ("Phòng Văn hóa và Thông tin",))


def test_a_first_row_whose_number_is_misread_opens_the_table():
    found = tasks(
        "4 | Tập huấn nghiệp vụ | Phòng Nội vụ | Phòng Tư pháp | Tháng 3/2023\n"
        "2 | Số hóa hồ sơ Phòng Tư pháp | Phòng Nội vụ | Tháng 4/2023\n"
    )
    assert [one.agency for one in found] == ["Phòng Nội vụ", "Phòng Tư pháp"]


def test_a_cell_that_begins_the_next_name_too_is_the_known_one():
    (one,) = tasks(
        "1 | Kiện toàn Tổ công nghệ số | Phòng Văn hóa và Doan Thanh Tháng 3/2023\n"
        "cộng đồng ở các thôn | Thông tin niên huyện\n"
    )
    assert (one.agency, one.partners) == ("Phòng Văn hóa và Thông tin", ())


def test_a_partner_whose_last_words_stand_below_is_left_out():
    (one,) = tasks(
        "1 | Thanh tra các | Phòng Nội vụ Chi cục Quản lý môi Tháng 3/2023\ncơ sở xử lý trường\n"
    )
    assert (one.agency, one.partners) == ("Phòng Nội vụ", ())


def test_a_partner_with_a_word_of_another_cell_is_left_out():
    (one,) = tasks("1 | Tập huấn | Phòng Nội vụ Bệnh viện Đã Thánh 3/2023\ncán bộ khoa tỉnh\n")
    assert (one.agency, one.partners) == ("Phòng Nội vụ", ())


def test_short_words_of_a_name_wrapped_below_are_those_of_its_full_form():
    (one,) = tasks(
        "1 | Khảo sát sự hài lòng | Văn phòng HĐND và | Phòng Nội vụ Tháng 3/2023\n"
        "của người dân UBND\n"
    )
    assert one.agency == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"
