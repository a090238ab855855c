"""Orders: to whom they give what stands below them, and which names end where."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import RelationType, Role
from tests.loaders.papers import duties

ORGANISING = "III. TỔ CHỨC THỰC HIỆN\n"
NOTICE = (
    "ĐẢNG BỘ TỈNH AN GIANG\nĐẢNG ỦY XÃ VĨNH TẾ\n*\nSố 8-TB/ĐU\n"
    "Vĩnh Tế, ngày 4 tháng 9 năm 2025\nTHÔNG BÁO\nKết luận về chợ nổi của xã\n\n"
)


def given(body: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Agency, role and partners of each duty, in order."""
    return [(duty.agency, duty.role.value, duty.partners) for duty in duties(body)]


def test_paragraphs_below_a_conclusion_are_its_orders():
    body = (
        "Sau khi thảo luận, Thường trực Đảng ủy kết luận như sau:\n\n"
        "Bến chợ đã được sửa, nhưng còn nhếch nhác.\n\n"
        "Giao Ủy ban nhân dân xã, trực tiếp là đồng chí Chủ tịch UBND xã chỉ đạo dẹp ghe đậu sai.\n"
        "\nGiao Ban Xây dựng Đảng phối hợp Văn phòng Đảng ủy nắm dư luận; định kỳ hàng tháng báo "
        "cáo Thường trực Đảng ủy về chỉ số hài lòng.\n"
    )
    found = read_text(NOTICE + body, "notice.txt").responsibilities

    assert [(duty.agency, duty.role.value, duty.reports_to) for duty in found] == [
        ("Ủy ban nhân dân xã", "assigned", None),
        ("Ban Xây dựng Đảng", "coordinate", "Thường trực Đảng ủy"),
    ]


def test_a_preamble_that_names_a_directive_hands_out_nothing_below_it():
    body = (
        "Thực hiện Chỉ thị số 7/CT-UBND ngày 9/1/2025 của Chủ tịch UBND tỉnh, Đảng ủy xã ban hành "
        "kế hoạch như sau:\nCăn cứ Quyết định số 8-QĐ/TU ngày 3/1/2025 của Tỉnh ủy;\n"
    )
    found = read_text(NOTICE + body, "notice.txt")

    assert found.responsibilities == ()
    assert RelationType.BASED_ON in {relation.type for relation in found.relations}


def test_items_below_an_order_to_lead_are_led_with_its_partners():
    body = (
        ORGANISING
        + "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã và Trưởng các thôn thực hiện:\n"
        + "a) Kiểm tra bến bãi ven sông;\nb) Phối hợp với Trạm Y tế xã khám cho người lái đò.\n"
        + "2. Trạm Y tế xã (phối hợp với đơn vị chủ trì) thực hiện:\n- Cấp thuốc cho người lái đò."
    )

    assert given(body) == [
        ("Phòng Kinh tế", "lead", ("Công an xã", "Trưởng các thôn")),
        ("Phòng Kinh tế", "coordinate", ("Trạm Y tế xã",)),
        ("Trạm Y tế xã", "assigned", ()),
    ]


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        (
            "2. Ban Quản lý bến đò; các nhà thầu nạo vét thường xuyên: cắm phao báo hiệu.",
            ["Ban Quản lý bến đò", "Các nhà thầu nạo vét thường xuyên"],
        ),
        (
            "2. Hội Làm vườn tỉnh, Câu lạc bộ Nhà vườn tỉnh: chọn giống xoài.",
            ["Hội Làm vườn tỉnh", "Câu lạc bộ Nhà vườn tỉnh"],
        ),
        (
            "2. Giao Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi hoàn thành kè.",
            ["Ban Quản lý dự án đầu tư xây dựng các công trình thủy lợi"],
        ),
        (
            "2. Phòng Cảnh sát điều tra tội phạm về ma túy, Phòng An ninh điều tra: lập chốt đêm.",
            ["Phòng Cảnh sát điều tra tội phạm về ma túy", "Phòng An ninh điều tra"],
        ),
        ("2. Phòng Tài chính kế toán: tạm ứng tiền đò.", ["Phòng Tài chính kế toán"]),
        (
            "2. Các đảng ủy xã, phường, đảng ủy trực thuộc Tỉnh ủy tổ chức học tập.",
            ["Các đảng ủy xã, phường", "Đảng ủy trực thuộc Tỉnh ủy"],
        ),
        (
            "2. Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh lãnh đạo việc vận động.",
            ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh"],
        ),
        (
            "2. Các cơ sở thuộc diện tự chủ tài chính sử dụng nguồn thu để sửa phòng học.",
            ["Các cơ sở thuộc diện tự chủ tài chính"],
        ),
        (
            "2. Các chủ bến (Bến đò Vĩnh Tế, Bến đò Ba Chúc, Bến phà Năng Gù, Bến phà Trà Ôn và "
            "các bến nhỏ ven kênh Vĩnh Tế) trang bị áo phao cho khách.",
            ["Các chủ bến"],
        ),
    ],
)
def test_names_end_where_their_words_do(line: str, agencies: list[str]):
    assert [duty.agency for duty in duties(ORGANISING + line)] == agencies


def test_whom_a_rule_fits_is_not_asked_by_it():
    body = "II. NỘI DUNG\n- Các cơ quan, đơn vị thuộc diện sắp xếp được chuyển nguyên trạng."
    assert duties(body) == ()


def test_a_name_with_a_dash_above_a_task_is_whole():
    body = (
        ORGANISING
        + "1. Phòng Văn hóa - Xã hội\n- Xác nhận học bạ của học sinh.\n"
        + "2. Đoàn Thanh niên Cộng sản Hồ Chí Minh trường\n- Hằng tuần báo cáo Ban Giám hiệu số "
        + "lượt đi muộn.\n"
    )

    assert [(duty.agency, duty.reports_to) for duty in duties(body)] == [
        ("Phòng Văn hóa - Xã hội", None),
        ("Đoàn Thanh niên Cộng sản Hồ Chí Minh trường", "Ban Giám hiệu"),
    ]


def test_an_hour_may_stand_before_the_day_of_a_deadline():
    body = ORGANISING + "1. Trạm Thủy văn: báo cáo mực nước trước 16 giờ 30 phút ngày 20/9/2025."
    assert [duty.deadline for duty in duties(body)] == ["trước 16 giờ 30 phút ngày 20/9/2025"]


def test_no_decision_promulgates_a_law():
    record = read_text(
        "BỘ TƯ PHÁP\nSố: 12/QĐ-BTP\nHà Nội, ngày 3 tháng 2 năm 2023\nQUYẾT ĐỊNH\n"
        "Ban hành Kế hoạch triển khai thi hành Luật Thanh tra\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai thi hành Luật Thanh tra.\n"
        "Nơi nhận:\n- Lưu: VT.\nBỘ TRƯỞNG\nLê Văn Thành\n\nKẾ HOẠCH\n"
        "Triển khai thi hành Luật Thanh tra\n(Ban hành kèm theo Quyết định số 12/QĐ-BTP ngày 3 "
        "tháng 2 năm 2023)\n",
        "decision.txt",
    )
    law = next(one.key for one in record.references if one.type == "Luật")

    assert {one.type for one in record.relations if one.target == law} == {RelationType.IMPLEMENTS}


def test_an_order_of_many_items_takes_linear_time():
    items = "".join(f"- Rà soát bến số {i}, báo cáo.\n" for i in range(3_000))
    found = duties(ORGANISING + "1. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh:\n" + items)

    assert len(found) == 3_000
    assert {duty.role for duty in found} == {Role.LEAD}


def test_items_of_a_list_go_on_beyond_ninety_nine():
    items = "".join(f"{i}. Trạm số {i}: đo mực nước mỗi sáng.\n" for i in range(97, 104))
    found = duties(ORGANISING + items + "120. Trạm số 120: đo mực nước mỗi sáng.\n")

    assert [duty.agency for duty in found][:7] == [f"Trạm số {i}" for i in range(97, 104)]
    assert {duty.section for duty in found} >= {"III.99", "III.100", "III.103"}
    assert "III.120" not in {duty.section for duty in found}


def test_a_number_of_three_figures_at_a_line_begin_is_no_item():
    body = (
        ORGANISING + "1. Trạm Thủy văn đo mực nước tại các điểm số\n101. Tổ quản lý đò cắm phao.\n"
    )
    assert [duty.section for duty in duties(body)] == ["III.1"]


def test_a_special_zone_in_a_list_of_communes_is_one_of_them():
    body = ORGANISING + "1. Chủ tịch UBND các xã, phường, đặc khu Lý Sơn sơ tán dân trước bão.\n"
    assert [duty.agency for duty in duties(body)] == [
        "Chủ tịch Ủy ban nhân dân các xã, phường, đặc khu Lý Sơn"
    ]


def test_a_numbered_task_above_its_labels_may_be_short():
    body = "I. NHIỆM VỤ\n2. Phát triển nhân lực\nĐơn vị thực hiện: Học viện Đường thủy.\n"
    assert [duty.agency for duty in duties(body)] == ["Học viện Đường thủy"]


@pytest.mark.parametrize(
    ("body", "agencies"),
    [
        (
            "4. Trách nhiệm của tổ chức, cá nhân sử dụng bến đò\n- Giữ vệ sinh bến bãi.",
            ["Tổ chức, cá nhân sử dụng bến đò"],
        ),
        ("2. Đối với cơ sở giáo dục mầm non\n- Cân trẻ mỗi quý.", ["Cơ sở giáo dục mầm non"]),
        (
            "1. Ban cán sự đảng, Đảng đoàn và các chi, đảng bộ trực thuộc xây dựng kế hoạch.",
            ["Ban cán sự đảng", "Đảng đoàn", "Các chi, đảng bộ trực thuộc"],
        ),
        (
            "1. Các khoa điều trị ban ngày giảm giờ chờ của người bệnh.",
            ["Các khoa điều trị ban ngày"],
        ),
        (
            "1. Phòng Chống buôn lậu và Xử lý vi phạm: kiểm tra bến bãi.",
            ["Phòng Chống buôn lậu và Xử lý vi phạm"],
        ),
        ("1. Trạm Y tế xã\n- Thống kê, báo cáo số ca sốt.", ["Trạm Y tế xã"]),
        ("1. Trưởng thôn phát trên loa lịch tiêm phòng.", ["Trưởng thôn"]),
    ],
)
def test_more_names_end_where_their_words_do(body: str, agencies: list[str]):
    assert [duty.agency for duty in duties(ORGANISING + body)] == agencies


def test_names_of_offices_hold_words_of_tasks():
    body = (
        ORGANISING
        + "1. Khoa Dược chủ trì cùng Khoa Hồi sức tích cực - Chống độc dự trù thuốc.\n"
        + "2. Trực sáng thứ Bảy tại bến (giao bộ phận Tiếp nhận và trả kết quả chủ trì).\n"
    )
    assert given(body) == [
        ("Khoa Dược", "lead", ("Khoa Hồi sức tích cực - Chống độc",)),
        ("Bộ phận Tiếp nhận và trả kết quả", "lead", ()),
    ]


def test_a_standing_part_in_a_council_is_a_task_of_the_office_above():
    body = ORGANISING + "1. Phòng Đào tạo\na) Thường trực Hội đồng tuyển sinh; lập danh sách.\n"
    assert [(duty.agency, duty.role) for duty in duties(body)] == [("Phòng Đào tạo", Role.LEAD)]


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (
            "Trung tâm Tư vấn tuyển sinh và Việc làm: mở ngày hội nghề.",
            "Trung tâm Tư vấn tuyển sinh và Việc làm",
        ),
        ("Phòng Quản lý nhà và đất công khai quỹ nhà trống.", "Phòng Quản lý nhà và đất"),
        (
            "Công ty Quản lý khai thác công trình thủy nông vận hành cống.",
            "Công ty Quản lý khai thác công trình thủy nông",
        ),
        (
            "Trung tâm Kiểm định chất lượng xây dựng hoàn thiện quy trình.",
            "Trung tâm Kiểm định chất lượng xây dựng",
        ),
    ],
)
def test_fields_of_companies_and_centres_are_whole(line: str, agency: str):
    assert [duty.agency for duty in duties(f"{ORGANISING}1. {line}")] == [agency]
