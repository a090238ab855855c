"""`phahe review`: what a person should judge, what matters most first."""

from __future__ import annotations

from collections.abc import Iterable

from api.commands.answering import give
from api.commands.opening import reading
from api.commands.tables import name_of
from api.console import out
from api.options import parse_review_kind
from graph.model import Document
from queries.citing import Citation
from queries.dates import show_date
from queries.review import ReviewItem, ReviewKind, ReviewList, review
from queries.review_shapes import review_json
from visual.formats import one_line
from visual.sheets import REVIEW

_KINDS = {
    ReviewKind.AMBIGUOUS: "viện dẫn khớp nhiều văn bản",
    ReviewKind.DUPLICATE: "có thể là một văn bản",
    ReviewKind.INDICATOR: "có thể là một chỉ tiêu",
}


def run(
    kind: str | None, store_url: str | None, *, limit: int, cursor: str | None, as_json: bool
) -> int:
    """Answer the command and return its exit code."""
    wanted = None if kind is None else parse_review_kind(kind)
    with reading(store_url) as store:
        answer = review(store, wanted, limit=limit, cursor=cursor)
    return give(answer, review_json, REVIEW, _print, as_json=as_json)


def _print(answer: ReviewList) -> None:
    for item in answer.items:
        _print_item(item)
    out().print(f"{answer.total} việc cần người xem")


def _print_item(item: ReviewItem) -> None:
    console, document = out(), item.document
    counted = "cặp văn bản" if item.measured else "quan hệ"
    console.print(
        f"{_KINDS[item.kind]} ({item.value} {counted}): {name_of(document)}  "
        f"{show_date(document.issue_date)}  {_told(item, 0)}",
        style="bold",
    )
    _print_citations(item.citations)
    for candidate in item.candidates:
        other = candidate.document
        console.print(
            f"  {candidate.score:.2f}  {name_of(other)}  {show_date(other.issue_date)}  "
            f"{_told(item, 1, other)}: {'; '.join(candidate.reasons)}"
        )
        _print_citations(item.others)
        for command in item.commands(candidate).values():
            # Whole, however narrow the window is: it is there to be copied.
            console.print(f"        {command}", soft_wrap=True)


def _told(item: ReviewItem, side: int, other: Document | None = None) -> str:
    """Return what stands beside a document's number: its title, or the indicator in question."""
    if item.measured is None:
        return one_line((other or item.document).title or "", 100)
    named = item.measured[side]
    return one_line(named.indicator if named.unit is None else f"{named.indicator} ({named.unit})")


def _print_citations(citations: Iterable[Citation]) -> None:
    for one in citations:
        out().print(f"    {one.file}: “{one_line(one.sentence, 300)}”")
