"""Names of agencies in a row: where each begins and ends, and what it is in full."""

from __future__ import annotations

import pytest

from loaders.names.agency_lists import agencies_at
from loaders.records import Role
from loaders.text.source_text import SourceText
from tests.loaders.papers import duties

LISTS = [
    ("TTYT các huyện, BV Đa khoa tỉnh, TYT các xã tổ chức",
     ("Trung tâm Y tế các huyện", "Bệnh viện Đa khoa tỉnh", "Trạm Y tế các xã"), " tổ chức"),
    ("Chi cục DS-KHHGĐ, CDC tỉnh phối hợp",
     ("Chi cục Dân số - Kế hoạch hóa gia đình", "Trung tâm Kiểm soát bệnh tật tỉnh"),
     " phối hợp"),
    ("các Vụ, Cục xây dựng Thông tư", ("Các Vụ, Cục",), " xây dựng Thông tư"),
    ("các Vụ, Cục Xây dựng rà soát", ("Các Vụ", "Cục Xây dựng"), " rà soát"),
    ("Khoa Truyền thông in ấn", ("Khoa Truyền thông",), " in ấn"),
    ("Các Viện: Vệ sinh dịch tễ Trung ương, Pasteur TP. Hồ Chí Minh và Sốt rét Quy Nhơn: hỗ trợ",
     ("Viện Vệ sinh dịch tễ Trung ương", "Viện Pasteur TP. Hồ Chí Minh", "Viện Sốt rét Quy Nhơn"),
     ": hỗ trợ"),
    ("Các hội: vận động hội viên, đoàn viên: người cao tuổi", ("Các hội",),
     ": vận động hội viên, đoàn viên: người cao tuổi"),
    ("các bệnh viện công lập và ngoài công lập khám sàng lọc",
     ("Các bệnh viện công lập và ngoài công lập",), " khám sàng lọc"),
    ("Vụ Tài chính và Doanh nghiệp nhà nước hướng dẫn",
     ("Vụ Tài chính và Doanh nghiệp nhà nước",), " hướng dẫn"),
    ("các Tổng công ty, công ty lâm nghiệp xây dựng",
     ("Các Tổng công ty, công ty lâm nghiệp",), " xây dựng"),
    ("Truyền tải điện Nghệ An kiểm tra", ("Truyền tải điện Nghệ An",), " kiểm tra"),
    ("các sở, ban, ngành có liên quan, UBND các xã, thị trấn báo cáo",
     ("Các sở, ban, ngành có liên quan", "Ủy ban nhân dân các xã, thị trấn"), " báo cáo"),
    ("Thủ trưởng các sở, ban, ngành, Chủ tịch UBND các huyện chịu trách nhiệm",
     ("Thủ trưởng các sở, ban, ngành", "Chủ tịch Ủy ban nhân dân các huyện"), " chịu trách nhiệm"),
    ("các Sở, Ban, ngành liên quan và UBND các huyện triển khai",
     ("Các Sở, Ban, ngành liên quan", "Ủy ban nhân dân các huyện"), " triển khai"),
    ("Ban Chỉ đạo chuyển đổi số tỉnh; Tổ công tác Đề án 06 tỉnh",
     ("Ban Chỉ đạo chuyển đổi số tỉnh", "Tổ công tác Đề án 06 tỉnh"), ""),
    ("Ban Quản lý các khu công nghiệp và chế xuất thành phố chủ trì",
     ("Ban Quản lý các khu công nghiệp và chế xuất thành phố",), " chủ trì"),
    ("Văn phòng Đoàn ĐBQH và HĐND tỉnh phối hợp",
     ("Văn phòng Đoàn Đại biểu Quốc hội và Hội đồng nhân dân tỉnh",), " phối hợp"),
    ("Phòng tổ chức cán bộ, phòng Kế hoạch tổng hợp rà soát",
     ("Phòng tổ chức cán bộ", "Phòng Kế hoạch tổng hợp"), " rà soát"),
    ("Trung tâm khuyến nông tỉnh hướng dẫn", ("Trung tâm khuyến nông tỉnh",), " hướng dẫn"),
    ("Trường Đại học Cần Thơ, các trường cao đẳng, trung cấp trên địa bàn chủ động",
     ("Trường Đại học Cần Thơ", "Các trường cao đẳng, trung cấp trên địa bàn"), " chủ động"),
    ("Các trường THPT, trung tâm Giáo dục thường xuyên ký cam kết",
     ("Các trường THPT", "Trung tâm Giáo dục thường xuyên"), " ký cam kết"),
    ("Ngân hàng Chính sách xã hội chi nhánh tỉnh tạo điều kiện",
     ("Ngân hàng Chính sách xã hội chi nhánh tỉnh",), " tạo điều kiện"),
    ("Các doanh nghiệp, hợp tác xã sản xuất nông sản",
     ("Các doanh nghiệp, hợp tác xã",), " sản xuất nông sản"),
    ("Ban quản lý rừng phòng hộ Sông Hinh tuần tra",
     ("Ban quản lý rừng phòng hộ Sông Hinh",), " tuần tra"),
    ("Cục Quản lý xây dựng và Chất lượng công trình thẩm định",
     ("Cục Quản lý xây dựng và Chất lượng công trình",), " thẩm định"),
    ("Đoàn Thanh niên xã kích hoạt tài khoản", ("Đoàn Thanh niên xã",), " kích hoạt tài khoản"),
    ("Ủy ban nhân dân tỉnh Thanh Hóa đầu tư cảng cá",
     ("Ủy ban nhân dân tỉnh Thanh Hóa",), " đầu tư cảng cá"),
    ("Hội Nông dân Việt Nam tham gia giám sát", ("Hội Nông dân Việt Nam",), " tham gia giám sát"),
    ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam phát động",
     ("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",), " phát động"),
    ("Sở Y tế TP. Hồ Chí Minh chủ trì", ("Sở Y tế TP. Hồ Chí Minh",), " chủ trì"),
    ("Các Sở: Công Thương, Xây dựng; Ban Dân tộc: phối hợp",
     ("Sở Công Thương", "Sở Xây dựng", "Ban Dân tộc"), ": phối hợp"),
    ("Sở NN & PTNT, Sở LĐTBXH, Ban CHQS huyện",
     ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Lao động - Thương binh và Xã hội",
      "Ban Chỉ huy Quân sự huyện"), ""),
    ("Cộng tác viên dân số, nhân viên y tế ấp: thăm hộ",
     ("Cộng tác viên dân số", "Nhân viên y tế ấp"), ": thăm hộ"),
    ("Các huyện uỷ, thành uỷ trực thuộc Tỉnh uỷ xây dựng",
     ("Các huyện ủy, thành ủy trực thuộc Tỉnh ủy",), " xây dựng"),
    ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", ("Bộ Lao động - Thương binh và Xã hội",), ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names", "rest"), LISTS, ids=[row[0][:30] for row in LISTS])
def test_a_list_ends_where_its_agencies_end(words, names, rest):
    text = SourceText.of(words)

    found = agencies_at(text, 0, len(text.value))

    assert found is not None
    assert found[0] == names
    assert text.value[found[1] :] == rest


@pytest.mark.parametrize(
    "words", ["tăng cường kiểm tra", "Tổ chức thực hiện", "Giao thông vận tải", "các chỉ tiêu", ""]
)
def test_where_no_agency_is_named_there_is_no_list(words):
    text = SourceText.of(words)

    assert agencies_at(text, 0, len(text.value)) is None


def test_a_name_without_an_end_is_cut():
    words = "Sở " + "Rất Dài " * 5000
    text = SourceText.of(words)

    found = agencies_at(text, 0, len(words))

    assert found is not None
    assert found[1] <= 200


ORGANISING = "IV. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("block", "agencies"),
    [
        (
            "1. Đài Phát thanh và Truyền hình tỉnh, Báo Hà Nam dành chuyên mục cho chiến dịch.",
            ["Đài Phát thanh và Truyền hình tỉnh", "Báo Hà Nam"],
        ),
        (
            "1. Trường Cao đẳng Hà Nam và Công an tỉnh: Mở lớp dạy lái xe cho thanh niên.",
            ["Trường Cao đẳng Hà Nam", "Công an tỉnh"],
        ),
        (
            "1. Báo và Đài Phát thanh, Truyền hình tỉnh: Đưa tin về chiến dịch.",
            ["Báo và Đài Phát thanh, Truyền hình tỉnh"],
        ),
        (
            "1. Báo Hà Nam và Đài Truyền thanh huyện: Đưa tin về chiến dịch.",
            ["Báo Hà Nam", "Đài Truyền thanh huyện"],
        ),
        (
            "1. Viễn thông Hà Nam, Viettel Hà Nam: Phủ sóng vùng sâu, vùng xa.",
            ["Viễn thông Hà Nam", "Viettel Hà Nam"],
        ),
        (
            "1. Trung tâm Tin học, Tạp chí Cửa Việt: Đưa tin về chiến dịch.",
            ["Trung tâm Tin học", "Tạp chí Cửa Việt"],
        ),
        (
            "1. Ủy ban MTTQ Việt Nam Thành phố, Thành đoàn Hà Nội\nVận động hội viên.",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố", "Thành đoàn Hà Nội"],
        ),
        (
            "1. Công ty Đô thị và các đơn vị vệ sinh môi trường\nBố trí phương tiện thu gom.",
            ["Công ty Đô thị", "Các đơn vị vệ sinh môi trường"],
        ),
        ("1. Khoa Hồi sức cấp cứu - Nhi: Tiếp nhận người bệnh.", ["Khoa Hồi sức cấp cứu - Nhi"]),
        ("1. Sở Y tế cấp phát thuốc cho người bệnh.", ["Sở Y tế"]),
        ("1/ LĐLĐ các huyện: Thăm công nhân khó khăn.", ["Liên đoàn Lao động các huyện"]),
        ("1. Phó Hiệu trưởng\n- Kiểm tra hồ sơ.", ["Phó Hiệu trưởng"]),
        (
            "1. Đảng ủy các xã, chi bộ cơ quan: Xây dựng kế hoạch.",
            ["Đảng ủy các xã", "Chi bộ cơ quan"],
        ),
    ],
)
def test_a_list_ends_each_name_where_it_ends(block: str, agencies: list[str]):
    assert [duty.agency for duty in duties(ORGANISING + block)] == agencies


def test_whom_a_week_asks_is_no_task_of_the_heading_above():
    found = duties(
        ORGANISING + "- Thanh tra Sở: Kiểm tra chợ.\nHằng tuần, vào thứ Hai, các xã báo cáo về Sở."
    )

    assert [duty.agency for duty in found] == ["Thanh tra Sở", "Các xã"]


def test_a_report_goes_to_whom_it_names_and_no_rhythm_behind_it():
    [duty] = duties(ORGANISING + "1. UBND xã: Báo cáo Ban Chỉ đạo huyện hằng tháng về kết quả.")

    assert duty.reports_to == "Ban Chỉ đạo huyện"


ORDERS = (
    "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:\nI. Sở Y tế\n1. Tập huấn cho trạm y tế.\n"
    "II. Văn phòng UBND tỉnh theo dõi việc thực hiện.\n"
)


def test_the_items_of_an_order_may_be_roman():
    agencies = ["Sở Y tế", "Văn phòng Ủy ban nhân dân tỉnh"]

    assert [duty.agency for duty in duties(ORDERS)] == agencies
    told = ORDERS.replace("I. Sở Y tế\n1. Tập huấn cho trạm y tế.", "1. Khẩn trương dập dịch.")
    assert duties(told) == ()
    plan = "Thực hiện Chỉ thị số 5/CT-UBND, Sở Y tế ban hành kế hoạch như sau:\n"
    assert duties(plan + "II. NHIỆM VỤ\n- Trường học dạy bơi cho học sinh.\n") == ()


@pytest.mark.parametrize(
    ("task", "role"),
    [
        ("tổng hợp kết quả, báo cáo về Cơ quan Thường trực trước ngày 20.", Role.ASSIGNED),
        ("xây dựng kế hoạch trình Thường trực Huyện ủy.", Role.ASSIGNED),
        ("hướng dẫn các xã và làm đầu mối tổng hợp số liệu.", Role.LEAD),
    ],
)
def test_who_reports_to_the_lead_does_not_lead(task: str, role: Role):
    [duty] = duties(ORGANISING + f"1. UBND xã: {task}")

    assert duty.role is role


def test_a_front_is_written_out_and_forces_join():
    [duty] = duties(
        ORGANISING + "1. UBMTTQVN xã: Phối hợp với các lực lượng chức năng tuyên truyền cho dân."
    )

    assert duty.agency == "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
    assert duty.partners == ("Các lực lượng chức năng",)
