"""Rows for people fit the terminal: a table where there is room, keys whole in any width."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from api.commands.rows import WIDE, Key
from api.commands.tables import document_cell, documents_table, lines, table
from graph.model import Document
from tests.queries.small_graphs import document

LONG = "vn-dong-thap-thap-muoi.kh-ubnd-thuc-hien-ke-hoach-so-146-cua-tinh.2018-08"
WIDTHS = (30, 40, 60, 79, 80, WIDE, 100, 160)


def plan(key: str = LONG) -> Document:
    return document(
        key,
        number="146/KH-UBND",
        type="Kế hoạch",
        issue_date="2018-08-24",
        province="Đồng Tháp",
        district="Tháp Mười",
        title="về bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân trong tình hình mới",
    )


def printed(width: int, *rows: object) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, highlight=False, markup=False).print(*rows)
    return stream.getvalue()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_too_long_and_no_key_is_broken_in_a_word(width: int) -> None:
    rows = table("Cơ quan", "Vai trò", "Văn bản", "Nhiệm vụ")
    task = "Chủ trì, phối hợp với các sở, ngành hướng dẫn trồng rừng ven sông. " * 3
    rows.add_row("Sở Nông nghiệp và Phát triển nông thôn", "chủ trì", document_cell(plan()), task)
    told = printed(width, rows)
    assert max(map(len, told.splitlines())) <= width
    words = set(re.findall(r"[a-z0-9]+", LONG))
    assert words <= set(re.findall(r"[a-z0-9]+", told))
    for word in ("146/KH-UBND", "Tháp Mười, Đồng Tháp", "24/08/2018"):
        assert word in told
    assert "…" not in told


@pytest.mark.parametrize("width", WIDTHS)
def test_documents_are_rows_too(width: int) -> None:
    told = printed(width, documents_table([plan(), plan("vn.1.2018")]))
    assert max(map(len, told.splitlines())) <= width
    assert "vn.1.2018" in told


def test_a_document_is_its_name_and_date_with_the_place_beneath() -> None:
    assert printed(100, document_cell(plan("vn.1.2018"))).splitlines() == [
        "Kế hoạch 146/KH-UBND, 24/08/2018",
        "Tháp Mười, Đồng Tháp",
        "vn.1.2018",
    ]


@pytest.mark.parametrize("width", range(12, 80))
def test_a_key_goes_on_behind_a_point_or_a_hyphen(width: int) -> None:
    parts = list(Key(LONG).lines(width))
    assert "".join(parts) == LONG
    assert all(part[-1] in ".-" for part in parts[:-1])
    assert all(len(part) <= width for part in parts)


def test_a_small_table_stays_one_where_it_fits() -> None:
    rows = table("Cấp", "Số")
    rows.add_row("central", "70")
    assert printed(40, rows).splitlines()[0].split() == ["Cấp", "Số"]


def test_a_narrow_row_leaves_out_what_is_empty() -> None:
    rows = table("Bước", "Vai trò", "Văn bản", "Câu")
    rows.add_row("1", "", lines("Kế hoạch 5/KH-UBND", ""), "“Một câu dài hơn cả màn hình này.”" * 2)
    told = printed(30, rows)
    assert told.splitlines()[:3] == [
        line.ljust(30) for line in ("Bước: 1", "  Văn bản:", "    Kế hoạch 5/KH-UBND")
    ]
