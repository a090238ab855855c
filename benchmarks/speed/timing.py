"""Times, peaks and the machine they were taken on."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import apsw


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the report; `goal` is what the figure should be, where one is set."""

    name: str
    value: float
    unit: str
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What a child process printed and took; `peak` is the largest resident size of any one
    process, in bytes, None where the system does not say."""

    stdout: bytes
    seconds: float
    peak: int | None
    code: int


def machine() -> dict[str, str | int | bool]:
    """Return what the figures depend on; nothing that names the machine.

    `optimised` tells whether Python was built with its own profile, as distributions do: without
    it the same code takes a fifth longer.
    """
    built = sysconfig.get_config_var("CONFIG_ARGS") or ""
    return {
        "cores": os.cpu_count() or 1,
        "system": platform.system(),
        "python": platform.python_version(),
        "optimised": "--enable-optimizations" in built,
        "sqlite": apsw.sqlite_lib_version(),
    }


def keep(path: Path, found: Sequence[Measure], documents: int) -> None:
    """Print the figures of a store of so many documents, and write them with the machine's."""
    for one in found:
        print(f"{one.name:60} {one.value:10.3f} {one.unit} {one.goal}")
    rows = [{**asdict(one), "value": round(one.value, 3)} for one in found]
    result = {"machine": machine(), "documents": documents, "figures": rows}
    path.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def run_child(command: Sequence[str]) -> Run:
    """Run a command to its end; its errors go to the terminal."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=output)
        peak = _wait(process)
        seconds = time.perf_counter() - started
        output.seek(0)
        return Run(output.read(), seconds, peak, process.returncode)


def _wait(process: subprocess.Popen[bytes]) -> int | None:
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return _bytes(usage.ru_maxrss)


def own_peak() -> int | None:
    """Return the largest resident size of this process, None where the system does not say."""
    try:
        import resource
    except ImportError:
        return None
    return _bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _bytes(maxrss: int) -> int:
    # macOS counts in bytes, all others in KiB.
    return maxrss * (1 if sys.platform == "darwin" else 1024)


def timed(actions: Iterable[Callable[[], object]]) -> list[float]:
    """Return the milliseconds that each action took."""
    taken = []
    for action in actions:
        started = time.perf_counter()
        action()
        taken.append(1000 * (time.perf_counter() - started))
    return taken


def percentiles(name: str, milliseconds: Sequence[float], goal: str = "") -> list[Measure]:
    """Return the median and the 95th percentile as two lines."""
    ordered = sorted(milliseconds)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return [
        Measure(f"{name}, p50", statistics.median(ordered), "ms", goal),
        Measure(f"{name}, p95", high, "ms"),
    ]


def folder_size(path: Path) -> int:
    """Return the bytes of a SQLite store with the files beside it."""
    return sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*"))
