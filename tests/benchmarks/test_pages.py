"""The benchmark of pages: a short run gives every figure, and what cannot be measured is said."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from benchmarks import pages
from benchmarks.pictures import find_chromium

pytestmark = pytest.mark.browser


def test_a_short_run_gives_every_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if find_chromium() is None:
        pytest.skip("no Chromium was found; PHAHE_CHROMIUM may name one")
    results = tmp_path / "results.json"
    monkeypatch.setattr(pages, "RESULTS", results)
    for how_often in ("VISITS", "REDRAWS", "CHOICES"):
        monkeypatch.setattr(pages, how_often, 1)
    monkeypatch.setattr(pages, "CAP", 40)
    # On a thread of its own: this one may have the browser of other tests.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(pages.main, ["--documents", "2000", "--hub", "60"]).result()
    found = json.loads(results.read_text(encoding="utf-8"))
    kept = json.loads((Path(pages.__file__).parent / "results_pages.json").read_text("utf-8"))
    large = partial(
        re.sub, r"\b(of 60|40)\b", lambda small: {"of 60": "of 4,500"}.get(small[0], "300")
    )
    names = [large(figure["name"]) for figure in found["figures"]]
    assert names == [figure["name"] for figure in kept["figures"]]
    assert all(figure["value"] > 0 for figure in found["figures"])
    assert found["machine"]["chromium"]


def test_no_chromium_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pages, "find_chromium", lambda: None)
    pages.main([])
    assert "no Chromium" in capsys.readouterr().err
