"""Agencies in a row: where a list of them begins and ends, and each name in full.

Known by how names begin and end, not from a list: "Sở Y tế và các cơ quan", "Các Sở: Y tế, …".
"""

from __future__ import annotations

import re
from functools import cache

from loaders.folding import UPPER
from loaders.grammar.patterns import any_of, find_of, pattern
from loaders.grammar.regexes import Find, Regex
from loaders.names.agency_dashes import end_before_dash, same_kind_dash
from loaders.names.agency_fields import field_end, known_end
from loaders.names.full_names import full_name
from loaders.names.office_fields import parts_end
from loaders.names.place_ends import place_end
from loaders.names.places import province_at
from loaders.text.source_text import SourceText, trimmed

_STOP = re.compile(r"[;:()]|(?<!\stp)(?<!\stx)(?<!\stt)\.")
"""What no name goes over; "TP. Hồ Chí Minh" has a stop in it."""
_NEXT_FIELD = re.compile(rf"(?:[,;]|\s+và)\s+(?=[{UPPER}])")
_LONGEST = 12
_LONGEST_NAME = 200
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_LAST_WORDS = re.compile(r"(?P<first>[^\W\d_]+)\s+(?P<last>[^\W\d_]+)\s$")
_KINDS = ("level", "proper")
"""Rows of what takes a field or a name behind it: "xã Tân | tổ chức", "khoa Sanh | tư vấn"."""


@cache
def _find(row: str) -> Find:
    return find_of("duties", row)


def agencies_at(
    text: SourceText, start: int, limit: int, *, common: bool = False
) -> tuple[tuple[str, ...], int] | None:
    """Return the agencies whose list begins at `start`, in full form, and where the list ends.

    `common` also takes names in lower case ("cơ quan, đơn vị liên quan"). None where none begins.
    """
    low = text.low
    if may_begin().match(low, start, limit) is None:
        return None
    if group := _find("departments")(low, start, limit):
        fields = _departments(text, group, limit)
        if fields or group["kind"]:
            return fields
    names: list[str] = []
    at = end = start
    while len(names) < _LONGEST:
        if not _begins(text, at, limit, common=common, listed=bool(names)):
            break
        stop = _name_end(text, at, limit, common=common)
        if stop <= at:
            break
        name = full_name(text.value[at:stop])
        if name.lower() in ("các", "những") or name.lower().endswith(" như sau"):
            break
        names.append(name)
        if post := _find("post_beside")(low, stop, limit):
            stop = post.end()
        end = stop
        gap = _find("gap")(low, stop, limit) or _gap_behind_aside(text, stop, limit, common=common)
        gap = gap or same_kind_dash(text, at, stop, limit)
        if gap is None:
            break
        at = gap.end()
    return (tuple(dict.fromkeys(names)), end) if names else None


def _gap_behind_aside(
    text: SourceText, stop: int, limit: int, *, common: bool
) -> re.Match[str] | None:
    """The gap behind brackets that say more of a name, where one more follows in the list:
    "Phòng Nghiệp vụ Y (Sở Y tế) và Phòng Giám định (Bảo hiểm xã hội tỉnh)".
    """
    aside = _find("aside")(text.low, stop, limit)
    gap = _find("gap")(text.low, aside.end(), limit) if aside else None
    goes_on = gap is not None and _begins(text, gap.end(), limit, common=common, listed=True)
    return gap if goes_on else None


@cache
def may_begin() -> Regex:
    """Return whatever a list may begin with: one look tells most places apart."""
    return any_of("duties", "departments", "proper", "common")


def _begins(text: SourceText, at: int, limit: int, *, common: bool, listed: bool = False) -> bool:
    """Whether a name begins at `at`; `listed` where another one of the list stands before it."""
    if at >= limit:
        return False
    proper, plural = _find("proper"), _find("common")
    if text.value[at].isupper() and proper(text.low, at, limit):
        # "Cục Nhà giáo và Cán bộ quản lý giáo dục": persons in a list have no capital.
        return not (listed and _find("persons")(text.low, at, limit))
    if plural(text.low, at, limit) and (common or text.low.startswith("các", at)):
        return True
    if listed and _find("lower_name")(text.low, at, limit):
        return True
    word = proper(text.low, at, limit)
    behind = word.end() if word else at
    if common and word is not None and known_end(text, at, limit) is not None:
        return True
    return (
        word is not None
        and text.value[behind : behind + 2].strip()[:1].isupper()
        and (common or text.value[at].islower())
    )


def _name_end(text: SourceText, at: int, limit: int, *, common: bool) -> int:
    """Where one name ends: before a verb, a stop, or a gap behind which another name begins."""
    low, value = text.low, text.value
    if known := known_end(text, at, limit):
        return known
    limit = min(limit, at + _LONGEST_NAME)
    stop = _STOP.search(low, at, limit)
    end = stop.start() if stop else limit
    named = _find("needs_field")(low, at, end) or _FIRST_WORD.match(low, at)
    verb_from = named.end() if named else at
    shouted = value[at:end].isupper()
    for verb in pattern("duties", "task_verb").regex.finditer(low, verb_from, end):
        word = verb.start() + len(verb[0]) - len(verb[0].lstrip(" ,"))
        inside = low[verb.start() - 1].isalnum() and not verb[0].startswith((" ", ","))
        # A verb with a capital is part of a name: "Sở Xây dựng", "Trung tâm Kiểm soát bệnh tật".
        goes_on = _find("and_more")(low, verb.end(), end)
        joined = goes_on is not None and value[goes_on.end()].isupper()
        joined |= verb.start() > at and _find("fits_whom")(low, at, verb.start()) is not None
        joined |= _halves_word(text, at, verb.start(), end)
        if not inside and not joined and (shouted or not value[word].isupper()):
            end = verb.start()
            break
    if not shouted:
        end = place_end(text, verb_from, end)
    if (parts := parts_end(text, at, end)) is not None:
        end = parts
    closed = _find("closes_name")(low, verb_from, end)
    end = closed.end() if closed else end
    end = end_before_dash(text, at, end, limit)
    plural = value[at].islower() or _find("of_several")(low, at, end) is not None
    for gap in pattern("duties", "gap").regex.finditer(low, at, end):
        behind = gap.end()
        if not _begins(text, behind, limit, common=common, listed=True):
            continue
        if _find("shared_office")(low, at, gap.start()) and gap[0].strip() == "và":
            continue
        if _find("one_committee")(low, at, gap.start()) and low.startswith("các", behind):
            continue
        if _find("of_committees")(low, at, gap.start()) and _find("committee")(low, behind, limit):
            continue
        lower = value[behind].islower() and not _names_alone(text, behind, limit)
        bare = _find("bare_kind")(low, behind, limit) or _kind_alone(text, behind, limit)
        if not plural or not (lower or bare):
            end = gap.start()
            break
    return trimmed(low, end, " ,;-")


def _kind_alone(text: SourceText, at: int, limit: int) -> bool:
    """Whether a kind stands alone before what it is to do: "các Vụ, Cục | xây dựng Thông tư"."""
    word = _find("proper")(text.low, at, limit)
    if word is None or " " in word[0]:
        return False
    if not text.value[word.end() : word.end() + 2].strip()[:1].islower():
        return False
    return pattern("duties", "task_verb").regex.match(text.low, word.end() + 1, limit) is not None


def _halves_word(text: SourceText, start: int, verb: int, end: int) -> bool:
    """Whether what looks like a verb is but the second half of a word: "Khu | bảo tồn".

    A syllable with a capital stands alone before it, which names no place and no kind of agency;
    words of duty ("báo cáo", "phối hợp") begin a task also there.
    """
    before = _LAST_WORDS.search(text.value, start, verb)
    if before is None or not before["last"].istitle() or before["first"][0].isupper():
        return False
    at = before.start("last")
    if verb - at <= 2 or _find("direction")(text.low, at, verb):
        return False
    rows = ("level", "proper")  # "khoa Sanh | tư vấn": a kind of agency and its field
    if any(
        pattern("duties", r).regex.fullmatch(text.low, before.start("first"), at - 1) for r in rows
    ):
        return False
    if _find("proper")(text.low, at, verb) or province_at(text.low, at):
        return False
    return _find("who_must")(text.low, verb - 1, end) is None


def _names_alone(text: SourceText, at: int, limit: int) -> bool:
    """Whether a name in a plural list stands for itself: "các trường, trung tâm Dạy nghề"."""
    word = _find("proper")(text.low, at, limit)
    if _find("stands_alone")(text.low, at, limit):
        return True
    return word is not None and text.value[word.end() : word.end() + 2].strip()[:1].isupper()


def _departments(
    text: SourceText, group: re.Match[str], limit: int
) -> tuple[tuple[str, ...], int] | None:
    """Read "Các Sở: Y tế, Tài chính; Văn hóa, Thể thao và Du lịch": one kind for all names.

    Fields of departments are known; those of others begin with a capital: "Các Viện: Pasteur …".
    """
    low = text.low
    closed = group["kind"]
    kind = (closed or group["open"]).capitalize()
    names: list[str] = []
    at = end = group.end()
    while at < limit:
        if (field := field_end(low, at)) is not None or (
            not closed and (field := _open_field(text, at, limit))
        ):
            names.append(full_name(f"{kind} {text.value[at:field]}"))
            end = field
        elif _begins(text, at, limit, common=False):
            more = agencies_at(text, at, limit)
            if more is None:
                break
            names += more[0]
            end = more[1]
        else:
            break
        gap = _find("gap")(low, end, limit)
        if gap is None:
            break
        at = gap.end()
    return (tuple(dict.fromkeys(names)), end) if names else None


def _open_field(text: SourceText, at: int, limit: int) -> int | None:
    """Where a field of a kind that has no table ends: before the next capital of the list."""
    if not text.value[at : at + 1].isupper():
        return None
    end = _name_end(text, at, limit, common=False)
    part = _NEXT_FIELD.search(text.value, at, end)
    end = part.start() if part else end
    return end if end > at else None
