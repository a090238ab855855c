"""`phahe mentions`."""

from __future__ import annotations

from api.commands.opening import document_of, reading
from api.console import print_json_line
from api.exits import Exit
from queries.mentions import MentionRow, mentions
from queries.shapes import mention_json
from visual.formats import one_line


def run(ref: str | None, store_url: str | None, *, as_json: bool) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        key = None if ref is None else document_of(store, ref).key
        for row in mentions(store, key):
            if as_json:
                print_json_line(mention_json(row))
            else:
                print(_line(row))
    return Exit.DONE


def _line(row: MentionRow) -> str:
    place = "-" if row.span is None else f"{row.span.start}-{row.span.end}"
    kinds = ",".join(row.relations)
    quote = one_line(row.quote or "", 120)
    return "\t".join((row.file, place, row.kind, row.status, row.key or "-", kinds, quote))
