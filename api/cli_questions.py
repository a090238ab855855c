"""The commands that ask about the whole graph, or about several documents at once."""

from __future__ import annotations

import typer

from api.arguments import AsJson, StoreUrl, answers

app = typer.Typer()


@app.command()
@answers
def stats(json: AsJson = False, store: StoreUrl = None) -> int:
    """Đồ thị có bao nhiêu văn bản, quan hệ, nhiệm vụ, chỉ tiêu."""
    from api.commands.stats import run

    return run(store, as_json=json)
