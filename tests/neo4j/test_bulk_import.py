"""`phahe export --format neo4j-admin`: what the real importer makes of it is the graph itself."""

from __future__ import annotations

import random
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.build import write_files
from graph.copying import copy_graph
from graph.digest import digest
from graph.errors import StoreUnavailable
from graph.identity.touched import ReadFile
from graph.neo4j_store.schema import SCHEMA, SCHEMA_VERSION
from graph.neo4j_store.store import Neo4jStore
from graph.sqlite_store.store import SqliteStore
from loaders.records import SELF, Passage, RelationType, Span
from tests.api.phahe import Answer, phahe
from tests.graph.papers import SON_LA, duty, indicator, load, paper, reference, relation, value
from tests.graph.test_copying import FAILED, moved_on, papers
from tests.neo4j.server import Access, Server
from tests.stores import access_of

CONTROLS = "".join(chr(code) for code in [*range(1, 0x20), 0x7F, *range(0x80, 0xA0)])
# No file's name holds a zero; every text may.
NAME = (
    f'"\'\\"; ,\t""\r\n\n\\n a;b,c"" {CONTROLS} '
    '\u2028\u2029\u202e\u200b\ufeff\U0001f600 e\u0302\u0301 "'
)
HARD = f"{NAME}\0{NAME}"

OURS = "SHOW {kind} YIELD name WHERE name STARTS WITH 'phahe_' RETURN collect(name)"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """A graph with redirects, judgements, copies, an unreadable file, and texts hard to carry."""
    store = SqliteStore.open(tmp_path_factory.mktemp("bulk") / "source.sqlite")
    failed = replace(FAILED, name=f"hỏng {NAME}.txt", message=HARD)
    write_files(store, [*papers(), hard(), large()], failures=(FAILED, failed))
    moved_on(store, HARD)
    assert store.redirects()
    yield store
    store.close()


def hard() -> ReadFile:
    """A paper whose name, title and sentence hold every sign that could end a field or a line."""
    place: dict[str, Any] = dict(zip(("level", "province", "district"), SON_LA, strict=True))
    cited = reference("R1", "7/NQ-HĐND", None, title=HARD, other_dates=("2018-01-02", "2018-02"))
    said = replace(
        relation(SELF, RelationType.IMPLEMENTS, "R1"), passage=Passage(Span(0, len(HARD)), HARD)
    )
    told = duty(f"Sở {NAME}", HARD, 9, deadline=HARD, partners=("Sở Y tế", "a, b"))
    twice = (told, duty("Sở Y tế", "Chủ trì"), duty("Sở Y tế", "chủ trì", 90))
    goal = indicator(
        HARD, value(1.25, None), baselines=(value(1e9, 2017, 40), value(-0.5, 2018, 80))
    )
    title = f"kế hoạch {HARD}"
    names: dict[str, Any] = {"references": (cited,), "relations": (said,)}
    names |= {"duties": twice, "targets": (goal,)}
    made = paper(f"{NAME}.txt", "77/KH-UBND", "2019-03-04", title=title, **names, **place)
    return replace(made, code="", message="")


def large() -> ReadFile:
    """A paper whose text is longer, as the importer reads it, than what it reads at a time."""
    letters = random.Random(1).choices([chr(code) for code in range(0x1EA0, 0x1EFA)], k=1_500_000)
    return replace(paper("dài.txt", "5/BC-UBND", "2020-05-06"), text="".join(letters))


@pytest.fixture(scope="module")
def exported(source: SqliteStore) -> tuple[Path, Answer]:
    folder = source_path(source).parent / "thư mục 'xuất'"
    answer = phahe("export", folder, "--format", "neo4j-admin", store=source_path(source))
    assert answer.code == 0, answer.err
    return folder, answer


def source_path(source: SqliteStore) -> Path:
    return source._path


def content_of(access: Access) -> tuple[list[str], list[str]]:
    """All nodes and relationships with all their properties, but what every commit changes."""
    nodes = "MATCH (n) RETURN labels(n), properties(n)"
    links = "MATCH (a)-[r]->(b) RETURN type(r), properties(r), properties(a), properties(b)"
    with access.session() as session:
        return tuple(  # type: ignore[return-value]
            sorted(repr([_plain(value) for value in row]) for row in session.run(statement))
            for statement in (nodes, links)
        )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        passing = {"revision", "commit", "locked"} if "schema" in value else set()
        return sorted((name, v) for name, v in value.items() if name not in passing)
    return sorted(value) if isinstance(value, list) else value


def test_the_import_is_the_graph_as_it_comes_over_bolt(
    source: SqliteStore, exported: tuple[Path, Answer], own_neo4j: Server, neo4j_access: Access
) -> None:
    folder, answer = exported
    program, *arguments = shlex.split(answer.out)
    assert program == "neo4j-admin"
    own_neo4j.stop()
    own_neo4j.administer(arguments, folder)
    own_neo4j.start()
    bulk = access_of(own_neo4j.access)
    with pytest.raises(StoreUnavailable, match="phahe load") as refused:
        Neo4jStore.open(bulk, read_only=True)
    assert refused.value.code == "store_damaged"
    imported = Neo4jStore.open(bulk, create=False)  # makes the constraints and indexes
    assert digest(imported) == digest(source)
    assert imported.state() == source.state()
    copied = Neo4jStore.open(access_of(neo4j_access))
    copy_graph(source, copied)
    assert content_of(own_neo4j.access) == content_of(neo4j_access)
    load(imported, paper("sau.txt", "1/KH-UBND", "2021-01-01"))
    assert imported.state().files == source.state().files + 1
    for store in (imported, copied):
        store.close()


def test_the_notes_say_the_command_and_the_statements(exported: tuple[Path, Answer]) -> None:
    folder, answer = exported
    assert answer.out.strip() in (folder / "import.txt").read_text(encoding="utf-8").splitlines()
    statements = (folder / "schema.cypher").read_text(encoding="utf-8").splitlines()
    assert [line.split()[line.split().index("IF") - 1] for line in statements] == list(SCHEMA)
    assert all(line.startswith("CREATE ") and line.endswith(";") for line in statements)
    assert {option.split("=")[2] for option in shlex.split(answer.out)[8:]} == {
        path.name for path in folder.glob("*.csv")
    }


def test_the_statements_make_what_the_store_makes(
    exported: tuple[Path, Answer], neo4j_access: Access
) -> None:
    with neo4j_access.session() as session:
        for kind in ("CONSTRAINT", "INDEX"):
            for name in session.run(OURS.format(kind=kind)).single(strict=True).value():
                session.run(f"DROP {kind} {name}").consume()
        for statement in (exported[0] / "schema.cypher").read_text(encoding="utf-8").splitlines():
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(60)").consume()
        session.run(
            "CREATE (:Graph {name: 'phahe', schema: $now, revision: 0})", now=SCHEMA_VERSION
        ).consume()
    Neo4jStore.open(access_of(neo4j_access), create=False, read_only=True).close()
