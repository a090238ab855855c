"""Which of the names that documents give agencies are meant by a name that someone asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz

from graph.named import AgencyName, AgencyNameCriteria, NamingCriteria, spelled
from graph.store import ALL, DutyCriteria, Store

SHOWN = 20
"""So many of the names meant, and of the near ones, are listed."""
NEAR = 5

_MOST = 10_000
_ALIKE = 60.0
_UNIT = r"(?:tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)"
_KIND_OF_UNIT = re.compile(rf"(?P<stem>.+?) (?:(?:cac|cap) )?(?P<unit>{_UNIT})")
_PLACE = re.compile(rf" (?:cac |cap |truc thuoc )?{_UNIT}\b")


class Match(StrEnum):
    """How a name was found: just so, with a place behind it, only as a beginning, not at all."""

    NAMED = "named"
    KIND = "kind"
    BEGINNING = "beginning"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Meant:
    """The names meant; `names` are all of them, folded.

    `agencies` are the first of them by letters, without those that others go on from ("Sở Y tế"
    beside "Sở Y tế tỉnh Lai Châu"), of `total`. Where nothing is meant, `near` are the names most
    like what was asked for, the nearest first.
    """

    match: Match
    names: tuple[str, ...]
    agencies: tuple[AgencyName, ...]
    total: int
    near: tuple[AgencyName, ...] = ()


def meant(store: Store, spellings: Sequence[str]) -> Meant:
    """Return the names that `spellings`, folded ones of one agency, mean.

    A name that says no place means all that bear it with one: "trung tam y te" is also that of a
    district; one that ends with a kind of place ("uy ban nhan dan tinh") is that of any such
    place, also "uy ban nhan dan cac tinh". Only where nobody bears the name are those meant that
    begin with it ("benh vien", "so giao thong"). At most 10,000 names are looked at, by letters.
    """
    found = _names(store, AgencyNameCriteria(beginnings=_beginnings(spellings)))
    asked = set(spellings)
    named = [one for one in found if one.folded in asked]
    placed = [one for one in found if one not in named and _is_placed(one.folded, spellings)]
    if named or placed:
        chosen = sorted([*named, *placed], key=lambda one: one.folded)
        return _meant(Match.KIND if placed else Match.NAMED, chosen)
    begun = [one for one in found if any(f"{one.folded} ".startswith(f"{s} ") for s in spellings)]
    if begun:
        return _meant(Match.BEGINNING, begun)
    return Meant(Match.NONE, (), (), 0, near_names(store, spellings))


def meant_within(store: Store, bodies: Meant, documents: Sequence[str]) -> Meant:
    """Return which of the names meant some documents give duties to, counted among those alone.

    None of them may be there; how the name was found stays what it is in the graph.
    """
    if not bodies.names:
        return bodies
    asked = DutyCriteria(agencies=bodies.names, documents=tuple(documents))
    totals: dict[str, AgencyName] = {}
    for one in store.find(NamingCriteria(asked), limit=ALL)[0]:
        for name in one.names:
            first = spelled(name, one.agency, one.agency_full)
            known = totals.setdefault(name, AgencyName(name, first, 0))
            totals[name] = replace(known, total=known.total + one.total)
    here = _meant(bodies.match, [totals[name] for name in bodies.names if name in totals])
    return replace(bodies, agencies=here.agencies, total=here.total)


def near_names(store: Store, spellings: Sequence[str]) -> tuple[AgencyName, ...]:
    """Return the names most like one of `spellings`, at most five; of equal ones by letters.

    Those are compared that share a word with it, else the first 10,000 of all.
    """
    words = sorted({word for one in spellings for word in one.split() if len(word) > 1})
    found = {
        one.folded: one
        for word in words
        for one in _names(store, AgencyNameCriteria(words=(word,)))
    } or {one.folded: one for one in _names(store, AgencyNameCriteria())}
    likeness = {
        name: max((fuzz.token_sort_ratio(name, one) for one in spellings), default=0.0)
        for name in found
    }
    ranked = sorted((n for n in found if likeness[n] >= _ALIKE), key=lambda n: (-likeness[n], n))
    return tuple(found[name] for name in ranked[:NEAR])


def _beginnings(spellings: Sequence[str]) -> tuple[str, ...]:
    """Return how the names begin that may be meant."""
    found: list[str] = []
    for one in spellings:
        found += [one, f"cac {one}"]
        if kind := _KIND_OF_UNIT.fullmatch(one):
            found += [f"{kind['stem']} {many}" for many in ("cac", "cap")]
    return tuple(dict.fromkeys(found))


def _is_placed(name: str, spellings: Iterable[str]) -> bool:
    """Whether a name is one of the spellings with a place, or of many such bodies."""
    name = name.removeprefix("cac ")
    for one in spellings:
        kind = _KIND_OF_UNIT.fullmatch(one)
        if kind is None:
            behind = name.removeprefix(one)
            if name == one or (behind != name and _PLACE.match(behind)):
                return True
        elif f"{name} ".startswith(f"{one} "):
            return True
        elif name.startswith((f"{kind['stem']} cac ", f"{kind['stem']} cap ")):
            behind = name.removeprefix(kind["stem"])
            if re.search(rf"(?<!\bthi) {kind['unit']}\b", behind):
                return True
    return False


def _meant(match: Match, names: Sequence[AgencyName]) -> Meant:
    """Return these names, which are in order."""
    shown = [
        one
        for one, after in zip(names, [*names, None][1:], strict=True)
        if after is None or not after.folded.startswith(f"{one.folded} ")
    ]
    return Meant(match, tuple(one.folded for one in names), tuple(shown[:SHOWN]), len(shown))


def _names(store: Store, criteria: AgencyNameCriteria) -> list[AgencyName]:
    return store.find(criteria, limit=_MOST)[0]
