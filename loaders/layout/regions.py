"""Regions: which part of the paper a block belongs to; the same words mean other things in each.

"Thực hiện Nghị quyết X" in the title says what the paper carries out; in a task it cites; behind
"Căn cứ" it names a basis.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from loaders.grammar.patterns import any_of, find_of
from loaders.grammar.regexes import Find
from loaders.layout.foot import begins_annex
from loaders.layout.orders import ends_preamble
from loaders.layout.structure import Block
from loaders.text.source_text import SourceText


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


_LINES_OF_ANNEX = 4
"""An annex may repeat the header's lines on top of the block that opens it."""
_BLOCKS_TO_BASIS = 25
"""Blocks among which the first basis of a paper stands whose title is lost."""
_FEWEST_PIPES = 4
_HEADING_KINDS = ("capital", "roman", "part", "decimal", "word")
_GOING_ON = ("plain", "bullet")


def find_regions(
    text: SourceText, blocks: list[Block], title_from: int, title_to: int
) -> list[Region]:
    """Return the region of each block; [title_from, title_to) are the title's block indexes."""
    regions: list[Region] = []
    state = Region.ENACTING if title_to or _begins_with_basis(text, blocks) else Region.BODY
    basis_list = amended = False
    for i, block in enumerate(blocks):
        if i < title_from:
            # A page may print the first basis among the header's lines.
            regions.append(Region.BASIS if _is_basis(text, block) else Region.HEADER)
            continue
        if i < title_to:
            regions.append(Region.TITLE)
            continue
        if state is Region.SIGNATURE and _annex_begins(block):
            regions.append(Region.TITLE)
            state = Region.TITLE
            continue
        goes_on = state is Region.BODY and not basis_list and block.kind in _GOING_ON
        if goes_on and not _turns()(text.low, block.body, block.end):
            regions.append(state)
            continue
        if i == title_to and block.kind == "bullet":
            basis_list = (
                find_of("header", "listed_basis")(text.low, block.start, block.end) is not None
            )
        if amended and block.kind == "decimal" and _says(text, block, "opens_with_type"):
            regions.append(state)
            continue
        amended = _lists_what_amended(text, state, block)
        state, basis_list = _next(text, state, basis_list, block)
        listed = basis_list and (block.kind != "plain" or _says(text, block, "opens_with_type"))
        listed = listed and not find_of("header", "carrying_out")(text.low, block.start)
        if state is Region.ENACTING:
            listed = listed or _goes_on_from_basis(text, blocks, regions, i)
        regions.append(Region.BASIS if listed else state)
        if state is Region.BASIS:
            state = Region.ENACTING
        more = i + 1 < len(blocks) and _is_basis(text, blocks[i + 1])
        if state is Region.ENACTING and not more and ends_preamble(text, block):
            state = Region.BODY
    return regions


def without_lists_above(blocks: list[Block], regions: list[Region], number: int) -> list[Region]:
    """Return the regions with all that stands above the paper's own `number` as its header's.

    Portals list there what changed a paper, and what it rests on; the paper cites none of it so.
    """
    return [
        Region.HEADER if block.end < number and region is Region.BODY else region
        for block, region in zip(blocks, regions, strict=True)
    ]


def _begins_with_basis(text: SourceText, blocks: list[Block]) -> bool:
    """Whether a paper without a title names a basis before its first heading or article."""
    for block in blocks[:_BLOCKS_TO_BASIS]:
        if find_of("header", "carrying_out")(text.low, block.start):
            return True
        if _says(text, block, "basis") or _enacts_at_once(text, block):
            return True
        if _says(text, block, "basis_heading"):
            return True
        if block.kind in _HEADING_KINDS or _says(text, block, "recipients"):
            return False
    return False


def _enacts_at_once(text: SourceText, block: Block) -> bool:
    """Whether a paper without header opens with the clause that enacts it: "Ban điều hành chợ xây
    dựng kế hoạch thực hiện … như sau:".
    """
    opens = block.kind == "plain" and text.value[block.end - 1] == ":"
    return (
        opens and find_of("header", "enacting_clause")(text.low, block.start, block.end) is not None
    )


@cache
def _turns() -> Find:
    """A look for whatever ends the body at a block that is no heading."""
    return any_of("structure", "recipients", "signature", "closing", "changes_below").match


def _goes_on_from_basis(
    text: SourceText, blocks: list[Block], regions: list[Region], at: int
) -> bool:
    """Whether a block names one more basis: the one above ended with a semicolon."""
    open_ended = at > 0 and text.value[blocks[at - 1].end - 1] in ";,"
    basis = bool(regions) and regions[-1] is Region.BASIS
    return basis and open_ended and _says(text, blocks[at], "opens_with_type")


def _says(text: SourceText, block: Block, name: str) -> bool:
    """Whether the words of the block behind its marker are as the row of the table says."""
    return find_of("structure", name)(text.low, block.body, block.end) is not None


def _is_basis(text: SourceText, block: Block) -> bool:
    """Whether a block opens as a basis does that names documents."""
    return _says(text, block, "basis") and not _says(text, block, "basis_without_document")


def _lists_what_amended(text: SourceText, state: Region, block: Block) -> bool:
    """Whether a list of what amended its act follows, which a consolidated text puts above the
    bases: the numbers of its items are no headings.
    """
    told = find_of("antecedents", "amended_by_those_below")
    return state in (Region.TITLE, Region.ENACTING) and bool(told(text.low, block.body, block.end))


def _annex_begins(block: Block) -> bool:
    return any(begins_annex(line) for line in block.lines[:_LINES_OF_ANNEX])


def _next(text: SourceText, state: Region, basis_list: bool, block: Block) -> tuple[Region, bool]:
    """Return the region of a block from that of the one before it, and whether bases are listed."""
    preamble = state in (Region.ENACTING, Region.TITLE)
    if state is Region.SIGNATURE or _says(text, block, "recipients"):
        return Region.SIGNATURE, False
    if _says(text, block, "signature") and block.upper:
        return Region.SIGNATURE, False
    if state is Region.TITLE and not _opens_text(text, block):
        return Region.TITLE, False
    if preamble and text.low.startswith("|", block.start) and _is_row(text, block):
        return Region.BODY, False
    if preamble or basis_list:
        if (
            preamble
            and block.kind in ("plain", "capital", "roman", "part", "decimal")
            and _says(text, block, "basis_heading")
        ):
            return Region.ENACTING, True
        if _is_basis(text, block):
            return Region.BASIS, basis_list and block.kind == "bullet"
    numbered_basis = basis_list and block.kind in ("decimal", "letter")
    if numbered_basis and _says(text, block, "opens_with_type"):
        return Region.ENACTING, True
    if not preamble and _heads_changes(text, block):
        return Region.ARTICLE, False
    heading = block.kind in _HEADING_KINDS or (block.kind == "letter" and not preamble)
    # "I MỤC ĐÍCH, YÊU CẦU", "MỤC TIÊU": a heading whose number lost its point, or has none.
    bare = block.kind == "plain" and block.upper
    if heading or (bare and (_says(text, block, "purpose") or _opens_body(text, state, block))):
        return _section(text, state, block), False
    if preamble and _says(text, block, "heading_to_articles"):
        return Region.ARTICLE, False
    if (
        not preamble
        and (state is not Region.ARTICLE or block.kind == "plain")
        and _says(text, block, "closing")
    ):
        return Region.CLOSING, False
    if state is Region.CLOSING:
        return Region.BODY, False
    return (Region.ENACTING if state is Region.TITLE else state), basis_list and preamble


def _opens_body(text: SourceText, state: Region, block: Block) -> bool:
    """Whether a line in capitals behind the preamble names a section: "MỤC TIÊU"."""
    return state in (Region.ENACTING, Region.PURPOSE) and _says(text, block, "bare_section")


def _heads_changes(text: SourceText, block: Block) -> bool:
    """Whether a heading in capitals says which document the articles below it change."""
    named = block.kind in ("plain", "word") and text.value[block.body : block.end].isupper()
    return named and _says(text, block, "changes_below")


def _is_row(text: SourceText, block: Block) -> bool:
    """Whether a block is a row of a table of several columns, which no preamble holds."""
    return text.low.count("|", block.start, block.end) >= _FEWEST_PIPES


def _opens_text(text: SourceText, block: Block) -> bool:
    """Whether a block behind an annex's title is no part of it."""
    if block.kind in (*_HEADING_KINDS, "bullet"):
        return True
    return not block.upper and not _says(text, block, "title_goes_on")


def _section(text: SourceText, state: Region, block: Block) -> Region:
    """An article, or a numbered heading: the purpose section, a requirement in it, or the body."""
    article = find_of("structure", "article")(block.marker.lower())
    if block.kind == "word" and article and block.body < block.end:
        return Region.ARTICLE
    if _says(text, block, "purpose"):
        return Region.PURPOSE
    if state is Region.PURPOSE and block.kind in ("decimal", "letter"):
        return Region.BODY if _says(text, block, "requirement") else Region.PURPOSE
    return Region.BODY
