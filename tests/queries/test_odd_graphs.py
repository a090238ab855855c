"""What questions do with circles, diamonds, stubs and citations that fit several documents."""

from __future__ import annotations

from typing import Any

import pytest

from graph.store import Store
from loaders.records import SELF, Level, RelationType
from queries.cascade import cascade
from queries.connections import Way, connections
from queries.coverage import CoverageState, coverage
from queries.facts import DutyQuestion, duties
from queries.findings import findings
from queries.lineage import LineageDirection, lineage
from queries.side_by_side import side_by_side
from queries.timeline import timeline
from queries.timeline_events import EventKind
from tests.graph.papers import duty, indicator, load, paper, reference, relation, value
from tests.queries import small_graphs

PLACE: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La", "type": "Kế hoạch"}
KEYS = {number: f"vn-son-la.{number}-kh-ubnd.2018-05-0{number}" for number in range(1, 6)}
OLD, NEW = "vn.20-nq-tw.2017-10-25", "vn.20-nq-tw.2022-06-16"


def plan(store: Store, number: int, *above: int) -> None:
    """Load plan `number`, which carries out the plans of the numbers `above`."""
    named = {f"R{other}": other for other in above}
    load(
        store,
        paper(
            f"{number}.txt", f"{number}/KH-UBND", f"2018-05-0{number}",
            references=tuple(
                reference(key, f"{other}/KH-UBND", f"2018-05-0{other}", **PLACE)
                for key, other in named.items()
            ),
            relations=tuple(
                relation(SELF, RelationType.IMPLEMENTS, key, at=other * 40)
                for key, other in named.items()
            ),
            duties=(duty("Sở Y tế", f"Làm việc thứ {number}."),),
            targets=(indicator("Tỷ lệ hộ nghèo", value(float(number))),),
            **PLACE,
        ),
    )  # fmt: skip


@pytest.fixture
def odd() -> Store:
    """A diamond 4, 3, 2 over 1; 1 and 2 in a circle; 4 carries out 5, which is a stub."""
    made: Store = small_graphs.make_store()
    plan(made, 1, 2)
    plan(made, 2, 1)
    plan(made, 3, 1)
    plan(made, 4, 2, 3, 5)
    return made


def test_circles_end_and_diamonds_are_one_row(odd: Store) -> None:
    items = lineage(odd, KEYS[1], LineageDirection.DESCENDANTS).items
    assert [(item.document.key, item.depth) for item in items] == [
        (KEYS[2], 1), (KEYS[3], 1), (KEYS[4], 2),
    ]  # fmt: skip
    told = duties(odd, DutyQuestion(lineage=KEYS[1])).items
    assert [one.task for one, _ in told] == [f"Làm việc thứ {number}." for number in range(1, 5)]
    rows = cascade(odd, KEYS[1], "hộ nghèo").items
    assert [(row.document.key, row.depth) for row in rows] == [
        (KEYS[1], 0), (KEYS[2], 1), (KEYS[3], 1), (KEYS[4], 2),
    ]  # fmt: skip
    [place] = [one for one in coverage(odd, KEYS[1]).items if one.document is not None]
    assert (place.documents, place.depth) == (3, 1)
    events = [event.document.key for event in timeline(odd, KEYS[1]).items if event.link]
    assert events == [KEYS[2], KEYS[3]]
    assert connections(odd, KEYS[4], KEYS[1]).total == 2
    assert {pair.standing for pair in side_by_side(odd, KEYS[1], KEYS[1]).items} == {"same"}
    circle = [(one.document.key, one.others[0].key) for one in findings(odd).items
              if one.code == "circle"]  # fmt: skip
    assert circle == [(KEYS[1], KEYS[2]), (KEYS[2], KEYS[1])]


def test_a_stub_is_a_document_that_states_nothing(odd: Store) -> None:
    stub = lineage(odd, KEYS[4], LineageDirection.ANCESTORS).items
    assert KEYS[5] in {item.document.key for item in stub if item.document.status == "cited_only"}
    assert duties(odd, DutyQuestion(document=KEYS[5])).total == 0
    answer = cascade(odd, KEYS[5], "hộ nghèo")
    assert ([row.document.key for row in answer.items], answer.missing_total) == ([KEYS[4]], 0)
    events = {event.kind: event for event in timeline(odd, KEYS[5]).items}
    assert (events[EventKind.ISSUED].date, events[EventKind.ISSUED].proofs.total) == (
        "2018-05-05",
        0,
    )
    assert connections(odd, KEYS[4], KEYS[5]).way is Way.UP


def test_a_citation_that_fits_several_is_none_of_them() -> None:
    store = small_graphs.make_store()
    for name, date in (("old.txt", "2017-10-25"), ("new.txt", "2022-06-16")):
        load(store, paper(name, "20-NQ/TW", date, level=Level.CENTRAL))
    load(
        store,
        paper(
            "p.txt", "9/KH-UBND", "2023-07-01",
            references=(reference("R1", "20-NQ/TW", level=Level.CENTRAL),),
            relations=(relation(SELF, RelationType.IMPLEMENTS, "R1"),),
            duties=(duty("Sở Y tế", "Làm."),), **PLACE,
        ),
    )  # fmt: skip
    plan_key = "vn-son-la.9-kh-ubnd.2023-07-01"
    for key in (OLD, NEW):
        assert lineage(store, key, LineageDirection.DESCENDANTS).total == 0
        assert duties(store, DutyQuestion(lineage=key)).total == 0
        assert coverage(store, key).totals[CoverageState.IMPLEMENTS] == 0
        assert timeline(store, key).total == 1
        assert connections(store, plan_key, key).way is Way.NONE
    [above] = lineage(store, plan_key, LineageDirection.ANCESTORS).items
    assert above.document.key not in (OLD, NEW)
    assert {one.code for one in findings(store).items} == {"ambiguous_number"}
    assert all(pair.standing == "only_a" for pair in side_by_side(store, plan_key, OLD).items)
