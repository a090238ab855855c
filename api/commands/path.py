"""`phahe path`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.rows import Rows
from api.commands.tables import name_of, sentence, table
from api.console import out
from api.options import parse_relations
from queries.connection_shapes import connection_list_json
from queries.connections import Connection, ConnectionList, Way, connections
from visual.sheets import PATH
from visual.texts import load_texts

WORDS = {
    Way.UP: "A thực hiện hoặc căn cứ B",
    Way.DOWN: "B thực hiện hoặc căn cứ A",
    Way.COMMON: "cả hai dẫn lên một văn bản thứ ba",
    Way.NONE: "đồ thị này không nối hai văn bản (không có nghĩa là không liên quan)",
}


def run(
    a: str,
    b: str,
    store_url: str | None,
    *,
    relations: str,
    as_of: str | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        answer = connections(
            store,
            document_of(store, a).key,
            document_of(store, b).key,
            relations=parse_relations(relations),
            as_of=as_of,
            limit=limit,
            cursor=cursor,
        )
    return give(answer, connection_list_json, PATH, _print, as_json=as_json)


def _print(answer: ConnectionList) -> None:
    console = out()
    for name, document in (("A", answer.a), ("B", answer.b)):
        console.print(f"{name}: {name_of(document)} ({document.key})")
    console.print(f"{WORDS[answer.way]}: {answer.total} đường")
    for way in answer.items:
        console.print(" – ".join(name_of(document) for document in way.documents))
        if way.steps:
            console.print(_steps(way))


def _steps(way: Connection) -> Rows:
    rows = table("Quan hệ", "Câu làm chứng")
    for step in way.steps:
        edge = step.edge
        doing = load_texts()(f"doing.{edge.type}")
        rows.add_row(f"{edge.source} {doing} {edge.target}", sentence(step.evidence, 160))
    return rows
