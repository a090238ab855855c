"""The graph under a thumb and without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.canvas import into_sight, settle, shown, spot, start, wait_until
from tests.browser.conftest import Service, Watched, assert_calm, watch
from tests.browser.documents import HUB
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
TOP, GOVERNMENT = "33-NQ/TW", "102/NQ-CP"


@pytest.fixture
def phone(browser: Browser, service: Service) -> Iterator[Watched]:
    hosts = {urlsplit(service.address).netloc}
    watched = watch(browser, (390, 844), hosts, touch=True)
    yield watched
    assert_calm(watched)
    watched.page.context.close()


def test_the_filters_wait_and_the_picture_leaves_room_to_scroll(phone: Watched, service: Service):
    page = start(phone, service, GOVERNMENT)
    assert not page.evaluate("document.getElementById('lineage-choose').open")
    box = page.locator("#lineage-canvas").bounding_box()
    assert box is not None and box["height"] <= 0.6 * 844 + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_thumb_opens_a_side_and_a_card(phone: Watched, service: Service):
    page = start(phone, service, "43/KH-UBND 12/3/2015")
    page.click("[data-do=fit]")
    into_sight(page)
    at = spot(page, GOVERNMENT, "upper")
    scale = page.evaluate("phahe.view.drawing.network.getScale()")
    assert scale < 0.7
    page.touchscreen.tap(at["x"] - 9, at["y"] + 9)
    wait_until(page, lambda: TOP in shown(page))
    into_sight(page)
    at = spot(page, TOP)
    page.touchscreen.tap(at["x"], at["y"])
    expect(page.locator("#lineage-panel h3")).to_have_text(TOP)


def test_no_wider_than_the_screen_with_all_switched_on(phone: Watched, service: Service):
    phone.open(service.page_of("43/KH-UBND 12/3/2015") + "?level=province&relations=based_on")
    page = phone.page
    page.check("input[name=fact][value=duties]")
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_keys_open_what_is_left_of_many_and_go_home(desk: Watched, service: Service):
    page = start(desk, service, TOP)
    page.evaluate("phahe.view.select(phahe.view.drawing.view.more[0].id)")
    page.locator("#lineage-canvas").focus()
    expect(page.locator("#lineage-panel")).to_contain_text(T("graph.more_hint"))
    page.keyboard.press("Enter")
    wait_until(page, lambda: len(shown(page)) == HUB + 2)
    page.keyboard.press("Home")
    expect(page.locator("#lineage-panel h3")).to_have_text(TOP)


def test_every_card_can_be_reached_by_arrows(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    page.locator("#lineage-canvas").focus()
    heading = page.locator("#lineage-panel h3")
    for key, number in (
        ("Home", GOVERNMENT),
        ("ArrowLeft", TOP),
        ("ArrowRight", GOVERNMENT),
        ("ArrowRight", "42/KH-UBND"),
        ("ArrowUp", "41/KH-UBND"),
        ("ArrowDown", "42/KH-UBND"),
        ("ArrowDown", "43/KH-UBND"),
    ):
        page.keyboard.press(key)
        expect(heading).to_have_text(number)
        expect(page.locator("#lineage-spoken")).to_contain_text(number)


def test_the_page_is_walked_by_tab_from_filter_to_details(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    page.locator("#lineage-choose summary").focus()
    met = []
    for _ in range(40):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.name || document.activeElement.id"))
        if met[-1] == "lineage-canvas":
            break
    assert {"relations", "level", "province", "from", "until", "lineage-canvas"} <= set(met)
