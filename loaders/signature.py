"""The signature: who signed, in which role, under TM., KT. or T/M."""

from __future__ import annotations

import re

from loaders.patterns import LOWER, UPPER, load_patterns
from loaders.structure import Line
from loaders.text import SourceText

_NAME = re.compile(
    rf"(?:(?:GS|PGS|TS|ThS|Ths|BS|BSCK|CKI|CKII|CK1|CK2|Dr|DS|Bs|Ts)\.?[\s.,]*(?:CK ?I{{1,2}}[\s.]*)?)*"
    rf"(?P<name>[{UPPER}]['’]?[{UPPER}]?[{LOWER}]+(?:\s+[{UPPER}]['’]?[{UPPER}]?[{LOWER}]*){{1,4}})\s*$"
)
_COLUMNS = re.compile(r"\s{3,}|\t|\s*\|\s*")
_FOOT = 40


def find_signer(
    text: SourceText, lines: list[Line]
) -> tuple[str | None, str | None, tuple[int, int] | None]:
    """Return name, role ("Phó Chủ tịch") and the name's place; the last block of the foot counts.

    A name stands alone on its line (or in its column) behind an authority mark or a role.
    """
    authority = load_patterns("header", "authority")[0].regex
    roles = load_patterns("header", "role")[0].regex
    opened, role, name, span = False, None, None, None
    marked = None
    for line in lines[-_FOOT:]:
        at = line.start
        for part in _COLUMNS.split(line.text):
            start = text.value.find(part, at, line.end) if part else at
            at = start + len(part)
            low = text.low[start:at]
            mark = authority.search(low)
            found = roles.search(low, mark.end() if mark else 0)
            if mark or (
                found
                and found.start() <= 3
                and len(low) - found.end() <= 12
                and not part.startswith("-")
            ):
                opened = opened or mark is not None or part.isupper()
                if found and opened and name is None:
                    shown = _role(part[found.start() : found.end()])
                    marked = marked or (mark is not None)
                    role = f"KT. {shown}" if mark and low.startswith("kt") else shown
                continue
            match = _NAME.match(part.strip(" .()"))
            if opened and match and not part.startswith("-") and len(match["name"]) <= 40:
                offset = part.find(match["name"])
                name, span = (
                    re.sub(r"\s+", " ", match["name"]),
                    (start + offset, start + offset + len(match["name"])),
                )
    return name, role, span


def _role(printed: str) -> str:
    """Write a role as in running text: "PHÓ CHỦ TỊCH" is "Phó Chủ tịch"."""
    words = re.sub(r"\s+", " ", printed).lower()
    head, rest = ("Phó ", words[4:]) if words.startswith("phó ") else ("", words)
    return head + rest[:1].upper() + rest[1:].replace("bí thư", "Bí thư")
