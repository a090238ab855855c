"""Numbers that carry their year: a text that leaves it out and gives the day means that year's.

"Nghị định 156/NĐ-CP ngày 15/11/2018" is 156/2018/NĐ-CP. Where only the year is given, or nothing,
the number stays as printed. Series and source: tables/yearly_numbers.toml.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.identity.keys import block_of_number
from loaders.tables import load_toml

_DAY = len("2018-11-15")
_SEQUENCE = re.compile(r"(\d+[a-zđ]?)\s*[/-]\s*", re.IGNORECASE)


@lru_cache(maxsize=16384)
def whole_number(number: str | None, date: str | None) -> str | None:
    """Return the number with the year of its ISO date, where its series has one and it is left out.

    None for no number; as it is where the date is not full, or of before the series had a year.
    """
    block = block_of_number(number) if number and date and len(date) == _DAY else None
    if number is None or date is None or block is None:
        return number
    if not any(date >= since and symbols.fullmatch(block) for symbols, since in _series()):
        return number
    return _SEQUENCE.sub(rf"\g<1>/{date[:4]}/", number, count=1)


@cache
def _series() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load_toml("graph", "yearly_numbers")["series"]
    return tuple(
        (re.compile(rf"\d+[a-z]?-(?:{'|'.join(row['symbols'])})"), row["since"]) for row in rows
    )
