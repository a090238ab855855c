"""The commands `phahe duties` and `phahe targets`: their options and help."""

from __future__ import annotations

from typing import Annotated

import typer

from api.arguments import AsJson, AsOf, Cursor, Limit, StoreUrl, answers

app = typer.Typer()

Document = Annotated[
    str | None, typer.Option("--document", metavar="REF", help="Chỉ của văn bản này.")
]


@app.command()
@answers
def duties(
    agency: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Cơ quan, như văn bản gọi hoặc kèm tỉnh."),
    ] = None,
    document: Document = None,
    lineage: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Của văn bản này và mọi văn bản thực hiện nó."),
    ] = None,
    role: Annotated[str | None, typer.Option(help="lead, coordinate hoặc assigned.")] = None,
    province: Annotated[str | None, typer.Option(help="Tỉnh của văn bản.")] = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Ai phải làm gì: nhiệm vụ theo cơ quan, văn bản, phả hệ, vai trò."""
    from api.commands.duties import Asked, run

    asked = Asked(agency, document, lineage, role, province, as_of, limit, cursor)
    return run(asked, store, as_json=json)


@app.command()
@answers
def targets(
    document: Document = None,
    indicator: Annotated[
        str | None, typer.Option(metavar="NAME", help="Từ trong tên chỉ tiêu.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Chỉ tiêu mà văn bản đặt ra, với số liệu gốc và câu làm chứng."""
    from api.commands.targets import run

    return run(store, document, indicator, limit=limit, cursor=cursor, as_json=json)
