"""The command line `phahe`: names, options and help; what a command does is in `api.commands`.

Nothing heavy is imported here: `phahe --help` starts as fast as an empty program.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from api import cli_facts, cli_judging, cli_questions
from api.arguments import (
    AsJson,
    AsOf,
    Cursor,
    IssuedFrom,
    IssuedUntil,
    Limit,
    OnlyLevels,
    OnlyProvince,
    Paths,
    Ref,
    Relations,
    StoreUrl,
    answers,
)
from api.guide import LANGUAGE_SETTING, Commands, Group
from api.output import tabled

Language = Literal["vi", "en"]

app = Commands(
    cls=Group,
    name="phahe",
    help="Phả hệ văn bản chính sách: ai thực hiện văn bản nào, kèm câu làm chứng.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(cli_facts.app)
app.add_typer(cli_questions.app)
app.add_typer(cli_judging.app)


def _version(wanted: bool) -> None:
    if wanted:
        from api.version import version

        typer.echo(f"phahe {version()}")
        raise typer.Exit


def _speak(language: str | None) -> None:
    if language is not None:
        os.environ[LANGUAGE_SETTING] = language


@app.callback()
def phahe(
    lang: Annotated[
        Language | None,
        typer.Option(
            callback=_speak,
            is_eager=True,
            metavar="vi|en",
            help="Ngôn ngữ của phần giúp, của CSV và Excel: vi, en; mặc định: PHAHE_LANG, rồi vi.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản."),
    ] = False,
) -> None:
    """Phả hệ văn bản chính sách: ai thực hiện văn bản nào, kèm câu làm chứng."""


@app.command()
@answers
def load(
    paths: Paths,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Ghi từng tệp vào .jsonl, .csv hoặc .xlsx.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Số tiến trình đọc.")] = None,
    prune: Annotated[bool, typer.Option("--prune", help="Gỡ tệp không còn trên đĩa.")] = False,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Đọc tệp và thư mục vào đồ thị; nạp lại không đổi gì."""
    from api.commands.load import run

    return run(paths, store, report=report, jobs=jobs, prune=prune, as_json=json)


@app.command()
@answers
def extract(
    paths: Paths,
    text: Annotated[
        bool, typer.Option("--text", help="In văn bản đã giải mã của một tệp thay vì JSON.")
    ] = False,
    json: AsJson = False,
) -> int:
    """In ra những gì đọc được từ mỗi tệp (JSON Lines); không cần kho."""
    from api.commands.extract import run

    return run(paths, text=text)


@app.command()
@answers
@tabled
def show(ref: Ref, json: AsJson = False, store: StoreUrl = None) -> int:
    """Một văn bản: thông tin, tệp, quan hệ và câu làm chứng."""
    from api.commands.show import run

    return run(" ".join(ref), store, as_json=json)


@app.command()
@answers
@tabled
def lineage(
    ref: Ref,
    up: Annotated[bool, typer.Option("--up", help="Văn bản này thực hiện gì.")] = False,
    down: Annotated[bool, typer.Option("--down", help="Những gì thực hiện văn bản này.")] = False,
    depth: Annotated[int | None, typer.Option(help="Số bước tối đa; mặc định: tất cả.")] = None,
    relations: Relations = "implements",
    as_of: AsOf = None,
    level: OnlyLevels = None,
    province: OnlyProvince = None,
    issued_from: IssuedFrom = None,
    issued_until: IssuedUntil = None,
    group: Annotated[
        bool, typer.Option("--group", help="Chỉ đếm, theo cấp và tỉnh; --json luôn có.")
    ] = False,
    limit: Limit = 200,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Phả hệ của một văn bản, lên (--up) hoặc xuống (--down)."""
    from api.commands.lineage import direction_of, run
    from api.options import parse_relations, parse_sieve
    from queries.lineage import LineageQuestion

    sieve = parse_sieve(level or (), province, issued_from, issued_until)
    asked = LineageQuestion(parse_relations(relations), depth, as_of, sieve)
    way = direction_of(up=up, down=down)
    return run(
        " ".join(ref), store, way, asked, limit=limit, cursor=cursor, grouped=group, as_json=json
    )


@app.command()
@answers
def resolve(
    text: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="Viện dẫn.")] = None,
    province: Annotated[str | None, typer.Option(help="Tỉnh của giấy tờ chứa TEXT.")] = None,
    date: Annotated[str | None, typer.Option(help="Ngày của giấy tờ chứa TEXT.")] = None,
    batch: Annotated[
        Path | None, typer.Option(metavar="FILE", help='JSON Lines: {"id","text",…}.')
    ] = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Viện dẫn này chỉ văn bản nào, và vì sao."""
    from api.commands.resolve import run

    joined = " ".join(text) if text else None
    return run(joined, store, province=province, date=date, batch=batch, as_json=json)


@app.command()
@answers
@tabled
def mentions(
    ref: Annotated[
        list[str] | None, typer.Argument(metavar="[REF]", help="Chỉ trong tệp của văn bản này.")
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Chỉ những chỗ nhắc tới văn bản này, kèm câu."),
    ] = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Các tệp nhắc tới những văn bản nào, ở đâu; hoặc ai nhắc tới một văn bản (--of)."""
    from api.commands.mentions import run

    return run(" ".join(ref) if ref else None, of, store, as_json=json)


@app.command()
@answers
@tabled
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Từ hoặc số hiệu.")],
    type: Annotated[str | None, typer.Option(help="Loại văn bản.")] = None,
    province: Annotated[str | None, typer.Option(help="Tỉnh.")] = None,
    level: Annotated[str | None, typer.Option(help="central, province, district…")] = None,
    status: Annotated[str | None, typer.Option(help="loaded hoặc cited_only.")] = None,
    issued_from: IssuedFrom = None,
    issued_until: IssuedUntil = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Tìm văn bản theo từ (có dấu hay không) hoặc số hiệu."""
    from api.commands.search import Filters, run

    filters = Filters(type, province, level, status, issued_from, issued_until)
    return run(" ".join(words), store, filters, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
def view(
    ref: Ref,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE.html")],
    relations: Relations = "implements",
    as_of: AsOf = None,
    level: OnlyLevels = None,
    province: OnlyProvince = None,
    issued_from: IssuedFrom = None,
    issued_until: IssuedUntil = None,
    limit: Limit = 200,
    store: StoreUrl = None,
) -> int:
    """Ghi trang của một văn bản thành một tệp HTML mở được ngoại tuyến."""
    from api.commands.view import run
    from api.options import parse_relations, parse_sieve
    from queries.lineage import LineageQuestion

    sieve = parse_sieve(level or (), province, issued_from, issued_until)
    asked = LineageQuestion(parse_relations(relations), None, as_of, sieve)
    return run(" ".join(ref), store, asked, output, limit=limit)


@app.command()
@answers
def serve(
    host: Annotated[str, typer.Option(help="Địa chỉ nghe.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: tự chọn.")] = 8000,
    judging: Annotated[
        bool, typer.Option("--judging", help="Nhận cả kết luận (POST); dịch vụ không có đăng nhập.")
    ] = False,
    store: StoreUrl = None,
) -> int:
    """Chạy trang web và dịch vụ HTTP."""
    from api.commands.serve import run

    return run(store, host=host, port=port, judging=judging)


@app.command()
@answers
def doctor(json: AsJson = False, store: StoreUrl = None) -> int:
    """Kiểm tra máy này và kho dữ liệu."""
    from api.commands.doctor import run

    return run(store, as_json=json)


@app.command()
@answers
def forget(ref: Ref, json: AsJson = False, store: StoreUrl = None) -> int:
    """Rút mọi điều mà các tệp của một văn bản đã nói."""
    from api.commands.forget import run

    return run(" ".join(ref), store, as_json=json)


@app.command()
@answers
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="Kho nguồn (URL).")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Kho đích: trống, hoặc chép dở.")],
    json: AsJson = False,
) -> int:
    """Chép cả đồ thị sang kho khác, rồi so số lượng và mã băm của hai bên."""
    from api.commands.copy import run

    return run(source, target, as_json=json)


@app.command()
@answers
def export(
    to: Annotated[
        Path | None,
        typer.Argument(
            metavar="[TO]", help="Tệp (mặc định: stdout), hoặc thư mục cho neo4j-admin."
        ),
    ] = None,
    format: Annotated[
        str, typer.Option(help="jsonl, tasks (danh mục nhiệm vụ), graphml hoặc neo4j-admin.")
    ] = "jsonl",
    kind: Annotated[
        str | None,
        typer.Option(
            help="documents (mặc định), relations, mentions, targets, duties, records, judgements; "
            "cho jsonl."
        ),
    ] = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Xuất cả đồ thị: JSON Lines, danh mục nhiệm vụ, GraphML, hoặc CSV cho neo4j-admin."""
    from api.commands.export import run

    return run(to, store, format=format, kind=kind, as_json=json)


def run(commands: typer.Typer) -> int:
    """Do what the command line asks and return the exit code."""
    try:
        return commands(standalone_mode=False) or 0
    except typer.Abort:
        return 130
    except Exception as error:
        from api.usage import is_wrong_use, report_wrong_use

        if is_wrong_use(error):
            return report_wrong_use(error)
        raise


def main() -> None:
    """Run the command line."""
    from api.streams import force_utf8

    force_utf8()
    sys.exit(run(app))


if __name__ == "__main__":
    main()
