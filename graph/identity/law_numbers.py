"""Laws that are cited by their number alone: "Luật số 15/2023/QH15" (tables/law_numbers.csv).

A law goes by its title (`graph.identity.claims`), so a number that the register has stands for the
title. The rows are much cited laws whose number and title were seen side by side in public papers
or lists of laws; what it does not have is left to papers that name both (`queries.works`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.identity.issuers import is_law
from graph.identity.keys import block_of_number
from graph.model import Claim
from loaders.records import Reference
from loaders.tables import load_csv

_YEAR = re.compile(r"/((?:19|20)\d\d)/")


def with_title(reference: Reference) -> Reference:
    """Return a law that is cited by its number alone with its title, where the register has it."""
    if reference.title is not None or reference.number is None or not is_law(reference.type):
        return reference
    title = _titles().get(block_of_number(reference.number) or "")
    return reference if title is None else replace(reference, title=title)


def law_claim(reference: Reference, said: Claim) -> Claim | None:
    """Return what a paper that names a law by title and number says of that number alone.

    `said` is what it says by the title. The claim is one of an issued work in the number's block:
    where papers cite the number alone, it ties what they mean to the law of the title.
    """
    block = block_of_number(reference.number) if reference.number else None
    year = _YEAR.search(reference.number or "")
    if block is None or year is None or said.block == block or reference.title is None:
        return None
    if not is_law(said.type) or (said.issue_date or year[1])[:4] != year[1]:
        return None
    return replace(said, block=block, issue_date=year[1], other_dates=(), not_after=year[1])


@cache
def _titles() -> dict[str, str]:
    found = {
        block_of_number(row["number"]): row["title"] for row in load_csv("graph", "law_numbers")
    }
    return {block: title for block, title in found.items() if block is not None}
