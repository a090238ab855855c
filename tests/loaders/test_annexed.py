"""Annexes: the act that the note under a title names issued the paper; places in headers."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.records import RelationType
from tests.loaders.papers import HEADER
from tests.loaders.test_citing import edges, names, read

ANNEX = (
    "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN\n\nĐỀ ÁN\nPhát triển y tế thông minh\n{}\n\n"
    "I. MỤC TIÊU\n- Rà soát.\n"
)


@pytest.mark.parametrize(
    ("note", "act"),
    [
        ("(Ban hành kèm theo Quyết định số 145/QĐ-UBND ngày 22/6/2021 của UBND tỉnh)", True),
        ("(Kèm theo Nghị quyết số 9/2021/NQ-HĐND ngày 22/6/2021 của HĐND tỉnh)", True),
        ("(Kèm theo Tờ trình số 145/TTr-UBND ngày 22/6/2021 của UBND tỉnh)", False),
        ("thực hiện Quyết định số 145/QĐ-TTg ngày 22/6/2021", False),
    ],
)
def test_the_note_under_a_title_names_the_act(note, act):
    record = read_text(ANNEX.format(note), "annex.txt")
    issued = [r for r in record.relations if r.target == "SELF"]
    assert record.document.number is None
    assert [(r.source, r.type) for r in issued] == [("R1", RelationType.PROMULGATES)] * act
    assert all("èm theo" in r.passage.quote for r in issued)


@pytest.mark.parametrize("note", ["ban hành", "\n(ban hành"])
def test_a_sentence_that_goes_on_is_no_note(note):
    closes = ")" if "(" in note else ""
    record = read_text(
        HEADER + f"Thực hiện Chương trình phát triển nhà ở {note} kèm theo Quyết định số "
        f"1013/QĐ-TTg ngày 14/11/2011 của Thủ tướng Chính phủ{closes}; Kế hoạch số 25/KH-UBND ngày "
        "29/02/2012 của Ủy ban nhân dân tỉnh, Sở Xây dựng có nhiệm vụ như sau:\n",
        "sentence.txt",
    )
    assert [(one.source, one.type, one.target) for one in record.relations] == [
        ("SELF", RelationType.IMPLEMENTS, "R1"),
        ("R2", RelationType.PROMULGATES, "R1"),
        ("SELF", RelationType.IMPLEMENTS, "R3"),
    ]


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ("UBND PHƯỜNG HẢI CHÂU\nTHÀNH PHỐ ĐÀ NẴNG", "phường Hải Châu, thành phố Đà Nẵng"),
        ("UBND XÃ NAM TRÀ MY\nTHÀNH PHỐ ĐÀ NẴNG", "xã Nam Trà My, thành phố Đà Nẵng"),
        ("UBND XÃ TÂN HÀ\nTỈNH LÂM ĐỒNG", "xã Tân Hà, tỉnh Lâm Đồng"),
        ("UBND XÃ TÂN XÃ\nTỈNH LÂM ĐỒNG", "xã Tân Xã, tỉnh Lâm Đồng"),
    ],
)
def test_in_capitals_a_unit_ends_the_name_below_it(lines, issuer):
    raw = f"{lines}\nSố: 19/KH-UBND\nNơi đây, ngày 20 tháng 11 năm 2025\nKẾ HOẠCH\nVề y tế\n"
    assert read_text(raw, "a.txt").document.issuer == f"Ủy ban nhân dân {issuer}"


@pytest.mark.parametrize(
    ("home", "level", "province"),
    [
        ("QUẬN LÊ CHÂN, THÀNH PHỐ HẢI PHÒNG", "province", "Hải Phòng"),
        ("THÀNH PHỐ THỦ ĐỨC, THÀNH PHỐ HỒ CHÍ MINH", "district", "Hồ Chí Minh"),
        ("THÀNH PHỐ VINH, TỈNH NGHỆ AN", "district", "Nghệ An"),
    ],
)
def test_the_city_of_a_paper_of_its_district(home, level, province):
    raw = (
        f"UBND {home}\nSố: 19/KH-UBND\nNơi đây, ngày 20 tháng 11 năm 2021\nKẾ HOẠCH\nVề y tế\n"
        "I. NHIỆM VỤ\n- Theo Kế hoạch số 5/KH-UBND ngày 3/2/2021 của UBND thành phố.\n"
    )
    reference = read_text(raw, "a.txt").references[0]
    assert (reference.level, reference.province) == (level, province)


def test_an_office_is_known_by_the_short_name_of_its_field():
    record = read("Theo Kế hoạch số 33/KH-P ngày 02/3/2020 của Phòng GD&ĐT huyện Krông Năng.")
    name = "Phòng Giáo dục và Đào tạo huyện Krông Năng"
    assert (record.references[0].issuer or "").startswith(name)


@pytest.mark.parametrize("sign", [";", ","])
def test_what_stands_beside_an_approved_work_is_not_approved(sign):
    record = read(
        "Thực hiện Quyết định số 9/QĐ-TTg ngày 2/3/2020 của Thủ tướng Chính phủ phê duyệt Chiến "
        f"lược Dân số Việt Nam đến năm 2030{sign} Chiến lược quốc gia về dinh dưỡng giai đoạn "
        "2021-2030."
    )
    approved = {target for _, kind, target in edges(record) if kind == "APPROVES"}
    assert approved == {"Chiến lược Dân số Việt Nam đến năm 2030"}


def test_two_works_that_and_joins_are_both_approved():
    record = read(
        "Thực hiện Quyết định số 9/QĐ-TTg ngày 2/3/2020 của Thủ tướng Chính phủ phê duyệt Chiến "
        "lược Dân số Việt Nam đến năm 2030 và Chương trình Sức khỏe Việt Nam."
    )
    assert len([kind for _, kind, _ in edges(record) if kind == "APPROVES"]) == 2


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (
            "Đề án cấp nước sạch trên địa bàn huyện giai đoạn 2021-2025",
            "Đề án cấp nước sạch trên địa bàn huyện giai đoạn 2021-2025",
        ),
        ("Chương trình Sức khỏe Việt Nam trên địa bàn tỉnh giai đoạn 2021-2025", None),
        ("Đề án Cấp nước sạch trên địa bàn tỉnh", "Đề án Cấp nước sạch"),
        (
            "Chương trình điều chỉnh mức sinh phù hợp các vùng, đối tượng đến năm 2030",
            "Chương trình điều chỉnh mức sinh phù hợp các vùng, đối tượng đến năm 2030",
        ),
    ],
)
def test_an_area_belongs_to_the_name_that_a_period_closes(words, name):
    found = names(read_text(f"{HEADER}I. NHIỆM VỤ\n- Thực hiện {words}.\n", "plan.txt"))
    assert found == [name or "Chương trình Sức khỏe Việt Nam"]


def test_a_subject_is_not_given_to_one_of_two_terms():
    record = read(
        "Theo Nghị quyết 18-NQ/TW khóa XII; Nghị quyết 18-NQ/TW khóa XIII; Nghị quyết số 18-NQ/TW "
        "về tiếp tục đổi mới, sắp xếp tổ chức bộ máy."
    )
    assert len(record.references) == 3


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "Nghị quyết 11/NQ-CP; Nghị quyết số 11/NQ-CP ngày 07/01/2023 của Chính phủ",
            {("11/NQ-CP", None), ("11/NQ-CP", "2023-01-07")},
        ),
        (
            "Thông tư 19/2013/TT-BYT; Thông tư số 19/2016/TT-BYT ngày 30/6/2016 của Bộ Y tế",
            {("19/2013/TT-BYT", None), ("19/2016/TT-BYT", "2016-06-30")},
        ),
        (
            "Nghị quyết số 18-NQ/TW, 19-NQ/TW ngày 25/10/2017",
            {("18-NQ/TW", "2017-10-25"), ("19-NQ/TW", "2017-10-25")},
        ),
    ],
)
def test_a_list_shares_its_day_where_it_can(words, days):
    record = read(
        "Theo Nghị quyết số 11/NQ-CP ngày 30/01/2022 của Chính phủ về phục hồi kinh tế.\n"
        f"Triển khai {words}."
    )
    mentions = [(m.number, m.date) for r in record.references for m in r.mentions][1:]
    told = {(number, day) for number, day in mentions if number != "11/NQ-CP"}
    assert told == {pair for pair in days if pair[0] != "11/NQ-CP"}
    assert len([r for r in record.references if r.number == "11/NQ-CP"]) == 1 + (
        ("11/NQ-CP", "2023-01-07") in days
    )


def test_the_year_behind_a_number_tells_which_of_two_is_meant():
    record = read_text(
        f"{HEADER}I. NHIỆM VỤ\n- Theo Quyết định số 21/QĐ-BYT ngày 04/6/2015; Quyết định số "
        "21/QĐ-BYT ngày 29/5/2020 của Bộ Y tế.\n- Thực hiện Quyết định 21/QĐ-BYT năm 2015.\n",
        "plan.txt",
    )
    assert [(r.issue_date, len(r.mentions)) for r in record.references] == [
        ("2015-06-04", 2),
        ("2020-05-29", 1),
    ]


def test_boards_of_one_province_with_one_number_and_day_are_two():
    record = read(
        "Theo Kế hoạch số 8/KH-BCĐ ngày 10/02/2022 của Ban Chỉ đạo các Chương trình mục tiêu quốc "
        "gia tỉnh Lào Cai; Kế hoạch số 8/KH-BCĐ ngày 10/02/2022 của Ban Chỉ đạo phòng, chống dịch "
        "COVID-19 tỉnh Lào Cai; Kế hoạch 8/KH-BCĐ ngày 10/02/2022 của Ban Chỉ đạo các Chương trình "
        "MTQG tỉnh Lào Cai."
    )
    assert [len(r.mentions) for r in record.references] == [2, 1]


def test_a_plan_is_named_by_a_title_with_place_and_period():
    name = "Kế hoạch phát triển nhân lực y tế tỉnh Quảng Nam giai đoạn 2020-2025"
    raw = f"{HEADER}I. NHIỆM VỤ\n- Theo {name}.\n- Theo Kế hoạch phát triển y tế tỉnh.\n"
    assert names(read_text(raw, "plan.txt")) == [name]
