"""What every test may need: the labelled documents, and no silent skip where all must run.

`PHAHE_LABELLED` names a folder with `seeds/` and `gold/`. With `PHAHE_REQUIRE_ALL=1` (as in
`.ci/run`) a skip is a failure, unless its reason starts with "only on" (another system).

Neo4j is a genuine server, started once for all tests (`tests/neo4j`); `PHAHE_TEST_NEO4J_URI` (with
`…_USER`, `…_PASSWORD`, `…_DATABASE`) names an empty one instead, which is emptied after each test.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from graph.movable import MovableStore
from tests.neo4j.artifacts import Missing, jars, java
from tests.neo4j.server import Access, Server, empty, offered, running
from tests.stores import Stores

ALLOWED_SKIPS = ("only on",)
# No test is timed: a busy machine is no fault. What takes time is measured in benchmarks/.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Else the server plans a statement anew for each order of magnitude of a list that is given to it:
# a quarter of its CPU in these tests. Servers of the tests' own keep its default.
PLANS_LESS = {"internal.cypher.use_parameter_size": "false"}

SLOW = ("own_neo4j", "neo4j_server", "browser")
"""Fixtures that start what is slow, those whose tests take longest first."""


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


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Access]:
    """The way to a Neo4j server that runs as long as the tests do."""
    if access := offered(os.environ):
        yield access
        empty(access)
        return
    try:
        jars(), java()
    except Missing as missing:
        pytest.skip(str(missing))
    with running(tmp_path_factory.mktemp("neo4j"), PLANS_LESS) as server:
        yield server.access


@pytest.fixture(scope="session")
def own_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that tests may kill, configure and fill as a whole; it runs when one starts it."""
    try:
        jars(), java()
    except Missing as missing:
        pytest.skip(str(missing))
    server = Server(tmp_path_factory.mktemp("own-neo4j"))
    yield server
    server.stop()


@pytest.fixture
def neo4j_access(neo4j_server: Access) -> Access:
    """The way to an empty Neo4j; what a test leaves there the next one does not see."""
    empty(neo4j_server)
    return neo4j_server


@pytest.fixture
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    """Makes empty stores of one kind; parametrise it, indirectly, by those of `tests.stores`."""
    access = request.getfixturevalue("neo4j_server") if request.param == "neo4j" else None
    made = Stores(request.param, tmp_path, access)
    yield made
    made.close()


@pytest.fixture
def store(stores: Stores) -> MovableStore:
    """An empty store of the kind of `stores`."""
    return stores.make()


def slowness(item: pytest.Item) -> int:
    """Return the place in `SLOW` of what the test needs, and of most the end."""
    callspec = getattr(item, "callspec", None)
    if callspec is not None and "neo4j" in callspec.params.values():
        return SLOW.index("neo4j_server")
    needed = getattr(item, "fixturenames", ())
    return next((place for place, name in enumerate(SLOW) if name in needed), len(SLOW))


ASKING = ("api", "queries")
"""Folders of tests that ask a store; those of the other folders are about the stores themselves."""


def group(item: pytest.Item) -> str:
    """Return what the test is run together with, in one process: as a rule its module.

    A server takes a minute of both cores until its statements are planned, so the tests of the
    shared Neo4j are two groups of about the same length, wherever they stand, and not a server for
    each process; those that kill, configure and cut off one are a third. So are those of the
    browser, which has a service beside it.
    """
    needs = slowness(item)
    module = item.path.relative_to(Path(__file__).parent)
    if needs == SLOW.index("neo4j_server") and module.parts[0] != "faults":
        return "neo4j-asked" if module.parts[0] in ASKING else "neo4j-itself"
    if needs < len(SLOW):
        return "browser" if needs == SLOW.index("browser") else "own-neo4j"
    return module.as_posix()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share the tests (`make test`), begin with what takes longest."""
    if hasattr(config, "workerinput"):
        items.sort(key=slowness)
        for item in items:
            item.add_marker(pytest.mark.xdist_group(group(item)))


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
