"""What a store counts: the same on every store, and the same as what it finds."""

from __future__ import annotations

from collections import Counter

from graph.change import Change
from graph.model import DocumentStatus
from graph.movable import MovableStore
from graph.store import Criteria, DutyCriteria, TargetCriteria
from graph.tallies import Counted, TallyCriteria
from loaders.records import Level, Role
from tests.contract.pieces import bring, document, file_of, told
from tests.graph.papers import duty, indicator, load, paper, reference, value
from tests.stores import every_kind

NODES = (
    document("a", type="Nghị quyết", issue_date="2017-10-25", level=Level.CENTRAL),
    document("b", type="Kế hoạch", issue_date="2018-05", level=Level.PROVINCE, province="Sơn La"),
    document("c", type="Kế hoạch", issue_date="2018", level=Level.PROVINCE, province="Lai Châu"),
)
STUB = document("s", status=DocumentStatus.CITED_ONLY)


def counts(store: MovableStore, of: Counted) -> dict[str | None, int]:
    tallies, total = store.find(TallyCriteria(), limit=1_000)
    assert total == len(tallies)
    return {one.value: one.count for one in tallies if one.of is of}


@every_kind
def test_documents_and_relations_are_counted(store: MovableStore) -> None:
    bring(store, "b IMPLEMENTS a", "c IMPLEMENTS a", "c CITES b", nodes=NODES)
    naming = file_of(NODES[0], others=(STUB,))
    stub = told(STUB, own=False)
    store.commit(Change(documents=(STUB,), claims=(stub,), contents=(naming,)))
    assert counts(store, Counted.STATUS) == {"loaded": 3, "cited_only": 1}
    assert counts(store, Counted.TYPE) == {"Kế hoạch": 2, "Nghị quyết": 1, None: 1}
    assert counts(store, Counted.LEVEL) == {"central": 1, "province": 2, None: 1}
    assert counts(store, Counted.PROVINCE) == {"Sơn La": 1, "Lai Châu": 1, None: 2}
    assert counts(store, Counted.YEAR) == {"2017": 1, "2018": 2, None: 1}
    assert counts(store, Counted.QUALITY) == {"good": 3, None: 1}
    assert counts(store, Counted.OUTCOME) == {"loaded": 3}
    assert counts(store, Counted.RELATION) == {"IMPLEMENTS": 2, "CITES": 1}


@every_kind
def test_facts_count_once_a_document_and_names_once(store: MovableStore) -> None:
    lead = duty("Sở Y tế", "Chủ trì việc này.", role=Role.LEAD)
    money = duty("Sở Tài chính", "Bố trí kinh phí hằng năm.", at=90)
    goal = indicator("Tỷ lệ hộ nghèo", value(5.0))
    place = {"level": Level.PROVINCE, "province": "Sơn La"}
    for name, number in (("a.txt", "1/KH-UBND"), ("b.txt", "1/KH-UBND"), ("c.txt", "2/KH-UBND")):
        load(store, paper(name, number, "2018-05-04", duties=(lead, money), targets=(goal,),
                          **place))  # fmt: skip
    duties, total = store.find(DutyCriteria(), limit=100)
    assert (counts(store, Counted.ROLE), total) == (Counter(one.role for one in duties), 4)
    assert counts(store, Counted.TARGETS) == {None: store.find(TargetCriteria(), limit=1)[1]}
    assert counts(store, Counted.AGENCY) == {None: 2}
    assert counts(store, Counted.INDICATOR) == {None: 1}
    assert counts(store, Counted.OUTCOME) == {"loaded": 3}


@every_kind
def test_citations_that_fit_several_are_counted(store: MovableStore) -> None:
    for name, date in (("a.txt", "2017-10-25"), ("b.txt", "2022-06-16")):
        load(store, paper(name, "20-NQ/TW", date, level=Level.CENTRAL))
    assert counts(store, Counted.AMBIGUOUS) == {}
    bare = reference("R1", "20-NQ/TW", level=Level.CENTRAL)
    load(store, paper("c.txt", "1/KH-UBND", "2023-01-01", references=(bare,)))
    assert counts(store, Counted.AMBIGUOUS) == {None: 1}


@every_kind
def test_pages_follow_one_another(store: MovableStore) -> None:
    assert store.find(TallyCriteria(), limit=10) == ([], 0)
    bring(store, "b IMPLEMENTS a", nodes=NODES)
    every, total = store.find(TallyCriteria(), limit=100)
    joined, after = [], None
    while page := store.find(TallyCriteria(), limit=2, after=after)[0]:
        joined += page
        after = page[-1].at
    assert joined == every
    assert len(every) == total == store.find(TallyCriteria(), limit=0)[1]
    assert store.find(Criteria(), limit=0)[1] == 3
