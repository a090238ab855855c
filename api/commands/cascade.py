"""`phahe cascade`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import (
    count_of,
    document_cell,
    name_of,
    print_together,
    sentence,
    table,
)
from api.console import out
from queries.cascade import Cascade, CascadeRow, cascade
from queries.cascade_shapes import cascade_json
from visual.formats import one_line
from visual.sheets import CASCADE
from visual.texts import load_texts
from visual.values import show_value

_NAMES = 20


def run(
    ref: str,
    store_url: str | None,
    *,
    indicator: str,
    as_of: str | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        key = document_of(store, ref).key
        answer = cascade(store, key, indicator, as_of=as_of, limit=limit, cursor=cursor)
    return give(answer, cascade_json, CASCADE, _print, as_json=as_json)


def _print(answer: Cascade) -> None:
    console = out()
    rows = table("Bước", "Văn bản", "Chỉ tiêu", "Mức phải đạt", "Câu làm chứng")
    for row in answer.items:
        rows.add_row(
            str(row.depth),
            document_cell(row.document),
            one_line(row.stated.indicator, 120),
            _values(row),
            sentence(row.stated.evidence, 160),
        )
    if answer.items:
        console.print(rows)
    console.print(count_of(answer.total, "chỉ tiêu"))
    print_together(answer.indicators)
    if answer.missing_total:
        names = "; ".join(f"{name_of(one)} ({one.key})" for one in answer.missing[:_NAMES])
        more = " …" if answer.missing_total > _NAMES else ""
        console.print(f"{answer.missing_total} văn bản thực hiện không thấy đặt: {names}{more}")


def _values(row: CascadeRow) -> str:
    texts = load_texts()
    lines = []
    for one in row.values:
        told = "; ".join(texts(f"flag.{flag}") for flag in one.flags)
        value = show_value(one.value, row.stated.unit)
        lines.append(f"{value} ({told})" if told else value)
    return "\n".join(lines)
