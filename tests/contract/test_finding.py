"""Finding by filters and words: the same on every store, whatever the words hold."""

from __future__ import annotations

import pytest

from graph.block_parts import BlockPart
from graph.change import Change
from graph.model import DocumentStatus
from graph.movable import MovableStore
from graph.sqlite_store import search as sqlite_search
from graph.store import Criteria, Together
from loaders.records import Level
from tests.contract.pieces import bring, document, file_of, told
from tests.stores import every_kind, every_real_kind

LONG = "x" * 300
NODES = (
    document("a", type="Nghị quyết", number="20-NQ/TW", title="Về bảo vệ sức khỏe nhân dân",
             issuer="Ban Chấp hành Trung ương", issue_date="2017-10-25", level=Level.CENTRAL),
    document("b", type="Kế hoạch", number="108/KH-UBND", title="Thực hiện Nghị quyết 20-NQ/TW",
             issuer="UBND tỉnh Sơn La", issue_date="2018-05", level=Level.PROVINCE,
             province="Sơn La"),
    document("c", type="Kế hoạch", number="108/KH-UBND", title="Nước sạch cho 95,5% hộ dân",
             issue_date="2018", level=Level.DISTRICT, province="Lai Châu", district="Than Uyên"),
    document("d", type="Kế hoạch", title="Đường đến trường; 5‰ dân số"),
    document("e", number="7/CV", title=f"Bảng {LONG} dài", issue_date="2019-01-01"),
    document("f", number="8/CV", title=f"Bảng {LONG}y dài"),
    document("g", title="or and not near a* b~ OR(x)"),
)  # fmt: skip


STUB = document("s", number="31-NQ/TW", type="Nghị quyết", status=DocumentStatus.CITED_ONLY)

CASES: list[tuple[Criteria, str]] = [
    (Criteria(), "abcdefgs"),
    (Criteria(number="108-kh-ubnd"), "bc"),
    (Criteria(number="20-nq-tw"), "a"),
    (Criteria(number="20-nq"), ""),
    (Criteria(begins="20-nq"), "a"),
    (Criteria(begins="108-kh-ubnd"), "bc"),
    (Criteria(begins="20-nq-tw-ve"), ""),
    (Criteria(begins="1"), "bc"),
    (Criteria(begins="10"), "bc"),
    (Criteria(begins="108"), "bc"),
    (Criteria(begins="08"), ""),
    (Criteria(("thuc", "ng"), begins="108"), "b"),
    (Criteria(type="Kế hoạch"), "bcd"),
    (Criteria(type="kế hoạch"), ""),
    (Criteria(status=DocumentStatus.CITED_ONLY), "s"),
    (Criteria(status=DocumentStatus.LOADED, type="Nghị quyết"), "a"),
    (Criteria(level=Level.DISTRICT), "c"),
    (Criteria(province="Sơn La"), "b"),
    (Criteria(issued_from="2018-01-01"), "bce"),
    (Criteria(issued_from="2018-01-02"), "be"),
    (Criteria(issued_until="2018"), "ac"),
    (Criteria(issued_from="2017-10-25", issued_until="2018-05"), "abc"),
    (Criteria(words=("suc", "khoe")), "a"),
    (Criteria(words=("khoe", "su")), "a"),
    (Criteria(words=("khoe", "uc")), ""),
    (Criteria(words=("suc", "khoe", "suc", "khoe", "su")), "a"),
    (Criteria(words=("suc", "không", "khoe"), type="Nghị quyết"), ""),
    (Criteria(words=("khoe", "suc"), begins="20", issued_from="2017"), "a"),
    (Criteria(words=("su", "khoe")), ""),
    (Criteria(words=("nghi", "quyet")), "abs"),
    (Criteria(words=("20", "nq", "tw")), "ab"),
    (Criteria(words=("2",)), "ab"),
    (Criteria(words=("ke", "hoach", "kh")), "bc"),
    (Criteria(words=("95", "5%")), "c"),
    (Criteria(words=("5‰", "dan")), "d"),
    (Criteria(words=("5",)), "cd"),
    (Criteria(words=("duong", "den", "truong")), "d"),
    (Criteria(words=("truong", "duong"), type="Kế hoạch"), "d"),
    (Criteria(words=("truong",), type="Nghị quyết"), ""),
    (Criteria(words=("", "dan")), "acd"),
    (Criteria(words=("",)), "abcdefgs"),
    (Criteria(words=("dân",)), ""),
    (Criteria(words=("nhan dan",)), ""),
    (Criteria(words=("ban", "dai")), ""),
    (Criteria(words=("bang", "dai")), "ef"),
    (Criteria(words=(LONG, "dai")), "e"),
    (Criteria(words=(f"{LONG}y", "dai")), "f"),
    (Criteria(words=("dai", LONG)), "ef"),
    (Criteria(words=("dai", LONG[:260])), "ef"),
    (Criteria(words=("dai", LONG[:255])), "ef"),
    (Criteria(words=(LONG[:255], "dai")), ""),
    (Criteria(words=("dai", LONG[:45])), "ef"),
    (Criteria(words=(LONG[:45], "dai")), ""),
    (Criteria(words=("or",)), "g"),
    (Criteria(words=("not", "near", "and")), "g"),
    (Criteria(words=("a", "b")), "g"),
]


@pytest.fixture
def filled(store: MovableStore) -> MovableStore:
    bring(store, nodes=NODES)
    naming = file_of(NODES[0], others=(STUB,))
    stub = told(STUB, own=False)
    store.commit(Change(documents=(STUB,), claims=(stub,), contents=(naming,)))
    return store


def keys(store: MovableStore, criteria: Criteria) -> str:
    documents, total = store.find(criteria, limit=100)
    assert total == len(documents)
    return "".join(one.key for one in documents)


@every_kind
def test_what_fits_is_found_by_key(filled: MovableStore) -> None:
    assert {str(c): keys(filled, c) for c, _ in CASES} == {str(c): found for c, found in CASES}


@every_kind
def test_where_many_fit_the_same_is_found(
    filled: MovableStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As few as here are sorted at once; many are told apart by days and met in order of keys."""
    monkeypatch.setattr(sqlite_search, "FEW", 0)
    monkeypatch.setattr(sqlite_search, "MANY", 0)
    test_what_fits_is_found_by_key(filled)
    test_where_not_all_come_the_best_do(filled)
    test_pages_follow_one_another(filled)


ORDERS: list[tuple[Criteria, str]] = [
    (Criteria(best=(Together(None, "ke hoach"),)), "bcdeafgs"),
    (Criteria(best=(Together(None, "ke hoa"),)), "bcdeafgs"),
    (Criteria(best=(Together(None, "e hoach"),)), "ebcadfgs"),
    (Criteria(best=(Together("Nghị quyết", "ve bao ve"),)), "aebcdfgs"),
    (Criteria(best=(Together("Kế hoạch", "ve bao ve"),)), "ebcadfgs"),
    (Criteria(best=(Together(None, "nuoc"), Together("Nghị quyết", "31 nq"))), "csebadfg"),
    (Criteria(words=("nghi", "quyet"), best=(Together(None, "nghi quyet 20"),)), "bas"),
    (Criteria(type="Kế hoạch", best=(Together(None, "d) or (1=1"),)), "bcd"),
]


@every_kind
def test_where_not_all_come_the_best_do(filled: MovableStore) -> None:
    for criteria, order in ORDERS:
        for limit in range(len(order) + 2):
            found, total = filled.find(criteria, limit=limit)
            assert total == len(order), criteria
            assert "".join(one.key for one in found) == "".join(sorted(order[:limit])), criteria


@every_kind
def test_pages_follow_one_another(filled: MovableStore) -> None:
    for criteria in (Criteria(), Criteria(type="Kế hoạch"), Criteria(words=("dan",))):
        every, total = filled.find(criteria, limit=100)
        after, joined = None, []
        while page := filled.find(criteria, limit=2, after=after)[0]:
            assert filled.find(criteria, limit=2, after=after)[1] == total
            joined += page
            after = page[-1].key
        assert joined == every
    assert filled.find(Criteria(), limit=0) == ([], len(NODES) + 1)
    assert filled.find(Criteria(), limit=3, after="z") == ([], len(NODES) + 1)
    assert [one.key for one in filled.find(Criteria(), limit=1, after="aa")[0]] == ["b"]


HOSTILE = (
    "'}) DETACH DELETE n //", '" OR 1=1 --', "a~9999 OR *", '" * NEAR(', "words:x", "[* TO *]",
    "\\", "a AND NOT b", "/x/", "(", "{", "$rows", "`", "\x00", "x\ty", "İ", "^", "&&", "||",
)  # fmt: skip


@every_kind
def test_hostile_words_and_filters_find_nothing_and_harm_nothing(filled: MovableStore) -> None:
    before = filled.state()
    for text in HOSTILE:
        for words in ((text,), ("dan", text), (text, "dan")):
            assert filled.find(Criteria(words=words), limit=5) == ([], 0)
        for criteria in (Criteria(number=text), Criteria(type=text), Criteria(province=text)):
            assert filled.find(criteria, limit=5) == ([], 0)
        assert filled.find(Criteria(), limit=5, after=text)[1] == len(NODES) + 1
        assert filled.documents([text]) == {}
        assert filled.claims([text], [text], [text], parts=[BlockPart(text, text, text)]) == []
        assert filled.files([text], [text]) == []
    assert filled.state() == before


@every_kind
def test_hostile_values_come_back_as_they_were(store: MovableStore) -> None:
    nodes = tuple(
        document(f"k{at:02}", number=text, title=text, issuer=text, province=text)
        for at, text in enumerate(HOSTILE)
    )
    bring(store, nodes=nodes)
    assert list(store.documents([node.key for node in nodes]).values()) == list(nodes)
    assert store.state().documents == len(nodes)


@every_real_kind
def test_half_of_a_surrogate_pair_is_refused_and_breaks_nothing(store: MovableStore) -> None:
    bring(store, nodes=NODES[:2])
    before = store.state()
    with pytest.raises(ValueError):
        bring(store, nodes=(document("z", title="nửa \ud83d"),))
    assert store.state() == before
    assert store.find(Criteria(words=("suc", "khoe")), limit=5)[1] == 1
