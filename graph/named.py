"""The names by which duties are asked for, as a store lists them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import Sought
from loaders.folding import fold


@dataclass(frozen=True, slots=True)
class AgencyName:
    """A folded name that `total` duties have, as named or in full.

    `agency` is the name as the first of these duties spells it, in order of their places.
    """

    folded: str
    agency: str
    total: int


@dataclass(frozen=True, slots=True)
class AgencyNameCriteria(Sought[AgencyName, str]):
    """Which names are sought, by the folded name; an empty one lets every name through.

    A name begins with one of `beginnings`, and all of `words` occur in it, all folded and as whole
    words. A name that no duty has any more is none.
    """

    beginnings: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def spelled(folded: str, agency: str, agency_full: str | None) -> str:
    """Return which of a duty's two names has this folded form."""
    return agency if agency_full is None or fold(agency) == folded else agency_full
