"""Who signs: names side by side, names of a garbled scan; what stands around them is no fact."""

from __future__ import annotations

import pytest

from loaders.names.person_names import garbled_name, only_names, printed_name
from loaders.read import read_text

JOINT = (
    "SỞ NỘI VỤ - HỘI NÔNG DÂN         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "      TỈNH HÀ NAM                     Độc lập - Tự do - Hạnh phúc\n"
    "Số: 5/KHLT-SNV-HND              Hà Nam, ngày 25 tháng 5 năm 2016\n\n"
    "KẾ HOẠCH LIÊN TỊCH\nPhối hợp tuyên truyền cải cách hành chính\n\n"
    "II. PHÂN CÔNG TRÁCH NHIỆM\n1. Sở Nội vụ\n- Biên soạn tài liệu tuyên truyền.\n"
    "2. Hội Nông dân tỉnh\n- Vận động hội viên tham gia.\n\n"
    "       GIÁM ĐỐC                                CHỦ TỊCH\n"
    "      SỞ NỘI VỤ                            HỘI NÔNG DÂN TỈNH\n\n"
    " ThS. Lê Văn Tám                          Trần Thị Hồng\n\n"
    "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
)


def test_names_side_by_side_are_no_task_of_the_agencies_above_them():
    record = read_text(JOINT, "joint.txt")

    assert [(duty.agency, duty.passage.quote) for duty in record.responsibilities] == [
        ("Sở Nội vụ", "Biên soạn tài liệu tuyên truyền."),
        ("Hội Nông dân tỉnh", "Vận động hội viên tham gia."),
    ]
    assert record.document.signer == "Lê Văn Tám - Trần Thị Hồng"


def test_a_place_and_date_alone_are_no_task():
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ\nHà Nam, ngày 5 tháng 6 năm 2020\n"
        "- Biên soạn tài liệu tuyên truyền.\n"
    )

    record = read_text("UBND TỈNH HÀ NAM\nKẾ HOẠCH\nTuyên truyền\n" + text, "plan.txt")
    assert [d.passage.quote for d in record.responsibilities] == [
        "Biên soạn tài liệu tuyên truyền."
    ]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Nguyén Vin Mwoi", "Nguyễn Vin Mưoi"),
        ("Tr4n Qu6c Thuan", "Trần Quoc Thuan"),
        ("Le Minh Pinh", "Lê Minh Pinh"),
        ("Phan Vin Ngan", "Phan Vin Ngan"),
        ("Giang A Cuong", "Giang A Cuong"),
        ("Dai ta Tr4n Thu Hong", None),
        ("Bao Tan Loc", None),
        ("Le Hdng Loi", "Lê Hdng Loi"),
        ("PHO CHU TICH", None),
        ("Tran", None),
    ],
)
def test_a_garbled_name_keeps_its_letters_and_has_a_surname_of_the_table(printed, name):
    assert garbled_name(printed) == name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Đại tá Lê Văn Tám      ThS. Trần Thị Mai", True),
        ("Lê Văn Tám", True),
        ("Dai ta Nguyen V. M     Tr4n Thu Hong", True),
        ("Lê Văn Tám tổng hợp báo cáo", False),
        ("Tổng hợp báo cáo, gửi Lê Văn Tám", False),
        ("Sở Nội vụ      Sở Tài chính", False),
    ],
)
def test_columns_of_names_are_told_from_tasks(words, names):
    assert only_names(words) is names


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Vii Xuan Thinh", "Vũ Xuan Thinh"),
        ("Duong Tri Diing", "Duong Tri Dũng"),
        ("Lê Hivu Phiic", "Lê Hữu Phúc"),
        ("Hoang Trong Ting", "Hoàng Trong Tùng"),
        ("Giang A Pao", "Giang A Pao"),
        ("Ksor Phuoc", "Ksor Phuoc"),
        ("Phiing Van Ba", "Phùng Van Ba"),
        ("Bao Tan Loc", "Bao Tan Loc"),
        ("Binh Minh", "Binh Minh"),
    ],
)
def test_what_no_name_is_printed_so_is_the_likeliest_of_the_table(printed, name):
    assert printed_name(printed) == name


def test_the_words_that_restore_a_scan_are_put_into_no_name():
    raw = (
        "UBND TINH HA NAM\nSé: 12/KH-UBND\nHa Nam, ngay 2 thang 3 nam 2021\nKE HOACH\n"
        "Phat trién kinh té - xa hdi\nThuc hién Nghi quyét s6 5/NQ-CP ngay 3/1/2021 cua Chinh phu\n"
        "Noi nhan:\n- B¢ NN&PTNT;\n- Luu: VT.\nKT. CHU TICH\nPHO CHU TICH\n\nBao Tan L6c\n"
    )

    record = read_text(raw, "scan.txt")
    assert record.document.signer == "Bao Tan Loc"
    assert record.recipients == ("Bộ NN&PTNT", "Lưu: VT")


def test_the_line_below_a_table_of_recipients_is_none():
    text = (
        "UBND TỈNH HÀ NAM\nSố: 12/KH-UBND\nKẾ HOẠCH\nTuyên truyền\n"
        "| Nơi nhận: - UBND tỉnh; - Lưu: VT. | CHỦ TỊCH Lê Văn Tám |\n|---|---|\n"
    )

    assert read_text(text, "plan.txt").recipients == ("UBND tỉnh", "Lưu: VT")


_PLAN = (
    "ỦY BAN NHÂN DÂN\nHUYỆN YÊN THẾ\nSố: 12/KH-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nYên Thế, ngày 05 tháng 4 năm 2023\n\n"
    "KẾ HOẠCH\nChuyển đổi số năm 2023\n\nI. TỔ CHỨC THỰC HIỆN\n"
    "1. Phòng Nội vụ: Theo dõi việc thực hiện.\n\nNơi nhận:\n- Các phòng, ban;\n- Lưu: VT.\n\n"
)


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("Nguyễn Văn Thắng\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", "Nguyễn Văn Thắng"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn Thắng\n", "Nguyễn Văn Thắng"),
        ("- Văn phòng Huyện ủy\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", None),
        ("Công báo huyện\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", None),
    ],
    ids=["above", "below", "a recipient", "no person"],
)
def test_a_name_alone_above_the_mark_signs_where_none_is_below(foot, signer):
    header = read_text(_PLAN + foot, "x.txt").document
    assert (header.signer, header.signer_role) == (signer, "Chủ tịch")
