"""Reading one document: the only place that calls all parts of the reader, in order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from loaders.citations.antecedents import with_antecedents
from loaders.citations.citation import Citation
from loaders.citations.find import find_citations
from loaders.citations.grouping import Group, group_citations
from loaders.citations.named_again import named_by_number
from loaders.citations.neighbours import by_block
from loaders.citations.numbered import with_years_told, without_own_day, without_years_of_work
from loaders.citations.own_work import own_citations
from loaders.citations.references import build_reference
from loaders.citations.short_congresses import with_short_congresses
from loaders.doubts import with_doubts
from loaders.duties.find import find_duties
from loaders.duties.found_duties import FoundDuty
from loaders.errors import UnreadableFile
from loaders.grammar.patterns import find_of
from loaders.header.find import HeaderBlock, find_header
from loaders.header.number import with_local_code
from loaders.header.period import only_year
from loaders.header.recipients import find_recipients
from loaders.header.title import MOST_LETTERS
from loaders.indicators.find import find_indicators
from loaders.layout.context import find_places
from loaders.layout.regions import Region, find_regions, without_lists_above
from loaders.layout.structure import Outline
from loaders.mending.foot_columns import set_columns_apart
from loaders.mending.glued_lines import set_lines_apart
from loaders.mending.glued_words import set_words_apart
from loaders.mending.repair import repair
from loaders.mending.slips import mend_slips
from loaders.names.agencies import Home, full_name
from loaders.names.dates import impossible_dates
from loaders.names.doc_types import type_named
from loaders.names.numbers import find_numbers
from loaders.records import (
    CARRYING,
    CHANGING,
    SELF,
    DocumentRecord,
    Header,
    Quality,
    ReadingWarning,
    Relation,
    RelationType,
    Responsibility,
)
from loaders.relations.amending import change_of, day_in_force
from loaders.relations.annexed import ANNEXED, Annexing, annexing_act
from loaders.relations.find import Link, find_links, sentences
from loaders.sources import decode, load_bytes
from loaders.text.quality import grade
from loaders.text.source_text import SourceText

_MOST_DATES = 20
_CITING = (Region.BODY, Region.PURPOSE, Region.ARTICLE, Region.CLOSING)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A record with the decoded text that its spans count in."""

    record: DocumentRecord
    text: str


def read_file(path: Path, name: str | None = None) -> ReadDocument:
    """Read the document in a file; `name` is what the record calls it (the path as given).

    Raises UnreadableFile for what yields no text (see `sources.decode`), and with the code
    `not_a_policy_document` for text that has neither a document type, a number, a citation nor
    an issuer that the tables know.
    """
    shown = name if name is not None else str(path)
    decoded = decode(load_bytes(path), shown)
    record = read_text(decoded.text, shown, encoding=decoded.encoding, sha256=decoded.sha256)
    return ReadDocument(record, decoded.text)


def read_text(raw: str, name: str, *, encoding: str = "utf-8", sha256: str = "") -> DocumentRecord:
    """Read decoded text; raises UnreadableFile as `read_file` does."""
    quality = grade(raw)
    if quality is Quality.NEEDS_REVIEW:
        warning = ReadingWarning("unreadable_text", "Văn bản không đọc được: cần người xem lại.")
        return DocumentRecord(name, encoding, sha256, quality, Header(), warnings=(warning,))
    text = SourceText.of(raw)
    text = mend_slips(text)
    text = repair(text) if quality is Quality.GARBLED else set_words_apart(text)
    text = set_columns_apart(set_lines_apart(text))
    outline = Outline(text)
    numbers = with_local_code(text, find_numbers(text))
    block = find_header(text, outline, numbers, garbled=quality is Quality.GARBLED)
    header = block.header
    regions = find_regions(text, outline.blocks, block.title_from, block.title_to)
    citations = find_citations(
        text, outline.blocks, numbers, Home(header.province, header.district)
    )
    if not (header.type or header.number or header.symbol or header.issuer or citations):
        reason = f"{name}: không thấy loại văn bản, số hiệu, viện dẫn hay cơ quan ban hành"
        raise UnreadableFile(reason, code="not_a_policy_document")
    if block.dated is not None:
        citations = without_own_day(text, citations, block.dated)
    citations = without_years_of_work(citations, header)
    citations = with_years_told(text, citations, header)
    citations = with_short_congresses(text, citations)
    citations = with_antecedents(text, outline.blocks, citations, header)
    return _record(text, outline, block, regions, citations, (name, encoding, sha256, quality))


def _record(
    text: SourceText, outline: Outline, block: HeaderBlock, regions: list[Region],
    citations: list[Citation], source: tuple[str, str, str, Quality],
) -> DocumentRecord:  # fmt: skip
    header = block.header
    name, encoding, sha256, quality = source
    own = own_citations(text, outline.blocks, regions, citations, header)
    links, same = find_links(text, outline.blocks, regions, citations, own)
    same += named_by_number(text, citations)
    groups = group_citations(text, citations, header, own, same)
    references = tuple(build_reference(text, citations, g) for g in groups if g.key != SELF)
    issuing = annexing_act(
        text, header, outline.blocks[block.title_from : block.title_to], citations
    )
    heard = without_lists_above(outline.blocks, regions, block.numbered or 0)
    relations = _relations(text, outline, heard, citations, groups, links, header, issuing)
    places = find_places(outline, only_year(header.title, header.period), block.title_to)
    issued = int(header.issue_date[:4]) if header.issue_date else None
    duties = find_duties(text, outline, regions, places)
    home = Home(header.province, header.district)
    record = DocumentRecord(
        file=name,
        encoding=encoding,
        sha256=sha256,
        quality=quality,
        document=header,
        references=references,
        relations=relations,
        indicators=find_indicators(text, outline, regions, places, citations, issued),
        responsibilities=tuple(_responsibility(text, duty, home) for duty in duties),
        recipients=find_recipients(text, outline.lines),
        sections=tuple(section for section, _ in outline.sections),
        warnings=_warnings(text, header),
    )
    return with_doubts(record)


def _responsibility(text: SourceText, duty: FoundDuty, home: Home) -> Responsibility:
    return Responsibility(
        agency=duty.agency,
        role=duty.role,
        partners=duty.partners,
        section=duty.section,
        recurrence=duty.recurrence,
        deadline=duty.deadline,
        reports_to=duty.reports_to,
        passage=text.passage(duty.start, duty.end),
        rule=duty.rule,
        confidence=duty.confidence,
        agency_full=full_name(duty.agency, home),
    )


def _relations(
    text: SourceText, outline: Outline, regions: list[Region], citations: list[Citation],
    groups: list[Group], links: list[Link], header: Header, issuing: Annexing | None,
) -> tuple[Relation, ...]:  # fmt: skip
    """Return each relation once, with its first and strongest sentence; then what is only cited."""
    keys = {i: group.key for group in groups for i in group.members}
    found: dict[tuple[str, RelationType, str], Relation] = {}
    changing = any(link.type in CHANGING for link in links)
    in_force = day_in_force(text, header.issue_date) if changing else None
    for link in links:
        source = SELF if link.source is None else keys[link.source]
        target = keys[link.target]
        if source == target or (target == SELF and link.type is RelationType.IMPLEMENTS):
            continue
        if source == SELF and link.type in CHANGING and not _changes(text, header, link):
            continue
        edge = (source, link.type, target)
        if edge not in found or found[edge].confidence < link.confidence:
            passage = text.passage(link.start, link.end)
            change = change_of(text, citations, link, in_force)
            found[edge] = Relation(
                source, link.type, target, passage, link.rule, link.confidence, *change
            )
    if issuing is not None and (act := keys.get(issuing.act, SELF)) != SELF:
        edge = (act, RelationType.PROMULGATES, SELF)
        note = text.passage(issuing.start, min(issuing.end, issuing.start + 1000))
        found[edge] = Relation(*edge, note, ANNEXED, 0.95)
    bound = {target for source, _, target in found if source == SELF}
    carried: dict[str, set[str]] = {}
    for source, kind, target in found:
        if kind in CARRYING and source in bound:
            carried.setdefault(source, set()).add(target)
    acting = [link.start for link in links if link.source is None]
    place = (text, outline, regions, citations, keys, carried)
    cited = _cited(*place, bound, acting)
    # "Sơ kết thực hiện Chỉ thị số 5", "Tiếp theo Công văn số 5, Sở yêu cầu": what only the title or
    # the enacting clause names, and ties to nothing, is cited there; a work without number may be
    # the paper's own.
    closed = {end for source, _, target in found for end in (source, target)}
    closed |= {one.target for one in cited}
    closed |= {key for i, key in keys.items() if citations[i].number is None}
    cited += _cited(*place, closed, acting, (Region.TITLE, Region.ENACTING))
    found |= {(one.source, one.type, one.target): one for one in cited}
    return tuple(found.values())


def _changes(text: SourceText, header: Header, link: Link) -> bool:
    """Whether a paper of this type can do what a link has it do to another."""
    if not type_named(header.type).tells:
        return True
    return find_of("relations", "letter_ends")(text.low, link.start, link.end) is not None


def _cited(
    text: SourceText, outline: Outline, regions: list[Region], citations: list[Citation],
    keys: dict[int, str], carried: dict[str, set[str]], bound: set[str], acting: list[int],
    where: tuple[Region, ...] = _CITING,
) -> list[Relation]:  # fmt: skip
    """CITES for what the body (`where`) mentions and the paper has no closer relation to (`bound`),
    but for what stands in the subject of such a one that carries it (`carried`).

    A paragraph before the first heading that does not say what the paper carries out (`acting`:
    where such sentences begin) tells of the past, and is body.
    """
    found: dict[str, Relation] = {}
    acts = sorted(acting)
    for i, inside in by_block(citations, outline.blocks).items():
        block, region = outline.blocks[i], regions[i]
        first = bisect_left(acts, block.start)
        cited = region in where
        if region is Region.ENACTING and where is _CITING:
            cited = not (first < len(acts) and acts[first] < block.end)
        spans = sentences(text, block) if cited else []
        for at in inside:
            key, start = keys[at], citations[at].start
            if not cited or key == SELF or key in bound or key in found:
                continue
            if at and key in carried.get(keys[at - 1], ()) and citations[at - 1].reach > start:
                continue  # "thay thế Quyết định số 5 về ban hành Quy định X": one work with its act
            nth = bisect_right(spans, (start, block.end)) - 1
            begin, end = spans[nth] if nth >= 0 else (block.body, block.end)
            passage = text.passage(begin, min(end, begin + 1000))
            found[key] = Relation(SELF, RelationType.CITES, key, passage, "mentioned", 0.9)
    return list(found.values())


def _warnings(text: SourceText, header: Header) -> tuple[ReadingWarning, ...]:
    found = []
    if header.type is None or (header.issuer is None and header.number is None):
        words = "Không thấy đủ phần đầu văn bản (loại, số, cơ quan ban hành)."
        found.append(ReadingWarning("no_header", words))
    title = header.spans.get("title")
    if title is not None and title.end - title.start > MOST_LETTERS:
        words = f"Trích yếu dài quá {MOST_LETTERS} ký tự; chỉ giữ phần đầu."
        found.append(ReadingWarning("title_cut", words, title))
    for start, end in islice(impossible_dates(text.low), _MOST_DATES):
        printed = " ".join(text.value[start:end].split())
        words = f"Ngày không có trong lịch: {printed}."
        found.append(ReadingWarning("impossible_date", words, text.span(start, end)))
    return tuple(found)
