"""`phahe timeline`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import groups_table, name_of, sentence, table
from api.console import out
from queries.dates import show_date
from queries.timeline import Timeline, timeline
from queries.timeline_events import Event
from queries.timeline_shapes import timeline_json
from visual.sheets import TIMELINE
from visual.texts import load_texts


def run(
    ref: str,
    store_url: str | None,
    *,
    as_of: str | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        key = document_of(store, ref).key
        answer = timeline(store, key, as_of=as_of, limit=limit, cursor=cursor)
    return give(answer, timeline_json, TIMELINE, _print, as_json=as_json)


def _print(answer: Timeline) -> None:
    console, texts = out(), load_texts()
    console.print(f"{name_of(answer.document)} ({answer.document.key}):")
    rows = table("Ngày", "Sự kiện", "Văn bản, cơ quan", "Câu làm chứng")
    for event in answer.items:
        rows.add_row(
            show_date(event.date),
            texts(f"event.{event.kind}"),
            _what(event),
            sentence(event.proofs.evidence, 160),
        )
    console.print(rows)
    if answer.groups:
        console.print(groups_table(answer.groups))


def _what(event: Event) -> str:
    if event.agency is not None:
        after = ", ".join(event.successors) or "không cơ quan nào tiếp nhận toàn bộ"
        return f"{event.agency} → {after}"
    told = [name_of(event.document)]
    if event.scope:
        told.append(event.scope)
    if event.effective:
        told.append(f"hiệu lực từ {show_date(event.effective)}")
    return "; ".join(told)
