"""`phahe coverage`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import document_cell, name_of, sentence, table
from api.console import out
from queries.coverage import Coverage, CoverageBy, CoverageItem, CoverageState, coverage
from queries.coverage_shapes import coverage_json
from visual.sheets import COVERAGE
from visual.texts import load_texts

NOTE = "Chưa thấy, chưa nạp: không có nghĩa là không có."


def run(
    ref: str,
    store_url: str | None,
    *,
    provinces: int | None,
    districts: bool,
    as_of: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    by = CoverageBy.DISTRICT if districts else CoverageBy.PROVINCE
    with reading(store_url) as store:
        key = document_of(store, ref).key
        answer = coverage(store, key, provinces=provinces, by=by, as_of=as_of)
    return give(answer, coverage_json, COVERAGE, _print, as_json=as_json)


def _print(answer: Coverage) -> None:
    """Print what is there as a table, who carries it out first, and as names where nothing is."""
    console, texts = out(), load_texts()
    console.print(f"{name_of(answer.document)} ({answer.document.key}):")
    rows = table("Địa phương", "Tình trạng", "Văn bản", "Câu làm chứng")
    states = list(CoverageState)
    for item in sorted(answer.items, key=lambda item: states.index(item.state)):
        if item.document is not None:
            rows.add_row(
                _place(item),
                texts(f"coverage.state.{item.state}") + _how(item),
                document_cell(item.document),
                sentence(item.steps[-1].evidence, 160) if item.steps else "",
            )
    if rows.row_count:
        console.print(rows)
    for state in CoverageState:
        names = [_place(one) for one in answer.items if one.state is state and not one.document]
        listed = f" ({'; '.join(names)})" if names else ""
        console.print(f"{texts(f'coverage.state.{state}')}: {answer.totals[state]}{listed}")
    if answer.unplaced:
        console.print(texts("coverage.unplaced", count=answer.unplaced))
    console.print(NOTE)


def _place(item: CoverageItem) -> str:
    return item.unit.name if item.district is None else f"{item.district} ({item.unit.name})"


def _how(item: CoverageItem) -> str:
    """How many steps, and how long after."""
    if item.state is not CoverageState.IMPLEMENTS:
        return ""
    days = "" if item.days_after is None else f", sau {item.days_after} ngày"
    return f" ({item.depth} bước{days})"
