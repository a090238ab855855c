"""A short paper of our own with everything that reading must keep, whatever its letters are."""

from __future__ import annotations

import unicodedata
from typing import Any

from loaders.read import read_text
from loaders.record_json import as_json

PLAN = """ỦY BAN NHÂN DÂN
TỈNH BẠC LIÊU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 118/KH-UBND
Bạc Liêu, ngày 14 tháng 6 năm 2021

KẾ HOẠCH
Phát triển thư viện công cộng giai đoạn 2021 - 2025

Căn cứ Luật Thư viện ngày 21/11/2019;
Căn cứ Quyết định số 1520/QĐ-TTg ngày 09/10/2020 của Thủ tướng Chính phủ phê duyệt Chương trình \
đọc sách quốc gia giai đoạn 2021 - 2030;
Thực hiện Nghị quyết số 33-NQ/TW ngày 09/6/2014 của Ban Chấp hành Trung ương về văn hóa, Ủy ban \
nhân dân tỉnh ban hành Kế hoạch như sau:

I. MỤC TIÊU
- Đến năm 2025, 90% xã có tủ sách; 75% trường học có thư viện đạt chuẩn.
II. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch: Chủ trì, phối hợp với Sở Giáo dục và Đào tạo tổ chức ngày hội \
đọc sách; báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12 hằng năm theo Kế hoạch số 45/KH-UBND ngày \
02/3/2020 của Ủy ban nhân dân tỉnh.

Nơi nhận:
- Bộ Văn hóa, Thể thao và Du lịch;
- Lưu: VT, VX.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Lan Phương
"""


_PLACES = ("span", "spans", "evidence", "text")


def facts(raw: str) -> Any:
    """What a text says, without where it says it: spans left out, quotes in NFC.

    The first hundred letters of a quote are left out too: they count marks that stand apart.
    """
    return _without_spans(as_json(read_text(raw, "paper.txt")))


def _without_spans(node: Any) -> Any:
    if isinstance(node, dict):
        return {k: _without_spans(v) for k, v in node.items() if k not in _PLACES}
    if isinstance(node, list):
        return [_without_spans(item) for item in node]
    return unicodedata.normalize("NFC", node) if isinstance(node, str) else node


def quotes(node: Any) -> list[tuple[list[int], str]]:
    """Every span of a record with the quote beside it, wherever it stands."""
    found: list[tuple[list[int], str]] = []
    if isinstance(node, dict):
        if isinstance(node.get("span"), list) and isinstance(node.get("quote"), str):
            found.append((node["span"], node["quote"]))
        for value in node.values():
            found += quotes(value)
    elif isinstance(node, list):
        for value in node:
            found += quotes(value)
    return found
