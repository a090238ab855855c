"""The pages of agencies in Chromium: from a duty to its agency, on a day, and to the file."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Service, Watched, on_every_real_kind
from visual.texts import load_texts

pytestmark = [pytest.mark.browser, on_every_real_kind]

T = load_texts()
PLAN = "43/KH-UBND 12/3/2015"
CULTURE = "Sở Văn hóa, Thể thao và Du lịch"


def test_a_duty_leads_to_its_agency_with_what_it_must_do_then_and_today(
    seen: Watched, service: Service, size: tuple[int, int]
):
    page = seen.page
    seen.open(f"{service.page_of(PLAN)}?tab=duties")
    page.get_by_role("link", name=CULTURE, exact=True).first.click()
    expect(page.locator("h1")).to_have_text(f"{CULTURE} tỉnh Lào Cai")
    expect(page.locator("#duties")).to_contain_text("43/KH-UBND")
    expect(page.locator("#today")).to_contain_text(T("today.moved"))
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.get_by_label(T("asof.label")).fill("1/1/2016")
    page.get_by_role("button", name=T("asof.apply")).click()
    expect(page.locator("#today")).to_contain_text(T("today.same"))
    with page.expect_download() as caught:
        page.get_by_role("link", name="Excel").click()
    assert caught.value.suggested_filename.endswith(".xlsx")


def test_a_name_says_which_agencies_it_means(seen: Watched, service: Service):
    page = seen.page
    page.goto(f"{service.address}/agencies")
    expect(page.locator("main")).to_contain_text(T("agency.lead"))
    page.get_by_label(T("agency.name")).fill("SYT")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Sở Y tế tỉnh Nghệ An").click()
    expect(page.locator("h1")).to_have_text("Sở Y tế tỉnh Nghệ An")


def test_duties_are_filtered_by_agency_and_role_and_so_are_the_files(
    desk: Watched, service: Service
):
    page = desk.page
    desk.open(f"{service.page_of(PLAN)}?tab=duties")
    rows = page.locator("#duties tbody tr")
    before = rows.count()
    page.get_by_label(T("stated.agency"), exact=True).fill("sở tài chính")
    page.get_by_role("button", name=T("asof.apply")).click()
    assert 0 < rows.count() < before
    assert "agency=" in (page.locator(".downloads a").first.get_attribute("href") or "")
    page.get_by_label(T("stated.role")).select_option("lead")
    page.get_by_role("button", name=T("asof.apply")).click()
    expect(page.locator("#duties")).to_contain_text(T("stated.no_fitting"))
