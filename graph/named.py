"""The names by which duties are asked for, and how papers name agencies, as a store lists them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store import DutyCriteria, Sought
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


NamingPlace = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """How many duties of one document name their agency by the same words."""

    document: str
    agency: str
    agency_full: str | None
    total: int

    @property
    def at(self) -> NamingPlace:
        """Its place in a list: by document and names."""
        return self.document, self.agency, self.agency_full or ""

    @property
    def names(self) -> tuple[str, ...]:
        """The folded names by which the agency is asked for."""
        named = (self.agency, self.agency_full or self.agency)
        return tuple(dict.fromkeys(fold(name) for name in named))


@dataclass(frozen=True, slots=True)
class NamingCriteria(Sought[Naming, NamingPlace]):
    """How the duties that fit `duties` name their agencies, document by document."""

    duties: DutyCriteria


def spelled(folded: str, agency: str, agency_full: str | None) -> str:
    """Return which of a duty's two names has this folded form."""
    return agency if agency_full is None or fold(agency) == folded else agency_full
