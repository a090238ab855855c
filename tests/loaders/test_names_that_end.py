"""Where an agency's name ends by how it is written, whatever verb stands behind it."""

from __future__ import annotations

import time

import pytest

from loaders.names.agency_lists import agencies_at
from loaders.names.place_ends import behind_own_name
from loaders.text.source_text import SourceText
from tests.loaders.papers import duties

ORGANISING = "IV. TỔ CHỨC THỰC HIỆN\n"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ban Quản lý Khu bảo tồn loài Sao La", "Ban Quản lý Khu bảo tồn loài Sao La"),
        ("Chi nhánh Trợ giúp pháp lý số 7 cử luật sư", "Chi nhánh Trợ giúp pháp lý số 7"),
        ("Tổng công ty Điện lực miền Trung đẩy nhanh", "Tổng công ty Điện lực miền Trung"),
        ("Điện lực Huế đẩy nhanh", "Điện lực Huế"),
        ("Giám đốc vào tuần cuối quý", "Giám đốc"),
        ("Hạt Quản lý đường bộ 12B có trách nhiệm", "Hạt Quản lý đường bộ 12B"),
        ("Thanh tra Sở mở đợt", "Thanh tra Sở"),
        ("Trạm Y tế xã Lắk giúp dân", "Trạm Y tế xã Lắk"),
        ("Chi cục Kiểm ngư Vùng V báo cáo", "Chi cục Kiểm ngư Vùng V"),
        ("UBND các xã Ea Tul, Ea Kiết cưỡng chế", "Ủy ban nhân dân các xã Ea Tul, Ea Kiết"),
        ("UBND các xã, phường cưỡng chế", "Ủy ban nhân dân các xã, phường"),
        ("Trung tâm Tư vấn phát triển nông thôn cử người",
         "Trung tâm Tư vấn phát triển nông thôn"),
    ],
)  # fmt: skip
def test_half_a_word_or_a_list_of_places_does_not_end_a_name(words: str, name: str):
    text = SourceText.of(words)
    found = agencies_at(text, 0, len(words))

    assert found is not None
    assert found[0] == (name,)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Công ty Khoáng sản Gia Phú hoàn thổ bãi thải", "Công ty Khoáng sản Gia Phú"),
        ("Giáo hội Phật giáo Việt Nam tỉnh An Giang", None),
        ("Hội Liên hiệp Phụ nữ Việt Nam các cấp", None),
        ("Trung tâm Kiểm soát bệnh tật", None),
    ],
)
def test_a_name_of_its_own_ends_before_small_letters(words: str, name: str | None):
    end = behind_own_name(SourceText.of(words), 0, len(words))

    assert (None if end is None else words[:end]) == name


def test_a_request_needs_no_verb_that_is_known():
    found = duties(
        "Chủ tịch UBND tỉnh yêu cầu:\n"
        "1. Yêu cầu Công ty Nhôm Gia Phú và Công ty Đá Hòa An hoàn thổ, gieo cỏ bãi thải.\n"
        "2. Đề nghị Công ty Thủy lợi Hòa An ngưng xả nước hồ.\n"
    )

    assert [duty.agency for duty in found] == [
        "Công ty Nhôm Gia Phú",
        "Công ty Đá Hòa An",
        "Công ty Thủy lợi Hòa An",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Ban Quản lý Vườn quốc gia Phước Bình",
        "Chi cục Hải quan cửa khẩu quốc tế Hoa Lư",
        "Ban Huấn luyện các đội tuyển",
        "Nhà tạm giữ Công an huyện",
        "Hạt Kiểm lâm liên huyện",
    ],
)
def test_a_heading_of_one_line_stands_above_any_task(heading: str):
    task = "Ngưng nhận khách vào mùa khô, gỡ các lều trại đã dựng ở ven suối trong rừng."
    found = duties(ORGANISING + f"1. {heading}\n{task}\n2. Sở Y tế\nRà soát thuốc men.")

    assert [(duty.agency, duty.passage.quote) for duty in found] == [
        (heading, task),
        ("Sở Y tế", "Rà soát thuốc men."),
    ]


def test_a_full_line_that_goes_on_is_no_heading():
    found = duties(
        ORGANISING + "1. Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên\n"
        "Hòa Bình mở lớp nghề."
    )

    assert [duty.agency for duty in found] == [
        "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Hòa Bình"
    ]


def test_a_kind_alone_below_a_heading_is_that_agency():
    found = duties(ORGANISING + "1. Viện Lúa Hòa An\nĐề nghị Viện chuyển giao giống lúa mới.")

    assert [(duty.agency, duty.passage.quote[:12]) for duty in found] == [
        ("Viện Lúa Hòa An", "Đề nghị Viện")
    ]


def test_a_part_that_is_directed_has_the_duty_too():
    ordered = duties(
        "Chủ tịch UBND tỉnh yêu cầu:\n"
        "1. Chỉ đạo Chi cục Thủy lợi có trách nhiệm đóng các cống ngăn mặn."
    )
    below = duties(
        ORGANISING
        + "1. Sở Xây dựng\n- Chỉ đạo Thanh tra Sở có trách nhiệm dừng các công trình sai phép."
    )

    assert [duty.agency for duty in ordered] == ["Chi cục Thủy lợi"]
    assert [(duty.agency, duty.role) for duty in below] == [
        ("Sở Xây dựng", "assigned"),
        ("Thanh tra Sở", "assigned"),
    ]


def test_thousands_of_places_and_lines_are_read_in_no_time():
    places = ", ".join(["Hòa An Phú"] * 5000)
    lines = "\n".join(["Ngưng nhận khách Hòa An vào mùa khô"] * 3000)
    started = time.thread_time()

    duties(f"{ORGANISING}1. UBND các xã {places} cưỡng chế lều trại.\n2. Vườn Hòa An\n{lines}.")

    assert time.thread_time() - started < 10
