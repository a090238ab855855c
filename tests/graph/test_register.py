"""The register of reused numbers."""

from __future__ import annotations

import pytest

from graph.identity import register as module
from graph.identity.keys import block_of_number
from graph.identity.register import register, register_of
from loaders.errors import BadTable


def test_the_namesakes_stand_in_order_of_date() -> None:
    block = block_of_number("20 nq tw")
    assert block is not None
    entries = register_of(block)
    dates = [entry.issue_date or "" for entry in entries]
    assert dates == sorted(dates)
    assert {"2017-10-25", "2022-06-16"} <= set(dates)
    assert {entry.party_term for entry in entries if entry.issue_date == "2017-10-25"} == {"XII"}


def test_another_number_has_no_entries() -> None:
    assert register_of("120-nq-tw") == ()


def test_every_entry_says_whether_it_was_seen() -> None:
    assert {entry.confirmed for entry in register()} == {True, False}


@pytest.mark.parametrize(
    "row",
    [
        {"number": "NQ/TW", "confirmed": "yes"},
        {"number": "20-NQ/TW", "confirmed": "maybe"},
    ],
)
def test_a_bad_row_is_refused(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {"issue_date": "", "party_term": "", "plenum": "", "title": "", **row}
    monkeypatch.setattr(module, "load_csv", lambda *_: (whole,))
    with pytest.raises(BadTable, match="reused_numbers"):
        register.__wrapped__()


def test_a_missing_date_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {
        "number": "1-NQ/TW", "issue_date": "", "party_term": "", "plenum": "", "title": "x",
        "confirmed": "no",
    }  # fmt: skip
    monkeypatch.setattr(module, "load_csv", lambda *_: (row,))
    (entry,) = register.__wrapped__()
    assert (entry.issue_date, entry.party_term, entry.confirmed) == (None, None, False)
