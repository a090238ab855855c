"""Block reader: the duties of block after block, by the headings that stand open above each.

A heading that names an agency hands the tasks below it to that agency; a sentence that opens with
one hands it what follows. Agencies are known by how their names begin and end, not from a list.
"""

from __future__ import annotations

from loaders.duties.asked_below import asked_below
from loaders.duties.bare_headings import bare_heading, is_beside, listed_heading
from loaders.duties.found_duties import FoundDuty, duties_of
from loaders.duties.later_sentences import closing_request, later_headings, later_sentences
from loaders.duties.led_items import bid_of
from loaders.duties.open_headings import (
    BULLET,
    Below,
    OpenHeading,
    acts,
    depth_of,
    is_below,
    is_task,
    tasks_below,
)
from loaders.duties.openings import (
    decides,
    doers_of,
    executes,
    heading_agencies,
    may_hand_out,
    opening_agencies,
)
from loaders.duties.saying import Say, say_of
from loaders.duties.sibling_headings import RULE, sector_agencies, sibling_agencies
from loaders.duties.standing_order import StandingOrder
from loaders.grammar.patterns import find_of, load_patterns
from loaders.grammar.regexes import Regex
from loaders.layout.context import Place
from loaders.layout.regions import Region
from loaders.layout.structure import Block
from loaders.relations.find import has_several_sentences
from loaders.text.source_text import SourceText

_WITHOUT = (Region.HEADER, Region.TITLE, Region.BASIS, Region.ENACTING, Region.SIGNATURE)

_UNASKING = (Region.HEADER, Region.TITLE, Region.SIGNATURE)

_NUMBERED = ("part", "decimal", "letter")
_SHOUTED = 1
"""The depth of a line in capitals: numbered tasks stand below it."""


def _one(group: str) -> Regex:
    return load_patterns("duties", group)[0].regex


class BlockReader:
    """Reads block after block, knowing which agencies' headings stand open above."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.found: list[FoundDuty] = []
        self._open: list[OpenHeading] = []
        self._shouts = False
        """Whether lines in capitals are headings."""
        self._order = StandingOrder()
        self._told: tuple[tuple[str, ...], str] | None = None
        """The agencies of the numbered sentence right above, and its section."""
        self._bare: Below | None = None
        """What stands below the block, where it is a heading without a number."""
        self._row: int | None = None
        """The depth of the numbered agencies in whose row the next heading may stand."""
        self._beside: str | None = None
        """The sign of the bullets in whose row an agency stood last."""

    def read(self, block: Block, region: Region, place: Place, below: Block | None) -> None:
        """Take the duties of one block; `below` is the next one, if tasks may stand there."""
        told, self._told = self._told, None
        self._order.hear(self.text, block)
        if region not in _UNASKING and (asked := asked_below(self.text, block, below, place.label)):
            self._open = [asked]
            return
        if region in _WITHOUT or executes(self.text, block, region):
            return
        organises = place.organises or self._order.stands
        depth = self._depth(block, region, below, organises=organises)
        beside = depth is None and bool(self._open) and is_beside(self.text, block, self._open[-1])
        if beside:
            self._open.pop()
        self._order.go_on(block, depth)
        organising = self._order.stands or bool(self._open)
        organising |= place.organises
        if depth is not None:
            while self._open and self._open[-1].depth >= depth and not self._stays(block, depth):
                self._open.pop()
        elif self._open and self._open[-1].depth == BULLET:
            self._open[-1].flat = False
        if decides(self.text, block, region):
            return
        named = may_hand_out(self.text.low, block)
        heads = depth is not None and below is not None and is_below(below, depth)
        row, self._row = self._row, self._row if depth is None or depth > (self._row or 0) else None
        if named and self._heading(block, place, depth, organising=organising, heads=heads):
            self._row = depth if depth is not None and organising else row
            self._beside = block.marker if block.kind == "bullet" and organising else None
            return
        if block.kind != "bullet":
            self._beside = None
        elif block.marker == self._beside and (sectors := sector_agencies(self.text, block)):
            names, at = sectors
            by_row = (RULE, at)
            self.found += duties_of(self.text, names, at, block.end, place.label, by_row)
            return
        if depth is not None and depth == row and self._sibling(block, place, depth, below):
            return
        if region is Region.CLOSING:
            self._open.clear()
        if named or region is Region.CLOSING:
            article = block.kind == "word" and region is Region.ARTICLE
            item = block.kind in _NUMBERED
            say = say_of(place, region, organising=organising, article=article, item=item)
            reports = self._order.reports(self.text, block)
            if not reports and self._sentence(block, place, depth, say):
                return
        told = told if block.kind == "plain" and not named else None
        self._task(block, place, depth, told, beside=beside)

    def _task(
        self,
        block: Block,
        place: Place,
        depth: int | None,
        told: tuple[tuple[str, ...], str] | None,
        *,
        beside: bool,
    ) -> None:
        """Take a block as a task: of the heading above, unless it stands `beside` that, or of the
        agencies of the numbered sentence above (`told`).
        """
        may_ask = not self._open and has_several_sentences(self.text, block)
        if may_ask and _one("asked_behind").search(self.text.low, block.body, block.end):
            self.found += later_sentences(self.text, block, place, Say.TASK, asked=True)
        if self._open and not beside and is_task(self.text, block, depth, self._open[-1]):
            self.found += tasks_below(self.text, self._open[-1], block)
        elif told and acts(self.text, block):
            # A paragraph without a number below "2. Phòng Y tế tham mưu …": theirs too.
            self._told = told
            self.found += duties_of(self.text, told[0], block.body, block.end, told[1])

    def _depth(
        self, block: Block, region: Region, below: Block | None, *, organises: bool
    ) -> int | None:
        """How deep a block stands as a heading, by its number or by what it names."""
        self._bare = None
        listed = listed_heading(self.text, block, below) if organises else None
        depth = depth_of(block) if listed is None else listed
        if depth is None:
            depth = self._shouted(block, region)
        if depth is None:
            bare = bare_heading(self.text, block, below, organises=organises)
            depth, self._bare = bare or (None, None)
        return depth

    def _shouted(self, block: Block, region: Region) -> int | None:
        """The depth of a line in capitals that names agencies and nothing else, as a heading does.

        Where one did, the next line in capitals ends it, whatever it says.
        """
        if block.kind != "plain" or len(block.lines) > 1 or not block.upper:
            return None
        if region is not Region.CLOSING and may_hand_out(self.text.low, block):
            self._shouts |= heading_agencies(self.text, block, _SHOUTED, True) is not None
        return _SHOUTED if self._shouts else None

    def _stays(self, block: Block, depth: int) -> bool:
        """Whether a bullet's heading stays open above a task that is a bullet like it.

        "* Sở Y tế:" above "- Chủ trì …": no task of another kind stood below it before.
        """
        above = self._open[-1]
        if not (above.flat and above.depth == depth == BULLET):
            return False
        if may_hand_out(self.text.low, block):
            return False
        return _one("verb").match(self.text.low, block.body, block.end) is not None

    def _heading(
        self, block: Block, place: Place, depth: int | None, *, organising: bool, heads: bool
    ) -> bool:
        asked = find_of("duties", "request")(self.text.low, block.body, block.end)
        if (place.goal or place.state) and not asked:
            return False
        heading = heading_agencies(self.text, block, depth, organising, heads=heads)
        if heading is None:
            return False
        agencies, rest = heading
        if rest is not None:
            named = heading_agencies(self.text, block._replace(body=rest), depth, organising)
            if named is not None and named[1] is None:
                return True  # "Chủ đầu tư: Ban Quản lý dự án": a role and who has it, no task
            # "Các huyện: UBND cấp huyện thành lập …": who does it opens the task.
            agencies = doers_of(self.text, block, rest) or agencies
        if depth is not None:
            bid = bid_of(self.text, block, agencies)
            flat = rest is None
            self._open.append(OpenHeading(agencies, depth, place.label, flat, bid, self._bare))
        if rest is not None:
            self.found += duties_of(self.text, agencies, rest, block.end, place.label)
            self.found += later_headings(self.text, block, place)
        return True

    def _sibling(self, block: Block, place: Place, depth: int, below: Block | None) -> bool:
        """Take a heading that only its place in a row of agencies tells to be one."""
        heading = sibling_agencies(self.text, block, below)
        if heading is None:
            return False
        agencies, task = heading
        self._row = depth
        self._open.append(OpenHeading(agencies, depth, place.label, task is None, rule=RULE))
        if task is not None:
            told = (RULE, task)
            self.found += duties_of(self.text, agencies, task, block.end, place.label, told)
        return True

    def _sentence(self, block: Block, place: Place, depth: int | None, say: Say) -> bool:
        low = self.text.low
        if self._open and find_of("duties", "leading")(low, block.body, block.end):
            return False
        if not self._open and (directs := find_of("duties", "directs")(low, block.body, block.end)):
            block = block._replace(body=directs.end())
        opening = opening_agencies(self.text, block, say)
        if opening is None and say is Say.CLOSING:
            asked = closing_request(self.text, block, place)
            self.found += asked
            return bool(asked)
        if opening is None:
            return False
        agencies, start, rule = opening
        if self._open and all(find_of("duties", "no_name")(one.lower()) for one in agencies):
            return False  # "Đề nghị Viện chuyển giao …" below the Institute's heading
        later_say = Say.ANY if say is Say.ANY else Say.TASK
        later = list(later_sentences(self.text, block, place, later_say))
        end = min([one.start for one in later], default=block.end)
        told = (rule, block.body)
        self.found += duties_of(self.text, agencies, start, end, place.label, told)
        if block.kind in _NUMBERED:
            self._told = agencies, place.label
        self.found += later
        if (
            depth is not None
            and low.endswith(":", block.start, block.end)
            and not find_of("duties", "goals_follow")(low, block.body, block.end)
        ):
            bid = bid_of(self.text, block, agencies)
            heading = OpenHeading(agencies, depth, place.label, bid=bid, bare=self._bare)
            self._open.append(heading)
        return True
