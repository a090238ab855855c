"""What resolving a text came to, and the refusals of a REF that it did not come to one document."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import Document, MentionStatus
from loaders.errors import PhaheError
from queries.candidates import Candidate
from queries.judgements import JudgementView


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text came to; `document` only for `found` and `cited_only`.

    `judgements` are those in force about the document: what people decided, above the rules.
    `verdict` says in sentences what decided, and what would; `dropped` are documents of the number
    or title that were issued after the paper that cites.
    """

    text: str
    status: MentionStatus
    document: Document | None
    candidates: tuple[Candidate, ...]
    judgements: tuple[JudgementView, ...] = ()
    verdict: tuple[str, ...] = ()
    dropped: tuple[Candidate, ...] = ()


class AmbiguousReference(PhaheError):
    """Words that fit several documents; `resolution` lists them. None of them is chosen."""

    code = "ambiguous"

    def __init__(self, message: str, resolution: Resolution) -> None:
        super().__init__(message)
        self.resolution = resolution


class ReferenceNotFound(PhaheError):
    """Words that fit no document of this graph; `code` says whether they were understood.

    `not_in_graph`: a well-formed citation that nothing here matches (which does not say that the
    document does not exist); `not_recognised`: neither a key nor a number nor a citation.
    """

    code = "not_in_graph"

    def __init__(self, message: str, resolution: Resolution) -> None:
        super().__init__(message, code=resolution.status.value)
        self.resolution = resolution
