"""Congresses: which body's congress a resolution was passed by, which one, and on what level.

"Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XV" is told from that of the district, and from
that of the fourteenth congress, by a word and a numeral that other titles would call a slip; and
"Đại hội lần thứ 15 Đảng bộ tỉnh" is that congress once more.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.citation import Citation
from loaders.folding import fold
from loaders.patterns import find_of
from loaders.records import Level
from loaders.tables import load_toml
from loaders.text import SourceText

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Congress:
    """What a title tells: whose congress, on what level, which one; None where it does not.

    `body` is the kind of body in its full words ("Đảng bộ các cơ quan | tỉnh"), `place` the name
    behind it, which a paper of that place leaves out; both folded.
    """

    body: str | None
    place: str | None
    level: Level | None
    which: int | None


def congress_of(low: str, start: int, end: int) -> Congress | None:
    """Return the congress that the title low[start:end] names, None where it names none."""
    if find_of("congresses", "named")(low, start, end) is None:
        return None
    table = load_toml("loaders", "congresses")
    which = find_of("congresses", "which")(low, start, end)
    numeral = _number(which["which"] or which["behind"]) if which else None
    body = find_of("congresses", "body")(low, start, end)
    if body is None:
        national = find_of("congresses", "national")(low, start, end)
        return (
            Congress("", "", Level.CENTRAL, numeral)
            if national
            else Congress(None, None, None, numeral)
        )
    unit = " ".join(body["unit"].split())
    level = table["levels"].get(unit)
    kind = f"{fold(body['whose'])} {fold(unit)}".strip()
    return Congress(kind, fold(body["place"]) or None, Level(level) if level else None, numeral)


def _number(numeral: str) -> int | None:
    """Return what "XV", "15" or "nhất" counts."""
    ordinals: dict[str, int] = load_toml("loaders", "congresses")["ordinals"]
    if numeral.isdigit() or numeral in ordinals:
        return ordinals.get(numeral) or int(numeral)
    values = [_ROMAN[letter] for letter in numeral]
    behind = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, behind, strict=True))


def level_of(text: SourceText, citation: Citation) -> Level | None:
    """Return the level of a citation's issuer, or of the congress in its title."""
    if citation.issuer is not None:
        return citation.issuer.level
    congress = cited_congress(text, citation)
    return congress.level if congress else None


def cited_congress(text: SourceText, citation: Citation) -> Congress | None:
    """Return the congress that a work's title names, None for other works."""
    if not citation.titled or citation.title is None:
        return None
    return congress_of(text.low, *citation.title)


def congresses_part(a: Congress | None, b: Congress | None) -> bool:
    """Whether both are told and differ in the body, its place or the numeral."""
    if a is None or b is None:
        return False
    sides = ((a.body, b.body), (a.place, b.place), (a.which, b.which))
    return any(one is not None and two is not None and one != two for one, two in sides)


def one_congress(a: Congress | None, b: Congress | None) -> bool:
    """Whether both tell body and numeral, and agree in them and in what they say of the place."""
    told = a is not None and a.body is not None and a.which is not None
    both = told and b is not None and b.body is not None and b.which is not None
    return both and not congresses_part(a, b)
