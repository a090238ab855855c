"""The verdict: why a citation came to what it came to, in sentences for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.model import Claim, Document, DocumentStatus, MentionStatus
from loaders.folding import fold
from loaders.records import Level
from queries.comparing import Comparison, DateAgreement, agreement
from queries.dates import show_date

_EXAMPLE = "“Nghị quyết số 20-NQ/TW ngày 25/10/2017”"


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a citation was weighed against.

    `pairs` are the documents of its number or title with how each agrees, `left` those that it may
    mean, `late` how many were issued after `until`; `by_title` says that the one left carries the
    programme whose title was cited.
    """

    pairs: Sequence[tuple[Document, Comparison]]
    left: Sequence[Document]
    late: int
    until: str | None
    by_title: bool


def verdict(claim: Claim | None, status: MentionStatus, weighed: Weighed) -> tuple[str, ...]:
    """Return what decided, what speaks against the others, and what would decide, in that order."""
    if claim is None:
        return (
            "Không thấy số hiệu, tên luật hay tên chương trình nào trong câu hỏi; "
            f"hãy ghi như trong văn bản, ví dụ {_EXAMPLE}.",
        )
    if status is MentionStatus.AMBIGUOUS:
        said = _why_open(weighed.left)
    elif weighed.left:
        said = _why_this(claim, weighed)
    else:
        said = _why_none(claim, weighed)
    if weighed.late:
        said.append(
            f"{weighed.late} văn bản ban hành sau ngày {show_date(weighed.until)} của văn bản"
            " viện dẫn, nên không thể là văn bản được viện dẫn."
        )
    return tuple(said)


def named(document: Document) -> str:
    """Return what a document is called in a sentence: number or title, with its date."""
    name = document.number or document.title or document.type or document.key
    return f"{name} ({show_date(document.issue_date)})" if document.issue_date else name


def _why_this(claim: Claim, weighed: Weighed) -> list[str]:
    chosen = weighed.left[0]
    others = [pair for pair in weighed.pairs if pair[0].key != chosen.key]
    mine = next((found for one, found in weighed.pairs if one.key == chosen.key), None)
    said = []
    if weighed.by_title:
        said.append(
            f"Tên được viện dẫn là của chương trình, đề án mà {named(chosen)} ban hành hoặc"
            " phê duyệt: hai văn bản là một."
        )
    if mine is not None and mine.reasons and not weighed.by_title:
        said.append(f"Chọn {named(chosen)} vì{_what_decides(claim, chosen, mine)}.")
    fitting = [one for one, found in others if found.fits]
    against = len(others) - len(fitting)
    if fitting and not weighed.by_title:
        said.append(
            f"{len(fitting)} văn bản khác cũng không trái với viện dẫn, nhưng loại, trích yếu hoặc"
            " chính các văn bản đã nạp cho thấy là văn bản này."
        )
    if against:
        said.append(f"{against} văn bản khác cùng số hoặc cùng tên thì trái với viện dẫn.")
    if not others:
        before = "ban hành trước đó " if weighed.late else ""
        called = f"{_whose(claim)}mang số này" if claim.number else "mang tên này"
        said.append(f"Đồ thị không có văn bản nào khác {before}{called}.")
    if chosen.status is not DocumentStatus.LOADED:
        said.append("Đồ thị chưa có toàn văn của nó: chỉ biết qua các văn bản dẫn nó.")
    return said


def _what_decides(claim: Claim, chosen: Document, found: Comparison) -> str:
    """Return why a document was chosen, though something may speak against it: a slip in the
    date, or more, which only a loaded paper that says just that, or a person, can outweigh."""
    reasons, against = ", ".join(found.in_favour), ", ".join(found.against)
    if not against:
        return f": {reasons}"
    slip = agreement(claim.issue_date, chosen.issue_date) is DateAgreement.SLIP
    if slip and len(found.against) == 1 and reasons:
        return f": {reasons}; {against}"
    return f" văn bản đã nạp dẫn nó đúng như vậy, hoặc đã có người kết luận; tuy {against}"


def _whose(claim: Claim) -> str:
    """Return the place in which alone documents of a local number were looked for."""
    return f"của {claim.province} " if claim.province else ""


def _why_open(left: Sequence[Document]) -> list[str]:
    said = [f"{len(left)} văn bản không trái với viện dẫn, không có gì để chọn một."]
    wanted = [name for name, of in _TELLING if len({of(one) for one in left}) > 1]
    if wanted:
        said.append(f"Ghi thêm thì chọn được: {', '.join(wanted)}.")
    return said


def _why_none(claim: Claim, weighed: Weighed) -> list[str]:
    name = f"{_whose(claim)}mang số {claim.number}" if claim.number else "có tên như vậy"
    if not weighed.pairs:
        return [f"Đồ thị không có văn bản nào {name}."]
    count = len(weighed.pairs)
    said = [f"Đồ thị có {count} văn bản {name}, nhưng đều trái với viện dẫn."]
    said += [
        f"Ngày của {named(one)} gần giống: viện dẫn có thể viết nhầm."
        for one, _ in weighed.pairs
        if agreement(claim.issue_date, one.issue_date) is DateAgreement.SLIP
    ]
    return list(dict.fromkeys(said))


def _of(value: str | None) -> str:
    return fold(value) if value else ""


_TELLING: tuple[tuple[str, Callable[[Document], str]], ...] = (
    ("ngày ban hành", lambda one: one.issue_date or ""),
    ("khóa của Đảng", lambda one: (one.issue_date or "")[:4] if _is_partys(one) else ""),
    ("tỉnh", lambda one: _of(one.province)),
    ("huyện", lambda one: _of(one.district)),
    ("cơ quan ban hành", lambda one: _of(one.issuer)),
    ("loại văn bản", lambda one: _of(one.type)),
    ("trích yếu", lambda one: _of(one.title)),
)
"""What tells documents of one number apart, with how each has it."""


def _is_partys(document: Document) -> bool:
    """Whether a number is one that the Party's central bodies give out: 20-NQ/TW."""
    return document.level is Level.CENTRAL and (document.number or "").upper().endswith("TW")
