"""`phahe view`: the page of a document as one file."""

from __future__ import annotations

from pathlib import Path

from api.commands.opening import document_of, reading
from api.console import say
from api.exits import Exit
from queries.documents import show, source_text
from queries.errors import BadOption
from queries.facts import duties, targets
from queries.findings import findings
from queries.lineage import LineageDirection, lineage
from queries.options import MAX_LIMIT
from queries.timeline import timeline


def run(ref: str, store_url: str | None, output: Path) -> int:
    """Write the page and return the exit code."""
    from visual.single_page import Stated, single_file, unnamed
    from visual.tables import RELATED

    with reading(store_url) as store:
        key = document_of(store, ref).key
        view, text = show(store, key, types=RELATED), source_text(store, key)
        above = lineage(store, key, LineageDirection.ANCESTORS)
        below = lineage(store, key, LineageDirection.DESCENDANTS)
        others = store.documents(unnamed(view, above, below, text)).values()
        stated = Stated(
            targets(store, document=key, limit=MAX_LIMIT),
            duties(store, document=key, limit=MAX_LIMIT),
            timeline(store, key, limit=MAX_LIMIT),
            findings(store, key, limit=MAX_LIMIT),
        )
        html = single_file(view, above, below, text, stated, others)
    try:
        output.write_text(html, encoding="utf-8", newline="\n")
    except OSError as error:
        raise BadOption(f"{output}: {error.strerror or error}") from error
    say(f"phahe: đã ghi {output}")
    return Exit.DONE
