"""Glued lines: a paper whose line ends a page has lost, set on lines of their own again.

"… Độc lập - Tự do - Hạnh phúc Số: 12/KH-UBND … KẾ HOẠCH … Căn cứ Luật …; Căn cứ …": a line that
holds both the motto and the first words of the text is cut before what opens a line in every paper.
"""

from __future__ import annotations

from loaders.grammar.patterns import find_of, pattern
from loaders.text.source_text import SourceText

_WITHIN = 20_000
"""Headers stand among so many characters."""


def set_lines_apart(text: SourceText) -> SourceText:
    """Return the text with line ends before the openings of its glued lines, else as it is.

    An opening has a capital letter, a figure or a dash; a type word stands in capitals behind the
    year with which the header's date ends.
    """
    cuts = [at for start, end in _glued(text) for at in _cuts(text, start, end)]
    return text.changed([(at - 1, at, "\n") for at in sorted(set(cuts))]) if cuts else text


def _glued(text: SourceText) -> list[tuple[int, int]]:
    """The glued lines, as [start, end) in the value: only those that hold words of a header."""
    value, low = text.value, text.low
    holds_both = find_of("structure", "glued_header")
    found: list[tuple[int, int]] = []
    done = 0
    for words in pattern("structure", "header_words").regex.finditer(low, 0, _WITHIN):
        if words.start() < done:
            continue
        start = value.rfind("\n", 0, words.start()) + 1
        end = value.find("\n", start)
        done = end = len(value) if end < 0 else end
        # The search for headers may stop inside a line, which is cut to its end.
        if holds_both(low, start, min(end, _WITHIN)):
            found.append((start, end))
    return found


def _cuts(text: SourceText, start: int, end: int) -> list[int]:
    opens = pattern("structure", "glued_opening").regex
    found = [m.start() for m in opens.finditer(text.low, start, end) if m.start() > start]
    cuts = [at for at in found if not text.value[at].islower() or text.value[at + 1] == ")"]
    titles = pattern("structure", "glued_type").regex.finditer(text.low, start, end)
    words = [m.span("type") for m in titles]
    bodies = pattern("structure", "glued_body").regex.finditer(text.low, start, end)
    cuts += [m.start() for m in bodies if text.value[m.start() : m.end()].isupper()][:1]
    return cuts + [a for a, b in words if text.value[a:b].isupper()][:1]
