"""`phahe view`: the page of a document as one file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from api.commands.opening import document_of, reading
from api.console import say
from api.exits import Exit
from api.output import write_bytes
from loaders.records import RelationType
from queries.documents import show, source_text
from queries.facts import duties, targets
from queries.findings import findings
from queries.lineage import LineageDirection, lineage
from queries.options import MAX_LIMIT
from queries.sieve import Sieve
from queries.timeline import timeline


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the lineage goes into the file, as the filters of the page have it."""

    relations: tuple[RelationType, ...]
    sieve: Sieve
    as_of: str | None


def run(ref: str, store_url: str | None, asked: Asked, output: Path) -> int:
    """Write the page and return the exit code."""
    from visual.choices import LineageChoice, all_groups, steps_of
    from visual.single_page import Stated, single_file, unnamed
    from visual.tables import RELATED

    relations = tuple(kind for kind in RelationType if kind in asked.relations)
    depth = steps_of(relations)
    with reading(store_url) as store:
        key = document_of(store, ref).key
        view, text = show(store, key, types=RELATED), source_text(store, key)
        above, below = (
            lineage(
                store, key, way, relations=relations, depth=depth, as_of=asked.as_of,
                sieve=asked.sieve,
            )
            for way in (LineageDirection.ANCESTORS, LineageDirection.DESCENDANTS)
        )  # fmt: skip
        others = store.documents(unnamed(view, above, below, text)).values()
        stated = Stated(
            targets(store, document=key, limit=MAX_LIMIT),
            duties(store, document=key, as_of=asked.as_of, limit=MAX_LIMIT),
            timeline(store, key, as_of=asked.as_of, limit=MAX_LIMIT),
            findings(store, key, limit=MAX_LIMIT),
        )
    groups = all_groups((above, below))
    choice = LineageChoice(relations, above.sieve, depth, groups, asked.as_of)
    html = single_file(view, (above, below), text, stated, others, choice=choice)
    write_bytes(output, html.encode("utf-8"))
    say(f"phahe: đã ghi {output}")
    return Exit.DONE
