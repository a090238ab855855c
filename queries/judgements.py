"""Judgements as their readers see them: who said what of which documents, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.judgement import Anchor, Judgement, Verdict
from graph.judgement_criteria import judgements_of
from graph.model import Document
from graph.store import Store
from queries.cursors import unseal
from queries.dates import show_date
from queries.options import check_limit
from queries.paging import Page, cut_after

VERDICTS = {Verdict.SAME: "là một với", Verdict.NOT_SAME: "không phải là"}
"""Verdicts in words, between the names of two documents."""


@dataclass(frozen=True, slots=True)
class JudgedDocument:
    """A document of a judgement as it was named then, and its key today, None where it is gone."""

    anchor: Anchor
    today: str | None

    @property
    def name(self) -> str:
        """What it was called: number or title, with its date."""
        said = self.anchor.said
        known = said.number or said.title or said.type or self.anchor.key
        return known if said.issue_date is None else f"{known} ({show_date(said.issue_date)})"


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A judgement with its documents."""

    judgement: Judgement
    left: JudgedDocument
    right: JudgedDocument


JudgementList = Page[JudgementView]
"""Judgements, the earliest first; those that are undone are there too."""


def view(store: Store, judgement: Judgement) -> JudgementView:
    """Return one judgement with its documents of today."""
    return views(store, [judgement])[0]


def views(store: Store, judgements: Iterable[Judgement]) -> list[JudgementView]:
    """Return judgements with their documents of today, in their order.

    A document is where most of the claims are that it was judged by, the first by key where several
    nodes have as many; where none of them is here, what its key leads to.
    """
    rows = list(judgements)
    anchors = [anchor for row in rows for anchor in row.anchors]
    ids = sorted({witness.id for anchor in anchors for witness in anchor.witnesses})
    homes = {s.claim.id: s.document for s in store.claims(ids=ids)} if ids else {}
    nodes = store.documents(sorted({anchor.key for anchor in anchors})) if rows else {}

    def today(anchor: Anchor) -> JudgedDocument:
        found = Counter(homes.get(witness.id) for witness in anchor.witnesses)
        del found[None]
        if found:
            return JudgedDocument(anchor, min(found, key=lambda key: (-found[key], str(key))))
        node = nodes.get(anchor.key)
        return JudgedDocument(anchor, None if node is None else node.key)

    return [JudgementView(row, today(row.left), today(row.right)) for row in rows]


def judgement_list(
    store: Store, key: str | None = None, *, limit: int = 50, cursor: str | None = None
) -> JudgementList:
    """Return the judgements, by time; of `key` those about this document, by its key of today.

    Raises BadOption and BadCursor.
    """
    check_limit(limit)
    question = ("judgements", key)
    after = "" if cursor is None else str(unseal(question, cursor)[0])
    every = views(store, judgements_of(store))
    fitting = [one for one in every if key is None or key in (one.left.today, one.right.today)]
    rest = [one for one in fitting if one.judgement.id > after]
    return Page(
        *cut_after(rest, lambda one: [one.judgement.id], question, total=len(fitting), limit=limit)
    )


def judgements_about(
    store: Store, documents: Collection[Document]
) -> dict[str, tuple[JudgementView, ...]]:
    """Return the judgements in force about these documents, by key, the earliest first.

    Only those are read that remember a claim of one of the documents' blocks, or were made under
    one of their keys: of 1,000 in a graph of 10,000 documents in 25 ms, where all take 170.
    """
    if not documents or not any_judged(store):
        return {}
    asked = {document.key for document in documents}
    blocks = {stored.claim.block for stored in store.claims(documents=sorted(asked))}
    rows = judgements_of(store, in_force=True, blocks=blocks, keys=asked)
    found: dict[str, list[JudgementView]] = {}
    for one in views(store, rows):
        for key in sorted({one.left.today, one.right.today} & asked, key=str):
            if key is not None:
                found.setdefault(key, []).append(one)
    return {key: tuple(about) for key, about in found.items()}


def any_judged(store: Store) -> bool:
    """Whether there is a judgement at all; cheap enough to ask before each answer."""
    return store.state().judgements > 0


def names_of(one: JudgementView) -> str:
    """Return a judgement by the keys that its author named, then in words."""
    row = one.judgement
    return f"{row.left.key} {row.verdict} {row.right.key}: {words_of(one)}"


def words_of(one: JudgementView) -> str:
    """Return a judgement in words: who decided when that one document is, or is not, another."""
    row = one.judgement
    day = show_date(row.made_at[: len("2018-08-21")])
    said = f"{one.left.name} {VERDICTS[row.verdict]} {one.right.name}"
    return f"người kết luận: {said} ({row.author}, {day}: {row.reason})"
