"""Tables for people on the terminal, in Vietnamese; the words are those of the pages."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group as RichGroup
from rich.console import RenderableType

from api.commands.rows import Key, Rows
from api.console import out
from graph.model import Document, Evidence
from queries.dates import show_date
from queries.groups import Group
from queries.same_indicator import Together
from visual.formats import one_line, short_name, type_before_title
from visual.texts import load_texts

SHOWN_NAMES = 20
"""So many names of one indicator are printed."""


def table(*columns: str) -> Rows:
    """Return no rows yet, under these headings; the last column takes the room that is left."""
    return Rows(columns)


def document_cell(document: Document) -> RenderableType:
    """Return a document as a cell: its name and date, its place beneath, its key."""
    place = ", ".join(filter(None, (document.district, document.province)))
    told = ", ".join(filter(None, (name_of(document), show_date(document.issue_date))))
    return lines(told, place, Key(document.key))


def lines(*parts: RenderableType | None) -> RenderableType:
    """Return the parts that are not empty, each on lines of its own."""
    return RichGroup(*(part for part in parts if part not in (None, "")))


def documents_table(documents: Iterable[Document]) -> Rows:
    """Return documents as rows: name, date, state; title, issuer and key on lines of their own."""
    texts = load_texts()
    made = table("Văn bản", "Tình trạng", "Trích yếu, cơ quan")
    for document in documents:
        told = (one_line(document.title or "", 160), one_line(document.issuer or "", 80))
        made.add_row(
            document_cell(document),
            texts(f"status.{document.status}"),
            lines(*told),
        )
    return made


def groups_table(groups: Iterable[Group]) -> Rows:
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


def whole_name(document: Document) -> str:
    """Return type and number with the date; of a document without a number its whole title, by
    which those of one type and beginning are told apart."""
    name = name_of(document)
    if not document.number and document.title:
        name = one_line(" ".join(filter(None, (type_before_title(document), document.title))), 200)
    return ", ".join(filter(None, (name, show_date(document.issue_date))))


def sentence(evidence: Iterable[Evidence], limit: int = 300) -> str:
    """Return the first sentence that proves a relation, with its file."""
    first = next(iter(evidence), None)
    if first is None:
        return ""
    return f"“{one_line(first.quote, limit)}” ({first.file}, {first.span.start}–{first.span.end})"


def count_of_documents(total: int) -> str:
    """Return the line under a list: how many there are, or that none is known here."""
    if total:
        return f"{total} văn bản"
    return "Không có trong đồ thị này (không có nghĩa là không tồn tại)."


def print_together(indicators: Iterable[Together]) -> None:
    """Print which names were taken as one indicator."""
    for one in indicators:
        names = [name.indicator for name in one.names]
        distinct = list(dict.fromkeys(one_line(name, 120) for name in names))
        more = f" … ({len(distinct)} tên)" if len(distinct) > SHOWN_NAMES else ""
        told = "; ".join(distinct[:SHOWN_NAMES])
        out().print(f"Coi là một chỉ tiêu, {one_line(one.name, 120)} ({one.key}): {told}{more}")


def count_of(total: int, what: str) -> str:
    """Return the line under a list of facts: how many there are, or that none was read here."""
    if total:
        return f"{total} {what}"
    return f"Không có {what} nào như vậy trong đồ thị này (không có nghĩa là không có)."
