"""Congresses: resolutions that differ in body, place or numeral are several, else one."""

from __future__ import annotations

import pytest

from loaders.citations.congresses import congress_of
from loaders.records import Level
from tests.loaders.test_citing import edges, names, read


@pytest.mark.parametrize(
    ("words", "body", "place", "level", "which"),
    [
        ("đại hội đại biểu toàn quốc lần thứ xiii của đảng", "", "", Level.CENTRAL, 13),
        ("đại hội xi của đảng", "", "", Level.CENTRAL, 11),
        ("đại hội đảng bộ tỉnh bắc giang lần thứ xix", "dang bo tinh", "bac giang", "province", 19),
        ("đại hội lần thứ 19 đảng bộ tỉnh", "dang bo tinh", None, "province", 19),
        ("đại hội đảng bộ các cơ quan tỉnh khóa ii", "dang bo cac co quan tinh", None, None, 2),
        ("đại hội đại biểu thị xã lần thứ nhất", "dai bieu thi xa", None, "district", 1),
        ("đại hội công đoàn tỉnh nhiệm kỳ 2018-2023", "cong doan tinh", None, "province", None),
        ("đại hội đại biểu phụ nữ toàn quốc lần thứ xiii", "phu nu", "", "central", 13),
        ("đại hội phụ nữ tỉnh an giang lần thứ xi", "phu nu tinh", "an giang", "province", 11),
        ("đại hội xiii công đoàn việt nam", "cong doan", "", "central", 13),
        (
            "đại hội đại biểu toàn quốc đoàn tncs hồ chí minh",
            "doan thanh nien",
            "",
            "central",
            None,
        ),
        (
            "đại hội đảng bộ liên đoàn lao động tỉnh",
            "dang bo lien doan lao dong tinh",
            None,
            None,
            None,
        ),
        ("đại hội đảng bộ thành phố vinh lần thứ xxiv", "dang bo thanh pho", "vinh", None, 24),
    ],
)
def test_a_title_tells_whose_congress_and_which(words, body, place, level, which):
    found = congress_of(words, 0, len(words))
    assert found is not None
    assert (found.body, found.place, found.which) == (body, place, which)
    assert level is None or found.level == level


def test_a_general_meeting_is_no_congress():
    words = "đại hội đồng cổ đông thường niên"
    assert congress_of(words, 0, len(words)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đảng bộ tỉnh lần thứ XI", "Đảng bộ huyện lần thứ XI"),
        ("Đảng bộ tỉnh lần thứ XI", "Đảng bộ Thành phố lần thứ XI"),
        ("Đảng bộ tỉnh lần thứ XI", "Đảng bộ tỉnh lần thứ XII"),
        ("toàn quốc lần thứ XIII của Đảng", "Đảng bộ tỉnh lần thứ XIII"),
        ("Đảng bộ huyện Thanh Liêm lần thứ V", "Đảng bộ huyện Bình Lục lần thứ V"),
        ("Đảng bộ tỉnh lần thứ I", "Đảng bộ các cơ quan tỉnh lần thứ I"),
        ("toàn quốc lần thứ XII của Đảng", "toàn quốc lần thứ XIII của Đảng"),
    ],
)
def test_resolutions_of_two_congresses_are_two_documents(one, other):
    full = [f"Nghị quyết Đại hội đại biểu {name}" for name in (one, other)]
    record = read(f"Thực hiện {full[0]}, {full[1]}; Ủy ban nhân dân tỉnh ban hành kế hoạch:")
    assert names(record) == full
    assert edges(record) == {("SELF", "IMPLEMENTS", name) for name in full}


@pytest.mark.parametrize(
    "names_of_one",
    [
        (
            "Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX (nhiệm kỳ 2015 - 2020)",
            "Đại hội Đảng bộ tỉnh lần thứ 19",
            "Đại hội lần thứ XIX Đảng bộ tỉnh",
            "Đại hội XIX của Đảng bộ tỉnh",
            "Đại hội đại biểu Đảng bộ tỉnh khóa XIX",
        ),
        (
            "Đại hội đại biểu toàn quốc lần thứ XII của Đảng",
            "Đại hội XII của Đảng",
            "Đại hội Đảng toàn quốc lần thứ XII",
        ),
    ],
)
def test_one_congress_in_other_words_is_one_document(names_of_one):
    tasks = "".join(f"- Bám sát Nghị quyết {name}.\n" for name in names_of_one)
    [reference] = read(tasks=tasks).references
    assert len(reference.mentions) == len(names_of_one)


def test_a_provinces_plan_does_not_carry_out_the_resolution_of_a_districts_congress():
    record = read(
        "Thực hiện Kế hoạch số 35/KH-UBND ngày 6/5/2019 của UBND tỉnh thực hiện Nghị quyết số "
        "14-NQ/TU ngày 7/02/2019 của Tỉnh ủy về trồng rừng; Nghị quyết Đại hội Đảng bộ huyện "
        "lần thứ XVI; Ủy ban nhân dân huyện ban hành kế hoạch:"
    )
    district = "Nghị quyết Đại hội Đảng bộ huyện lần thứ XVI"
    assert {a for a, _, b in edges(record) if b == district} == {"SELF"}


@pytest.mark.parametrize(
    ("one", "other", "documents"),
    [
        ("ngày 5/3/2018 của Trung ương", "của Trung ương khóa XII", 1),
        ("ngày 5/3/2018 của Trung ương", "của Trung ương khóa XIII", 2),
        ("khóa XI", "ngày 5/3/2018", 2),
        ("khóa XI", "khóa XII", 2),
    ],
)
def test_a_date_tells_the_term_of_a_party_number(one, other, documents):
    tasks = (
        f"- Bám sát các mục tiêu của Nghị quyết số 88-NQ/TW {one} khi lập dự toán hằng năm.\n"
        f"- Đối chiếu với nội dung của Nghị quyết số 88-NQ/TW {other} trong quá trình rà soát.\n"
    )
    assert len(read(tasks=tasks).references) == documents


FULL = "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020-2025 về y tế"
OTHER = "Nghị quyết Đại hội Đảng bộ huyện lần thứ XX về lĩnh vực giáo dục và đào tạo"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((FULL, "mục tiêu của Nghị quyết Đại hội"), {"tỉnh": 2}),
        ((FULL, OTHER, "theo Nghị quyết Đại hội Đảng bộ huyện"), {"tỉnh": 1, "huyện": 2}),
        ((FULL, OTHER, "theo Nghị quyết Đại hội về giáo dục và đào tạo"), {"tỉnh": 1, "huyện": 2}),
        ((FULL, OTHER, "học tập Nghị quyết Đại hội"), {"tỉnh": 1, "huyện": 1}),
        ((FULL, "quán triệt Nghị quyết Đại hội Đảng các cấp"), {"tỉnh": 1}),
        (("thực hiện Nghị quyết Đại hội về công tác cán bộ",), {}),
        ((FULL, "theo Nghị quyết Đại hội Công đoàn tỉnh"), {"tỉnh": 1, "Công đoàn": 1}),
    ],
)
def test_a_congress_named_in_short_is_the_one_that_it_can_mean(lines, said):
    record = read("KẾ HOẠCH\nVề công tác năm 2021\n\n" + "".join(f"- Căn cứ {x};\n" for x in lines))
    assert len(record.references) == len(said)
    assert sorted(len(r.mentions) for r in record.references) == sorted(said.values())
    assert all(any(w in (r.title or "") for r in record.references) for w in said)


def test_a_name_in_short_means_none_of_many_congresses():
    lines = [
        f"- Nghị quyết Đại hội Đảng bộ xã Tân {n} lần thứ X; Nghị quyết Đại hội;"
        for n in range(3000)
    ]
    record = read("KẾ HOẠCH\nVề công tác năm 2021\n\n" + "\n".join(lines))
    assert len(record.references) == 3000
    assert all(len(reference.mentions) == 1 for reference in record.references)
