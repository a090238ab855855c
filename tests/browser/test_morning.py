"""A policy officer's morning: from a number that six resolutions bear to a workbook of tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pytest
from playwright.sync_api import Browser, expect

from benchmarks.pictures import ROOT, served
from tests.browser.conftest import Service, Watched, assert_calm, served_by_neo4j, watch
from tests.stores import REAL_KINDS
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
RESOLUTION = "/documents/vn.20-nq-tw.2017-10-25"
NAMESAKE = "/documents/vn.20-nq-tw.2022-06-16"
PLAN = "/documents/vn-yen-bai.121-kh-ubnd.2018-05-18"


@pytest.fixture(scope="module", params=REAL_KINDS)
def examples(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Service]:
    """A service with the examples that the project ships."""
    papers = ROOT / "examples"
    neo4j = request.param == "neo4j"
    access = request.getfixturevalue("neo4j_server") if neo4j else None
    with served_by_neo4j(access, papers) if access else served(papers) as address:
        yield Service(address)


@pytest.fixture
def morning(browser: Browser, examples: Service, size: tuple[int, int]) -> Iterator[Watched]:
    watched = watch(browser, size, {urlsplit(examples.address).netloc})
    yield watched
    assert_calm(watched)
    watched.page.context.close()


def test_a_morning_of_a_policy_officer(morning: Watched, examples: Service, tmp_path: Path) -> None:
    page = morning.page
    morning.open(examples.address)

    # The resolution among its namesakes: none is chosen for the reader.
    page.get_by_role("main").get_by_label(T("search.label")).fill("20 nq tw")
    page.get_by_role("main").get_by_role("button", name=T("search.submit")).click()
    found = page.locator(".matches")
    expect(found).to_contain_text(T("search.match_many"))
    expect(found.locator(f"a[href='{NAMESAKE}']")).to_be_visible()
    found.locator(f"a[href='{RESOLUTION}']").click()
    expect(page.locator("h1")).to_have_text("20-NQ/TW")

    # Which provinces have a plan, which have nothing recorded.
    page.get_by_role("link", name=T("coverage.link"), exact=True).click()
    expect(page.locator("li.cell .place")).to_have_count(63)
    silent = page.locator("#none_recorded + ul")
    expect(silent).to_contain_text("Sơn La")
    place = page.locator("li.implements", has_text="Yên Bái")
    place.locator("summary").click()

    # Of the 34 it is in Lào Cai, which says whose document that is: its own had none of it loaded.
    page.get_by_role("link", name=T("coverage.view_34")).click()
    merged = page.locator("li.implements", has_text="Lào Cai")
    expect(merged.locator("summary").first).to_contain_text(T("coverage.of", place="Yên Bái"))
    kept = page.locator("li.implements", has_text="Nghệ An").locator("summary").first
    expect(kept).not_to_contain_text(T("coverage.of", place="Nghệ An"))
    # The other documents of a place are one click away, in the lineage of the resolution.
    others = page.locator("li.implements", has_text="Nghệ An")
    others.locator("summary").first.click()
    others.get_by_role("link", name=T("coverage.all_of", place="Nghệ An")).click()
    expect(page.locator("#descendants")).to_contain_text("298/KH-UBND")
    expect(page.locator("#descendants")).not_to_contain_text("133/KH-UBND")
    page.go_back()
    page.go_back()
    place = page.locator("li.implements", has_text="Yên Bái")
    if place.locator("details").get_attribute("open") is None:
        place.locator("summary").first.click()

    # The sentence, as the scan has it, in its place in the text of a plan.
    sentence = place.locator("q.quote").first
    expect(sentence).to_contain_text("139/NQ-CP")
    place.locator(".where a").first.click()
    assert urlsplit(page.url).path == PLAN
    marked = page.locator(f"[id='{page.url.partition('#')[2]}'] ~ mark").first
    expect(marked).to_be_in_viewport()
    expect(marked).to_contain_text("139/NQ-CP")

    # What the department of health must do, and who does it today.
    page.locator(".sections").get_by_role("link", name=T("tab.duties")).click()
    page.get_by_label(T("stated.agency"), exact=True).fill("SYT")
    page.locator("#duties button[type=submit]").click()
    rows = page.locator("#duties tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Sở Y tế tỉnh Lào Cai")
    expect(rows).to_contain_text("Nghị quyết 202/2025/QH15")

    # The same of all that carries the resolution out, however many steps down.
    page.goto(f"{examples.address}{RESOLUTION}?tab=duties")
    page.select_option("#duties select[name=whole]", label=T("stated.of_whole"))
    page.get_by_label(T("stated.agency"), exact=True).fill("SYT Yên Bái")
    page.locator("#duties button[type=submit]").click()
    expect(page.locator("#duties tbody .group")).to_contain_text("121/KH-UBND")
    rows = page.locator("#duties tbody tr:not(.group)")
    expect(rows).to_have_count(1)

    # The same as a workbook.
    with page.expect_download() as held:
        page.locator("#downloads").get_by_role("link", name="Excel", exact=True).click()
    path = tmp_path / held.value.suggested_filename
    held.value.save_as(path)
    heading, *lines = openpyxl.load_workbook(path)["Nhiệm vụ"].iter_rows(values_only=True)
    [line] = [dict(zip(heading, line, strict=True)) for line in lines]
    assert (line["Cơ quan"], line["Nay là"]) == ("Sở Y tế", "Sở Y tế tỉnh Lào Cai")
    assert (line["Vai trò"], line["Định kỳ"]) == ("chủ trì", "hằng năm")
    assert line["Ngày ban hành"] == datetime(2018, 5, 18)
    assert line["Câu làm chứng"].startswith("Chu tri, phdi hop")
