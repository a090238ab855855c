"""Short names of agencies as people type them."""

from __future__ import annotations

import pytest

from loaders.names.agency_codes import without_code
from loaders.tables import load_toml

ROWS = [pytest.param(row, id=row["name"]) for row in load_toml("loaders", "agency_codes")["short"]]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_writes_out_its_examples_and_none_of_its_rejects(row: dict) -> None:
    assert row["examples"] and row["rejects"]
    for typed in row["examples"]:
        written = without_code(typed)
        assert written == row["name"] or written.startswith(row["name"] + " "), typed
    for typed in row["rejects"]:
        written = without_code(typed)
        assert written != row["name"] and not written.startswith(row["name"] + " "), typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Phòng GDĐT huyện", "Phòng Giáo dục và Đào tạo huyện"),
        ("phòng gdđt", "Phòng Giáo dục và Đào tạo"),
        ("phòng tài chính", "phòng tài chính"),
        ("SYT Lai Châu", "Sở Y tế Lai Châu"),
        ("GDĐT", "GDĐT"),
        ("", ""),
    ],
)
def test_codes_are_written_out_where_one_body_has_them(typed: str, written: str) -> None:
    assert without_code(typed) == written
