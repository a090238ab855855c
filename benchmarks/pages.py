"""The page of a hub in Chromium, from asking to a picture that answers.

A part of `make bench`:

    python -m benchmarks.pages [--documents 20000] [--hub 4500] [--no-write]

Prepared records (`benchmarks.papers.prepared`) fill a store, `phahe serve` serves it, and each
visit is a browser that knows nothing of the one before. Times count from the start of the
navigation and are taken by the page itself. Figures go into `benchmarks/results_pages.json`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import urllib.request
from dataclasses import asdict
from functools import partial
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.papers.forest import HUB_FROM
from benchmarks.pictures import ARGUMENTS, find_chromium
from benchmarks.run import say, table
from benchmarks.speed.million import fill
from benchmarks.speed.serving import served_store
from benchmarks.speed.timing import Measure, machine, percentiles, timed

RESULTS = Path(__file__).parent / "results_pages.json"
VISITS = 15
REDRAWS = 30
CHOICES = 10
CAP = 300
"""So many documents a picture of the page holds at most."""
READY = "html[data-ready-at]"

# Notes when the picture is drawn and the browser has nothing left to do before the next click.
WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector("#lineage[data-ready=yes]")) return;
  observer.disconnect();
  const note = () => { document.documentElement.dataset.readyAt = performance.now(); };
  requestAnimationFrame(() => setTimeout(note));
}).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
"""
# Draws everything once more, so many times, and gives the milliseconds of each.
REDRAW = """
(times) => {
  const { network } = phahe.view.drawing;
  const taken = [];
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    network.canvas.body.emitter.emit("_redraw");
    taken.push(performance.now() - began);
  }
  return taken;
}
"""
# Chooses another province and waits until tables and picture are those of it.
FILTER = """
async (nth) => {
  const form = document.getElementById("lineage-filters");
  const began = performance.now();
  form.elements.province.selectedIndex = nth;
  form.elements.province.dispatchEvent(new Event("change", { bubbles: true }));
  await phahe.view.idle();
  return performance.now() - began;
}
"""
PICTURE = """
async (kind) => {
  const began = performance.now();
  await phahe.view.files[kind]();
  return performance.now() - began;
}
"""


def visit(browser: Browser, address: str) -> tuple[Page, float]:
    """Open a page in a browser without memory; return it and when it was ready."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(READY, state="attached", timeout=60_000)
    return page, float(page.locator(READY).get_attribute("data-ready-at") or 0)


def visits(browser: Browser, address: str) -> list[float]:
    """Return when the page was ready, on `VISITS` visits."""
    taken = []
    for _ in range(VISITS):
        page, ready = visit(browser, address)
        taken.append(ready)
        page.context.close()
    return taken


def fetched(address: str) -> bytes:
    """Return a body as the service sends it, not compressed."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        body: bytes = answer.read()
    return body


def measured(browser: Browser, address: str, key: str, hub: int) -> list[Measure]:
    """Return the figures of the page of the hub."""
    page_of = f"{address}/documents/{quote(key, safe='')}"
    _, begun = visit(browser, page_of)
    size = len(fetched(page_of))
    # Each with another day, so that no answer is one that was kept.
    days = [f"{page_of}?as_of=2090-01-{day:02}" for day in range(1, VISITS + 1)]
    answers = timed(partial(fetched, asked) for asked in days)
    say("the service was asked")
    whole = f"{page_of}#graph;open=l:{key}~{CAP - 1}"
    name = f"page of a hub of {hub:,}"
    first = visits(browser, page_of)
    say("the page was visited")
    full = visits(browser, whole)
    say(f"with {CAP} documents in the picture")
    page, _ = visit(browser, whole)
    shown = page.evaluate("phahe.view.drawing.view.keys.size")
    if shown != CAP:
        raise RuntimeError(f"the picture holds {shown} documents, not {CAP}")
    redrawn = page.evaluate(REDRAW, REDRAWS)
    files = [
        Measure(f"{CAP} documents as {kind}", page.evaluate(PICTURE, kind), "ms")
        for kind in ("svg", "png")
    ]
    page, _ = visit(browser, page_of)
    filtered = [float(page.evaluate(FILTER, nth)) for nth in range(1, CHOICES + 1)]
    return [
        Measure(f"{name}, its HTML", size / 1e3, "kB"),
        *percentiles(f"{name}, answered", answers),
        Measure(f"{name}, interactive, first page of the service", begun, "ms"),
        *percentiles(f"{name}, interactive", first, "<= 1,500"),
        *percentiles(f"{name}, with {CAP} drawn, interactive", full, "<= 1,500"),
        *percentiles(f"{CAP} documents drawn again", redrawn, "<= 50"),
        *percentiles("another province chosen", filtered),
        *files,
    ]


def write_results(measures: list[Measure], documents: int, chromium: str) -> None:
    """Keep the figures."""
    found = {
        "machine": machine() | {"chromium": chromium},
        "documents": documents,
        "figures": [asdict(one) | {"value": round(one.value, 3)} for one in measures],
    }
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main(arguments: list[str] | None = None) -> None:
    """Run the benchmark in a folder of its own, or say why it cannot be run."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=20_000, help="at least 2,000")
    parser.add_argument("--hub", type=int, default=4_500, help="so many carry one document out")
    parser.add_argument("--no-write", action="store_true", help="leave the results as they are")
    options = parser.parse_args(arguments)
    if options.documents < max(HUB_FROM, 2 * options.hub):
        parser.error(f"{HUB_FROM} documents or more, and twice those of the hub")
    chromium = find_chromium()
    if chromium is None:
        print("Pages were not measured: no Chromium was found", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(prefix="phahe-bench-") as folder:
        store = Path(folder) / "pages.sqlite"
        key = fill(store, options.documents, options.hub).keys[0]
        say(f"{options.documents:,} documents stored")
        with served_store(f"sqlite:{store}") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            measures = measured(browser, address, key, options.hub)
            version = browser.version
            browser.close()
    print(table(measures))
    if not options.no_write:
        write_results(measures, options.documents, version)


if __name__ == "__main__":
    main()
