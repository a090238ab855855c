"""Common headers: who issued a paper whose header is that of a larger body.

The Central Committee's header heads those of the Politburo and of the Secretariat too, a local
committee's those of its standing committee (Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from itertools import takewhile

from loaders.grammar.patterns import find_of, pattern
from loaders.header.number import OwnNumber
from loaders.header.zone import HeaderZone
from loaders.layout.lines import Line
from loaders.names.agencies import Agency, Home, agency_at
from loaders.names.agency_tables import names_with
from loaders.names.places import province_at
from loaders.records import Level
from loaders.text.source_text import SourceText

_LINES_OF_TITLE = 4
_LINES_OF_ISSUER = 2
"""The type's line and the one below it may name who issues."""
_LINES_OF_FOOT = 12
_CITED = 60
"""Characters from the number on among which words about the paper say who issued it."""
_LINES_OF_PREAMBLE = 60
"""Lines below the type word among which the clause stands that enacts the paper."""


def behind_common_header(
    text: SourceText,
    lines: list[Line],
    zone: HeaderZone,
    issuer: Agency,
    number: OwnNumber | None,
) -> Agency:
    """Return the body that truly issued a paper under the common header of `issuer`.

    The Central Committee's header also heads papers of the Politburo and the Secretariat, which
    the title, the clause that enacts it, the signature or a portal's words about it tell; that of a
    local committee those which its standing committee says are its own.
    """
    if zone.type_line is not None and issuer.kind.endswith("ủy"):
        below = [x for x in lines[zone.type_line :][:_LINES_OF_ISSUER] if x.text.isupper()]
        told = (find_of("header", "standing_committee")(text.low, x.start, x.end) for x in below)
        body = next((match["body"] for match in told if match), None)
        known = body is None or issuer.name.lower().startswith(body)
        return issuer if known else issuer._replace(name=f"Ban Thường vụ {issuer.name}")
    if issuer.kind not in names_with("central", "plenary"):
        return issuer
    title = zone.type_line or 0
    said = find_of("header", "true_issuer")
    begun = find_of("header", "text_begun")
    above = takewhile(lambda x: not begun(x.low), lines[title : title + _LINES_OF_TITLE])
    places = [said(text.low, x.start, x.end) for x in above]
    enacts = find_of("header", "true_issuer_acts")
    places += [enacts(text.low, x.start, x.end) for x in lines[title:][:_LINES_OF_PREAMBLE]]
    foot = (said(text.low, x.start, x.end) for x in lines[-_LINES_OF_FOOT:] if x.text.isupper())
    for match in [*places, *foot, _cited_issuer(text, number)]:
        if match and (agency := agency_at(text, match.start("issuer"), Home())):
            return agency
    return issuer


def _cited_issuer(text: SourceText, number: OwnNumber | None) -> re.Match[str] | None:
    """Who issued it as words above its header say: "Quy định số 5-QĐ/TW … của Ban Bí thư"."""
    if number is None:
        return None
    printed = text.low[number.start : number.end]
    at = text.low.find(printed, 0, number.start)
    return find_of("header", "true_issuer")(text.low, at, at + _CITED) if at >= 0 else None


def only_province(text: SourceText) -> str | None:
    """The province that the text names with "tỉnh", where it names only one."""
    unit = pattern("header", "province_unit").regex
    named = (province_at(text.low, match.end()) for match in unit.finditer(text.low))
    found = {place[0] for place in named if place is not None}
    return found.pop() if len(found) == 1 else None


def only_superior(text: SourceText) -> Agency | None:
    """Return a body of the only district whose acts the text cites, None of none or several."""
    of = pattern("header", "of_superior").regex
    named = [agency_at(text, match.end(), Home()) for match in of.finditer(text.low)]
    bodies = [one for one in named if one and one.level is Level.DISTRICT and one.district]
    return bodies[0] if len({one.district for one in bodies}) == 1 else None
