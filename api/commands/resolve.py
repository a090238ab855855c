"""`phahe resolve`, for one text or for a file of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from api.commands.opening import reading
from api.commands.tables import name_of
from api.console import out, print_json, print_json_line
from api.days import iso_day
from api.exits import Exit
from api.references import province_of, readings_of
from api.remedies import system_told
from graph.store import Store
from queries.candidates import Candidate, CandidateSource
from queries.dates import show_date
from queries.errors import BadOption
from queries.judgements import words_of
from queries.resolution import Resolution
from queries.resolve import resolve
from queries.shapes import resolution_json
from visual.formats import one_line

_STATUSES = {
    "found": "văn bản đã nạp",
    "cited_only": "văn bản chỉ được dẫn",
    "ambiguous": "nhiều văn bản khớp, không chọn văn bản nào",
    "not_in_graph": "không có trong đồ thị này (không có nghĩa là không tồn tại)",
    "not_recognised": "không nhận ra viện dẫn nào",
}


def run(
    text: str | None,
    store_url: str | None,
    *,
    province: str | None,
    date: str | None,
    batch: Path | None,
    as_json: bool,
) -> int:
    """Answer the command and return its exit code."""
    if (text is None) == (batch is None):
        raise BadOption("cần TEXT hoặc --batch FILE, không cả hai")
    with reading(store_url) as store:
        if batch is not None:
            for number, line in _lines(batch):
                place, day = _understood(line, f"{batch}, dòng {number}")
                answer = _resolve(store, line["text"], place, day)
                print_json_line({"id": line.get("id"), **resolution_json(answer)})
            return Exit.DONE
        assert text is not None
        answer = _resolve(store, text, province, date)
    if as_json:
        print_json(resolution_json(answer))
    else:
        _print(answer)
    return Exit.DONE


def _understood(row: dict[str, Any], where: str) -> tuple[str | None, str | None]:
    """Return province and date of a line of a batch; raises BadOption, naming the line."""
    province, date = row.get("province"), row.get("date")
    return (
        None if province is None else province_of(province, f"{where}, province"),
        None if date is None else iso_day(date, f"{where}, date"),
    )


def _resolve(store: Store, text: str, province: str | None, date: str | None) -> Resolution:
    said = readings_of(store, text, province=province, date=date)
    return resolve(store, text, said, until=date)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadOption(f"{path}: {system_told(error)}") from error
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise BadOption(f"{path}, dòng {number}: không phải JSON ({error})") from error
        if not _is_asked(row):
            raise BadOption(f"{path}, dòng {number}: cần một đối tượng có “text”")
        yield number, row


def _is_asked(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and isinstance(row.get("text"), str)
        and all(isinstance(row.get(name), str | None) for name in ("province", "date"))
    )


def _print(answer: Resolution) -> None:
    """Print what was decided and why, then the documents by what became of them."""
    console = out()
    console.print(f"{answer.text}: {_STATUSES[answer.status]}")
    if answer.document is not None:
        meant = answer.document
        console.print(f"  → {meant.key}  {name_of(meant)}  {show_date(meant.issue_date)}")
    for sentence in answer.verdict:
        console.print(f"  {sentence}")
    for judged in answer.judgements:
        console.print(f"  Theo {words_of(judged)}")
    here = [one for one in answer.candidates if one.source is CandidateSource.GRAPH]
    others = [one for one in here if one.document != answer.document]
    for heading, group in (
        ("Văn bản được chọn:", [one for one in here if one.document == answer.document]),
        ("Không trái với viện dẫn:", [one for one in others if one.fits]),
        ("Không phải, vì trái với viện dẫn:", [one for one in others if not one.fits]),
        ("Ban hành sau văn bản viện dẫn:", answer.dropped),
        (
            "Cùng số theo bảng số dùng lại, không có trong đồ thị này:",
            [one for one in answer.candidates if one.source is CandidateSource.REGISTER],
        ),
    ):
        _print_group(heading, group)


def _print_group(heading: str, group: Sequence[Candidate]) -> None:
    console = out()
    if group:
        console.print(f"\n  {heading}")
    for candidate in group:
        document = candidate.document
        shown = (document.key, name_of(document), show_date(document.issue_date))
        title = one_line(document.title or "", 100)
        console.print("    " + "  ".join(part for part in (*shown, title) if part))
        console.print(f"      {'; '.join(candidate.reasons)} (điểm {candidate.score:.2f})")
