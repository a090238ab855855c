"""Party committees of offices: "Đảng ủy Sở Y tế" stands where the office does."""

from __future__ import annotations

from typing import Any

from loaders.grammar.patterns import find_of
from loaders.names.agency import Agency
from loaders.names.shouted import in_small_letters
from loaders.text.source_text import SourceText

_COUNCIL = "Hội đồng nhân dân"


def party_committee(
    text: SourceText, start: int, begin: int, row: dict[str, Any], body: Agency | None
) -> Agency | None:
    """Return the committee at `start` of the `body` that the tables know at `begin`, behind its
    kind (`row`), or of an office in capitals that they do not know.

    None for that of a people's committee, which its own row tells, of a council, or of another
    committee, and where a place follows.
    """
    if body is None or body.level is None or body.end <= begin:
        return _in_capitals(text, start, begin, row)
    if body.kind in (row.get("of"), _COUNCIL) or body.kind.endswith("ủy"):
        return None
    name = f"{row['name']} {body.name}"
    return Agency(start, body.end, name, row["name"], body.level, body.province, body.district)


def _in_capitals(text: SourceText, start: int, begin: int, row: dict[str, Any]) -> Agency | None:
    """The committee of an office that no table knows, on a line of capitals: "ĐẢNG ỦY CỤC DÂN SỐ".
    Nothing tells its level.
    """
    line = text.value.find("\n", begin)
    end = len(text.value) if line < 0 else line
    opens = row.get("only_of") or find_of("agencies", "office_opens")(text.low, begin)
    if not opens or begin >= end or not text.value[start:end].isupper():
        return None
    body = in_small_letters(text.value[begin:end])
    name = f"{row['name']} {body[0].upper()}{body[1:]}"
    return Agency(start, end, name, row["name"], None, None, None)
