"""Persons who have a task: told by the post that stands behind a name, for names change.

"Đồng chí Lê Văn An - Phó Chủ tịch UBND xã: Phụ trách …" gives a task to the Phó Chủ tịch.
"""

from __future__ import annotations

from loaders.grammar.patterns import find_of
from loaders.names.agency_lists import agencies_at
from loaders.names.person_names import name_in
from loaders.text.source_text import SourceText


def post_of(text: SourceText, start: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """Return the post of a person whose name begins at `start`, and where its words end.

    Of several the first counts that is an office: "Ủy viên Ban Thường vụ, Chủ tịch Ủy ban …" is a
    seat and an office. None where no person and post stand there, as in a list of those present.
    """
    person = find_of("duties", "person")(text.low, start, end)
    if person is None or name_in(text.value[slice(*person.span("name"))]) is None:
        return None
    listed = agencies_at(text, person.end(), end)
    if listed is None:
        return None
    posts, behind = listed
    offices = [one for one in posts if not find_of("duties", "membership")(one.lower())]
    if text.low.startswith(")", behind):
        behind += 1
    return (*offices, *posts)[:1], behind
