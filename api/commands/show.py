"""`phahe show`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import document_cell, name_of, sentence, table
from api.console import out
from queries.dates import show_date
from queries.documents import DocumentView, FileView, RelatedList, show
from queries.judgements import words_of
from queries.shapes import document_view_json
from visual.formats import one_line
from visual.sheets import DOCUMENT
from visual.texts import load_texts


def run(ref: str, store_url: str | None, *, as_json: bool) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        view = show(store, document_of(store, ref).key)
    return give(view, document_view_json, DOCUMENT, _print, as_json=as_json)


def _print(view: DocumentView) -> None:
    console, document, texts = out(), view.document, load_texts()
    console.print(name_of(document), style="bold")
    facts = [
        ("Khóa", document.key),
        ("Trích yếu", one_line(document.title or "")),
        ("Cơ quan", document.issuer),
        ("Ngày", show_date(document.issue_date)),
        ("Tỉnh", document.province),
        ("Huyện", document.district),
        ("Tình trạng", texts(f"status.{document.status}")),
    ]
    for name, value in facts:
        if value:
            console.print(f"{name}: {value}")
    for judged in view.judgements:
        console.print(f"Theo {words_of(judged)} [{judged.judgement.id}]")
    for file in view.files:
        _print_file(file)
    _print_related("Văn bản này", view.outgoing)
    _print_related("Văn bản khác về văn bản này", view.incoming)


def _print_file(view: FileView) -> None:
    console = out()
    console.print(f"Tệp: {view.file.name} ({view.encoding})")
    if view.header.signer:
        console.print(f"  Người ký: {view.header.signer}")
    for warning in view.warnings:
        console.print(f"  Cần xem lại: {warning.message} ({warning.code})")


def _print_related(heading: str, related: RelatedList) -> None:
    if not related.items:
        return
    console, texts = out(), load_texts()
    rows = table("Quan hệ", "Văn bản", "Câu làm chứng")
    for row in related.items:
        rows.add_row(
            texts(f"doing.{row.edge.type}"),
            document_cell(row.other),
            sentence(row.evidence, 160),
        )
    console.print(f"{heading} ({related.total}):", style="bold")
    console.print(rows)
