"""Filters of a page: one choice as a form, as the page's address and as addresses of its files."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from loaders.records import Level, RelationType
from queries.groups import Group
from queries.sieve import Sieve
from visual.choices import (
    LineageChoice,
    choice_json,
    form_values,
    lineage_files,
    page_options,
)

CHOICE = LineageChoice(
    relations=(RelationType.IMPLEMENTS, RelationType.BASED_ON),
    sieve=Sieve((Level.DISTRICT, None), "Cà Mau", "2018-01-01", "2018-12-31"),
    depth=2,
    groups=(
        Group(Level.PROVINCE, "Hà Nam", 3),
        Group(Level.DISTRICT, "Hà Nam", 4),
        Group(Level.DISTRICT, "An Giang", 5),
        Group(None, None, 1),
    ),
    as_of="2019",
    others=(("file", "a b.txt"),),
)
ASKED = [
    ("relations", "implements,based_on"), ("level", "district"), ("level", "unknown"),
    ("province", "Cà Mau"), ("from", "2018-01-01"), ("until", "2018-12-31"),
]  # fmt: skip


def test_nothing_chosen_has_no_place_in_the_address():
    assert page_options(LineageChoice()) == []
    assert choice_json(LineageChoice())["filtered"] is False


def test_the_address_of_the_page_says_what_was_chosen():
    assert page_options(CHOICE) == [("file", "a b.txt"), ("as_of", "2019"), *ASKED]


def test_the_files_hold_what_is_shown():
    rows = lineage_files("vn.1/2", CHOICE)
    assert [name for name, _ in rows] == ["download.descendants", "download.ancestors"]
    assert [name for name, _ in rows[0][1]] == ["Excel", "CSV", "JSON", "GraphML"]
    parts = urlsplit(rows[0][1][3][1])
    assert parts.path == "/v1/documents/vn.1%2F2/lineage"
    assert sorted(parse_qsl(parts.query)) == sorted(
        [
            *ASKED, ("direction", "descendants"), ("depth", "2"), ("as_of", "2019"),
            ("limit", "10000"), ("format", "graphml"),
        ]
    )  # fmt: skip


def test_the_form_counts_what_each_choice_would_let_through():
    form = form_values(CHOICE)
    assert {one.value: (one.count, one.chosen) for one in form["levels"]} == {
        "central": (0, False), "province": (3, False), "district": (9, True),
        "commune": (0, False), "facility": (0, False), "unknown": (1, True),
    }  # fmt: skip
    assert [(one.value, one.count, one.chosen) for one in form["provinces"]] == [
        ("An Giang", 5, False), ("Cà Mau", 0, True), ("Hà Nam", 7, False),
    ]  # fmt: skip
    assert [one.value for one in form["relations"] if one.chosen] == ["implements", "based_on"]
    assert (form["from"], form["until"], form["active"]) == ("01/01/2018", "31/12/2018", True)
    assert form["others"] == [("file", "a b.txt"), ("as_of", "2019")]
