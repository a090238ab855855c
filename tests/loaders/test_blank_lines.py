"""Texts with a blank line between paragraphs: a line break alone ends none."""

from __future__ import annotations

from loaders.layout.structure import Outline
from loaders.text.source_text import SourceText
from tests.loaders.papers import duties

ITEM = (
    "Kiểm tra các bến thuyền và lập\ndanh sách chủ thuyền chưa có áo phao ở từng bến trên sông.\n\n"
)
TASKS = ITEM * 14
"""Paragraphs enough to tell the layout by; each is wrapped in its middle."""
BODY = "II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Giao thông vận tải\n\n" + TASKS


def test_a_sentence_that_ends_a_full_line_ends_no_task():
    found = duties(
        BODY + "2. Công an tỉnh\n\nPhối hợp với Sở Giao\n"
        "thông vận tải tuần tra trên sông, lập biên bản các trường hợp vi phạm.\n"
        "Tham gia cứu nạn khi có tai nạn trên sông và hướng dẫn người dân mặc áo phao.\n\n"
    )

    assert [d.agency for d in found].count("Công an tỉnh") == 1


def test_the_closing_sentence_goes_on_below_a_short_line():
    found = duties(
        BODY + "Trên đây là Kế hoạch triển khai\n"
        "Chỉ thị số 12/CT-TTg của Thủ tướng Chính phủ. Trong quá trình tổ chức thực hiện\n"
        "nếu có khó khăn, vướng mắc, các cơ quan, đơn vị và địa phương phản ánh về Sở.\n\n"
    )

    assert found[-1].agency == "Các cơ quan, đơn vị và địa phương"


def test_headings_and_letterheads_stand_for_themselves():
    text = SourceText.of(
        "Độc lập - Tự do - Hạnh phúc\nHà Nam ngày 3\n\n" + BODY + "3. Sở Y tế\nCử bác sĩ trực.\n\n"
    )
    lines = [block.lines[0].text for block in Outline(text).blocks]

    assert "Hà Nam ngày 3" in lines
    assert "Cử bác sĩ trực." in lines


def test_without_blank_lines_a_full_stop_ends_a_paragraph():
    text = SourceText.of("Kiểm tra các bến thuyền.\nLập danh sách.\n" * 20)

    assert len(Outline(text).blocks) == 40
