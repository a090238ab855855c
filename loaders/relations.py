"""Relations: what the words between citations, and before them, say that one does to another.

Each citation of a sentence has a governor: the citation before it that acts on it ("A ban hành B
thực hiện C"), or the paper itself. The words are rows of tables/relations.toml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from loaders.citation import Citation
from loaders.patterns import load_patterns
from loaders.records import CARRYING, Level, RelationType
from loaders.regions import Region
from loaders.structure import Block
from loaders.tables import load_toml
from loaders.text import SourceText

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zđ])|(?<=\.)\s*\n|;\s*(?=\n)")
_LONGEST = 1000
_CARRIED = frozenset(
    {"Kế hoạch", "Kế hoạch hành động", "Chương trình", "Chương trình hành động", "Đề án", "Chiến lược", "Quy hoạch",
     "Quy chế", "Quy định", "Phương án", "Dự án", "Bộ tiêu chí", "Tiêu chí", "Điều lệ", "Hướng dẫn", "Chương trình mục tiêu",
     "Chương trình mục tiêu quốc gia"}
)  # fmt: skip
_PLURAL = re.compile(r"(?<=\s)(?:các|những) $")


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two citations, by index; None is the paper itself."""

    source: int | None
    type: RelationType
    target: int
    start: int
    end: int
    rule: str
    confidence: float


@cache
def _rows(group: str) -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    rows = load_toml("loaders", "relations")[group]
    return tuple(
        (p.regex, row) for p, row in zip(load_patterns("relations", group), rows, strict=True)
    )


def find_links(
    text: SourceText,
    blocks: list[Block],
    regions: list[Region],
    citations: list[Citation],
    own: set[int],
) -> tuple[list[Link], list[tuple[int, int]]]:
    """Return the links in reading order, and the pairs of citations that are one document.

    `own` are the citations that mean the paper itself; they act as it.
    """
    links: list[Link] = []
    same: list[tuple[int, int]] = []
    at = 0
    for block, region in zip(blocks, regions, strict=True):
        inside = []
        while at < len(citations) and citations[at].start < block.end:
            inside.append(at)
            at += 1
        if region in (Region.HEADER, Region.SIGNATURE) or not inside:
            continue
        for start, end in sentences(text, block):
            members = [i for i in inside if start <= citations[i].start < end]
            if members:
                _read_sentence(text, region, start, end, citations, members, own, links, same)
    return links, same


def sentences(text: SourceText, block: Block) -> list[tuple[int, int]]:
    """Return the sentences of a block; the list of a căn cứ line is one."""
    cuts = [block.body]
    for match in _SENTENCE_END.finditer(text.value, block.body, block.end):
        cuts.append(match.end())
    cuts.append(block.end)
    return [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if text.value[a:b].strip()]


def _read_sentence(
    text: SourceText, region: Region, start: int, end: int, citations: list[Citation], members: list[int],
    own: set[int], links: list[Link], same: list[tuple[int, int]],
) -> None:  # fmt: skip
    head: dict[int, Link | None] = {}
    governor: dict[int, int | None] = {}
    for n, i in enumerate(members):
        found = _link_before(text, citations, members[:n], i)
        if found is None:
            head[i] = _head(text, region, start, citations, members[:n], i, own)
            governor[i] = None
        else:
            j, row = found
            _apply(text, (start, end), citations, i, j, row, head, governor, links, same)
        if i in head and (link := head[i]) is not None:
            links.append(_spanned(link, start, end))


def _spanned(link: Link, start: int, end: int) -> Link:
    return Link(
        link.source,
        link.type,
        link.target,
        start,
        min(end, start + _LONGEST),
        link.rule,
        link.confidence,
    )


def _link_before(
    text: SourceText, citations: list[Citation], before: list[int], i: int
) -> tuple[int, dict[str, Any]] | None:
    """Return the citation that the words before citation `i` tie it to, and the row that says so."""
    for j in reversed(before):
        a, b = citations[j], citations[i]
        if a.end > b.start:
            kind = _inside(a, b)
            if kind is not None:
                return j, {
                    "name": f"named_{kind.lower()}",
                    "kind": "forward",
                    "type": kind,
                    "confidence": 0.95,
                }
            continue
        for left in dict.fromkeys(
            (a.end, a.title[1] if a.title and a.title[1] <= b.start else a.end)
        ):
            between = _words(text, left, b.start)
            for regex, row in _rows("link"):
                if left != a.end and row["kind"] not in ("list",) and "after" in row["name"]:
                    continue
                if regex.fullmatch(between) and not _is_past(between):
                    if row["kind"] == "same" and not (
                        (b.titled and b.rule == "carrying") or (b.titled and a.number)
                    ):
                        continue
                    if row["kind"] == "list" and not between.strip() and a.number and b.titled:
                        continue
                    return j, row
        if re.search(r"[.;]", text.low[a.end : b.start]) and len(before) > 1:
            continue
    return None


def _inside(a: Citation, b: Citation) -> str | None:
    """What the work `a` does to `b`, which stands in its name: carries it out, or amends it."""
    reach = max(a.end, a.title[1] if a.title else a.end)
    if not a.start < b.start < reach:
        return None
    return {"carrying": "IMPLEMENTS", "amending_law": "AMENDS"}.get(a.rule)


def _words(text: SourceText, start: int, end: int) -> str:
    """Lower-case text with single blanks, one kept at each end where one stands.

    A plural before the type word ("thực hiện các | Nghị quyết số …") says nothing here.
    """
    return _PLURAL.sub("", re.sub(r"\s+", " ", text.low[start:end]))


def _is_past(words: str) -> bool:
    return any(regex.search(words) for regex, _ in _rows("past"))


def _apply(
    text: SourceText, sentence: tuple[int, int], citations: list[Citation], i: int, j: int, row: dict[str, Any],
    head: dict[int, Link | None], governor: dict[int, int | None], links: list[Link], same: list[tuple[int, int]],
) -> None:  # fmt: skip
    start, end = sentence
    stop = min(end, start + _LONGEST)
    if row["kind"] == "list":
        partner = _list_partner(citations, governor, i, j)
        governor[i] = governor.get(partner)
        model = next(
            (
                link
                for link in reversed(links)
                if link.target == partner and link.source == governor[i]
            ),
            None,
        )
        if partner in head:
            above = head[partner]
            head[i] = (
                None
                if above is None
                else Link(None, above.type, i, start, stop, above.rule, above.confidence)
            )
        elif model is not None:
            links.append(
                Link(
                    model.source,
                    model.type,
                    i,
                    start,
                    stop,
                    model.rule,
                    min(model.confidence, row["confidence"]),
                )
            )
        return
    if row["kind"] == "same":
        same.append((j, i))
        governor[i] = governor.get(j)
        return
    kind = RelationType(row["type"])
    if kind in CARRYING:
        j = _whole_work(citations, governor, j) if row["kind"] == "backward" else j
        if not _can_be_carried(citations[i if row["kind"] == "forward" else j]):
            governor[i] = None
            return
    source, target = (j, i) if row["kind"] == "forward" else (i, j)
    governor[i] = j
    links.append(Link(source, kind, target, start, stop, row["name"], row["confidence"]))


def _can_be_carried(citation: Citation) -> bool:
    """Whether an act can promulgate or approve it: plans and rules, not acts of their own right."""
    return citation.titled or citation.type in _CARRIED


def _whole_work(citations: list[Citation], governor: dict[int, int | None], j: int) -> int:
    """The work in whose name citation `j` stands: it is what was promulgated, not `j`."""
    above = governor.get(j)
    while above is not None and _inside(citations[above], citations[j]):
        j, above = above, governor.get(above)
    return j


def _list_partner(
    citations: list[Citation], governor: dict[int, int | None], i: int, j: int
) -> int:
    """The member of the chain that citation `i` stands beside: the nearest of its type, else `j`."""
    chain = [j]
    while (above := governor.get(chain[-1])) is not None:
        chain.append(above)
    possible = [at for at in chain if _can_govern(citations, governor.get(at), i)] or [chain[-1]]
    return next((at for at in possible if citations[at].type == citations[i].type), possible[0])


def _can_govern(citations: list[Citation], above: int | None, i: int) -> bool:
    """Whether `above` may act on citation `i`: nothing carries out a later paper, or one from below."""
    if above is None:
        return True
    one, other = citations[above], citations[i]
    if one.date and other.date and len(one.date) == len(other.date) == 10 and one.date < other.date:
        return False
    central = one.issuer is not None and one.issuer.level is Level.CENTRAL
    return not (
        central and other.issuer is not None and other.issuer.level not in (None, Level.CENTRAL)
    )


def _head(
    text: SourceText,
    region: Region,
    start: int,
    citations: list[Citation],
    before: list[int],
    i: int,
    own: set[int],
) -> Link | None:
    """What the paper itself does to the first citation of a clause."""
    if i in own:
        return None
    left = max(
        [
            start,
            *(_extent(citations[j]) for j in before if _extent(citations[j]) <= citations[i].start),
        ]
    )
    words = _words(text, left, citations[i].start)
    if region is Region.BASIS and before and not _opens_basis(words):
        return None
    for regex, row in _rows("head"):
        if region.value in row["where"] and regex.fullmatch(words):
            if row["type"] == "IMPLEMENTS" and _is_past(_words(text, start, citations[i].start)):
                continue
            return Link(
                None, RelationType(row["type"]), i, start, start, row["name"], row["confidence"]
            )
    return None


def _opens_basis(words: str) -> bool:
    """Whether a later citation of a căn cứ line opens another basis: behind ";", "và" or a comma."""
    head, semicolon, tail = words.rpartition(";")
    return bool(semicolon) or re.fullmatch(r"[,\s]*(?:và |cùng )?(?:căn cứ )?", tail) is not None


def _extent(citation: Citation) -> int:
    return citation.end
