"""Duties as rows of a table of tasks, in the fields of the Party's monitoring of its papers.

The fields are căn cứ, nhiệm vụ, chủ trì, phối hợp, sản phẩm, thời hạn, chỉ tiêu, trạng thái. What
documents do not say of a duty (product, target, state) stays empty: it is for people to fill in.
Behind them stands who has the duty today, or on the date that was asked for.
"""

from __future__ import annotations

from queries.dates import show_date
from visual.columns import Json
from visual.sheets import SOURCE


def tasks_body(body: Json) -> Json:
    """Return the body of a list of duties with a task in place of every duty."""
    return {**body, "items": [task_of(duty) for duty in body["items"]]}


def task_of(duty: Json) -> Json:
    """Return a task; who is assigned leads it, who coordinates stands with the partners."""
    document = duty["document"]
    helps = duty["role"] == "coordinate"
    named = document["number"] or document["title"] or document["key"]
    day = show_date(document["issue_date"])
    return {
        "basis": SOURCE["issued"][1].format(name=named, day=day) if day else named,
        "task": duty["task"],
        "lead": None if helps else duty["agency"],
        "coordinating": [*([duty["agency"]] if helps else []), *duty["partners"]],
        "product": None,
        "deadline": duty["deadline"],
        "target": None,
        "state": None,
        "agency_today": duty["agency_today"],
        "today_status": duty["today_status"],
        "candidates_today": duty["candidates_today"],
        "today_doubt": duty["today_doubt"],
        "document": document,
        "evidence": duty["evidence"],
    }
