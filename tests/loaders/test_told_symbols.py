"""Numbers without their symbol, told by type, full day and issuer."""

from __future__ import annotations

import time
from typing import Any

import pytest

from loaders.read import read_text
from loaders.tables import load_toml
from tests.loaders.papers import HEADER

ROWS = [
    pytest.param(row, id=f"{row['number']}") for row in load_toml("loaders", "told_symbols")["told"]
]


def numbers(words: str) -> list[str | None]:
    """The numbers that a plan with these words cites."""
    return [one.number for one in read_text(f"{HEADER}- Theo {words}.\n", "plan.txt").references]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_tells_its_examples_and_none_of_its_rejects(row: dict[str, Any]) -> None:
    assert row["examples"] != [] and row["rejects"] != []
    for words, number in row["examples"]:
        assert numbers(words) == [number]
    symbol = row["number"].rpartition("}")[2]
    for words in row["rejects"]:
        assert [one for one in numbers(words) if one and one.endswith(symbol)] == []


def test_what_the_paper_cites_in_full_is_that_document() -> None:
    words = "Kết luận số 65-KL/TU ngày 30/10/2019 của Tỉnh ủy; theo Kết luận số 65"
    assert numbers(words) == ["65-KL/TU"]


def test_thousands_of_them_take_the_time_of_their_number() -> None:
    def seconds(count: int) -> float:
        text = HEADER + "- Kết luận số 65 ngày 30/10/2019 của Bộ Chính trị;\n" * count
        start = time.thread_time()
        assert len(read_text(text, "plan.txt").references) == 1
        return time.thread_time() - start

    seconds(50)
    assert seconds(4000) < 8 * max(seconds(1000), 0.05) + 1
