"""The commands `duties`, `agency`, `targets`, `coverage`, `findings`, `explain`: options, help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.arguments import AsJson, AsOf, Cursor, Limit, Ref, StoreUrl, answers
from api.guide import Commands
from api.output import tabled

app = Commands()

Document = Annotated[
    str | None, typer.Option("--document", metavar="REF", help="Chỉ của văn bản này.")
]


@app.command()
@answers
@tabled
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
    words: Annotated[
        str | None,
        typer.Option("--words", metavar="WORDS", help="Từ trong nhiệm vụ, có dấu hay không."),
    ] = None,
    province: Annotated[str | None, typer.Option(help="Tỉnh của văn bản.")] = None,
    district: Annotated[str | None, typer.Option(metavar="NAME", help="Huyện của văn bản.")] = None,
    nested: Annotated[
        bool, typer.Option("--nested", help="Cả của đơn vị thuộc cơ quan: phòng, văn phòng.")
    ] = False,
    issued_from: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Văn bản ban hành từ ngày này.")
    ] = None,
    issued_until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Ban hành đến hết ngày này.")
    ] = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Ai phải làm gì: nhiệm vụ theo cơ quan, văn bản, phả hệ, vai trò, từ, nơi, thời gian."""
    from api.commands.duties import run
    from api.options import parse_role
    from api.references import agency_names, district_of
    from queries.facts import DutyQuestion

    asked = DutyQuestion(
        agencies=None if agency is None else agency_names(agency),
        nested=nested,
        document=document,
        lineage=lineage,
        role=None if role is None else parse_role(role),
        task=words,
        province=province,
        district=None if district is None else district_of(district),
        issued_from=issued_from,
        issued_until=issued_until,
    )
    return run(store, agency, asked, as_of=as_of, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
@tabled
def agency(
    name: Annotated[
        list[str], typer.Argument(metavar="NAME", help="Tên cơ quan, có thể kèm tỉnh.")
    ],
    province: Annotated[str | None, typer.Option(metavar="NAME", help="Tỉnh của cơ quan.")] = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Một tên chỉ những cơ quan nào, nay việc của cơ quan đó về ai."""
    from api.commands.agency import run

    joined = " ".join(name)
    return run(
        joined, store, province=province, as_of=as_of, limit=limit, cursor=cursor, as_json=json
    )


@app.command()
@answers
@tabled
def targets(
    document: Document = None,
    indicator: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Tên chỉ tiêu, cách gọi nào cũng được, hay từ trong tên."
        ),
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Chỉ tiêu mà văn bản đặt ra, với số liệu gốc và câu làm chứng."""
    from api.commands.targets import run

    return run(store, document, indicator, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
@tabled
def coverage(
    ref: Ref,
    provinces: Annotated[
        int | None,
        typer.Option(
            metavar="63|34",
            help="Tỉnh trước (63) hay sau 01/7/2025 (34); mặc định theo ngày của văn bản.",
        ),
    ] = None,
    districts: Annotated[
        bool, typer.Option("--districts", help="Theo các huyện mà đồ thị biết.")
    ] = False,
    as_of: AsOf = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Tỉnh nào thực hiện một văn bản, tỉnh nào chỉ viện dẫn, tỉnh nào chưa thấy."""
    from api.commands.coverage import run

    return run(
        " ".join(ref), store, provinces=provinces, districts=districts, as_of=as_of, as_json=json
    )


@app.command()
@answers
@tabled
def cascade(
    ref: Ref,
    indicator: Annotated[
        str,
        typer.Option(
            metavar="NAME", help="Tên chỉ tiêu, cách gọi nào cũng được, hay từ trong tên."
        ),
    ],
    as_of: AsOf = None,
    limit: Limit = 200,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Một chỉ tiêu đổi ra sao trên đường từ một văn bản xuống các văn bản thực hiện nó."""
    from api.commands.cascade import run

    joined = " ".join(ref)
    return run(
        joined, store, indicator=indicator, as_of=as_of, limit=limit, cursor=cursor, as_json=json
    )


@app.command()
@answers
@tabled
def findings(
    ref: Annotated[list[str] | None, typer.Argument(metavar="[REF]")] = None,
    codes: Annotated[
        str | None, typer.Option(metavar="CODE,…", help="Chỉ những loại này: date_conflict,…")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Những điều không khớp cần người xem: ngày, căn cứ, cơ quan, số hiệu."""
    from api.commands.findings import run

    joined = " ".join(ref) if ref else None
    return run(joined, store, codes=codes, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
def explain(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Một tệp văn bản.")],
    fact: Annotated[int | None, typer.Option(metavar="N", help="Chỉ điều thứ N, đếm từ 1.")] = None,
    json: AsJson = False,
) -> int:
    """Vì sao đọc ra như vậy: quy tắc, từ ngữ, chỗ đứng, cách đọc khác; không cần kho."""
    from api.commands.explain import run

    return run(file, fact, as_json=json)
