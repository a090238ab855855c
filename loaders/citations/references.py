"""References: the documents that a text names, each told from the citations that mean it."""

from __future__ import annotations

from collections import Counter

from loaders.citations.citation import Citation
from loaders.citations.grouping import Group
from loaders.grammar.patterns import find_of
from loaders.names.agency_tables import names_with
from loaders.names.body_codes import is_of_many_levels, issuer_of_code
from loaders.names.doc_types import is_law
from loaders.records import Level, LooseMentions, Mention, Reference
from loaders.text.source_text import SourceText


def build_reference(text: SourceText, citations: list[Citation], group: Group) -> Reference:
    """Return the group as a reference: each field from its clearest mention."""
    members = [citations[i] for i in group.members]
    dates = Counter(c.date for c in members if c.date and c.rule != "antecedent")
    ordered = sorted(dates, key=lambda d: (-dates[d], [c.date for c in members].index(d)))
    full = [d for d in ordered if not any(o != d and o.startswith(d) for o in ordered)]
    number = next((c.number for c in members if c.number), None)
    issuer = next((c.issuer for c in members if c.issuer), None)
    term = next((c.term for c in members if c.term), None)
    title = _reference_title(text, members)
    name = issuer.name if issuer else _central_issuer(members, title)
    level = issuer.level if issuer else (Level.CENTRAL if name else None)
    return Reference(
        key=group.key,
        type=next((c.type for c in members if c.type_printed and c.type), None) or members[0].type,
        number=number.canonical if number else None,
        issue_date=full[0] if full else None,
        other_dates=tuple(full[1:]),
        issuer=f"{name} (khóa {term})" if name and term else name,
        title=title,
        level=level,
        province=issuer.province if issuer else None,
        district=issuer.district if issuer else None,
        term=term,
        mentions=tuple(
            Mention(
                text.passage(c.start, min(c.end, c.start + 300)),
                c.number.canonical if c.number else None,
                c.date,
            )
            for c in members
        ),
        loose=_loose(text, members),
    )


def _loose(text: SourceText, members: list[Citation]) -> LooseMentions | None:
    """Return the undated mentions of a number that tell what no dated one tells.

    That is a subject, or the issuer where the symbol tells no level: "90/KH-UBND ngày 05/5/2018"
    and "90/KH-UBND của UBND tỉnh" may be two. Where none is dated, what tells the term counts for
    it: "26-NQ/TW khóa X" and "26-NQ/TW về phát triển vùng". None for laws: they go by their titles.
    """
    if any(c.number is None or is_law(c.type) for c in members):
        return None
    dated = any(c.date for c in members)
    told = [c for c in members if (c.date if dated else c.term)]
    if not told:
        return None
    subjects = not any(c.title for c in told)
    bodies = not any(c.issuer for c in told) and _level_is_open(members[0])
    places = [
        place
        for place, c in enumerate(members)
        if not (c.date if dated else c.term) and ((subjects and c.title) or (bodies and c.issuer))
    ]
    if not places:
        return None
    said = [members[place] for place in places]
    issuer = next((c.issuer.name for c in said if c.issuer), None)
    term = next((c.term for c in said if c.term), None)
    title = _reference_title(text, said) if subjects else None
    alone = bodies and issuer is not None
    return LooseMentions(tuple(places), title, issuer, term, issuer_alone=alone)


def _level_is_open(citation: Citation) -> bool:
    """Whether bodies of several levels write the code of a number: UBND, HĐND."""
    codes = citation.number.issuer_codes if citation.number else ()
    return bool(codes) and is_of_many_levels(codes[0])


def _central_issuer(members: list[Citation], title: str | None) -> str | None:
    """Return the central body that a symbol's code, or the plenum in its name, stands for."""
    codes = next((c.number.issuer_codes for c in members if c.number), ())
    if codes:
        return issuer_of_code(codes[0])
    named = title is not None and any(c.rule == "congress" for c in members)
    plenum = named and find_of("tails", "central_plenum")((title or "").lower())
    return names_with("central", "plenary")[0] if plenum else None


def _reference_title(text: SourceText, members: list[Citation]) -> str | None:
    titled = [(c, c.title) for c in members if c.title]
    if not titled:
        return None
    # Capitals hide how a name is written; where running text prints it too, that counts.
    titled = [one for one in titled if not text.value[slice(*one[1])].isupper()] or titled
    first = members[0].number is not None
    citation, title = (
        titled[0] if first else max(titled, key=lambda t: (t[1][1] - t[1][0], -t[0].start))
    )
    words = " ".join(text.value[title[0] : title[1]].split()).strip(' ,;:"')
    if words.count('"') == 1:
        words = words.replace('"', "")
    # What is known by its name has its type there; a subject ("về …") stands by itself.
    named = citation.titled and citation.rule != "dated"
    if (named or is_law(citation.type)) and citation.type:
        words = f"{citation.type} {words}".rstrip()
    return words or None
