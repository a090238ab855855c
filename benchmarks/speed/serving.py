"""A store served by the command, as those who ask it over HTTP meet it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def served_store(url: str) -> Iterator[str]:
    """Serve a store, and give the address without the last slash.

    Raises RuntimeError with what the program said where it does not serve.
    """
    command = [sys.executable, "-m", "api", "serve", "--port", "0", "--store", url]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            line = server.stdout.readline() if server.stdout else ""
            if not line.startswith("phahe http://"):
                raise RuntimeError(f"serve did not say where it listens: {line!r}")
            yield line.split()[1].rstrip("/")
        finally:
            server.terminate()
