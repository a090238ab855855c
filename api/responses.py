"""What the routes declare of their answers besides the body: errors and moved keys."""

from __future__ import annotations

from typing import Any

from api.schemas import ProblemOut

_TEXTS = {
    400: "Tham số không hợp lệ.",
    403: "Yêu cầu từ một trang khác.",
    404: "Không có trong đồ thị này (không có nghĩa là không tồn tại).",
    405: "Địa chỉ này chỉ để đọc.",
    409: "Nhiều văn bản khớp; không chọn văn bản nào. Hoặc trái với kết luận đã có.",
    406: "Không có dạng mà Accept đòi.",
    415: "Chỉ nhận application/json.",
    500: "Lỗi của chương trình.",
    503: "Kho dữ liệu không dùng được, hoặc câu hỏi quá lớn.",
}
Responses = dict[int | str, dict[str, Any]]


def problems(*statuses: int) -> Responses:
    """Return the declaration of these errors."""
    return {
        status: {
            "description": _TEXTS[status],
            "content": {
                "application/problem+json": {
                    "schema": {"$ref": f"#/components/schemas/{ProblemOut.__name__}"}
                }
            },
        }
        for status in statuses
    }


LIST_RESPONSES = problems(400, 405, 406, 500, 503)
ONE_RESPONSES: Responses = {
    308: {
        "description": "Khóa đã đổi; địa chỉ dưới khóa mới.",
        "headers": {"Location": {"schema": {"type": "string"}}},
    },
    **problems(400, 404, 405, 406, 500, 503),
}
