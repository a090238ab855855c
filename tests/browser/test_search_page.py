"""Searching in Chromium: suggestions by keyboard and mouse, filters, files of what is found."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import READY, Service, Watched
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()


def test_suggestions_come_while_typing_and_the_keyboard_chooses_one(
    seen: Watched, service: Service, size: tuple[int, int]
):
    page = seen.page
    seen.open(f"{service.address}/")
    field = page.locator("#q")
    assert field.get_attribute("role") == "combobox"
    field.press_sequentially("102/nq", delay=20)
    options = page.locator("#q-list [role=option]")
    expect(options.first).to_be_visible()
    assert field.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_selector(READY)
    expect(page.locator("h1")).to_have_text("102/NQ-CP")


def test_suggestions_go_by_escape_and_the_mouse_opens_one(seen: Watched, service: Service, size):
    page = seen.page
    seen.open(f"{service.address}/agencies")
    field = page.locator("#find")
    field.press_sequentially("văn hóa", delay=20)
    options = page.locator("#find-list [role=option]")
    expect(options.first).to_be_visible()
    box = page.locator("#find-list").bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= size[0]
    page.keyboard.press("Escape")
    expect(page.locator("#find-list")).to_be_hidden()
    expect(field).to_have_value("văn hóa")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    options.first.click()
    page.wait_for_selector(READY)


def test_one_question_is_asked_for_fast_typing_and_a_service_that_fails_is_no_harm(
    desk: Watched, service: Service
):
    page = desk.page
    desk.open(f"{service.address}/")
    asked: list[str] = []
    page.on("request", lambda r: asked.append(r.url) if "/v1/search" in r.url else None)
    page.locator("#q").press_sequentially("nghị quyết", delay=5)
    expect(page.locator("#q-list [role=option]").first).to_be_visible()
    assert len(asked) == 1
    page.route("**/v1/search**", lambda route: route.abort())
    page.locator("#q").fill("102/NQ-CP")
    page.keyboard.press("Enter")
    expect(page.locator(".result").first).to_contain_text("102/NQ-CP")
    desk.faults[:] = [f for f in desk.faults if "ERR_FAILED" not in f]


def test_filters_hold_for_the_list_its_next_page_and_its_files(seen: Watched, service: Service):
    page = seen.page
    page.goto(f"{service.address}/?q=thuc+hien")
    before = page.locator(".count").inner_text()
    page.get_by_text(T("search.filters")).click()
    page.get_by_label(T("field.type")).fill("ke hoach")
    page.get_by_label(T("field.province")).fill("lao cai")
    page.get_by_label(T("search.until")).fill("2015")
    page.get_by_role("button", name=T("search.apply")).click()
    assert page.locator(".count").inner_text() != before
    for card in page.locator(".result").all():
        expect(card).to_contain_text("Lào Cai")
    expect(page.get_by_label(T("search.until"))).to_have_value("31/12/2015")
    address = page.get_by_role("link", name="CSV").get_attribute("href")
    rows = page.request.get(service.address + str(address)).text().strip().splitlines()
    assert len(rows) == 1 + page.locator(".result").count()


def test_filters_alone_list_documents_and_all_works_without_the_script(
    browser: Browser, service: Service
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{service.address}/?level=district&q=")
    expect(page.locator("h1")).to_have_text(T("search.filtered"))
    expect(page.locator(".result")).to_have_count(1)
    page.locator("#q").fill("102 nq cp")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(T("search.none_filtered"))
    page.get_by_role("link", name=T("search.clear")).click()
    expect(page.locator(".result").first).to_contain_text("102/NQ-CP")
    context.close()
