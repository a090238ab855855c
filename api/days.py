"""Days as people type them: 25/10/2017, 10/2017, 2017, or as ISO has them."""

from __future__ import annotations

import calendar
import re

from queries.errors import BadOption

_ISO = re.compile(r"([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TYPED = re.compile(r"(?:(\d{1,2})([/.-]))?(\d{1,2})[/.-]([1-9]\d{3})", re.ASCII)
_FORMS = "viết như 25/10/2017, 10/2017, 2017 hoặc 2017-10-25"

_YEAR = r"[1-9]\d{3}"
_LEAP = r"([1-9]\d(0[48]|[2468][048]|[13579][26])|(1[26]|[2468][048]|[3579][26])00)"
_ISO_DAY = (
    r"((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)"
    r"|02-(0[1-9]|1\d|2[0-8]))"
)
_SHORT = r"(0?[1-9]|1\d|2[0-8])"
_TYPED_DAY = (
    rf"({_SHORT}[/.-](0?[1-9]|1[0-2])|(29|30)[/.-](0?[13-9]|1[0-2])|31[/.-](0?[13578]|1[02]))"
)
ISO_PATTERN = rf"^({_YEAR}(-(0[1-9]|1[0-2])|-{_ISO_DAY})?|{_LEAP}-02-29)$"
"""What `iso_day` gives, as a pattern for a schema: no day that its month does not have."""
TYPED_PATTERN = (
    rf"{ISO_PATTERN[:-2]}|({_TYPED_DAY}[/.-]|(0?[1-9]|1[0-2])[/.-]){_YEAR}"
    rf"|29[/.-]0?2[/.-]{_LEAP})$"
)
"""What `iso_day` takes."""


def iso_day(typed: str, name: str) -> str:
    """Return the ISO date, possibly partial, of what someone typed for the option `name`.

    The day goes before the month, as in Viet Nam: "5/3/2018" is 2018-03-05. Raises BadOption with
    the reason for what no calendar has (31/02/2018) and for all other forms, a year of two digits
    among them: which century it is would be a guess.
    """
    if match := _ISO.fullmatch(typed):
        year, month, day = match.groups()
    elif match := _TYPED.fullmatch(typed):
        day, _, month, year = match.groups()
    else:
        raise BadOption(f"{name}: “{typed}” không phải ngày; {_FORMS}")
    if month is None:
        return str(year)
    if not 1 <= int(month) <= 12:
        raise BadOption(f"{name}: “{typed}”: không có tháng {int(month)}; {_FORMS}")
    so_far = f"{year}-{int(month):02d}"
    if day is None:
        return so_far
    most = calendar.monthrange(int(year), int(month))[1]
    if not 1 <= int(day) <= most:
        raise BadOption(f"{name}: “{typed}”: tháng {int(month)}/{year} chỉ có từ ngày 1 đến {most}")
    return f"{so_far}-{int(day):02d}"
