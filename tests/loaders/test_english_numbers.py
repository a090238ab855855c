"""Numbers of tables that were typed the English way, with commas between thousands."""

from __future__ import annotations

import pytest

from loaders.read import read_text
from loaders.text.source_text import SourceText
from loaders.text.typed_figures import with_vietnamese_numbers

TABLE = """ỦY BAN NHÂN DÂN TỈNH HÀ GIANG
Số: 9/KH-UBND
Hà Giang, ngày 5 tháng 3 năm 2021
KẾ HOẠCH
Phát triển nông nghiệp năm 2021
II. MỤC TIÊU

| TT | Chỉ tiêu | Đơn vị tính | Năm 2020 | Kế hoạch năm 2021 |
|---|---|---|---|---|
| 1 | Diện tích lúa | ha | 1,250.5 | 2,000 |
| 2 | Số lao động được đào tạo | người | 1,100 | 1,300 |
"""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,250.5 | 2,000", "1.250,5 | 2.000"),
        ("12,345,678.90 | 9.5 | 1,500", "12.345.678,90 | 9.5 | 1.500"),
        ("1,250,000 đồng\n\n2,000 m", "1.250.000 đồng\n\n2,000 m"),
        # One number that can only be Vietnamese: none is told from the others.
        ("1,250.5 | 2,000 | 85,5", "1,250.5 | 2,000 | 85,5"),
        ("1,250,000 và 2.000", "1,250,000 và 2.000"),
        # Nothing tells what "2,000" alone is.
        ("2,000 người", "2,000 người"),
        ("12,250,250,1", "12,250,250,1"),
    ],
)
def test_english_numbers_tell_those_beside_them(typed: str, meant: str) -> None:
    assert with_vietnamese_numbers(typed) == meant


def test_values_beside_an_english_number_are_whole_and_quotes_stay_raw() -> None:
    record = read_text(TABLE, "plan.txt")
    found = {
        one.name: ([t.value for t in one.targets], [b.value for b in one.baselines])
        for one in record.indicators
    }
    assert found == {
        "Diện tích lúa": ([2000.0], [1250.5]),
        "Số lao động được đào tạo": ([1300.0], [1100.0]),
    }
    quotes = [t.passage.quote for one in record.indicators for t in one.targets]
    assert all(quote in TABLE for quote in quotes)


@pytest.mark.parametrize("piece", [",250,250", "1,250.5 | ", "1,250,000\n\n", "1,250,"])
def test_long_texts_keep_their_length(piece: str) -> None:
    value = piece * 20_000
    assert len(SourceText.of(value).value) == len(value)
