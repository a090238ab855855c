"""Makes the pictures of README: loads `examples/`, serves them, and takes them with Chromium.

    python -m benchmarks.pictures [--into docs/pictures] [--documents examples]

Needs Playwright and a Chromium (`PHAHE_CHROMIUM` names one that is not found by itself).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from benchmarks.speed.serving import ROOT, served_store

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A window that no one sees would draw the list under its address bar, a third of all its work.
    # This takes the place of Playwright's own list, of which the others here are what may matter.
    "--disable-features=WebUIOmniboxPopup,HttpsUpgrades,PaintHolding,OptimizationHints",
)
SUBJECT = "20-NQ/TW 25/10/2017"


def find_chromium() -> str | None:
    """Return the path of a Chromium: `PHAHE_CHROMIUM`, else the first of the usual names."""
    asked = os.environ.get("PHAHE_CHROMIUM")
    return asked or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def served(documents: Path) -> Iterator[str]:
    """Load the documents into a new store, serve it, and give the address without the last slash.

    Raises RuntimeError with what the program said where it does not load or serve.
    """
    with tempfile.TemporaryDirectory() as folder:
        phahe = [sys.executable, "-m", "api"]
        store = ["--store", f"sqlite:{Path(folder) / 'graph.sqlite'}"]
        # Relative where it may be: the pictures show the names of files as they were loaded.
        inside = documents.resolve().is_relative_to(ROOT)
        source = documents.resolve().relative_to(ROOT) if inside else documents
        load = subprocess.run(
            [*phahe, "load", str(source), *store],
            cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        if load.returncode != 0:
            raise RuntimeError(f"load ended with {load.returncode}: {load.stderr}")
        with served_store(f"sqlite:{Path(folder) / 'graph.sqlite'}") as address:
            yield address


def key_of(address: str, text: str) -> str:
    """Return the key of the one document that `text` means; LookupError where it is not one."""
    query = urllib.parse.urlencode({"text": text})
    with urllib.request.urlopen(f"{address}/v1/resolve?{query}", timeout=30) as answer:
        found = json.load(answer)
    if found["document"] is None:
        raise LookupError(f"{text} is {found['status']} in the documents loaded")
    return str(found["document"]["key"])


WORDS = urllib.parse.urlencode({"tab": "targets", "indicator": "bảo hiểm y tế"})
TALL = {"targets": 1060, "coverage": 1140}
"""How high a picture is that shows more than a screen of 900 pixels, the chart with its years."""
SEARCH = urllib.parse.urlencode({"q": "sức khỏe", "level": "province"})


def take(page: Page, address: str, into: Path) -> list[Path]:
    """Take all pictures and return their paths."""
    page.goto(f"{address}/documents/{key_of(address, SUBJECT)}")
    page.wait_for_selector("#lineage[data-ready=yes]")
    page.wait_for_load_state("networkidle")
    pictures = [into / "page.png", into / "graph.png"]
    page.screenshot(path=pictures[0])
    # From the resolution to the card at its right, what carries that out, and the sentence.
    page.locator("#lineage-canvas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("]")
    page.wait_for_load_state("networkidle")
    page.locator("#lineage-panel button.line").last.click()
    page.wait_for_selector("#lineage-panel blockquote")
    page.click("[data-do=fit]")
    page.locator("#graph").screenshot(path=pictures[1])
    return [*pictures, *take_pages(page, address, into)]


def take_pages(page: Page, address: str, into: Path) -> list[Path]:
    """Take the pictures of the other pages, each from its top.

    The agency, and the document with duties, are those of the first duty that has moved since.
    """
    subject = f"/documents/{key_of(address, SUBJECT)}"
    with urllib.request.urlopen(f"{address}/v1/duties?limit=1000", timeout=30) as answer:
        duty = next(one for one in json.load(answer)["items"] if one["today_status"] == "moved")
    places = {
        "targets": f"{subject}?{WORDS}",
        "coverage": f"{subject}/coverage",
        "timeline": f"{subject}?tab=timeline",
        "duties": f"/documents/{duty['document']['key']}?tab=duties",
        "agency": f"/agencies/{duty['agency_key']}",
        "search": f"/?{SEARCH}",
        "review": "/review",
    }
    for name, place in places.items():
        page.set_viewport_size({"width": 1280, "height": TALL.get(name, 900)})
        page.goto(f"{address}{place}")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=into / f"{name}.png")
    return [into / f"{name}.png" for name in places]


def main(arguments: list[str] | None = None) -> int:
    """Make the pictures; 3 where there is no Chromium."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--into", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("--documents", type=Path, default=ROOT / "examples")
    options = parser.parse_args(arguments)
    chromium = find_chromium()
    if chromium is None:
        print(f"no Chromium: none of {', '.join(NAMES)} is on the path", file=sys.stderr)
        return 3
    options.into.mkdir(parents=True, exist_ok=True)
    with served(options.documents) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 1290})
        for picture in take(page, address, options.into):
            print(picture)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
