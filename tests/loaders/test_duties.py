"""Duties: headings, sentences, orders, tables; what is none; role, partners, rhythm, reports."""

from __future__ import annotations

import pytest

from loaders.duties.found_duties import duties_of
from loaders.read import read_text
from loaders.records import Role
from loaders.text.source_text import SourceText
from tests.loaders.papers import duties

ORGANISING = "IV. TỔ CHỨC THỰC HIỆN\n"


def test_a_heading_hands_out_the_tasks_below_it():
    found = duties(
        ORGANISING
        + "1. Phòng Kế hoạch tổng hợp, Phòng Điều dưỡng (cơ quan thường trực)\n"
        + "- Tham mưu quy trình.\n- Tập huấn cho nhân viên 02 lần/năm.\n"
        + "2. Văn phòng HĐND và UBND xã\na) Niêm yết thủ tục;\nb) Trả kết quả."
    )

    office = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"
    assert [(duty.agency, duty.passage.quote) for duty in found] == [
        ("Phòng Kế hoạch tổng hợp", "Tham mưu quy trình."),
        ("Phòng Điều dưỡng", "Tham mưu quy trình."),
        ("Phòng Kế hoạch tổng hợp", "Tập huấn cho nhân viên 02 lần/năm."),
        ("Phòng Điều dưỡng", "Tập huấn cho nhân viên 02 lần/năm."),
        (office, "Niêm yết thủ tục;"),
        (office, "Trả kết quả."),
    ]


def test_whom_a_later_sentence_directs_has_a_duty():
    found = duties(
        "III. TỔ CHỨC THỰC HIỆN\n- Các Trung tâm Y tế xây dựng kế hoạch phòng bệnh. Chỉ đạo các"
        " trạm y tế xã có trách nhiệm giám sát dịch. Chỉ đạo rà soát các ổ dịch."
    )
    assert [duty.agency for duty in found] == ["Các Trung tâm Y tế", "Các trạm y tế xã"]


def test_the_responsibility_of_an_agency_is_a_heading_too():
    found = duties("I. TRÁCH NHIỆM CỦA BỘ Y TẾ\n1. Chỉ đạo hệ thống y tế dự phòng giám sát dịch.")

    assert [duty.agency for duty in found] == ["Bộ Y tế"]


def test_numbered_orders_of_a_directive_are_duties():
    found = duties(
        "Để khắc phục tình trạng trên, Chủ tịch UBND tỉnh yêu cầu:\n"
        "1. Ban An toàn giao thông tỉnh theo dõi, đôn đốc; hằng quý báo cáo UBND tỉnh.\n"
        "2. Giao Sở Tư pháp thẩm định văn bản."
    )

    assert [(duty.agency, duty.recurrence, duty.reports_to) for duty in found] == [
        ("Ban An toàn giao thông tỉnh", "quarterly", "Ủy ban nhân dân tỉnh"),
        ("Sở Tư pháp", None, None),
    ]


def test_a_task_that_makes_another_agency_lead_is_a_duty_of_both():
    found = duties(
        ORGANISING
        + "3. Ban cán sự đảng UBND tỉnh\n"
        + "- Chỉ đạo Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng đề án."
    )

    assert [(duty.agency, duty.role, duty.partners, duty.rule) for duty in found] == [
        ("Ban cán sự đảng Ủy ban nhân dân tỉnh", Role.ASSIGNED, (), "agency_heading"),
        ("Sở Y tế", Role.LEAD, ("Sở Tài chính",), "handed_on"),
    ]


def test_below_an_agency_leading_is_a_task_and_no_agency():
    found = duties(
        ORGANISING + "3. Đảng ủy UBND tỉnh có trách nhiệm:\n- Lãnh đạo UBND tỉnh cụ thể hóa."
    )

    assert [duty.agency for duty in found] == ["Đảng ủy Ủy ban nhân dân tỉnh"]


@pytest.mark.parametrize(
    "sentence",
    [
        "II. MỤC TIÊU\n- Hợp tác xã: Thành lập mới 50 hợp tác xã.",
        "I. TÌNH HÌNH\n- Sở Y tế chủ trì tổ chức nhiều đợt kiểm tra.",
        "III. NHIỆM VỤ\n- Các trường dạy bơi cho học sinh.",
        "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Y tế, Tài chính chịu trách nhiệm thi"
        " hành Quyết định này.",
        ORGANISING
        + "Trên đây là Kế hoạch.\nYêu cầu các phòng, ban tổ chức thực hiện nghiêm túc./.",
    ],
    ids=["a target", "the past", "no word of handing out", "who executes", "nothing but the paper"],
)
def test_what_hands_out_nothing(sentence):
    assert duties(sentence) == ()


def test_outside_the_organisation_a_word_of_obligation_is_needed_and_trusted_less():
    found = duties("III. NHIỆM VỤ\n- Các phòng, ban, UBND các xã chủ động lồng ghép chỉ tiêu.")

    assert [duty.agency for duty in found] == ["Các phòng, ban", "Ủy ban nhân dân các xã"]
    assert {duty.rule for duty in found} == {"obliged"}
    assert all(duty.confidence < 0.8 for duty in found)


@pytest.mark.parametrize(
    ("task", "role", "partners"),
    [
        ("Chủ trì, phối hợp với các Sở, Ban, ngành liên quan và UBND các huyện kiểm tra.",
         Role.LEAD, ("Các Sở, Ban, ngành liên quan", "Ủy ban nhân dân các huyện")),
        ("Hướng dẫn, phối hợp với Hội Nông dân huyện vận động nhân dân.",
         Role.COORDINATE, ("Hội Nông dân huyện",)),
        ("Phối hợp với Trung tâm Phục vụ hành chính công xã, Đoàn Thanh niên xã kích hoạt mã.",
         Role.COORDINATE, ("Trung tâm Phục vụ hành chính công xã", "Đoàn Thanh niên xã")),
        ("Cung cấp số liệu; phối hợp với Công an tỉnh chuẩn hóa dữ liệu.",
         Role.ASSIGNED, ("Công an tỉnh",)),
    ],
)  # fmt: skip
def test_role_and_partners(task, role, partners):
    (duty,) = duties(ORGANISING + "1. Sở Y tế\n- " + task)

    assert (duty.role, duty.partners) == (role, partners)


@pytest.mark.parametrize(
    ("task", "recurrence", "reports_to", "deadline"),
    [
        ("Định kỳ hằng quý, 6 tháng, năm báo cáo UBND tỉnh (qua Sở Nội vụ).",
         "quarterly", "Ủy ban nhân dân tỉnh", None),
        ("Báo cáo kết quả thực hiện về Sở Y tế trước ngày 20 hàng tháng để tổng hợp, báo cáo UBND.",
         "monthly", "Sở Y tế", "trước ngày 20 hàng tháng"),
        ("Xây dựng kế hoạch, hoàn thành trong quý III năm 2021.",
         None, None, "hoàn thành trong quý III năm 2021"),
        ("Tổng hợp, báo cáo Thủ tướng Chính phủ về kết quả.", None, "Thủ tướng Chính phủ", None),
    ],
)  # fmt: skip
def test_rhythm_report_and_deadline(task, recurrence, reports_to, deadline):
    (duty,) = duties(ORGANISING + "1. Văn phòng\n- " + task)

    assert (duty.recurrence, duty.reports_to, duty.deadline) == (recurrence, reports_to, deadline)


TABLES = [
    pytest.param(
        "| TT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |\n"
        "|---|---|---|---|---|\n"
        "| I | Cải cách thể chế | | | |\n"
        "| 1 | Rà soát văn bản | Sở Tư pháp | Sở Nội vụ; UBND các huyện | Tháng 6/2021 |\n",
        id="pipes",
    ),
    pytest.param(
        " TT   Nội dung công việc      Cơ quan chủ trì    Cơ quan phối hợp   Thời gian\n"
        " 1    Rà soát văn bản         Sở Tư pháp         Sở Nội vụ;         Tháng 6/2021\n"
        "      quy phạm pháp luật                         UBND các huyện\n",
        id="laid out",
    ),
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_assigns_tasks(table):
    (duty,) = duties("III. PHÂN CÔNG\n" + table)

    assert (duty.agency, duty.role, duty.rule) == ("Sở Tư pháp", Role.LEAD, "assignment_table")
    assert duty.partners == ("Sở Nội vụ", "Ủy ban nhân dân các huyện")
    assert duty.deadline == "Tháng 6/2021"


BELOW = [
    pytest.param(
        "1. Báo Hà Nam, Đài Phát thanh - Truyền hình tỉnh\nTăng thời lượng tuyên truyền.",
        ["Báo Hà Nam", "Đài Phát thanh - Truyền hình tỉnh"],
        "Tăng thời lượng tuyên truyền.",
        id="a capital with small words behind it is no place",
    ),
    pytest.param(
        "1. Thanh tra Sở\nThanh tra việc chấp hành pháp luật của các cơ sở.",
        ["Thanh tra Sở"],
        "Thanh tra việc chấp hành pháp luật của các cơ sở.",
        id="a task that begins as the agency does",
    ),
    pytest.param(
        "1. Trung tâm Kiểm soát\nBệnh tật tỉnh: Giám sát dịch bệnh.",
        ["Trung tâm Kiểm soát Bệnh tật tỉnh"],
        "Giám sát dịch bệnh.",
        id="a name that goes on below",
    ),
]


@pytest.mark.parametrize(("lines", "agencies", "task"), BELOW)
def test_the_line_below_a_heading_begins_its_task_where_the_name_is_whole(lines, agencies, task):
    found = duties(ORGANISING + lines)

    assert [duty.agency for duty in found] == agencies
    assert {duty.passage.quote for duty in found} == {task}


OFFICES = [
    ("Thanh tra Bộ\nThanh tra, kiểm tra việc thực hiện Kế hoạch này.", "Thanh tra Bộ"),
    ("Phòng Xây dựng và kiểm tra văn bản\n- Rà soát các văn bản.",
     "Phòng Xây dựng và kiểm tra văn bản"),
    ("Phòng Phổ biến, giáo dục và theo dõi thi hành pháp luật\nTuyên truyền Kế hoạch này.",
     "Phòng Phổ biến, giáo dục và theo dõi thi hành pháp luật"),
    ("Văn phòng Ban\nChỉ đạo tỉnh\n- Rà soát các văn bản.", "Văn phòng Ban Chỉ đạo tỉnh"),
    ("Cổng Thông tin điện tử tỉnh\nMở chuyên trang, chuyên mục về Kế hoạch.",
     "Cổng Thông tin điện tử tỉnh"),
    ("Cục Nhà giáo và Cán bộ quản lý giáo dục\n- Rà soát các văn bản.",
     "Cục Nhà giáo và Cán bộ quản lý giáo dục"),
    ("Các sở giáo dục và đào tạo\n- Tham mưu ban hành kế hoạch.", "Các sở giáo dục và đào tạo"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "office"), OFFICES)
def test_a_heading_is_the_whole_name_of_an_office_though_it_has_words_of_a_task(lines, office):
    found = duties(ORGANISING + "1. Vụ Pháp chế\n- Góp ý dự thảo.\n2. " + lines)

    assert [duty.agency for duty in found] == ["Vụ Pháp chế", office]


CLOSING = [
    (
        "Trên đây là Kế hoạch năm 2021, UBND tỉnh yêu cầu các sở, ban, ngành triển khai; nếu có "
        "vướng mắc, phản ánh về Sở Y tế.",
        [("Các sở, ban, ngành", "Sở Y tế")],
    ),
    (
        "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị kịp thời phản ánh về Sở Y tế.",
        [("Các đơn vị", "Sở Y tế")],
    ),
    ("Trên đây là Kế hoạch năm 2021, yêu cầu các đơn vị nghiêm túc thực hiện./.", []),
    ("Trên đây là Kế hoạch năm 2021 của Sở Y tế./.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CLOSING)
def test_the_closing_sentence_asks_for_more_than_to_carry_the_paper_out(sentence, expected):
    found = duties(ORGANISING + "1. Sở Y tế: Theo dõi, đôn đốc.\n\n" + sentence)

    assert [(duty.agency, duty.reports_to) for duty in found[1:]] == expected


def test_those_of_whom_a_body_asks_something_have_the_duty():
    (duty,) = duties(
        ORGANISING + "1. Hội đồng nhân dân huyện đề nghị Ủy ban MTTQ Việt Nam huyện vận động "
        "nhân dân thực hiện Nghị quyết."
    )

    assert duty.agency == "Ủy ban Mặt trận Tổ quốc Việt Nam huyện"


def test_what_an_agency_is_below_its_heading_is_no_other_agency():
    (duty,) = duties(
        ORGANISING + "1. Sở Nội vụ:\n- Cơ quan thường trực, chủ trì, phối hợp với Sở Y tế xét."
    )

    assert (duty.agency, duty.partners) == ("Sở Nội vụ", ("Sở Y tế",))


def test_lines_in_capitals_that_name_agencies_are_headings():
    text = (
        ORGANISING
        + """SỞ THÔNG TIN VÀ TRUYỀN THÔNG
1. Chủ trì, phối hợp với Sở Tài chính xây dựng lộ trình.
2. Theo dõi việc thực hiện.
PHÒNG TÀI CHÍNH - KẾ HOẠCH, UBND CÁC XÃ:
Bố trí kinh phí.
VỀ LÂU DÀI
Mở rộng mạng lưới.
"""
    )
    assert [(duty.agency, duty.role, duty.partners) for duty in duties(text)] == [
        ("Sở Thông tin và Truyền thông", Role.LEAD, ("Sở Tài chính",)),
        ("Sở Thông tin và Truyền thông", Role.ASSIGNED, ()),
        ("Phòng Tài chính - Kế hoạch", Role.ASSIGNED, ()),
        ("Ủy ban nhân dân các xã", Role.ASSIGNED, ()),
    ]


def test_a_committee_whose_words_are_glued_has_the_task_below_its_name():
    text = (
        ORGANISING
        + """1. Sở Tài chính
a) Bố trí kinh phí.
2. Ủyban nhân dân các xã: Chủ trì rà soát.
3. Uỷban nhân dân thành phố
- Lập danh sách.
"""
    )
    assert [(duty.agency, duty.role) for duty in duties(text)] == [
        ("Sở Tài chính", Role.ASSIGNED),
        ("Ủy ban nhân dân các xã", Role.LEAD),
        ("Ủy ban nhân dân thành phố", Role.ASSIGNED),
    ]


def test_a_heading_with_a_capital_letter_ends_the_one_before():
    text = (
        ORGANISING
        + """A. SỞ TÀI CHÍNH
- Bố trí kinh phí.
B. LỘ TRÌNH
- Rà soát số liệu.
"""
    )
    assert [(duty.agency, duty.role) for duty in duties(text)] == [("Sở Tài chính", Role.ASSIGNED)]


PARTNERS = [
    ("Cùng với Sở Tài chính, Sở Công Thương rà soát.", Role.COORDINATE,
     ("Sở Tài chính", "Sở Công Thương")),
    ("Căn cứ khả năng ngân sách, phối hợp Sở Xây dựng bố trí vốn.", Role.COORDINATE,
     ("Sở Xây dựng",)),
    ("Phối hợp với phòng Tài nguyên và Môi trường phát hiện vi phạm.", Role.COORDINATE,
     ("Phòng Tài nguyên và Môi trường",)),
    ("Chủ trì, phối hợp với sở lao động - thương binh và xã hội, các doanh nghiệp rà soát.",
     Role.LEAD,
     ("Sở lao động - thương binh và xã hội", "Các doanh nghiệp")),
    ("Chủ trì, phối hợp với các sở, ngành có liên quan, đơn vị tuyến huyện tập huấn.", Role.LEAD,
     ("Các sở, ngành có liên quan", "Đơn vị tuyến huyện")),
    ("Phối hợp với Công an huyện, Đoàn Thanh niên cùng cấp giữ trật tự.", Role.COORDINATE,
     ("Công an huyện", "Đoàn Thanh niên cùng cấp")),
    ("Phối hợp với Tổng Liên đoàn Lao động Việt Nam kiểm tra.", Role.COORDINATE,
     ("Tổng Liên đoàn Lao động Việt Nam",)),
    ("Chủ trì xét thi đua; phối hợp: Sở Nội vụ, Sở Tư pháp.", Role.LEAD,
     ("Sở Nội vụ", "Sở Tư pháp")),
    ("Chủ trì tuần tra; Công an huyện, Sở Tư pháp cùng phối hợp.", Role.LEAD,
     ("Công an huyện", "Sở Tư pháp")),
    ("Chủ trì tuần tra; Công an huyện chủ trì điều tra.", Role.LEAD, ()),
]  # fmt: skip


@pytest.mark.parametrize(("task", "role", "partners"), PARTNERS)
def test_with_whom_a_task_is_done(task, role, partners):
    found = duties(ORGANISING + "1. Thanh tra tỉnh\n- " + task)
    (duty,) = [duty for duty in found if duty.agency == "Thanh tra tỉnh"]

    assert (duty.role, duty.partners) == (role, partners)


def test_what_an_assembly_passes_is_no_task_of_its():
    text = """QUYẾT NGHỊ:

Điều 1. Hội đồng nhân dân tỉnh Sơn La thống nhất thông qua Kế hoạch trồng rừng 5 năm, gồm:
1. Chỉ tiêu
a) Trồng mới 5.000 ha rừng sản xuất mỗi năm.
b) Tỷ lệ che phủ rừng đạt 50%.
Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết, báo cáo hằng năm.
"""
    assert [duty.agency for duty in duties(text)] == ["Ủy ban nhân dân tỉnh"]


def test_tasks_may_stand_below_a_bullet_that_names_agencies_as_bullets_of_its_rank():
    lines = "1. Các đơn vị\n* Sở Y tế:\n- Chủ trì hướng dẫn chuyên môn.\n- Theo dõi kết quả.\n"
    found = duties(ORGANISING + lines + "* Sở Tài chính:\n- Bố trí kinh phí.\n")

    assert [duty.agency for duty in found] == ["Sở Y tế", "Sở Y tế", "Sở Tài chính"]


def test_a_bullet_behind_tasks_of_another_kind_is_a_task_of_the_heading_above():
    lines = "1. Các đơn vị\n- Sở Y tế:\n+ Chủ trì hướng dẫn chuyên môn.\n- Theo dõi kết quả.\n"

    assert [duty.agency for duty in duties(ORGANISING + lines)] == ["Sở Y tế", "Các đơn vị"]


PLAN = (
    "UBND TỈNH PHÚ YÊN\nSố: 9/KH-UBND\nPhú Yên, ngày 5 tháng 3 năm 2024\nKẾ HOẠCH\n"
    "Phòng, chống thiên tai năm 2024\nCăn cứ Luật Phòng, chống thiên tai năm 2013;\n"
)
BRACKETS = [
    (
        "Dạy nghề cho lao động nông thôn (Chủ trì: Hội Nông dân tỉnh; phối hợp: Sở Nội vụ, "
        "UBND các xã; thời gian: hằng quý).",
        ("Hội Nông dân tỉnh", "lead", ("Sở Nội vụ", "Ủy ban nhân dân các xã")),
    ),
    (
        "Tuyên truyền phòng cháy rừng trên báo, đài "
        "(Sở Thông tin và Truyền thông chủ trì, Báo Phú Yên phối hợp).",
        ("Sở Thông tin và Truyền thông", "lead", ("Báo Phú Yên",)),
    ),
    (
        "Rà soát các điểm sạt lở ven sông (Sở Xây dựng chủ trì, "
        "phối hợp với Sở Tài chính thực hiện trong quý II/2024);",
        ("Sở Xây dựng", "lead", ("Sở Tài chính",)),
    ),
    (
        "Lập danh sách hộ phải di dời (UBND các xã thực hiện).",
        ("Ủy ban nhân dân các xã", "assigned", ()),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("task", "expected"), BRACKETS)
def test_brackets_behind_a_task_say_who_has_it(task, expected):
    raw = f"{PLAN}III. NHIỆM VỤ\n1. {task}\n"
    (duty,) = read_text(raw, "paper.txt").responsibilities
    assert (duty.agency, duty.role.value, duty.partners) == expected
    assert duty.rule == "bracketed_task"


@pytest.mark.parametrize(
    "task",
    [
        "Tuyên truyền phòng cháy rừng (theo hướng dẫn của Sở Xây dựng).",
        "Họp giao ban định kỳ (Sở Xây dựng).",
        "Họp giao ban định kỳ tại huyện (phối hợp: Sở Xây dựng).",
        "(Sở Xây dựng chủ trì)",
    ],
)
def test_other_brackets_hand_out_nothing(task):
    raw = f"{PLAN}III. NHIỆM VỤ\n1. {task}\n"
    assert read_text(raw, "paper.txt").responsibilities == ()


@pytest.mark.parametrize(
    "words", ["Giao cho", "Giao trách nhiệm cho", "Phân công", "Thống nhất giao"]
)
def test_an_article_hands_over_in_many_words(words):
    raw = f"{PLAN}Điều 2. {words} Sở Xây dựng tổ chức thực hiện quy hoạch.\n"
    (duty,) = read_text(raw, "paper.txt").responsibilities
    assert duty.agency == "Sở Xây dựng"


def test_who_has_a_role_is_no_task():
    found = duties(
        ORGANISING
        + "1. Chủ đầu tư: Ban Quản lý dự án giao thông tỉnh.\n"
        + "2. Sở Xây dựng: Thẩm định thiết kế.\n"
    )
    assert [(duty.agency, duty.passage.quote) for duty in found] == [
        ("Sở Xây dựng", "Thẩm định thiết kế.")
    ]


def test_a_clause_that_another_agency_opens_is_its_duty():
    found = duties(
        ORGANISING
        + "1. Sở Giao thông vận tải\n"
        + "- Chủ trì rà soát các điểm đen tai nạn; Sở Tài chính bố trí kinh phí bảo trì."
    )

    assert [(duty.agency, duty.role, duty.passage.quote, duty.rule) for duty in found] == [
        (
            "Sở Giao thông vận tải",
            Role.LEAD,
            "Chủ trì rà soát các điểm đen tai nạn;",
            "agency_heading",
        ),
        ("Sở Tài chính", Role.ASSIGNED, "Sở Tài chính bố trí kinh phí bảo trì.", "other_clause"),
    ]


@pytest.mark.parametrize(
    "task",
    [
        "Chủ trì, phối hợp với Sở Xây dựng; Công an tỉnh kiểm tra tải trọng xe.",
        "Kiểm tra tải trọng xe; Sở Xây dựng phối hợp thực hiện.",
        "Tham mưu thành lập tổ công tác; Tổ trưởng là lãnh đạo Sở.",
    ],
)
def test_a_semicolon_in_a_list_of_partners_begins_no_duty(task: str):
    found = duties(ORGANISING + "1. Sở Giao thông vận tải\n- " + task)

    assert [duty.agency for duty in found] == ["Sở Giao thông vận tải"]


@pytest.mark.parametrize(
    ("heading", "agency"),
    [
        ("Trách nhiệm của doanh nghiệp", "Doanh nghiệp"),
        ("CÁC ĐƠN VỊ QUẢN LÝ, BẢO TRÌ ĐƯỜNG BỘ", "Các đơn vị quản lý, bảo trì đường bộ"),
        ("Các đơn vị quản lý, vận hành hồ chứa", "Các đơn vị quản lý, vận hành hồ chứa"),
    ],
)
@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_heading_may_name_a_kind_of_agencies(heading: str, agency: str, bullet: str):
    found = duties(f"{ORGANISING}1. {heading}\n{bullet}Rà soát biển báo trên các tuyến được giao.")

    assert [(duty.agency, duty.rule) for duty in found] == [(agency, "agency_heading")]


def test_to_receive_at_all_hours_is_no_agency():
    found = duties(
        ORGANISING + "1. Sở Nội vụ\n- Lập đường dây nóng.\nThường trực tiếp nhận tin báo."
    )

    assert {duty.agency for duty in found} == {"Sở Nội vụ"}


@pytest.mark.parametrize(
    ("task", "agency"),
    [
        ("Yêu cầu đảng ủy các xã báo cáo kết quả hằng quý.", "Đảng ủy các xã"),
        ("Đồng chí Chủ tịch UBND huyện chỉ đạo lồng ghép vốn.", "Chủ tịch Ủy ban nhân dân huyện"),
        ("Các chi, đảng bộ trực thuộc: xây dựng kế hoạch.", "Các chi, đảng bộ trực thuộc"),
    ],
)
def test_who_is_asked_may_have_no_capital_or_a_comrade_before(task: str, agency: str):
    assert [duty.agency for duty in duties(f"{ORGANISING}- {task}")] == [agency]


def test_a_role_above_a_name_signs_and_is_given_nothing():
    found = duties(
        "Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức thực hiện Nghị quyết này.\n\n"
        "CHỦ TỊCH\n\n\nNguyễn Thanh Bình\n"
    )

    assert [duty.agency for duty in found] == ["Ủy ban nhân dân tỉnh"]


def test_a_task_of_thousands_of_clauses_is_read_like_a_short_one():
    clauses = ("Sở Tài chính bố trí kinh phí thực hiện", "Sở Y tế hướng dẫn các cơ sở thực hiện")
    text = SourceText.of("; ".join(["Rà soát các tuyến đường", *clauses * 1_500]) + ".")
    found = list(duties_of(text, ("Sở Xây dựng",), 0, len(text.value), "I"))
    agencies = [duty.agency for duty in found]
    assert agencies == ["Sở Xây dựng", *["Sở Tài chính", "Sở Y tế"] * 1_500]


@pytest.mark.parametrize(
    ("task", "given"),
    [
        (
            "1. Các phòng giáo dục và đào tạo, huyện đoàn, thành đoàn gửi báo cáo về Sở Y tế.",
            ["Các phòng giáo dục và đào tạo", "Huyện đoàn", "Thành đoàn"],
        ),
        (
            "1. Các huyện, thành Đoàn: Gửi báo cáo kết quả về Tỉnh Đoàn.",
            ["Các huyện, thành Đoàn"],
        ),
        (
            "1. Đảng ủy, chính quyền, Mặt trận Tổ quốc xã lãnh đạo việc phân loại rác.",
            ["Đảng ủy", "Chính quyền", "Mặt trận Tổ quốc xã"],
        ),
        (
            "1. Cấp ủy, tổ chức đảng các cấp tổ chức quán triệt Nghị quyết.",
            ["Cấp ủy", "Tổ chức đảng các cấp"],
        ),
        (
            "1. Hội đồng đánh giá, phân hạng sản phẩm cấp huyện chấm điểm sản phẩm.",
            ["Hội đồng đánh giá, phân hạng sản phẩm cấp huyện"],
        ),
        (
            "1. Công tác tuyên truyền: Giao Sở Nội vụ chủ trì, phối hợp với Báo Hà Nam đưa tin.",
            ["Sở Nội vụ"],
        ),
        (
            "1. Sở Y tế\na) Kiểm tra bếp ăn.\nKinh phí do Sở Tài chính thẩm định, trình UBND tỉnh.",
            ["Sở Y tế", "Sở Tài chính"],
        ),
        (
            "1. Sở Y tế\na) Kiểm tra bếp ăn.\nTập huấn theo chương trình do Bộ Y tế ban hành.",
            ["Sở Y tế", "Sở Y tế"],
        ),
        (
            "1. Vệ sinh trường lớp hằng ngày (Tổ Mầm non phụ trách, phối hợp với Trạm Y tế xã).",
            ["Tổ Mầm non"],
        ),
        (
            "1. Xây dựng chuyên trang OCOP (do Báo Hà Nam thực hiện).",
            ["Báo Hà Nam"],
        ),
    ],
)
def test_who_is_meant_by_names_in_small_letters_and_behind_what_is_theirs(
    task: str, given: list[str]
):
    read = duties(f"III. TỔ CHỨC THỰC HIỆN\n{task}\n")
    assert [duty.agency for duty in read] == given


def test_each_sentence_that_opens_with_another_agency_is_its_duty():
    body = (
        "III. CHẾ ĐỘ BÁO CÁO\nTrước 15 giờ thứ Năm hằng tuần, UBND các huyện gửi báo cáo về Sở Y "
        "tế. Sở Y tế tổng hợp, báo cáo UBND tỉnh.\n"
    )
    assert [(duty.agency, duty.recurrence) for duty in duties(body)] == [
        ("Ủy ban nhân dân các huyện", "weekly"),
        ("Sở Y tế", None),
    ]


def test_a_head_sluice_is_nobodys_lead():
    body = "III. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng: Trực 24/24 giờ tại các cống đầu mối.\n"
    assert [duty.role for duty in duties(body)] == [Role.ASSIGNED]


def test_a_section_of_offices_tasks_is_no_section_of_prevention():
    line = "- Trạm Y tế, Trường Tiểu học An Lập phân loại rác.\n"
    assert len(duties(f"II. NHIỆM VỤ CÁC NGÀNH, ĐOÀN THỂ\n{line}")) == 2
    assert duties(f"II. NHIỆM VỤ PHÒNG, CHỐNG DỊCH\n{line}") == ()


def test_a_post_in_a_board_is_no_second_agency_and_leads_nothing() -> None:
    found = duties(
        "I. PHÂN CÔNG NHIỆM VỤ\n"
        "1. Giám đốc Sở Y tế - Phó Trưởng ban thường trực: giúp Trưởng ban điều hành.\n"
        "2. Chánh Văn phòng, Ủy viên thường trực: xây dựng kế hoạch các phiên họp.\n"
    )
    assert [(one.agency, one.role) for one in found] == [
        ("Giám đốc Sở Y tế", Role.ASSIGNED),
        ("Chánh Văn phòng", Role.ASSIGNED),
    ]


def test_reports_of_a_month_or_a_quarter_come_again_by_their_day() -> None:
    found = duties(
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"
        "- Báo cáo quý về Ủy ban nhân dân tỉnh trước ngày 10 tháng đầu quý sau.\n"
        "- Báo cáo tháng trước ngày 05 của tháng sau.\n"
        "- Gửi báo cáo quý IV trước ngày 10/12/2021.\n"
    )
    assert [(one.recurrence, one.deadline) for one in found] == [
        ("quarterly", "trước ngày 10 tháng đầu quý sau"),
        ("monthly", "trước ngày 05 của tháng sau"),
        (None, "trước ngày 10/12/2021"),
    ]


def test_a_duty_ends_where_the_next_sentence_names_another_agency() -> None:
    first, second = duties(
        "I. TỔ CHỨC THỰC HIỆN\n1. Ban Chỉ đạo có nhiệm vụ chỉ đạo công tác dân số. Trạm Y tế xã có "
        "trách nhiệm tham mưu kế hoạch hằng năm.\n"
    )
    assert first.agency == "Ban Chỉ đạo"
    assert first.passage.quote.endswith("dân số.")
    assert first.recurrence is None
    assert (second.agency, second.recurrence) == ("Trạm Y tế xã", "annual")


def test_a_closing_request_may_hand_something_to_another_behind_a_semicolon() -> None:
    first, second = duties(
        "I. TỔ CHỨC THỰC HIỆN\nYêu cầu Thủ trưởng các cơ quan, đơn vị khẩn trương rà soát; giao Sở "
        "Y tế đôn đốc, tổng hợp kết quả.\n"
    )
    assert (first.agency, second.agency) == ("Thủ trưởng các cơ quan, đơn vị", "Sở Y tế")
    assert second.passage.quote.startswith("giao Sở Y tế")


def test_a_second_agency_with_its_colon_opens_a_clause_behind_a_semicolon() -> None:
    first, second = duties(
        "I. TỔ CHỨC THỰC HIỆN\n1. Phòng LĐ-TB&XH: rà soát hộ nghèo trong xã; Phòng GD&ĐT: chỉ đạo "
        "các trường mầm non.\n"
    )
    assert (first.agency, second.agency) == (
        "Phòng Lao động - Thương binh và Xã hội",
        "Phòng Giáo dục và Đào tạo",
    )


@pytest.mark.parametrize("signs", ["ghik", "klm"])
def test_a_list_of_letters_goes_on_behind_its_ninth(signs: str):
    items = "".join(f"{sign}) Rà soát tiêu chí nhóm {sign}.\n" for sign in signs)
    found = duties(f"{ORGANISING}1. Sở Y tế\na) Lập danh sách hộ nghèo.\n{items}")
    assert [duty.section for duty in found] == ["IV.1"] * (1 + len(signs))


def test_small_roman_numbers_are_items():
    found = duties(f"{ORGANISING}1. Sở Y tế\ni) Lập danh sách hộ nghèo.\nii) Mở lớp tập huấn.\n")
    assert [duty.agency for duty in found] == ["Sở Y tế", "Sở Y tế"]


@pytest.mark.parametrize("mark", ["1.- ", "(1) ", "+ ", "1. Về phía "])
def test_signs_and_words_before_an_agency_that_heads_tasks(mark: str):
    found = duties(f"{ORGANISING}{mark}Sở Y tế\n- Lập danh sách hộ nghèo.\n- Mở lớp tập huấn.")
    assert [duty.agency for duty in found] == ["Sở Y tế", "Sở Y tế"]


def test_that_agencies_have_duties_needs_no_colon():
    found = duties(f"{ORGANISING}1. Sở Y tế có trách nhiệm\n- Lập danh sách hộ nghèo.")
    assert [(duty.agency, duty.passage.quote) for duty in found] == [
        ("Sở Y tế", "Lập danh sách hộ nghèo.")
    ]


@pytest.mark.parametrize(
    "whom", ["với: Sở Tài chính; Sở Nội vụ", "với các đơn vị: Sở Tài chính, Sở Nội vụ"]
)
def test_partners_may_stand_behind_a_colon(whom: str):
    found = duties(f"{ORGANISING}1. Sở Y tế\n- Chủ trì, phối hợp {whom} thẩm định hồ sơ vay vốn.")
    assert [(duty.agency, duty.partners) for duty in found] == [
        ("Sở Y tế", ("Sở Tài chính", "Sở Nội vụ"))
    ]


@pytest.mark.parametrize("numbers", [("a) ", "b) "), ("1. ", "2. "), ("i) ", "ii) ")])
def test_a_bullet_that_only_names_an_agency_heads_the_numbered_list_below_it(numbers):
    one, other = numbers
    found = duties(
        f"{ORGANISING}- Sở Y tế:\n{one}Lập danh sách hộ nghèo.\n{other}Mở lớp tập huấn.\n"
        f"- Sở Nội vụ:\n{one}Cử giảng viên."
    )
    assert [duty.agency for duty in found] == ["Sở Y tế", "Sở Y tế", "Sở Nội vụ"]
