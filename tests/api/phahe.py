"""The command line run as a process of its own, as its users run it."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.api import forked
from tests.neo4j.server import Access

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    """What a command printed and returned."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Place = Path | Access
"""Where a store is: in a file, or on a Neo4j server."""


def address(store: Place) -> str:
    """The address of a store, as `--store` takes it."""
    return store.uri if isinstance(store, Access) else f"sqlite:{store}"


@contextmanager
def signed_in(store: Place) -> Iterator[str]:
    """Sign this process in where the store is, for the time of the block, and give its address."""
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(store, Access):
            for name, value in store.environment().items():
                patch.setenv(name, value)
        yield address(store)


def environment(store: Place | None) -> dict[str, str]:
    """The environment of a command; an old console's code page must not matter."""
    names = ("PHAHE_STORE", "PYTHONUTF8", "NO_COLOR")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in names and not name.startswith("PHAHE_NEO4J_")
    }
    kept |= {"PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(ROOT)}
    if store is None:
        return kept
    more = store.environment() if isinstance(store, Access) else {}
    return kept | {"PHAHE_STORE": address(store), **more}


def command(*words: object, before: str = "") -> list[str]:
    """The command line of `phahe WORDS`; `before` is Python that runs in its process first."""
    start = ["-c", f"{before}\nfrom api.cli import main\nmain()"] if before else ["-m", "api"]
    return [sys.executable, *start, *map(str, words)]


def obey_modes() -> None:
    """Give up root's right to write where the mode forbids it; others have none to give up."""
    overrides = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    if os.geteuid() == 0:
        for capability in overrides:
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def phahe(
    *words: object,
    store: Place | None = None,
    cwd: Path | None = None,
    bound: bool = False,
    before: str = "",
) -> Answer:
    """Run `phahe WORDS` to its end; `bound` by the modes of files, even as root."""
    if forked.CAN_FORK and not bound and not before:
        code, out, err = forked.run([*map(str, words)], environment(store), cwd)
        return Answer(code, out.decode(), err.decode())
    done = subprocess.run(
        command(*words, before=before),
        capture_output=True,
        env=environment(store),
        cwd=cwd,
        timeout=120,
        preexec_fn=obey_modes if bound else None,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
