"""Facts of files that are one document stand once, on every store: which one, and for how long."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.identity.touched import ReadFile
from graph.model import StoredFile
from graph.named import AgencyNameCriteria, Naming, NamingCriteria
from graph.stated import Duty, FactPlace, Measured, Targets
from graph.store import DutyCriteria, MeasuredCriteria, Store, TargetCriteria
from loaders.records import Level, Quality, Responsibility, Role
from tests.graph.papers import duty, indicator, load, paper, reference, value
from tests.model_store import ModelStore
from tests.stores import Stores, every_kind

PLACE: dict[str, Any] = {"level": Level.PROVINCE, "province": "Sơn La"}
LEAD = duty("Sở Y tế", "Chủ trì, phối hợp với các sở.", at=10, role=Role.LEAD)
MONEY = duty("Sở Tài chính", "Bố trí kinh phí hằng năm.", at=90)


pytestmark = every_kind


@pytest.fixture
def store(stores: Stores) -> Store:
    return stores.make()


def plan(name: str, *duties: Responsibility, **more: Any) -> ReadFile:
    """A file of one plan, however it is called."""
    return paper(name, "15/KH-UBND", "2018-05-04", type="Kế hoạch", duties=duties, **PLACE, **more)


def duties_of(store: Store, **criteria: Any) -> list[Duty]:
    return store.find(DutyCriteria(**criteria), limit=100)[0]


def targets_of(store: Store, **criteria: Any) -> list[Targets]:
    return store.find(TargetCriteria(**criteria), limit=100)[0]


def test_two_files_of_one_document_state_a_fact_once_with_both_sentences(store: Store) -> None:
    again = duty("SỞ Y TẾ", "Chủ trì,\nphối hợp với các Sở", at=700, role=Role.LEAD)
    load(store, plan("b.txt", again), plan("a.txt", LEAD, MONEY))
    first, second = duties_of(store)
    assert (first.at.file, first.agency, first.at.place) == ("a.txt", "Sở Y tế", 0)
    assert [(e.file, e.span.start) for e in first.evidence] == [("a.txt", 10), ("b.txt", 700)]
    assert (second.agency, len(second.evidence)) == ("Sở Tài chính", 1)
    assert store.state().duties == 2


@pytest.mark.parametrize(
    "other",
    [
        duty("Sở Nội vụ", "Chủ trì, phối hợp với các sở.", role=Role.LEAD),
        duty("Sở Y tế", "Chủ trì, phối hợp với các sở.", role=Role.COORDINATE),
        duty("Sở Y tế", "Chủ trì, phối hợp với các sở.", role=Role.LEAD, section="V.2"),
        duty("Sở Y tế", "Chủ trì, phối hợp với các huyện.", role=Role.LEAD),
    ],
)
def test_what_differs_in_agency_role_section_or_task_is_another_duty(
    store: Store, other: Responsibility
) -> None:
    load(store, plan("a.txt", LEAD), plan("b.txt", other))
    assert len(duties_of(store)) == 2


def test_a_duty_said_twice_in_one_file_is_one_with_two_sentences(store: Store) -> None:
    load(store, plan("a.txt", LEAD, duty(LEAD.agency, LEAD.passage.quote, 400, role=Role.LEAD)))
    [only] = duties_of(store)
    assert [one.span.start for one in only.evidence] == [10, 400]


def test_another_document_says_the_same_for_itself(store: Store) -> None:
    load(store, plan("a.txt", LEAD), paper("b.txt", "9/KH-UBND", "2019", duties=(LEAD,), **PLACE))
    assert len({one.at.document for one in duties_of(store)}) == 2


def test_a_garbled_copy_is_silent_beside_a_good_one(store: Store) -> None:
    torn = duty("Sở Y tế", "Chu tri, phôi hgp voi cac so.", role=Role.LEAD)
    load(store, plan("a.txt", torn, quality=Quality.GARBLED))
    assert len(duties_of(store)) == 1
    load(store, plan("b.txt", LEAD))
    [only] = duties_of(store)
    assert only.at.file == "b.txt"
    load(store, forget=("b.txt",))
    [only] = duties_of(store)
    assert only.at.file == "a.txt"


def test_a_garbled_copy_that_reads_the_same_is_evidence(store: Store) -> None:
    load(store, plan("a.txt", LEAD, quality=Quality.GARBLED), plan("b.txt", LEAD))
    [only] = duties_of(store)
    assert [one.file for one in only.evidence] == ["b.txt", "a.txt"]


def test_a_text_that_needs_review_states_nothing(store: Store) -> None:
    load(store, plan("a.txt", LEAD, quality=Quality.NEEDS_REVIEW))
    assert duties_of(store) == []


def test_facts_come_change_and_go_with_their_file(store: Store) -> None:
    load(store, plan("a.txt", LEAD, MONEY), plan("b.txt", LEAD))
    load(store, plan("a.txt", MONEY))
    assert [one.agency for one in duties_of(store)] == ["Sở Tài chính", "Sở Y tế"]
    load(store, forget=("b.txt",))
    assert [one.agency for one in duties_of(store)] == ["Sở Tài chính"]
    load(store, forget=("a.txt",))
    assert (duties_of(store), store.state().duties) == ([], 0)


def test_a_file_that_failed_states_nothing_any_more(store: Store) -> None:
    from graph.build import write_files

    load(store, plan("a.txt", LEAD))
    write_files(store, (), failures=[StoredFile("a.txt", "", "1", "failed", None, "empty_file")])
    assert duties_of(store) == []


def test_facts_follow_their_document_to_its_new_key(store: Store) -> None:
    undated = paper("a.txt", "214/KH-UBND", "2018", type="Kế hoạch", duties=(LEAD,), **PLACE)
    load(store, undated)
    [before] = duties_of(store)
    dated = reference("R1", "214/KH-UBND", "2018-07-01", type="Kế hoạch", **PLACE)
    load(store, paper("b.txt", "8/KH-SYT", "2018-08", references=(dated,), **PLACE))
    [after] = duties_of(store)
    assert after.at.document != before.at.document
    assert after.at.document == next(iter(store.documents([before.at.document]).values())).key
    assert after.evidence[0].document == after.at.document
    assert duties_of(store, documents=(after.at.document,), agencies=("so y te",)) == [after]


def test_targets_stand_once_with_the_sentences_of_each_value(store: Store) -> None:
    def goals(name: str, at: int) -> ReadFile:
        said = indicator(name, value(45.5, 2025, at), value(50.0, 2030, at + 50))
        return plan(f"{at}.txt", targets=(said,))

    load(store, goals("Tỷ lệ che phủ rừng", 100), goals("TỶ LỆ CHE PHỦ RỪNG", 300))
    [only] = targets_of(store)
    assert [(v.year, v.value, [e.span.start for e in v.evidence]) for v in only.targets] == [
        (2025, 45.5, [100, 300]),
        (2030, 50.0, [150, 350]),
    ]
    assert [one.file for one in only.evidence] == ["100.txt", "300.txt"] * 2


def test_targets_of_another_value_are_others(store: Store) -> None:
    for place, number in enumerate((45.0, 46.0)):
        said = indicator("Tỷ lệ che phủ rừng", value(number))
        load(store, plan(f"{place}.txt", targets=(said,)))
    assert [one.targets[0].value for one in targets_of(store)] == [45.0, 46.0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("che", "phu"), 1),
        (("phu", "che"), 1),
        (("ph",), 0),
        (("ty", "le"), 2),
        (("nuoc", "rung"), 0),
        (("che phu",), 0),
        (("Che",), 0),
        ((), 2),
    ],
)
def test_an_indicator_is_found_by_whole_folded_words(
    store: Store, words: tuple[str, ...], found: int
) -> None:
    goals = (indicator("Tỷ lệ che phủ rừng", value(45.0)), indicator("Tỷ lệ nước sạch", value(9.0)))
    load(store, plan("a.txt", targets=goals))
    assert len(targets_of(store, words=words)) == found
    assert store.find(TargetCriteria(words), limit=0) == ([], found)
    [key] = {one.at.document for one in targets_of(store)}
    assert len(targets_of(store, words=words, documents=(key,))) == found
    assert targets_of(store, words=words, documents=("vn.none",)) == []


def test_pages_are_in_order_of_document_file_and_place(store: Store) -> None:
    tasks = [duty("Sở Y tế", f"Việc thứ {number} của sở", at=number) for number in range(12)]
    load(store, plan("b.txt", *tasks[:5]), plan("a.txt", *tasks[5:9]))
    load(store, paper("c.txt", "1/KH-UBND", "2018", duties=tuple(tasks[9:]), **PLACE))
    every = duties_of(store)
    places = [one.at for one in every]
    assert places == sorted(places)
    assert len(places) == 12
    for criteria in (
        DutyCriteria(),
        DutyCriteria(agencies=("so y te",)),
        DutyCriteria(role=Role.ASSIGNED),
    ):
        paged: list[Duty] = []
        after: FactPlace | None = None
        while page := store.find(criteria, limit=5, after=after):
            assert page[1] == 12
            if not page[0]:
                break
            paged += page[0]
            after = page[0][-1].at
        assert paged == every


CENTRE = "Trung tâm Y tế huyện Mộc Châu"
NAMED = [
    AgencyNameCriteria(),
    AgencyNameCriteria(beginnings=("so y te",)),
    AgencyNameCriteria(beginnings=("so y", "so tai chinh tinh")),
    AgencyNameCriteria(beginnings=("so", "so y te", "trung")),
    AgencyNameCriteria(words=("y", "te")),
    AgencyNameCriteria(words=("t",)),
    AgencyNameCriteria(beginnings=("so",), words=("son",)),
]


def test_every_store_lists_the_names_that_duties_have(store: Store) -> None:
    full = replace(LEAD, agency_full="Sở Y tế tỉnh Sơn La")
    papers = [
        plan("a.txt", full, MONEY, duty(CENTRE, "Khám bệnh", at=150)),
        paper("b.txt", "9/KH-UBND", "2019", duties=(duty("SỞ Y TẾ", "Báo cáo"),), **PLACE),
        plan("c.txt", full, duty("Sở Nội vụ", "Thi đua", at=300)),
    ]
    plain = ModelStore()
    for one in (plain, store):
        load(one, *papers)
        load(one, forget=("c.txt",))
    for criteria in NAMED:
        for limit, after in ((50, None), (1, None), (50, "so y te"), (0, None)):
            found = store.find(criteria, limit=limit, after=after)
            assert found == plain.find(criteria, limit=limit, after=after), criteria
    names = store.find(AgencyNameCriteria(beginnings=("so",)), limit=9)[0]
    assert [(one.folded, one.agency, one.total) for one in names] == [
        ("so tai chinh", "Sở Tài chính", 1),
        ("so y te", "Sở Y tế", 2),
        ("so y te tinh son la", "Sở Y tế tỉnh Sơn La", 1),
    ]


HERE = "vn-son-la.15-kh-ubnd.2018-05-04"
FILTERS = [
    DutyCriteria(),
    DutyCriteria(agencies=()),
    DutyCriteria(agencies=("so y te",)),
    DutyCriteria(agencies=("so y te tinh son la",)),
    DutyCriteria(agencies=("so y te", "so y te tinh son la")),
    DutyCriteria(agencies=("so y te", "so y te tinh son la", *(f"so {n}" for n in range(200)))),
    DutyCriteria(agencies=("so y te", "so tai chinh"), role=Role.LEAD),
    DutyCriteria(documents=()),
    DutyCriteria(documents=(HERE,)),
    DutyCriteria(documents=(HERE, "vn.none"), agencies=("so tai chinh",)),
    DutyCriteria(role=Role.ASSIGNED),
    DutyCriteria(province="Lai Châu"),
    DutyCriteria(province="Sơn La", agencies=("so y te",), role=Role.LEAD),
    DutyCriteria(not_after="2018-05-04"),
    DutyCriteria(not_after="2018-05-03"),
    DutyCriteria(not_after="2018-12-31", province="Lai Châu", agencies=("so y te",)),
]


def test_every_store_finds_what_the_plainest_one_does(store: Store) -> None:
    full = replace(LEAD, agency_full="Sở Y tế tỉnh Sơn La")
    elsewhere: dict[str, Any] = {"level": Level.PROVINCE, "province": "Lai Châu"}
    papers = [
        plan("a.txt", full, MONEY, duty("Các sở", "Phối hợp", 150, partners=("Sở Y tế", "Sở A"))),
        plan("b.txt", full),
        paper("c.txt", "7/KH-UBND", "2019", duties=(LEAD,), **elsewhere),
        paper("d.txt", "8/KH-UBND", None, duties=(LEAD, MONEY), **elsewhere),
    ]
    plain = ModelStore()
    for one in (plain, store):
        load(one, *papers)
    for criteria in FILTERS:
        assert store.find(criteria, limit=50) == plain.find(criteria, limit=50), criteria
        named = NamingCriteria(criteria)
        for limit, after in ((50, None), (1, None), (50, (HERE, "Sở Y tế", "")), (0, None)):
            found = store.find(named, limit=limit, after=after)
            assert found == plain.find(named, limit=limit, after=after), criteria
    said = NamingCriteria(DutyCriteria(agencies=("so y te tinh son la",)))
    assert plain.find(said, limit=9) == ([Naming(HERE, "Sở Y tế", full.agency_full, 1)], 1)
    assert plain.find(DutyCriteria(agencies=("so y te",)), limit=0)[1] == 3
    assert plain.find(DutyCriteria(documents=(HERE,)), limit=0)[1] == 3


def test_duties_are_found_by_words_of_their_task_and_by_where_and_when(store: Store) -> None:
    load(
        store,
        plan("a.txt", LEAD, MONEY),
        paper("b.txt", "9/KH-UBND", "2019", type="Kế hoạch", duties=(MONEY,), **PLACE),
        paper("c.txt", "7/KH-UBND", None, type="Kế hoạch", duties=(MONEY,), **PLACE),
    )

    def files(**criteria: Any) -> list[str]:
        return sorted({duty.at.file for duty in duties_of(store, **criteria)})

    assert [one.agency for one in duties_of(store, words=("so", "phoi"))] == ["Sở Y tế"]
    assert duties_of(store, words=("phối",)) == duties_of(store, words=("pho",)) == []
    assert files(words=("kinh", "phi"), agencies=("so tai chinh",)) == ["a.txt", "b.txt", "c.txt"]
    assert files(issued_from="2018-05-04", issued_until="2018") == []
    assert files(issued_until="2018-05-04") == ["a.txt"]
    assert files(issued_from="2018-12") == ["b.txt"]
    assert files(issued_from="2018", words=("kinh",)) == ["a.txt", "b.txt"]
    assert files(district="Mai Sơn") == []


def test_duties_are_found_by_what_their_agency_is_part_of(store: Store) -> None:
    office = duty("Phòng Nghiệp vụ Y", "Lập kế hoạch.", at=300)
    load(store, plan("a.txt", LEAD, office, issuer="Sở Y tế tỉnh Sơn La"))
    for name in ("so y te", "so y te tinh", "so y te tinh son la"):
        assert [d.agency for d in duties_of(store, agencies=(f"< {name}",))] == [office.agency]
    names, total = store.find(AgencyNameCriteria(), limit=50)
    assert ([one.folded for one in names], total) == (["phong nghiep vu y", "so y te"], 2)


def test_targets_are_called_once_each_and_found_by_name_and_unit(store: Store) -> None:
    forest, cover = indicator("Tỷ lệ che phủ rừng"), indicator("Độ che phủ của rừng")
    area = replace(indicator("Diện tích rừng"), unit="ha")
    said = [replace(one, targets=(value(45.0, at=10 * at),)) for at, one in
            enumerate((forest, cover, area, replace(forest, unit=None)), start=1)]  # fmt: skip
    load(store, plan("a.txt", targets=tuple(said)))
    load(store, paper("b.txt", "9/KH-UBND", "2019", targets=(said[0],), **PLACE))

    def names(**criteria: Any) -> list[tuple[str, str | None]]:
        found, total = store.find(MeasuredCriteria(**criteria), limit=100)
        assert total == len(found)
        return [(one.indicator, one.unit) for one in found]

    rest = [("Tỷ lệ che phủ rừng", None), ("Tỷ lệ che phủ rừng", "%"), ("Độ che phủ của rừng", "%")]
    assert names() == [("Diện tích rừng", "ha"), *rest]
    assert names(holding=(("che phu",),)) == rest
    assert names(holding=(("dien tich", "do"), ("rung", "nuoc"))) == [
        ("Diện tích rừng", "ha"), ("Độ che phủ của rừng", "%"),
    ]  # fmt: skip
    assert names(holding=(("che",), ("hu rung",))) == []
    first, total = store.find(MeasuredCriteria(), limit=1)
    after = store.find(MeasuredCriteria(), limit=2, after=first[0].sign)[0]
    assert (total, [(one.indicator, one.unit) for one in after]) == (4, rest[:2])

    exact = (Measured("Tỷ lệ che phủ rừng", "%"), Measured("Diện tích rừng", "ha"))
    found = targets_of(store, measured=exact)
    assert [one.at.file for one in found] == ["a.txt", "a.txt", "b.txt"]
    assert {(one.indicator, one.unit) for one in found} == {(m.indicator, m.unit) for m in exact}
    beside = targets_of(store, words=("do",), measured=exact[1:])
    assert [one.indicator for one in beside] == ["Độ che phủ của rừng", "Diện tích rừng"]
    key = found[-1].at.document
    assert targets_of(store, documents=(key,), measured=exact) == [found[-1]]
    assert targets_of(store, words=("Rừng",)) == []
    assert len(targets_of(store, words=("Rừng",), measured=exact)) == 3
    assert targets_of(store, measured=(Measured("Diện tích rừng", None),)) == []


def test_more_than_a_thousand_words_are_looked_for_like_one(store: Store) -> None:
    words = tuple(f"v{at}" for at in range(1_400))  # a Neo4j index takes names of 8 kB
    work = duty("Sở Y tế", f"Làm {' '.join(words)}", at=10)
    load(store, plan("a.txt", work, targets=(indicator(f"Tỷ lệ {' '.join(words)}", value(1.0)),)))
    for more, found in (((), 1), (("thieu",), 0)):
        asked = (*words, *more)
        assert len(duties_of(store, words=asked)) == found
        assert len(targets_of(store, words=asked)) == found
        phrases = MeasuredCriteria(tuple((word,) for word in asked))
        assert store.find(phrases, limit=5)[1] == found
        assert store.find(AgencyNameCriteria(words=asked), limit=5) == ([], 0)
