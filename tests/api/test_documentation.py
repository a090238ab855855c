"""docs/cli.md and docs/api.md against the program."""

from __future__ import annotations

import re
from pathlib import Path

import typer.main

from api.app import create_app
from api.cli import app
from api.openapi import openapi_of
from api.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"


def test_every_command_and_option_is_described() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## phahe (\w+)", text, re.M)
    group = typer.main.get_group(app)
    assert sorted(headings) == sorted(group.commands)
    for name, command in group.commands.items():
        for option in command.params:
            long = [flag for flag in option.opts if flag.startswith("--")]
            assert not long or long[0] in text or "-o" in option.opts, (name, long)


def test_every_path_is_described() -> None:
    text = (DOCS / "api.md").read_text(encoding="utf-8")
    for path in openapi_of(create_app(Settings("sqlite:none")))["paths"]:
        assert f"`{path}" in text, path
