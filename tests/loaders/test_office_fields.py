"""Office fields: a name ends by its parts in front of a word that no table of task words knows."""

from __future__ import annotations

import pytest

from loaders.names.office_fields import parts_end
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

ROWS = load_toml("loaders", "office_fields")["field"]


def name_of(words: str) -> str | None:
    end = parts_end(SourceText.of(f"{words}."), 0, len(words))
    return None if end is None else words[:end]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_row_has_its_examples_and_none_of_its_rejects(row):
    assert [word for word in row["examples"] if word not in row["words"]] == []
    assert [word for word in row["rejects"] if word in row["words"]] == []
    assert [word for word in row["words"] if word != word.lower()] == []


@pytest.mark.parametrize(
    "name",
    [
        "Chi cục Dân số - Kế hoạch hóa gia đình",
        "Khoa Chăm sóc sức khỏe sinh sản",
        "Viện Vệ sinh dịch tễ Trung ương",
        "Ban Dân vận Tỉnh ủy",
        "Trưởng phòng Y tế",
        "Phòng Văn hóa và Thông tin",
        "Các bệnh viện ngoài công lập",
        "Nhân viên y tế thôn, bản",
    ],
)
def test_a_name_ends_by_its_parts_before_any_word(name: str) -> None:
    assert name_of(f"{name} phun thuốc khử trùng ở chợ") == name


@pytest.mark.parametrize(
    "words",
    [
        "Chi cục Dân số tỉnh",  # no more than its place
        "Phòng Dân số trẻ em vùng cao",  # a field goes on, and two words are no task
        "Hội Nông dân và các hội khác trong huyện",  # a list
        "Ban Quản lý rừng phòng hộ đầu nguồn sông lớn",  # a field that no table knows
        "Trung tâm Dân số Mường Lay phun thuốc khử trùng",  # a place of its own
        "Ủy ban nhân dân các xã phun thuốc khử trùng ở chợ",
        "Hội Nông dân trồng Chè Shan tuyết cổ thụ",
    ],
)
def test_no_end_is_told_where_the_parts_do_not_say_it(words: str) -> None:
    assert name_of(words) is None


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("Hội Nông dân trồng hồ tiêu xuất khẩu", "xuất khẩu"),
        ("Hội Nông dân trồng hồ tiêu sạch:", ":"),
        ("Hội Nông dân trồng hồ tiêu sạch", ""),
    ],
    ids=["few words before a task", "heading", "line without a stop"],
)
def test_a_longer_name_stays_whole_where_nothing_is_said_of_it(sentence: str, limit: str) -> None:
    end = len(sentence) - len(limit)
    assert parts_end(SourceText.of(sentence), 0, end) is None
