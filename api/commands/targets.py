"""`phahe targets`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import count_of, document_cell, lines, print_together, sentence, table
from api.console import out
from queries.fact_shapes import target_list_json
from queries.facts import TargetList, targets
from visual.formats import one_line
from visual.sheets import TARGETS
from visual.values import show_value


def run(
    store_url: str | None,
    document: str | None,
    indicator: str | None,
    *,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        key = None if document is None else document_of(store, document).key
        answer = targets(store, document=key, indicator=indicator, limit=limit, cursor=cursor)
    return give(answer, target_list_json, TARGETS, _print, as_json=as_json)


def _print(answer: TargetList) -> None:
    console = out()
    rows = table("Chỉ tiêu", "Mức phải đạt", "Văn bản", "Câu làm chứng")
    for one, document in answer.items:
        rows.add_row(
            one_line(one.indicator, 120),
            lines(
                *(show_value(value, one.unit) for value in one.targets),
                *(f"trước đó: {show_value(value, one.unit)}" for value in one.baselines),
            ),
            document_cell(document),
            sentence(one.evidence, 160),
        )
    if answer.items:
        console.print(rows)
    console.print(count_of(answer.total, "chỉ tiêu"))
    print_together(answer.indicators)
