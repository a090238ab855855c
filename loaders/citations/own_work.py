"""The paper's own work: citations that name the paper itself.

"UBND tỉnh ban hành Kế hoạch thực hiện Nghị quyết X" in a plan speaks of that plan; so does "Trên
đây là Kế hoạch …", and the plan that a decision promulgates with itself.
"""

from __future__ import annotations

from loaders.citations.citation import Citation
from loaders.citations.matching import agree
from loaders.citations.neighbours import by_block
from loaders.folding import fold, slug, title_similarity
from loaders.grammar.patterns import find_of
from loaders.layout.regions import Region
from loaders.layout.structure import Block
from loaders.names.agencies import Agency
from loaders.names.numbers import DocumentNumber
from loaders.records import Header, Level
from loaders.series import may_be_one_body
from loaders.text.source_text import SourceText

_BEFORE = 60
_CLAUSE = 120
"""Characters before "ban hành" among which its subject begins."""
_ENDED = 180
"""Characters before an act among which the verb stands that ends it."""
_ALIKE = {"carrying": 0.8, "titled": 0.9}
"""How near a name must come to the paper's title, by the rule that found it."""
_TOLD_LEVELS = frozenset((Level.CENTRAL, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE))
_BELOW = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
_UNITS = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district"}
_OPENING = (Region.TITLE, Region.ENACTING, Region.ARTICLE)


def own_citations(
    text: SourceText,
    blocks: list[Block],
    regions: list[Region],
    citations: list[Citation],
    header: Header,
) -> set[int]:
    """Return the indexes of the citations that mean the paper itself."""
    own: set[int] = set()
    for i, inside in by_block(citations, blocks).items():
        block, region = blocks[i], regions[i]
        for at in inside:
            citation = citations[at]
            if of_another_act(text, citations, at, header):
                continue
            first = at == 0 or citations[at - 1].start < block.start
            told = citation.titled and _is_own(text, block, region, citation, first)
            told = told or _enacted_behind_basis(text, block, region, citation, header)
            told = told or _issues_itself(text, block, region, citation, header)
            told = told or _carries_this(text, block, citation, header)
            if told or _is_title(text, citation, header):
                own.add(at)
    return own | _promulgated_with_it(text, citations, own)


def means_self(text: SourceText, citation: Citation, header: Header) -> bool:
    """Whether a citation has the number, the day and no other body than the paper, or its title."""
    if citation.number is not None:
        same = header.number is not None and (
            slug(header.number) == slug(citation.number.canonical)
            or _with_year_of_issue(citation.number, header)
            or _without_year(citation, header)
        )
        return (
            same
            and not _of_another_body(citation.issuer, header)
            and (
                citation.date is None
                or header.issue_date is None
                or agree(citation.date, header.issue_date)
            )
        )
    if header.title is None or citation.type != header.type or citation.title is None:
        return False
    name = text.value[citation.title[0] : citation.title[1]]
    if _of_another_body(citation.issuer, header) or _of_unit_above(name, header):
        return False
    if _of_another_name(citation.issuer, header):
        return False
    return title_similarity(name, header.title) >= 0.85


def _of_another_body(issuer: Agency | None, header: Header) -> bool:
    """Whether a printed issuer sits elsewhere than the paper's: the paper's own number is then the
    other body's too, "58/KH-UBND của UBND tỉnh" in a district's 58/KH-UBND.
    """
    if issuer is None:
        return False
    sides = ((issuer.province, header.province), (issuer.district, header.district))
    if any(one and other and fold(one) != fold(other) for one, other in sides):
        return True
    levels = {issuer.level, header.level}
    if levels == {Level.COMMUNE} and header.issuer:
        return not may_be_one_body(fold(issuer.name), fold(header.issuer))
    return len(levels) > 1 and levels <= _TOLD_LEVELS


def _with_year_of_issue(number: DocumentNumber, header: Header) -> bool:
    """Whether a portal wrote the paper's year into its number: "12/2019/QĐ-UBND" of 12/QĐ-UBND."""
    year, own = number.year, header.number or ""
    if year is None or not (header.issue_date or "").startswith(year):
        return False
    return slug(own) == slug(f"{number.sequence}/{number.symbol}")


def _without_year(citation: Citation, header: Header) -> bool:
    """Whether an annex leaves the year out of the paper's number: "Quyết định số 12/QĐ-UB ngày
    3/4/2004" of the 12/2004/QĐ-UB of that day.
    """
    number, day = citation.number, header.issue_date
    if number is None or number.year is not None or day is None or citation.date != day:
        return False
    return slug(header.number or "") == slug(f"{number.sequence}/{day[:4]}/{number.symbol}")


def of_another_act(text: SourceText, citations: list[Citation], at: int, header: Header) -> bool:
    """Whether an act of another body promulgates or approves a work: "Quyết định số 9/QĐ-TTg … của
    Thủ tướng Chính phủ ban hành Kế hoạch X" issues none of a province's plans.
    """
    act = citations[at - 1] if at else None
    if act is None or act.number is None or act.title is None or act.issuer is None:
        return False
    inside = citations[at].titled and act.title[0] <= citations[at].start < act.title[1]
    if not inside or header.issuer is None:
        return False
    if not find_of("works", "carried")(text.low, act.title[0], citations[at].start):
        return False
    one, other = fold(act.issuer.name), fold(header.issuer)
    return one not in other and other not in one


def _promulgated_with_it(text: SourceText, citations: list[Citation], own: set[int]) -> set[int]:
    """The other mentions of a work that the paper promulgates or approves with itself: "kèm theo
    Quyết định này Đề án X" is what its title calls "Phê duyệt Đề án X".
    """
    names = {
        _named(text, citations[at])
        for at in own
        if find_of("works", "own_with_this")(
            text.low, max(0, citations[at].start - _BEFORE), citations[at].start
        )
    }
    return {
        at
        for at, citation in enumerate(citations)
        if names
        and citation.titled
        and _named(text, citation) in names
        and not (at and _of_ended_act(text, citations[at - 1], citation))
    }


def _of_ended_act(text: SourceText, act: Citation, work: Citation) -> bool:
    """Whether a work stands in the subject of an act that loses its force: "thay thế Quyết định số
    5 … ban hành Quy định X" is of the Quy định X before the paper's own.
    """
    if act.number is None or act.title is None or not act.title[0] <= work.start < act.title[1]:
        return False
    before = (text.low, max(0, act.start - _ENDED), act.start)
    return find_of("works", "ended_before")(*before) is not None


def _named(text: SourceText, citation: Citation) -> tuple[str | None, str]:
    """A work's type and the words of its name, compared without marks."""
    start, end = citation.title or (citation.end, citation.end)
    return citation.type, fold(text.value[start:end])


def _is_own(
    text: SourceText, block: Block, region: Region, citation: Citation, first: bool
) -> bool:
    """Whether the words before a work make it the paper's; `first` of its block or not."""
    if citation.rule == "law":
        return False
    start = max(block.start, citation.start - _BEFORE)
    before = (text.low, start, citation.start)
    if find_of("works", "own_with_this")(*before):
        return True
    if citation.rule != "carrying":
        return False
    if first and region in _OPENING and find_of("works", "own_issues")(*before):
        return True
    if first and region is Region.TITLE:
        alone = not text.low[start : citation.start].strip()
        if alone or find_of("works", "own_approved")(*before):
            return True
    return find_of("works", "own_here_is")(*before) is not None


def _enacted_behind_basis(
    text: SourceText, block: Block, region: Region, citation: Citation, header: Header
) -> bool:
    """Whether the clause that enacts the paper goes on behind a basis: "Căn cứ Quyết định số 5 …,
    Ủy ban nhân dân tỉnh xây dựng Kế hoạch thực hiện Chương trình …".
    """
    start = max(block.start, citation.start - _BEFORE)
    issues = find_of("works", "own_issues")(text.low, start, citation.start)
    carrying = region is Region.BASIS and citation.rule == "carrying" and _of_kind(citation, header)
    if not carrying or issues is None:
        return False
    clause = max(block.start, issues.start() - _CLAUSE)
    return find_of("titles", "issuer_acts")(text.low, clause, citation.start) is not None


def _issues_itself(
    text: SourceText, block: Block, region: Region, citation: Citation, header: Header
) -> bool:
    """Whether the enacting clause issues a titled work of the paper's own type: that is itself."""
    if not citation.titled or region not in _OPENING or not _of_kind(citation, header):
        return False
    start = max(block.start, citation.start - _BEFORE)
    return find_of("works", "own_issues")(text.low, start, citation.start) is not None


def _carries_this(text: SourceText, block: Block, citation: Citation, header: Header) -> bool:
    """Whether an annex says of itself "(Ban hành kèm theo Quyết định số /QĐ-UBND …)": the number
    is blank, the symbol is the paper's.
    """
    if citation.number is not None or citation.symbol is None or citation.symbol != header.symbol:
        return False
    note = find_of("header", "annex_note")(text.low, block.start, citation.start)
    return note is not None and note.end() == citation.start


def _is_title(text: SourceText, citation: Citation, header: Header) -> bool:
    """Whether a work is named as the paper itself is."""
    alike = _ALIKE.get(citation.rule)
    if alike is None or header.title is None or citation.title is None:
        return False
    name = text.value[citation.title[0] : citation.title[1]]
    if _of_another_body(citation.issuer, header) or _of_unit_above(name, header):
        return False
    if _of_another_name(citation.issuer, header):
        return False
    return _of_type(citation, header) and title_similarity(name, header.title) >= alike


def _of_another_name(issuer: Agency | None, header: Header) -> bool:
    """Whether a printed issuer is another body of the paper's level: "Kế hoạch chăm sóc người cao
    tuổi của UBND tỉnh" in a plan of that name of its department.
    """
    if issuer is None or header.issuer is None or issuer.level is not header.level:
        return False
    return not may_be_one_body(fold(issuer.name), fold(header.issuer))


def _of_unit_above(name: str, header: Header) -> bool:
    """Whether a name ends with a unit above the paper's: "… của tỉnh Ninh Bình" in a commune's."""
    named = find_of("works", "of_unit")(name.lower())
    if named is None or header.level not in _BELOW:
        return False
    above = _BELOW[: _BELOW.index(header.level)]
    return Level(_UNITS[named["unit"]]) in above


def _of_kind(citation: Citation, header: Header) -> bool:
    """Whether a work is of the paper's type, closer told or not: what an enacting clause issues."""
    named, own = citation.type or "", header.type or ""
    return bool(own) and (named == own or named.startswith(f"{own} "))


def _of_type(citation: Citation, header: Header) -> bool:
    """Whether a work is of the paper's type: "Kế hoạch hành động" is where "KẾ HOẠCH" stands alone
    on its line, above "HÀNH ĐỘNG …".
    """
    if citation.type is None or header.type is None:
        return False
    rest = citation.type.removeprefix(header.type).strip()
    if not rest or rest == citation.type:
        return not rest
    return header.title is not None and fold(header.title).startswith(fold(rest))
