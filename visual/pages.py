"""The pages: results in, a whole HTML document out. No store, no request, no clock.

For the door that serves them: `/static/<path>` is the folder `static_folder()`; a page is sent
as `text/html; charset=utf-8` with `CONTENT_SECURITY_POLICY`. A document's page, which has tabs, is
made in `document_page`, and as one file in `single_file`.
"""

from __future__ import annotations

from pathlib import Path

from graph.model import StoreState
from visual.rendering import STATIC, render
from visual.texts import load_texts

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def static_folder() -> Path:
    """Return the folder that is served as `/static/`."""
    return STATIC


def home_page(state: StoreState) -> str:
    """Return the first page: what this is, the search box, how much the graph holds."""
    return render("home.html", state=state)


def problem_page(status: int, code: str, detail: str) -> str:
    """Return the page of an error: HTTP status, stable code, a sentence for people."""
    texts = load_texts()
    key = f"problem.{code}"
    heading = texts(key) if key in texts else texts("problem.heading")
    return render("problem.html", status=status, code=code, detail=detail, heading=heading)
