"""The commands `phahe review`, `judge` and `judgements`: their options and help."""

from __future__ import annotations

from typing import Annotated

import typer

from api.arguments import AsJson, Cursor, Limit, StoreUrl, answers
from api.guide import Commands
from api.output import tabled

app = Commands()


@app.command()
@answers
def judge(
    words: Annotated[
        list[str],
        typer.Argument(metavar="A same|not-same|undo B", help="Hai REF và kết luận; hoặc undo MÃ."),
    ],
    reason: Annotated[str, typer.Option(help="Lý do, được giữ cùng kết luận.")],
    author: Annotated[str | None, typer.Option(help="Người kết luận; mặc định: tài khoản.")] = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Kết luận hai văn bản là một hay không; đứng trên mọi quy tắc, rút lại được."""
    from api.commands.judge import run

    return run(words, store, reason=reason, author=author, as_json=json)


@app.command()
@answers
@tabled
def judgements(
    ref: Annotated[list[str] | None, typer.Argument(metavar="[REF]")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Các kết luận của con người về văn bản, kể cả kết luận đã rút."""
    from api.commands.judge import run_list

    joined = " ".join(ref) if ref else None
    return run_list(joined, store, limit=limit, cursor=cursor, as_json=json)


@app.command()
@answers
@tabled
def review(
    kind: Annotated[
        str | None, typer.Option(help="ambiguous, duplicate hoặc indicator; mặc định: tất cả.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
    json: AsJson = False,
    store: StoreUrl = None,
) -> int:
    """Những gì cần người kết luận, quan trọng nhất trước, kèm lệnh để kết luận."""
    from api.commands.review import run

    return run(kind, store, limit=limit, cursor=cursor, as_json=json)
