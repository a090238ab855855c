"""Neo4j on the command line: signing in, faults with their remedies, and a service on it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api import stores
from api.settings import Login, neo4j_login
from api.stores import open_store
from graph.errors import StoreUnavailable
from graph.neo4j_store import schema as neo4j_schema
from graph.neo4j_store.open import check_address, check_standing
from graph.store_address import shown
from loaders.records import RelationType
from tests.api.papers import paper, write
from tests.api.phahe import Answer, command, environment, phahe
from tests.neo4j.server import PASSWORD, Access

PROVINCES = ("Cao Bằng", "Hà Giang", "Sơn La")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, place in enumerate(PROVINCES):
        write(tmp_path / "in", f"{number}.txt", paper("15/KH-UBND", place=place))
    return tmp_path / "in"


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch, neo4j_access: Access) -> Iterator[Access]:
    """This process signs in there."""
    for name, value in neo4j_access.environment().items():
        monkeypatch.setenv(name, value)
    yield neo4j_access


def refused(answer: Answer, *words: str) -> None:
    assert (answer.code, answer.out) == (3, "")
    for word in words:
        assert word in answer.err
    assert PASSWORD not in answer.err
    assert "Traceback" not in answer.err


def test_both_stores_print_the_same(neo4j_access: Access, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "graph.sqlite"
    for store in (file, neo4j_access):
        assert phahe("load", folder, store=store).code == 0
    for words in (
        ("lineage", "31-NQ/TW", "--down", "--json"),
        ("show", "15/KH-UBND"),
        ("forget", "15/KH-UBND Sơn La", "--json"),
        ("search", "trong rung ven"),
    ):
        assert phahe(*words, store=neo4j_access) == phahe(*words, store=file)


def test_a_graph_moves_to_neo4j_and_back(
    neo4j_access: Access, folder: Path, tmp_path: Path
) -> None:
    file, back = tmp_path / "graph.sqlite", tmp_path / "back.sqlite"
    phahe("load", folder, store=file)
    uri = neo4j_access.uri
    there = phahe("copy", f"sqlite:{file}", uri, "--json", store=neo4j_access)
    assert there.code == 0, there.err
    again = phahe("copy", uri, f"sqlite:{back}", "--json", store=neo4j_access)
    assert again.code == 0, again.err
    assert there.json["digest"] == again.json["digest"]
    assert phahe("mentions", store=back) == phahe("mentions", store=file)


def test_the_service_answers_as_the_command_does(neo4j_access: Access, folder: Path) -> None:
    phahe("load", folder, store=neo4j_access)
    serving = subprocess.Popen(
        command("serve", "--port", 0),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(neo4j_access),
    )
    try:
        assert serving.stdout is not None
        base = serving.stdout.readline().decode().split()[1]
        with urllib.request.urlopen(f"{base}readyz") as answer:
            assert json.load(answer)["loaded"] == len(PROVINCES)
        with urllib.request.urlopen(f"{base}v1/resolve?text=15/KH-UBND") as answer:
            body = json.load(answer)
    finally:
        serving.send_signal(signal.SIGTERM)
        _, errors = serving.communicate(timeout=30)
    assert errors.decode() == ""
    assert body == phahe("resolve", "15/KH-UBND", "--json", store=neo4j_access).json


def test_the_password_may_stand_in_a_file(
    neo4j_access: Access, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, "password", f"{PASSWORD}\n")
    monkeypatch.setenv("PHAHE_NEO4J_USER", "neo4j")
    monkeypatch.setenv("PHAHE_NEO4J_PASSWORD_FILE", str(file))
    monkeypatch.delenv("PHAHE_NEO4J_PASSWORD", raising=False)
    assert neo4j_login() == Login("neo4j", PASSWORD, None)
    monkeypatch.setenv("PHAHE_NEO4J_PASSWORD", "another")
    assert neo4j_login() == Login("neo4j", "another", None)
    assert "another" not in repr(neo4j_login())
    monkeypatch.delenv("PHAHE_NEO4J_USER")
    monkeypatch.setenv("PHAHE_NEO4J_DATABASE", "papers")
    assert neo4j_login() == Login(None, None, "papers")


@pytest.mark.parametrize(
    ("file", "text"), [(None, "no password"), ("none", "cannot be read"), ("empty", "is empty")]
)
def test_a_user_without_a_password_is_told_so(
    file: str | None, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "empty", "\n")
    monkeypatch.setenv("PHAHE_NEO4J_USER", "neo4j")
    monkeypatch.delenv("PHAHE_NEO4J_PASSWORD", raising=False)
    monkeypatch.setenv("PHAHE_NEO4J_PASSWORD_FILE", "" if file is None else str(tmp_path / file))
    with pytest.raises(StoreUnavailable, match=text):
        neo4j_login()


def test_a_wrong_password_or_database_is_exit_3(neo4j_access: Access) -> None:
    wrong = replace(neo4j_access, password=f"{PASSWORD}x")
    refused(phahe("search", "x", store=wrong), neo4j_access.uri, "PHAHE_NEO4J_PASSWORD")
    nobody = replace(neo4j_access, user=None, password=None)
    refused(phahe("search", "x", store=nobody), "PHAHE_NEO4J_USER")
    elsewhere = replace(neo4j_access, database="papers")
    refused(phahe("load", "examples", store=elsewhere), "papers", "PHAHE_NEO4J_DATABASE")


def test_an_empty_database_is_no_store_until_something_is_loaded(neo4j_access: Access) -> None:
    refused(phahe("search", "x", store=neo4j_access), "phahe load")
    doctor = phahe("doctor", "--json", store=neo4j_access)
    assert (doctor.code, doctor.json["ok"]) == (3, False)


def test_a_database_of_another_program_is_left_alone(neo4j_access: Access, folder: Path) -> None:
    with neo4j_access.session() as session:
        session.run("CREATE (:Person {name: 'An'})").consume()
    refused(phahe("load", folder, store=neo4j_access), "của chương trình khác")
    with neo4j_access.session() as session:
        assert session.run("MATCH (n) RETURN count(n)").single(strict=True).value() == 1


def test_a_store_of_a_newer_phahe_is_refused(signed_in: Access) -> None:
    open_store(signed_in.uri, create=True).close()
    with signed_in.session() as session:
        session.run("MATCH (g:Graph) SET g.schema = g.schema + 1").consume()
    with pytest.raises(StoreUnavailable, match="newer phahe") as refusal:
        open_store(signed_in.uri, create=True)
    assert refusal.value.code == "store_newer"


def test_a_missing_constraint_is_told_and_the_next_load_makes_it_again(signed_in: Access) -> None:
    open_store(signed_in.uri, create=True).close()
    for gone in ("CONSTRAINT phahe_document", "INDEX phahe_words"):
        with signed_in.session() as session:
            session.run(f"DROP {gone}").consume()
        with pytest.raises(StoreUnavailable, match=f"{gone.split()[1]}.*phahe load") as refusal:
            open_store(signed_in.uri, read_only=True)
        assert refusal.value.code == "store_damaged"
        open_store(signed_in.uri, create=True).close()
        open_store(signed_in.uri, read_only=True).close()


def test_only_our_own_constraints_and_indexes_are_made(signed_in: Access) -> None:
    store = open_store(signed_in.uri, create=True)
    with signed_in.session() as session:
        names = session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'").value("name")
    store.close()
    assert set(names) == set(neo4j_schema.SCHEMA)


@pytest.mark.parametrize(
    "url",
    [
        "bolt://neo4j:secret@localhost:7687",
        "neo4j+s://:secret@localhost",
        "bolt://neo4j:secret/x@localhost:7687",
        "bolt://neo4j:secret?x@localhost:7687",
        "bolt://neo4j:secret#x@localhost:7687",
        "bolt://neo4j:secret@x@localhost:7687",
        "bolt:neo4j:secret@localhost:7687",
        "bolt://localhost:port",
        "bolt://localhost:7687?database=x",
        "bolt://[localhost",
        "bolt://localhost:7687/secret",
        "bolt:localhost",
        "neo4j://",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(StoreUnavailable) as refusal:
        check_address(url)
    assert ":secret" not in str(refusal.value)
    assert "secret" not in shown(url) or "/secret" in url


@pytest.mark.parametrize("sign", ["/", "?", "#", "@"])
def test_no_sign_of_a_password_in_an_address_lets_it_out(sign: str) -> None:
    said = phahe("search", "rừng", "--store", f"bolt://neo4j:se{sign}cret@localhost:1")
    assert said.code == 3
    assert "cret@" not in said.out + said.err
    assert ":se" not in said.out + said.err


@pytest.mark.parametrize(
    "url", ["bolt://localhost", "neo4j://h:1", "bolt+s://h", "neo4j+ssc://h", "neo4j://h?region=eu"]
)
def test_both_kinds_of_address_will_do(url: str) -> None:
    check_address(url)


def test_a_routed_address_answers_as_well(signed_in: Access, folder: Path) -> None:
    routed = replace(signed_in, uri=signed_in.uri.replace("bolt:", "neo4j:"))
    assert phahe("load", folder, store=routed).code == 0
    assert "15/KH-UBND" in phahe("search", "trong rung", store=routed).out


def test_a_store_may_be_made_only_where_nothing_is() -> None:
    newest = neo4j_schema.SCHEMA_VERSION
    check_standing("here", None, has_nodes=False, create=True)
    check_standing("here", newest, has_nodes=True, create=False)
    check_standing("here", newest - 1, has_nodes=True, create=True)
    with pytest.raises(StoreUnavailable, match="older phahe") as older:
        check_standing("here", newest - 1, has_nodes=True, create=False)
    assert older.value.code == "store_unreachable"


WORDED = "MATCH (d:Document) RETURN d.key AS key, d.words AS words ORDER BY key"


def test_an_older_store_is_brought_up_to_date_by_a_load(
    neo4j_access: Access, folder: Path, tmp_path: Path
) -> None:
    giving = paper("9/KH-UBND").replace(
        "TM. ỦY BAN", "II. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.\n\nTM. ỦY BAN"
    )
    write(folder, "duties.txt", giving)
    assert phahe("load", folder, store=neo4j_access).code == 0
    before = phahe("lineage", "31-NQ/TW", "--down", "--json", store=neo4j_access).json
    assert before["items"][0]["steps"][0]["evidence"]
    duties = phahe("duties", "--json", store=neo4j_access).json
    assert duties["items"]
    with neo4j_access.session() as session:
        session.run("DROP CONSTRAINT phahe_judgement").consume()
        session.run("MATCH (n:AgencyName) DETACH DELETE n").consume()
        session.run("MATCH (x:Duty) REMOVE x.words").consume()
        worded = session.run(WORDED).data()
        session.run("MATCH (d:Document) SET d.words = 'x'").consume()
        session.run("MATCH (g:Graph) SET g.schema = 1").consume()
        for kind in RelationType:
            session.run(
                f"MATCH (f)-[new:ASSERTS_{kind}]->(s) CREATE (f)-[old:ASSERTS]->(s) "
                f"SET old = properties(new), old.type = '{kind}' DELETE new"
            ).consume()
    refused(phahe("show", "31-NQ/TW", store=neo4j_access), "phahe load")
    assert phahe("load", folder, store=neo4j_access).code == 0
    with neo4j_access.session() as session:
        schema = session.run("MATCH (g:Graph) RETURN g.schema").single(strict=True).value()
        assert session.run(WORDED).data() == worded
    assert schema == neo4j_schema.SCHEMA_VERSION
    assert phahe("judgements", "--json", store=neo4j_access).json["total"] == 0
    assert phahe("lineage", "31-NQ/TW", "--down", "--json", store=neo4j_access).json == before
    assert phahe("duties", "--json", store=neo4j_access).json == duties
    named = {item["agency"] for item in duties["items"]}
    for name in sorted(named):
        assert phahe("duties", "--agency", name, "--json", store=neo4j_access).json["total"]


def test_without_the_driver_the_remedy_is_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "neo4j", None)
    for name in [name for name in sys.modules if name.startswith("graph.neo4j_st")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(StoreUnavailable, match="pip install") as refusal:
        stores.open_store("bolt://localhost")
    assert refusal.value.code == "store_unsupported"
