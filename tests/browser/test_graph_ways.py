"""Only the ways between one document and the one of the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.canvas import press, settle, shown, start, wait_until
from tests.browser.conftest import Service, Watched
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
TOP, GOVERNMENT = "33-NQ/TW", "102/NQ-CP"
WAY = [GOVERNMENT, TOP, "43/KH-UBND", "77/KH-UBND"]
CHOOSE = """
(number) => {
  const { model, drawing } = phahe.view;
  const of = (id) => (model.documents.get(id) || {}).number === number;
  drawing.place.focus();
  phahe.view.select(drawing.nodes.getIds().find(of));
}
"""
LINES = "() => phahe.view.drawing.view.links.map((link) => link.id.split(' ')[1])"


def test_a_click_leaves_the_way_with_its_sentences_and_goes_back(seen: Watched, service: Service):
    seen.open(service.page_of(TOP) + "?level=district&level=central")
    page = seen.page
    settle(page)
    before = shown(page)
    page.evaluate(CHOOSE, "77/KH-UBND")
    page.get_by_role("button", name=T("graph.isolate")).click()
    wait_until(page, lambda: shown(page) == WAY)
    assert page.evaluate(LINES) == ["IMPLEMENTS"] * 3
    panel = page.locator("#lineage-panel")
    expect(panel.locator("h3")).to_have_text("77/KH-UBND tới 33-NQ/TW")
    quotes = panel.locator("blockquote")
    expect(quotes).to_have_count(3)
    expect(quotes.nth(0)).to_contain_text("Kế hoạch số 43/KH-UBND")
    expect(quotes.nth(2)).to_contain_text("Nghị quyết số 33-NQ/TW")
    expect(page.locator("#lineage-state")).to_contain_text(
        T("graph.ways_shown", count=1, name="77/KH-UBND")
    )
    page.locator("#lineage-whole").click()
    wait_until(page, lambda: shown(page) == before)
    expect(panel.locator("h3")).to_have_text("77/KH-UBND")
    assert "path=" not in page.url


def test_a_key_leaves_the_way_and_escape_goes_back(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    press(page, GOVERNMENT, "upper")
    before = shown(page)
    page.evaluate(CHOOSE, TOP)
    page.keyboard.press("p")
    wait_until(page, lambda: shown(page) == [GOVERNMENT, TOP, "43/KH-UBND"])
    address = page.url
    assert ";path=vn.33-nq-tw" in address
    page.keyboard.press("Escape")
    wait_until(page, lambda: shown(page) == before)
    page.goto("about:blank")
    desk.open(address)
    settle(page)
    assert shown(page) == [GOVERNMENT, TOP, "43/KH-UBND"]
    expect(page.locator("#lineage-panel blockquote")).to_have_count(2)
    expect(page.locator("#lineage-state")).not_to_contain_text(T("graph.closed"))
    page.click("[data-do=reset]")
    settle(page)
    assert "#" not in page.url


def test_a_way_that_an_address_invents_is_passed_over(desk: Watched, service: Service):
    desk.open(service.page_of(GOVERNMENT) + "#graph;open=;path=vn.no-such-document")
    settle(desk.page)
    assert shown(desk.page) == [GOVERNMENT]
    assert desk.page.locator("#lineage-whole").is_hidden()
    desk.faults[:] = [f for f in desk.faults if "404" not in f]


def test_a_service_that_fails_leaves_the_picture(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    before = shown(page)
    page.route("**/v1/path**", lambda route: route.abort())
    page.evaluate(CHOOSE, TOP)
    page.keyboard.press("p")
    expect(page.locator("#lineage-state")).to_contain_text(T("graph.failed"))
    assert shown(page) == before
    desk.faults[:] = [f for f in desk.faults if "ERR_FAILED" not in f]
