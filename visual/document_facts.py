"""The fields of a document's header, as they are shown."""

from __future__ import annotations

from queries.dates import show_date
from queries.documents import DocumentView
from visual.formats import one_line
from visual.texts import Texts
from visual.theme import level_name


def header_facts(view: DocumentView, texts: Texts) -> list[tuple[str, str]]:
    """Return label keys with values, "" where unknown; what only a text says comes from the
    first file."""
    document = view.document
    rows = [
        ("field.type", document.type),
        ("field.number", document.number),
        ("field.issuer", document.issuer),
        ("field.issue_date", show_date(document.issue_date)),
        ("field.level", texts(f"level.{level_name(document.level)}")),
    ]
    if document.province:
        rows.append(("field.province", document.province))
    if document.district:
        rows.append(("field.district", document.district))
    for one in view.files[:1]:
        header = one.header
        signer = ", ".join(part for part in (header.signer, header.signer_role) if part)
        rows += [
            ("field.place", header.place),
            ("field.signer", signer),
            ("field.period", _period(header.period, texts)),
        ]
    return [(label, one_line(value or "")) for label, value in rows]


def _period(period: tuple[int | None, int | None] | None, texts: Texts) -> str:
    first, last = period or (None, None)
    if first is not None and last is not None:
        return texts("period.both", first=first, last=last)
    if first is not None:
        return texts("period.from", first=first)
    return "" if last is None else texts("period.until", last=last)
