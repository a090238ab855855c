"""Names in capitals are written as in a sentence."""

from __future__ import annotations

import pytest

from loaders.names.full_names import full_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CHI CỤC DÂN SỐ - KẾ HOẠCH HÓA GIA ĐÌNH", "Chi cục Dân số - Kế hoạch hóa gia đình"),
        ("UBND XÃ BÌNH YÊN", "Ủy ban nhân dân xã Bình Yên"),
        ("BỆNH VIỆN ĐA KHOA TỈNH LÀO CAI", "Bệnh viện Đa khoa tỉnh Lào Cai"),
        ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("CÁC TRẠM Y TẾ VÀ TỔ DÂN PHỐ", "Các trạm Y tế và tổ dân phố"),
        ("BẢO HIỂM XÃ HỘI TỈNH", "Bảo hiểm xã hội tỉnh"),
    ],
)
def test_a_name_in_capitals_keeps_those_of_its_parts(printed: str, name: str) -> None:
    assert full_name(printed) == name


def test_a_name_in_small_letters_stays_as_it_is_printed():
    assert full_name("Chi cục dân số tỉnh") == "Chi cục dân số tỉnh"
