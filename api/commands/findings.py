"""`phahe findings`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.rows import Key
from api.commands.tables import count_of, lines, sentence, table, whole_name
from api.console import out
from api.options import parse_finding_codes
from queries.finding_kinds import FindingCode
from queries.finding_shapes import finding_list_json
from queries.findings import FindingList, findings
from visual.finding_words import finding_detail
from visual.sheets import FINDINGS
from visual.texts import load_texts

_SHOWN = dict.fromkeys(FindingCode, 1) | {FindingCode.DATE_CONFLICT: 2}
"""So many sentences people read: of two days both."""


def run(
    ref: str | None,
    store_url: str | None,
    *,
    codes: str | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    wanted = () if codes is None else parse_finding_codes(codes)
    with reading(store_url) as store:
        key = None if ref is None else document_of(store, ref).key
        answer = findings(store, key, codes=wanted, limit=limit, cursor=cursor)
    return give(answer, finding_list_json, FINDINGS, _print, as_json=as_json)


def _print(answer: FindingList) -> None:
    console, texts = out(), load_texts()
    rows = table("Văn bản", "Điều không khớp", "Với", "Câu làm chứng")
    for found in answer.items:
        against = [whole_name(other) for other in found.others] or [finding_detail(found)]
        rows.add_row(
            lines(whole_name(found.document), found.document.province, Key(found.document.key)),
            texts(f"finding.{found.code}"),
            "\n".join(against),
            lines(sentence(found.evidence), sentence(found.evidence[1 : _SHOWN[found.code]])),
        )
    if answer.items:
        console.print(rows)
    console.print(count_of(answer.total, "điều không khớp"))
