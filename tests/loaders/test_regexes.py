"""Regexes find what Python's own do, with less work; scans name the blocks that hold something."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.patterns import load_patterns
from loaders.grammar.regex_trees import Tree
from loaders.grammar.regexes import compiled
from loaders.layout.scans import Scan, scan
from loaders.layout.structure import Outline
from loaders.text.source_text import SourceText
from tests.test_tables import GROUPS, ROWS

PIECES = ("kế hoạch ", "hằng năm, ", "của sở y tế ", "đạt 90% ", "phối hợp với ", "20-nq/tw; ")


@pytest.mark.parametrize(
    ("regex", "words"),
    [
        ("chủ trì(?!\\w)", {"chủ trì"}),
        ("(?:hằng|mỗi) (?:quý|năm)", {"hằng", "mỗi"}),
        ("(?:hằng )?năm", {"năm"}),
        ("(?<!\\w)tỷ lệ\\s+hộ|số\\s+hộ", {"hộ"}),
        ("(?:hằng|mỗi)\\s+quý|quý/lần|theo\\s+quý", {"quý"}),
        ("(?<!\\w)tỷ lệ|số\\s+hộ", {"tỷ lệ", "số"}),
        ("\\d+\\s*[%‰]", {"%", "‰"}),
        ("(?:quý)+", {"quý"}),
    ],
)
def test_each_match_holds_one_of_the_words(regex, words):
    assert set(Tree(regex).required_words()) == words


@pytest.mark.parametrize("regex", ["\\d+", "(?:sở)?", "sở|\\d", "(?!sở)\\w+", "[a-z]+"])
def test_no_word_is_required_where_none_is_sure(regex):
    assert Tree(regex).required_words() == ()


@pytest.mark.parametrize(
    ("regex", "text", "found"),
    [
        ("hàng|hàng năm|mỗi|hàng quý", "hàng năm, mỗi quý", ["hàng", "mỗi"]),
        ("hàng năm|mỗi|hàng|hàng quý", "hàng quý, hàng năm", ["hàng", "hàng năm"]),
        ("ab|\\w|ac", "ac ab", ["a", "c", "ab"]),
        ("(?:ab|(?:ac|b))d?", "acd bd abd", ["acd", "bd", "abd"]),
        ("a|ab|", "ab", ["a", "", ""]),
        ("(?<=a|b)c|d", "acbcd", ["c", "c", "d"]),
    ],
)
def test_alternatives_keep_their_order(regex, text, found):
    assert [match[0] for match in Tree(regex).compiled_by_first_letter().finditer(text)] == found
    assert [match[0] for match in re.finditer(regex, text)] == found


@pytest.mark.parametrize(
    "regex",
    [
        ",?\\s*(?:để|theo)",
        "(?<!\\w)(?:sở|hai(?= lần)|\\d)",
        "(?:0?2|hai) lần",
        "[.;]\\s+(?:giao|để)",
        "(?:sở|)(?:y|\\Z)?",
        "(?:(?<!t)h|[^a-zđ,. ]{2})",
        "(?i:SỞ)|hai",
        "(?=[gđ])\\w+|(?:\\s\\d)++",
    ],
)
def test_a_search_that_leaps_passes_over_no_match(regex):
    text = "sở y tế. giao hai sở,  để thực hiện 02 lần; để sở theo 2 lần, hai"
    ours, theirs = compiled(regex), re.compile(regex)
    for start in range(len(text)):
        mine, other = ours.search(text, start), theirs.search(text, start)
        assert (mine and mine.span()) == (other and other.span())
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]


@pytest.mark.parametrize(
    ("regex", "words"),
    [
        ("(?<!\\w)(?:tỉnh(?: ủy)?|thành phố) ", {"tỉnh ", "tỉnh ủy", "thành phố "}),
        ("(?:đã )?ký|do", {"đã ", "ký", "do"}),
        ("\\d+|sở", set()),
        ("(?:sở)?", set()),
    ],
)
def test_each_match_begins_with_one_of_the_words(regex, words):
    assert set(Tree(regex).leading_words()) == words


def test_a_regex_that_is_none_is_refused():
    with pytest.raises(re.error):
        compiled("(sở")


TEXTS = tuple(example.lower() for row in ROWS for example in row.values[0].examples)


@given(st.lists(st.sampled_from([*TEXTS, *PIECES]), min_size=1, max_size=8), st.data())
def test_every_row_finds_what_pythons_regex_finds(parts, data):
    text = "".join(parts)
    path, group = data.draw(st.sampled_from(GROUPS))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for row in load_patterns(path.stem, group):
        plain, regex = re.compile(row.regex.pattern), row.regex
        looks = [(regex.search, plain.search), (regex.match, plain.match)]
        for ours, theirs in [*looks, (regex.fullmatch, plain.fullmatch)]:
            mine, other = ours(text, start, end), theirs(text, start, end)
            assert (mine and (mine.span(), mine.groupdict())) == (
                other and (other.span(), other.groupdict())
            )
        spans = [match.span() for match in regex.finditer(text, start, end)]
        assert spans == [match.span() for match in plain.finditer(text, start, end)]


def test_a_scan_names_the_blocks_that_hold_a_place():
    text = SourceText.of("I. Mục tiêu\n- Đạt 90%;\n- Giữ vững.\n- Đạt 5% và 7%.\n")
    blocks = Outline(text).blocks
    found = scan(text.low, re.compile("%"))
    assert found.blocks(blocks) == [1, 3]
    assert [found.within(block.start, block.end) for block in blocks] == [False, True, False, True]
    assert found.next(blocks[2].start) == text.low.index("%", blocks[2].start)
    assert Scan([]).blocks(blocks) == []
    assert Scan([]).next(0) is None


def test_a_text_is_looked_at_once():
    text = SourceText.of("Sở Y tế")
    looks = []

    def look(seen):
        looks.append(seen)
        return len(seen.value)

    assert (text.once(look), text.once(look)) == (7, 7)
    assert looks == [text]
