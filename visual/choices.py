"""What of a lineage a page shows: its relations and filters, as a form and as addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from loaders.folding import fold
from loaders.records import Level, RelationType
from queries.dates import show_date
from queries.groups import Group
from queries.lineage import Lineage
from queries.sieve import Sieve
from visual import theme
from visual.downloads import GRAPH_FORMS, MOST, files_at

IMPLEMENTS = (RelationType.IMPLEMENTS,)

STEPS = 2
"""So many steps a page goes where other relations than carrying out are followed: through these
almost everything hangs together with almost everything."""

Options = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class LineageChoice:
    """What was chosen on a page.

    `groups` count all documents of both lineages, those too that `sieve` leaves out; `depth` is
    how many steps the tables go, None for all. `others` are options of the page that stay as they
    are when another filter is chosen.
    """

    relations: tuple[RelationType, ...] = IMPLEMENTS
    sieve: Sieve = field(default_factory=Sieve)
    depth: int | None = None
    groups: tuple[Group, ...] = ()
    as_of: str | None = None
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen: its value, how many documents it lets through, its look."""

    value: str
    count: int
    chosen: bool
    style: Any = None


def steps_of(relations: tuple[RelationType, ...]) -> int | None:
    """Return how many steps a page goes over these relations, None for all."""
    return None if relations == IMPLEMENTS else STEPS


def page_options(choice: LineageChoice) -> Options:
    """Return the options of an address that shows the page as it is."""
    kinds = [_relations(choice)] if choice.relations != IMPLEMENTS else []
    return [*choice.others, *_as_of(choice), *kinds, *sieve_options(choice.sieve)]


def service_options(choice: LineageChoice) -> Options:
    """Return the options with which the service gives the same lineage, without direction."""
    depth = [] if choice.depth is None else [("depth", str(choice.depth))]
    return [_relations(choice), *depth, *_as_of(choice), *sieve_options(choice.sieve)]


def sieve_options(sieve: Sieve) -> Options:
    """Return the options of a sieve."""
    options: Options = []
    for name, value in sieve.as_json().items():
        values = value if isinstance(value, list) else [value]
        options += [(name, str(one)) for one in values if one is not None]
    return options


def lineage_files(key: str, choice: LineageChoice) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return for each direction, by the key of its text, the addresses of its files by name."""
    place = f"/v1/documents/{quote(key, safe='')}/lineage"
    rows = []
    for direction in ("descendants", "ancestors"):
        asked = [("direction", direction), *service_options(choice), ("limit", MOST)]
        rows.append((f"download.{direction}", files_at(place, asked, GRAPH_FORMS)))
    return rows


def form_values(choice: LineageChoice) -> dict[str, Any]:
    """Return what the form of the filters shows."""
    sieve = choice.sieve
    levels = Counter[Level | None]()
    places = Counter[str]()
    for group in choice.groups:
        levels[group.level] += group.total
        if group.province:
            places[group.province] += group.total
    if sieve.province:
        places.setdefault(sieve.province, 0)
    return {
        "relations": [
            Option(style.type.lower(), 0, style.type in choice.relations, style)
            for style in theme.RELATIONS
        ],
        "levels": [
            Option(theme.level_name(s.level), levels[s.level], s.level in sieve.levels, s)
            for s in theme.LEVELS
        ],
        "provinces": [
            Option(name, places[name], fold(name) == fold(sieve.province or ""))
            for name in sorted(places, key=lambda name: (fold(name), name))
        ],
        "from": show_date(sieve.issued_from),
        "until": show_date(sieve.issued_until),
        "others": [*choice.others, *_as_of(choice)],
        "active": bool(sieve) or choice.relations != IMPLEMENTS,
        "steps": choice.depth,
    }


def choice_json(choice: LineageChoice) -> dict[str, Any]:
    """Return what the script of the graph is told about the choice."""
    return {
        "kinds": [kind.value for kind in choice.relations],
        "filtered": bool(choice.sieve),
        "asked": urlencode(service_options(choice)),
    }


def choice_values(choice: LineageChoice) -> dict[str, Any]:
    """Return what the templates of a page with a lineage are given."""
    return {
        "chosen": form_values(choice),
    }


def all_groups(answers: Iterable[Lineage]) -> tuple[Group, ...]:
    """Return the groups of several lineages, one after the other."""
    return tuple(group for answer in answers for group in answer.groups)


def _as_of(choice: LineageChoice) -> Options:
    return [("as_of", choice.as_of)] if choice.as_of else []


def _relations(choice: LineageChoice) -> tuple[str, str]:
    return "relations", ",".join(kind.lower() for kind in choice.relations)
