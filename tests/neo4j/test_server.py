"""The tests' own Neo4j: what is missing is said, and nobody's graph is deleted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.neo4j import artifacts
from tests.neo4j.artifacts import Missing, jars, java
from tests.neo4j.server import Access, guard, offered

ROOT = Path(__file__).parents[2]
GUARDED = """
import subprocess, sys, time
from tests.neo4j.server import guard
kept = subprocess.Popen(["sleep", "600"], start_new_session=True)
held = guard(kept.pid)
print(kept.pid, flush=True)
time.sleep(600)
"""


def test_the_server_is_the_version_that_was_asked_for(neo4j_access: Access) -> None:
    with neo4j_access.session() as session:
        told = session.run("CALL dbms.components() YIELD versions").single(strict=True)
    assert told["versions"] == [artifacts.VERSION] or "PHAHE_TEST_NEO4J_URI" in os.environ


def test_a_test_begins_with_an_empty_graph(neo4j_access: Access) -> None:
    with neo4j_access.session() as session:
        assert session.run("MATCH (n) RETURN count(n)").single(strict=True).value() == 0
        session.run("CREATE (:Document)-[:CITES]->(:Document)").consume()


test_what_a_test_leaves_is_gone = test_a_test_begins_with_an_empty_graph


def test_without_java_the_reason_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(artifacts, "JAVA", (1_000,))
    with pytest.raises(Missing, match=r"Java 1000 .*PHAHE_TEST_NEO4J_URI"):
        java()


def test_without_maven_the_reason_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Missing, match=r"Maven .*PHAHE_TEST_NEO4J_URI"):
        jars()


def test_a_server_that_holds_something_is_refused(neo4j_access: Access) -> None:
    named = {"URI": neo4j_access.uri, "USER": neo4j_access.user, "PASSWORD": neo4j_access.password}
    environment = {f"PHAHE_TEST_NEO4J_{name}": value for name, value in named.items() if value}
    found = offered(environment)
    assert found is not None
    assert (found.uri, found.auth) == (neo4j_access.uri, neo4j_access.auth)
    with neo4j_access.session() as session:
        session.run("CREATE (:Person {name: 'An'})").consume()
    with pytest.raises(RuntimeError, match="holds 1 node"):
        offered(environment)


def test_no_server_is_offered_by_default() -> None:
    assert offered({}) is None


def test_a_password_does_not_show() -> None:
    assert "secret" not in repr(Access("bolt://here", "neo4j", "secret"))


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with signals")
@pytest.mark.parametrize("end", ["SIGTERM", "SIGKILL"])
def test_the_server_ends_with_the_tests_that_started_it(end: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", GUARDED], cwd=ROOT, stdout=subprocess.PIPE
    ) as tests:
        assert tests.stdout is not None
        server = int(tests.stdout.readline())
        os.kill(server, 0)
        tests.send_signal(signal.Signals[end])
    until = time.monotonic() + 30
    while _runs(server):
        assert time.monotonic() < until, "the server outlives its tests"
        time.sleep(0.05)


def _runs(process: int) -> bool:
    """Whether it does; one that has ended and that nobody waits for does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    try:
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return not Path("/proc/self").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with signals")
def test_a_guard_that_is_ended_leaves_the_server_alone() -> None:
    with subprocess.Popen(["sleep", "600"], start_new_session=True) as kept:
        guarding = guard(kept.pid)
        guarding.kill()
        guarding.communicate()
        with pytest.raises(subprocess.TimeoutExpired):
            kept.wait(0.5)
        kept.kill()
