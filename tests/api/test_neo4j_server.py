"""What `phahe` says of a Neo4j server that will not do: exit 3, the reason, and what to do."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from api.remedies import STORE, WHY
from graph.errors import StoreUnavailable
from graph.neo4j_store.errors import unavailable
from graph.neo4j_store.product import Product, check_product, no_database
from graph.neo4j_store.store import Neo4jStore
from tests.api.papers import paper, write
from tests.api.phahe import Answer, phahe
from tests.neo4j.artifacts import VERSION
from tests.neo4j.server import PASSWORD, Access
from tests.stores import access_of

own_server = pytest.mark.skipif(
    "PHAHE_TEST_NEO4J_URI" in os.environ, reason="only on the server that the tests start"
)


def refused(answer: Answer, code: str, why: str, **facts: str) -> None:
    """The command ended with 3, and told the remedy of the code and the reason."""
    assert (answer.code, answer.out) == (3, ""), answer.err
    first, second = answer.err.splitlines()[:2]
    assert first == f"phahe: {STORE[code]}."
    assert WHY[why].format(**facts) in second
    assert f"({code})" in answer.err
    assert PASSWORD not in answer.err
    assert "Traceback" not in answer.err


@pytest.fixture
def store(neo4j_access: Access) -> Access:
    """An empty store."""
    Neo4jStore.open(access_of(neo4j_access)).close()
    return neo4j_access


COMPONENTS = [
    ([["Neo4j Kernel", "5.26.19", "community"]], Product("5.26.19", "community")),
    (
        [["Neo4j Kernel", "5.26.0-enterprise", "enterprise"], ["Cypher", "5", ""]],
        Product("5.26.0-enterprise", "enterprise"),
    ),
    ([["Neo4j Kernel", "5.27-aura", "enterprise"]], Product("5.27-aura", "enterprise")),
    ([["Neo4j Kernel", "2025.01.0", "community"]], Product("2025.01.0", "community")),
    ([["Neo4j Kernel", "2026.09.1", "enterprise"]], Product("2026.09.1", "enterprise")),
    ([["Neo4j Kernel", "5.25.1", "community"]], "old_neo4j"),
    ([["Neo4j Kernel", "4.4.38", "enterprise"]], "old_neo4j"),
    ([["Neo4j Kernel", "next", "community"]], "old_neo4j"),
    ([["Memgraph", "5.30.0", "community"]], "no_neo4j"),
    ([], "no_neo4j"),
]


@pytest.mark.parametrize(("components", "expected"), COMPONENTS)
def test_versions_and_editions_that_will_do(
    components: list[list[str]], expected: Product | str
) -> None:
    if isinstance(expected, Product):
        assert check_product("bolt://here", components) == expected
        return
    with pytest.raises(StoreUnavailable, match=r"5\.26") as refusal:
        check_product("bolt://here", components)
    assert (refusal.value.code, refusal.value.why) == ("store_unsupported", expected)


@own_server
def test_a_version_below_the_least_is_exit_3(store: Access) -> None:
    raised = "from graph.neo4j_store import product as p; p.MINIMUM = (9999, 1)"
    for words in (("load", "examples"), ("search", "x"), ("serve", "--port", 0)):
        answer = phahe(*words, store=store, before=raised)
        refused(answer, "store_unsupported", "old_neo4j", version=VERSION, least="9999.1")


@own_server
def test_the_doctor_tells_version_and_edition(neo4j_access: Access) -> None:
    def told() -> dict[str, dict[str, object]]:
        return {c["name"]: c for c in phahe("doctor", "--json", store=neo4j_access).json["checks"]}

    edition = {"name": "server", "ok": True, "detail": f"Neo4j {VERSION} (Community Edition)"}
    before = told()
    assert before["server"] == edition  # also where there is no store yet
    assert before["store"]["ok"] is False
    Neo4jStore.open(access_of(neo4j_access)).close()
    after = told()
    assert after["server"] == edition
    assert after["loading"]["detail"] == "nạp được"


@own_server
@pytest.mark.parametrize("words", [("load", "examples"), ("search", "x")])
def test_another_database_of_a_community_server_needs_another_edition(
    store: Access, words: tuple[str, ...]
) -> None:
    elsewhere = replace(store, database="papers")
    refused(
        phahe(*words, store=elsewhere), "store_unreachable", "no_database_community", names="neo4j"
    )


@pytest.mark.parametrize(
    ("edition", "why", "remedy"),
    [
        ("community", "no_database_community", "Enterprise Edition"),
        ("enterprise", "no_database_yet", "CREATE DATABASE"),
    ],
)
def test_what_to_do_about_a_database_that_is_not_there(edition: str, why: str, remedy: str) -> None:
    names = ["papers", "neo4j"]
    refusal = no_database("bolt://here/paper", Product("5.26.19", edition), names)
    assert (refusal.code, refusal.why) == ("store_unreachable", why)
    assert refusal.facts == {"names": "neo4j, papers"}
    assert remedy in str(refusal)


def test_the_database_of_the_server_itself_takes_no_documents(store: Access) -> None:
    for name in ("system", "System"):
        answer = phahe("load", "examples", store=replace(store, database=name))
        refused(answer, "store_unreachable", "system_database")


def test_a_password_that_was_never_changed_is_to_be_changed_first(store: Access) -> None:
    with store.session() as session:
        session.run("CREATE USER fresh SET PASSWORD 'một-lần-thôi' CHANGE REQUIRED").consume()
    try:
        answer = phahe("search", "x", store=replace(store, user="fresh", password="một-lần-thôi"))
        refused(answer, "store_unreachable", "first_password")
        assert "một-lần-thôi" not in answer.err
    finally:
        with store.session() as session:
            session.run("DROP USER fresh").consume()


REFUSING = """
import neo4j
from neo4j.exceptions import Forbidden

class Refused(Forbidden):
    code = "Neo.ClientError.Security.Forbidden"
    message = "not allowed for this user"

def refusing(asked):
    def ask(self, query, *rest, **more):
        if {begin!r} in getattr(query, "text", query):
            raise Refused()
        return asked(self, query, *rest, **more)
    return ask

neo4j.Driver.execute_query = refusing(neo4j.Driver.execute_query)
neo4j.Session.run = refusing(neo4j.Session.run)
neo4j.Transaction.run = refusing(neo4j.Transaction.run)
"""
"""A user without the right to some statements, as the driver tells it. Community Edition knows no
roles, so no user of the real server can be one; all else is the real server's answer."""


@pytest.mark.parametrize(
    "begin", ["CREATE (:Graph)", "CREATE CONSTRAINT", "CREATE INDEX", "CREATE FULLTEXT INDEX"]
)
def test_a_right_that_is_missing_is_said_before_anything_is_written(
    neo4j_access: Access, tmp_path: Path, begin: str
) -> None:
    write(tmp_path, "a.txt", paper())
    if begin != "CREATE (:Graph)":
        drop_schema(neo4j_access)
    answer = phahe("load", tmp_path, store=neo4j_access, before=REFUSING.format(begin=begin))
    refused(answer, "store_read_only", "no_rights")
    with neo4j_access.session() as session:
        assert session.run("MATCH (n) RETURN count(n)").single(strict=True).value() == 0


def drop_schema(access: Access) -> None:
    """Leave no constraint and no index."""
    with access.session() as session:
        for kind, plural in (("CONSTRAINT", "CONSTRAINTS"), ("INDEX", "INDEXES")):
            shown = f"SHOW {plural} YIELD name WHERE name STARTS WITH 'phahe_' RETURN name"
            for name in session.run(shown).value():
                session.run(f"DROP {kind} {name}").consume()


@pytest.mark.parametrize("begin", ["dbms.components", "MATCH (g:Graph"])
def test_who_may_not_read_is_told_so(store: Access, begin: str) -> None:
    answer = phahe("stats", store=store, before=REFUSING.format(begin=begin))
    refused(answer, "store_unreachable", "no_rights_to_read")


def test_the_doctor_tells_why_nothing_can_be_loaded(store: Access) -> None:
    refusing = REFUSING.format(begin="CREATE (:Graph)")
    answer = phahe("doctor", "--json", store=store, before=refusing)
    told = {check["name"]: check["detail"] for check in answer.json["checks"]}
    assert answer.code == 0
    assert told["loading"].startswith("kho chỉ đọc")
    assert WHY["no_rights"] in told["loading"]


STATUSES = [
    ("Neo.ClientError.Security.Forbidden", "store_read_only", "no_rights"),
    ("Neo.ClientError.Security.CredentialsExpired", "store_unreachable", "first_password"),
    ("Neo.ClientError.Security.AuthenticationRateLimit", "store_unreachable", "too_many_passwords"),
    ("Neo.ClientError.Security.Unauthorized", "store_unreachable", "not_let_in"),
    ("Neo.ClientError.Security.AuthorizationExpired", "store_unreachable", "not_let_in"),
    ("Neo.ClientError.Security.TokenExpired", "store_unreachable", "not_let_in"),
    ("Neo.ClientError.Database.DatabaseNotFound", "store_unreachable", "no_database"),
    ("Neo.TransientError.Database.DatabaseUnavailable", "store_unreachable", "not_started"),
    ("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "store_read_only", "server_read_only"),
    ("Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "store_read_only",
     "server_read_only"),
    ("Neo.ClientError.Cluster.NotALeader", "store_read_only", "not_leader"),
    ("Neo.ClientError.Statement.AccessMode", "store_read_only", "not_leader"),
    ("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "store_full", "server_memory"),
    ("Neo.TransientError.General.OutOfMemoryError", "store_full", "server_memory"),
    ("Neo.ClientError.Transaction.TransactionTimedOut", "store_busy", "too_long"),
    ("Neo.TransientError.Transaction.DeadlockDetected", "store_busy", "server_busy"),
    ("Neo.DatabaseError.General.UnknownError", "store_unreachable", "server_refused"),
    ("", "store_unreachable", "server_refused"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "code", "why"), STATUSES)
def test_each_status_of_the_server_has_its_reason(status: str, code: str, why: str) -> None:
    class Told(Neo4jError):
        code = status  # type: ignore[assignment]
        message = "said by the server"  # type: ignore[assignment]

    refusal = unavailable("bolt://here", Told())
    assert (refusal.code, refusal.why) == (code, why)
    assert refusal.detail == f"{status}: said by the server"
    assert str(refusal).startswith("bolt://here: ")
