"""The JSON shape of a review: the same for the command line and the service.

Names and meaning are those of docs/api.md: fields may be added, none renamed.
"""

from __future__ import annotations

from graph.stated import Measured
from queries.candidates import Candidate
from queries.citing import citation_json
from queries.paging import page_json
from queries.review import ReviewItem, ReviewList
from queries.shapes import Json, candidate_json, document_json


def review_json(answer: ReviewList) -> Json:
    """Return one page of what a person should judge, each with the commands that settle it."""
    return page_json(answer, _item_json)


_NO_COMMANDS = dict.fromkeys(("same", "not_same", "together"))


def _commands(item: ReviewItem, candidate: Candidate) -> Json:
    return {name.replace("-", "_"): said for name, said in item.commands(candidate).items()}


def _measured_json(one: Measured) -> Json:
    return {"name": one.indicator, "unit": one.unit}


def _item_json(item: ReviewItem) -> Json:
    return {
        "kind": item.kind,
        "value": item.value,
        "document": document_json(item.document),
        "indicator": None if item.measured is None else _measured_json(item.measured[0]),
        "citations": [citation_json(one) for one in item.citations],
        "candidates": [
            {
                **candidate_json(candidate),
                "indicator": None if item.measured is None else _measured_json(item.measured[1]),
                "citations": [citation_json(one) for one in item.others],
                "commands": {**_NO_COMMANDS, **_commands(item, candidate)},
            }
            for candidate in item.candidates
        ],
    }
