"""What someone can do about an error, in Vietnamese, by the error's stable code."""

from __future__ import annotations

import errno

from graph.errors import StoreUnavailable

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

WHY = {
    "bad_address": "địa chỉ không đúng",
    "busy": "chương trình khác đang ghi vào đó",
    "closed": "kho đã đóng",
    "damaged": "cơ sở dữ liệu bị hỏng; dời nó đi rồi nạp lại văn bản",
    "disk_full": "ổ đĩa đã đầy",
    "driver_failed": "trình điều khiển Neo4j gặp lỗi",
    "empty": "kho còn trống; nạp văn bản vào: phahe load THƯ_MỤC",
    "first_password": "mật khẩu vẫn là mật khẩu có sẵn của Neo4j; đổi trước đã: ALTER CURRENT USER "
    "SET PASSWORD FROM … TO …",
    "missing_file": "không có tệp này",
    "network_share": "kho trên ổ mạng không an toàn; đặt nó trên ổ của máy này",
    "newer": "bản phahe mới hơn đã ghi kho này; cài bản đó",
    "no_address": "địa chỉ của kho là sqlite:ĐƯỜNG_DẪN, bolt://MÁY:CỔNG hoặc neo4j://MÁY:CỔNG",
    "no_answer": "không có trả lời; máy chủ có đang chạy không, đây có phải địa chỉ Bolt của nó "
    "không?",
    "no_answer_within": "không có trả lời trong {seconds} giây; máy chủ và mạng có ổn không?",
    "no_bolt_address": "địa chỉ của kho Neo4j là bolt://MÁY:CỔNG hoặc neo4j://MÁY:CỔNG; tên cơ sở "
    "dữ liệu đặt ở PHAHE_NEO4J_DATABASE",
    "no_database": "máy chủ không còn cơ sở dữ liệu tên đó; xem PHAHE_NEO4J_DATABASE",
    "no_database_community": "không có cơ sở dữ liệu tên đó; máy chủ này là bản Community, chỉ có "
    "{names} và không tạo thêm được: bỏ PHAHE_NEO4J_DATABASE đi, dùng máy chủ khác, hoặc dùng bản "
    "Enterprise",
    "no_database_yet": "không có cơ sở dữ liệu tên đó; máy chủ có {names}; tạo bằng "
    "CREATE DATABASE, hoặc chọn tên khác ở PHAHE_NEO4J_DATABASE",
    "no_database_file": "tệp này không phải kho của phahe; chọn chỗ khác: --store sqlite:ĐƯỜNG_DẪN",
    "no_driver": "chưa cài trình điều khiển Neo4j; cài: pip install 'phahe[neo4j]'",
    "no_folder": "không tạo được thư mục của kho",
    "no_log": "chỗ này không giữ được nhật ký ghi trước (WAL); đặt kho trên ổ của máy này",
    "no_neo4j": "đây là {found}, không phải Neo4j; phahe cần Neo4j {least} trở lên",
    "no_password": "có tên người dùng mà không có mật khẩu; đặt PHAHE_NEO4J_PASSWORD_FILE hoặc "
    "PHAHE_NEO4J_PASSWORD",
    "no_right": "không được ghi; xin quyền ghi, hoặc chọn chỗ khác: --store sqlite:ĐƯỜNG_DẪN",
    "no_rights": "người dùng này không được làm việc đó; cấp quyền đọc, ghi, tạo chỉ mục "
    "và ràng buộc",
    "no_rights_to_read": "người dùng này không được đọc ở đó; cấp quyền dùng cơ sở dữ liệu "
    "này, đọc, ghi, tạo chỉ mục và ràng buộc",
    "no_search": "SQLite của apsw đang dùng không có tìm toàn văn (FTS5) hoặc carray; cài "
    "apsw của PyPI",
    "no_store": "chưa có kho; tạo bằng: phahe load THƯ_MỤC",
    "not_copied": "kho này không cho biết các khóa đã đổi, nên không sao chép được",
    "not_leader": "máy này của cụm không nhận ghi; dùng địa chỉ bắt đầu bằng neo4j://",
    "not_let_in": "máy chủ không cho người dùng này vào; xem PHAHE_NEO4J_USER và "
    "PHAHE_NEO4J_PASSWORD (hoặc PHAHE_NEO4J_PASSWORD_FILE)",
    "not_opened": "không mở được; thư mục có đó không, có được dùng không?",
    "not_ours": "cơ sở dữ liệu này của chương trình khác; chọn chỗ khác: --store sqlite:ĐƯỜNG_DẪN",
    "not_ours_database": "cơ sở dữ liệu này của chương trình khác; chọn cái trống bằng "
    "PHAHE_NEO4J_DATABASE, hoặc máy chủ khác",
    "not_started": "cơ sở dữ liệu chưa khởi động; khởi động nó, hoặc xem nhật ký của máy chủ",
    "old_neo4j": "đây là Neo4j {version}; phahe cần {least} trở lên, bản nào cũng được",
    "older": "bản phahe cũ hơn đã ghi kho này; nạp văn bản vào để kho mới lên: phahe load THƯ_MỤC",
    "parts_missing": "thiếu ràng buộc hay chỉ mục {parts}; lần nạp nào cũng tạo lại: "
    "phahe load THƯ_MỤC",
    "parts_not_made": "không tạo được {parts}; xem nhật ký của máy chủ",
    "password_file_empty": "tệp mật khẩu (PHAHE_NEO4J_PASSWORD_FILE) trống",
    "password_file_unreadable": "không đọc được tệp mật khẩu (PHAHE_NEO4J_PASSWORD_FILE)",
    "read_only_file": "không được ghi; xin quyền ghi cho tệp và thư mục của nó, hoặc chọn chỗ "
    "khác: --store sqlite:ĐƯỜNG_DẪN",
    "refused_access": "hệ thống không cho vào; xem quyền của tệp",
    "secret_in_address": "đừng để tên và mật khẩu trong địa chỉ, người khác thấy được; đặt "
    "PHAHE_NEO4J_USER và PHAHE_NEO4J_PASSWORD (hoặc …_PASSWORD_FILE)",
    "server_busy": "máy chủ đang bận; thử lại sau",
    "server_memory": "máy chủ thiếu bộ nhớ; tăng server.memory.heap.max_size",
    "server_read_only": "cơ sở dữ liệu chỉ để đọc; xem server.databases.read_only và "
    "server.databases.default_to_read_only trong neo4j.conf",
    "server_refused": "máy chủ từ chối",
    "store_deleted": "kho trong cơ sở dữ liệu này đã bị xóa; tạo lại bằng: phahe load THƯ_MỤC",
    "system_database": "Neo4j giữ người dùng và tên của nó ở đó, không nhận văn bản; chọn cơ sở dữ "
    "liệu khác ở PHAHE_NEO4J_DATABASE",
    "system_failed": "hệ thống không đọc hoặc không ghi được",
    "too_long": "máy chủ cần quá nhiều thời gian; thử lại sau",
    "too_many_passwords": "sai mật khẩu quá nhiều lần; đợi một phút rồi xem PHAHE_NEO4J_USER và "
    "PHAHE_NEO4J_PASSWORD",
}
"""What is wrong with a store, by `graph.errors.StoreUnavailable.why`; {…} are its facts."""

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
    "store_changed": "chương trình khác ghi vào kho cùng lúc: đợi nó xong rồi nạp lại",
    "unreadable_text": "chữ hỏng, phahe không khẳng định gì từ tệp này (vẫn giữ để tìm): nhận dạng "
    "chữ lại bằng tiếng Việt, hoặc xin bản gốc, rồi nạp lại",
}
"""For the files of a load that failed or need a person; each code that a row may have."""


SYSTEM = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.ENOTDIR: "không có thư mục này",
    errno.EISDIR: "đây là thư mục, cần tên một tệp",
    errno.EACCES: "không được phép: đóng chương trình đang mở tệp (như Excel), hoặc chọn chỗ khác",
    errno.EPERM: "không được phép: đóng chương trình đang mở tệp (như Excel), hoặc chọn chỗ khác",
    errno.EROFS: "chỗ này chỉ đọc, không ghi được: chọn chỗ khác",
    errno.ENOSPC: "ổ đĩa đã đầy: dọn chỗ trống rồi thử lại",
    errno.ENAMETOOLONG: "tên tệp dài quá",
    errno.EADDRINUSE: "cổng này đang có chương trình khác dùng: chọn cổng khác bằng --port",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}
"""For what the system refuses, by its number."""


def system_told(error: OSError) -> str:
    """Return what the system refused and what to do; its own words stand behind, in brackets."""
    own = error.strerror or str(error)
    said = SYSTEM.get(error.errno or 0)
    return f"{said} ({own})" if said else own


def store_told(error: StoreUnavailable) -> str:
    """Return what is wrong with a store and where, with what the system said of it."""
    if error.why is None:
        return str(error)
    where = f"{error.place}: " if error.place else ""
    said = f" ({error.detail})" if error.detail else ""
    return f"{where}{WHY[error.why].format(**error.facts)}{said}"
