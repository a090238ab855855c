"""Tasks in lists: items that agencies open, and who has a task said behind it."""

from __future__ import annotations

import pytest

from loaders.read import read_text

HEAD = """ỦY BAN NHÂN DÂN TỈNH SƠN LA
Số: 9/KH-UBND
Sơn La, ngày 5 tháng 3 năm 2021
KẾ HOẠCH
Bảo vệ rừng năm 2021
"""


@pytest.mark.parametrize(
    ("lines", "holders"),
    [
        ("II. NHIỆM VỤ\n1. Sở Tài chính bố trí vốn mua máy thổi gió.", ["Sở Tài chính"]),
        ("II. NHIỆM VỤ\n1. Làm biển báo. Đơn vị phụ trách: Hạt Kiểm lâm huyện.", ["Hạt Kiểm lâm"]),
        ("II. NHIỆM VỤ\n- Làm biển báo ở cửa rừng. (Hạt Kiểm lâm huyện)", ["Hạt Kiểm lâm"]),
        ("II. NHIỆM VỤ\n- Làm biển báo, do Hạt Kiểm lâm huyện thực hiện.", ["Hạt Kiểm lâm"]),
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Tài chính cấp vốn mua máy; Báo Sơn La biên tập tin.",
            ["Sở Tài chính", "Báo Sơn La"],
        ),
        (
            "II. TỔ CHỨC THỰC HIỆN\n* Hội Nông dân - Hội Phụ nữ xã: nấu ăn cho đội chữa cháy.",
            ["Hội Nông dân", "Hội Phụ nữ xã"],
        ),
        (  # Parts below a Roman one, whose headings end with a level.
            "III. TỔ CHỨC THỰC HIỆN\nA. TUYẾN HUYỆN\nHạt Kiểm lâm họp dân hai bản giáp rừng.\n"
            "B. TUYẾN XÃ\nCông an xã gác cửa rừng ngày lễ.\nIV. KINH PHÍ\nLấy từ ngân sách.",
            ["Hạt Kiểm lâm", "Công an xã"],
        ),
        (
            "III. TRÁCH NHIỆM\nA. Hạt Kiểm lâm\n1) Cắm biển báo ở cửa rừng;\nB. Công an xã\n"
            "1) Gác cửa rừng vào ngày lễ;",
            ["Hạt Kiểm lâm", "Công an xã"],
        ),
        (
            "II. PHÂN CÔNG\n* Ngành Kiểm lâm: cắm biển báo cấm lửa.\n* Phụ nữ: nấu ăn cho đội gác.",
            ["Ngành Kiểm lâm", "Phụ nữ"],
        ),
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Các xã: UBND xã thành lập tổ chữa cháy ở từng bản.",
            ["Ủy ban nhân dân xã"],
        ),
        (
            "II. PHÂN CÔNG\n1. Giao Hạt Kiểm lâm làm biển báo; giao Công an xã tuần tra ban đêm.",
            ["Hạt Kiểm lâm", "Công an xã"],
        ),
        (
            "Điều 2. Hội đồng nhân dân tỉnh yêu cầu Ủy ban nhân dân tỉnh:\n"
            "1. Rà soát lại ba loại rừng trước năm 2023.",
            ["Ủy ban nhân dân tỉnh"],
        ),
        (
            "II. PHÂN CÔNG\n1. Y tế bản, cô đỡ thôn bản\n- Đưa người bị bỏng đến trạm.\n"
            "2. Trợ lý quân y: dự trù thuốc chữa bỏng.",
            ["Y tế bản", "Cô đỡ thôn bản", "Trợ lý quân y"],
        ),
        (
            "II. PHÂN CÔNG\n1. Công an huyện, Trung đoàn 9 truy xuất nguồn gỗ lậu.\n"
            "2. Các ban tham mưu, Văn phòng Huyện ủy theo dõi, kiểm tra.",
            ["Công an huyện", "Trung đoàn 9", "Các ban tham mưu", "Văn phòng Huyện ủy"],
        ),
        (
            "II. PHÂN CÔNG\n1. Đảng ủy Sở Y tế: Lãnh đạo Sở Y tế chủ trì tập huấn sơ cứu bỏng.",
            ["Đảng ủy Sở Y tế", "Sở Y tế"],
        ),
        ("II. KẾT QUẢ\n1. Khối lượng luân chuyển gỗ tăng 5%.", []),
        (  # A table without rules, whose rows have their numbers before the tasks.
            "II. PHÂN CÔNG\n"
            "Nội dung                    Đơn vị phụ trách    Đơn vị phối hợp\n"
            "1. Tập huấn chữa cháy       Hạt Kiểm lâm        Công an huyện\n"
            "2. Làm biển báo cấm lửa     Đoàn Thanh niên     Hội Nông dân\n"
            "3. Kinh phí: lấy từ ngân sách huyện.",
            ["Hạt Kiểm lâm", "Đoàn Thanh niên"],
        ),
        # Groups, what was done, who gets a paper, and one name with a dash.
        ("II. NHIỆM VỤ\n1. Các xã tuần tra vào mùa khô.", []),
        ("II. NHIỆM VỤ\n1. Sở Tài chính đã bố trí vốn mua máy thổi gió.", []),
        ("II. NHIỆM VỤ\n- Gửi báo cáo về cơ quan thường trực (Hạt Kiểm lâm huyện)", []),
        (
            "II. TỔ CHỨC THỰC HIỆN\n1. Khoa Nội - Nhi: khám cho đội chữa cháy.",
            ["Khoa Nội - Nhi"],
        ),
    ],
)
def test_who_has_the_task(lines: str, holders: list[str]) -> None:
    found = [duty.agency for duty in read_text(HEAD + lines, "plan.txt").responsibilities]
    assert len(found) == len(holders)
    assert all(one.startswith(holder) for one, holder in zip(found, holders, strict=True))
