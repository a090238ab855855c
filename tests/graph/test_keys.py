"""Keys and blocks: readable, short, the same for every spelling."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.identity.keys import (
    beginning_of,
    block_of_act,
    block_of_number,
    block_of_title,
    is_block_of_act,
    key_of,
    mark_of,
    name_of_number,
    name_of_title,
    period_of,
    scope_of,
)
from loaders.records import Level

NUMBERS = {
    "20-NQ/TW": "20-nq-tw",
    "20 nq tw": "20-nq-tw",
    "số 20-NQ/TW": "20-nq-tw",
    "20/NQ-TW": "20-nq-tw",
    "05/KH-UBND": "5-kh-ubnd",
    "5/KH-UBND": "5-kh-ubnd",
    "0108/KH-UBND": "108-kh-ubnd",
    "15/2020/NĐ-CP": "15-2020-nd-cp",
    "2018/QĐ-BYT": "2018-qd-byt",
    "30c/NQ-CP": "30c-nq-cp",
    "12/QÐ-TTg": "12-qd-ttg",  # an Icelandic letter, as fonts print it
    "03/2021/NQ-HĐND-K6": "3-2021-nq-hdnd-k6",
    "0/KH-UBND": "0-kh-ubnd",
    "29/2015/TTLT-BTC-BGTVT": "29-2015-ttlt-bgtvt-btc",
    "29/2015/TTLT-BGTVT-BTC": "29-2015-ttlt-bgtvt-btc",
    "77/KH-SGDĐT": "77-kh-sgddt",
    "77/KH-SGD&ĐT": "77-kh-sgddt",
    "77/KH-SGD-ĐT": "77-kh-sgddt",
    "8/KH-SLĐ-TB&XH": "8-kh-sldtbxh",
    "12/BC-PGD&ĐT": "12-bc-pgddt",
    "13/2016/TTLT-BGD&ĐT-BYT": "13-2016-ttlt-bgddt-byt",
    "3/KH-CDC": "3-kh-ttksbt",
    "45/2013/TT-BNN": "45-2013-tt-bnnptnt",
    "12/SYT-NVY": "12-syt-nvy",
    "9/KH-ĐT": "9-kh-dt",
    "116/LĐTBXH": "116-ldtbxh",
}


@pytest.mark.parametrize(("text", "block"), NUMBERS.items())
def test_every_spelling_of_a_number_has_one_block(text: str, block: str) -> None:
    assert block_of_number(text) == block
    assert block_of_number(unicodedata.normalize("NFD", text)) == block


@pytest.mark.parametrize("text", ["", "KH-UBND", "số …/KH-UBND", "/"])
def test_what_holds_no_digit_is_no_number(text: str) -> None:
    assert block_of_number(text) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("20-NQ/TW", "120-NQ/TW"),
        ("20-NQ/TW", "2-NQ/TW"),
        ("20-NQ/TW", "20-NQ/TU"),
        ("20/NQ-CP", "20-NQ/TW"),
        ("5-CT/TU", "5-CTr/TU"),
        ("15/2020/NĐ-CP", "15/2021/NĐ-CP"),
        ("15/NQ-HĐND", "15/2020/NQ-HĐND"),
        ("30/NQ-CP", "30c/NQ-CP"),
        ("7/KH-BV", "7/KH-BVĐK"),
        ("7/KH-PGDĐT", "7/KH-SGDĐT"),
    ],
)
def test_other_numbers_have_other_blocks(first: str, second: str) -> None:
    assert block_of_number(first) != block_of_number(second)


TITLES = {
    ("Chương trình", "Chương trình Sức khỏe Việt Nam"): "chuong-trinh-suc-khoe-viet-nam",
    ("Chương trình", "Sức khỏe Việt Nam"): "chuong-trinh-suc-khoe-viet-nam",
    (None, "Chương trình Sức khỏe Việt Nam"): "chuong-trinh-suc-khoe-viet-nam",
    ("Đề án", "1816"): "de-an-1816",
    ("Chiến lược", "quốc gia về dinh dưỡng giai đoạn 2021-2030"): (
        "chien-luoc-quoc-gia-dinh-duong"
    ),
    ("Chiến lược", "quốc gia về dinh dưỡng đến năm 2030"): "chien-luoc-quoc-gia-dinh-duong",
    ("Chiến lược", "quốc gia bảo vệ, chăm sóc sức khỏe nhân dân"): (
        "chien-luoc-quoc-gia-bao-ve-cham"
    ),
    ("Chiến lược", "quốc gia bao ve, cham soc suc khoe nhan dan"): (
        "chien-luoc-quoc-gia-bao-ve-cham"
    ),
    ("Chiến lược", "quốc gia về bảo vệ, chăm sóc sức khỏe nhân dân"): (
        "chien-luoc-quoc-gia-bao-ve-cham"
    ),
    ("Đề án", "an toàn vệ sinh lao động"): "de-an-an-toan-ve-sinh-lao",
    ("Bộ Tiêu chí", "quốc gia về y tế xã"): "tieu-chi-quoc-gia-y-te-xa",
    ("Tiêu chí", "quốc gia về y tế xã"): "tieu-chi-quoc-gia-y-te-xa",
    ("KH-UBND", "về phòng, chống sốt xuất huyết và sốt rét năm 2019"): (
        "kh-ubnd-ve-phong-chong-sot-xuat"
    ),
    (None, ""): "van-ban",
    (None, "…"): "van-ban",
}


@pytest.mark.parametrize(("said", "block"), TITLES.items())
def test_a_title_gives_its_first_words_without_the_period(
    said: tuple[str | None, str], block: str
) -> None:
    assert block_of_title(*said) == block


def test_a_title_that_begins_with_a_period_keeps_it() -> None:
    assert block_of_title("Kế hoạch", "năm 2020 về y tế") != block_of_title("Kế hoạch", "về y tế")


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("giai đoạn 2021-2030, tầm nhìn đến năm 2045", "2021-2045"),
        ("đến năm 2030", "2030"),
        ("theo Nghị quyết 20", None),
        ("mã 20305", None),
        (None, None),
    ],
)
def test_the_period_is_the_first_and_the_last_year(title: str | None, period: str | None) -> None:
    assert period_of(title) == period


@pytest.mark.parametrize(
    ("level", "province", "district", "scope"),
    [
        (Level.CENTRAL, None, None, "vn"),
        (Level.CENTRAL, "Sơn La", None, "vn"),
        (None, None, None, "vn"),
        (None, "Sơn La", None, "vn-son-la"),
        (Level.PROVINCE, "Sơn La", None, "vn-son-la"),
        (Level.PROVINCE, "Sơn La", "Mộc Châu", "vn-son-la"),
        (Level.DISTRICT, "Sơn La", "Mộc Châu", "vn-son-la-moc-chau"),
        (Level.FACILITY, "Sơn La", None, "vn-son-la"),
        (Level.DISTRICT, None, "Mộc Châu", "vn-x"),
        (Level.PROVINCE, None, None, "vn-x"),
    ],
)
def test_the_scope_says_where(
    level: Level | None, province: str | None, district: str | None, scope: str
) -> None:
    assert scope_of(level, province, district) == scope


def test_a_key_joins_what_there_is() -> None:
    assert key_of("vn", "20-nq-tw", "2017-10-25") == "vn.20-nq-tw.2017-10-25"
    assert key_of("vn-son-la", "5-kh-ubnd", None) == "vn-son-la.5-kh-ubnd"
    assert key_of("vn", "5-kh-ubnd", "2018", "a1b2c3") == "vn.5-kh-ubnd.2018.a1b2c3"


def test_the_mark_depends_on_each_fact_and_not_on_its_spelling() -> None:
    assert mark_of("Về y tế", "UBND tỉnh") == mark_of("về Y TẾ", "ubnd Tỉnh")
    marks = {mark_of(*facts) for facts in [("a", "b"), ("b", "a"), ("a b", None), (None, "a b")]}
    assert len(marks) == 4
    assert all(re.fullmatch("[0-9a-f]{6}", mark) for mark in marks)


def test_the_block_of_an_act_is_type_province_and_month() -> None:
    block = block_of_act("Kế hoạch", "Sơn La", "2018-08-21")
    assert block == block_of_act("KẾ HOẠCH", "Sơn La", "2018-08")
    assert is_block_of_act(block)
    others = [
        block_of_act("Quyết định", "Sơn La", "2018-08"),
        block_of_act("Kế hoạch", None, "2018-08"),
        block_of_act("Kế hoạch", "Sơn La", "2018-09"),
    ]
    assert block not in others
    assert not is_block_of_act(block_of_title("Kế hoạch", "act: về y tế"))


ONE_BLOCK = [
    ("Chiến lược", "quốc gia về bình đẳng giới", "Quốc gia bình đẳng giới giai đoạn 2021-2030"),
    ("Chương trình mục tiêu quốc gia", "về xây dựng nông thôn mới", "xây dựng NTM"),
    ("Hiến pháp", "Hiến pháp", "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("Nghị quyết", "Đại hội XIII của Đảng", "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"),
    (
        "Nghị quyết",
        "Đại hội Đảng bộ tỉnh Bến Tre lần thứ XI",
        "Đại hội đại biểu Đảng bộ tỉnh lần thứ 11, nhiệm kỳ 2020-2025",
    ),
]
TWO_BLOCKS = [
    ("Kế hoạch", "về phát triển du lịch", "phát triển du lịch"),
    ("Nghị quyết", "Đại hội Đảng bộ tỉnh lần thứ XI", "Đại hội Đảng bộ tỉnh lần thứ X"),
    ("Nghị quyết", "Đại hội Đảng bộ tỉnh lần thứ XI", "Đại hội Đảng bộ huyện lần thứ XI"),
    ("Kế hoạch", "tổ chức Đại hội Đảng bộ tỉnh lần thứ XI", "Đại hội Đảng bộ tỉnh lần thứ XI"),
]


@pytest.mark.parametrize(("kind", "title", "other"), ONE_BLOCK)
def test_one_work_in_other_words_has_one_block(kind: str, title: str, other: str) -> None:
    assert block_of_title(kind, title) == block_of_title(kind, other)


@pytest.mark.parametrize(("kind", "title", "other"), TWO_BLOCKS)
def test_works_that_differ_have_blocks_of_their_own(kind: str, title: str, other: str) -> None:
    assert block_of_title(kind, title) != block_of_title(kind, other)


def test_the_congress_of_a_commune_is_named_by_the_commune() -> None:
    title = "Đại hội đại biểu Đảng bộ xã lần thứ I"
    blocks = {block_of_title("Nghị quyết", title, name) for name in ("tan ha", "gia lam", None)}
    assert len(blocks) == 3


@pytest.mark.parametrize(
    ("kind", "title", "name"),
    [
        ("Chiến lược", "quốc gia về dinh dưỡng đến năm 2030", "chien-luoc-quoc-gia-ve-dinh-duong"),
        ("Chiến lược", "quốc gia dinh dưỡng", "chien-luoc-quoc-gia-dinh-duong"),
        (
            "Đề án",
            "quốc gia về cải tạo chung cư cũ và nhà ở",
            "de-an-quoc-gia-ve-cai-tao-chung",
        ),
        ("Đề án", "quốc gia cải tạo chung cư cũ", "de-an-quoc-gia-cai-tao-chung-cu"),
        ("Nghị quyết", "Đại hội XIII của Đảng", "nghi-quyet-dai-hoi-dang-lan-13"),
    ],
)
def test_a_key_has_the_first_six_words_of_a_title(kind: str, title: str, name: str) -> None:
    assert name_of_title(block_of_title(kind, title), kind, title) == name


TITLE = "chương trình mục tiêu quốc gia về y tế hành động kế hoạch giai đoạn 2021 bộ"
title_text = st.lists(st.sampled_from(TITLE.split()), max_size=12).map(" ".join)
kinds = st.sampled_from(
    [None, "Chương trình", "Chương trình mục tiêu", "Chương trình mục tiêu quốc gia", "Bộ tiêu chí"]
)


@given(kinds, title_text, kinds, title_text)
@example("Chương trình mục tiêu", "quốc gia y tế bộ", "Chương trình mục tiêu quốc gia", "y tế bộ")
@example(None, "chương trình quốc gia y tế hành động", "Chương trình", "quốc gia y tế hành động")
def test_works_with_one_name_have_one_block(
    kind: str | None, title: str, other_kind: str | None, other: str
) -> None:
    block, other_block = block_of_title(kind, title), block_of_title(other_kind, other)
    if name_of_title(block, kind, title) == name_of_title(other_block, other_kind, other):
        assert block == other_block


def test_titles_that_begin_alike_may_be_of_other_blocks() -> None:
    titles = (
        "Chương trình hành động của Bộ Y tế đến năm 2030",
        "Chương trình hành động của Bộ Nội vụ",
    )
    assert {beginning_of(title) for title in titles} == {"chuong trinh hanh dong cua bo"}
    assert len({block_of_title(None, title) for title in titles}) == 2


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("07/KH-SNN", "7-kh-snn"),
        ("12/KH-SGD&ĐT", "12-kh-sgd-dt"),
        ("29/2015/TTLT-BYT-BTC", "29-2015-ttlt-byt-btc"),
        ("20-NQ/TW", "20-nq-tw"),
    ],
)
def test_a_key_has_the_number_as_it_is_printed(number: str, name: str) -> None:
    assert name_of_number(block_of_number(number) or "", number) == name


def test_a_number_of_another_block_gives_it_no_name() -> None:
    assert name_of_number("luat-dat-dai", "31/2024/QH15") == "luat-dat-dai"


def test_a_title_of_another_block_gives_it_no_name() -> None:
    assert name_of_title("1-kh-ubnd", "Kế hoạch", "về y tế") == "1-kh-ubnd"


long_text = st.text(alphabet="aăâđÐeê1 0-/.%‰", max_size=300)


@given(long_text, long_text, long_text, long_text, st.sampled_from(list(Level)))
def test_no_key_is_longer_than_the_contract_says(
    province: str, district: str, number: str, title: str, level: Level
) -> None:
    scope = scope_of(level, province or None, district or None)
    for block in (block_of_number(number), block_of_title(number, title)):
        key = key_of(scope, block or "x", "2018-10-25", mark_of(title))
        assert len(key) <= 120
        assert re.fullmatch(r"[a-z0-9.-]+", key)


def test_what_is_cut_off_still_counts() -> None:
    long = "1/" + "ABCDEF-" * 20
    assert block_of_number(long + "X") != block_of_number(long + "Y")


@pytest.mark.parametrize(
    ("title", "block"),
    [
        ("Nghị quyết Trung ương 6 khóa XII", "6-khoa-xii"),
        ("Hội nghị Trung ương sáu (khóa 12)", "6-khoa-xii"),
        ("Nghị quyết Hội nghị lần thứ 06 của BCH Trung ương Đảng, khóa XII", "6-khoa-xii"),
        ("Nghị quyết TW 5 khóa IX", "5-khoa-ix"),
        ("Nghị quyết Trung ương 6 khóa XII về công tác dân số", "6-khoa-xii-cong-tac-dan"),
    ],
)
def test_a_plenum_has_one_block_in_all_wordings_and_others_with_a_subject(
    title: str, block: str
) -> None:
    assert block_of_title("Nghị quyết", title) == f"nghi-quyet-hoi-nghi-trung-uong-{block}"


def test_a_provinces_own_plenum_is_named_by_its_words() -> None:
    title = "Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XII"
    assert "trung-uong" not in block_of_title("Nghị quyết", title)
