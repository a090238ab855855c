"""The title (trích yếu): what stands behind the type word, or behind "V/v" in a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, takewhile

from loaders.folding import UPPER
from loaders.grammar.patterns import find_of, load_patterns
from loaders.header.recasing import as_said_below
from loaders.header.zone import HeaderZone, opens_title
from loaders.layout.lines import Line
from loaders.layout.structure import Block, Outline
from loaders.names.agencies import Home, agency_at
from loaders.names.places import province_named
from loaders.text.source_text import SourceText

MOST_LETTERS = 2_000
"""So many characters of a title are kept; the longest that are known have some 700."""
_LONGEST = 700
_MOST_LINES = 4
"""A block of more lines under a title is text."""
_LINE = re.compile(r"[^\n]+")
_COLUMN_GAP = re.compile(r"\s{3,}|\t|\s\|(?:\s|$)")
_KEPT_AS_PRINTED = re.compile(r"\d|/|^[IVXL]+$")
_SUBJECT_LINES = 6
_SENTENCES = re.compile(rf"[^\W\d_]{{2}}\. [{UPPER}][^\W\d_]+ ")
"""No title has several."""
_UNENDED = (" của", " và", ",", " tại")
"""A line of a title that ends so goes on with the body that the next one names."""
_QUOTED = re.compile(r'"[^"]{3,200}"\W?')


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """The title's words and place, and the indexes of its blocks: [first, last).

    `words` is None where a type word stands without a title.
    """

    words: str | None
    span: tuple[int, int] | None
    first: int
    last: int


def find_title(text: SourceText, outline: Outline, zone: HeaderZone) -> OwnTitle:
    """Return the title behind the type word, or the subject of a letter that prints no type."""
    if zone.doc_type is None or zone.type_line is None:
        subject = _subject(text, outline.blocks, zone.top)
        return subject if subject.words else _without_type(text, outline.blocks, zone)
    blocks, line = outline.blocks, outline.lines[zone.type_line]
    first = next(i for i, block in enumerate(blocks) if block.end > line.start)
    parts: list[tuple[int, int]] = []
    if text.value[zone.doc_type.end : blocks[first].end].strip(" :.*-_\n"):
        parts.append((zone.doc_type.end, blocks[first].end))
    at = first + 1
    while at < len(blocks) and _goes_on(text, blocks, at, _behind_issuer_line(text, parts)):
        parts.append((blocks[at].start, blocks[at].end))
        at += 1
    parts = _behind_issuer(text, parts)
    printed = _bounded(_run_on(" ".join(text.value[a:b] for a, b in parts), text, parts))
    words = cleaned_title(printed, text, parts[-1][1]) if parts else ""
    return OwnTitle(words or None, (parts[0][0], parts[-1][1]) if words else None, first, at)


def _run_on(printed: str, text: SourceText, parts: list[tuple[int, int]]) -> str:
    """The title with what tells its type closer as the beginning of one sentence.

    "PHỐI HỢP / Trong công tác …" is "Phối hợp trong công tác …"; one in capitals stays so.
    """
    if not parts or printed.isupper():
        return printed
    first = text.value.find("\n", *parts[0])
    told = (parts[0][0], first if first > 0 else parts[0][1])
    title = printed[told[1] - told[0] :].lstrip(" *_\n")
    if not title or not _closer_told(text, told):
        return printed
    if find_of("header", "title_runs_on")(title.lower()):
        title = title[:1].lower() + title[1:]
    return f"{text.value[slice(*told)].strip(' .*_').capitalize()} {title}"


def _behind_issuer_line(text: SourceText, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """No part, where all that stands so far is one line of capitals that names who issues."""
    alone = len(parts) == 1 and text.value[slice(*parts[0])].isupper()
    return [] if alone and find_of("header", "issuer_line")(text.low, *parts[0]) else parts


def _behind_issuer(text: SourceText, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The title without the capital lines before it: "CỦA BỘ CHÍNH TRỊ", "HỘI NGHỊ LẦN THỨ …"."""
    lines = _lines(text, parts)
    issuer = 0
    while issuer + 1 < len(lines) and _names_issuer(text, lines[issuer]):
        issuer += 1
    below = text.value[lines[issuer][0] : lines[-1][1]] if lines else ""
    return lines[issuer:] if issuer and not below.isupper() else parts


def _lines(text: SourceText, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found = [m for a, b in parts for m in _LINE.finditer(text.value, a, b)]
    return [m.span() for m in found if m[0].strip()]


def _names_issuer(text: SourceText, line: tuple[int, int]) -> bool:
    issuer = find_of("header", "issuer_line")(text.low, *line)
    return issuer is not None and text.value[slice(*line)].isupper()


def _goes_on(text: SourceText, blocks: list[Block], at: int, parts: list[tuple[int, int]]) -> bool:
    """Whether a block still belongs to the title that stands above it."""
    block = blocks[at]
    low = text.low[block.start : block.end]
    if not any(c.isalpha() for c in low) or find_of("header", "annex_note_opens")(low):
        return bool(parts) or at + 1 < len(blocks)
    preamble = find_of("header", "preamble")(low) and not find_of("header", "title_verb")(low)
    if block.kind != "plain" or preamble:
        return False
    if parts and find_of("header", "clause_closes")(low.rstrip()):
        return False
    if (
        parts
        and find_of("header", "carrying_out")(low.strip())
        and _SENTENCES.search(text.value, block.start, block.end)
    ):
        return False  # "Thực hiện Nghị quyết …, những năm qua … đạt kết quả. Tuy nhiên, …"
    if block.upper and agency_at(text, block.start, Home()) is not None:
        return False
    if all(_names_issuer(text, line) for line in _lines(text, parts)):
        return True
    before = blocks[at - 1]
    short = sum(b - a for a, b in parts) <= _LONGEST and len(block.lines) <= _MOST_LINES
    same = before.upper == block.upper and block.gap <= 0
    same = same or (block.gap <= 0 and len(parts) == 1 and _closer_told(text, parts[0]))
    # A page may set the name that a title ends with apart: "… hoạt động phong trào / “…”".
    same = same or (
        bool(parts) and _QUOTED.fullmatch(text.value, block.start, block.end) is not None
    )
    return same and short and text.value[before.end - 1] not in ".:;"


def _closer_told(text: SourceText, part: tuple[int, int]) -> bool:
    """Whether a part is no title yet but tells the type closer: "QUY CHẾ | PHỐI HỢP"."""
    start, end = part
    return find_of("header", "closer_type")(text.low[start:end].strip(" .*_\n")) is not None


def _subject(text: SourceText, blocks: list[Block], top: list[Line]) -> OwnTitle:
    """The subject of an official letter: "V/v …" under the number, up to a blank line.

    Of a line with two columns only the left one belongs to it.
    """
    for i, line in enumerate(top):
        match = find_of("header", "subject_mark")(text.low, line.start, line.end)
        under = i > 0 and find_of("header", "header_line")(top[i - 1].low) is not None
        if match is None and under and not line.text.isupper():
            match = find_of("header", "subject_under_number")(text.low, line.start, line.end)
        if match is None:
            continue
        shouted = text.value[match.end() : line.end].isupper()
        parts = [_left_column(text.value[match.end() : line.end], shouted=shouted)]
        last = line
        for below in top[i + 1 : i + _SUBJECT_LINES]:
            if below.gap > last.gap or find_of("header", "subject_ends")(below.low):
                break
            if shouted and agency_at(text, below.start, Home()) is not None:
                break
            parts.append(_left_column(below.text, shouted=shouted))
            last = below
        first = next((n for n, b in enumerate(blocks) if b.start <= line.start < b.end), 0)
        behind = next((n for n, b in enumerate(blocks) if b.start > last.start), len(blocks))
        printed = _bounded(" ".join(part for part in parts if part))
        words = cleaned_title(printed, text, last.end)
        return OwnTitle(words or None, (match.end(), last.end), first, behind)
    return OwnTitle(None, None, 0, 0)


def _without_type(text: SourceText, blocks: list[Block], zone: HeaderZone) -> OwnTitle:
    """The title of a paper whose type word a portal left out: capitals between header and text.

    It stands behind the line with the number, on top where the header is cut away; lines that name
    a body are none of it.
    """
    if zone.text_from is None:
        return OwnTitle(None, None, 0, 0)
    top = zone.top
    heads = [i for i, line in enumerate(top) if find_of("header", "header_line")(line.low)]
    if not heads and not (top and opens_title(top[0])):
        return OwnTitle(None, None, 0, 0)
    behind = next((n for n, b in enumerate(blocks) if b.end > zone.text_from), len(blocks))
    lines = [
        line
        for line in top[heads[-1] + 1 if heads else 0 :]
        if not find_of("header", "dated")(line.low)
    ]
    while lines and not opens_title(lines[0]):
        lines.pop(0)
    kept: list[Line] = []
    for line in takewhile(lambda line: line.text.isupper(), lines):
        if _is_body(text, line) and not (kept and kept[-1].low.endswith(_UNENDED)):
            break
        kept.append(line)
    if not kept:
        return OwnTitle(None, None, behind, behind)
    words = cleaned_title(_bounded(" ".join(line.text for line in kept)), text, kept[-1].end)
    first = next(n for n, b in enumerate(blocks) if b.end > kept[0].start)
    return OwnTitle(words or None, (kept[0].start, kept[-1].end), first, behind)


def _is_body(text: SourceText, line: Line) -> bool:
    return agency_at(text, line.start, Home()) is not None


def _left_column(part: str, *, shouted: bool) -> str:
    """The words of the left column; capitals are the other one's unless the subject has them."""
    left = _COLUMN_GAP.split(part.strip())[0]
    if any(row.find(left.lower()) for row in load_patterns("header", "furniture")):
        return ""
    return (
        "" if find_of("header", "dated")(left.lower()) or (left.isupper() and not shouted) else left
    )


def _bounded(printed: str) -> str:
    """The beginning of a title, cut behind a whole word where it is too long for one."""
    if len(printed) <= MOST_LETTERS:
        return printed
    beginning = printed[:MOST_LETTERS]
    return beginning.rpartition(" ")[0] or beginning


def cleaned_title(title: str, text: SourceText | None = None, at: int = 0) -> str:
    """The title on one line, without rules, notes of its annex and footnote marks.

    One in capitals is written as a sentence, with the capitals that `text` gives it behind `at`.
    """
    title = re.sub(r"[-_*=.]{3,}|\[\d+\]", " ", title)
    note = find_of("header", "annex_note")(title.lower())
    # "Sửa đổi Quy chế ban hành kèm theo Quyết định số 5": what it changes, and no note.
    changed = note is not None and find_of("header", "changing_title")(title.lower())
    if note and (note[0].startswith("(") or not changed):
        title = title[: note.start()] if len(title.lower()) == len(title) else title
    title = " ".join(title.split()).strip(" .,:;-*")
    if title.count('"') % 2 or (title[:1] == title[-1:] == '"' and title.count('"') == 2):
        title = title.strip('"')
    if issuer := find_of("header", "issuer_before_subject")(title.lower()):
        title = title[issuer.end() :]
    letters = [c for c in title if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) > 0.7 * len(letters):
        title = _sentence_case(title, text, at)
    return title


def _kept(before: str, word: str) -> bool:
    """Whether a word in capitals stays so: a number, a symbol, letters that stand for words, a
    Roman numeral where one stands.
    """
    if find_of("header", "letters_for_words")(word.lower().strip(",.;:()\"'")):
        return True
    if _KEPT_AS_PRINTED.search(word) is None:
        return False
    if not word.isalpha():
        return True
    return find_of("header", "before_roman")(before.lower()) is not None or len(word) == 1


def _sentence_case(title: str, said: SourceText | None, at: int) -> str:
    """Write a title in capitals as a sentence; numbers, symbols and provinces keep theirs."""
    printed = title.split(" ")
    kept = [_kept(before, word) for before, word in pairwise(["", *printed])]
    words = [word if keep else word.lower() for word, keep in zip(printed, kept, strict=True)]
    for size in (4, 3, 2):
        for i in range(len(words) - size + 1):
            name = province_named(" ".join(words[i : i + size]).strip(",.;"))
            if name is not None and len(name.split()) == size:
                words[i : i + size] = name.split()
    text = " ".join(words if said is None else as_said_below(words, said, at))
    return text[:1].upper() + text[1:]
