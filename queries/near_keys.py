"""Keys that someone may have meant by one that no document of the graph has."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from graph.identity.keys import block_of_number
from graph.model import Document
from graph.store import Criteria, Store
from loaders.folding import words
from queries.candidates import Candidate, CandidateSource

SHOWN = 5
REASON = "khóa gần giống"
_FORM = re.compile(r"vn(?:-[a-z0-9-]+)?(?:\.[a-z0-9-]+){1,3}", re.ASCII)
_LOOKED_AT = 200
_ALIKE = 80


def has_form_of_key(text: str) -> bool:
    """Whether `text` is formed as keys are, scope first: "vn-lai-chau.243-kh-syt.2025-11"."""
    return _FORM.fullmatch(text) is not None


def near_keys(store: Store, key: str) -> tuple[Candidate, ...]:
    """Return the documents whose keys are most like `key`, at most five, the nearest first.

    They are those of the same number, and of those that have the words of its middle part the ones
    whose keys are much like it; of equal likeness, the first by key.
    """
    middle = key.split(".")[1]
    number = block_of_number(middle)
    same = [] if number is None else store.find(Criteria(number=number), limit=_LOOKED_AT)[0]
    others, _ = store.find(Criteria(words=tuple(words(middle))), limit=_LOOKED_AT)
    found: dict[str, Document] = {one.key: one for one in same}
    found.update((one.key, one) for one in others if fuzz.ratio(key, one.key) >= _ALIKE)
    ranked = sorted(found.values(), key=lambda one: (-fuzz.ratio(key, one.key), one.key))
    return tuple(
        Candidate(one, round(fuzz.ratio(key, one.key) / 100, 2), (REASON,), CandidateSource.GRAPH)
        for one in ranked[:SHOWN]
    )
