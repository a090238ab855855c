"""Glued lines: a paper whose line ends a page has lost, set on lines of their own again.

"… Độc lập - Tự do - Hạnh phúc Số: 12/KH-UBND … KẾ HOẠCH … Căn cứ Luật …; Căn cứ …": a line that
holds both the motto and the first words of the text is cut before what opens a line in every paper.
"""

from __future__ import annotations

import re

from loaders.patterns import find_of, pattern
from loaders.text import SourceText

_WITHIN = 20_000
"""Headers stand among so many characters."""
_LINE = re.compile(r"[^\n]+")


def set_lines_apart(text: SourceText) -> SourceText:
    """Return the text with line ends before the openings of its glued lines, else as it is.

    An opening has a capital letter, a figure or a dash; a type word stands in capitals behind the
    year with which the header's date ends.
    """
    glued = [line for line in _LINE.finditer(text.value, 0, _WITHIN) if _is_glued(text, line)]
    cuts = [at for line in glued for at in _cuts(text, line.start(), _end(text, line))]
    return text.changed([(at - 1, at, "\n") for at in sorted(set(cuts))]) if cuts else text


def _is_glued(text: SourceText, line: re.Match[str]) -> bool:
    return find_of("structure", "glued_header")(text.low, *line.span()) is not None


def _end(text: SourceText, line: re.Match[str]) -> int:
    """Where the line ends; the search for headers may have stopped inside it."""
    end = text.value.find("\n", line.end())
    return len(text.value) if end < 0 else end


def _cuts(text: SourceText, start: int, end: int) -> list[int]:
    opens = pattern("structure", "glued_opening").regex
    found = [m.start() for m in opens.finditer(text.low, start, end) if m.start() > start]
    cuts = [at for at in found if not text.value[at].islower() or text.value[at + 1] == ")"]
    titles = pattern("structure", "glued_type").regex.finditer(text.low, start, end)
    words = [m.span("type") for m in titles]
    return cuts + [a for a, b in words if text.value[a:b].isupper()][:1]
