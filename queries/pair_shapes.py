"""The JSON shape of two documents side by side: the same for the command line and the service."""

from __future__ import annotations

from graph.stated import Duty
from queries.cascade_shapes import cascade_value_json
from queries.fact_shapes import duty_json, targets_json
from queries.paging import page_json
from queries.pairs import Aspect, Pair, Parent, Said
from queries.shapes import Json, document_json, step_json
from queries.side_by_side import SideBySide


def side_by_side_json(answer: SideBySide) -> Json:
    """Return the shape of `phahe compare`."""
    return {
        "a": document_json(answer.a),
        "b": document_json(answer.b),
        "counts": {
            aspect.value: {standing.value: count for standing, count in counts.items()}
            for aspect, counts in answer.counts.items()
        },
        **page_json(answer, _pair_json),
    }


def _pair_json(pair: Pair) -> Json:
    sides = [None if side is None else _said_json(side) for side in (pair.a, pair.b)]
    return {
        "aspect": pair.aspect,
        "standing": pair.standing,
        "differs": list(pair.differs),
        "stronger": pair.stronger,
        "values": [cascade_value_json(value) for value in pair.values],
        "parents": _both(sides, pair.aspect is Aspect.PARENT),
        "targets": _both(sides, pair.aspect is Aspect.TARGET),
        "duties": _both(sides, pair.aspect is Aspect.DUTY),
    }


def _both(sides: list[Json | None], wanted: bool) -> Json | None:
    return {"a": sides[0], "b": sides[1]} if wanted else None


def _said_json(said: Said) -> Json:
    if isinstance(said, Parent):
        return {"document": document_json(said.document), **step_json(said.step)}
    if isinstance(said.fact, Duty):
        return duty_json(said.fact, said.document)
    return targets_json(said.fact, said.document)
