"""The papers of the project say what is true: commands exist, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from typer.main import get_command

from api.cli import app

ROOT = Path(__file__).parent.parent
PAPERS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMANDS: dict[str, list[str]] = {
    name: [option for parameter in command.params for option in parameter.opts]
    for name, command in get_command(app).commands.items()  # type: ignore[attr-defined]
}
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

FENCED = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def code_of(text: str) -> list[str]:
    """Return the lines of code blocks and the code in running text."""
    blocks = [line for block in FENCED.findall(text) for line in block.splitlines()]
    return [*blocks, *re.findall(r"`([^`\n]+)`", FENCED.sub("", text))]


def called(text: str) -> list[tuple[str, list[str]]]:
    """Return the phahe commands that the text shows, with their options."""
    found = []
    for line in code_of(text):
        line = line.split("  #")[0]
        if match := re.match(r"(?:\S*[/\\])?phahe ([a-z]+)\b(?![:/])(.*)", line):
            found.append((match[1], re.findall(r"(?<!\S)(--?[a-z][a-z-]*)", match[2])))
    return found


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAPERS, ids=name_of)
def test_commands_and_options_exist(path):
    for command, options in called(path.read_text(encoding="utf-8")):
        assert command in COMMANDS
        assert set(options) <= {*COMMANDS[command], "--help"}


@pytest.mark.parametrize("path", PAPERS, ids=name_of)
def test_make_targets_exist(path):
    lines = code_of(path.read_text(encoding="utf-8"))
    named = {m[1] for line in lines if (m := re.match(r"make ([a-z]+)", line))}
    assert named <= TARGETS


def test_readme_names_every_command():
    assert {command for command, _ in called(README)} == set(COMMANDS)


@pytest.mark.parametrize("path", PAPERS, ids=name_of)
def test_links_lead_somewhere(path):
    links = LINK.findall(path.read_text(encoding="utf-8"))
    local = [link.split("#")[0] for link in links if "://" not in link and link[0] != "#"]
    assert [link for link in local if not (path.parent / link).exists()] == []


def test_no_file_names_a_path_of_one_machine():
    listing = subprocess.run(
        [
            "git",
            "-c",
            "safe.directory=*",
            "grep",
            "-nIE",
            r"/(home|root|work|Users)/[a-z]",
            "--",
            ".",
        ],
        cwd=ROOT,
        capture_output=True,
        timeout=60,
    )
    if listing.returncode > 1:
        pytest.skip("only on a checkout with git")
    lines = listing.stdout.decode().splitlines()
    assert [line for line in lines if not line.startswith("tests/test_docs.py:")] == []


def test_python_version_is_said_alike():
    least = re.search(
        r'requires-python = ">=(3\.\d+)"', (ROOT / "pyproject.toml").read_text("utf-8")
    )
    assert least is not None
    assert f"Python {least[1]} or later" in README
    assert f"Python {least[1]} or later" in MAKEFILE
