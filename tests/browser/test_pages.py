"""The pages in Chromium against the running service, and the page saved as one file."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from benchmarks.pictures import ROOT
from tests.browser.canvas import shown
from tests.browser.conftest import READY, Service, Watched, assert_calm, watch
from tests.browser.documents import write_documents
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()


def test_the_first_page_finds_a_document_by_a_number_in_any_spelling(
    seen: Watched, service: Service
):
    page = seen.page
    for spelling in ("102/NQ-CP", "102 nq cp", "Nghị quyết số 102/NQ-CP"):
        seen.open(f"{service.address}/")
        page.fill("input[name=q]", spelling)
        page.keyboard.press("Enter")
        page.locator(".result a.number").first.click()
        page.wait_for_selector(READY)
        expect(page.locator("h1")).to_have_text("102/NQ-CP")


def test_words_find_documents_without_marks(desk: Watched, service: Service):
    desk.open(f"{service.address}/?q=van+hoa+con+nguoi")
    assert desk.page.locator(".results .result").count() >= 2


def test_nothing_found_is_said_with_care(desk: Watched, service: Service):
    desk.open(f"{service.address}/?q=khongcotunay")
    expect(desk.page.locator("main")).to_contain_text(T("search.none"))
    expect(desk.page.locator("main")).to_contain_text(T("search.none_hint"))


def test_an_unknown_document_is_a_page(desk: Watched, service: Service):
    answer = desk.page.goto(f"{service.address}/documents/vn.0-xx.1900")
    assert answer is not None and answer.status == 404
    expect(desk.page.locator("h1")).to_have_text(T("problem.not_in_graph"))
    desk.faults[:] = [fault for fault in desk.faults if "404" not in fault]


def test_the_tables_stand_without_the_script(browser: Browser, service: Service):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(service.page_of("33-NQ/TW"))
    expect(page.locator("#graph noscript")).to_be_attached()
    rows = page.locator("#descendants tbody tr:not(.group)")
    assert rows.count() == 31 + 3 + 1
    expect(page.locator("#descendants")).to_contain_text("102/NQ-CP")
    page.get_by_role("link", name=T("tab.text")).click()
    expect(page.locator("#text pre")).to_contain_text("Số 33-NQ/TW")
    context.close()


def test_the_page_saved_as_one_file_opens_without_service_or_network(
    browser: Browser, tmp_path: Path
):
    documents, target = tmp_path / "documents", tmp_path / "trang.html"
    documents.mkdir()
    write_documents(documents)
    store = ["--store", f"sqlite:{tmp_path / 'graph.sqlite'}"]
    for command in (["load", str(documents)], ["view", "102/NQ-CP", "-o", str(target)]):
        subprocess.run([sys.executable, "-m", "api", *command, *store], cwd=ROOT, check=True)
    watched = watch(browser, (1280, 900), {""})
    watched.page.context.set_offline(True)
    watched.page.goto(target.as_uri())
    watched.page.wait_for_selector(READY)
    assert watched.page.evaluate("() => phahe.view.drawing.nodes.length") == 5
    watched.page.locator("#lineage-canvas").focus()
    watched.page.keyboard.press("ArrowRight")
    watched.page.keyboard.press("ArrowDown")
    for _ in range(3):
        if "43/KH-UBND" in watched.page.locator("#lineage-panel h3").inner_text():
            break
        watched.page.keyboard.press("ArrowDown")
    watched.page.keyboard.press("]")
    watched.page.wait_for_function("() => phahe.view.drawing.nodes.length === 6")
    assert_calm(watched)
    watched.page.context.close()


def test_a_saved_page_has_the_filters_of_the_page(browser: Browser, tmp_path: Path):
    documents, target = tmp_path / "documents", tmp_path / "trang.html"
    documents.mkdir()
    write_documents(documents)
    store = ["--store", f"sqlite:{tmp_path / 'graph.sqlite'}"]
    view = ["view", "33-NQ/TW", "-o", str(target)]
    for command in (["load", str(documents)], view):
        subprocess.run([sys.executable, "-m", "api", *command, *store], cwd=ROOT, check=True)
    watched = watch(browser, (1280, 900), {""})
    page = watched.page
    page.context.set_offline(True)
    page.goto(target.as_uri())
    page.wait_for_selector(READY)
    rows, state = page.locator("#descendants tr[data-key]:visible"), page.locator("#lineage-state")
    every = rows.count()
    page.check("input[name=level][value=district]")
    expect(state).to_contain_text(T("graph.filter_keeps", kept=1, all=every))
    assert shown(page) == ["102/NQ-CP", "33-NQ/TW", "43/KH-UBND", "77/KH-UBND"]
    expect(rows).to_have_count(1)
    page.fill("input[name=until]", "2014")
    page.keyboard.press("Enter")
    expect(state).to_contain_text(T("graph.filter_none"))
    expect(rows).to_have_count(0)
    page.click("#lineage-filters-clear")
    expect(rows).to_have_count(every)
    assert_calm(watched)
    # What the command is asked for is all that the file holds.
    narrow = [*view, "--level", "district", *store]
    subprocess.run([sys.executable, "-m", "api", *narrow], cwd=ROOT, check=True)
    page.goto(target.as_uri())
    page.wait_for_selector(READY)
    expect(rows).to_have_count(1)
    expect(page.locator("#descendants")).to_contain_text(T("table.filtered", count=every - 1))
    page.context.close()


def test_what_waits_for_a_person_is_a_page(seen: Watched, service: Service, size):
    page = seen.page
    seen.open(f"{service.address}/")
    page.get_by_role("link", name=T("site.review")).click()
    expect(page.locator("h1")).to_have_text(T("review.title"))
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.get_by_role("link", name=T("review.kind.duplicate")).click()
    expect(page.locator(".switch [aria-current]")).to_have_text(T("review.kind.duplicate"))


def test_the_coverage_of_a_resolution_opens_to_a_sentence(desk: Watched, service: Service):
    page = desk.page
    page.goto(service.page_of("33-NQ/TW"))
    page.wait_for_selector(READY)
    page.get_by_role("link", name=T("coverage.link")).click()
    expect(page.locator(".matrix > .cell")).to_have_count(63)
    cell = page.locator(".matrix > .cell.implements").first
    cell.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(cell.locator("q.quote").first).to_be_visible()
    page.get_by_role("link", name=T("coverage.view_34")).click()
    expect(page.locator(".matrix > .cell")).to_have_count(34)
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_page_for_programs_has_one_heading_and_leads_back(desk: Watched, service: Service):
    page = desk.page
    page.goto(f"{service.address}/docs")
    page.wait_for_selector(".opblock")
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    page.locator("nav a[href='/']").click()
    expect(page.locator("h1")).to_have_text(T("home.title"))


def test_the_picture_counts_in_english(desk: Watched, service: Service):
    address = service.page_of("77/KH-UBND")
    desk.page.context.add_cookies([{"name": "phahe_language", "value": "en", "url": address}])
    desk.open(address)
    told = desk.page.locator("#lineage-state").inner_text()
    assert re.search(r"\d+ documents? in the picture", told)
    assert "[" not in told and not re.search(r"(?<!\d)1 documents", told)
