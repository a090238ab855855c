"""What stands on the canvas of the graph, and where to press."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.conftest import Service, Watched

CARDS = """
() => phahe.view.drawing.nodes.get().filter((node) => node.id.startsWith("fact|"))
  .map((node) => node.label.replace("\\n", ": "))
"""
FACT = """
(id) => {
  const { drawing } = phahe.view;
  const node = drawing.nodes.get(id);
  const spot = drawing.network.canvasToDOM({ x: node.x, y: node.y });
  const box = drawing.place.getBoundingClientRect();
  return { x: box.left + spot.x, y: box.top + spot.y };
}
"""
SPOT = """
([number, side]) => {
  const { drawing, model } = phahe.view;
  const ids = drawing.nodes.getIds();
  const id = ids.find((one) => (model.documents.get(one) || {}).number === number);
  const node = drawing.nodes.get(id);
  const at = side ? drawing.buttonBox(id, side, node.x, node.y) : node;
  if (!at) return null;
  const spot = drawing.network.canvasToDOM({ x: at.x, y: at.y });
  const box = drawing.place.getBoundingClientRect();
  return { x: box.left + spot.x, y: box.top + spot.y, label: at.label };
}
"""
NUMBERS = """
() => phahe.view.drawing.nodes.getIds()
  .filter((id) => !id.startsWith("more|") && !id.startsWith("fact|"))
  .map((id) => phahe.view.model.documents.get(id).number).sort()
"""


def shown(page: Page) -> list[str]:
    return page.evaluate(NUMBERS)


def settle(page: Page) -> None:
    """Wait until no answer is on its way and the picture is drawn."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => window.phahe && phahe.view ? phahe.view.idle() : null")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")


def wait_until(page: Page, holds: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for what an answer that may not have been asked for yet will make hold."""
    for _ in range(int(seconds * 20)):
        if holds():
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"it did not come to hold within {seconds} s")


def into_sight(page: Page) -> None:
    page.evaluate(
        "() => document.getElementById('lineage-canvas').scrollIntoView({block: 'center'})"
    )
    settle(page)


def spot(page: Page, number: str, side: str | None = None):
    return page.evaluate(SPOT, [number, side])


def press(page: Page, number: str, side: str | None = None) -> None:
    """Click a card, or one of its side buttons."""
    at = spot(page, number, side)
    assert at is not None, f"{number} has no button {side}"
    page.mouse.click(at["x"], at["y"])
    settle(page)


def start(watched: Watched, service: Service, text: str) -> Page:
    watched.open(service.page_of(text))
    into_sight(watched.page)
    return watched.page
