"""Every text that a page names exists, every text that exists is named, and code holds none."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from graph.agencies.succession import Doubt, TodayStatus
from graph.judgement import Verdict
from graph.model import DocumentStatus
from loaders.explaining import FactKind
from loaders.records import Level, Quality, RelationType, Role
from loaders.tables import load_csv
from queries.cascade_values import CascadeFlag
from queries.coverage import CoverageState
from queries.finding_kinds import FindingCode
from queries.lineage import LineageDirection
from queries.pairs import Aspect, Side, Standing
from queries.review import ReviewKind
from queries.timeline_events import EventKind
from visual.tabs import Tab
from visual.texts import LANGUAGES, SCRIPT_FAMILIES, MissingText, load_texts

FOLDER = Path(__file__).parents[2] / "visual"
ENTRIES = load_texts().entries
CODE = sorted(
    path for pattern in ("*.py", "templates/*.html", "static/*.js") for path in FOLDER.glob(pattern)
)
CODE.append(FOLDER.parent / "api" / "telling.py")
LITERAL = re.compile(r"""["'`]([a-z]+\.[A-Za-z_0-9]+)["'`]""")
FILE_NAME = re.compile(r"\.(?:css|js|html|svg|json)$")
VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
LEVELS = [*Level, "unknown"]
SIDES = ("upper", "lower")
VALUE = re.compile(r"\{\w+\}")
# What a reader may type is Vietnamese in every language.
ASKED = (".placeholder", ".example", "example_1", "example_2", "example_3")

# What the rows of the table of successions are about.
SUBJECTS = {
    name
    for row in load_csv("graph", "agency_succession")
    for name in f"{row['subjects']} {row['but']}".split()
}
# Keys that code puts together from a value: prefix, values, ending.
BUILT = {
    *(f"level.{level}" for level in LEVELS),
    *(f"status.{status}" for status in DocumentStatus),
    *(f"quality.{quality}" for quality in Quality),
    *(f"quality.{quality}_note" for quality in Quality if quality is not Quality.GOOD),
    *(f"role.{role}" for role in Role),
    *(f"why.{kind}" for kind in FactKind),
    *(f"value.{op}" for op in ("=", ">", ">=", "<", "<=", "~", "range", "rise", "fall")),
    *(f"op.{op}" for op in ("=", ">", ">=", "<", "<=", "~", "range", "change")),
    *(f"recurrence.{name}" for name in ("annual", "6-months", "quarterly", "monthly", "weekly")),
    *(f"relation.{kind}" for kind in RelationType),
    *(f"finding.{code}" for code in FindingCode),
    *(f"event.{kind}" for kind in EventKind),
    *(f"aspect.{aspect}" for aspect in Aspect),
    *(f"standing.{standing}" for standing in Standing),
    *(f"stronger.{side}" for side in Side),
    *(f"flag.{flag}" for flag in CascadeFlag),
    *(f"today.{status}" for status in TodayStatus),
    *(f"doubt.{doubt}" for doubt in Doubt),
    *(f"subject.{name}" for name in SUBJECTS),
    *(f"review.kind.{kind}" for kind in ReviewKind),
    *(f"review.{verdict}" for verdict in Verdict),
    *(f"tab.{tab}" for tab in Tab),
    *(f"download.{way}" for way in LineageDirection),
    *(f"differs.{name}" for name in ("unit", "values", "task", "role", "deadline", "recurrence")),
    *(f"list.{name}" for name in ("targets", "baselines")),
    *(f"doing.{kind}" for kind in RelationType),
    *(f"reverse.{kind}" for kind in RelationType if kind is not RelationType.IMPLEMENTS),
    *(f"graph.{verb}_{side}" for verb in ("open", "close", "none") for side in SIDES),
    *(f"graph.open_{side}_unknown" for side in SIDES),
    *(f"coverage.{what}.{state}" for what in ("state", "sign") for state in CoverageState),
    *(f"coverage.provinces.{count}" for count in (63, 34)),
}
# Codes of errors, which come from elsewhere; a code without a text has the general heading.
CODES = {key for key in ENTRIES if key.startswith("problem.")}


def named() -> set[str]:
    families = {key.split(".")[0] for key in ENTRIES}
    return {
        key
        for path in CODE
        for key in LITERAL.findall(path.read_text(encoding="utf-8"))
        if key.split(".")[0] in families and not FILE_NAME.search(key)
    }


def test_every_named_text_exists():
    assert sorted((named() | BUILT) - ENTRIES.keys()) == []


def test_every_text_is_named():
    assert sorted(ENTRIES.keys() - named() - BUILT - CODES) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_values(language: str):
    entries = load_texts(language).entries
    assert list(entries) == list(ENTRIES)
    values = {key: set(VALUE.findall(text)) for key, text in ENTRIES.items()}
    assert {key: set(VALUE.findall(text)) for key, text in entries.items()} == values


def test_english_is_not_vietnamese():
    english = {k: t for k, t in load_texts("en").entries.items() if not k.endswith(ASKED)}
    assert [text for text in english.values() if VIETNAMESE.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str):
    text = (FOLDER / "texts" / f"{language}.json").read_text(encoding="utf-8")
    pairs = json.loads(text, object_pairs_hook=list)
    assert [key for key, count in Counter(key for key, _ in pairs).items() if count > 1] == []


def test_the_script_gets_every_text_that_it_names():
    scripts = [path for path in CODE if path.suffix == ".js"]
    keys = {key for path in scripts for key in LITERAL.findall(path.read_text(encoding="utf-8"))}
    missing = {key for key in keys & ENTRIES.keys() if not key.startswith(SCRIPT_FAMILIES)}
    assert missing == set()


@pytest.mark.parametrize(
    ("key", "count", "said"),
    [
        ("coverage.steps", 1, "1 step"),
        ("coverage.steps", 2, "2 steps"),
        ("coverage.steps", "1.001", "1.001 steps"),
        ("graph.duty_count", "1", "1 duty"),
        ("graph.duty_count", 0, "0 duties"),
        ("cascade.rest", 1, "1 more row stands in the downloaded file only."),
        ("cascade.rest", 3, "3 more rows stand in the downloaded file only."),
    ],
)
def test_english_counts_one_as_one(key: str, count: object, said: str):
    assert load_texts("en")(key, count=count) == said


def test_every_choice_of_words_stands_behind_its_number():
    for text in load_texts("en").entries.values():
        before, bracket, _ = text.partition("[")
        assert not bracket or VALUE.search(before) or "the keys [ and ]" in text, text


def test_a_missing_text_is_refused():
    with pytest.raises(MissingText):
        load_texts()("home.no_such_text")


def shown_strings(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        tree = ast.parse(text)
        bare = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        constants = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in bare)
        return [n.value for n in constants if isinstance(n.value, str)]
    # Comments may speak; a class of letters in a folding rule is no text.
    text = re.sub(r"/\*.*?\*/|\{#.*?#\}|/\[đĐðÐ\]/", "", text, flags=re.DOTALL)
    return [re.sub(r"(?m)^\s*//.*$", "", text)]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.name)
def test_code_holds_no_visible_text(path: Path):
    assert [text for text in shown_strings(path) if VIETNAMESE.search(text)] == []
