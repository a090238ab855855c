"""Parts of blocks, as a store is asked for their claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class BlockPart(NamedTuple):
    """Some claims of a block: of a folded province, "" for those that name none, None for all.

    With a `year`, only those that concern it: of no date, or that give a date in it.
    """

    block: str
    province: str | None
    year: str | None = None


@dataclass(frozen=True, slots=True)
class PartsByKind:
    """Parts by what is known of them, for a store has a statement for each kind."""

    blocks: list[str] = field(default_factory=list)
    provinces: list[tuple[str, str]] = field(default_factory=list)
    years: list[tuple[str, str]] = field(default_factory=list)
    both: list[tuple[str, str, str]] = field(default_factory=list)


def parts_by_kind(parts: Iterable[BlockPart]) -> PartsByKind:
    """Return the parts, each once, in their order."""
    found = PartsByKind()
    for block, province, year in dict.fromkeys(parts):
        if province is not None and year is not None:
            found.both.append((block, province, year))
        elif province is not None:
            found.provinces.append((block, province))
        elif year is not None:
            found.years.append((block, year))
        else:
            found.blocks.append(block)
    return found
