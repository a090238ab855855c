"""Every example of the papers runs, on the documents of examples/, and prints what stands there.

A block of code is run where its lines are commands: those behind `$ `, each followed by what it
prints, or plain lines that begin with `phahe`. `…` in what is printed stands for what the paper
leaves out, and of JSON only the blanks are not compared. `curl` is answered by a service over the
same store; all else is the command line in a folder of its own that holds `examples/`.
"""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.phahe import ROOT, command, environment, phahe

PAPERS = ("README.md", "docs/cli.md", "docs/api.md")
ELSEWHERE = re.compile(r"make |py |python |\.venv\\Scripts\\python |C:\\phahe\\")
"""Commands that install or test phahe itself: `.ci/run` gives those that its system has."""
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
STRING_OR_BLANK = re.compile(r'("(?:\\.|[^"\\])*")|\s+')
SERVED = "http://127.0.0.1:8000"


@dataclass(frozen=True)
class Example:
    """A command as a paper gives it, and what it says that is printed; None where it does not."""

    words: tuple[str, ...]
    printed: str | None


def examples_of(paper: str) -> list[Example]:
    """Return the examples of a paper in their order."""
    found = []
    for _, block in BLOCK.findall((ROOT / paper).read_text(encoding="utf-8")):
        if block.startswith("$ "):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, printed = part.replace("\\\n", " ").partition("\n")
                found.append(Example(tuple(shlex.split(line)), printed.strip() or None))
            continue
        for line in block.splitlines():
            given = line.replace(".venv\\Scripts\\phahe", "phahe").split("  #")[0]
            if given.startswith("phahe "):
                found.append(Example(tuple(shlex.split(given)), None))
            else:
                assert not given or ELSEWHERE.match(given), f"{paper}: what is {given!r}?"
    return found


def compared(text: str) -> str:
    """Return what is compared of a text: of JSON all but blanks, else its lines without ends."""
    if text.startswith(("{", "[")):
        return STRING_OR_BLANK.sub(lambda match: match[1] or "", text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def fits(shown: str, printed: str) -> bool:
    """Tell whether `printed` is what is shown, `…` standing for anything."""
    parts = map(re.escape, re.split(r"\s*,?…,?\s*", compared(shown)))
    return re.fullmatch(".*?".join(parts), compared(printed), re.DOTALL) is not None


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ('{"a": 1, …}', '{"a":1,"b":2}', True),
        ('{"a": 2, …}', '{"a":1,"b":2}', False),
        ('{"a": 1}', '{"a":1,"b":2}', False),
        ('{"a": "x y"}', '{"a": "xy"}', False),
        ("35 tệp (… giây)", "35 tệp (6.6 giây)\n", True),
        ("34 tệp (… giây)", "35 tệp (6.6 giây)\n", False),
    ],
)
def test_what_is_shown_is_compared(shown: str, printed: str, same: bool) -> None:
    assert fits(shown, printed) is same


class Desk:
    """A folder in which a reader of the papers types, with the store that the first load makes."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(ROOT / "examples", folder / "examples")
        self.folder = folder
        self.store = folder / "graph.sqlite"

    def run(self, words: tuple[str, ...]) -> str:
        """Return what a command prints; it has to end well."""
        program, *rest = words
        if program == "curl":
            return self._curl(rest)
        assert program == "phahe", words
        if rest[0] == "serve":
            return self._serve(rest)
        answer = phahe(*rest, store=self.store, cwd=self.folder)
        assert answer.code == 0, (words, answer.err)
        return answer.out

    def _curl(self, words: list[str]) -> str:
        parser = argparse.ArgumentParser()
        for flag in ("-G", "-i"):
            parser.add_argument(flag, action="store_true")
        for option in ("-H", "--data-urlencode"):
            parser.add_argument(option, action="append", default=[])
        parser.add_argument("address")
        asked = parser.parse_args(words)
        address = urlsplit(asked.address)
        assert f"{address.scheme}://{address.netloc}" == SERVED
        assert not (asked.data_urlencode and not asked.G)
        query = [tuple(pair.split("=", 1)) for pair in asked.data_urlencode]
        headers = dict(header.split(": ", 1) for header in asked.H)
        with TestClient(create_app(Settings(f"sqlite:{self.store}")), base_url=SERVED) as client:
            path = f"{address.path}?{address.query}" if address.query else address.path
            answer = client.get(path, params=query or None, headers=headers)
        body = answer.content.decode("utf-8-sig")
        if not asked.i:
            assert answer.is_success, (words, body)
            return body
        first = f"HTTP/1.1 {answer.status_code} {answer.reason_phrase}"
        headed = [f"{name}: {value}" for name, value in answer.headers.items()]
        return "\n".join([first, *headed, "", body])

    def _serve(self, words: list[str]) -> str:
        """Return the first line, which is printed when the service listens; on a free port."""
        with subprocess.Popen(
            command(*words, "--port", "0"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(self.store),
            cwd=self.folder,
        ) as service:
            assert service.stdout is not None
            first = service.stdout.readline().decode()
            service.terminate()
        assert first.startswith("phahe http://127.0.0.1:"), words
        return first


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield Desk(tmp_path)


@pytest.mark.parametrize("paper", PAPERS)
def test_every_example_runs_and_prints_what_it_shows(paper: str, desk: Desk) -> None:
    examples = examples_of(paper)
    assert examples
    if paper != "README.md":  # which loads them itself
        desk.run(("phahe", "load", "examples"))
    wrong = []
    for one in examples:
        printed = desk.run(one.words)
        if one.printed is not None and not fits(one.printed, printed):
            wrong.append(f"{shlex.join(one.words)}\n{printed[:2000]}")
    assert not wrong, "\n\n".join(wrong)
