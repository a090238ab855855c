"""Tables for people on the terminal, in Vietnamese; the words are those of the pages."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from graph.model import Document, Evidence
from queries.groups import Group
from visual.formats import one_line, short_name, show_date
from visual.texts import load_texts


def table(*columns: str) -> Table:
    """Return an empty table with these headings; the last column takes the room that is left."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for place, column in enumerate(columns):
        last = place == len(columns) - 1
        made.add_column(column, overflow="fold", ratio=1 if last else None)
    return made


def documents_table(documents: Iterable[Document]) -> Table:
    """Return documents as rows: name, date, state; title, issuer and key on lines of their own."""
    texts = load_texts()
    made = table("Văn bản", "Ngày", "Tình trạng", "Trích yếu, cơ quan, khóa")
    for document in documents:
        told = (one_line(document.title or "", 160), one_line(document.issuer or "", 80))
        made.add_row(
            name_of(document),
            show_date(document.issue_date),
            texts(f"status.{document.status}"),
            "\n".join([*filter(None, told), document.key]),
        )
    return made


def groups_table(groups: Iterable[Group]) -> Table:
    """Return how many documents are of each level and province."""
    texts = load_texts()
    made = table("Cấp", "Tỉnh", "Số văn bản")
    for group in groups:
        level = "không rõ" if group.level is None else texts(f"level.{group.level}")
        made.add_row(level, group.province or "", str(group.total))
    return made


def name_of(document: Document) -> str:
    """Return type and number, or what stands for them."""
    name = short_name(document)
    if document.number and document.type:
        return f"{document.type} {name}"
    return name


def sentence(evidence: Iterable[Evidence], limit: int = 300) -> str:
    """Return the first sentence that proves a relation, with its file."""
    first = next(iter(evidence), None)
    if first is None:
        return ""
    return f"“{one_line(first.quote, limit)}” ({first.file}, {first.span.start}–{first.span.end})"


def nothing(total: int) -> str:
    """Return the line under a list: how many there are, or that none is known here."""
    if total:
        return f"{total} văn bản"
    return "Không có trong đồ thị này (không có nghĩa là không tồn tại)."


def nothing_said(total: int, what: str) -> str:
    """Return the line under a list of facts: how many there are, or that none was read here."""
    if total:
        return f"{total} {what}"
    return f"Không có {what} nào như vậy trong đồ thị này (không có nghĩa là không có)."
