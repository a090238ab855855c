"""A paper that is read again in another way: old keys lead to what its words name now."""

from __future__ import annotations

from graph.store import Store
from tests.graph.papers import SON_LA, load, paper, reference
from tests.queries import small_graphs

PLACE = dict(zip(("level", "province", "district"), SON_LA, strict=True))
WATER, ROADS = "Chương trình nước sạch nông thôn", "Chương trình giao thông nông thôn"


def read(store: Store, title: str, file: str = "a.txt") -> None:
    made = reference("R1", type="Chương trình", title=title)
    load(store, paper(file, "1/KH-UBND", "2020-01-01", references=(made,), **PLACE))


def test_a_work_named_by_the_same_words_is_where_its_old_key_leads() -> None:
    store = small_graphs.make_store()
    read(store, WATER)
    old = "vn.chuong-trinh-nuoc-sach-nong-thon"
    assert set(store.documents([old])) == {old}
    read(store, ROADS)
    assert store.documents([old])[old].key == "vn.chuong-trinh-giao-thong-nong-thon"


def test_a_key_that_other_papers_keep_alive_leads_nowhere_else() -> None:
    store = small_graphs.make_store()
    read(store, WATER)
    read(store, WATER, "b.txt")
    read(store, ROADS)
    old = "vn.chuong-trinh-nuoc-sach-nong-thon"
    assert store.documents([old])[old].key == old
