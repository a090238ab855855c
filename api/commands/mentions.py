"""`phahe mentions`."""

from __future__ import annotations

from api.commands.opening import document_of, reading
from api.commands.tables import count_of, document_cell, lines, table
from api.console import out, print_json_line
from api.exits import Exit
from api.output import print_answer, wants_table
from graph.store import Store
from queries.mentions import MentionRow, mentions
from queries.naming import NamingRow, naming_json, namings
from queries.shapes import Json, mention_json
from visual.formats import one_line
from visual.sheets import MENTIONS
from visual.texts import load_texts


def run(ref: str | None, of: str | None, store_url: str | None, *, as_json: bool) -> int:
    """Answer the command and return its exit code.

    With `of` the places that name that document, in the files of `ref` or in all.
    """
    with reading(store_url) as store:
        key = None if ref is None else document_of(store, ref).key
        if of is not None:
            found = namings(store, document_of(store, of).key)
            rows = [one for one in found if key in (None, one.row.document)]
            _tell(store, rows, as_json=as_json)
            return Exit.DONE
        if wants_table():
            _table([mention_json(row) for row in mentions(store, key)])
            return Exit.DONE
        for row in mentions(store, key):
            if as_json:
                print_json_line(mention_json(row))
            else:
                print(_line(row))
    return Exit.DONE


def _tell(store: Store, rows: list[NamingRow], *, as_json: bool) -> None:
    if wants_table():
        _table([naming_json(one) for one in rows])
        return
    if as_json:
        for one in rows:
            print_json_line(naming_json(one))
        return
    console, texts = out(), load_texts()
    documents = store.documents({one.row.document for one in rows})
    made = table("Văn bản", "Là", "Câu")
    for one in rows:
        row = one.row
        place = "" if row.span is None else f", {row.span.start}–{row.span.end}"
        made.add_row(
            document_cell(documents[row.document]),
            lines(*(texts(f"doing.{kind}") for kind in row.relations)),
            lines(f"“{one_line(one.sentence, 600)}”", f"({row.file}{place})"),
        )
    if rows:
        console.print(made)
    console.print(count_of(len(rows), "chỗ nhắc"))


def _table(items: list[Json]) -> None:
    """Print all the places as the table asked for: the lines have no pages."""
    print_answer({"items": items, "total": len(items), "truncated": False}, MENTIONS)


def _line(row: MentionRow) -> str:
    place = "-" if row.span is None else f"{row.span.start}-{row.span.end}"
    kinds = ",".join(row.relations)
    quote = one_line(row.quote or "", 120)
    return "\t".join(
        (one_line(row.file), place, row.kind, row.status, row.key or "-", kinds, quote)
    )
