"""Dates of questions: ISO, possibly partial, as bounds, and as people write them."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from queries.errors import BadOption

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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


def day_bounds(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day that the options `from` and `until` let through.

    Partial dates count as in `first_day` and `last_day`. Raises BadOption for what is no date, and
    where no day lies between them: two dates that were swapped would look like an empty answer.
    """
    first = None if since is None else first_day(since, "from")
    last = None if until is None else last_day(until, "until")
    if first is not None and last is not None and first > last:
        told = f"from: {show_date(since)} muộn hơn until: {show_date(until)}"
        raise BadOption(f"{told}; hãy đổi hai ngày")
    return first, last


def is_later(issued: str | None, day: str | None) -> bool:
    """Tell whether a document issued on `issued` (ISO, partial, None) comes after `day`.

    `day` is a full date or None. An unknown date is never later.
    """
    if day is None or issued is None:
        return False
    return issued + "-01-01"[len(issued) - 4 :] > day if len(issued) < 10 else issued > day


@lru_cache(maxsize=4096)
def show_date(date: str | None) -> str:
    """Return an ISO date, possibly partial, as in Viet Nam: 25/10/2017, 10/2017, 2017."""
    return "" if date is None else "/".join(reversed(date.split("-")))
