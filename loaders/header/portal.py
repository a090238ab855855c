"""What a portal says of a paper whose own title it left out: the line with number and subject."""

from __future__ import annotations

from dataclasses import replace

from loaders.folding import fold
from loaders.grammar.patterns import find_of
from loaders.header.number import OwnNumber
from loaders.header.title import OwnTitle, cleaned_title
from loaders.layout.lines import Line
from loaders.text.source_text import SourceText


def portal_title(
    text: SourceText, lines: list[Line], number: OwnNumber, title: OwnTitle
) -> OwnTitle:
    """Return `title` with the words that one of the `lines` gives the paper of this `number`.

    "Quyết định 5/2019/QĐ-UBND về quản lý chợ do tỉnh Gia Lai ban hành": the subject alone. The
    title as it is where no line names the paper.
    """
    for line in lines:
        said = find_of("header", "portal_title")(text.low, line.start, line.end)
        if said is None or number.number is None or fold(said["number"]) != fold(number.number):
            continue
        words = cleaned_title(text.value[slice(*said.span("title"))])
        if words:
            return replace(title, words=words, span=said.span("title"))
    return title
