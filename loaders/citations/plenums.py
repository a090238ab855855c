"""Plenums: which plenum of a Party committee passed a resolution, and on what subject.

One plenum passes several resolutions, so that its number and term alone name none of them:
"Nghị quyết Trung ương 6 khóa XII" is a document known by its plenum, until a subject tells which.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.citations.citation import Citation
from loaders.folding import fold, title_similarity
from loaders.grammar.patterns import find_of
from loaders.tables import load_toml
from loaders.text.source_text import SourceText

_ALIKE = 0.5
_TELLING = 3
"""So many words at least must a short subject have to stand for a longer one."""


@dataclass(frozen=True, slots=True)
class Plenum:
    """What a title tells: which plenum, of which term, on what subject; None where it does not."""

    which: int | None
    term: str | None
    central: bool
    subject: str | None


def plenum_of(text: SourceText, citation: Citation) -> Plenum | None:
    """Return the plenum in the title of a resolution without a number, None for other works."""
    if citation.rule != "congress" or citation.title is None:
        return None
    name = text.value[slice(*citation.title)]
    which = plenum_number(name)
    if which is None:
        return None
    _, about, subject = name.partition(" về ")
    central = find_of("tails", "central_plenum")(text.low, citation.start, citation.end)
    return Plenum(which, citation.term, central is not None, subject if about else None)


def plenum_number(words: str) -> int | None:
    """Return the number of the plenum that words name: "Hội nghị lần thứ sáu" is 6."""
    found = find_of("antecedents", "plenum_number")(words.lower())
    if found is None:
        return None
    if found["which"].isdigit():
        return int(found["which"])
    number: int | None = load_toml("loaders", "antecedents")["ordinals"].get(found["which"])
    return number


def one_plenum(a: Plenum, b: Plenum) -> bool:
    """Whether both are of one plenum and one subject, or both leave the subject open."""
    if (a.which, a.term, a.central) != (b.which, b.term, b.central):
        return False
    if a.subject is None or b.subject is None:
        return a.subject is b.subject
    return subjects_agree(a.subject, b.subject)


def subjects_agree(a: str, b: str) -> bool:
    """Whether two subjects are alike, or one is the other in short: its words are all there."""
    shorter, longer = sorted((set(fold(a).split()), set(fold(b).split())), key=len)
    in_short = len(shorter) >= _TELLING and shorter <= longer
    return in_short or title_similarity(a, b) >= _ALIKE
