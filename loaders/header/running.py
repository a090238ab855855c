"""A header that runs on in the title: "CHỈ THỊ / CỦA BỘ TRƯỞNG SỐ 7/2001/CT-BNN NGÀY … VỀ VIỆC …".

Gazettes and portals print the acts of the first years of the century so, without a header above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.grammar.patterns import find_of
from loaders.header.issuer import OwnIssuer
from loaders.header.number import OwnNumber, own_number
from loaders.header.title import OwnTitle, cleaned_title
from loaders.header.zone import Printed
from loaders.names.agencies import Home, agency_at
from loaders.names.dates import date_at
from loaders.names.numbers import DocumentNumber
from loaders.text.source_text import SourceText

_GAP = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class RunningHeader:
    """What a title tells before its subject."""

    number: OwnNumber
    date: Printed
    issuer: OwnIssuer
    title: OwnTitle


def running_header(
    text: SourceText, title: OwnTitle, numbers: list[DocumentNumber]
) -> RunningHeader | None:
    """Return the issuer, number and date with which a title begins, and the title behind them.

    None unless a body that the tables know, its number and the date stand there, in this order,
    with a subject behind them: "Thực hiện Nghị quyết số 7 ngày …" names another paper.
    """
    if title.span is None:
        return None
    start, end = title.span
    head = find_of("header", "running_header")(text.low, start, end)
    agency = agency_at(text, head.start("issuer"), Home()) if head else None
    number = next((n for n in numbers if head and n.start == head.end()), None)
    if head is None or number is None or agency is None or agency.end != head.end("issuer"):
        return None
    behind = _GAP.match(text.low, number.end)
    day = date_at(text.low, behind.end() if behind else number.end)
    subject = cleaned_title(text.value[day.end : end]) if day else ""
    if day is None or day.iso is None or not subject:
        return None
    issuer = OwnIssuer(agency, (agency.start, agency.end))
    printed = OwnTitle(subject, (day.end, end), title.first, title.last)
    return RunningHeader(own_number(number), Printed(day.iso, day.start, day.end), issuer, printed)
