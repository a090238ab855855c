"""The texts that peers are measured on, and what is said of a peer that is not installed."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError

import pytest

from benchmarks.speed import peers


@pytest.mark.parametrize(
    ("peer", "form"), [*zip(peers.PEERS, (r"\d+ U\.S\. \d+", r"§ \d+"), strict=True)]
)
def test_made_text_has_a_citation_as_often_as_asked(peer, form):
    text = peers.made(peer, 50_000, 500)
    assert len(text) == pytest.approx(50_000, rel=0.01)
    assert len(re.findall(form, text)) == pytest.approx(100, abs=3)
    assert peers.made(peer, 50_000, 500) == text


def test_a_peer_that_is_not_installed_has_a_line(monkeypatch):
    def missing(package):
        raise PackageNotFoundError(package)

    monkeypatch.setattr(peers, "version", missing)
    paper = "KẾ HOẠCH\nThực hiện Nghị quyết số 20-NQ/TW ngày 25/10/2017\n"
    lines = peers.peer_measures([paper])
    found = {line.name: line.value for line in lines if line.unit == "citations/text"}
    assert found == {"phahe, citations alone": 1.0, "phahe, everything": 1.0}
    assert [line.name for line in lines if line.value == 0.0] == [
        "eyecite, not installed", "legal-reference-extraction, not installed",
    ]  # fmt: skip
