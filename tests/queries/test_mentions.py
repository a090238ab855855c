from __future__ import annotations

import pytest

from graph.build import write_files
from graph.change import Change
from graph.errors import BadCursor, DocumentNotFound
from graph.identity.touched import ReadFile
from graph.model import DocumentStatus, MentionStatus, StoredClaim
from loaders.read import read_text
from loaders.records import RelationType
from queries.documents import show
from queries.mentions import MentionKind, mention_list, mentions
from tests.queries.small_graphs import claim, document, graph
from tests.stores import Stores

STUB = {"status": DocumentStatus.CITED_ONLY}


def test_each_file_has_its_header_and_its_mentions() -> None:
    store = graph("b IMPLEMENTS a", facts={"a": STUB, "b": {"number": "1/KH"}})
    rows = list(mentions(store))
    assert [(r.kind, r.status, r.key, r.relations) for r in rows] == [
        (MentionKind.HEADER, MentionStatus.FOUND, "b", ()),
        (MentionKind.MENTION, MentionStatus.CITED_ONLY, "a", (RelationType.IMPLEMENTS,)),
    ]
    assert (rows[0].file, rows[0].document, rows[0].number) == ("b.txt", "b", "1/KH")


def test_a_quote_is_the_slice_of_its_span() -> None:
    store = graph("b IMPLEMENTS a", "b CITES c", facts={"b": {"number": "1/KH"}})
    texts = {content.file.name: content.text for content in store.contents(text=True)}
    for row in mentions(store):
        if row.span is not None:
            assert row.quote == texts[row.file][row.span.start : row.span.end]


def test_a_header_without_printed_parts_has_no_span_and_stands_first() -> None:
    store = graph("b IMPLEMENTS a")
    [header] = mentions(store, "a")
    assert (header.kind, header.span, header.quote) == (MentionKind.HEADER, None, None)


def test_a_programme_cited_by_its_title_has_the_key_of_its_act() -> None:
    store = graph("act APPROVES work", "plan IMPLEMENTS work", facts={"work": STUB})
    [row] = [r for r in mentions(store, "plan") if r.kind is MentionKind.MENTION]
    assert (row.key, row.status) == ("act", MentionStatus.FOUND)


def test_a_title_that_two_acts_carry_means_the_first_of_them() -> None:
    facts = {"work": STUB, "a": {"issue_date": "2022-03-15"}, "b": {"issue_date": "2020-01-10"}}
    store = graph("a APPROVES work", "b APPROVES work", "plan IMPLEMENTS work", facts=facts)
    [row] = [r for r in mentions(store, "plan") if r.kind is MentionKind.MENTION]
    assert row.key == "b"


def test_a_numbered_plan_keeps_its_own_key() -> None:
    facts = {"work": {**STUB, "number": "2/KH"}}
    store = graph("act APPROVES work", "plan IMPLEMENTS work", facts=facts)
    [row] = [r for r in mentions(store, "plan") if r.kind is MentionKind.MENTION]
    assert (row.key, row.status) == ("work", MentionStatus.CITED_ONLY)


def test_an_ambiguous_mention_names_its_candidates_and_has_no_key() -> None:
    store = graph("b IMPLEMENTS a", facts={"a": STUB, "x": {}, "y": {}})
    unclear = StoredClaim(claim(document("a", **STUB)), None, ("x", "y"), 1)
    store.commit(Change(claims=(unclear,), reassert=("b.txt",)))
    [row] = [r for r in mentions(store, "b") if r.kind is MentionKind.MENTION]
    assert (row.status, row.key) == (MentionStatus.AMBIGUOUS, None)
    assert sorted(c.document.key for c in row.candidates) == ["x", "y"]


def test_a_loose_mention_means_what_it_says_and_a_relation_of_it_too(stores: Stores) -> None:
    store = stores.make()
    loose = (
        "TỈNH ỦY PHÚ YÊN\nSố: 41-KH/TU\n\nPhú Yên, ngày 12 tháng 3 năm 2019\n\nKẾ HOẠCH\n"
        "Về kinh tế biển\n\n- Theo Nghị quyết số 36-NQ/TW ngày 22/10/2018.\n"
        "- Theo Nghị quyết số 36-NQ/TW của Bộ Chính trị về công nghệ thông tin và truyền thông.\n"
    )
    telling = (
        "TỈNH ỦY BẾN TRE\nSố: 52-KH/TU\n\nBến Tre, ngày 4 tháng 6 năm 2019\n\nKẾ HOẠCH\n"
        "Về kinh tế số\n\n- Theo Nghị quyết số 36-NQ/TW ngày 22/10/2018 về kinh tế biển Việt Nam.\n"
        "- Theo Nghị quyết số 36-NQ/TW ngày 01/7/2014 về công nghệ thông tin, truyền thông.\n"
    )
    texts = {"a.txt": loose, "b.txt": telling}
    files = [ReadFile(name, read_text(text, name), text) for name, text in texts.items()]
    write_files(store, files[:1])
    alone = {r.key for r in mentions(store) if r.kind is MentionKind.MENTION}
    assert alone == {"vn.36-nq-tw.2018-10-22"}  # nothing says otherwise
    write_files(store, files[1:])
    rows = [r for r in mentions(store) if r.file == "a.txt" and r.kind is MentionKind.MENTION]
    assert [r.key for r in rows] == ["vn.36-nq-tw.2018-10-22", "vn.36-nq-tw.2014-07-01"]
    cited = show(store, rows[1].key or "").incoming.items
    assert {one.other.number for one in cited} == {"52-KH/TU"}  # the first sentence told the other


def test_a_stub_has_no_files_and_an_unknown_key_is_refused() -> None:
    store = graph("b IMPLEMENTS a", facts={"a": STUB})
    assert list(mentions(store, "a")) == []
    with pytest.raises(DocumentNotFound):
        list(mentions(store, "x"))


def test_pages_joined_are_the_whole() -> None:
    store = graph(*(f"b IMPLEMENTS k{n}" for n in range(5)))
    whole = tuple(mentions(store, "b"))
    first = mention_list(store, "b", limit=4)
    second = mention_list(store, "b", limit=4, cursor=first.next)
    assert first.items + second.items == whole
    assert (first.total, second.truncated) == (6, False)
    with pytest.raises(BadCursor):
        mention_list(store, "k1", cursor=first.next)
