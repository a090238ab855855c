"""Duties: who is given what to do, as lead, partner or otherwise.

A heading that names an agency hands the tasks below it to that agency; a sentence that opens with
one hands it what follows. Agencies are known by how their names begin and end, not from a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from loaders.context import Place
from loaders.patterns import Pattern, load_patterns, rx
from loaders.records import Role
from loaders.regions import Region
from loaders.structure import Block
from loaders.tables import load_toml
from loaders.text import SourceText


@dataclass(frozen=True, slots=True)
class FoundDuty:
    """One agency's duty at low[start:end]; `role` is lead, coordinate or assigned."""

    agency: str
    role: Role
    partners: tuple[str, ...]
    section: str
    start: int
    end: int
    recurrence: str | None
    reports_to: str | None
    deadline: str | None
    rule: str
    confidence: float


@cache
def _rows(group: str) -> tuple[Pattern, ...]:
    return load_patterns("duties", group)


def _one(group: str) -> re.Pattern[str]:
    return _rows(group)[0].regex


_GAP = rx(r" ?(?:,|;|và|cùng|/|hoặc) ?(?:và )?")
_DEPARTMENTS = rx(r"các (?P<kind>sở|phòng|bộ|ban)(?:, (?:ban|ngành|phòng)){0,3} ?: ?")
_STOP = re.compile(r"[;:.()]")
_WHO_MUST = rx(
    r" ?,? ?(?:cần|phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|căn cứ|theo chức năng|chủ động|tổ chức|thực hiện|xây dựng|báo cáo|tiếp tục|phối hợp|chủ trì|chỉ đạo|báo báo)"
)
_MODAL = rx(r" ?,? ?(?:cần|phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)(?!\w)")
_TO_EXECUTE = rx(
    r"chịu trách nhiệm (?:thi hành|thực hiện|tổ chức thực hiện) (?:quyết định|nghị quyết|chỉ thị|văn bản) này"
)
_PLACE_BEHIND = rx(
    r" (?:các )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|địa phương)(?:(?:,| và) (?:các )?(?:huyện|quận|thành phố|thị xã|thị trấn|phường|xã))*(?: trực thuộc trung ương)?(?!\w)"
)
_GENERIC = frozenset(
    {
        "Các cơ quan, đơn vị có liên quan",
        "Các cơ quan, đơn vị liên quan",
        "Các đơn vị",
        "Các cơ quan, đơn vị",
        "Các đơn vị liên quan",
        "Cơ quan, đơn vị liên quan",
    }
)
_WHEN = rx(
    r"(?:(?:định kỳ )?(?:hằng|hàng) (?:năm|quý|tháng)[^,;.]{0,30}|định kỳ[^,;.]{0,40}|căn cứ[^,;.]{0,90}|trên cơ sở[^,;.]{0,90}|trong quá trình[^,;.]{0,60}|trước ngày[^,;.]{0,30}), ?"
)
_LONGEST = 12


@dataclass(slots=True)
class _Open:
    """The agencies whose tasks are being read, the heading's rank, and its section."""

    agencies: tuple[str, ...]
    depth: int
    section: str


def find_duties(
    text: SourceText, blocks: list[Block], regions: list[Region], places: list[Place]
) -> list[FoundDuty]:
    """Return the duties in reading order, one an agency and task."""
    found: list[FoundDuty] = []
    stack: list[_Open] = []
    for block, region, place in zip(blocks, regions, places, strict=True):
        if region in (Region.HEADER, Region.TITLE, Region.BASIS, Region.ENACTING, Region.SIGNATURE):
            continue
        depth = _depth(block)
        organising = any(_one("section").search(words) for words in place.headings) or bool(stack)
        if depth is not None:
            while stack and stack[-1].depth >= depth:
                stack.pop()
        heading = _heading(text, block, depth, organising)
        if heading is not None:
            agencies, rest = heading
            if depth is not None:
                stack.append(_Open(agencies, depth, place.label))
            if rest is not None:
                found += _duties(text, agencies, rest, block.end, place.label)
            continue
        if region is Region.CLOSING:
            stack.clear()
        sentence = _opening_agencies(text, block, organising or region is Region.CLOSING)
        if sentence is not None and region is Region.CLOSING:
            sentence = tuple(a for a in sentence[0] if a not in _GENERIC), sentence[1]
        if sentence is not None:
            agencies, start = sentence
            found += _duties(text, agencies, start, block.end, place.label, whole=block.body)
        elif (stack and depth is None) or (
            stack and (block.kind == "bullet" or block.end - block.body > 60)
        ):
            found += _tasks(text, block, stack[-1])
    return found


def _depth(block: Block) -> int | None:
    """How deep a heading stands; None for what can only be a task."""
    if block.kind == "word":
        return 0
    if block.kind == "roman":
        return 1
    if block.kind == "decimal":
        return 2 + block.marker.rstrip(".)").count(".")
    if block.kind == "letter":
        return 8
    if block.kind == "bullet" and block.marker.startswith("-"):
        return 9
    return None


def _heading(
    text: SourceText, block: Block, depth: int | None, organising: bool
) -> tuple[tuple[str, ...], int | None] | None:
    """Read a heading that names agencies: them, and where a task begins on the same line, if one does."""
    low = text.low
    start = block.body
    if request := _one("request").match(low, start, block.end):
        start = request.end()
    listed = agencies_at(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
    rest = low[end : block.end].strip(" .*_")
    if depth is None and not rest.startswith(":") and rest:
        return None
    if not rest or rest == ":":
        return (agencies, None) if organising or depth not in (None, 9) or rest == ":" else None
    if rest.startswith(":"):
        begin = low.find(":", end) + 1
        return agencies, begin + len(low[begin : block.end]) - len(low[begin : block.end].lstrip())
    if rest.endswith(":") and len(rest) < 160:
        return agencies, None
    return None


def _opening_agencies(
    text: SourceText, block: Block, organising: bool
) -> tuple[tuple[str, ...], int] | None:
    """Read a sentence that opens with agencies and a duty: them, and where the duty's words begin."""
    low, start = text.low, block.body
    if request := _one("request").match(low, start, block.end):
        start = request.end()
    elif when := _WHEN.match(low, start, block.end):
        start = when.end()
    listed = agencies_at(text, start, block.end)
    if listed is None:
        return None
    agencies, end = listed
    if _TO_EXECUTE.search(low, end, block.end):
        return None
    verb = _one("verb").match(low, end + 1, block.end) or _WHO_MUST.match(low, end, block.end)
    if not _MODAL.match(low, end, block.end) and not (organising and verb):
        return None
    return agencies, end


def _tasks(text: SourceText, block: Block, above: _Open) -> Iterator[FoundDuty]:
    yield from _duties(text, above.agencies, block.body, block.end, above.section)


def _duties(
    text: SourceText,
    agencies: tuple[str, ...],
    start: int,
    end: int,
    section: str,
    whole: int | None = None,
) -> Iterator[FoundDuty]:
    """One duty an agency; `start` is where the task's words begin, `whole` where its sentence does."""
    if end - start < 12:
        return
    low = text.low
    role = _role(low, start, end)
    partners = _partners(text, start, end, agencies)
    words = low[start:end]
    recurrence = next((p.name for p in _rows("recurrence") if p.regex.search(words)), None)
    deadline = _one("deadline").search(words)
    duty = FoundDuty(
        agency="", role=role, partners=partners, section=section, start=start if whole is None else whole, end=end,
        recurrence=recurrence, reports_to=_reports_to(text, start, end),
        deadline=re.sub(r"\s+", " ", text.value[start + deadline.start() : start + deadline.end()]) if deadline else None,
        rule="agency_heading" if whole is None else "agency_sentence", confidence=0.9,
    )  # fmt: skip
    for agency in agencies:
        yield replace(duty, agency=agency)


def _role(low: str, start: int, end: int) -> Role:
    at = start
    while at < end and (skip := _one("lead_in").match(low, at, end)) and skip.end() > at:
        at = skip.end()
    for pattern in _rows("role"):
        if pattern.regex.match(low, at, end):
            return Role(pattern.name)
    clause = re.split(r"[;.]", low[start:end])[0][:140]
    if _rows("role")[0].regex.search(clause):
        return Role.LEAD
    return Role.ASSIGNED


def _partners(text: SourceText, start: int, end: int, agencies: tuple[str, ...]) -> tuple[str, ...]:
    low = text.low
    found: list[str] = []
    for match in _one("with").finditer(low, start, end):
        listed = agencies_at(text, match.end(), end, common=True)
        if listed is not None:
            found += [name for name in listed[0] if name not in found and name not in agencies]
    return tuple(found)


def _reports_to(text: SourceText, start: int, end: int) -> str | None:
    for match in _one("reports").finditer(text.low, start, end):
        if text.low.startswith("cấp có thẩm quyền", match.end()):
            return "Cấp có thẩm quyền"
        listed = agencies_at(text, match.end(), end, common=True)
        if listed is not None:
            return listed[0][0]
    return None


def agencies_at(
    text: SourceText, start: int, limit: int, *, common: bool = False
) -> tuple[tuple[str, ...], int] | None:
    """Return the agencies whose list begins at `start`, in full form, and where the list ends.

    `common` also takes names in lower case ("cơ quan, đơn vị liên quan"). None where none begins.
    """
    low = text.low
    if group := _DEPARTMENTS.match(low, start, limit):
        return _departments(text, group, limit)
    names: list[str] = []
    at = end = start
    while len(names) < _LONGEST:
        begun = _begins(text, at, limit, common=common)
        if not begun:
            break
        stop = _name_end(text, at, limit, common=common)
        if stop <= at:
            break
        names.append(_full(text.value[at:stop]))
        end = stop
        gap = _GAP.match(low, stop, limit)
        if gap is None:
            break
        at = gap.end()
    return (tuple(dict.fromkeys(names)), end) if names else None


def _begins(text: SourceText, at: int, limit: int, *, common: bool) -> bool:
    if at >= limit:
        return False
    proper, plural = _rows("head")[0].regex, _rows("head")[1].regex
    if text.value[at].isupper() and proper.match(text.low, at, limit):
        return True
    if plural.match(text.low, at, limit) and (common or text.low.startswith("các", at)):
        return True
    word = proper.match(text.low, at, limit)
    behind = word.end() if word else at
    return (
        word is not None
        and text.value[behind : behind + 2].strip()[:1].isupper()
        and (common or text.value[at].islower())
    )


def _name_end(text: SourceText, at: int, limit: int, *, common: bool) -> int:
    """Where one name ends: before a verb, a stop, or a separator behind which another name begins."""
    low, value = text.low, text.value
    if known := _known_end(text, at, limit):
        return known
    stop = _STOP.search(low, at, limit)
    end = stop.start() if stop else limit
    first_word = re.compile(r"[^\W\d_]+").match(low, at)
    verb_from = first_word.end() if first_word else at
    shouted = value[at:end].isupper()
    for verb in _one("verb").finditer(low, verb_from, end):
        word = verb.start() + len(verb[0]) - len(verb[0].lstrip(" ,"))
        inside = low[verb.start() - 1].isalnum() and not verb[0].startswith((" ", ","))
        # A verb with a capital is part of a name: "Sở Xây dựng", "Trung tâm Kiểm soát bệnh tật".
        if not inside and (shouted or not value[word].isupper()):
            end = verb.start()
            break
    common_name = value[at].islower() or low.startswith(("các ", "sở, "), at)
    for gap in _GAP.finditer(low, at, end):
        behind = gap.end()
        if not _begins(text, behind, limit, common=common):
            continue
        inner = (
            common_name and value[behind].islower() and not low.startswith(("các", "những"), behind)
        )
        if not inner:
            end = gap.start()
            break
    return len(low[:end].rstrip(" ,;-"))


def _known_end(text: SourceText, at: int, limit: int) -> int | None:
    """The end of "Sở Y tế", "Bộ Tài chính …": a field that the tables know, with its place."""
    low = text.low
    head = re.compile(r"(?:sở|bộ)\s+").match(low, at, limit)
    if head is None:
        return None
    field = next(
        (
            w
            for w in _fields()
            if low.startswith(w, head.end())
            and not low[head.end() + len(w) : head.end() + len(w) + 1].isalnum()
        ),
        None,
    )
    if field is None:
        return None
    end = head.end() + len(field)
    place = _PLACE_BEHIND.match(low, end, limit)
    return place.end() if place else end


@cache
def _fields() -> tuple[str, ...]:
    table = load_toml("loaders", "agencies")
    rows = [*table["department"], *table["ministry"]]
    return tuple(
        sorted(
            {w.lower() for row in rows for w in (row["name"], *row.get("forms", []))},
            key=lambda w: (-len(w), w),
        )
    )


def _departments(
    text: SourceText, group: re.Match[str], limit: int
) -> tuple[tuple[str, ...], int] | None:
    """Read "Các Sở: Y tế, Tài chính; Văn hóa, Thể thao và Du lịch": one kind for all names."""
    low = text.low
    kind = group["kind"].capitalize()
    names: list[str] = []
    at = end = group.end()
    while at < limit:
        field = next(
            (
                w
                for w in _fields()
                if low.startswith(w, at) and not low[at + len(w) : at + len(w) + 1].isalnum()
            ),
            None,
        )
        if field is not None:
            names.append(_full(f"{kind} {text.value[at : at + len(field)]}"))
            end = at + len(field)
        elif _begins(text, at, limit, common=False):
            more = agencies_at(text, at, limit)
            if more is None:
                break
            names += more[0]
            end = more[1]
        else:
            break
        gap = _GAP.match(low, end, limit)
        if gap is None:
            break
        at = gap.end()
    return (tuple(dict.fromkeys(names)), end) if names else None


def _full(name: str) -> str:
    """Write a name in full: abbreviations out, the first letter a capital."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:.-*")
    for row in load_toml("loaders", "duties")["abbreviation"]:
        name = re.sub(
            rf"(?<!\w){re.escape(row['short'])}(?!\w)", row["long"], name, flags=re.IGNORECASE
        )
    if name.isupper():
        name = name.capitalize()
    return name[:1].upper() + name[1:]
