"""Resolutions that papers call by a plenum and a subject, tied to the numbered ones.

"Nghị quyết Trung ương sáu khóa XII về công tác dân số" is the resolution of which some loaded paper
tells number, day, plenum, term and subject, or number and day where the register of reused numbers
tells the rest. A plenum passed several resolutions: without a subject it is none of them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.identity.issuers import is_of_central_party
from graph.identity.keys import block_of_title
from graph.identity.register import register_of
from graph.identity.wording import title_words
from graph.model import Claim
from loaders.records import Reference

_DAY = len("2018-08-21")
_PLENUM = re.compile(r"\bhoi nghi trung uong (\d+) khoa ([ivxl]+)\b")
_ABOUT = re.compile(r"^(?:v/v|về việc|về) ", re.IGNORECASE)
_ISSUER = "Ban Chấp hành Trung ương Đảng"


def plenum_claim(reference: Reference, said: Claim) -> Claim | None:
    """Return what a paper says of a numbered resolution by its plenum, None where it tells none.

    `said` is what it says by the number. The claim is one of an issued work, which the numbered
    resolution stands for.
    """
    dated = len(said.issue_date or "") == _DAY
    if said.number is None or said.type is None or not dated or not is_of_central_party(said.block):
        return None
    told = _told(reference) or _registered(said)
    if told is None:
        return None
    which, term, subject = told
    title = f"{said.type} Hội nghị Trung ương {which} khóa {term} về {_ABOUT.sub('', subject)}"
    return replace(
        said,
        block=block_of_title(said.type, title),
        title=title,
        issuer=f"{_ISSUER} (khóa {term})",
        other_dates=(),
        term=term,
        not_after=said.issue_date,
    )


def _told(reference: Reference) -> tuple[int, str, str] | None:
    """Return plenum, term and subject that the paper itself tells beside the number."""
    if reference.title is None:
        return None
    for mention in reference.mentions:
        found = _PLENUM.search(" ".join(title_words(mention.passage.quote)))
        if found is not None and mention.number is not None:
            return int(found[1]), found[2].upper(), reference.title
    return None


def _registered(said: Claim) -> tuple[int, str, str] | None:
    for entry in register_of(said.block):
        if entry.issue_date == said.issue_date and entry.plenum and entry.party_term:
            return entry.plenum, entry.party_term, entry.title
    return None
