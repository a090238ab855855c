"""`phahe duties`."""

from __future__ import annotations

from dataclasses import replace

from api.commands.agencies_meant import say_meant
from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import count_of, document_cell, lines, sentence, table
from api.console import out
from graph.agencies.succession import TodayStatus
from graph.model import Document
from graph.stated import Duty
from queries.agency_today import duty_today
from queries.fact_shapes import duty_list_json
from queries.facts import DutyQuestion, FactList, duties
from visual.formats import one_line
from visual.sheets import DUTIES
from visual.texts import load_texts


def run(
    store_url: str | None,
    agency: str | None,
    asked: DutyQuestion,
    *,
    as_of: str | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code.

    `agency` is the name as typed; document and lineage of what is asked are REFs.
    """
    with reading(store_url) as store:
        asked = replace(
            asked,
            document=None if asked.document is None else document_of(store, asked.document).key,
            lineage=None if asked.lineage is None else document_of(store, asked.lineage).key,
        )
        answer = duties(store, asked, as_of=as_of, limit=limit, cursor=cursor)
    code = give(answer, duty_list_json, DUTIES, _print, as_json=as_json)
    if answer.meant is not None and asked.province is None:
        say_meant(agency or "", answer.meant, here=asked.document is not None)
    return code


def _agency(duty: Duty, document: Document, as_of: str | None) -> str:
    """The agency as printed, with who has its duty today where that is another one."""
    now = duty_today(duty, document, as_of).today
    printed = one_line(duty.agency, 80)
    if now.status is TodayStatus.ENDED:
        return f"{printed}\n(đã kết thúc hoạt động)"
    if now.status is TodayStatus.MOVED:
        names = "; ".join(holder.agency.name for holder in now.holders)
        return f"{printed}\n→ nay: {names}"
    if now.doubt is not None:
        maybe = "; ".join(holder.agency.name for holder in now.candidates)
        told = load_texts()(f"doubt.{now.doubt}")
        return f"{printed}\n(nay {f'có thể là {maybe}' if maybe else 'chưa rõ'}: {told})"
    return printed


def _print(answer: FactList[Duty]) -> None:
    console, texts = out(), load_texts()
    rows = table("Cơ quan", "Vai trò", "Văn bản", "Nhiệm vụ")
    for duty, document in answer.items:
        rows.add_row(
            _agency(duty, document, answer.as_of),
            texts(f"role.{duty.role}"),
            document_cell(document),
            lines(f"Mục {duty.section}" if duty.section else None, sentence(duty.evidence)),
        )
    if answer.items:
        console.print(rows)
    console.print(count_of(answer.total, "nhiệm vụ"))
