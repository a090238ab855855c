"""Garbled text: what is restored and what is left; every span still counts in the raw text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mending.repair import repair
from loaders.tables import load_toml
from loaders.text.confusions import COSTLIEST, as_printed, garbled_forms, skeleton
from loaders.text.source_text import SourceText

_CONFUSIONS = load_toml("loaders", "confusions")
REWRITES = [
    row for group in ("part", "rewrite", "settle", "last", "slip") for row in _CONFUSIONS[group]
]

RESTORED = [
    ("Thyc hién Ké hoach s6 12/KH-UBND", "Thực hiện Kế hoạch số 12/KH-UBND"),
    ("Can ctr Quyét dinh s6 77/QD-TTg", "Căn cứ Quyết định số 77/QD-TTg"),
    ("Cn ctf Luat Ngan sach nha nuéc", "Căn cứ Luật Ngân sách nhà nước"),
    ("SO Y TE TINH LAI CHAU", "SỞ Y TẾ TỈNH LAI CHÂU"),
    ("phdi hop véi cac s&, nganh", "phối hợp với các sở, ngành"),
    ("ty 16 dan sé tham gia bao hiém y té dat", "tỷ lệ dân số tham gia bảo hiểm y tế đạt"),
    ("Ill. TO CHUC THUC HIEN", "III. TỔ CHỨC THỰC HIỆN"),
    ("cua Uy ban nhan dan tinh", "của Ủy ban nhân dân tỉnh"),
    ("cac tramy té xa", "các trạm y tế xã"),
    ("1.SdYté", "1.Sở y tế"),
    ("tac hai cua thuéc 14", "tác hại của thuốc lá"),
    ("dat tlr 95% tré'lén", "đạt từ 95% trở lên"),
    ("Sé bac si/10.000 dan", "Số bác sĩ/10.000 dân"),
    ("CHINH PHU", "CHÍNH PHỦ"),
    ("UBND huyén Quan Ba", "UBND huyện Quản Bạ"),
    ("UBND cé4c x&/phuong", "UBND các xã/phường"),
    ("| 4 | Nha van héa thon | nha | 214 |", "| 4 | Nhà văn hóa thôn | nhà | 214 |"),
    ("Céng an tinh: Phi hop véi Sd Y té", "Công an tỉnh: Phối hợp với Sở Y tế"),
    ("KE HOACH\nThuc hién Nghi quyét", "KẾ HOẠCH\nThực hiện Nghị quyết"),
    ("Nghi quyét ctla Chinh phu", "Nghị quyết của Chính phủ"),
    ("4. Hiéu trudng cdc trudng tiéu hoc", "4. Hiệu trưởng các trường tiểu học"),
    ("1. Thu trudng cac sé, ban, nganh", "1. Thủ trưởng các sở, ban, ngành"),
    ("Cac sd: Giao théng van tai", "Các sở: Giao thông vận tải"),
    ("Hiép hoi Du lich tinh", "Hiệp hội Du lịch tỉnh"),
    ("dam bao. Trién khai", "đảm bảo. Triển khai"),
]

LEFT = [
    "Phan Van Dang",
    "Nguyén Thi Hoa",
    "Ton That Tung",
    "024.6273.2273",
    "12/KH-UBND",
    "8,6 bác sĩ",
    "50 giường bệnh",
    "https://vanban.example.vn/ke-hoach-12-kh-ubnd",
]


@pytest.mark.parametrize(("printed", "reads"), RESTORED, ids=[reads for _, reads in RESTORED])
def test_known_phrases_are_restored(printed: str, reads: str):
    assert repair(SourceText.of(printed)).value == reads


@pytest.mark.parametrize("printed", LEFT)
def test_names_numbers_and_addresses_are_left_as_they_are_printed(printed: str):
    assert repair(SourceText.of(f"Noi nhan:\n\n{printed}\n")).value.split("\n")[2] == printed


@pytest.mark.parametrize("row", REWRITES, ids=[row["name"] for row in REWRITES])
def test_rows_of_signs_match_their_examples_and_none_of_their_rejects(row):
    printed = as_printed(row, re.MULTILINE)
    assert row["examples"] != []
    assert row["rejects"] != []
    assert [text for text in row["examples"] if printed.search(text) is None] == []
    assert [text for text in row["rejects"] if printed.search(text) is not None] == []


def test_a_span_of_restored_text_counts_in_the_raw_text():
    raw = "KE HOACH\nThyc hién Ké hoach s6 12/KH-UBND cua UBND tinh Lai Chau"
    text = repair(SourceText.of(raw))
    start = text.value.index("Kế hoạch số")
    span = text.span(start, start + len("Kế hoạch số 12/KH-UBND"))
    assert raw[span.start : span.end] == "Ké hoach s6 12/KH-UBND"


@given(st.text(alphabet="abcdeéghimnotuvyUBNDKH 0126/-.,;:\n'", max_size=120))
def test_any_text_keeps_its_raw_text_and_its_spans_in_order(raw: str):
    text = repair(SourceText.of(raw))
    assert text.raw == raw
    spans = [text.span(i, i + 1) for i in range(len(text.value))]
    assert all(0 <= span.start <= span.end <= len(raw) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


def test_many_lines_of_signs_take_linear_time():
    def seconds(count: int) -> float:
        text = SourceText.of("UY BAN\n" + "\n~ " * count)
        start = time.thread_time()
        repair(text)
        return time.thread_time() - start

    seconds(10)
    assert seconds(16_000) < 8 * seconds(4_000) + 1


def test_a_form_costs_no_more_than_is_looked_for_and_its_own_skeleton_nothing():
    for syllable in ("thực", "quyết", "ủy", "nghị", "sở"):
        forms = garbled_forms(syllable)
        assert forms[skeleton(syllable)] == 0.0
        assert max(forms.values()) <= COSTLIEST
