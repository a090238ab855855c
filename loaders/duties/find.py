"""Duties: who is given what to do, as lead, partner or otherwise, in blocks and in tables."""

from __future__ import annotations

from bisect import bisect_right

from loaders.duties.agency_rows import agency_rows
from loaders.duties.assignments import find_assignments
from loaders.duties.block_reader import BlockReader
from loaders.duties.bracketed_tasks import find_bracketed_tasks
from loaders.duties.found_duties import FoundDuty, duties_in_tables
from loaders.duties.scanned_tasks import find_scanned_tables, scanned_assignments
from loaders.duties.stacked_tasks import find_stacked_tasks
from loaders.duties.task_blocks import find_task_blocks
from loaders.duties.wrapped_names import KnownNames
from loaders.layout.context import Place
from loaders.layout.regions import Region
from loaders.layout.structure import Outline
from loaders.text.source_text import SourceText

_BEHIND_TASKS = (Region.CLOSING, Region.SIGNATURE)


def find_duties(
    text: SourceText, outline: Outline, regions: list[Region], places: list[Place]
) -> list[FoundDuty]:
    """Return the duties in reading order, one an agency and task.

    `regions` and `places` are those of the outline's blocks.
    """
    scanned = find_scanned_tables(text, outline.lines)
    taken = [(table.start, table.end) for table in scanned]
    assigned, tables = find_assignments(text, outline.lines, taken)
    tables += taken
    for rows, spans in (
        find_stacked_tasks(text, outline.lines),
        find_task_blocks(text, outline.blocks),
        find_bracketed_tasks(text, outline.blocks),
    ):
        assigned, tables = assigned + rows, tables + spans
    tables.sort()
    starts = [start for start, _ in tables]
    in_rows = agency_rows(text, outline.blocks, regions, places)
    reader = BlockReader(text)
    blocks = zip(outline.blocks, regions, places, strict=True)
    for i, (block, region, place) in enumerate(blocks):
        at = bisect_right(starts, block.start) if tables else 0
        if at == 0 or block.start >= tables[at - 1][1]:
            if i in in_rows:
                place = place._replace(organises=True)
            following = i + 1 < len(regions) and regions[i + 1] not in _BEHIND_TASKS
            reader.read(block, region, place, outline.blocks[i + 1] if following else None)
    if scanned:
        known = KnownNames(name for duty in reader.found for name in (duty.agency, *duty.partners))
        for table in scanned:
            assigned += scanned_assignments(text, table, known)
    found = [*reader.found, *duties_in_tables(assigned, outline.blocks, places)]
    return sorted(found, key=lambda duty: duty.start) if assigned else found
