"""The foot of a paper: the lines of its recipients and its signature, where annexes follow too."""

from __future__ import annotations

from loaders.grammar.patterns import find_of
from loaders.layout.lines import Line
from loaders.layout.structure import Outline

_LAST = 40
_BEFORE_RECIPIENTS = 20
"""Lines above the recipients: PDF text may put the signature's column first."""
_BEHIND_RECIPIENTS = 45
_BEHIND_SIGNATURE = 12
"""Lines below "TM. …" among which its annex begins, for it to be the paper's."""


def foot_of(outline: Outline) -> list[Line]:
    """Return the lines about the first list of recipients, else the last lines of the text.

    An annex behind the recipients ends the foot; it may have a foot of its own, which says who
    signed the annex. Without recipients an annex behind a signature ends it as well.
    """
    lines = outline.lines
    opens = find_of("structure", "recipients")
    at = next((i for i, line in enumerate(lines) if opens(line.low)), None)
    if at is None:
        return _before_annex(lines)
    end = min(len(lines), at + _BEHIND_RECIPIENTS)
    annex = (i for i in range(at + 1, end) if begins_annex(lines[i]))
    return lines[max(0, at - _BEFORE_RECIPIENTS) : next(annex, end)]


def _before_annex(lines: list[Line]) -> list[Line]:
    """The lines about the first "TM. …" where an annex follows it, else the last of the text."""
    signs = find_of("header", "authority_mark")
    for i, line in enumerate(lines):
        mark = signs(line.low) if line.text.isupper() else None
        if mark is None or mark.start() > 0:
            continue
        end = min(len(lines), i + _BEHIND_SIGNATURE)
        annex = next((n for n in range(i + 1, end) if begins_annex(lines[n])), None)
        if annex is not None:
            return lines[max(0, i - _BEFORE_RECIPIENTS) : annex]
        break
    return lines[-_LAST:]


def begins_annex(line: Line) -> bool:
    """Whether a line in capitals behind the signature opens an annex: "PHỤ LỤC", "QUY CHẾ"."""
    return line.text.isupper() and find_of("structure", "annex")(line.low) is not None
