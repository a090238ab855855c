"""Agencies: which bodies a name means, what became of each, and what documents give it to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.agencies.agency import Agency, Paper, agency_in, within, without_province
from graph.agencies.nesting import INSIDE
from graph.agencies.rows import Row, comparable, rows_of
from graph.agencies.succession import Doubt, Today, holder_today, unknown
from graph.stated import Duty, FactPlace
from graph.store import DutyCriteria, Store
from loaders.folding import fold
from loaders.records import Level
from queries.agency_duties import Body, Given, given
from queries.agency_kinds import meant
from queries.agency_names import (
    Division,
    KeyParts,
    divisions_in,
    full_names,
    kinds_of,
    parts_of,
    units_named,
)
from queries.cursors import Part, unseal
from queries.dates import first_day
from queries.errors import AgencyNotFound
from queries.facts import FactList, place_of, position_of
from queries.options import check_limit
from queries.paging import Page, cut, cut_after

FIRST = 3
"""So many duties stand with each body of a list; its `next` leads on, asked for by the key."""

OF_A_FILE = 10_000
"""So many duties a list may hold that is to be a file, beside the first of each body."""

_ANYWHERE = Paper(None, None, None, None)


@dataclass(frozen=True, slots=True)
class AgencyItem:
    """One body, or a kind of bodies (`agency.many`), which has no key.

    `parent` is the body that it is an office of, where its name tells; `today` who has its
    functions on the date asked for where no task decides; `succession` all rows of the tables,
    whatever the date.
    """

    agency: Agency
    parent: Agency | None
    today: Today
    succession: tuple[Row, ...]
    duties: FactList[Duty]


@dataclass(frozen=True, slots=True)
class AgencyList(Page[AgencyItem]):
    """One page of bodies by name, place and first day of their province.

    `unplaced` counts duties of the name of which nothing tells whose body they mean.
    """

    name: str
    province: str | None
    as_of: str | None
    unplaced: int


def agencies(
    store: Store,
    name: str,
    *,
    spellings: Sequence[str] = (),
    province: str | None = None,
    as_of: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
    all_duties: bool = False,
) -> AgencyList:
    """Return the bodies that `name` means, one in each province whose documents name it.

    `name` is written out; `spellings` are further folded ones; a name of a kind means every body
    that bears it with a place (`queries.agency_kinds`). A province printed in it outranks
    `province`, and a central body has none. A merged province is two: what papers of before and
    of after name stands apart. Bodies that no document names are those of the tables: in the unit
    that bears the province's name on the date, or without a province as a kind, without a key.
    With `as_of` documents issued later are left out, and who has the functions is said of that
    day, None for the last state of the tables.

    Each body has its first duties, with `all_duties` all of them, as far as the page has fewer than
    `OF_A_FILE`: those of the first bodies go first.

    Raises AgencyNotFound where neither tables nor documents know the name, BadOption and BadCursor.
    """
    check_limit(limit)
    day = None if as_of is None else first_day(as_of, "as_of")
    place, wanted = _place(name, province)
    bodies = meant(store, tuple(dict.fromkeys(one for one in (fold(name), *spellings) if one)))
    kind = [DutyCriteria(agencies=bodies.names, not_after=day)] if bodies.names else []
    sought = _sought(name, spellings, place, day)
    if place is None and sought:
        names = dict.fromkeys(name for one in (*sought, *kind) for name in one.agencies or ())
        sought = [DutyCriteria(agencies=tuple(names), not_after=day)]
    found, unplaced = _given(store, name, sought, wanted, (place, day))
    if place and kind and not found and not unplaced:
        found, unplaced = given(store, kind, wanted)
    rows = [(one.agency, one) for one in found.values()] or _tabled(name, place, day)
    if not rows and not unplaced:
        raise AgencyNotFound(
            f"{name}: không bảng, không văn bản nào ở đây nêu cơ quan đó", bodies.near
        )
    rows.sort(key=lambda row: _order(row[0]))
    question: tuple[Part, ...] = ("agencies", fold(name), province, as_of, *spellings)
    page = cut(rows, question, limit, cursor)
    shares = _shares([one.total for _, one in page[0]], OF_A_FILE if all_duties else 0)
    items = (
        _item(store, body, one, as_of, limit=share)
        for (body, one), share in zip(page[0], shares, strict=True)
    )
    return AgencyList(
        tuple(items),
        *page[1:],
        name=name,
        province=place,
        as_of=as_of,
        unplaced=unplaced,
    )


def _given(
    store: Store,
    name: str,
    sought: Sequence[DutyCriteria],
    wanted: Callable[[Agency], bool],
    where: tuple[str | None, str | None],
) -> tuple[dict[Body, Given], int]:
    """Return what `given` does, with the divisions that the name may mean; `where`: place, day."""
    found, unplaced = given(store, sought, wanted)
    for division in divisions_in(fold(without_province(name)[0])):
        means = _of_division(division, wanted)
        found |= given(store, [_inside([division], *where)], means)[0]
    return found, unplaced


def _shares(totals: Sequence[int], most: int) -> Iterator[int]:
    """Yield how many duties each body shows, at most `most` together beside the first of each."""
    for total in totals:
        share = max(FIRST, min(total, most))
        most = max(0, most - share)
        yield share


def agency(
    store: Store, key: str, *, as_of: str | None = None, limit: int = 50, cursor: str | None = None
) -> AgencyItem:
    """Return the body of a key, with a page of the duties that documents give it.

    The key is read as folded words, so that another spelling of one body finds it; a division's
    without its body, as keys were before, finds it where one body alone has such a division. A body
    that no document names is looked for in the tables.

    Raises AgencyNotFound, BadOption and BadCursor.
    """
    check_limit(limit)
    day = None if as_of is None else first_day(as_of, "as_of")
    after = None if cursor is None else place_of(unseal(_question(key, as_of), cursor))
    for parts in parts_of(key):
        found, _ = given(store, _of_key(parts, day), parts.means)
        if not found:
            before, _ = given(store, _of_key(parts, day), parts.meant_before)
            found = before if len(before) == 1 else {}
        if found:
            one = min(found.values(), key=lambda body: (-body.total, body.agency.stem))
            return _item(store, one.agency, one, as_of, key=key, limit=limit, after=after)
        for tabled in kinds_of(parts.words, parts.province, day):
            body = parts.standing(tabled)
            if body is not None:
                return _item(store, body, Given(), as_of, key=key, limit=limit)
    raise AgencyNotFound(f"{key}: không bảng, không văn bản nào ở đây nêu cơ quan đó")


def _place(name: str, province: str | None) -> tuple[str | None, Callable[[Agency], bool]]:
    """Return the province that is asked for, and whether a body is of it."""
    central = agency_in(name, _ANYWHERE)
    if central is not None and central.level is Level.CENTRAL:
        return None, lambda body: True
    place = without_province(name)[1] or province
    if place is None:
        return None, lambda body: True
    here = fold(place)
    return place, lambda body: body.unit is not None and fold(body.unit.name) == here


def _tabled(name: str, place: str | None, day: str | None) -> list[tuple[Agency, Given]]:
    """Return the bodies of the tables that a name means, which no document gives a duty."""
    stem = without_province(name)[0] if place else name
    return [(one, Given()) for one in kinds_of(stem, place, day)]


def _sought(
    name: str, spellings: Sequence[str], place: str | None, day: str | None
) -> list[DutyCriteria]:
    stem = fold(without_province(name)[0] if place else name)
    short = tuple(dict.fromkeys(one for one in (stem, *spellings) if one))
    if not short:
        return []
    full = full_names(stem, units_named(place))
    found = [DutyCriteria(agencies=short, province=_spelled(place), not_after=day)]
    return [*found, DutyCriteria(agencies=full, not_after=day)] if full else found


def _of_division(division: Division, wanted: Callable[[Agency], bool]) -> Callable[[Agency], bool]:
    """Return whether a body is that division, of a place that is asked for."""
    stem = comparable(division.stem)
    return lambda body: wanted(body) and comparable(body.stem) == stem


def _inside(divisions: Sequence[Division], place: str | None, day: str | None) -> DutyCriteria:
    """Return what asks for the divisions of these bodies, whatever papers call them."""
    names = tuple(INSIDE + one.house for one in divisions)
    return DutyCriteria(agencies=names, province=_spelled(place), not_after=day)


def _spelled(place: str | None) -> str | None:
    """Return a province's name as the register spells it."""
    return next((unit.name for unit in units_named(place)), place) if place else None


def _of_key(parts: KeyParts, day: str | None) -> list[DutyCriteria]:
    divisions = divisions_in(parts.words)
    inner = [_inside(divisions, parts.province, day)] if divisions else []
    return [*_sought(parts.words, (), parts.province, day), *inner]


def _item(
    store: Store,
    body: Agency,
    one: Given,
    as_of: str | None,
    *,
    key: str | None = None,
    limit: int = FIRST,
    after: FactPlace | None = None,
) -> AgencyItem:
    """Return a body with the first of its duties; `key` is the one that was asked for."""
    day = None if as_of is None else first_day(as_of, "as_of")
    since = body.unit.since if body.unit else None
    yet = day is None or since is None or day >= since
    key = key or body.key
    page = cut_after(
        one.first(store, limit + 1, after) if one.total else (),
        lambda row: position_of(row[0]),
        _question(key or "", as_of),
        total=one.total,
        limit=limit,
    )
    following = None if key is None else page[-1]
    return AgencyItem(
        agency=body,
        parent=within(body),
        today=holder_today(body, "", day) if yet else unknown(Doubt.NOT_YET),
        succession=tuple(rows_of(body.level, body.stem)),
        duties=FactList(*page[:-1], next=following, as_of=as_of),
    )


def _question(key: str, as_of: str | None) -> tuple[Part, ...]:
    return ("agency", key, as_of)


def _order(body: Agency) -> tuple[str, ...]:
    since = body.unit.since if body.unit else None
    return fold(body.name), since or "", body.level, body.key or "", body.stem
