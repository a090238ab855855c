"""phahe commands in processes that are forked from one which has imported phahe already.

A start of Python and all its imports cost most of what a short command costs, and the tests run
many hundred. A forked command is a process as any other: its memory, environment, folder, streams
and end are its own. Where the system cannot fork, and where a test says what the process does
before it begins, the command is started from nothing (`tests.api.phahe`).
"""

from __future__ import annotations

import io
import multiprocessing
import os
import pkgutil
import sys
from collections.abc import Mapping
from functools import cache
from multiprocessing.context import BaseContext
from pathlib import Path
from tempfile import TemporaryDirectory

import api.commands

CAN_FORK = "forkserver" in multiprocessing.get_all_start_methods()
ENDED_BY_US = 120.0
"""Seconds after which a command is killed."""
_BEFORE_FORKING = ("api.cli", "api.app", "api.reading", "graph.neo4j_store.store", "loaders.read")


@cache
def _server() -> BaseContext:
    """The way to the process that forks; it ends with this one."""
    context = multiprocessing.get_context("forkserver")
    commands = (one.name for one in pkgutil.iter_modules(api.commands.__path__, "api.commands."))
    context.set_forkserver_preload([__name__, *_BEFORE_FORKING, *commands])
    return context


def run(
    words: list[str], environment: Mapping[str, str], folder: Path | None
) -> tuple[int, bytes, bytes]:
    """Run `phahe WORDS` to its end; return its exit code and what it printed.

    Raises TimeoutError where it does not end.
    """
    with TemporaryDirectory() as kept:
        out, err = Path(kept, "out"), Path(kept, "err")
        process = _server().Process(  # type: ignore[attr-defined]
            target=_command, args=(words, dict(environment), folder, out, err)
        )
        process.start()
        process.join(ENDED_BY_US)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutError(f"phahe {words} does not end:\n{err.read_text(errors='replace')}")
        return process.exitcode, out.read_bytes(), err.read_bytes()


def _command(
    words: list[str], environment: Mapping[str, str], folder: Path | None, out: Path, err: Path
) -> None:
    """What the forked process does: become the command."""
    os.environ.clear()
    os.environ.update(environment)
    if folder is not None:
        os.chdir(folder)
    for stream, path in ((1, out), (2, err)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), stream)
    sys.stdout, sys.stderr = _stream(1), _stream(2)
    sys.argv = ["phahe", *words]
    from api.cli import main

    main()


def _stream(number: int) -> io.TextIOWrapper:
    """A text stream as Python makes it at its start."""
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "utf-8").partition(":")
    raw = io.BufferedWriter(io.FileIO(number, "w", closefd=False))
    return io.TextIOWrapper(
        raw, encoding, errors or ("strict" if number == 1 else "backslashreplace")
    )
