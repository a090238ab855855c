"""Short papers in true form, written for tests."""

from __future__ import annotations

from pathlib import Path

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH {PROVINCE}
-------
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
{place}, ngày {day} tháng {month} năm {year}

KẾ HOẠCH
{title}

"""
_BODY = """Thực hiện {parent}, Ủy ban nhân dân tỉnh {place} ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Phân công việc cho từng đơn vị, mỗi quý xem lại một lần.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Bình
"""
PARENT = "Nghị quyết số 31-NQ/TW ngày 12/3/2014 của Ban Chấp hành Trung ương"


def paper(
    number: str = "15/KH-UBND",
    *,
    place: str = "Cao Bằng",
    date: tuple[int, int, int] = (2018, 5, 4),
    title: str = "Thực hiện Nghị quyết số 31-NQ/TW về trồng rừng ven sông",
    parent: str = PARENT,
) -> str:
    """A provincial plan that carries out one resolution."""
    year, month, day = date
    head = _HEAD.format(
        PROVINCE=place.upper(),
        place=place,
        number=number,
        day=f"{day:02}",
        month=f"{month:02}",
        year=year,
        title=title,
    )
    return head + _BODY.format(parent=parent, place=place)


def write(folder: Path, name: str, text: str) -> Path:
    """Write a paper and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
