"""The names of congresses: whose, on what level, and which one.

"Đại hội đại biểu Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025-2030" and "Đại hội lần thứ 15 Đảng bộ tỉnh"
are one congress, "Đại hội XIII của Đảng" is the nation's. The words are rows of
tables/congresses.toml.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.folding import fold
from loaders.grammar.patterns import find_of
from loaders.records import Level
from loaders.tables import load_toml

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
    whose = None if body and "đảng bộ" in body["whose"] else _organisation(low[start:end])
    if whose is not None:
        return _of_organisation(low, start, end, whose, numeral)
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


def _organisation(low: str) -> str | None:
    """Return the organisation whose congress it is, None for the Party's."""
    organisations: dict[str, list[str]] = load_toml("loaders", "congresses")["organisations"]
    words = f" {' '.join(low.split())} ".replace(",", " ")
    return next(
        (
            name
            for name, forms in organisations.items()
            if any(f" {form} " in words for form in forms)
        ),
        None,
    )


def _of_organisation(low: str, start: int, end: int, whose: str, numeral: int | None) -> Congress:
    """Return an organisation's congress, of the unit that its title names, else the nation's."""
    found = find_of("congresses", "unit")(low, start, end)
    if found is None:
        return Congress(fold(whose), "", Level.CENTRAL, numeral)
    unit = " ".join(found["unit"].split())
    level = load_toml("loaders", "congresses")["levels"].get(unit)
    place = fold(found["place"]) or None
    return Congress(f"{fold(whose)} {fold(unit)}", place, Level(level) if level else None, numeral)


def _number(numeral: str) -> int | None:
    """Return what "XV", "15" or "nhất" counts."""
    ordinals: dict[str, int] = load_toml("loaders", "congresses")["ordinals"]
    if numeral.isdigit() or numeral in ordinals:
        return ordinals.get(numeral) or int(numeral)
    values = [_ROMAN[letter] for letter in numeral]
    behind = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, behind, strict=True))
