"""Headings and rows of garbled pages: numbers that lost strokes, borders that lost a pipe."""

from __future__ import annotations

import pytest

from loaders.mending.garbled_headings import eleventh_items, heading_changes, type_lines
from loaders.mending.repair import repair
from loaders.mending.slips import mend_slips
from loaders.text.source_text import SourceText
from tests.loaders.papers import duties


def numbered(*lines: str) -> list[str]:
    """The lines with the numbers of their headings as they are read."""
    text = "\n".join(lines)
    for start, end, reads in reversed(heading_changes(text)):
        text = text[:start] + reads + text[end:]
    return text.split("\n")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (("I. MUC TIEU", "Il. TO CHUC THUC HIEN"), ("I.", "II.")),
        (("I. MUC TIEU", "IL PHAN CONG THU'C HIEN"), ("I.", "II.")),
        (("I- MUC DICH, YEU CAU", "I- TO CHUC THUC HIEN"), ("I-", "II-")),
        (("1. DOI TUONG", "H. DANH MUC TRU SO"), ("I.", "II.")),
        (
            ("I. DOI TUONG", "II. DANH MUC", "I. NHIEM VU", "IV. TO CHUC"),
            ("I.", "II.", "III.", "IV."),
        ),
        (("I. KET QUA", "II. MUC TIEU", "IU. TO CHUC THUC HIEN"), ("I.", "II.", "III.")),
        (("I. CHI TIEU", "IH. PHAN CONG NHIEM VU"), ("I.", "II.")),
        (("I. CHI TIEU", "IH. KINH PHI", "IV. TO CHUC"), ("I.", "III.", "IV.")),
        (("I. MUC TIEU", "Il. NHIEM VU", "It. TO CHUC THUC HIEN"), ("I.", "II.", "III.")),
        (("I.MUC TIEU", "I. NHIEM VU", "II. TO CHUC THUC HIEN"), ("I.", "II.", "III.")),
        (
            ("III. NHIEM VU", "IV. KINH PHI", "v. TO CHUC THUC HIEN"),
            ("III.", "IV.", "V."),
        ),
    ],
)
def test_numbers_of_headings_count_up(printed: tuple[str, ...], read: tuple[str, ...]):
    assert tuple(line.split()[0] for line in numbered(*printed)) == read


@pytest.mark.parametrize(
    "lines",
    [
        ("I. MUC TIEU", "1. MUC TIEU CHUNG", "2. MUC TIEU CU THE"),
        ("I. MUC TIEU", "Noi nhan:", "I. DANH MUC KEM THEO"),
        ("PHAN THU NHAT", "I. MUC TIEU", "PHAN THU HAI", "I. TO CHUC THUC HIEN"),
        ("I. MUC TIEU", "II. NHIEM VU", "I. DANH MUC"),
        ("1. MUC TIEU CHUNG", "1. Ty le ho ngheo giam"),
        ("I. MUC TIEU", "TT CHI TIEU DVT"),
    ],
)
def test_what_may_be_another_series_is_left(lines: tuple[str, ...]):
    assert numbered(*lines) == list(lines)


@pytest.mark.parametrize(
    ("printed", "changed"),
    [
        ("10. Công an\nll. Hội Phụ nữ\n12. Đoàn xã\n", True),
        ("10. Cong an\nII, Hoi Phu nu\n12. Doan xa\n", True),
        ("10. Công an\nII. Mục tiêu\n1. Mục tiêu chung\n", False),
        ("II. Mục tiêu\n12. Đoàn xã\n", False),
        ("10. Công an\n11. Hội Phụ nữ\n12. Đoàn xã\n", False),
    ],
)
def test_the_eleventh_item_is_told_by_those_beside_it(printed: str, changed: bool):
    found = eleventh_items(printed)
    assert [reads for start, end, reads in found if printed[start:end] != reads] == (
        ["11."] if changed else []
    )


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("Kf HOACH", ["KẾ HOẠCH"]),
        ("QUYET DJNH", ["QUYẾT ĐỊNH"]),
        ("KE HOACH", []),
        ("THONG TIN CHUNG", []),
        ("Ke hoch", []),
        ("QUYET NGHI", []),
    ],
)
def test_a_type_is_told_by_all_but_one_of_its_letters(line: str, reads: list[str]):
    assert [change[2] for change in type_lines(f"UBND\n\n{line}\nVe viec")] == reads


def test_many_headings_take_linear_time():
    lines = ["I. MUC TIEU CHUNG CUA KE HOACH"] * 20_000
    assert len(numbered(*lines)) == len(lines)


def test_a_row_whose_number_lost_its_border_keeps_its_columns():
    body = (
        "I. PHÂN CÔNG NHIỆM VỤ\n"
        "| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |\n"
        "| 1] Xây dựng bến tàu khách | Cục Hàng hải | Vụ Vận tải | Tháng 9/2024 |\n"
        "| 2 | Nạo vét luồng lạch ven bờ | Cục Đường sông | Vụ Vận tải | Tháng 9/2025 |\n"
    )
    assert [(duty.agency, duty.partners) for duty in duties(body)] == [
        ("Cục Hàng hải", ("Vụ Vận tải",)),
        ("Cục Đường sông", ("Vụ Vận tải",)),
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("- Phi hop: So Tai chinh; So Xay dung.", "- Phối hợp: Sở Tài chính; Sở Xây dựng."),
        (
            "Cac sO: Xay dung, Nong nghiép va Moi trudng",
            "Các sở: Xây dựng, Nông nghiệp và Môi trường",
        ),
        ("86: 145/KH-UBND", "Số: 145/KH-UBND"),
        ("Thanh tra SO: Chu tri", "Thanh tra Sở: Chủ trì"),
    ],
)
def test_words_of_orders_are_restored(printed: str, read: str):
    assert repair(SourceText.of(printed)).value == read


def test_a_good_text_is_read_without_the_slips_of_its_scan():
    body = (
        "I. MỤC TIÊU\n1. Bến đò sạch đẹp quanh năm.\n1L PHẦN CÔNG THỰC HIỆN\n"
        "1, Trạm Thủy văn xã\n- Đo mực nước mỗi sáng sớm.\n"
        "2. Để nghị Hội Nông dân xã vận động chủ đò mua áo phao.\n"
    )
    assert [(duty.agency, duty.section) for duty in duties(body)] == [
        ("Trạm Thủy văn xã", "II.1"),
        ("Hội Nông dân xã", "II.2"),
    ]


def test_a_comma_behind_an_article_at_a_line_end_is_no_point():
    body = "II. NỘI DUNG\n1. Bến đò theo khoản\n2, Bến phà nói ở trên.\n"
    text = SourceText.of(body.replace("Bến phà", "Điều 5"))
    assert mend_slips(text) is text


def test_a_text_without_slips_is_itself():
    text = SourceText.of("Để nghị quyết đi vào cuộc sống, bình đẳng bộ môn\nIII. MỤC TIÊU\n")
    assert mend_slips(text) is text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("I. NHU CẦU|II. MỤC TIÊU|II. TỔ CHỨC", "I. II. III."),
        ("I. NHU CẦU|II. MỤC TIÊU|II. TỔ CHỨC|IV. KINH PHÍ", "I. II. III. IV."),
        ("III. MỤC TIÊU|1V. TỔ CHỨC", "III. IV."),
        ("I. NHU CẦU|II. MỤC TIÊU|II. TỔ CHỨC|III. KINH PHÍ", "I. II. II. III."),
        ("I.NHU CẦU|I. MỤC TIÊU|II. TỔ CHỨC", "I. II. III."),
        ("I.NHU CẦU|B. NHIỆM VỤ|I. MỤC TIÊU|II. TỔ CHỨC", "I.NHU B. I. II."),
        ("I. NHU CẦU|II. MỤC TIÊU|PHẦN THỨ HAI|II. TỔ CHỨC", "I. II. PHẦN II."),
        ("I. NHU CẦU|Làm theo chương trình chung.|II. MỤC TIÊU|II. TỔ CHỨC", "I. Làm II. III."),
        ("I- NHU CẦU|II- MỤC TIÊU|II- TỔ CHỨC", "I- II- III-"),
        ("1. Nhu cầu|1. Bến đò.|1I Mục tiêu|1. Cầu.|II. Tổ chức", "I. 1. II. 1. III."),
        ("1. Nhu cầu|1. Bến đò.|2. Mục tiêu|1. Cầu.", "1. 1. 2. 1."),
    ],
)
def test_a_lost_stroke_of_a_good_text_is_told_by_its_neighbours(printed: str, read: str):
    text = SourceText.of("\n" + printed.replace("|", "\n") + "\n")
    lines = mend_slips(text).value.strip().split("\n")
    assert " ".join(line.split()[0] for line in lines) == read


def test_a_heading_read_as_one_above_items_of_its_own_counts_up():
    lines = ("I. NOI DUNG", "1. Sua ben do", "1. TO CHUC THUC HIEN", "1. Giao Phong Kinh te")
    assert [line.split()[0] for line in numbered(*lines)] == ["I.", "1.", "II.", "1."]


def test_a_table_goes_on_over_what_is_left_of_its_rule_and_a_lost_cell():
    body = (
        "I. PHÂN CÔNG NHIỆM VỤ\n"
        "| TT | Nội dung | Chủ trì | Phối hợp | Hoàn thành |\nng cm.\n"
        "| 1 | Nạo vét bến đò Vĩnh Tế | Cục Đường sông | Vụ Vận tải |\nHằng tháng |\n"
        "| 2 | Cắm phao luồng lạch | Cục Hàng hải | Vụ Vận tải | Năm 2025 |\n"
    )
    assert [(duty.agency, duty.partners, duty.recurrence) for duty in duties(body)] == [
        ("Cục Đường sông", ("Vụ Vận tải",), "monthly"),
        ("Cục Hàng hải", ("Vụ Vận tải",), None),
    ]


def test_a_label_whose_agency_is_torn_names_none():
    body = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sửa lại bến đò\n- Đơn vị chủ trì: Vy Kboa hqc ky thuat bien.\n"
    )
    assert [duty.agency for duty in duties(body)] == []


def test_torn_words_of_a_heading_are_those_of_the_table():
    printed = "I- TINH HINH\nII- MUC TIEU\nI- TO CHU' THU HIEN\n6- Dang Uy cac phuong lanh dao."
    assert repair(SourceText.of(printed)).value.split("\n")[2:] == [
        "III- TỔ CHỨC THỰC HIỆN",
        "6- Đảng Ủy các phường lãnh đạo.",
    ]


def test_other_headings_keep_their_words():
    printed = "I. MUC TIEU\nII. TO CHUC BO MAY"
    assert "THỰC HIỆN" not in repair(SourceText.of(printed)).value


def test_letters_of_items_that_no_list_has_are_mended():
    text = SourceText.of("\na) Sở Y tế\nb) Sở Tài chính\ne) Sở Nội vụ\nd) Sở Tư pháp\nd) Công an\n")

    assert [line[:2] for line in mend_slips(text).value.split() if line[1:2] == ")"] == [
        "a)", "b)", "c)", "d)", "đ)",
    ]  # fmt: skip


def test_a_number_read_as_a_letter_is_told_by_its_neighbours():
    text = SourceText.of("\n4. Sở Y tế\nŠ. Sở Tài chính\n6. Sở Nội vụ\nB. Phần hai\n7. Công an\n")

    assert mend_slips(text).value.startswith("\n4. Sở Y tế\n5. Sở Tài chính\n6. Sở Nội vụ\nB.")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Ty lé hénghéodantécthiéusd", "Tỷ lệ hộ nghèo dân tộc thiểu số"),
        ("Tram Y té phu'ong", "Trạm Y tế phường"),
        ("UBND phuOng", "UBND phường"),
        ("2 Ty lé phủ sóng | % 18 =50 299", "2 Tỷ lệ phủ sóng | % 18 ≥50 ≥99"),
    ],
)
def test_words_and_signs_that_ran_together(printed: str, read: str):
    assert repair(SourceText.of(printed)).value == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("1.50% số hộ|2. 40% số xã", "1. 50% số hộ|2. 40% số xã"),
        ("1.50% số hộ|và 40% số xã", "1.50% số hộ|và 40% số xã"),
        ("1. CHỈ TIÊU|1. Trồng cây|II. TỔ CHỨC", "I. CHỈ TIÊU|1. Trồng cây|II. TỔ CHỨC"),
        ("TÌNH LÀO CAI|TÌNH HÌNH CHUNG", "TỈNH LÀO CAI|TÌNH HÌNH CHUNG"),
    ],
)  # fmt: skip
def test_numbers_run_together_or_read_as_figures(printed: str, read: str):
    text = SourceText.of("\n" + printed.replace("|", "\n") + "\n")

    assert mend_slips(text).value.strip() == read.replace("|", "\n")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("2. Bến đò|3: Bến phà|4. Cầu", "2. 3. 4."),
        ("2. Bến đò|á. Bến phà|4. Cầu", "2. 3. 4."),
        ("2. Bến đò|<Ẻ Bến phà|4. Cầu", "2. 3. 4."),
        ("4- Bến đò|S- Bến phà|6- Cầu", "4- 5- 6-"),
        # Behind them stands no number that leaves out one, or a dash begins a line of its own.
        ("2. Bến đò|3: Bến phà|5. Cầu", "2. 3: 5."),
        ("2. Bến đò|- Bến phà|4. Cầu", "2. - 4."),
        ("2. Bến đò|a) Bến phà|4. Cầu", "2. a) 4."),
    ],
)
def test_what_is_left_of_an_items_number_is_told_by_its_neighbours(printed: str, read: str):
    lines = mend_slips(SourceText.of("\n" + printed.replace("|", "\n") + "\n")).value
    assert " ".join(line.split()[0] for line in lines.strip().split("\n")) == read


def test_a_speck_before_a_type_is_none_of_its_letters():
    text = SourceText.of("ỦY BAN NHÂN DÂN\n; KẾ HOẠCH\nTrồng tre\n- BẾN ĐÒ\n- KẾ HOẠCH riêng\n")
    lines = mend_slips(text).value.split("\n")
    assert lines[1:5] == ["KẾ HOẠCH", "Trồng tre", "- BẾN ĐÒ", "- KẾ HOẠCH riêng"]


def test_a_part_with_a_letter_is_known_by_its_words():
    read = repair(SourceText.of("\nc. 16 CHU THUC HIEN\n1. Phong Kinh te\n")).value
    assert read.startswith("\nC. TỔ CHỨC THỰC HIỆN\n")


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("GIAM p6c", "GIÁM ĐỐC"),
        ("tren dia ban xa Binh Khanh", "trên địa bàn xã Binh Khanh"),
        ("XA BINH KHANH", "XÃ BINH KHANH"),
        ("té chirc thuc hién./.", "tổ chức thực hiện./."),
        ("ty suat sinh 12,4%o, dan sé", "tỷ suất sinh 12,4%o, dân số"),
        ("UBND tinh", "UBND tỉnh"),
    ],
)
def test_signs_and_names_beside_phrases_stay(printed: str, read: str):
    assert repair(SourceText.of(printed)).value == read
