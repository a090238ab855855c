"""Problems: every error of the service as RFC 9457 `application/problem+json`.

They are Vietnamese, and English for a request that prefers it (`api.problem_language`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.guard import OutOfTime
from api.middleware import DATA_POLICY, REQUEST_ID, SECURITY_HEADERS
from api.problem_language import detail_told, language_wanted, title_told
from api.remedies import STORE, store_told
from graph.errors import BadCursor, DocumentNotFound, StoreUnavailable
from graph.judging import Contradiction, JudgementRefused
from loaders.errors import PhaheError
from queries.errors import AgencyNotFound, BadOption
from queries.judgement_shapes import contradiction_json, refusal_words
from queries.resolution import AmbiguousReference, ReferenceNotFound
from queries.shapes import candidate_json
from visual.pages import CONTENT_SECURITY_POLICY, problem_page

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Problem:
    """What one error means over HTTP; `detail` None shows the error's own message."""

    status: int
    title: str
    detail: str | None = None


PROBLEMS: tuple[tuple[type[PhaheError], Problem], ...] = (
    (
        DocumentNotFound,
        Problem(
            404,
            "Không có trong đồ thị này",
            "Đồ thị này không có văn bản mang khóa đó; điều này không có nghĩa là văn bản không "
            "tồn tại.",
        ),
    ),
    (
        AgencyNotFound,
        Problem(
            404,
            "Không có trong đồ thị này",
            "Không bảng nào và không văn bản nào của đồ thị này nêu cơ quan đó; điều này không có "
            "nghĩa là cơ quan không tồn tại.",
        ),
    ),
    (AmbiguousReference, Problem(409, "Có nhiều văn bản khớp, không chọn văn bản nào")),
    (JudgementRefused, Problem(409, "Không ghi được kết luận này")),
    (ReferenceNotFound, Problem(404, "Không có trong đồ thị này")),
    (
        BadCursor,
        Problem(
            400,
            "Con trỏ không hợp lệ",
            "Con trỏ này không phải do danh sách này với các tham số này đưa ra.",
        ),
    ),
    (BadOption, Problem(400, "Tham số không hợp lệ")),
    (
        OutOfTime,
        Problem(
            503,
            "Câu hỏi quá lớn",
            "Câu trả lời cần nhiều thời gian hơn mức cho phép; hãy giảm depth, relations hoặc "
            "limit.",
        ),
    ),
    (StoreUnavailable, Problem(503, "Kho dữ liệu không dùng được")),
)
"""What each kind of error means; the first that fits counts."""
_BY_STATUS = {
    400: ("bad_request", "Yêu cầu không hợp lệ", "Yêu cầu không đọc được."),
    403: ("from_elsewhere", "Yêu cầu từ một trang khác", "Kết luận không nhận từ trang khác."),
    404: ("no_such_path", "Không có địa chỉ này", "Dịch vụ không có địa chỉ này."),
    405: ("method_not_allowed", "Không dùng được phương thức này", "Địa chỉ này chỉ để đọc."),
    406: ("not_acceptable", "Không có dạng được yêu cầu", "Địa chỉ này chỉ trả application/json."),
    415: ("not_json", "Không phải JSON", "Kết luận phải là application/json."),
    500: ("internal_error", "Lỗi của chương trình", "Chương trình gặp lỗi; hãy xem nhật ký."),
}


def problem_of(error: PhaheError) -> tuple[Problem, str, str]:
    """Return the problem of an error with its code and the detail to show."""
    problem = next((p for kind, p in PROBLEMS if isinstance(error, kind)), None)
    if problem is None:
        return Problem(500, _BY_STATUS[500][1]), error.code, _BY_STATUS[500][2]
    if isinstance(error, JudgementRefused):
        return problem, error.code, refusal_words(error)
    if isinstance(error, StoreUnavailable):
        words = STORE.get(error.code, STORE["store_unavailable"])
        return problem, error.code, f"{words}. ({store_told(error)})"
    if isinstance(error, AgencyNotFound) and error.near:
        names = "; ".join(one.agency for one in error.near)
        return problem, error.code, f"{problem.detail} Gần nhất: {names}."
    return problem, error.code, problem.detail or str(error)


def problem_of_status(status: int) -> tuple[str, str, str]:
    """Return (code, title, detail) for an HTTP status that no error of phahe stands for."""
    return _BY_STATUS.get(status, _BY_STATUS[400 if status < 500 else 500])


@dataclass(frozen=True, slots=True)
class Refusal:
    """One error as its asker is told of it; `title` is the same for all of its code."""

    status: int
    code: str
    title: str
    detail: str
    errors: Sequence[dict[str, str]] = ()
    candidates: Sequence[dict[str, Any]] = ()
    chain: Sequence[dict[str, Any]] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def document(self, instance: str, language: str) -> dict[str, Any]:
        """Return the problem document of a request to the path `instance`, in a language."""
        detail, errors = detail_told(self.detail, self.errors, language)
        return {
            "type": f"urn:phahe:problem:{self.code}",
            "title": title_told(self.title, language),
            "status": self.status,
            "detail": detail,
            "code": self.code,
            "instance": instance,
            "errors": errors,
            "candidates": list(self.candidates),
            "chain": list(self.chain),
        }


def respond(request: Request, refusal: Refusal) -> Response:
    """Return the problem document, or a page of it where a browser asked for a page."""
    status, headers = refusal.status, dict(refusal.headers)
    if _wants_page(request):
        page = problem_page(status, refusal.code, refusal.detail)
        headers["content-security-policy"] = CONTENT_SECURITY_POLICY
        return Response(page, status, headers, "text/html; charset=utf-8")
    language = language_wanted(request)
    body = orjson.dumps(refusal.document(request.url.path, language))
    vary = [headers.pop("Vary", ""), "Accept-Language"]
    headers |= {"Content-Language": language, "Vary": ", ".join(filter(None, vary))}
    return Response(body, status, headers, MEDIA_TYPE)


def _wants_page(request: Request) -> bool:
    path = request.url.path
    of_data = path.startswith("/v1/") or path in ("/livez", "/readyz", "/version", "/openapi.json")
    return not of_data and "text/html" in request.headers.get("accept", "")


def on_phahe_error(request: Request, error: Exception) -> Response:
    """Answer an error that phahe raised on purpose."""
    assert isinstance(error, PhaheError)
    problem, code, detail = problem_of(error)
    candidates: list[dict[str, Any]] = []
    if isinstance(error, AmbiguousReference):
        candidates = [candidate_json(candidate) for candidate in error.resolution.candidates]
    chain = contradiction_json(error)["chain"] if isinstance(error, Contradiction) else ()
    headers = {"Retry-After": "5"} if problem.status == 503 else {}
    refusal = Refusal(
        problem.status, code, problem.title, detail,
        candidates=candidates, chain=chain, headers=headers,
    )  # fmt: skip
    return respond(request, refusal)


def on_http_error(request: Request, error: Exception) -> Response:
    """Answer what the framework refuses: no such path, wrong method."""
    assert isinstance(error, HTTPException)
    code, title, detail = problem_of_status(error.status_code)
    if error.status_code == 406:
        detail = error.detail
    headers = error.headers or {}
    return respond(request, Refusal(error.status_code, code, title, detail, headers=headers))


def on_invalid(request: Request, error: Exception) -> Response:
    """Answer parameters outside their bounds, unknown ones too."""
    assert isinstance(error, RequestValidationError)
    errors = [{"parameter": _named(row["loc"]), "message": _message(row)} for row in error.errors()]
    told = "; ".join(dict.fromkeys(f"{row['parameter']}: {row['message']}" for row in errors))
    title, detail = "Tham số không hợp lệ", f"Tham số sai: {told}."
    return respond(request, Refusal(400, BadOption.code, title, detail, errors))


def on_crash(request: Request, error: Exception) -> Response:
    """Answer a fault of the program; what it was goes to the log, not to the reader."""
    code, title, detail = problem_of_status(500)
    # This answer does not pass through the middleware that adds them to every other one.
    headers = {name.decode(): value.decode() for name, value in (*SECURITY_HEADERS, DATA_POLICY)}
    headers["x-request-id"] = request.scope[REQUEST_ID].decode()
    return respond(request, Refusal(500, code, title, detail, headers=headers))


_MESSAGES = {
    "missing": "thiếu tham số này",
    "extra_forbidden": "không có tham số này",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không quá {le}",
    "int_parsing": "phải là số nguyên",
    "int_parsing_size": "phải là số nguyên nhỏ hơn",
    "too_long": "không quá {max_length} giá trị",
    "enum": "phải là một trong {expected}",
    "literal_error": "phải là {expected}",
    "string_too_short": "không được để trống",
    "string_too_long": "dài quá {max_length} ký tự",
    "string_pattern_mismatch": "không đúng dạng {pattern}",
    "bool_parsing": "phải là true hoặc false",
    "value_error": "{error}",
}


def _named(place: Sequence[str | int]) -> str:
    """Return the parameter of a place such as ("query", "level", 0), one of several values."""
    return [str(part) for part in place if isinstance(part, str)][-1]


def _message(row: dict[str, Any]) -> str:
    template = _MESSAGES.get(row["type"])
    if template is None:
        return str(row["msg"])
    told = dict(row.get("ctx", {}))
    if "expected" in told:
        # The framework joins the values that it knows in English: "'a', 'b' or 'c'".
        told["expected"] = " hoặc ".join(str(told["expected"]).rsplit(" or ", 1))
    return template.format(**told)
