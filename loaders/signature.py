"""The signature: who signed, in which role, under TM., KT. or T/M."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.patterns import LOWER, UPPER, find_of
from loaders.structure import Line
from loaders.text import SourceText

_DEGREES = r"(?:GS|PGS|TS|ThS|Ths|BS|BSCK|CKI|CKII|CK1|CK2|Dr|DS|Bs|Ts)"
_RANKS = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\.? )"
_INITIAL = rf"[{UPPER}]['’]?[{UPPER}]?"
_NAME = re.compile(
    rf"{_RANKS}?(?:{_DEGREES}\.?[\s.,]*(?:CK ?I{{1,2}}[\s.]*)?)*"
    rf"(?P<name>(?:{_INITIAL}[{LOWER}]+|[AHKY]\b)(?:\s+{_INITIAL}[{LOWER}]*){{1,4}})\s*$"
)
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


def find_signature(text: SourceText, lines: list[Line]) -> Signature | None:
    """Return who signed; the last name of the foot's `lines` counts, None where none signed.

    A name stands alone on its line (or in its column) behind an authority mark or a role.
    """
    opened = False
    name = role = span = None
    for start, part in _columns(text, lines):
        listed = part.startswith("-")
        low = text.low[start : start + len(part)]
        mark = find_of("header", "authority_mark")(low)
        found = find_of("header", "signer_role")(low, mark.end() if mark else 0)
        if mark or (found and not listed and _stands_alone(low, found)):
            opened = opened or mark is not None or part.isupper()
            if found and opened and name is None:
                shown = _role(part[found.start() : found.end()])
                role = f"KT. {shown}" if mark and low.startswith("kt") else shown
            continue
        match = _NAME.match(part.strip(" .()"))
        if opened and match and not listed and len(match["name"]) <= _LONGEST_NAME:
            begin = start + part.find(match["name"])
            name = re.sub(r"\s+", " ", match["name"])
            span = (begin, begin + len(match["name"]))
    return Signature(name, role, span) if name or role else None


def _columns(text: SourceText, lines: list[Line]) -> Iterator[tuple[int, str]]:
    """The columns of each line with the positions where they begin."""
    for line in lines:
        at = line.start
        for part in _COLUMN_GAP.split(line.text):
            start = text.value.find(part, at, line.end) if part else at
            at = start + len(part)
            yield start, part


def _stands_alone(low: str, role: re.Match[str]) -> bool:
    return role.start() <= _ROLE_AT and len(low) - role.end() <= _BEHIND_ROLE


def _role(printed: str) -> str:
    """Write a role as in running text: "PHÓ CHỦ TỊCH" is "Phó Chủ tịch"."""
    words = re.sub(r"\s+", " ", printed).lower()
    head, rest = ("Phó ", words[4:]) if words.startswith("phó ") else ("", words)
    return head + rest[:1].upper() + rest[1:].replace("bí thư", "Bí thư")
