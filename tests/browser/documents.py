"""The documents of the browser tests: a resolution, a programme, plans, a district; and a hub."""

from __future__ import annotations

from pathlib import Path

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
HUB = 30

RESOLUTION = """BAN CHẤP HÀNH TRUNG ƯƠNG
ĐẢNG CỘNG SẢN VIỆT NAM
Số 33-NQ/TW

Hà Nội, ngày 09 tháng 6 năm 2014

NGHỊ QUYẾT
HỘI NGHỊ LẦN THỨ CHÍN BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XI
về xây dựng và phát triển văn hóa, con người Việt Nam

Ban Chấp hành Trung ương ban hành Nghị quyết này để toàn Đảng cùng làm.

T/M BAN CHẤP HÀNH TRUNG ƯƠNG
TỔNG BÍ THƯ
"""

GOVERNMENT = f"""CHÍNH PHỦ
{STATE}
Số: 102/NQ-CP
Hà Nội, ngày 31 tháng 12 năm 2014

NGHỊ QUYẾT
Ban hành Chương trình hành động thực hiện Nghị quyết số 33-NQ/TW ngày 09 tháng 6 năm 2014 của Ban \
Chấp hành Trung ương Đảng về xây dựng và phát triển văn hóa, con người Việt Nam

Điều 1. Ban hành kèm theo Nghị quyết này Chương trình hành động.

TM. CHÍNH PHỦ
THỦ TƯỚNG
"""


def plan(
    number: int,
    place: str,
    body: str,
    upper: str,
    *,
    issuer: str = "ỦY BAN NHÂN DÂN TỈNH",
    tasks: str = "",
) -> str:
    return f"""{issuer} {place.upper()}
{STATE}
Số: {number}/KH-UBND
{place}, ngày 12 tháng 3 năm 2015

KẾ HOẠCH
Thực hiện {upper}

Thực hiện {upper}, {body} ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
Triển khai đồng bộ các nhiệm vụ về văn hóa, con người.
{tasks}
Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
"""


TASKS = """
II. MỤC TIÊU
1. Đến năm 2020, tỷ lệ xã có nhà văn hóa đạt trên 85,5%.

III. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa, Thể thao và Du lịch:
- Chủ trì, phối hợp với Sở Tài chính hướng dẫn thực hiện Kế hoạch này.
- Hằng năm tổng hợp kết quả thực hiện của các huyện, thị xã.
2. Sở Tài chính: Bố trí kinh phí thực hiện Kế hoạch theo phân cấp.
"""
OFFICES = (
    "Sở Y tế", "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Giáo dục và Đào tạo", "Sở Xây dựng",
    "Sở Công Thương", "Sở Khoa học và Công nghệ", "Sở Giao thông vận tải", "Sở Ngoại vụ",
    "Sở Du lịch", "Sở Tài nguyên và Môi trường", "Sở Kế hoạch và Đầu tư", "Thanh tra tỉnh",
)  # fmt: skip
MANY_TASKS = "\nIII. TỔ CHỨC THỰC HIỆN\n" + "\n".join(
    f"{at}. {name}:\n- Chủ trì hướng dẫn thực hiện Kế hoạch này trong lĩnh vực được giao."
    for at, name in enumerate(OFFICES, start=1)
)
PROGRAMME = "Nghị quyết số 102/NQ-CP ngày 31/12/2014 của Chính phủ"
TOP = "Nghị quyết số 33-NQ/TW ngày 09/6/2014 của Ban Chấp hành Trung ương Đảng"
PLACES = (("Bắc Ninh", 41), ("Cà Mau", 42), ("Lào Cai", 43))


def write_documents(folder: Path) -> None:
    """Write the documents, each as one UTF-8 file."""
    texts = {"nghi-quyet": RESOLUTION, "chinh-phu": GOVERNMENT}
    for place, number in PLACES:
        texts[f"ke-hoach-{number}"] = plan(
            number, place, f"UBND tỉnh {place}", PROGRAMME, tasks=TASKS if number == 43 else ""
        )
    texts["huyen"] = plan(
        77,
        "Bát Xát",
        "UBND huyện Bát Xát",
        "Kế hoạch số 43/KH-UBND ngày 12/3/2015 của Ủy ban nhân dân tỉnh Lào Cai",
        issuer="ỦY BAN NHÂN DÂN HUYỆN",
    )
    for number in range(HUB):
        texts[f"truc-tiep-{number:02}"] = plan(
            500 + number, "Nghệ An", "UBND tỉnh Nghệ An", TOP, tasks="" if number else MANY_TASKS
        )
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
