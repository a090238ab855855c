"""`phahe agency`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import reading
from api.commands.rows import Key
from api.commands.tables import table
from api.console import out
from api.output import wants_table
from api.references import written_out
from graph.agencies.succession import Holder, TodayStatus
from queries.agencies import AgencyItem, AgencyList, agencies
from queries.agency_shapes import agency_list_json
from queries.dates import show_date
from visual.formats import one_line
from visual.sheets import AGENCIES
from visual.texts import load_texts


def run(
    name: str,
    store_url: str | None,
    *,
    province: str | None,
    as_of: str | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    written, spellings = written_out(name)
    with reading(store_url) as store:
        answer = agencies(
            store,
            written,
            spellings=spellings,
            province=province,
            as_of=as_of,
            limit=limit,
            cursor=cursor,
            all_duties=wants_table(),
        )
    return give(answer, agency_list_json, AGENCIES, _print, as_json=as_json)


def _print(answer: AgencyList) -> None:
    console = out()
    rows = table("Cơ quan", "Khóa", "Nhiệm vụ", "Tình trạng")
    for item in answer.items:
        name = one_line(item.agency.name, 120)
        if item.parent is not None:
            name += f"\n(thuộc {one_line(item.parent.name, 120)})"
        rows.add_row(name, Key(item.agency.key or ""), str(item.duties.total), _today(item))
    if answer.items:
        console.print(rows)
    console.print(f"{answer.total} cơ quan")
    if answer.unplaced:
        console.print(f"{answer.unplaced} nhiệm vụ không rõ của cơ quan nơi nào")


def _today(item: AgencyItem) -> str:
    lines = [load_texts()(f"today.{item.today.status}")]
    if item.today.status is TodayStatus.MOVED:
        lines += [f"→ {_holder(holder)}" for holder in item.today.holders]
    if item.today.doubt is not None:
        lines.append(load_texts()(f"doubt.{item.today.doubt}"))
    lines += [f"? {_holder(holder)}" for holder in item.today.candidates]
    return "\n".join(lines)


def _holder(holder: Holder) -> str:
    since = f"từ {show_date(holder.since)}" if holder.since else None
    told = ", ".join(filter(None, (since, *holder.basis)))
    return f"{holder.agency.name} ({told})" if told else holder.agency.name
