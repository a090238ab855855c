from __future__ import annotations

import re
from collections import Counter

import pytest

from graph.identity.claims import claim_of_reference
from graph.identity.keys import block_of_number
from loaders.records import Header
from loaders.tables import load_csv
from tests.graph.papers import reference

ROWS = load_csv("graph", "law_numbers")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_a_row_is_a_number_of_the_national_assembly_and_a_law(row: dict[str, str]) -> None:
    assert re.fullmatch(r"\d{2,3}/(?:19|20)\d\d/QH1\d", row["number"])
    assert row["title"].startswith(("Luật ", "Bộ luật ", "Pháp lệnh "))


def test_no_number_stands_twice() -> None:
    counts = Counter(block_of_number(row["number"]) for row in ROWS)
    assert [number for number, count in counts.items() if count > 1] == []


def test_a_law_by_its_number_alone_is_the_titled_one() -> None:
    header = Header(issue_date="2024-03-12")
    alone = claim_of_reference(reference("R1", "15/2023/QH15", type="Luật"), header)
    named = claim_of_reference(
        reference("R1", title="Luật Khám bệnh, chữa bệnh năm 2023", type="Luật"), header
    )
    assert (alone.block, alone.issue_date) == (named.block, named.issue_date)


def test_a_resolution_of_that_number_stays_one() -> None:
    header = Header(issue_date="2024-03-12")
    other = claim_of_reference(reference("R1", "15/2023/QH15", type="Nghị quyết"), header)
    assert other.block == "15-2023-qh15"
