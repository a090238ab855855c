"""Where something may not fit: every store finds the same, by what the kinds of suspects mean."""

from __future__ import annotations

from dataclasses import replace

from graph.change import Change
from graph.model import Document, DocumentStatus, StoredClaim
from graph.movable import MovableStore
from graph.suspects import SuspectCriteria, Suspicion
from tests.contract.pieces import bring, claim, document, file_of, told
from tests.stores import every_kind


def on(key: str, date: str | None) -> Document:
    return document(key, issue_date=date)


def suspects(store: MovableStore, of: Suspicion) -> list[str]:
    """Each suspect as its words, parted by blanks."""
    found, total = store.find(SuspectCriteria(of), limit=100)
    assert total == len(found)
    assert found == sorted(found, key=lambda one: one.at)
    return [" ".join(part for part in one.at if part) for one in found]


@every_kind
def test_what_rests_on_something_later(store: MovableStore) -> None:
    bring(
        store, "a IMPLEMENTS later", "a BASED_ON month", "a CITES later", "a BASED_ON before",
        "a IMPLEMENTS undated", "a IMPLEMENTS year", "part IMPLEMENTS later",
        "undated BASED_ON later", "later IMPLEMENTS later2",
        nodes=(
            on("a", "2018-05-21"), on("later", "2019-01-02"), on("month", "2018-06"),
            on("before", "2018-05-20"), on("undated", None), on("year", "2018"),
            on("part", "2018-05"), on("later2", "2019-01-03"),
        ),
    )  # fmt: skip
    assert suspects(store, Suspicion.LATER) == [
        "a BASED_ON month", "a IMPLEMENTS later", "later IMPLEMENTS later2",
    ]  # fmt: skip


@every_kind
def test_what_rests_on_something_that_a_third_replaces(store: MovableStore) -> None:
    bring(
        store, "new REPLACES old", "newer REPLACES old", "new BASED_ON old", "late BASED_ON old",
        "late IMPLEMENTS old", "late IMPLEMENTS new", "part BASED_ON old", "one REPLACES two",
        "one BASED_ON two", "new CITES old",
        nodes=(
            on("old", "2010-01-01"), on("new", "2015-03-04"), on("newer", None),
            on("late", "2018-05-21"), on("part", "2018-05"), on("one", "2018-05-21"),
            on("two", "2010-01-01"),
        ),
    )  # fmt: skip
    assert suspects(store, Suspicion.REPLACED) == [
        "late BASED_ON old", "late IMPLEMENTS old", "new BASED_ON old",
    ]  # fmt: skip


@every_kind
def test_where_a_circle_may_pass(store: MovableStore) -> None:
    """A target that may be as late as what rests on it; an act and its work of different days."""
    days = {
        "same": "2018-05-21", "up": "2018-05-21", "leaf": "2018-05-21", "top": None,
        "old": "2010-01-01", "older": "2009-01-01", "act": "2018-05-22", "work": "2018-05-23",
        "act2": "2018-05-22", "work2": "2018-05-22", "act3": "2018-05-22", "work3": None,
        "act4": "2017-05-22", "work4": "2018-05-22", "act5": "2018-05-22",
    }  # fmt: skip
    bring(
        store,
        "leaf IMPLEMENTS same", "same IMPLEMENTS up", "up BASED_ON top", "up BASED_ON old",
        "old BASED_ON older",
        "act PROMULGATES work", "leaf IMPLEMENTS work", "act BASED_ON old",
        "act2 PROMULGATES work2", "leaf IMPLEMENTS act2", "work2 BASED_ON old",
        "act3 APPROVES work3", "act3 BASED_ON old",
        "act4 APPROVES work4", "act5 APPROVES work4",
        nodes=tuple(on(key, date) for key, date in days.items()),
    )  # fmt: skip
    assert suspects(store, Suspicion.ROUND) == ["act", "act2", "act4", "same", "up", "work"]


@every_kind
def test_days_and_doubts_of_citations(store: MovableStore) -> None:
    nodes = [document(f"k{at}", status=DocumentStatus.CITED_ONLY) for at in range(6)]
    dates: list[list[tuple[str | None, tuple[str, ...]]]] = [
        [("2018-03-06", ()), ("2018-06-06", ())],
        [("2018-03-06", ("2018-06-06",))],
        [("2018-03-06", ()), ("2018-03", ()), (None, ())],
        [(None, ("2018-06-06", "2018-06-07"))],
        [("2018-03-06", ()), ("2018-06-06", ())],  # and fits several
        [("2018", ()), ("2019", ())],
    ]
    claims = [
        StoredClaim(
            replace(
                claim(node, own=False), issue_date=date, other_dates=others, symbol=f"{at} {nth}"
            ),
            node.key, ("k0", "k1") if (at, nth) == (4, 1) else (), 1,
        )
        for at, node in enumerate(nodes)
        for nth, (date, others) in enumerate(dates[at])
    ]  # fmt: skip
    file = file_of(document("paper"))
    named = {f"R{at}": one.claim.id for at, one in enumerate(claims, start=1)}
    store.commit(
        Change(
            documents=(document("paper"), *nodes),
            claims=(told(document("paper")), *claims),
            contents=(replace(file, claims={**file.claims, **named}),),
        )
    )
    assert suspects(store, Suspicion.DAYS) == ["k0", "k1"]
    assert suspects(store, Suspicion.VAGUE) == ["k4"]


@every_kind
def test_pages_follow_one_another(store: MovableStore) -> None:
    asked = SuspectCriteria(Suspicion.LATER)
    assert store.find(asked, limit=10) == ([], 0)
    plans = [on(f"p{at}", "2018-05-21") for at in range(5)]
    lines = (f"{plan.key} {how} top" for plan in plans for how in ("IMPLEMENTS", "BASED_ON"))
    bring(store, *lines, nodes=(on("top", "2019-01-02"), *plans))
    every, total = store.find(asked, limit=100)
    joined, after = [], None
    while page := store.find(asked, limit=3, after=after)[0]:
        joined += page
        after = page[-1].at
    assert joined == every
    assert len(every) == total == store.find(asked, limit=0)[1] == 10
