"""The page in one file: nothing is loaded, and only what we put in may run."""

from __future__ import annotations

import base64
import hashlib

import pytest

from queries.lineage import LineageDirection, lineage
from tests.visual.forest import ask, evil, health
from tests.visual.page import parse
from visual.single_page import single_file
from visual.texts import load_texts

GOVERNMENT = "vn.139-nq-cp.2017-12-31"


def file_of(forest, key) -> str:
    asked = ask(forest.store(), key)
    return single_file(asked.view, (asked.ancestors, asked.descendants), asked.text, asked.stated)


@pytest.fixture(scope="module")
def html() -> str:
    return file_of(health(), GOVERNMENT)


def test_the_policy_allows_exactly_what_is_inside(html):
    root = parse(html)
    [policy] = [
        m.attrs["content"]
        for m in root.all("meta")
        if m.attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        inside = [t.text for t in root.all(tag) if t.attrs.get("type") != "application/json"]
        hashes = [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in inside]
        assert rules[rule].split() == [f"'sha256-{value}'" for value in hashes]
    assert rules["default-src"] == "'none'"


def test_nothing_is_loaded_and_no_link_leads_to_a_service(html):
    root = parse(html)
    assert [t.name for t in root.every() if "src" in t.attrs] == []
    assert root.all("link") == []
    assert [f for f in root.all("form") if {"action", "method"} & f.attrs.keys()] == []
    assert [a.attrs["href"] for a in root.all("a") if not a.attrs["href"].startswith("#")] == []


def test_tables_and_text_are_whole(html):
    root = parse(html)
    assert len(root.by_id("descendants").all("tr")) == 1 + 2 + 6
    assert len(root.by_id("text").all("mark")) == 1


def test_it_tells_what_happened_and_what_does_not_fit(html):
    root = parse(html)
    rows = root.by_id("timeline").all("tr")
    assert len(rows) > 1
    assert "31/12/2017" in rows[1].text
    assert root.by_id("findings").text.strip()


def test_a_file_is_the_same_each_time_and_evil_words_stay_words(html):
    assert file_of(health(), GOVERNMENT) == html
    tame = len(parse(html).all("script"))
    assert len(parse(file_of(*evil())).all("script")) == tame


def test_a_part_of_a_lineage_is_said_to_be_one(html):
    asked = ask(health().store(), GOVERNMENT)
    said = load_texts()("single.part", count="*", total="*").partition("*")[0]
    assert said not in parse(html).by_id("lineage-filters").text
    below = lineage(health().store(), GOVERNMENT, LineageDirection.DESCENDANTS, limit=2)
    part = single_file(asked.view, (asked.ancestors, below), asked.text, asked.stated)
    whole = asked.ancestors.total + below.total
    held = whole - below.total + 2
    notice = load_texts()("single.part", count=held, total=whole)
    assert notice in " ".join(parse(part).by_id("lineage-filters").text.split())
