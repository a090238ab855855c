"""Regions: which part of the paper a block belongs to, since the same words mean other things there.

"Thực hiện Nghị quyết X" in the title says what the paper carries out; in a task it cites; behind
"Căn cứ" it names a basis.
"""

from __future__ import annotations

from enum import StrEnum

from loaders.doc_types import type_words, types_by_word
from loaders.folding import fold
from loaders.patterns import rx
from loaders.structure import Block
from loaders.text import SourceText


class Region(StrEnum):
    """Part of a paper, in the order in which they usually come."""

    HEADER = "header"
    TITLE = "title"
    BASIS = "basis"
    ENACTING = "enacting"
    ARTICLE = "article"
    PURPOSE = "purpose"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"


_BASIS = rx(r"(?:căn cứ|xét (?:đề nghị|tờ trình)|theo đề nghị)(?!\w)")
_BASIS_WITHOUT_DOCUMENT = rx(
    r"căn cứ (?:chức năng|tình hình|điều kiện|nhiệm vụ|vào chức năng|yêu cầu|kết quả)"
)
_BASIS_HEADING = rx(r"(?:các )?căn cứ(?: pháp lý| xây dựng[^.;]{0,40}| ban hành)?\s*:?$")
_HEADING_TO_ARTICLES = rx(r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị)\s*:?$")
_PURPOSE = rx(r"(?:[ivx\d.]+ )?mục (?:đích|tiêu,? (?:và )?yêu cầu)(?:[, ]|$)|mục đích")
_REQUIREMENT = rx(r"yêu cầu|quan điểm|phạm vi|đối tượng|mục tiêu")
_RECIPIENTS = rx(r"n[ơo]i nh[ậa]n ?:?|nơi gửi ?:?")
_OPENS_WITH_TYPE = rx(rf"(?:các )?(?:{type_words()})(?!\w)")
_CLOSING = rx(r"trên đây là|yêu cầu các|trong quá trình (?:tổ chức )?(?:triển khai|thực hiện)")
_SIGNATURE = rx(r"(?:t\s?m|k\s?t|t\s?l|tuq|q)\. ?(?=[^\W\d_])|[tk]/[ml] ?(?=[^\W\d_])")


def find_regions(
    text: SourceText, blocks: list[Block], title_from: int, title_to: int
) -> list[Region]:
    """Return the region of each block; [title_from, title_to) are the title's block indexes."""
    regions: list[Region] = []
    state = Region.ENACTING if title_to else Region.BODY
    basis_list = False
    for i, block in enumerate(blocks):
        low = text.low[block.body : block.end]
        if i < title_from:
            regions.append(Region.HEADER)
            continue
        if i < title_to:
            regions.append(Region.TITLE)
            continue
        if state is Region.SIGNATURE and _annex_begins(block, low):
            regions.append(Region.TITLE)
            state = Region.TITLE
            continue
        state, basis_list = _next(state, basis_list, block, low)
        listed = basis_list and (block.kind != "plain" or _OPENS_WITH_TYPE.match(low) is not None)
        regions.append(Region.BASIS if listed else state)
        if state is Region.BASIS:
            state = Region.ENACTING
    return regions


def _annex_begins(block: Block, low: str) -> bool:
    return block.upper and fold(low) in types_by_word()


def _next(state: Region, basis_list: bool, block: Block, low: str) -> tuple[Region, bool]:
    preamble = state in (Region.ENACTING, Region.TITLE)
    if _RECIPIENTS.match(low) or state is Region.SIGNATURE:
        return Region.SIGNATURE, False
    if _SIGNATURE.match(low) and block.upper:
        return Region.SIGNATURE, False
    if state is Region.TITLE and not _opens_text(block, low):
        return Region.TITLE, False
    if preamble and _BASIS_HEADING.match(low) and block.kind in ("plain", "roman", "decimal"):
        return Region.ENACTING, True
    if _BASIS.match(low) and (preamble or basis_list) and not _BASIS_WITHOUT_DOCUMENT.match(low):
        return Region.BASIS, basis_list and block.kind == "bullet"
    if block.kind == "word" and low and block.marker.lower().startswith("điều"):
        return Region.ARTICLE, False
    if block.kind in ("roman", "decimal", "word") or (block.kind == "letter" and not preamble):
        return _section(state, block, low), False
    if preamble and _HEADING_TO_ARTICLES.match(low):
        return Region.ARTICLE, False
    if state is Region.ARTICLE and block.kind == "plain" and _CLOSING.match(low):
        return Region.CLOSING, False
    if not preamble and _CLOSING.match(low):
        return Region.CLOSING, False
    if state is Region.CLOSING:
        return Region.BODY, False
    return (Region.ENACTING if state is Region.TITLE else state), basis_list and preamble


def _opens_text(block: Block, low: str) -> bool:
    if block.kind in ("roman", "decimal", "word", "bullet"):
        return True
    return not block.upper and not low.startswith(
        ("(", "về ", "v/v", "thực hiện", "ban hành", "kèm theo")
    )


def _section(state: Region, block: Block, low: str) -> Region:
    """A numbered heading: the purpose section, a requirement inside it, or the body."""
    if _PURPOSE.match(low):
        return Region.PURPOSE
    if state is Region.PURPOSE and block.kind in ("decimal", "letter"):
        return Region.BODY if _REQUIREMENT.match(low) else Region.PURPOSE
    return Region.BODY
