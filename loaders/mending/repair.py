"""Repair: known phrases put back into a text that an OCR of the wrong language has garbled.

"Thuc hi¢n Ké hoach s6 12/KH-UBND cia UBND tinh" is read as "Thực hiện Kế hoạch số 12/KH-UBND của
UBND tỉnh". First words that were run together are parted; then what the table of signs says,
numbers and phrases; at the end what only the restored words around it decide. Spans and quotes stay
those of the raw text.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.mending.garbled_codes import code_changes
from loaders.mending.garbled_headings import (
    eleventh_items,
    heading_changes,
    heading_words,
    type_lines,
    type_specks,
)
from loaders.mending.glued_words import glued_phrases
from loaders.mending.phrasing import phrase_changes
from loaders.mending.slips import glued_items, lettered_items, lost_numbers
from loaders.tables import load_toml
from loaders.text.confusions import as_printed
from loaders.text.source_text import SourceText


def repair(text: SourceText) -> SourceText:
    """Return the text with known phrases restored; the raw text and its spans stay."""
    value = text.value
    text = _rewritten(text, [*_sign_changes("part", value), *glued_phrases(value)])
    value = text.value
    text = _rewritten(
        text,
        [
            *type_lines(value),
            *heading_words(value),
            *_sign_changes("rewrite", value),
            *phrase_changes(value),
        ],
    )
    value = text.value
    changes = [*code_changes(value), *eleventh_items(value), *heading_changes(value)]
    changes += [
        *type_specks(value),
        *lost_numbers(value),
        *lettered_items(value),
        *glued_items(value),
    ]
    text = _rewritten(text, changes)
    text = _rewritten(text, _sign_changes("settle", text.value))
    return _rewritten(text, _sign_changes("last", text.value))


def _rewritten(text: SourceText, changes: list[tuple[int, int, str]]) -> SourceText:
    """Carry out changes of the value; where two meet, the earlier in the list counts."""
    kept: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for start, end, new in changes:
        covered = range(start, end)
        if not any(i in taken for i in covered):
            taken.update(covered)
            kept.append((start, end, new))
    return text.changed(sorted(kept)) if kept else text


@cache
def _rewrites(group: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load_toml("loaders", "confusions")[group]
    return tuple((as_printed(row, re.MULTILINE), row["reads"]) for row in rows)


def _sign_changes(group: str, value: str) -> list[tuple[int, int, str]]:
    return [
        (match.start(), match.end(), match.expand(reads))
        for printed, reads in _rewrites(group)
        for match in printed.finditer(value)
    ]
