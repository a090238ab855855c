from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadCursor
from queries.cursors import seal, unseal

PARTS = st.lists(st.none() | st.integers() | st.text(st.characters(exclude_categories=("Cs",))))


@given(PARTS, PARTS)
def test_a_cursor_gives_back_what_was_sealed(question: list[str], position: list[str]) -> None:
    assert unseal(question, seal(question, position)) == tuple(position)


@given(PARTS, PARTS, PARTS)
def test_another_question_is_refused(a: list[str], b: list[str], position: list[str]) -> None:
    if a != b:
        with pytest.raises(BadCursor):
            unseal(b, seal(a, position))


@given(st.text())
def test_what_was_not_handed_out_is_refused(cursor: str) -> None:
    with pytest.raises(BadCursor):
        unseal(("lineage",), cursor)
