"""What stands on the pages of agencies, without a browser."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from queries.agencies import agencies, agency
from tests.visual.forest import health
from tests.visual.page import parse
from visual.agency_page import agencies_page, agency_page, scope_words
from visual.texts import load_texts

T = load_texts()
KEY = "vn-ha-giang.so-y-te"


def test_an_agency_has_its_duties_with_their_documents_and_who_has_them_today():
    item = agency(health().store(), KEY)
    root = parse(agency_page(item, KEY))
    assert root.all("h1")[0].text == "Sở Y tế tỉnh Hà Giang"
    assert "Sở Y tế tỉnh Tuyên Quang" in root.by_id("today").text
    document, *rows = root.by_id("duties").all("tbody")[0].all("tr")
    assert len(rows) == item.duties.total == 2
    [source] = document.all("a")
    assert source.attrs["href"] == "/documents/vn-ha-giang.88-kh-ubnd.2018-03-12"
    links = {a.attrs["href"] for a in rows[0].all("a")}
    assert f"/agencies/{KEY}" in links and "/agencies/vn-ha-giang.so-tai-chinh" in links


def test_a_day_goes_with_every_link_and_file_and_a_long_list_leads_on():
    item = agency(health().store(), KEY, as_of="2020", limit=1)
    root = parse(agency_page(item, KEY, "2020"))
    assert T("today.same") in root.by_id("today").text
    [following] = root.all("a", rel="next")
    asked = parse_qs(urlsplit(following.attrs["href"]).query)
    assert asked == {"as_of": ["2020"], "cursor": [item.duties.next]}
    files = [a.attrs["href"] for a in root.by_id("downloads").all("a")]
    assert [parse_qs(urlsplit(one).query)["format"] for one in files] == [
        ["xlsx"],
        ["csv"],
        ["json"],
    ]
    assert all(one.startswith(f"/v1/agencies/{KEY}?as_of=2020") for one in files)


def test_a_split_agency_tells_what_went_where_by_which_act_and_what_is_not_confirmed():
    answer = agencies(health().store(), "Sở Nội vụ", province="Hà Giang")
    root = parse(agency_page(answer.items[0], answer.items[0].agency.key or ""))
    rows = [[td.text for td in tr.all("td")] for tr in root.by_id("history").all("tr")[1:]]
    assert ["28/02/2025", "toàn bộ, trừ tín ngưỡng, tôn giáo"] in [row[:2] for row in rows]
    [religion] = [row for row in rows if row[1] == "tín ngưỡng, tôn giáo"]
    assert religion[2].startswith("Sở Dân tộc và Tôn giáo")
    assert T("agency.unconfirmed") in religion[2] and "45/2025" in religion[3]


def test_a_name_lists_its_bodies_and_keeps_what_was_asked():
    answer = agencies(health().store(), "Sở Y tế", limit=2)
    root = parse(agencies_page(answer, ("Hà Giang",), name="Sở Y tế"))
    assert T("agency.count", count="3") in root.text
    assert "Sở Y tế" in [tag.attrs.get("value") for tag in root.all("input")]
    [following] = root.all("a", rel="next")
    asked = parse_qs(urlsplit(following.attrs["href"]).query)
    assert asked == {"name": ["Sở Y tế"], "cursor": [answer.next]}


def test_a_scope_is_told_in_words():
    assert scope_words({"all"}, {"press"}) == "toàn bộ, trừ báo chí, xuất bản"
    assert scope_words({"merit", "gender"}, ()) == "bình đẳng giới, người có công"
