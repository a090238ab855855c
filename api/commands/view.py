"""`phahe view`: the page of a document as one file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from api.commands.opening import document_of, reading
from api.console import say
from api.exits import Exit
from api.output import write_bytes
from queries.documents import show, source_text
from queries.facts import DutyQuestion, duties, targets
from queries.findings import findings
from queries.lineage import LineageDirection, LineageQuestion, lineage
from queries.options import MAX_LIMIT, relations_in_order
from queries.timeline import timeline


def run(
    ref: str, store_url: str | None, asked: LineageQuestion, output: Path, *, limit: int
) -> int:
    """Write the page and return the exit code; it goes as many steps as the page itself.

    `limit` is how many documents of the lineage it holds each way.
    """
    from visual.choices import LineageChoice, all_groups, steps_of
    from visual.single_page import Stated, single_file, unnamed
    from visual.tables import RELATED

    relations = relations_in_order(asked.relations)
    asked = replace(asked, relations=relations, depth=steps_of(relations))
    with reading(store_url) as store:
        key = document_of(store, ref).key
        view, text = show(store, key, types=RELATED), source_text(store, key)
        above, below = (
            lineage(store, key, way, asked, limit=limit)
            for way in (LineageDirection.ANCESTORS, LineageDirection.DESCENDANTS)
        )
        others = store.documents(unnamed(view, above, below, text)).values()
        stated = Stated(
            targets(store, document=key, limit=MAX_LIMIT),
            duties(store, DutyQuestion(document=key), as_of=asked.as_of, limit=MAX_LIMIT),
            timeline(store, key, as_of=asked.as_of, limit=MAX_LIMIT),
            findings(store, key, limit=MAX_LIMIT),
        )
    groups = all_groups((above, below))
    choice = LineageChoice(relations, above.sieve, asked.depth, groups, asked.as_of)
    html = single_file(view, (above, below), text, stated, others, choice=choice)
    write_bytes(output, html.encode("utf-8"))
    say(f"phahe: đã ghi {output}")
    left_out = sum(one.total - len(one.items) for one in (above, below))
    if left_out:
        say(f"phahe: {left_out} văn bản khác không có trong tệp; thêm --limit để có nhiều hơn")
    return Exit.DONE
