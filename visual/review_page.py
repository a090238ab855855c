"""The page of what a person should judge: citations of several documents, and probable pairs."""

from __future__ import annotations

from urllib.parse import urlencode

from graph.model import Document
from queries.citing import Citation
from queries.review import ReviewKind, ReviewList
from visual.downloads import MOST, files_at
from visual.formats import document_link, passage_id, short_name
from visual.rendering import render


def review_page(
    answer: ReviewList, citing: dict[str, Document], kind: ReviewKind | None = None
) -> str:
    """Return the page of one page of a review; `kind` is what it was narrowed to.

    `citing` are the documents whose sentences are shown, by key; one that is not there is shown by
    its key. Each candidate has the commands that settle it: the page itself only reads.
    """
    asked = [("kind", kind.value)] if kind else []
    kinds = [("review.every", "/review", kind is None)]
    kinds += [
        (f"review.kind.{one}", f"/review?{urlencode({'kind': one.value})}", one is kind)
        for one in ReviewKind
    ]
    following = answer.next and f"/review?{urlencode([*asked, ('cursor', answer.next)])}"

    def named(citation: Citation) -> str:
        found = citing.get(citation.document)
        return citation.document if found is None else short_name(found)

    return render(
        "review.html",
        answer=answer,
        kinds=kinds,
        named=named,
        place_of=_place_of,
        following=following,
        downloads=[("download.review", files_at("/v1/review", [*asked, ("limit", MOST)]))],
    )


def citing_keys(answer: ReviewList) -> frozenset[str]:
    """Return the keys of the documents whose sentences a review shows."""
    return frozenset(
        one.document for item in answer.items for one in (*item.citations, *item.others)
    )


def _place_of(citation: Citation) -> str:
    return document_link(citation.document, file=citation.file, anchor=passage_id(citation.span))
