"""Which places carry a document out: states, nearest document, mergers, districts, dates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from graph.errors import DocumentNotFound
from graph.model import Document, DocumentStatus, Evidence
from graph.store import Store
from graph.subgraph import Link, Subgraph
from loaders.records import Level
from queries.coverage import (
    Coverage,
    CoverageBy,
    CoverageItem,
    CoverageState,
    coverage,
    days_between,
)
from queries.coverage_places import LAST_DAY_OF_63, provinces_of, unit_of
from queries.errors import BadOption
from tests.queries.small_graphs import document, graph

TOP: dict[str, Any] = {"number": "20-NQ/TW", "issue_date": "2017-10-25", "level": Level.CENTRAL}


def of(province: str, date: str | None = "2018-05-21", **facts: Any) -> dict[str, Any]:
    return {"province": province, "issue_date": date, "level": Level.PROVINCE, **facts}


def rows(answer: Coverage) -> dict[str, CoverageItem]:
    return {item.district or item.unit.name: item for item in answer.items}


def sample() -> Store:
    """Sơn La carries it out, one of its districts too; Lào Cai and Yên Bái only cite it."""
    return graph(
        "p IMPLEMENTS top", "d IMPLEMENTS p", "c CITES top", "b BASED_ON top", "b CITES top",
        "x CITES other", "m IMPLEMENTS top", "h IMPLEMENTS top",
        facts={
            "top": TOP, "p": of("Sơn La"), "c": of("Lào Cai"), "b": of("Yên Bái"),
            "x": of("Hà Nội"),
            "d": of("Sơn La", "2018-07", level=Level.DISTRICT, district="Mộc Châu"),
            "m": {"level": Level.CENTRAL, "issue_date": "2018-01-02"},
            "h": of("Hà Giang"),
        },
    )  # fmt: skip


def test_there_are_63_and_34() -> None:
    assert len(provinces_of(LAST_DAY_OF_63)) == 63
    assert len(provinces_of(None)) == 34


def test_each_province_has_a_state() -> None:
    answer = coverage(sample(), "top")
    found = rows(answer)
    assert len(answer.items) == len(found) == 63
    assert found["Sơn La"].state is CoverageState.IMPLEMENTS
    assert found["Lào Cai"].state is found["Yên Bái"].state is CoverageState.CITES
    assert found["Hà Nội"].state is CoverageState.NONE_RECORDED
    assert found["Cà Mau"].state is CoverageState.NOT_LOADED
    assert answer.totals == {
        CoverageState.IMPLEMENTS: 2, CoverageState.CITES: 2, CoverageState.NONE_RECORDED: 1,
        CoverageState.NOT_LOADED: 58,
    }  # fmt: skip
    assert answer.unplaced == 1  # the ministry's
    names = [item.unit.name for item in answer.items]
    assert names[:3] == ["An Giang", "Bà Rịa - Vũng Tàu", "Bắc Giang"]


def test_the_nearest_document_stands_for_its_province_with_its_sentences() -> None:
    item = rows(coverage(sample(), "top"))["Sơn La"]
    assert item.document is not None
    assert (item.document.key, item.documents, item.depth, item.days_after) == ("p", 2, 1, 208)
    assert item.path == ("top", "p")
    assert [one.evidence[0].quote for one in item.steps] == ["p IMPLEMENTS top"]


def test_a_basis_is_shown_before_a_mere_mention() -> None:
    item = rows(coverage(sample(), "top"))["Yên Bái"]
    assert (item.depth, item.path) == (None, ("top", "b"))
    assert [one.edge.type for one in item.steps] == ["BASED_ON"]


def test_what_a_merged_province_did_counts_for_its_successor() -> None:
    found = rows(coverage(sample(), "top", provinces=34))
    assert len(found) == 34
    assert found["Tuyên Quang"].state is CoverageState.IMPLEMENTS
    assert found["Tuyên Quang"].document == sample().documents(["h"])["h"]
    assert found["Lào Cai"].documents == 2  # with Yên Bái
    assert found["Lào Cai"].named == ("Lào Cai", "Yên Bái")
    assert rows(coverage(sample(), "top"))["Tuyên Quang"].state is CoverageState.NOT_LOADED


def test_a_document_of_a_new_province_is_of_none_of_the_63() -> None:
    store = graph("p IMPLEMENTS top", facts={"top": TOP, "p": of("Tuyên Quang", "2025-09-01")})
    old, new = coverage(store, "top"), coverage(store, "top", provinces=34)
    assert (old.unplaced, old.totals[CoverageState.IMPLEMENTS]) == (1, 0)
    assert (new.unplaced, new.totals[CoverageState.IMPLEMENTS]) == (0, 1)


def test_a_document_of_today_is_asked_for_the_provinces_of_today() -> None:
    store = graph(
        "p IMPLEMENTS new",
        facts={"new": {**TOP, "issue_date": "2025-09-09"}, "p": of("Tuyên Quang", "2025-10-01")},
    )
    answer = coverage(store, "new")
    assert (answer.provinces, answer.totals[CoverageState.IMPLEMENTS]) == (34, 1)
    assert coverage(store, "new", provinces=63).unplaced == 1


def test_districts_are_those_of_the_graph() -> None:
    store = graph(
        "d IMPLEMENTS top",
        facts={
            "top": TOP,
            "d": of("Sơn La", level=Level.DISTRICT, district="Mộc Châu"),
            "e": of("Sơn La", level=Level.DISTRICT, district="Mai Sơn"),
        },
    )
    answer = coverage(store, "top", by=CoverageBy.DISTRICT)
    assert {name: item.state for name, item in rows(answer).items()} == {
        "Mộc Châu": CoverageState.IMPLEMENTS, "Mai Sơn": CoverageState.NONE_RECORDED,
    }  # fmt: skip


def test_a_district_among_many_papers_of_its_province_is_loaded() -> None:
    """Its own paper may come behind thousands of the province's by key."""
    mine = {"d": of("Sơn La", level=Level.DISTRICT, district="Mộc Châu")}
    papers = {f"c{at:03}": of("Sơn La", level=Level.COMMUNE, district="Mai Sơn")
              for at in range(220)}  # fmt: skip
    answer = coverage(graph(facts={"top": TOP, **papers, **mine}), "top", by=CoverageBy.DISTRICT)
    assert set(rows(answer)) == {"Mai Sơn", "Mộc Châu"}
    assert answer.totals[CoverageState.NONE_RECORDED] == 2


def test_a_health_centre_is_of_its_district() -> None:
    """What is only cited is no text of it."""
    facility = of("Sơn La", level=Level.FACILITY, district="Mộc Châu")
    facts = {"top": TOP, "h": facility}
    [item] = coverage(graph(facts=facts), "top", by=CoverageBy.DISTRICT).items
    assert (item.district, item.state) == ("Mộc Châu", CoverageState.NONE_RECORDED)
    facts["h"] = {**facility, "status": DocumentStatus.CITED_ONLY}
    [item] = coverage(graph(facts=facts), "top", by=CoverageBy.DISTRICT).items
    assert (item.district, item.state) == ("Mộc Châu", CoverageState.NOT_LOADED)


def test_a_province_is_loaded_by_a_text_without_a_date_behind_later_ones() -> None:
    later = {f"a{at:03}": of("Sơn La", "2019-01-01") for at in range(220)}
    store = graph(facts={"top": TOP, **later, "u": of("Sơn La", None)})
    found = rows(coverage(store, "top", as_of="2018"))
    assert found["Sơn La"].state is CoverageState.NONE_RECORDED


def test_later_documents_are_left_out() -> None:
    found = rows(coverage(sample(), "top", as_of="2018-03"))
    assert found["Sơn La"].state is CoverageState.NOT_LOADED
    assert found["Lào Cai"].state is CoverageState.NOT_LOADED
    assert rows(coverage(sample(), "top", as_of="2018-06"))["Sơn La"].documents == 1


def test_a_stub_counts_and_a_text_without_a_date_is_loaded() -> None:
    stub = of("Sơn La", status=DocumentStatus.CITED_ONLY)
    store = graph("s IMPLEMENTS top @u", facts={"top": TOP, "s": stub, "u": of("Cà Mau", None)})
    found = rows(coverage(store, "top"))
    assert found["Sơn La"].state is CoverageState.IMPLEMENTS
    assert found["Cà Mau"].state is CoverageState.NONE_RECORDED


def test_a_programme_and_its_act_are_one_and_circles_end() -> None:
    store = graph(
        "n PROMULGATES q", "q IMPLEMENTS top", "p IMPLEMENTS n", "n IMPLEMENTS p", "z CITES q",
        facts={"top": TOP, "n": {"level": Level.CENTRAL}, "p": of("Sơn La"), "z": of("Lào Cai")},
    )  # fmt: skip
    item = rows(coverage(store, "top"))["Sơn La"]
    assert (item.depth, item.path) == (2, ("top", "n", "p"))
    assert rows(coverage(store, "n"))["Lào Cai"].state is CoverageState.CITES


def test_what_cannot_be_answered_is_refused() -> None:
    with pytest.raises(DocumentNotFound):
        coverage(sample(), "nothing")
    with pytest.raises(BadOption):
        coverage(sample(), "top", provinces=64)
    with pytest.raises(BadOption):
        coverage(sample(), "top", as_of="hôm qua")


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [("2017-10-25", "2018-05-21", 208), ("2017-10", "2018-05-21", None), ("2017-10-25", None, None),
     ("2018-05-21", "2017-10-25", -208)],
)  # fmt: skip
def test_days_need_two_full_dates(first: str | None, second: str | None, days: int | None) -> None:
    a, b = (document(key, issue_date=date) for key, date in (("a", first), ("b", second)))
    assert days_between(a, b) == days


@pytest.mark.parametrize(
    ("facts", "day", "name"),
    [
        (of("Thừa Thiên Huế", "2018-01-01"), LAST_DAY_OF_63, "Huế"),
        (of("Hà Giang", "2018-01-01"), None, "Tuyên Quang"),
        (of("Hà Giang", "2018-01-01"), LAST_DAY_OF_63, "Hà Giang"),
        (of("Tuyên Quang", "2025-07-01"), LAST_DAY_OF_63, None),
        (of("Hà Nội", None), None, "Hà Nội"),
        ({}, None, None),
    ],
)
def test_a_document_is_of_the_unit_of_its_day(
    facts: dict[str, Any], day: str | None, name: str | None
) -> None:
    made: Document = document("a", **facts)
    unit = unit_of(made, day)
    assert (None if unit is None else unit.name) == name


def test_sentences_are_asked_for_one_document_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hub is cited by thousands: what is not shown is not read."""
    cities = [f"c{at} CITES top" for at in range(30)]
    store = graph(*cities, "p IMPLEMENTS top", facts={
        "top": TOP, "p": of("Sơn La"), **{f"c{at}": of("Lào Cai") for at in range(30)},
    })  # fmt: skip
    asked: list[Link] = []
    answer_of = store.evidence

    def evidence(part: Subgraph, links: Sequence[Link]) -> list[tuple[Evidence, ...]]:
        asked.extend(links)
        return answer_of(part, links)

    monkeypatch.setattr(store, "evidence", evidence)
    found = rows(coverage(store, "top"))
    assert (found["Lào Cai"].documents, len(asked)) == (30, 2)
    assert found["Lào Cai"].steps[0].evidence[0].quote == "c0 CITES top"
