"""The OpenAPI document and the page that shows it, all from files of our own."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import orjson
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from starlette.requests import Request
from starlette.responses import Response

from api.negotiation import MEDIA, Form
from api.schemas import ProblemOut
from api.version import version
from visual.pages import CONTENT_SECURITY_POLICY

_DESCRIPTION = (
    "Phả hệ văn bản chính sách: văn bản nào thực hiện văn bản nào, kèm câu làm chứng. "
    'Mọi danh sách có `total`, `limit`, `truncated`, `next`; trang sau ở `Link: rel="next"`. '
    "Mọi lỗi là `application/problem+json` (RFC 9457) với `code` ổn định. "
    "“Không có trong đồ thị này” không có nghĩa là văn bản không tồn tại."
)
_DOCS_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>phahe: giao diện lập trình</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/vendor/swagger-ui/swagger-ui.css">
</head>
<body>
<nav class="swagger-ui" aria-label="phahe"><div class="wrapper">
<p><a href="/">Về trang tìm văn bản</a></p>
</div></nav>
<div id="docs"></div>
<noscript>
Trang này cần JavaScript; tài liệu nằm ở <a href="/openapi.json">/openapi.json</a>.
</noscript>
<script src="/static/vendor/swagger-ui/swagger-ui-bundle.js"></script>
<script src="/docs/docs.js"></script>
</body>
</html>
"""


def openapi_of(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document: errors are problems, and a wrong parameter is a 400."""
    document = get_openapi(
        title="phahe",
        version=version(),
        description=_DESCRIPTION,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    for path in document["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
            operation.pop("description", None)  # the docstring, written for programmers of phahe
            _declare_forms(operation)
    schemas = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
    for name, schema in problem.pop("$defs", {}).items():
        schemas.setdefault(name, schema)
    schemas[ProblemOut.__name__] = problem
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    return document


def _declare_forms(operation: dict[str, Any]) -> None:
    """Declare the media types besides JSON, which the parameter `format` names."""
    for parameter in operation.get("parameters", ()):
        if parameter["name"] == "format":
            names = next(one["enum"] for one in parameter["schema"]["anyOf"] if "enum" in one)
            media = dict.fromkeys(MEDIA[Form(name)] for name in names if name != Form.JSON)
            schema = {"schema": {"type": "string", "format": "binary"}}
            operation["responses"]["200"]["content"] |= dict.fromkeys(media, schema)


def add_docs(app: FastAPI) -> None:
    """Serve `/openapi.json`, `/docs` and the script of the latter."""

    @cache
    def document() -> bytes:
        return orjson.dumps(openapi_of(app))

    async def serve_document(request: Request) -> Response:
        return Response(document(), media_type="application/json")

    async def serve_page(request: Request) -> Response:
        headers = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
        return Response(_DOCS_PAGE, 200, headers, "text/html; charset=utf-8")

    async def serve_script(request: Request) -> Response:
        script = files("api").joinpath("static", "docs.js").read_bytes()
        return Response(script, media_type="text/javascript; charset=utf-8")

    app.add_route("/openapi.json", serve_document, include_in_schema=False)
    app.add_route("/docs", serve_page, include_in_schema=False)
    app.add_route("/docs/docs.js", serve_script, include_in_schema=False)
