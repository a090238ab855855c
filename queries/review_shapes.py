"""The JSON shape of a review: the same for the command line and the service.

Names and meaning are those of docs/api.md: fields may be added, none renamed.
"""

from __future__ import annotations

from queries.citing import citation_json
from queries.paging import page_json
from queries.review import ReviewItem, ReviewList
from queries.shapes import Json, candidate_json, document_json


def review_json(answer: ReviewList) -> Json:
    """Return one page of what a person should judge, each with the commands that settle it."""
    return page_json(answer, _item_json)


def _item_json(item: ReviewItem) -> Json:
    return {
        "kind": item.kind,
        "value": item.value,
        "document": document_json(item.document),
        "citations": [citation_json(one) for one in item.citations],
        "candidates": [
            {
                **candidate_json(candidate),
                "citations": [citation_json(one) for one in item.others],
                "commands": {
                    verdict.replace("-", "_"): command
                    for verdict, command in item.commands(candidate).items()
                },
            }
            for candidate in item.candidates
        ],
    }
