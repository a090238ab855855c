"""Judging by REFs: what the command line and the service do with what a person says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from api.references import readings_of
from graph.identity.ends import Named
from graph.judgement import Judgement, Verdict
from graph.judgement_criteria import judgements_of
from graph.judging import judge, said_of, undo
from graph.store import Store
from queries.errors import BadOption
from queries.judgement_shapes import judgement_json
from queries.judgements import JudgementView, view, views
from queries.resolution import ReferenceNotFound
from queries.resolve import find_ref


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of it: `judged`, `unchanged` (it was judged so before) or `undone`."""

    outcome: str
    judgement: JudgementView

    def json(self) -> dict[str, Any]:
        """Return the shape of `phahe judge`."""
        return {"outcome": self.outcome, "judgement": judgement_json(self.judgement)}


@dataclass(frozen=True, slots=True)
class Person:
    """Who judges, and why. Raises BadOption where one of them is blank."""

    author: str
    reason: str

    def __post_init__(self) -> None:
        for name in ("author", "reason"):
            if not getattr(self, name).strip():
                raise BadOption(f"{name}: không được để trống")


def judge_refs(store: Store, left: str, verdict: Verdict, right: str, person: Person) -> Judged:
    """Judge two documents by REF, now.

    Raises AmbiguousReference, ReferenceNotFound, JudgementRefused, Contradiction.
    """
    ends = named(store, left), named(store, right)
    author, reason = person.author.strip(), person.reason.strip()
    written = judge(store, ends[0], verdict, ends[1], author, reason, time_now())
    return Judged("judged" if written.is_new else "unchanged", view(store, written.judgement))


def undo_id(store: Store, name: str, person: Person) -> Judged:
    """Take back the judgement with this id, now. Raises JudgementRefused where there is none."""
    row = undo(store, name, person.author.strip(), person.reason.strip(), time_now())
    return Judged("undone", view(store, row))


def between(store: Store, left: str, right: str) -> list[Judgement]:
    """Return the judgements in force that are about these two, each a REF or a key of a judgement.

    Raises AmbiguousReference, ReferenceNotFound.
    """
    return said_of(store, _known(store, left), _known(store, right))


def near(store: Store, left: str, right: str) -> list[Judgement]:
    """Return the judgements in force about the node of one of two REFs, by id; raises likewise."""
    keys = {_known(store, ref).key for ref in (left, right)}
    rows = views(store, judgements_of(store, in_force=True))
    return [one.judgement for one in rows if keys & {one.left.today, one.right.today}]


def _known(store: Store, ref: str) -> Named:
    """Return the document that REF names, by its key alone where it was judged and is gone."""
    try:
        return named(store, ref)
    except ReferenceNotFound:
        if any(ref == a.key for row in judgements_of(store, in_force=True) for a in row.anchors):
            return Named.of(ref)
        raise


def named(store: Store, ref: str) -> Named:
    """Return the document that REF names, with the old key where it was redirected."""
    found = find_ref(store, ref, readings_of(store, ref))
    return Named.of(found.document.key, found.asked)


def time_now() -> str:
    """Return the time of a judgement that is made now: ISO 8601, UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
