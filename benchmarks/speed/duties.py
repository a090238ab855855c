"""The duties of one agency that has ten thousand: what the service and the command line ask.

The records are made here, as a perfect reader would give them: plans of one province, each of which
gives its department of health and its department of finance 50 tasks, in turn, by the names that
papers of the province print ("Sở Y tế"), with the place that they leave open.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import Any

from benchmarks.speed.timing import Measure, percentiles, timed
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.store import Store
from loaders.records import (
    DocumentRecord,
    Header,
    Level,
    Passage,
    Quality,
    Responsibility,
    Role,
    Span,
)
from queries.agencies import agencies, agency
from queries.agency_shapes import agency_json, agency_list_json
from queries.fact_shapes import duty_list_json
from queries.facts import DutyQuestion, duties

DUTIES = 10_000
GOAL = "<= 20"
PROVINCE = "Sơn La"
HEALTH, MONEY = "Sở Y tế", "Sở Tài chính"
TASKS = {
    HEALTH: "Chủ trì, phối hợp với các sở, ngành triển khai phần việc {n} của kế hoạch số {plan}.",
    MONEY: "Bố trí kinh phí cho phần việc {n} của kế hoạch số {plan} theo phân cấp.",
}
EACH = 50
SPELLED = ("so y te",)
QUESTIONS: dict[str, tuple[DutyQuestion, str | None, int]] = {
    "duties of an agency": (DutyQuestion(SPELLED), None, DUTIES),
    "duties of an agency with its offices": (
        DutyQuestion(SPELLED, nested=True),
        None,
        DUTIES,
    ),
    "duties of an agency, one role, one province": (
        DutyQuestion(SPELLED, role=Role.LEAD, province=PROVINCE),
        None,
        DUTIES,
    ),
    "duties of an agency as of a day": (DutyQuestion(SPELLED), "2018-01-10", DUTIES // 2),
    "duties of an agency by words of the task": (
        DutyQuestion(SPELLED, task="phần việc 7"),
        None,
        DUTIES // EACH + EACH - 1,
    ),
}
"""What is asked, as of which day, and how many duties fit."""


def fill(store: Store) -> None:
    """Write the plans, twenty in a commit."""
    plans = DUTIES // EACH
    for first in range(1, plans, 20):
        write_files(store, [_plan(number) for number in range(first, first + 20)])


def _plan(number: int) -> ReadFile:
    name = f"duties-{number:04}.txt"
    said = list(_said(number))
    text = "\n".join(f"{agency}\n{task}" for agency, task in said)
    record = DocumentRecord(
        file=name,
        encoding="utf-8",
        sha256=sha256(text.encode()).hexdigest(),
        quality=Quality.GOOD,
        document=Header(
            type="Kế hoạch",
            number=f"{number}/KH-UBND",
            issue_date=f"2018-01-{number % 20 + 1:02}",
            level=Level.PROVINCE,
            province=PROVINCE,
            issuer=f"Ủy ban nhân dân tỉnh {PROVINCE}",
        ),
        responsibilities=tuple(_duty(text, agency, task) for agency, task in said),
    )
    return ReadFile(name, record, text)


def _said(plan: int) -> Iterator[tuple[str, str]]:
    for n in range(1, EACH + 1):
        for body, task in TASKS.items():
            yield body, task.format(n=n, plan=plan)


def _duty(text: str, agency: str, task: str) -> Responsibility:
    start = text.index(task)
    return Responsibility(
        agency=agency,
        role=Role.LEAD if agency == HEALTH else Role.ASSIGNED,
        partners=(MONEY,) if agency == HEALTH else (),
        section="III",
        recurrence=None,
        deadline=None,
        reports_to=None,
        passage=Passage(Span(start, start + len(task)), task),
        rule="agency_heading",
        confidence=0.9,
        agency_full=f"{agency} tỉnh {PROVINCE}",
    )


def duty_measures(store: Store, times: int = 40, suffix: str = "") -> list[Measure]:
    """Time the first page, of 50, in its shape, of each question put to a filled store.

    Raises RuntimeError where other than the known number of duties fit.
    """
    measures = []
    for name, (question, as_of, total) in QUESTIONS.items():
        asked = partial(_asked, store, question, as_of)
        if (found := asked()["total"]) != total:
            raise RuntimeError(f"{name}: {found} duties, not {total}")
        named = f"{name} with {DUTIES:,}, first page{suffix}"
        measures += percentiles(named, timed([asked] * times), GOAL)
    for name, whole in (("which agency a name means", _named), ("an agency by its key", _by_key)):
        body = partial(whole, store)
        if (found := body()["duties"]["total"]) != DUTIES:
            raise RuntimeError(f"{name}: {found} duties, not {DUTIES}")
        named = f"{name}, with {DUTIES:,} duties{suffix}"
        measures += percentiles(named, timed([body] * times), "")
    return measures


def _asked(store: Store, question: DutyQuestion, as_of: str | None) -> dict[str, Any]:
    return duty_list_json(duties(store, question, as_of=as_of))


def _named(store: Store) -> dict[str, Any]:
    [body] = agency_list_json(agencies(store, HEALTH, province=PROVINCE))["items"]
    return dict(body)


def _by_key(store: Store) -> dict[str, Any]:
    return agency_json(agency(store, "vn-son-la.so-y-te"))
