"""Exit codes: what each error means to the shell."""

from __future__ import annotations

from enum import IntEnum

from graph.errors import BadCursor, DocumentNotFound, StoreUnavailable
from graph.judging import JudgementRefused
from loaders.errors import BadTable, PhaheError
from queries.errors import AgencyNotFound, BadOption
from queries.resolution import AmbiguousReference, ReferenceNotFound


class Exit(IntEnum):
    """Exit codes of the command line."""

    DONE = 0
    SOME_FAILED = 1
    WRONG_REQUEST = 2
    UNUSABLE = 3
    INTERRUPTED = 130


_EXITS: tuple[tuple[type[PhaheError], Exit], ...] = (
    (AmbiguousReference, Exit.WRONG_REQUEST),
    (ReferenceNotFound, Exit.WRONG_REQUEST),
    (DocumentNotFound, Exit.WRONG_REQUEST),
    (AgencyNotFound, Exit.WRONG_REQUEST),
    (BadOption, Exit.WRONG_REQUEST),
    (BadCursor, Exit.WRONG_REQUEST),
    (JudgementRefused, Exit.WRONG_REQUEST),
    (StoreUnavailable, Exit.UNUSABLE),
    (BadTable, Exit.UNUSABLE),
)


def exit_of(error: PhaheError) -> Exit:
    """Return the exit code of an error; one that is not in the table makes phahe unusable."""
    return next((code for kind, code in _EXITS if isinstance(error, kind)), Exit.UNUSABLE)
