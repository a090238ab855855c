"""What one document's texts say of others that does not fit: a day, or a number of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from graph.model import Document, StoredClaim
from graph.store import Store
from queries.finding_kinds import (
    SHOWN,
    Finding,
    FindingCode,
    days_in,
    differing_first,
    full_days,
    mentions_in,
)


def findings_in_texts(
    store: Store, document: Document, codes: Collection[FindingCode]
) -> Iterator[Finding]:
    """Yield the findings about what a document cites that its own words cause, in no order.

    They are those of `queries.finding_kinds.findings_about` on a day that the text gives and the
    cited document does not have, and on a number of which nothing in the text tells whose it is;
    their sentences are those of this document alone. None is about the document itself.
    """
    if {FindingCode.DATE_CONFLICT, FindingCode.AMBIGUOUS_NUMBER}.isdisjoint(codes):
        return
    contents = list(store.contents(document.files)) if document.files else []
    ids = {claim for content in contents for claim in content.claims.values()}
    own: dict[str, list[StoredClaim]] = defaultdict(list)
    for stored in store.claims(ids=ids):
        if stored.document not in (None, document.key):
            own[stored.document or ""].append(stored)
    cited = store.documents(sorted(own))
    for key, node in sorted(cited.items()):
        causing = _vague(own[key]) or _of_another_day(own[key], node)
        if not causing:
            continue
        made = {stored.claim.id for stored in causing}
        said = tuple(one for content in contents for one in mentions_in(content, made))
        found = _finding(store, node, causing, codes)
        if found is not None and said:
            code, others, detail = found
            yield Finding(code, node, others, detail, differing_first(said)[:SHOWN])


def _vague(claims: list[StoredClaim]) -> list[StoredClaim]:
    return [stored for stored in claims if stored.candidates]


def _of_another_day(claims: list[StoredClaim], node: Document) -> list[StoredClaim]:
    return [one for one in claims if full_days(one) - {node.issue_date}]


def _finding(
    store: Store, node: Document, causing: list[StoredClaim], codes: Collection[FindingCode]
) -> tuple[FindingCode, tuple[Document, ...], str | None] | None:
    if causing[0].candidates:
        fits = store.documents(sorted({key for one in causing for key in one.candidates}))
        code, detail = FindingCode.AMBIGUOUS_NUMBER, None
        others = tuple(fits[key] for key in sorted(fits))
    else:
        code, others = FindingCode.DATE_CONFLICT, ()
        detail = days_in(store.claims(documents=[node.key]))
        if detail is None:
            return None
    return (code, others, detail) if code in codes else None
