"""Numbers that begin again each year: which document a citation without a date cannot be given to.

"15/KH-UBND" is given out anew each year by each committee (Nghị định 30/2020/NĐ-CP, Phụ lục I). A
paper that cites it without day and subject means one of late; the only one that is loaded may be
of many years before. Numbers of the Party go on for a term, and those of central bodies are cited
by their number alone for as long as they hold.
"""

from __future__ import annotations

import re

from graph.identity.agreement import Draft, fit
from graph.identity.titles import CONFLICT
from graph.model import Claim
from loaders.records import Level

_YEARLY = re.compile(r"\d+[a-zđ]?\s*/\s*[^\W\d_]", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/])")
_LATE = 1
"""So many years before the citing paper's a document may be of that it cites without a date."""


def is_of_earlier_year(claim: Claim, draft: Draft) -> bool:
    """Whether a citation of a local number, undated, tells nothing of a document of years ago.

    A subject that is the document's or names no other year, a day that its paper gives to the
    number, and a day of the document that is not known, all may mean it.
    """
    if claim.own or claim.issue_date or claim.not_after is None or claim.number is None:
        return False
    if not draft.dates or set(claim.near_dates) & draft.dates:
        return False
    if Level.CENTRAL in (claim.level, draft.place.level) or not _YEARLY.match(claim.number):
        return False
    issued = int(max(draft.dates)[:4])
    if issued >= int(claim.not_after[:4]) - _LATE:
        return False
    if claim.title is None:
        return True
    years = [int(year) for year in _YEAR.findall(claim.title)]
    told = (fit(claim, draft).title or 0.0) >= CONFLICT
    return bool(years) and not told and all(abs(year - issued) > _LATE for year in years)
