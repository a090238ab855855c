"""What someone can do about an error, in Vietnamese, by the error's stable code."""

from __future__ import annotations

STORE = {
    "store_unreachable": "chưa mở được kho. Chưa có kho nào thì tạo bằng: phahe load THƯ_MỤC; kho "
    "ở chỗ khác thì chỉ rõ: --store sqlite:ĐƯỜNG_DẪN; kho Neo4j thì xem máy chủ có đang chạy không",
    "store_read_only": "không được ghi vào kho. Xin quyền ghi, hoặc chọn chỗ khác: --store "
    "sqlite:ĐƯỜNG_DẪN",
    "store_not_ours": "đây là dữ liệu của chương trình khác. Chọn chỗ khác: --store "
    "sqlite:ĐƯỜNG_DẪN",
    "store_newer": "kho do bản phahe mới hơn ghi. Hãy cài bản mới đó",
    "store_damaged": "kho bị hỏng. Nạp lại các văn bản vào một kho mới: phahe load THƯ_MỤC "
    "--store sqlite:ĐƯỜNG_DẪN_MỚI",
    "store_busy": "chương trình khác đang ghi vào kho. Đợi nó xong rồi thử lại",
    "store_full": "ổ đĩa đã đầy. Dọn chỗ trống rồi thử lại",
    "store_unsupported": "máy này thiếu một phần mà kho cần",
    "store_unavailable": "kho không dùng được",
    "store_changed": "chương trình khác luôn ghi vào kho. Thử lại sau",
    "bad_table": "bản cài đặt bị hỏng. Hãy cài lại phahe",
}

FILES = {
    "empty_file": "tệp trống: lấy lại bản có nội dung",
    "not_found": "không có gì ở đó: xem lại đường dẫn",
    "unreadable": "máy không cho đọc: đóng chương trình đang mở tệp, hoặc xin quyền đọc",
    "binary_file": "không phải văn bản thuần: lưu lại thành .txt với bảng mã UTF-8",
    "undecodable": "bảng mã lạ: mở bằng Word hoặc Notepad rồi lưu lại với bảng mã UTF-8",
    "too_large": "quá lớn: tách thành các tệp nhỏ hơn",
    "folder_loop": "thư mục dẫn ngược về chính nó: bỏ lối tắt đó, các tệp khác không sao",
    "unsupported_format": "chưa đọc được dạng này: lưu lại thành .txt (UTF-8), như Word: Save As > "
    "Plain Text; bản quét thì nhận dạng chữ bằng tiếng Việt trước",
    "not_a_policy_document": "không thấy loại, số hiệu, cơ quan hay viện dẫn nào: nếu đúng là văn "
    "bản chính sách, xem chữ trong tệp có nguyên vẹn không",
    "reader_died": "tệp làm chương trình đọc ngừng: tách tệp ra, hoặc gửi tệp cho người làm phahe",
    "reader_timeout": "đọc quá lâu: tách tệp ra, hoặc gửi tệp cho người làm phahe",
    "unreadable_text": "chữ hỏng, phahe không khẳng định gì từ tệp này (vẫn giữ để tìm): nhận dạng "
    "chữ lại bằng tiếng Việt, hoặc xin bản gốc, rồi nạp lại",
}
"""For the files of a load that failed or need a person; each code that a row may have."""
