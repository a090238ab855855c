"""The picture as a file: everything that is drawn, readable, with its source and date."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.canvas import press, settle, start, wait_until
from tests.browser.conftest import Service, Watched
from visual.texts import load_texts

pytestmark = pytest.mark.browser

T = load_texts()
GOVERNMENT = "102/NQ-CP"
SVG = "{http://www.w3.org/2000/svg}"
MADE = "async () => (await phahe.view.files.svg().blob.text())"


def saved(page: Page, kind: str, folder: Path) -> Path:
    """Press the button of a kind of file and return what the browser saved."""
    with page.expect_download() as held:
        page.click(f"[data-do={kind}]")
    path = folder / held.value.suggested_filename
    held.value.save_as(path)
    return path


def words(picture: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in picture.iter(f"{SVG}text")]


def test_the_svg_says_what_the_picture_shows(seen: Watched, service: Service, tmp_path: Path):
    page = start(seen, service, GOVERNMENT)
    path = saved(page, "svg", tmp_path)
    assert path.name == "pha-he-vn.102-nq-cp.2014-12-31.svg"
    picture = ElementTree.parse(path).getroot()
    said = words(picture)
    assert said[0] == GOVERNMENT
    assert {"33-NQ/TW", "41/KH-UBND", "42/KH-UBND", "43/KH-UBND", "Tầng dưới 1"} <= set(said)
    where = urlsplit(page.url)
    source = f"{where.netloc}{where.path}"
    assert said[-1] == T("graph.file_source", place=source, day=f"{date.today():%d/%m/%Y}")
    assert {T("relation.IMPLEMENTS"), T("level.central"), T("level.province")} <= set(said)
    tips = [tip.text or "" for tip in picture.iter(f"{SVG}title")]
    assert any("Thực hiện Nghị quyết số 102/NQ-CP" in tip for tip in tips)
    lines = [p for p in picture.iter(f"{SVG}path") if p.find(f"{SVG}title") is not None]
    assert len(lines) == 4


def test_everything_lies_within_the_svg(desk: Watched, service: Service):
    page = start(desk, service, "43/KH-UBND 12/3/2015")
    for kind in ("duties", "targets"):
        page.check(f"input[name=fact][value={kind}]")
    settle(page)
    press(page, GOVERNMENT, "lower")
    picture = ElementTree.fromstring(page.evaluate(MADE))
    wide, high = float(picture.attrib["width"]), float(picture.attrib["height"])
    group = picture.find(f"{SVG}g")
    assert group is not None
    dx, dy = map(float, group.attrib["transform"][10:-1].split())
    boxes = list(group.iter(f"{SVG}rect"))
    assert len(boxes) >= 11
    for box in boxes:
        left, top = float(box.attrib["x"]) + dx, float(box.attrib["y"]) + dy
        assert left >= 0 and left + float(box.attrib["width"]) <= wide
        assert top >= 60 and top + float(box.attrib["height"]) <= high - 80
    assert "Sở Tài chính" in words(picture)


def test_the_png_is_the_svg_at_twice_its_size(desk: Watched, service: Service, tmp_path: Path):
    page = start(desk, service, GOVERNMENT)
    picture = ElementTree.fromstring(page.evaluate(MADE))
    data = saved(page, "png", tmp_path).read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    size = struct.unpack(">II", data[16:24])
    assert size == tuple(round(2 * float(picture.attrib[name])) for name in ("width", "height"))
    assert len(data) > 20_000


def test_filters_are_told_and_hidden_documents_are_not_in_it(desk: Watched, service: Service):
    desk.open(service.page_of("33-NQ/TW") + "?level=district&until=2015")
    settle(desk.page)
    picture = ElementTree.fromstring(desk.page.evaluate(MADE))
    said = words(picture)
    chosen = T("graph.file_chosen", chosen="Cấp huyện · đến hết 31/12/2015")
    assert chosen in said
    assert "77/KH-UBND" in said and "41/KH-UBND" not in said
    pale = [g for g in picture.iter(f"{SVG}g") if g.attrib.get("opacity") == "0.62"]
    assert len(pale) == 2


def test_hostile_titles_do_no_harm(desk: Watched, service: Service):
    page = start(desk, service, GOVERNMENT)
    page.evaluate(
        """() => {
          const doc = phahe.view.model.documents.get(phahe.view.model.focus);
          doc.title = "a</title><script>window.hurt = 1</" + "script>]]>&\\u0001\\u202e\\ud800z";
          doc.number = "<img src=x onerror=hurt()>";
          phahe.view.drawing.update();
        }"""
    )
    picture = ElementTree.fromstring(page.evaluate(MADE))
    assert not list(picture.iter(f"{SVG}script"))
    assert words(picture)[0] == "<img src=x onerror=hurt()>"
    assert words(picture)[1].startswith("a</title><script>")
    assert page.evaluate("window.hurt === undefined")


def test_tables_and_ways_are_files_with_the_filters(desk: Watched, service: Service):
    desk.open(service.page_of("33-NQ/TW") + "?level=district")
    page = desk.page
    settle(page)
    files = page.locator("#downloads a")
    assert files.count() == 8
    rows = page.request.get(service.address + files.nth(1).get_attribute("href")).text()
    assert len(rows.strip().splitlines()) == 2 and "77/KH-UBND" in rows
    page.check("input[name=level][value=central]")
    wait_until(page, lambda: "level=central" in page.url)
    settle(page)
    rows = page.request.get(service.address + files.nth(1).get_attribute("href")).text()
    assert len(rows.strip().splitlines()) == 3
    page.locator("#lineage-canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("p")
    links = page.locator("#lineage-panel .downloads a")
    links.first.wait_for()
    for at in range(3):
        got = page.request.get(service.address + links.nth(at).get_attribute("href"))
        assert got.ok and "attachment" in got.headers["content-disposition"]
