"""What a finding says besides its documents, in words."""

from __future__ import annotations

from loaders.records import RelationType
from queries.dates import show_date
from queries.finding_kinds import Finding, FindingCode
from visual.retold import retold
from visual.texts import load_texts


def finding_detail(found: Finding) -> str:
    """Return the detail of a finding as people write it: dates, a relation, an agency, reasons."""
    detail = found.detail or ""
    if found.code is FindingCode.DATE_CONFLICT:
        return ", ".join(show_date(date) for date in detail.split(", "))
    if detail in RelationType.__members__.values():
        return load_texts()(f"relation.{detail}")
    return "; ".join(retold(one) for one in detail.split("; "))
