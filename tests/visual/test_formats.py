"""Single values as they are shown."""

from __future__ import annotations

import pytest

from graph.model import Evidence
from loaders.records import Span
from queries.dates import show_date
from visual.formats import (
    document_link,
    evidence_link,
    file_name,
    inert,
    marked_controls,
    one_line,
    show_count,
)


@pytest.mark.parametrize(
    ("date", "shown"),
    [(None, ""), ("2017", "2017"), ("2025-11", "11/2025"), ("2017-10-25", "25/10/2017")],
)
def test_dates_are_shown_as_in_viet_nam(date, shown):
    assert show_date(date) == shown


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (999, "999"), (4500, "4.500")])
def test_counts_have_points_between_thousands(number, shown):
    assert show_count(number) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202egnp.exe", "agnp.exe"),
        ("số\u200b 20\u2066-NQ\u2069", "số 20-NQ"),
        ("a\x00b\x07", "ab"),
        ("a\ufffeb\uffff", "ab"),
        ("Kế hoạch", "Kế hoạch"),
    ],
)
def test_what_reorders_or_hides_is_left_out_of_names(text, shown):
    assert inert(text) == shown


def test_a_long_title_is_cut_with_an_ellipsis():
    assert one_line("a b\n" * 1_000_000, 5) == "a b…"
    assert one_line("Trung ương khóa XII về y tế", 16) == "Trung ương khóa…"
    assert one_line("  a \n\t b ") == "a b"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("abc", [("abc", False)]),
        ("a\u202eb", [("a", False), ("U+202E", True), ("b", False)]),
        ("a\r\nb", [("a\r\nb", False)]),
        ("a\rb", [("a", False), ("U+000D", True), ("b", False)]),
        ("\ud800", [("U+D800", True)]),
    ],
)
def test_a_quote_names_what_cannot_be_seen(text, pieces):
    assert marked_controls(text) == pieces


def test_links_hold_any_key_and_file():
    assert document_link("vn.20-nq-tw.2017-10-25") == "/documents/vn.20-nq-tw.2017-10-25"
    evidence = Evidence("a/b", "x & y#1.txt", None, Span(3, 9), "", "rule", 1.0)
    assert evidence_link(evidence) == "/documents/a%2Fb?file=x+%26+y%231.txt#s3-9"


def test_an_address_names_a_file_without_its_folders():
    there, elsewhere = (
        document_link("a", file=f"/srv/{folder}/kế hoạch.txt") for folder in ("kho", "cũ")
    )
    assert there == "/documents/a?file=k%E1%BA%BF+ho%E1%BA%A1ch.txt~cd22f9a6"
    assert elsewhere.partition("~")[0] == there.partition("~")[0]
    assert elsewhere != there


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/srv/kho/kế hoạch.txt", "kế hoạch.txt"),
        (r"C:\kho\2018\a.txt", "a.txt"),
        ("a.txt", "a.txt"),
        ("kho/", "kho"),
        ("/", "/"),
    ],
)
def test_a_page_names_the_file_and_not_its_folder(path, name):
    assert file_name(path) == name
