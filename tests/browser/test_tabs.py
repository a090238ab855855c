"""The tabs of a document's page in Chromium, with and without the script, by mouse and keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Service, Watched
from visual.tabs import Tab
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
PLAN = "43/KH-UBND 12/3/2015"


@pytest.mark.parametrize("tab", Tab)
def test_every_tab_fits_its_screen_and_says_where_it_is(
    seen: Watched, service: Service, size: tuple[int, int], tab: Tab
):
    seen.open(f"{service.page_of(PLAN)}?tab={tab}")
    page = seen.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    current = page.locator(".sections [aria-current=page]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text(T(f"tab.{tab}"))


def test_the_tabs_are_walked_by_keyboard_and_the_address_restores_one(
    desk: Watched, service: Service
):
    desk.open(service.page_of(PLAN))
    page = desk.page
    page.get_by_role("link", name=T("tab.lineage"), exact=True).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#duties-h")).to_be_visible()
    address = page.url
    assert address.endswith("?tab=duties")
    page.go_back()
    expect(page.locator("#graph-h")).to_be_visible()
    page.goto(address)
    expect(page.locator("#duties")).to_contain_text("Sở Văn hóa, Thể thao và Du lịch")


def test_a_sentence_of_a_duty_leads_to_its_place_in_the_text(desk: Watched, service: Service):
    desk.open(f"{service.page_of(PLAN)}?tab=duties")
    page = desk.page
    page.locator("#duties .proof a").first.click()
    expect(page.locator(".sections [aria-current=page]")).to_contain_text(T("tab.text"))
    place = page.locator(f"[id='{page.url.partition('#')[2]}'] ~ mark").first
    expect(place).to_contain_text("Chủ trì, phối hợp với Sở Tài chính")
    expect(place).to_be_in_viewport()


def test_the_tabs_work_without_the_script(browser: Browser, service: Service):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(service.page_of("102/NQ-CP"))
    page.get_by_role("link", name=T("tab.timeline")).click()
    rows = page.locator("#timeline tbody tr")
    expect(rows).to_have_count(1 + 3)
    expect(rows.first).to_contain_text(T("event.issued"))
    page.get_by_label(T("asof.label")).fill("1/1/2015")
    page.get_by_role("button", name=T("asof.apply")).click()
    expect(rows).to_have_count(1)
    page.get_by_role("link", name=T("tab.findings")).click()
    assert "as_of=2015-01-01" in page.url
    expect(page.locator("#findings")).to_contain_text(T("findings.note"))
    context.close()


def test_the_chart_of_a_target_stands_above_the_table_that_says_the_same(
    seen: Watched, service: Service, size: tuple[int, int]
):
    page = seen.page
    seen.open(f"{service.page_of(PLAN)}?tab=targets")
    page.get_by_role("link", name=T("cascade.link")).first.click()
    chart = page.locator("#cascade .chart > svg")
    expect(chart).to_be_visible()
    expect(chart.locator(".mark.own .label")).to_contain_text("85,5")
    expect(page.locator("#cascade tr.own")).to_contain_text("2020: trên 85,5 %")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.get_by_label(T("cascade.words")).fill("nhà văn hóa")
    page.get_by_role("button", name=T("asof.apply")).click()
    expect(page.locator("#cascade tr.own")).to_be_visible()
