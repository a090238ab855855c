"""Help, wrong use and errors speak Vietnamese, and say what to do."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from api.cli import app
from api.guide import EXAMPLES, GUIDE, LANGUAGE_SETTING, LIBRARY, in_english
from api.remedies import FILES, STORE
from tests.api.papers import paper, write
from tests.api.phahe import phahe

ROOT = Path(__file__).parents[2]
VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
GROUP: Any = typer.main.get_group(app)
ENGLISH = re.compile(
    r"Usage|Options|Arguments|Commands|Show this|required|default|Error|Try |Missing|No such|must"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide")
    write(folder / "in", "a.txt", paper())
    made = folder / "graph.sqlite"
    assert phahe("load", folder / "in", store=made).code == 0
    return made


def test_every_command_stands_in_the_guide_once() -> None:
    named = [name for group in GUIDE.values() for name in group]
    assert len(named) == len(set(named))
    assert set(GROUP.commands) <= set(named)


@pytest.mark.parametrize("name", sorted(GROUP.commands))
def test_an_example_calls_its_command_with_options_that_exist(name: str) -> None:
    program, called, *words = shlex.split(EXAMPLES[name])
    assert (program, called) == ("phahe", name)
    command = GROUP.commands[name]
    assert command.make_context(name, words).params is not None


def test_help_names_every_command_in_its_group() -> None:
    told = phahe("--help").out
    assert ENGLISH.search(told) is None
    for title, group in GUIDE.items():
        part = told.partition(f"{title}:\n")[2].partition("\n\n")[0]
        rows = re.findall(r"^  (\w+) ", part, re.M)
        assert rows == [name for name in group if name in GROUP.commands]


@pytest.mark.parametrize("name", sorted(GROUP.commands))
def test_help_of_a_command_is_vietnamese_and_ends_with_an_example(name: str) -> None:
    command = GROUP.commands[name]
    told = command.get_help(command.make_context(name, [], resilient_parsing=True))
    assert ENGLISH.search(told) is None
    assert told.startswith(f"Cách dùng: {name} [TÙY CHỌN]")
    assert told.rstrip().endswith(EXAMPLES[name])


def _texts() -> set[str]:
    """All that the help says of commands and options."""
    commands = [GROUP, *GROUP.commands.values()]
    said = {command.help for command in commands}
    options = [one for command in commands for one in command.params if one.name not in LIBRARY]
    said |= {getattr(one, "help", None) for one in options}
    return {text for text in said if text}


def test_every_text_of_the_help_is_said_in_english_too() -> None:
    assert sorted(_texts() - in_english().keys()) == []
    assert [text for text in in_english().values() if VIETNAMESE.search(text)] == []


def test_every_english_text_stands_for_one_of_the_help() -> None:
    files = (ROOT / "api" / name for name in ("guide.py", "usage.py"))
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    unused = [text for text in in_english().keys() - _texts() if f'"{text}"' not in code]
    assert sorted(unused) == []


@pytest.mark.parametrize("name", [None, *sorted(GROUP.commands)])
def test_help_is_told_in_english(name: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_SETTING, "en")
    command = GROUP if name is None else GROUP.commands[name]
    told = command.get_help(command.make_context(name or "phahe", [], resilient_parsing=True))
    assert told.startswith("Usage: ")
    shown = told.partition("Example:")[0]
    for example in EXAMPLES.values():
        shown = shown.replace(example, "")
    assert VIETNAMESE.search(shown) is None


def test_the_language_is_an_option_or_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LANGUAGE_SETTING, "vi")
    assert phahe("--lang", "en", "duties", "--help").out.startswith("Usage: ")
    assert phahe("--lang", "fr", "duties", "--help").code == 2
    monkeypatch.setenv(LANGUAGE_SETTING, "en")
    assert "Options:" in phahe("--help").out
    assert phahe("--lang", "vi", "--help").out.startswith("Cách dùng: ")


WRONG_USE = pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nosuch"], "không có lệnh nosuch"),
        (["serach", "x"], "không có lệnh serach; ý là search?"),
        (["show"], "thiếu tham số REF"),
        (["cascade", "20-NQ/TW"], "thiếu tùy chọn --indicator"),
        (["lineage", "x", "--dwn"], "không có tùy chọn --dwn; ý là --down?"),
        (["--nope"], "không có tùy chọn --nope"),
        (["--lang", "fr", "stats"], "tùy chọn --lang: giá trị không hợp lệ; chọn vi hoặc en"),
        (["search", "x", "--limit", "y"], "tùy chọn --limit: giá trị không hợp lệ; cần một số"),
        (["load", "--jobs", "0", "x"], "cần một số từ 1 trở lên"),
        (["serve", "--port", "99999"], "cần một số từ 0 đến 65535"),
        (["doctor", "a", "b"], "thừa tham số: a b"),
        (["search", "--limit"], "--limit cần một giá trị ở sau"),
        (["show", "x", "--json=5"], "--json không nhận giá trị"),
    ],
)


@WRONG_USE
def test_wrong_use_is_told_in_vietnamese(words: list[str], said: str) -> None:
    told = phahe(*words)
    assert (told.code, told.out) == (2, "")
    assert said in told.err
    assert ENGLISH.search(told.err) is None


@WRONG_USE
def test_wrong_use_is_told_in_english(
    words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE_SETTING, "en")
    told = phahe(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("phahe: ")
    assert VIETNAMESE.search(told.err) is None


def test_without_words_the_guide_is_shown() -> None:
    told = phahe()
    assert (told.code, told.out) == (2, "")
    assert "Bắt đầu: phahe load" in told.err


@pytest.mark.parametrize(
    "words",
    [
        ["search", "x", "--limit", "0"],
        ["search", "x", "--level", "boss"],
        ["search", "x", "--cursor", "zzz"],
        ["search", "x", "--from", "bao giờ"],
        ["export", "--format", "word"],
        ["export", "--kind", "x"],
        ["lineage", "15/KH-UBND"],
        ["lineage", "15/KH-UBND", "--down", "--depth", "0"],
        ["lineage", "15/KH-UBND", "--down", "--relations", ","],
        ["lineage", "15/KH-UBND", "--down", "--relations", "x"],
        ["coverage", "15/KH-UBND", "--provinces", "5"],
        ["agency", "Hội đồng Vô danh"],
        ["load", "x", "--report", "a.docx"],
    ],
)
def test_a_wrong_request_is_told_in_vietnamese(store: Path, words: list[str]) -> None:
    told = phahe(*words, store=store)
    assert (told.code, told.out) == (2, "")
    assert re.match(r"phahe: .*[ạ-ỹà-ýđ]", told.err)
    assert ENGLISH.search(told.err) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lineage", "15/KH-UBND"], "say which way"),
        (["search", "x", "--limit", "0"], "a number from 1 to 10,000 is needed"),
        (["search", "x", "--level", "boss"], "there is no “boss”"),
        (["search", "x", "--from", "2020", "--until", "2019"], "2020 is later than until: 2019"),
        (["show", "999-NQ/TW"], "not in this graph"),
        (["show", "xyz"], "search by words"),
    ],
)
def test_a_wrong_request_is_told_in_english(
    store: Path, words: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LANGUAGE_SETTING, "en")
    told = phahe(*words, store=store)
    assert (told.code, told.out) == (2, "")
    assert said in told.err


def test_a_load_says_what_to_do_with_each_file_that_failed(store: Path, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 x")
    (tmp_path / "b.txt").write_bytes(b"")
    told = phahe("load", tmp_path, tmp_path / "none", store=store)
    assert told.code == 1
    assert [line for line in told.out.splitlines() if "cần làm" in line] == [
        f"  cần làm: {FILES[code]}" for code in ("unsupported_format", "empty_file", "not_found")
    ]


def test_a_store_that_is_not_there_is_told_with_its_remedy(tmp_path: Path) -> None:
    told = phahe("show", "x", store=tmp_path / "none.sqlite")
    assert told.code == 3
    assert told.err.startswith(f"phahe: {STORE['store_unreachable']}")


def codes(text: str) -> set[str]:
    return set(re.findall(r"`?\b(store_[a-z]+)\b`?", text))


def test_every_code_of_a_store_and_of_a_file_has_its_remedy() -> None:
    text = (ROOT / "graph" / "errors.py").read_text(encoding="utf-8")
    assert codes(text) <= set(STORE)
    from loaders.errors import UnreadableFile

    named = set(re.findall(r"`([a-z_]+)`", UnreadableFile.__doc__ or ""))
    assert named - {"code"} <= set(FILES)
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    row = text.partition("`code` of a failed file:")[2].partition("A failed file is")[0]
    assert set(re.findall(r"`(\w+)`", row)) <= set(FILES)


def test_the_shell_completes_commands_and_options() -> None:
    """As bash asks: the words typed so far, and which of them is being typed."""
    command = [
        sys.executable,
        "-c",
        "import sys; sys.argv = ['phahe']; import api.cli as c; c.main()",
    ]
    for words, expected in (("phahe li", "lineage"), ("phahe duties --ne", "--nested")):
        asked = {**os.environ, "_PHAHE_COMPLETE": "complete_bash", "COMP_WORDS": words,
                 "COMP_CWORD": str(len(words.split()) - 1)}  # fmt: skip
        told = subprocess.run(
            command, cwd=ROOT, env=asked, capture_output=True, text=True, encoding="utf-8",
            check=False,
        )  # fmt: skip
        assert told.stdout.split() == [expected]
