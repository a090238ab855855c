"""What stands on the pages, without a browser and without the script."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from urllib.parse import parse_qs, urlsplit

import pytest

from api.document_parameters import DocumentPageQuery
from api.document_tabs import document_tab
from graph.model import Document, DocumentStatus, MentionStatus, StoreState
from loaders.records import Level, Quality, RelationType
from queries.candidates import Candidate, CandidateSource
from queries.documents import DocumentList
from queries.facts import DutyQuestion, duties
from queries.lineage import LineageDirection, lineage
from queries.paging import Page
from queries.resolution import Resolution
from tests.visual.forest import EVIL, Forest, ask, evil, health
from tests.visual.page import Tag, parse
from visual.document_page import Head, duties_tab, lineage_tab, text_tab
from visual.document_values import ends_of
from visual.pages import (
    CONTENT_SECURITY_POLICY,
    home_page,
    problem_page,
    static_folder,
)
from visual.search_page import Offered, search_page
from visual.single_page import unnamed
from visual.tabs import Tab
from visual.texts import load_texts

T = load_texts()
TOP, GOVERNMENT = "vn.20-nq-tw.2017-10-25", "vn.139-nq-cp.2017-12-31"
STUB, PLAN = "vn-ha-giang.31-ctr-tu.2018-01", "vn-ha-giang.88-kh-ubnd.2018-03-12"
NO_RESULT: DocumentList = Page((), 0, 50, False, None)


def page_of(forest: Forest, key: str, tab: Tab = Tab.LINEAGE) -> str:
    return document_tab(forest.store(), key, DocumentPageQuery(tab=tab))


class Pages(dict[tuple[str, Tab], Tag]):
    """The tabs of the documents, each made when it is first asked for."""

    def __missing__(self, asked: tuple[str, Tab]) -> Tag:
        self[asked] = parse(page_of(health(), *asked))
        return self[asked]

    def __call__(self, key: str, tab: Tab = Tab.LINEAGE) -> Tag:
        return self[key, tab]


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages()


def every_page() -> dict[str, str]:
    forest = health()
    documents = tuple(forest.documents.values())
    return {
        "home": home_page(StoreState(1, 4500, 3000, 3000, 20000, 30000, 9000, 8000, 700, 12)),
        "empty home": home_page(StoreState(*[0] * len(fields(StoreState)))),
        "results": search_page("kế hoạch", Page(documents, 40, len(documents), True, "ab+c/d=")),
        "nothing found": search_page("không có", NO_RESULT),
        "document": page_of(forest, GOVERNMENT),
        "stub": page_of(forest, STUB),
        "evil": page_of(*evil()),
        **{f"{tab} of a plan": page_of(forest, PLAN, tab) for tab in Tab},
        **{f"{tab} of a stub": page_of(forest, STUB, tab) for tab in Tab},
        **{f"evil {tab}": page_of(*evil(), tab) for tab in Tab},
        "problem": problem_page(404, "not_in_graph", "không có"),
    }


PAGES = every_page()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_and_keeps_the_policy(name):
    root = parse(PAGES[name])
    [html] = root.all("html")
    assert html.attrs["lang"] == "vi"
    assert [meta.attrs["charset"] for meta in root.all("meta") if "charset" in meta.attrs] == [
        "utf-8"
    ]
    assert len(root.all("h1")) == 1
    assert root.all("a", class_="skip")[0].attrs["href"] == "#main"
    ids = [tag.attrs["id"] for tag in root.every() if "id" in tag.attrs]
    assert len(ids) == len(set(ids))
    assert root.all("style") == []
    for tag in root.every():
        assert not {"style", "srcset"} & tag.attrs.keys()
        assert not [attr for attr in tag.attrs if attr.startswith("on")]
    for script in root.all("script"):
        assert "src" in script.attrs or script.attrs["type"] == "application/json"


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_a_page_loads_is_ours(name):
    root = parse(PAGES[name])
    sources = [t.attrs["src"] for t in root.every() if "src" in t.attrs]
    sources += [t.attrs["href"] for t in root.all("link")]
    assert sources
    for source in sources:
        address = urlsplit(source)
        assert (address.scheme, address.netloc) == ("", "")
        assert (static_folder() / address.path.removeprefix("/static/")).is_file()


@pytest.mark.parametrize("name", PAGES)
def test_links_within_a_page_lead_somewhere(name):
    root = parse(PAGES[name])
    ids = {tag.attrs.get("id") for tag in root.every()}
    anchors = {t.attrs["href"][1:] for t in root.all("a") if t.attrs["href"].startswith("#")}
    assert anchors - ids == set()


def test_the_policy_lets_nothing_in_from_elsewhere():
    rules = dict(rule.strip().split(" ", 1) for rule in CONTENT_SECURITY_POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert "unsafe" not in CONTENT_SECURITY_POLICY


def test_who_carries_it_out_stands_in_a_table_with_depth_path_and_sentence(pages):
    section = pages(GOVERNMENT).by_id("descendants")
    groups = [row.text.split() for row in section.all("tr", class_="group")]
    assert [" ".join(group) for group in groups] == [
        "Trực tiếp · Cấp tỉnh 3 văn bản",
        "Bước 2 · Cấp huyện 3 văn bản",
    ]
    last = section.all("tbody")[1].all("tr")[1]
    links = [a.attrs["href"] for a in last.all("a")]
    assert links[0] == "/documents/vn-dong-thap.45-kh-ubnd.2018-05"
    assert [li.text for li in last.all("ol")[0].all("li")] == [
        "139/NQ-CP",
        "88/KH-UBND",
        "45/KH-UBND",
    ]
    assert [q.text for q in last.all("q")] == [
        "triển khai Kế hoạch số 88/KH-UBND của Ủy ban nhân dân tỉnh"
    ]


def test_several_shortest_paths_are_all_there():
    forest = health()
    forest.says(STUB, TOP)
    forest.documents[STUB] = forest.documents[STUB]._replace(
        status=DocumentStatus.LOADED, files=("stub.txt",)
    )
    section = parse(page_of(forest, PLAN)).by_id("ancestors")
    [row] = [r for r in section.all("tr") if r.all("details") and "20-NQ/TW" in r.text]
    ways = [[li.text for li in way.all("li")] for way in row.all("ol")]
    assert ways == [
        ["88/KH-UBND", "31-CTr/TU", "20-NQ/TW"],
        ["88/KH-UBND", "139/NQ-CP", "20-NQ/TW"],
    ]


def test_every_sentence_of_this_file_is_marked_and_linked_both_ways(pages):
    root = pages(PLAN, Tab.TEXT)
    marks = [mark.text for mark in root.by_id("text").all("mark")]
    assert marks == [
        "Thực hiện Nghị quyết số 139/NQ-CP, UBND tỉnh Hà Giang ban hành",
        "và Chương trình số 31-CTr/TU của Tỉnh ủy, như sau",
        "Căn cứ Nghị quyết số 20-NQ/TW;",
        "Chủ trì, phối hợp với Sở Tài chính; hằng năm báo cáo UBND tỉnh.",
        "Bố trí kinh phí trong quý I năm 2018.",
        "Hướng dẫn các huyện xây dựng kế hoạch.",
        "Tỷ lệ tham gia bảo hiểm y tế đạt trên 95%;",
    ]
    forth = {
        "#" + urlsplit(a.attrs["href"]).fragment
        for a in pages(PLAN).by_id("ancestors").all("a")
        if a.attrs["href"].startswith(f"/documents/{PLAN}?file=")
    }
    assert forth and forth <= {
        f"#{anchor.attrs['id']}" for anchor in root.all("span", class_="anchor")
    }
    numbers = [str(number) for number in range(1, 8)]
    assert [note.text for note in root.all("a", class_="note")] == numbers
    assert [a.attrs["href"] for a in root.all("a", class_="note")] == [f"#n{n}" for n in numbers]
    assert "văn bản này căn cứ 20-NQ/TW" in " ".join(root.by_id("n3").text.split())


def test_a_sentence_of_another_document_is_linked_by_file_and_place(pages):
    links = [a.attrs["href"] for a in pages(TOP).by_id("descendants").all("a")]
    proofs = [link for link in links if "#s" in link]
    for link in proofs:
        address = urlsplit(link)
        key = address.path.removeprefix("/documents/")
        assert parse_qs(address.query) == {"file": [f"{key}.txt"]}
        assert address.fragment in {t.attrs.get("id") for t in pages(key, Tab.TEXT).every()}
    assert len(proofs) == 8


def test_a_long_table_says_what_is_left_and_leads_on():
    store = health().store()
    asked = ask(store, TOP)
    part = lineage(store, TOP, LineageDirection.DESCENDANTS, limit=3)
    html = lineage_tab(Head(asked.view, 0, 0, "2030"), (asked.ancestors, part), asked.near)
    [rest] = parse(html).by_id("descendants").all("p", class_="next")
    assert "còn 5 văn bản" in rest.text
    address = urlsplit(rest.all("a")[0].attrs["href"])
    assert (address.path, address.fragment) == (f"/documents/{TOP}", "descendants")
    assert parse_qs(address.query) == {"descendants_cursor": [part.next], "as_of": ["2030"]}


def test_a_document_that_only_a_sentence_names_is_called_by_its_name():
    forest = health()
    asked = ask(forest.store(), PLAN)
    assert asked.text is not None
    far = forest.add("vn.chuong-trinh.2017", None, "Chương trình Sức khỏe", type="Chương trình")
    passage = replace(asked.text.passages[0], id="r9", target=far)
    text = replace(asked.text, passages=(*asked.text.passages, passage))
    assert unnamed(asked.view, asked.ancestors, asked.descendants, text) == {far}
    assert far in ends_of(text)
    for others, name in (((), far), ([forest.documents[far]], "Chương trình Sức khỏe")):
        html = text_tab(Head(asked.view, 0, 0), text, others)
        assert f"thực hiện {name}" in " ".join(parse(html).by_id("n1").text.split())


def test_namesakes_are_listed_as_not_this_document(pages):
    section = pages(TOP).by_id("namesakes")
    assert "Không phải văn bản này" in section.text
    assert [a.attrs["href"] for a in section.all("a")] == ["/documents/vn.20-nq-tw.2022-06-16"]


def test_other_relations_stand_apart_by_kind_and_side(pages):
    heads = [" ".join(h.text.split()) for h in pages(TOP).by_id("related").all("h3")]
    assert heads == ["Là căn cứ của 3"]
    heads = [" ".join(h.text.split()) for h in pages(PLAN).by_id("related").all("h3")]
    assert heads == ["Căn cứ 1"]


def test_a_stub_says_that_it_is_one(pages):
    root, text = pages(STUB), pages(STUB, Tab.TEXT)
    assert T("status.cited_only_note") in root.text
    assert T("source.none") in text.text
    assert T("table.ancestors_none_stub") in root.text
    assert text.all("pre") == []


def test_missing_is_never_called_not_existing(pages):
    for page in map(parse, PAGES.values()):
        shown = page.text.replace(T("site.footer"), "")
        assert not re.search(r"không tồn tại", shown)
    assert T("table.descendants_none") in pages("vn-ha-giang.45-kh-ubnd.2018-05").text


def test_facts_quality_and_warnings_are_shown():
    forest, low = evil()
    forest.documents[low] = forest.documents[low]._replace(quality=Quality.GARBLED)
    root = parse(page_of(forest, low))
    facts = {
        d.all("dt")[0].text: d.all("dd")[0].text
        for d in root.by_id("facts").all("div")
        if d.all("dt")
    }
    assert facts[T("field.signer")] == "Nguyễn Văn An, Phó Chủ tịch"
    assert facts[T("field.period")] == "2018 – 2030"
    assert facts[T("field.issue_date")] == "2021"
    assert facts[T("field.number")] == T("field.unknown")
    assert T("quality.garbled_note") in root.text
    assert root.all("div", class_="warnings")[0].all("li") != []


@pytest.mark.parametrize("name", ["script", "img", "b"])
def test_evil_words_make_no_tag(name):
    tame = {"script": len(parse(PAGES["document"]).all("script"))}
    assert len(parse(PAGES["evil"]).all(name)) == tame.get(name, 0)


def test_evil_words_are_shown_letter_by_letter_and_inert():
    root = parse(PAGES["evil"])
    data = root.by_id("lineage-data").text
    assert "\u202e" not in PAGES["evil"].replace(data, "")
    assert "</script>" not in data
    root = parse(PAGES["evil text"])
    for tab in Tab:
        assert tab is Tab.LINEAGE or "\u202e" not in PAGES[f"evil {tab}"]
    source = root.all("pre")[0]
    # HTML drops the first line break of a <pre>; it is there so that the text's own stays.
    assert source.text.startswith("\n" + EVIL.replace("\u202e", "U+202E"))
    assert "{{ 7*7 }}" in source.text


def test_search_shows_every_meaning_of_a_number_and_chooses_none():
    documents = [d for d in health().documents.values() if d.number == "20-NQ/TW"]
    known = Document(
        "", "Nghị quyết", "20-NQ/TW", "về xây dựng giai cấp công nhân", None, "2008-01-28",
        Level.CENTRAL, None, None, DocumentStatus.CITED_ONLY,
    )  # fmt: skip
    candidates = (
        *(Candidate(d, 0.5, ("trùng số hiệu",), CandidateSource.GRAPH) for d in documents),
        Candidate(known, 0.3, (), CandidateSource.REGISTER),
    )
    meant = Resolution("20-NQ/TW", MentionStatus.AMBIGUOUS, None, candidates)
    root = parse(search_page("20-NQ/TW", NO_RESULT, meant))
    [section] = root.all("section", class_="matches")
    assert [a.attrs["href"] for a in section.all("a")] == [f"/documents/{d.key}" for d in documents]
    assert T("search.match_many") in section.text
    [register] = root.all("details", class_="register")
    assert "28/01/2008" in register.text and register.all("a") == []


def test_search_keeps_the_words_and_leads_on():
    root = parse(PAGES["results"])
    assert root.all("input", type="search")[0].attrs["value"] == "kế hoạch"
    [link] = root.all("a", rel="next")
    assert parse_qs(urlsplit(link.attrs["href"]).query) == {
        "q": ["kế hoạch"],
        "cursor": ["ab+c/d="],
    }
    badges = {b.text for b in root.all("span", class_="badge")}
    assert badges == {"đã nạp", "chỉ được dẫn"}


def test_filters_stand_in_the_form_in_the_next_page_and_in_the_files():
    filters = [("level", "province"), ("from", "2018-01-31"), ("status", "loaded")]
    found = Page(tuple(health().documents.values())[:2], 9, 2, True, "c")
    root = parse(search_page("y tế", found, None, filters, Offered(("Kế hoạch",), ("Huế",))))
    [link] = root.all("a", rel="next")
    asked = {name: [value] for name, value in (("q", "y tế"), *filters)}
    assert parse_qs(urlsplit(link.attrs["href"]).query) == asked | {"cursor": ["c"]}
    files = [urlsplit(a.attrs["href"]) for a in root.by_id("downloads").all("a")]
    assert {one.path for one in files} == {"/v1/search"}
    assert all(parse_qs(one.query).items() >= asked.items() for one in files)
    chosen = {o.attrs["value"] for o in root.all("option") if "selected" in o.attrs}
    assert chosen == {"province", "loaded"}
    assert "31/01/2018" in [tag.attrs.get("value") for tag in root.all("input")]
    alone = parse(search_page("", found, None, filters))
    assert urlsplit(alone.by_id("downloads").all("a")[0].attrs["href"]).path == "/v1/documents"


def test_a_problem_without_a_text_of_its_own_has_the_general_heading():
    assert T("problem.heading") in parse(problem_page(418, "odd_code", "<b>x</b>")).text
    assert T("problem.not_in_graph") in parse(PAGES["problem"]).text


def test_the_same_results_make_the_same_bytes():
    assert page_of(health(), GOVERNMENT) == PAGES["document"]


def test_every_kind_of_relation_has_a_heading_each_way():
    forest = health()
    for kind in RelationType:
        forest.says(PLAN, TOP, f"câu {kind}", kind)
    low, high = (parse(page_of(forest, key)) for key in (PLAN, TOP))
    assert len(low.by_id("related").all("h3")) == len(RelationType) - 1
    assert len(high.by_id("related").all("h3")) == len(RelationType) - 1


def rows_of(page: Tag, section: str) -> list[list[str]]:
    [body] = page.by_id(section).all("tbody")
    return [[" ".join(td.text.split()) for td in row.all("td")] for row in body.all("tr")]


def test_targets_have_their_values_and_sentence(pages):
    [[name, targets, baselines, proof]] = rows_of(pages(PLAN, Tab.TARGETS), "targets")
    assert name == "Tỷ lệ tham gia bảo hiểm y tế qua các cấp mục II.1"
    assert (targets, baselines) == ("2025: trên 95 %", "2016: 81,7 %")
    assert proof.startswith("Tỷ lệ tham gia bảo hiểm y tế đạt trên 95%;")


def test_duties_have_agency_role_partners_and_sentence(pages):
    rows = rows_of(pages(PLAN, Tab.DUTIES), "duties")
    health, money = (
        f"{name} nay: {name} tỉnh Tuyên Quang (từ 01/07/2025, Nghị quyết 202/2025/QH15)"
        for name in ("Sở Y tế", "Sở Tài chính")
    )
    assert [row[0] for row in rows] == [
        f"{health} mục V.1 cùng: Sở Tài chính", f"{money} mục V.1", f"{health} mục V.2",
    ]  # fmt: skip
    assert [row[1] for row in rows] == ["chủ trì", "được giao", "được giao"]
    assert rows[0][2] == "hằng năm báo cáo UBND tỉnh"
    assert rows[1][2] == "trong quý I năm 2018"


@pytest.mark.parametrize("section", ["targets", "duties"])
def test_a_fact_leads_to_its_sentence_in_the_text(pages, section):
    page, text = pages(PLAN, Tab(section)), pages(PLAN, Tab.TEXT)
    links = [a.attrs["href"] for a in page.by_id(section).all("a") if "#s" in a.attrs["href"]]
    assert links
    for link in links:
        address = urlsplit(link)
        assert (address.path, address.query) == (f"/documents/{PLAN}", f"file={PLAN}.txt")
        assert "anchor" in text.by_id(address.fragment).attrs["class"]
    said = text.by_id("text").text
    assert "nhiệm vụ của Sở Y tế (chủ trì)" in said
    assert "chỉ tiêu: Tỷ lệ tham gia bảo hiểm y tế" in said


def test_a_document_without_facts_says_whether_its_text_is_there(pages):
    assert "Không đọc thấy chỉ tiêu" in pages(GOVERNMENT, Tab.TARGETS).by_id("targets").text
    assert "không có toàn văn" in pages(STUB, Tab.DUTIES).by_id("duties").text


def test_a_long_table_of_duties_leads_on():
    store = health().store()
    asked = ask(store, PLAN)
    part = duties(store, DutyQuestion(document=PLAN), limit=1)
    html = duties_tab(Head(asked.view, 3, 1), part)
    [rest] = parse(html).by_id("duties").all("p", class_="next")
    assert "Còn 2 dòng nữa" in rest.text
    address = urlsplit(rest.all("a")[0].attrs["href"])
    assert parse_qs(address.query) == {"tab": ["duties"], "cursor": [part.next]}
    assert address.fragment == "duties"
