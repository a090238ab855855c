"""Works named by what they carry out: "Kế hoạch thực hiện Đề án …", "Chương trình … của X …"."""

from __future__ import annotations

from functools import cache

from loaders.citations.citation import Citation
from loaders.citations.neighbours import Neighbours
from loaders.citations.special_works import WorkPlace, behind_blanks
from loaders.grammar.patterns import find_of, shared_part
from loaders.grammar.regexes import Regex, compiled
from loaders.layout.structure import Block
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.doc_types import canonical_type
from loaders.names.places import name_at
from loaders.names.quoted_names import QUOTES, quoted
from loaders.names.titles import is_generic, period_regex, title_end
from loaders.records import Level
from loaders.text.source_text import SourceText, trimmed


@cache
def type_word() -> Regex:
    """Return the regex of every word that is printed for a document type."""
    return compiled(shared_part("types"))


def carrying_work(
    text: SourceText,
    block: Block,
    place: WorkPlace,
    others: Neighbours,
    home: Home,
    *,
    within: bool = False,
) -> Citation | None:
    """Read a work named by what it carries out, None where the words tell none.

    "Chương trình hành động của Chính phủ thực hiện Nghị quyết …", "Kế hoạch thực hiện Đề án …". It
    may carry out one that is named so in its turn; a third `within` that is not read.
    """
    low, begin, issuer = text.low, place.at, None
    if of := find_of("works", "by_issuer")(low, begin, block.end):
        issuer = agency_at(text, of.end(), home)
        if issuer is None or issuer.end > block.end:
            return None
        begin = behind_blanks(low, issuer.end)
        if more := find_of("works", "and_by_issuer")(low, begin, block.end):
            other = agency_at(text, more.end(), home)
            begin = behind_blanks(low, other.end) if other else begin
    cue = find_of("works", "implementing")(low, begin, block.end)
    if cue is None:
        if issuer is None or not place.carried:
            return None
        return Citation(
            place.start,
            issuer.end,
            place.doc_type,
            issuer=issuer,
            title=(place.at, issuer.end),
            rule="titled",
        )
    ends = _carried_ends(text, block, cue.end(), others, None if within else home)
    if ends is None:
        return None
    end, title_to = ends
    if issuer is None and find_of("works", "of_state")(low, cue.end(), end):
        issuer = local_body_behind(text, block, end, home)
        end = issuer.end if issuer else end
    shown = min(end, place.start + 290)
    return Citation(
        place.start,
        shown,
        place.doc_type,
        issuer=issuer,
        title=(place.at, title_to),
        rule="carrying",
    )


def local_body_behind(text: SourceText, block: Block, at: int, home: Home) -> Agency | None:
    """Return the body below the centre that "của" names at a position, None where none is."""
    of = find_of("works", "by_issuer")(text.low, behind_blanks(text.low, at), block.end)
    body = agency_at(text, of.end(), home) if of else None
    if body is None or body.end > block.end or body.level is Level.CENTRAL:
        return None
    return body


def _carried_ends(
    text: SourceText, block: Block, at: int, others: Neighbours, home: Home | None
) -> tuple[int, int] | None:
    """Where the mention and the title end that begin with "thực hiện" and what it carries out.

    Without a `home` none that carries out another is read.
    """
    low = text.low
    behind = others.next(at)
    if behind is not None and behind.start <= at + 2:
        return behind.end, behind.title[1] if behind.title else behind.end
    word = type_word().match(low, at)
    if word is None or not text.value[at].isupper():
        return None
    begin = behind_blanks(low, word.end())
    kind = canonical_type(word[0])
    if find_of("works", "by_issuer")(low, begin, block.end) and kind is not None:
        inner = WorkPlace(at, begin, kind, block.end, carried=False)
        carrying = home and carrying_work(text, block, inner, others, home, within=True)
        return (carrying.end, carrying.title[1]) if carrying and carrying.title else None
    if is_generic(low, begin):
        return None
    end = title_end(text, begin, block.end)
    if begin < block.end and text.value[begin] in QUOTES:
        end = quoted(text.value, begin + 1, block.end) or end
    if end <= word.end():
        return None
    if local := find_of("works", "local")(low, end, block.end):
        named = (
            name_at(text.value, local.end()) if local.end() > trimmed(low, local.end()) else None
        )
        end = min(named or trimmed(low, local.end()), block.end)
    if run := period_regex().match(low, end, block.end):
        end = run.end()
    return end, end
