"""The commands that ask about the whole graph, or about several documents at once."""

from __future__ import annotations

from typing import Annotated

import typer

from api.arguments import AsJson, AsOf, Cursor, Limit, Ref, Relations, StoreUrl, answers
from api.guide import Commands
from api.output import tabled

app = Commands()


@app.command()
@answers
@tabled
def stats(json: AsJson = False, store: StoreUrl = None) -> int:
    """Đồ thị có bao nhiêu văn bản, quan hệ, nhiệm vụ, chỉ tiêu."""
    from api.commands.stats import run

    return run(store, as_json=json)


@app.command()
@answers
@tabled
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="Văn bản thứ nhất: khóa hoặc số hiệu.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Văn bản thứ hai.")],
    limit: Limit = 200,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Hai văn bản cạnh nhau: thực hiện gì, đặt chỉ tiêu gì, giao việc gì."""
    from api.commands.compare import run

    return run(a, b, store, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
@tabled
def timeline(
    ref: Ref,
    as_of: AsOf = None,
    limit: Limit = 200,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Dòng thời gian của một văn bản: ban hành, được thực hiện, sửa đổi, thay thế."""
    from api.commands.timeline import run

    joined = " ".join(ref)
    return run(joined, store, as_of=as_of, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
@tabled
def path(
    a: Annotated[str, typer.Argument(metavar="A", help="Văn bản thứ nhất: khóa hoặc số hiệu.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Văn bản thứ hai.")],
    relations: Relations = "implements,based_on",
    as_of: AsOf = None,
    limit: Limit = 20,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Hai văn bản nối với nhau bằng những đường nào."""
    from api.commands.path import run

    return run(
        a, b, store, relations=relations, as_of=as_of, limit=limit, cursor=cursor, as_json=json
    )
