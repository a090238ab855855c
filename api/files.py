"""Answers as files: the bytes of a form, and the headers that name the file."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote_plus

from starlette.requests import Request

from api.negotiation import MEDIA, Form
from api.version import version
from loaders.folding import fold
from visual.columns import Language, Table

_ENDINGS = {Form.CSV: "csv", Form.XLSX: "xlsx", Form.TASKS: "csv", Form.TASKS_XLSX: "xlsx"}


def table_bytes(
    form: Form, table: Table, body: dict[str, Any], question: str, lang: str | None = None
) -> bytes:
    """Return a body as CSV or XLSX; the libraries are loaded when first needed.

    `lang` is the language of headings and codes, Vietnamese for None and for what is no language.
    """
    language = Language.EN if lang == Language.EN else Language.VI
    if form in (Form.TASKS, Form.TASKS_XLSX):
        from visual.tasks import tasks_body

        body = tasks_body(body)
    if form in (Form.CSV, Form.TASKS):
        from visual.csv_file import csv_bytes

        return csv_bytes(table, body, language)
    from visual.xlsx_file import Origin, xlsx_bytes

    return xlsx_bytes(table, body, Origin(question, version()), language)


def question_of(request: Request) -> str:
    """Return what a file says was asked, for people: the address without its host and form."""
    url = request.url.remove_query_params("format")
    return url.path + (f"?{unquote_plus(url.query)}" if url.query else "")


def file_headers(name: str, form: Form) -> dict[str, str]:
    """Return the headers of a download: the Vietnamese name, and one in ASCII (RFC 6266)."""
    ending = _ENDINGS.get(form, form.value)
    plain = fold(name).replace(" ", "-")
    full = quote(f"{name}.{ending}", safe="")
    shown = f"attachment; filename=\"{plain}.{ending}\"; filename*=UTF-8''{full}"
    media = MEDIA[form]
    return {
        "Content-Disposition": shown,
        "Content-Type": f"{media}; charset=utf-8" if media == "text/csv" else media,
    }
