"""How alike titles are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.titles import (
    ALIKE,
    CONFLICT,
    day_of_named,
    likeness,
    same_work,
    short_subject,
    speaks_of,
)

HEALTH = "về tăng cường công tác bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân trong tình hình mới"
ECONOMY = "về phát triển kinh tế tập thể, hợp tác xã trong giai đoạn mới"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (HEALTH, "Tăng cường bảo vệ, chăm sóc và nâng cao sức khoẻ nhân dân"),
        (HEALTH, "VỀ BẢO VỆ, CHĂM SÓC SỨC KHỎE NHÂN DÂN"),
        (ECONOMY, "phát triển kinh tế tập thể"),
    ],
)
def test_one_subject(a: str, b: str) -> None:
    assert (likeness(a, b) or 0) >= ALIKE
    assert likeness(a, b) == likeness(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (HEALTH, ECONOMY),
        ("phòng, chống bệnh dại trên đàn chó", "phòng, chống hạn hán, thiếu nước"),
    ],
)
def test_two_subjects(a: str, b: str) -> None:
    assert likeness(a, b) is not None
    assert (likeness(a, b) or 0) < CONFLICT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (None, HEALTH),
        (HEALTH, ""),
        ("về việc tăng cường công tác trong tình hình mới", HEALTH),
        ("Dân số", HEALTH),
    ],
)
def test_titles_that_tell_nothing(a: str | None, b: str | None) -> None:
    assert likeness(a, b) is None


ONE_WORK = [
    ("Luật Khám bệnh, chữa bệnh", "Luật Khám bệnh, chữa bệnh năm 2009"),
    ("Chương trình Sức khỏe Việt Nam", "Chương trình Sức khoẻ Việt Nam giai đoạn 2018-2030"),
    (
        "Đề án tổng thể nâng tầm vóc người Việt Nam giai đoạn 2011-2030",
        "Đề án tổng thể nâng tầm vóc người VN đến năm 2030",
    ),
    (
        "Chương trình quốc gia về bơi an toàn cho trẻ em trong các trường học",
        "Chương trình quốc gia bơi an toàn cho trẻ em tại các trường học và khu dân cư",
    ),
]
TWO_WORKS = [
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm xã hội",
        "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế",
    ),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ X",
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI",
    ),
    ("Kế hoạch phòng bệnh giai đoạn 2016-2020", "Kế hoạch phòng bệnh giai đoạn 2021-2025"),
    ("Kế hoạch phòng bệnh năm 2018", "Kế hoạch phòng bệnh năm 2019"),
    ("Chương trình phòng bệnh đến năm 2025", "Chương trình phòng bệnh giai đoạn 2021-2030"),
    # Words that any two share: "về", and those of the period.
    (
        "Chiến lược quốc gia về phòng, chống bệnh lao",
        "Chiến lược quốc gia phòng, chống bệnh không lây nhiễm",
    ),
    ("Đề án phát triển y tế biển, đảo đến năm 2020", "Đề án phát triển y tế núi đến năm 2020"),
    # Each has words of its own before the common end.
    ("Đề án y tế học đường cho vùng khó khăn", "Đề án y tế thôn bản cho vùng khó khăn"),
    # The plan of the last year, beside the one of the whole period.
    ("Kế hoạch phòng bệnh năm 2020", "Kế hoạch phòng bệnh giai đoạn 2016-2020"),
]


PLENUM = "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII"


def test_a_plenum_is_none_of_its_resolutions() -> None:
    said = "Nghị quyết Trung ương 6 khóa XII"
    people, bodies = (
        f"{PLENUM} về công tác dân số",
        f"{PLENUM} về tiếp tục đổi mới hệ thống tổ chức",
    )
    assert same_work(said, PLENUM)
    assert same_work(f"{said} về công tác dân số trong tình hình mới", people)
    assert not same_work(said, people)
    assert not same_work(f"{said} về tiếp tục đổi mới", bodies)
    assert not same_work(people, bodies)


@pytest.mark.parametrize(("a", "b"), ONE_WORK)
def test_names_of_one_work(a: str, b: str) -> None:
    assert same_work(a, b)
    assert same_work(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_WORKS)
def test_names_of_two_works(a: str, b: str) -> None:
    assert not same_work(a, b)
    assert not same_work(b, a)


WORDS = ["luật", "dược", "giá", "y", "tế", "năm", "2016", "2020", "x", "xi", "số", "về", "và"]
some_titles = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)


@given(some_titles, some_titles)
def test_likeness_does_not_depend_on_the_side(a: str, b: str) -> None:
    assert same_work(a, b) == same_work(b, a)
    assert same_work(a, a)
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) in (None, 1.0)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Kế hoạch thực hiện Nghị quyết số 20-NQ/TW ngày 16/6/2022 của Trung ương", "2022-06-16"),
        ("thực hiện Chỉ thị số 5/CT-TTg ngày 3 tháng 2 năm 2019 của Thủ tướng", "2019-02-03"),
        ("thực hiện Nghị quyết số 9-NQ/TU ngày 1/3/2018, số 7-NQ/TW ngày 2/2/2018", "2018-03-01"),
        ("tổ chức cuộc bầu cử ngày 22/5/2016", None),
        ("kỷ niệm 70 năm ngày 2/9/1945", None),
    ],
)
def test_only_the_day_of_a_numbered_document_dates_what_names_it(
    title: str, day: str | None
) -> None:
    assert day_of_named(title) == day


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("về nông nghiệp", "nong nghiep"),
        ("về công tác cán bộ", "can bo"),
        ("về BHYT", None),
        ("về nông nghiệp, nông dân, nông thôn", None),
        ("về việc thực hiện", None),
        ("", None),
    ],
)
def test_a_short_subject_is_told_from_a_long_one(title: str, subject: str | None) -> None:
    assert short_subject(title) == subject


def test_a_subject_is_spoken_of_word_for_word() -> None:
    assert speaks_of("nong nghiep", ["về nông nghiệp, nông dân, nông thôn"])
    assert not speaks_of("nong nghiep", ["về nông dân", "nghiệp vụ nông thôn"])
    assert not speaks_of("nong nghiep", [])
