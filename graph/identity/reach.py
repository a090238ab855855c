"""Reach: which claims of a block can have a say in what a claim means.

Claims of two provinces never mean one document, nor do claims of two years: dates that contradict
part, and what is undated is weighed last, when the dated ones are settled
(`graph.identity.sorting`). So only claims of one province and one year are sorted together, unless
something ties more of them: a claim that names no province, one that has no date, one that gives
days of two years, and a number of the Party's central bodies, which goes on for a term
(`graph.identity.slips`). What ties may tie too much, which costs time and changes nothing; it must
never tie too little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from graph.block_parts import BlockPart
from graph.identity.facts import CountedClaim
from graph.identity.issuers import is_of_central_party
from graph.model import Claim, StoredClaim
from graph.store import Store
from loaders.folding import fold


def province_of(claim: Claim) -> str:
    """Return the folded province of a claim, "" where it names none."""
    return fold(claim.province) if claim.province else ""


def year_of(claim: Claim) -> str | None:
    """Return the one year whose claims can meet this one, None where several years' can."""
    if is_of_central_party(claim.block):
        return None
    years = {date[:4] for date in claim.stated_dates}
    return years.pop() if len(years) == 1 else None


def parted(claims: Iterable[CountedClaim]) -> list[list[CountedClaim]]:
    """Return the claims that are sorted into documents together, in the order of blocks.

    Of each block all that reach one another have to be given.
    """
    blocks: dict[str, list[CountedClaim]] = defaultdict(list)
    for counted in claims:
        blocks[counted.claim.block].append(counted)
    return [part for _, some in sorted(blocks.items()) for part in _parts(some)]


def _parts(claims: Sequence[CountedClaim]) -> list[list[CountedClaim]]:
    """Return the parts of one block, of which each year is apart where every claim has one."""
    if len(claims) == 1:
        return [list(claims)]
    years: dict[str | None, list[CountedClaim]] = defaultdict(list)
    for counted in claims:
        years[year_of(counted.claim)].append(counted)
    if None in years:
        return _by_province(claims)
    return [part for _, some in sorted(years.items()) for part in _by_province(some)]


def _by_province(claims: Sequence[CountedClaim]) -> list[list[CountedClaim]]:
    """Return the claims of each province, all together where one names none."""
    found: dict[str, list[CountedClaim]] = defaultdict(list)
    for counted in claims:
        found[province_of(counted.claim)].append(counted)
    return [list(claims)] if "" in found else [some for _, some in sorted(found.items())]


def reached(
    store: Store, claims: Iterable[Claim], whole: Collection[str]
) -> dict[str, StoredClaim]:
    """Return by id the stored claims that these reach, from one to the next, themselves included.

    Of the blocks `whole` all claims are reached.
    """
    asked: set[BlockPart] = set()
    found: dict[str, StoredClaim] = {}
    reach = _Reach(whole)
    reach.add(claims)
    while new := reach.parts() - asked:
        asked |= new
        stored = {one.claim.id: one for one in store.claims(parts=sorted(new, key=repr))}
        found |= stored
        reach.add(one.claim for one in stored.values())
    return found


class _Reach:
    """Parts of blocks that are reached, each a whole: what it holds reaches nothing beyond."""

    def __init__(self, whole: Collection[str]) -> None:
        self._whole = set(whole)
        self._provinces: set[tuple[str, str]] = set()
        self._years: set[tuple[str, str]] = set()
        self._both: set[tuple[str, str, str]] = set()

    def add(self, claims: Iterable[Claim]) -> None:
        """Take in claims that are reached."""
        for claim in claims:
            block, province, year = claim.block, province_of(claim), year_of(claim)
            if not province and year is None:
                self._whole.add(block)
            elif year is None:
                self._provinces.add((block, province))
            elif not province:
                self._years.add((block, year))
            else:
                self._both.add((block, province, year))

    def parts(self) -> set[BlockPart]:
        """Return what has to be looked at: the parts, and what could tie them to others."""
        found = {BlockPart(block, None) for block in self._whole}
        for block, year in self._years:
            if block not in self._whole:
                found.add(BlockPart(block, None, year))
        for block, province in self._provinces:
            if block not in self._whole:
                found |= {BlockPart(block, province), BlockPart(block, "")}
        for block, province, year in self._both:
            wider = (block, year) in self._years or (block, province) in self._provinces
            if block not in self._whole and not wider:
                found |= {BlockPart(block, province, year), BlockPart(block, "", year)}
        return found
