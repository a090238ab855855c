"""References: the citations of one text gathered into the documents that they mean.

Two citations are one document when their numbers agree and their dates do not say otherwise, or
when their titles do. The same number with two dates that differ by one slip of the pen (a day or a
month) is one document with both dates. What means the paper itself is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from loaders.agencies import Agency, issuer_of_code
from loaders.citation import Citation
from loaders.doc_types import is_law
from loaders.folding import fold, slug, title_similarity
from loaders.patterns import find_of
from loaders.records import SELF, Header, Level, Mention, Reference
from loaders.text import SourceText

_CENTRAL_COMMITTEE = "Ban Chấp hành Trung ương Đảng"
_SHARED = 0.34
"""Subjects of one document share a third of the shorter one's words at least."""
_TELLING = 12
"""A subject of fewer letters tells nothing."""
_NAMED_YEAR = re.compile(r"năm\s+((?:19|20)\d\d)(?!\d)")
_ALIKE, _ALIKE_LAWS = 0.8, 0.92
"""How alike the titles of one work, or of one law, are at least."""


@dataclass(slots=True)
class Group:
    """Citations that mean one document; `key` is SELF for the paper itself."""

    key: str
    members: list[int] = field(default_factory=list)


def group_citations(
    text: SourceText,
    citations: list[Citation],
    header: Header,
    own: set[int],
    same: list[tuple[int, int]],
) -> list[Group]:
    """Return the groups in reading order of their first mention, SELF first.

    `own` are known to mean the paper; `same` are pairs that the text says are one document.
    """
    twins = {second: first for first, second in same}
    groups: list[Group] = []
    self_group = Group(SELF)
    for i, citation in enumerate(citations):
        if i in own or _means_self(text, citation, header):
            self_group.members.append(i)
            continue
        home = _find_group(text, citations, groups, i)
        if i in twins and home is None:
            home = next((g for g in [self_group, *groups] if twins[i] in g.members), None)
        if home is None:
            groups.append(Group("", [i]))
        else:
            home.members.append(i)
    groups = _undated_homes(text, citations, groups)
    for n, group in enumerate(groups, start=1):
        group.key = f"R{n}"
    return [self_group, *groups]


def _means_self(text: SourceText, citation: Citation, header: Header) -> bool:
    if citation.number is not None:
        same = header.number is not None and slug(header.number) == slug(citation.number.canonical)
        return same and (
            citation.date is None
            or header.issue_date is None
            or _agree(citation.date, header.issue_date)
        )
    if header.title is None or citation.type != header.type or citation.title is None:
        return False
    name = text.value[citation.title[0] : citation.title[1]]
    return title_similarity(name, header.title) >= 0.85


def _find_group(
    text: SourceText, citations: list[Citation], groups: list[Group], i: int
) -> Group | None:
    citation = citations[i]
    best, best_score = None, 0.0
    for group in groups:
        scores = [_match(text, citations[j], citation) for j in group.members]
        score = max(scores, default=0.0)
        if citation.number is not None and 0.0 in scores:
            continue
        if score > best_score or (score == best_score and score > 0):
            best, best_score = group, score
    return best


def _match(text: SourceText, a: Citation, b: Citation) -> float:
    """How well two citations agree, 0 where they cannot be one document."""
    if a.symbol or b.symbol:
        same = a.symbol and b.symbol and slug(a.symbol) == slug(b.symbol) and a.date == b.date
        return 1.0 if same else 0.0
    if (a.number is None) != (b.number is None):
        return _title_match(text, a, b) if is_law(a.type) and is_law(b.type) else 0.0
    if a.number is not None and b.number is not None:
        if slug(a.number.canonical) != slug(b.number.canonical):
            return 0.0
        if _issuers_part(a.issuer, b.issuer) or (a.term and b.term and a.term != b.term):
            return 0.0
        if a.date is None or b.date is None:
            return 0.0 if _subjects_part(text, a, b) else 0.5
        return 1.0 if _agree(a.date, b.date) else 0.7 if _slip(a.date, b.date) else 0.0
    return _title_match(text, a, b)


def _title_match(text: SourceText, a: Citation, b: Citation) -> float:
    if a.title is None or b.title is None or not _types_meet(a.type, b.type):
        return 0.0
    if a.date and b.date and not _agree(a.date, b.date):
        return 0.0
    if a.issuer and b.issuer and a.issuer.name != b.issuer.name:
        return 0.0
    if is_law(a.type) and len({_law_year(text, c) for c in (a, b)} - {None}) > 1:
        return 0.0
    first = text.value[a.title[0] : a.title[1]]
    second = text.value[b.title[0] : b.title[1]]
    score = title_similarity(first, second)
    # Names of laws are short and exact: "… tác hại của thuốc lá" is not "… của rượu, bia".
    least = _ALIKE_LAWS if is_law(a.type) else _ALIKE
    return score if score >= least else 0.0


def _subjects_part(text: SourceText, a: Citation, b: Citation) -> bool:
    """Whether two mentions of one number, one of them undated, speak of two subjects."""
    if a.title is None or b.title is None or _is_short(a) or _is_short(b):
        return False
    first, second = (
        set(fold(text.value[c.title[0] : c.title[1]]).split()) for c in (a, b) if c.title
    )
    return len(first & second) < _SHARED * min(len(first), len(second))


def _is_short(citation: Citation) -> bool:
    return citation.title is None or citation.title[1] - citation.title[0] < 12


def _issuers_part(a: Agency | None, b: Agency | None) -> bool:
    """Whether two issuers are of different levels or places: one number of two districts."""
    if a is None or b is None:
        return False
    sides = ((a.level, b.level), (a.province, b.province), (a.district, b.district))
    return any(one is not None and two is not None and one != two for one, two in sides)


def _law_year(text: SourceText, citation: Citation) -> str | None:
    """The year in which a law was passed, from its number, its date or its name."""
    if citation.number is not None and citation.number.year:
        return citation.number.year
    if citation.date:
        return citation.date[:4]
    year = _NAMED_YEAR.search(text.low, citation.start, citation.end)
    return year[1] if year else None


def _types_meet(a: str | None, b: str | None) -> bool:
    if a == b:
        return True
    pair = {a or "", b or ""}
    return all("tiêu chí" in t.lower() for t in pair) or pair == {
        "Chương trình",
        "Chương trình mục tiêu",
    }


def _agree(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _slip(a: str, b: str) -> bool:
    """One of day, month, year differs, as a slip of the pen does; years by a neighbour only."""
    first, second = a.split("-"), b.split("-")
    if len(first) != 3 or len(second) != 3:
        return False
    differing = [i for i in range(3) if first[i] != second[i]]
    if len(differing) != 1:
        return False
    return differing[0] != 0 or abs(int(first[0]) - int(second[0])) == 1


def _undated_homes(text: SourceText, citations: list[Citation], groups: list[Group]) -> list[Group]:
    """Put groups without any date to the dated one of the same number, where it is the only one."""
    kept: list[Group] = []
    for group in groups:
        number = citations[group.members[0]].number
        if number is not None and not any(citations[j].date for j in group.members):
            homes = [g for g in groups if _is_dated_home(citations, g, slug(number.canonical))]
            if len(homes) == 1 and not _groups_part(text, citations, homes[0], group):
                homes[0].members = sorted([*homes[0].members, *group.members])
                continue
        kept.append(group)
    return sorted(kept, key=lambda g: g.members[0])


def _groups_part(text: SourceText, citations: list[Citation], a: Group, b: Group) -> bool:
    """Whether some mention of one group cannot be the document of the other."""
    pairs = [(citations[i], citations[j]) for i in a.members for j in b.members]
    return any(_match(text, one, two) == 0.0 for one, two in pairs)


def _is_dated_home(citations: list[Citation], group: Group, wanted: str) -> bool:
    number = citations[group.members[0]].number
    same = number is not None and slug(number.canonical) == wanted
    return same and any(citations[j].date for j in group.members)


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
    )


def _central_issuer(members: list[Citation], title: str | None) -> str | None:
    """Return the central body that a symbol's code, or the plenum in a title, stands for."""
    codes = next((c.number.issuer_codes for c in members if c.number), ())
    if codes:
        return issuer_of_code(codes[0])
    plenum = title is not None and find_of("tails", "central_plenum")(title.lower(), 0, len(title))
    return _CENTRAL_COMMITTEE if plenum else None


def _reference_title(text: SourceText, members: list[Citation]) -> str | None:
    titled = [(c, c.title) for c in members if c.title]
    if not titled:
        return None
    first = members[0].number is not None
    citation, title = (
        titled[0] if first else max(titled, key=lambda t: (t[1][1] - t[1][0], -t[0].start))
    )
    words = re.sub(r"\s+", " ", text.value[title[0] : title[1]]).strip(' ,;:"')
    if words.count('"') == 1:
        words = words.replace('"', "")
    if (
        (citation.number is None and citation.symbol is None) or is_law(citation.type)
    ) and citation.type:
        words = f"{citation.type} {words}"
    return words or None
