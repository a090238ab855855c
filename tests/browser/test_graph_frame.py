"""What of the graph is in sight, and what reads as one step."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.browser.canvas import settle, start
from tests.browser.conftest import Service, Watched
from tests.browser.documents import OFFICES

pytestmark = pytest.mark.browser

OUTSIDE = """
(kind) => {
  const { drawing } = phahe.view;
  const [wide, high] = [drawing.place.clientWidth, drawing.place.clientHeight];
  return drawing.nodes.get().filter((node) => node.id.startsWith(kind)).filter((node) => {
    const { width, height } = drawing.size(node.id);
    const low = drawing.network.canvasToDOM({ x: node.x - width / 2, y: node.y - height / 2 });
    const top = drawing.network.canvasToDOM({ x: node.x + width / 2, y: node.y + height / 2 });
    return low.x < 4 || low.y < 4 || top.x > wide - 4 || top.y > high - 4;
  }).map((node) => node.id);
}
"""
BANDS = """
() => {
  const { bands } = phahe.view.drawing;
  bands.measure();
  return bands.all();
}
"""


def test_duties_and_targets_come_into_the_frame(seen: Watched, service: Service, size):
    page = start(seen, service, "43/KH-UBND 12/3/2015")
    for kind in ("duties", "targets"):
        page.check(f"input[name=fact][value={kind}]")
        settle(page)
        assert page.evaluate(OUTSIDE, f"fact|{kind}") == []
    if size[0] > 1000:
        assert page.evaluate(OUTSIDE, "") == []


def test_many_duties_stay_in_the_frame_and_can_be_read(desk: Watched, service: Service):
    page = start(desk, service, "500/KH-UBND 12/3/2015")
    page.check("input[name=fact][value=duties]")
    settle(page)
    assert page.evaluate("() => phahe.view.drawing.facts.cards().length") == len(OFFICES)
    assert page.evaluate(OUTSIDE, "") == []
    assert page.evaluate("() => phahe.view.drawing.network.getScale()") >= 0.5


def test_a_broken_column_is_one_band_with_its_step_and_levels(desk: Watched, service: Service):
    page = start(desk, service, "33-NQ/TW")
    [band] = page.evaluate(BANDS)
    assert band["name"] == "Tầng dưới 1"
    assert band["counts"] == "1 Trung ương · 23 Cấp tỉnh"
    xs = sorted(
        page.evaluate(
            """() => [...new Set(phahe.view.drawing.nodes.get()
              .filter((node) => node.level === 1 && !node.id.startsWith("more|"))
              .map((node) => node.x))]"""
        )
    )
    card = page.evaluate("() => phahe.view.drawing.card.width")
    focus = page.evaluate("() => phahe.view.drawing.nodes.get(phahe.view.model.focus).x")
    assert len(xs) > 1
    assert all(right - left - card < 30 for left, right in pairwise(xs))
    assert xs[0] - focus - card > 90
    assert band["x"] < xs[0] - card / 2 and band["x"] + band["width"] > xs[-1] + card / 2


def test_steps_are_counted_away_from_the_document(desk: Watched, service: Service):
    page = start(desk, service, "102/NQ-CP")
    assert {band["name"]: band["counts"] for band in page.evaluate(BANDS)} == {
        "Tầng trên 1": "1 Trung ương",
        "Tầng dưới 1": "3 Cấp tỉnh",
    }
