"""Plenums: each passes several resolutions; a subject tells which, the plenum alone none."""

from __future__ import annotations

import pytest

from tests.loaders.test_citing import names, read

FULL = (
    "Căn cứ Nghị quyết số 26-NQ/TW ngày 05/8/2008 của Hội nghị lần thứ bảy Ban Chấp hành Trung "
    "ương Đảng khóa X về nông nghiệp, nông dân, nông thôn;"
)


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết Trung ương 7 khóa X về nông nghiệp, nông dân, nông thôn",
        "Nghị quyết Hội nghị Trung ương bảy (khóa X) về nông nghiệp, nông dân và nông thôn",
        "Nghị quyết Hội nghị lần thứ 7 Ban Chấp hành Trung ương Đảng khóa X về nông nghiệp",
    ],
)
def test_plenum_and_subject_name_the_resolution(words):
    assert names(read(FULL, f"1. Quán triệt {words}.")) == ["26-NQ/TW"]


@pytest.mark.parametrize(
    "words",
    [
        "Nghị quyết Trung ương 7 khóa X",
        "Nghị quyết Trung ương 7 khóa XI về nông nghiệp, nông dân, nông thôn",
        "Nghị quyết Trung ương 6 khóa X về nông nghiệp, nông dân, nông thôn",
        "Nghị quyết Trung ương 7 khóa X về xây dựng đội ngũ trí thức",
    ],
)
def test_another_plenum_term_or_subject_or_none_names_another_document(words):
    assert names(read(FULL, f"1. Quán triệt {words}.")) == ["26-NQ/TW", words]


def test_a_plenum_is_one_document_however_it_is_written():
    [reference] = read(
        tasks="1. Học tập Nghị quyết Trung ương sáu khóa XI.\n"
        "2. Kiểm tra theo Nghị quyết Hội nghị Trung ương 6 (khóa XI)."
    ).references
    assert (reference.term, len(reference.mentions)) == ("XI", 2)


def test_plenums_of_two_numbers_terms_or_committees_are_several():
    tasks = (
        "1. Học tập Nghị quyết Trung ương 4 khóa XI; Nghị quyết Trung ương 4 khóa XII; Nghị quyết "
        "Trung ương 5 khóa XII; Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa "
        "XII."
    )
    assert len(read(tasks=tasks).references) == 4


def test_a_subject_goes_on_behind_the_term_in_brackets():
    tasks = (
        "1. Học tập Nghị quyết Trung ương 4 khóa XII về xây dựng, chỉnh đốn Đảng.\n"
        "2. Nhắc lại Nghị quyết Trung ương 4 (khóa XII) về tăng cường xây dựng, chỉnh đốn Đảng."
    )
    [reference] = read(tasks=tasks).references
    assert len(reference.mentions) == 2


def test_a_plan_that_carries_out_what_a_plenum_resolved_is_not_issued_by_it():
    found = read(
        "Theo Quyết định số 518/QĐ-UBND ngày 03/4/2012 của UBND tỉnh về Kế hoạch hành động triển "
        "khai Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XI về xây dựng kết "
        "cấu hạ tầng."
    ).references
    issuers = {reference.type: reference.issuer for reference in found}
    assert issuers["Kế hoạch hành động"] is None
    assert issuers["Nghị quyết"] == "Ban Chấp hành Trung ương Đảng (khóa XI)"


@pytest.mark.parametrize(
    ("behind", "subject"),
    [
        (", nâng cao hiệu quả của chợ; 1", ", nâng cao hiệu quả của chợ"),
        (", các cấp ủy tập trung lãnh đạo. 1", ""),
    ],
)
def test_a_comma_belongs_to_the_subject_of_a_plenum_but_not_who_acts(behind, subject):
    record = read(f"Căn cứ Nghị quyết Trung ương 6 khóa XII về tiếp tục đổi mới tổ chức{behind}")
    (reference,) = record.references
    assert (reference.title or "").endswith(f"về tiếp tục đổi mới tổ chức{subject}")
