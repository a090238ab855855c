"""The bounds of options besides dates, checked once for all questions."""

from __future__ import annotations

from collections.abc import Collection

from loaders.records import RelationType
from queries.errors import BadOption

MAX_LIMIT = 10_000


def check_limit(limit: int) -> int:
    """Return `limit`; raises BadOption outside 1 to 10,000."""
    if not 1 <= limit <= MAX_LIMIT:
        raise BadOption(f"limit: cần một số từ 1 đến 10.000, không phải {limit}")
    return limit


def relations_in_order(relations: Collection[RelationType]) -> tuple[RelationType, ...]:
    """Return the relations in the order of `RelationType`, each once; BadOption for none."""
    if not relations:
        raise BadOption("relations: cần ít nhất một loại quan hệ")
    return tuple(kind for kind in RelationType if kind in relations)
