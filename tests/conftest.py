"""What every test may need: the labelled documents, and no silent skip where all must run.

`PHAHE_LABELLED` names a folder with `seeds/` and `gold/`. With `PHAHE_REQUIRE_ALL=1` (as in
`.ci/run`) a skip is a failure, unless its reason starts with "only on" (another system) or
"not as root".
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

ALLOWED_SKIPS = ("only on", "not as root")


@pytest.fixture(scope="session")
def labelled() -> Path:
    """The folder of the labelled documents, with `seeds/` and `gold/` in it."""
    name = os.environ.get("PHAHE_LABELLED")
    if not name:
        pytest.skip("needs the labelled documents: PHAHE_LABELLED is not set")
    folder = Path(name)
    missing = [part for part in ("seeds", "gold") if not (folder / part).is_dir()]
    if missing:
        pytest.fail(f"PHAHE_LABELLED has no folder {' and no '.join(missing)}")
    return folder


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """Return why the test was skipped."""
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return str(report.longrepr)


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn the skip of a test that must run everywhere into a failure."""
    if os.environ.get("PHAHE_REQUIRE_ALL") != "1" or not report.skipped:
        return
    if hasattr(report, "wasxfail") or reason_of(report).startswith(ALLOWED_SKIPS):
        return
    reason = reason_of(report)
    report.outcome = "failed"
    report.longrepr = f"skipped, but PHAHE_REQUIRE_ALL=1: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    refuse_skip(report)
    return report
