"""`phahe lineage`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import document_cell, groups_table, lines, name_of, sentence, table
from api.console import out
from api.exits import Exit
from queries.errors import BadOption
from queries.lineage import Lineage, LineageDirection, LineageItem, LineageQuestion, lineage
from queries.shapes import lineage_json
from visual.formats import one_line, short_name
from visual.sheets import LINEAGE


def direction_of(*, up: bool, down: bool) -> LineageDirection:
    """Return the direction that the options ask for. Raises BadOption for none and for both."""
    if up == down:
        raise BadOption("nói rõ một hướng: --up (thực hiện gì) hoặc --down (ai thực hiện)")
    return LineageDirection.ANCESTORS if up else LineageDirection.DESCENDANTS


def run(
    ref: str,
    store_url: str | None,
    direction: LineageDirection,
    asked: LineageQuestion,
    *,
    limit: int,
    cursor: str | None,
    grouped: bool,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        key = document_of(store, ref).key
        answer = lineage(store, key, direction, asked, limit=limit, cursor=cursor)
    if grouped and not as_json:
        _print_heading(answer)
        out().print(groups_table(answer.groups))
        return Exit.DONE
    return give(answer, lineage_json, LINEAGE, _print, as_json=as_json)


def _print_heading(answer: Lineage) -> None:
    console = out()
    document = answer.document
    up = answer.direction is LineageDirection.ANCESTORS
    heading = "thực hiện" if up else "được thực hiện bởi"
    console.print(f"{name_of(document)} ({document.key}) {heading} {answer.total} văn bản:")
    if answer.left_out:
        console.print(f"Bộ lọc bỏ ra {answer.left_out} văn bản khác.")


def _print(answer: Lineage) -> None:
    console = out()
    _print_heading(answer)
    rows = table("Bước", "Văn bản", "Trích yếu, đường đi, câu làm chứng")
    shown = (*answer.items, *answer.between)
    names = {item.document.key: short_name(item.document) for item in shown}
    for item in answer.items:
        other = item.document
        rows.add_row(
            str(item.depth),
            document_cell(other),
            lines(
                one_line(other.title or "", 160),
                _way(item, names),
                sentence(item.steps[-1].evidence),
            ),
        )
    if answer.items:
        console.print(rows)
    if answer.excluded_namesakes:
        console.print("Cùng số, không thuộc phả hệ này:")
        for other in answer.excluded_namesakes:
            title = one_line(other.title or "", 100)
            console.print(f"  {other.key}  {name_of(other)}  {title}")


def _way(item: LineageItem, names: dict[str, str]) -> str | None:
    """Through which documents it goes; those of other pages by their keys."""
    between = item.path[1:-1]
    return f"qua {' → '.join(names.get(key, key) for key in between)}" if between else None
