"""The lineage graph in Chromium against the running service.

Every test also fails on a console error, a policy violation or a request to another host
(`assert_calm` in conftest).
"""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import expect

from tests.browser.canvas import (
    CARDS,
    FACT,
    into_sight,
    press,
    settle,
    shown,
    spot,
    start,
    wait_until,
)
from tests.browser.conftest import READY, Service, Watched
from tests.browser.documents import HUB
from visual.layout import place
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
TOP, GOVERNMENT = "33-NQ/TW", "102/NQ-CP"


def test_the_graph_begins_with_one_step_each_way(seen: Watched, service: Service):
    page = start(seen, service, "102/NQ-CP")
    assert shown(page) == [GOVERNMENT, TOP, "41/KH-UBND", "42/KH-UBND", "43/KH-UBND"]
    pixels = page.evaluate(
        """() => {
          const canvas = document.querySelector("#lineage-canvas canvas");
          const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          return data.filter((value, at) => at % 4 === 3 && value > 0).length;
        }"""
    )
    assert pixels > 5000


def test_a_page_is_no_wider_than_its_screen(seen: Watched, service: Service, size):
    for address in (
        f"{service.address}/",
        f"{service.address}/?q=văn+hóa",
        service.page_of(GOVERNMENT),
    ):
        seen.open(address)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_a_click_opens_and_closes_both_ways(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    assert shown(page) == [GOVERNMENT, "43/KH-UBND", "77/KH-UBND"]
    assert spot(page, GOVERNMENT, "upper")["label"] == "+1"
    press(page, GOVERNMENT, "upper")
    assert TOP in shown(page)
    assert spot(page, GOVERNMENT, "lower")["label"] == "+2"
    press(page, GOVERNMENT, "lower")
    assert {"41/KH-UBND", "42/KH-UBND"} <= set(shown(page))
    assert spot(page, GOVERNMENT, "lower")["label"] == "−"
    press(page, GOVERNMENT, "lower")
    press(page, GOVERNMENT, "upper")
    assert shown(page) == [GOVERNMENT, "43/KH-UBND", "77/KH-UBND"]
    press(page, "43/KH-UBND", "lower")
    assert shown(page) == [GOVERNMENT, "43/KH-UBND"]


def test_the_card_that_was_clicked_stays_where_it_was(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    before = spot(page, GOVERNMENT)
    press(page, GOVERNMENT, "lower")
    after = spot(page, GOVERNMENT)
    assert abs(after["x"] - before["x"]) < 260 and abs(after["y"] - before["y"]) < 260
    for number in ("41/KH-UBND", "42/KH-UBND"):
        box = page.locator("#lineage-canvas").bounding_box()
        at = spot(page, number)
        assert box["x"] < at["x"] < box["x"] + box["width"]
        assert box["y"] < at["y"] < box["y"] + box["height"]


def test_a_line_shows_its_sentence_and_leads_to_it(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    low, high = spot(page, "42/KH-UBND"), spot(page, GOVERNMENT)
    half = 98 * page.evaluate("() => phahe.view.drawing.network.getScale()")
    page.mouse.click((low["x"] - half + high["x"] + half) / 2, (low["y"] + high["y"]) / 2)
    panel = page.locator("#lineage-panel")
    expect(panel.locator("blockquote")).to_contain_text("Thực hiện Nghị quyết số 102/NQ-CP")
    expect(panel.locator("figcaption")).to_contain_text("ke-hoach-42.txt")
    panel.locator("a.see").first.click()
    page.wait_for_selector("#text pre")
    anchor = page.evaluate("location.hash.slice(1)")
    sentence = page.locator(f"#{anchor} + mark")
    expect(sentence).to_contain_text("Thực hiện Nghị quyết số 102/NQ-CP")
    expect(sentence).to_be_in_viewport()


def test_a_card_shows_its_facts_and_leads_to_its_page(seen: Watched, service: Service):
    page = start(seen, service, GOVERNMENT)
    page.locator("#lineage-canvas").focus()
    page.keyboard.press("ArrowRight")
    panel = page.locator("#lineage-panel")
    expect(panel.locator("h3")).to_contain_text("KH-UBND")
    expect(panel).to_contain_text("12/03/2015")
    panel.get_by_text(T("graph.open_page")).click()
    page.wait_for_selector(READY)
    expect(page.locator("h1")).to_contain_text("KH-UBND")


def test_the_keyboard_reaches_everything(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    page.locator("#lineage-canvas").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#lineage-panel h3")).to_have_text(GOVERNMENT)
    page.keyboard.press("[")
    wait_until(page, lambda: TOP in shown(page))
    page.keyboard.press("[")
    wait_until(page, lambda: TOP not in shown(page))
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "lineage-panel"
    line = page.get_by_role("button", name="43/KH-UBND thực hiện văn bản này")
    line.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#lineage-panel blockquote")).to_contain_text("Nghị quyết số 102/NQ-CP")


def test_a_link_restores_the_view(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    assert "#" not in page.url
    press(page, GOVERNMENT, "upper")
    page.check("input[name=relations][value=based_on]")
    settle(page)
    numbers, address = shown(page), page.url
    assert "?relations=implements,based_on#graph;" in address
    page.goto("about:blank")
    desk.open(address)
    settle(page)
    assert shown(page) == numbers
    assert page.is_checked("input[name=relations][value=based_on]")
    assert page.url == address
    page.click("[data-do=reset]")
    settle(page)
    assert "#" not in page.url and "?" not in page.url
    assert not page.is_checked("input[name=relations][value=based_on]")


def test_a_forged_address_does_no_harm(desk: Watched, service: Service):
    for forged in ("#graph;kinds=X;open=u:nothing", "#graph;open=", "#graph;<script>"):
        page = desk.page
        page.goto("about:blank")
        desk.open(service.page_of(GOVERNMENT) + forged)
        settle(page)
        assert GOVERNMENT in shown(page)
        desk.faults[:] = [f for f in desk.faults if "404" not in f]


def test_a_kind_is_switched_off_and_on(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    before = shown(page)
    page.check("input[name=relations][value=based_on]")
    settle(page)
    page.uncheck("input[name=relations][value=implements]")
    settle(page)
    assert shown(page) == [GOVERNMENT]
    page.locator("input[name=relations][value=based_on]").click()
    settle(page)
    assert page.is_checked("input[name=relations][value=based_on]")
    expect(page.locator("#lineage-state")).to_contain_text(T("graph.filter_one_kind"))
    page.check("input[name=relations][value=implements]")
    settle(page)
    assert shown(page) == before


def test_a_hub_opens_in_parts_and_says_what_is_left(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    assert len(shown(page)) == 1 + 24
    left = page.evaluate("() => phahe.view.drawing.view.more.map((card) => card.left)")
    assert left == [HUB + 1 - 24]
    at = page.evaluate(
        """() => {
          const { drawing } = phahe.view;
          const card = drawing.nodes.get().find((node) => node.id.startsWith("more|"));
          const spot = drawing.network.canvasToDOM({ x: card.x, y: card.y });
          const box = drawing.place.getBoundingClientRect();
          return [box.left + spot.x, box.top + spot.y];
        }"""
    )
    page.mouse.click(*at)
    settle(page)
    assert len(shown(page)) == 1 + HUB + 1
    assert page.evaluate("() => phahe.view.drawing.view.more") == []


def test_the_script_places_cards_as_the_server_does(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    cases = [
        (["f"], []),
        (["a", "b", "f"], [["a", "f"], ["b", "f"], ["b", "a"]]),
        (["a", "b", "c", "f", "p"], [["a", "f"], ["a", "p"], ["f", "b"], ["c", "b"], ["b", "f"]]),
        (["f", *(f"k{n:02}" for n in range(31))], [[f"k{n:02}", "f"] for n in range(31)]),
        (
            ["a", "b", "c", "d", "e", "f"],
            [["a", "f"], ["b", "f"], ["c", "a"], ["d", "b"], ["d", "a"], ["f", "e"], ["b", "e"]],
        ),
    ]
    for ranked, links in cases:
        there = page.evaluate(
            """([ranked, links]) => Object.fromEntries(
              phahe.layout.place("f", ranked, links, phahe.view.drawing.card))""",
            [ranked, links],
        )
        here = place("f", ranked, [(low, high) for low, high in links])
        assert {k: (v["x"], v["y"], v["column"]) for k, v in there.items()} == {
            k: (v.x, v.y, v.column) for k, v in here.items()
        }


def test_random_pictures_are_placed_alike(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    chance = random.Random(20)
    for _ in range(40):
        ranked = [f"k{n:02}" for n in range(chance.randint(1, 40))] + ["f"]
        chance.shuffle(ranked)
        count = chance.randint(0, 2 * len(ranked))
        links = [[chance.choice(ranked), chance.choice(ranked)] for _ in range(count)]
        there = page.evaluate(
            """([ranked, links]) => [...phahe.layout.place(
              "f", ranked, links, phahe.view.drawing.card)]
              .map(([key, at]) => [key, at.x, at.y, at.column])""",
            [ranked, links],
        )
        here = place("f", ranked, [(low, high) for low, high in links])
        assert sorted(there) == sorted([k, v.x, v.y, v.column] for k, v in here.items())


def test_no_more_cards_are_drawn_than_the_cap_and_the_rest_is_counted(
    desk: Watched, service: Service
):
    page = start(desk, service, GOVERNMENT)
    capped = page.evaluate(
        """() => {
          const view = new phahe.Model({ ...phahe.view.model.data, cap: 3 }).shown();
          return [view.keys.size, view.refused];
        }"""
    )
    assert capped == [3, 2]


def test_a_service_that_fails_is_said_and_nothing_is_lost(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    before = shown(page)
    page.route("**/v1/**", lambda route: route.abort())
    press(page, GOVERNMENT, "upper")
    expect(page.locator("#lineage-state")).to_contain_text(T("graph.failed"))
    assert shown(page) == before
    page.unroute("**/v1/**")
    press(page, GOVERNMENT, "upper")
    assert TOP in shown(page)
    desk.faults[:] = [f for f in desk.faults if "ERR_FAILED" not in f]


def test_the_first_picture_stands_where_pyvis_data_put_it(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    moved = page.evaluate(
        """() => JSON.parse(document.getElementById("lineage-data").textContent).network.nodes
          .filter((node) => {
            const now = phahe.view.drawing.nodes.get(node.id);
            return !now || now.x !== node.x || now.y !== node.y || now.label !== node.label;
          })"""
    )
    assert moved == []


def test_duties_and_targets_are_off_until_the_legend_shows_them(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    assert page.evaluate(CARDS) == []
    page.check("input[name=fact][value=duties]")
    settle(page)
    assert page.evaluate(CARDS) == [
        "Sở Văn hóa, Thể thao và Du lịch: 2 nhiệm vụ",
        "Sở Tài chính: 1 nhiệm vụ",
    ]
    page.check("input[name=fact][value=targets]")
    settle(page)
    assert page.evaluate(CARDS)[2:] == ["Tỷ lệ xã có nhà văn hóa: 2020: trên 85,5 %"]
    assert len(shown(page)) == 3
    into_sight(page)
    at = page.evaluate(FACT, "fact|duties|0")
    page.mouse.click(at["x"], at["y"])
    settle(page)
    panel = page.locator("#lineage-panel")
    expect(panel.locator("h3")).to_have_text("Sở Văn hóa, Thể thao và Du lịch")
    expect(panel.locator("blockquote")).to_have_count(2)
    assert "chủ trì" in panel.inner_text()
    page.uncheck("input[name=fact][value=duties]")
    settle(page)
    assert len(page.evaluate(CARDS)) == 1


def test_an_address_keeps_the_facts_that_are_shown(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    page.check("input[name=fact][value=targets]")
    settle(page)
    address = page.url
    assert address.endswith(";facts=targets")
    page.goto("about:blank")
    desk.open(address)
    settle(page)
    assert len(page.evaluate(CARDS)) == 1
    assert page.is_checked("input[name=fact][value=targets]")
    page.click("[data-do=reset]")
    settle(page)
    assert page.evaluate(CARDS) == []
    assert not page.is_checked("input[name=fact][value=targets]")


def test_a_document_without_facts_has_none_to_show(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    assert page.is_disabled("input[name=fact][value=duties]")
