"""What a command says when it cannot answer."""

from __future__ import annotations

import os

from api.commands.agencies_meant import near_said
from api.console import print_json, say
from api.exits import Exit, exit_of
from api.guide import LANGUAGE_SETTING
from api.remedies import STORE, store_told
from graph.errors import DocumentNotFound, StoreUnavailable
from graph.judging import Contradiction, JudgementRefused
from loaders.errors import PhaheError
from queries.dates import show_date
from queries.errors import AgencyNotFound
from queries.judgement_shapes import contradiction_json, refusal_words
from queries.resolution import AmbiguousReference, ReferenceNotFound, Resolution
from queries.shapes import resolution_json
from visual.formats import one_line
from visual.retold import retold
from visual.texts import SPOKEN


def report_failure(error: PhaheError, *, as_json: bool) -> int:
    """Say on stderr what went wrong and return the exit code.

    A reference that fits several documents, or none, is answered with what `resolve` knows of it:
    as JSON on stdout where JSON was asked for, else as a list on stderr.
    """
    say(f"phahe: {_in_language(_message(error))}")
    if isinstance(error, AmbiguousReference | ReferenceNotFound):
        if as_json:
            print_json(resolution_json(error.resolution))
        else:
            _list_candidates(error.resolution)
    if isinstance(error, Contradiction) and as_json:
        print_json(contradiction_json(error))
    return int(exit_of(error))


def _in_language(message: str) -> str:
    """Return what went wrong in the language of the help, where the table of sentences has it."""
    token = SPOKEN.set("en" if os.environ.get(LANGUAGE_SETTING) == "en" else "vi")
    said = retold(message)
    SPOKEN.reset(token)
    return said


def _message(error: PhaheError) -> str:
    if exit_of(error) is Exit.UNUSABLE:
        words = STORE.get(error.code, STORE["store_unavailable"])
        told = store_told(error) if isinstance(error, StoreUnavailable) else str(error)
        return f"{words}.\n  {told} ({error.code})"
    if isinstance(error, JudgementRefused):
        return refusal_words(error)
    if isinstance(error, DocumentNotFound):
        return f"{error}; không có trong đồ thị này không có nghĩa là văn bản không tồn tại"
    if isinstance(error, AgencyNotFound):
        told = f"{error}; không có trong đồ thị này không có nghĩa là cơ quan không tồn tại."
        return told + near_said(error.near)
    return str(error)


def _list_candidates(resolution: Resolution) -> None:
    for candidate in resolution.candidates:
        document = candidate.document
        name = " ".join(
            part
            for part in (
                document.type,
                document.number,
                show_date(document.issue_date),
                one_line(document.title or "", 100),
            )
            if part
        )
        say(f"  {document.key or '(bảng số dùng lại)'}  {name}")
