"""The bounds of options, checked once for all questions."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection
from datetime import date

from loaders.records import RelationType
from queries.errors import BadOption

MAX_LIMIT = 10_000
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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


def first_day(value: str, name: str = "date") -> str:
    """Return an ISO date, a partial one as its first day: "2017-10" gives "2017-10-01".

    Raises BadOption, naming the option `name`, where it is no date.
    """
    match = _DATE.fullmatch(value)
    try:
        if match is None:
            raise ValueError(value)
        return date(*(int(part) if part else 1 for part in match.groups())).isoformat()
    except ValueError as error:
        raise BadOption(
            f"{name}: “{value}” không phải ngày; cần YYYY, YYYY-MM hoặc YYYY-MM-DD"
        ) from error


def last_day(value: str, name: str = "date") -> str:
    """Return an ISO date, a partial one as its last day: "2017-02" gives "2017-02-28".

    What is asked for until 2017 is asked for until the end of that year. Raises BadOption.
    """
    year, month, _ = first_day(value, name).split("-")
    if len(value) == len("2017-10-25"):
        return value
    month = month if len(value) == len("2017-10") else "12"
    return f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]:02d}"


def is_later(issued: str | None, day: str | None) -> bool:
    """Tell whether a document issued on `issued` (ISO, partial, None) comes after `day`.

    `day` is a full date or None. An unknown date is never later.
    """
    if day is None or issued is None:
        return False
    return issued + "-01-01"[len(issued) - 4 :] > day if len(issued) < 10 else issued > day
