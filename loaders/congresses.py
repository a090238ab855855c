"""Congresses: which body's congress a resolution was passed by, which one, and on what level.

"Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV" is told from that of the district, and from
that of the fourteenth congress, by a word and a numeral that other titles would call a slip.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.citation import Citation
from loaders.patterns import find_of
from loaders.records import Level
from loaders.tables import load_toml
from loaders.text import SourceText


@dataclass(frozen=True, slots=True)
class Congress:
    """What a title tells: whose congress, on what level, which one; None where it does not."""

    body: str | None
    level: Level | None
    which: str | None


def congress_of(low: str, start: int, end: int) -> Congress | None:
    """Return the congress that the title low[start:end] names, None where it names none."""
    if find_of("congresses", "named")(low, start, end) is None:
        return None
    body = find_of("congresses", "body")(low, start, end)
    levels: dict[str, str] = load_toml("loaders", "congresses")["levels"]
    word = " ".join(body["body"].split()) if body else None
    level = levels.get(word) if word else None
    which = find_of("congresses", "which")(low, start, end)
    return Congress(word, Level(level) if level else None, which["which"] if which else None)


def level_of(text: SourceText, citation: Citation) -> Level | None:
    """Return the level of a citation's issuer, or of the congress in its title."""
    if citation.issuer is not None:
        return citation.issuer.level
    if not citation.titled or citation.title is None:
        return None
    congress = congress_of(text.low, *citation.title)
    return congress.level if congress else None


def congresses_part(a: Congress | None, b: Congress | None) -> bool:
    """Whether both are told and differ in the body or in the numeral."""
    if a is None or b is None:
        return False
    sides = ((a.body, b.body), (a.which, b.which))
    return any(one is not None and two is not None and one != two for one, two in sides)
