"""The signature: who signed, in which role, under TM., KT. or T/M."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.folding import LOWER, UPPER
from loaders.grammar.patterns import find_of
from loaders.layout.lines import Line
from loaders.names.person_names import name_in, printed_name
from loaders.text.source_text import SourceText

_DEGREES = r"(?:GS|PGS|TS|ThS|Ths|BS|BSCK|CKI|CKII|CK1|CK2|Dr|DS|Bs|Ts)"
_RANKS = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\.? )"
_INITIAL = rf"[{UPPER}]['’]?[{UPPER}]?"
_NAME = re.compile(
    rf"{_RANKS}?(?:{_DEGREES}\.?[\s.,]*(?:CK ?I{{1,2}}[\s.]*)?)*"
    rf"(?P<name>(?:{_INITIAL}[{LOWER}]+|[AHKY]\b)(?:\s+{_INITIAL}[{LOWER}]*){{1,4}})\s*$"
)
_NAME_IN_CELL = re.compile(
    rf"(?<=[{UPPER}])(?:\s+(?:\([^)]*\)\s*)?)?(?P<name>(?:[{UPPER}][{LOWER}]+\s+){{1,4}}[{UPPER}][{LOWER}]+)\s*$"
)
"""A name behind what is written in capitals: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Văn An"."""
_COLUMN_GAP = re.compile(r"\s{3,}|\t|\s*\|\s*")
_LONGEST_NAME = 40
_ROLE_AT = 3
_BEHIND_ROLE = 12


@dataclass(frozen=True, slots=True)
class Signature:
    """Name and role ("Phó Chủ tịch", "KT. Giám đốc"), each None where it is not printed.

    `span` is the name's place in the value.
    """

    name: str | None
    role: str | None
    span: tuple[int, int] | None


def find_signature(
    text: SourceText, lines: list[Line], *, garbled: bool = False
) -> Signature | None:
    """Return who signed; the last name of the foot's `lines` counts, None where none signed.

    A name stands alone on its line (or in its column) behind an authority mark or a role, or in
    one cell with them. Those who sign side by side are named together. Of a `garbled` text the
    letters count that are printed: what was restored around them are words, and no names.
    """
    opened = False
    name = role = span = None
    beside = -1
    for start, part in _columns(text, lines):
        listed = part.startswith("-")
        low = text.low[start : start + len(part)]
        mark = find_of("header", "authority_mark")(low)
        found = None
        if mark or not listed:
            found = find_of("header", "signer_role")(low, mark.end() if mark else 0)
        cell = _NAME_IN_CELL.search(part) if (mark or found) and not listed else None
        if mark or (found and not listed and (cell or _stands_alone(low, found))):
            opened = opened or mark is not None or part.isupper() or cell is not None
            if found and opened and name is None:
                stands_in = mark is not None and low.startswith("kt")
                own = find_of("header", "signer_role")(low, found.end()) if stands_in else None
                shown = _role(part[slice(*(own or found).span())])
                role = f"KT. {shown}" if stands_in and own is None else shown
            if cell is None:
                continue
        if not opened or listed:
            continue
        shown = cell["name"] if cell else part.strip(" .()")
        if garbled:
            at = start + part.find(shown)
            printed = text.passage(at, at + len(shown)).quote
            other = printed_name(printed) or ""
        else:
            match = _NAME.match(shown)
            shown = match["name"] if match else ""
            other = re.sub(r"\s+", " ", shown)
        if other and len(shown) <= _LONGEST_NAME:
            begin = start + part.find(shown)
            side = name is not None and "\n" not in text.value[beside:begin]
            name = f"{name} - {other}" if side else other
            span = (span[0] if side and span else begin, begin + len(shown))
            beside = span[1]
    return Signature(name, role, span) if name or role else None


def name_above(
    text: SourceText, lines: list[Line], signature: Signature | None, *, garbled: bool
) -> Signature | None:
    """Return the signature with the name that stands alone above its mark, where none is below.

    So an OCR puts it that reads the left of the foot first. Only a whole name of a person counts.
    """
    marked = find_of("header", "authority_mark"), find_of("header", "signer_role")
    for above, line in pairwise(lines):
        if not any(match(line.low) for match in marked):
            continue
        if signature is None or line.gap == 0 or above.gap == 0 or above.text[:1] in "-+":
            return signature
        printed = text.passage(above.start, above.end).quote if garbled else above.text
        name = printed_name(printed) if garbled else name_in(printed)
        return replace(signature, name=name, span=(above.start, above.end)) if name else signature
    return signature


def portal_signature(text: SourceText, lines: list[Line]) -> Signature | None:
    """Return who signed as the table says that a portal puts among the header's `lines`.

    Only the whole name of a person counts: a digital stamp prints an office behind the same words.
    """
    for line in lines:
        label = find_of("header", "portal_signer")(text.low, line.start, line.end)
        if label is None:
            continue
        start = label.end()
        next_label = find_of("header", "portal_label")(text.low, start, line.end)
        end = next_label.start() if next_label else line.end
        end = start + len(text.value[start:end].rstrip(" .,-"))
        if name := name_in(text.value[start:end]):
            return Signature(name, None, (start, end))
    return None


def _columns(text: SourceText, lines: list[Line]) -> Iterator[tuple[int, str]]:
    """The columns of each line with the positions where they begin."""
    for line in lines:
        at = line.start
        apart = "   " in line.text or "|" in line.text or "\t" in line.text
        for part in _COLUMN_GAP.split(line.text) if apart else (line.text,):
            start = text.value.find(part, at, line.end) if part else at
            at = start + len(part)
            yield start, part


def _stands_alone(low: str, role: re.Match[str]) -> bool:
    return role.start() <= _ROLE_AT and len(low) - role.end() <= _BEHIND_ROLE


def _role(printed: str) -> str:
    """Write a role as in running text: "PHÓ CHỦ TỊCH" is "Phó Chủ tịch"."""
    words = re.sub(r"\s+", " ", printed).lower()
    head, rest = ("Phó ", words[4:]) if words.startswith("phó ") else ("", words)
    for name in ("bí thư", "chính phủ", "quốc hội", "văn phòng"):
        rest = rest.replace(name, name.capitalize())
    return head + rest[:1].upper() + rest[1:]
