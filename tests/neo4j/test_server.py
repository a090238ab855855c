"""The tests' own Neo4j: what is missing is said, and nobody's graph is deleted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.neo4j import artifacts
from tests.neo4j.artifacts import Missing, jars, java
from tests.neo4j.server import Access, offered


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
