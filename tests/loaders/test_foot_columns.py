"""The foot's two columns, run together by an OCR: what is set apart and what is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.mending.foot_columns import set_columns_apart
from loaders.read import read_text
from loaders.text.source_text import SourceText

PAPER = """ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG
Số: 12/KH-UBND
Đà Lạt, ngày 02 tháng 7 năm 2018
KẾ HOẠCH
Phát triển y tế cơ sở
Thực hiện Nghị quyết số 20-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương.
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Bộ Y tế; KT. CHỦ TỊCH
- TT Tỉnh ủy, TT HĐND tỉnh; PHÓ CHỦ TỊCH
- Các sở, ngành;
- Lưu: VT, VX3. Phạm Thị Cúc
"""


def read(foot: str) -> list[str]:
    """The lines of a foot as they are read."""
    return set_columns_apart(SourceText.of(foot)).value.split("\n")


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("- Bộ Y tế; KT. GIÁM ĐỐC", "- Bộ Y tế;    KT. GIÁM ĐỐC"),
        ("- UBND TỈNH; PHÓ CHỦ TỊCH", "- UBND TỈNH;    PHÓ CHỦ TỊCH"),
        ("- Lưu: VT, NVY. Lò Văn Páo", "- Lưu: VT, NVY.    Lò Văn Páo"),
        ("- Lưu: VT Trần An", "- Lưu: VT    Trần An"),
        ("- Lưu: VT. Y Ngọc", "- Lưu: VT.    Y Ngọc"),
    ],
)
def test_what_stands_behind_a_recipient_is_set_apart(line: str, reads: str):
    assert read(f"Nơi nhận: TM. BAN GIÁM ĐỐC\n{line}\n")[1] == reads


@pytest.mark.parametrize(
    "line",
    [
        "- Sở Kế hoạch và Đầu tư",
        "- Đoàn TNCS Hồ Chí Minh;",
        "- Chủ tịch UBND tỉnh;",
        "- UBND TỈNH;",
    ],
)
def test_a_recipient_is_left_whole(line: str):
    assert read(f"Nơi nhận: TM. BAN GIÁM ĐỐC\n{line}\n")[1] == line


def test_a_name_without_a_mark_above_it_is_no_signature():
    assert read("Nơi nhận:\n- Lưu: VT. Lê Lai\n")[1] == "- Lưu: VT. Lê Lai"


def test_columns_that_are_apart_are_left_as_they_are():
    foot = "Nơi nhận:          TM. ỦY BAN NHÂN DÂN\n- Bộ Y tế;     KT. CHỦ TỊCH\n"
    text = SourceText.of(foot)
    assert set_columns_apart(text) is text


def test_a_paper_of_one_column_says_its_recipients_and_who_signed():
    record = read_text(PAPER, "paper.txt")
    assert record.document.signer == "Phạm Thị Cúc"
    assert record.document.signer_role == "Phó Chủ tịch"
    assert record.recipients == (
        "Bộ Y tế", "TT Tỉnh ủy, TT HĐND tỉnh", "Các sở, ngành", "Lưu: VT, VX3",
    )  # fmt: skip


@given(st.text(alphabet="Nơinhậ:TM.KGIÁĐỐC-LêVănt;\n \u00ad", max_size=120))
def test_any_foot_keeps_its_raw_text_and_its_spans(foot: str):
    raw = "Nơi nhận: TM. GIÁM ĐỐC\n" + foot
    text = set_columns_apart(SourceText.of(raw))
    assert text.raw == raw
    spans = [text.span(i, i + 1) for i in range(len(text.value))]
    assert all(0 <= span.start <= span.end <= len(raw) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)


def test_a_line_as_long_as_a_paragraph_has_no_columns():
    long = f"- {'Các sở, ngành; ' * 50}KT. CHỦ TỊCH"
    assert read(f"Nơi nhận:\n{long}") == ["Nơi nhận:", long]


def test_a_foot_that_opens_again_is_read_once():
    foot = "Nơi nhận:\n- Bộ Y tế; KT. CHỦ TỊCH\nNơi nhận:\n- Lưu: VT. Lò Văn Páo"
    reads = ["Nơi nhận:", "- Bộ Y tế;    KT. CHỦ TỊCH", "Nơi nhận:", "- Lưu: VT.    Lò Văn Páo"]
    assert read(foot) == reads


@pytest.mark.parametrize(
    ("last", "kept", "role"),
    [
        ("- Lưu: VT, NL. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An", "Lưu: VT, NL", "Phó Chủ tịch"),
        ("- Lưu: VT, KT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An", "Lưu: VT, KT", "Phó Chủ tịch"),
        ("- Lưu: VT. GIÁM ĐỐC Trần Văn An", "Lưu: VT", "Giám đốc"),
    ],
)
def test_a_signature_on_the_line_of_the_last_recipient_is_none_of_it(last, kept, role):
    paper = PAPER[: PAPER.index("Nơi nhận")] + f"Nơi nhận:\n- Bộ Y tế;\n{last}\n"
    record = read_text(paper, "paper.txt")

    assert record.recipients == ("Bộ Y tế", kept)
    assert (record.document.signer, record.document.signer_role) == ("Trần Văn An", role)


def test_a_person_among_the_recipients_is_no_signature():
    foot = "Nơi nhận:\n- Đồng chí CHỦ TỊCH Trần Văn An;\n- Lưu: VT.\n"
    assert read(foot)[1] == "- Đồng chí CHỦ TỊCH Trần Văn An;"
