"""The filters of the graph and of the tables that say the same."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.canvas import settle, shown, start, wait_until
from tests.browser.conftest import Service, Watched
from tests.browser.documents import HUB
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
TOP = "33-NQ/TW"
PALE = """
() => [...phahe.view.drawing.view.pale].map((key) => phahe.view.model.documents.get(key).number)
"""


def choose(page: Page, box: str) -> None:
    """Open the filters where a narrow screen has them closed, and tick a box."""
    if not page.evaluate("document.getElementById('lineage-choose').open"):
        page.click("#lineage-choose summary")
    page.check(box)
    settle(page)


def rows(page: Page, table: str = "descendants") -> list[str]:
    numbers = page.locator(f"#{table} tbody .who .number")
    return sorted(numbers.all_inner_texts())


def test_a_level_is_found_at_any_step_with_its_way(seen: Watched, service: Service):
    page = start(seen, service, TOP)
    choose(page, "input[name=level][value=district]")
    wait_until(page, lambda: len(shown(page)) == 4)
    assert shown(page) == ["102/NQ-CP", TOP, "43/KH-UBND", "77/KH-UBND"]
    assert sorted(page.evaluate(PALE)) == ["102/NQ-CP", "43/KH-UBND"]
    assert rows(page) == ["77/KH-UBND"]
    state = page.locator("#lineage-state")
    expect(state).to_contain_text(T("graph.filter_keeps", kept=1, all=HUB + 5))
    expect(state).to_contain_text(T("graph.filter_between", count=2))
    expect(page.locator("#descendants")).to_contain_text(T("table.filtered", count=HUB + 4))


def test_a_link_with_filters_restores_the_view(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    page.select_option("select[name=province]", "Nghệ An")
    wait_until(page, lambda: "province=" in page.url)
    settle(page)
    assert len(shown(page)) == 25
    numbers, listed, address = shown(page), rows(page), page.url
    page.goto("about:blank")
    desk.open(address)
    settle(page)
    assert (shown(page), rows(page), page.url) == (numbers, listed, address)
    assert page.locator("select[name=province]").input_value() == "Nghệ An"
    page.click("#lineage-filters-clear")
    wait_until(page, lambda: "?" not in page.url)
    settle(page)
    assert page.locator("select[name=province]").input_value() == ""
    assert not page.locator("#lineage-filters-clear").is_visible()


def test_going_back_brings_back_what_was_shown(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    before = shown(page)
    choose(page, "input[name=level][value=central]")
    wait_until(page, lambda: shown(page) == ["102/NQ-CP", TOP])
    page.go_back()
    wait_until(page, lambda: shown(page) == before)
    assert not page.is_checked("input[name=level][value=central]")


def test_what_passes_a_filter_comes_in_parts_too(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    page.select_option("select[name=province]", "Nghệ An")
    wait_until(page, lambda: "province=" in page.url)
    settle(page)
    left = page.evaluate("() => phahe.view.drawing.view.more.map((card) => card.left)")
    assert left == [HUB - 24]
    at = page.evaluate(
        """() => {
          const { drawing } = phahe.view;
          drawing.place.scrollIntoView({ block: "center" });
          const card = drawing.nodes.get().find((node) => node.id.startsWith("more|"));
          const spot = drawing.network.canvasToDOM({ x: card.x, y: card.y });
          const box = drawing.place.getBoundingClientRect();
          return [box.left + spot.x, box.top + spot.y];
        }"""
    )
    page.mouse.click(*at)
    wait_until(page, lambda: len(shown(page)) == HUB + 1)


def test_days_bound_what_is_shown_and_a_wrong_one_is_not_sent(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    page.fill("input[name=until]", "2014")
    page.click("#lineage-filters button[type=submit]")
    wait_until(page, lambda: shown(page) == ["102/NQ-CP", TOP])
    settle(page)
    assert page.locator("input[name=until]").input_value() == "31/12/2014"
    address = page.url
    assert address.endswith("?until=31/12/2014")
    page.fill("input[name=from]", "hôm qua")
    page.click("#lineage-filters button[type=submit]")
    settle(page)
    assert page.url == address


@pytest.mark.parametrize("pause", [0, 400])
def test_a_day_typed_and_then_sent_is_one_step_to_go_back(
    desk: Watched, service: Service, pause: int
):
    page = start(desk, service, TOP)
    steps = page.evaluate("() => history.length")
    page.fill("input[name=until]", "2014")
    page.locator("input[name=until]").blur()
    page.wait_for_timeout(pause)
    page.click("#lineage-filters button[type=submit]")
    wait_until(page, lambda: shown(page) == ["102/NQ-CP", TOP])
    settle(page)
    assert page.url.endswith("?until=31/12/2014")
    assert page.evaluate("() => history.length") == steps + 1


def test_nothing_that_passes_is_said(desk: Watched, service: Service):
    desk.open(service.page_of(TOP) + "?level=facility")
    page = desk.page
    settle(page)
    assert shown(page) == [TOP]
    expect(page.locator("#lineage-state")).to_contain_text(T("graph.filter_none"))
    expect(page.locator("#descendants")).to_contain_text(T("table.filtered_none"))


def test_the_form_works_without_a_script(browser: Browser, service: Service):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(service.page_of(TOP))
    page.check("input[name=level][value=district]")
    page.click("#lineage-filters button[type=submit]")
    assert rows(page) == ["77/KH-UBND"]
    assert page.is_checked("input[name=level][value=district]")
    assert re.search(r"[?&]level=district", page.url)
    context.close()
