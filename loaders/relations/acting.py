"""Acting: what documents of which types can do to one another, and what they cannot."""

from __future__ import annotations

import re

from loaders.citations.citation import Citation
from loaders.names.doc_types import is_law, type_named
from loaders.records import CARRYING, CHANGING, Level
from loaders.relations.rules import ABOUT, Effect, effect_in_name
from loaders.text.source_text import SourceText

_ABOUT = re.compile(r"\bvề(?: việc)?\s+")


def keeps(rule: str, words: str, citation: Citation) -> bool:
    """Whether a purpose ("thực hiện nghiêm Luật X") says that a law is kept, not made concrete."""
    only = rule == "purpose_implements" and "cụ thể hóa" not in words
    return only and type_named(citation.type).rules


def gives_force(text: SourceText, a: Citation, b: Citation) -> Effect | None:
    """Return that a resolution of the Central Committee without number gives force to the work of
    which its name says that it is about: "Nghị quyết Hội nghị lần thứ ba … về Chiến lược X".

    What stands deeper in the name ("về tình hình thực hiện Chiến lược X") it gives none.
    """
    if a.rule != "congress" or b.rule != "titled" or b.start >= a.end or not can_be_carried(b):
        return None
    before = text.low[a.start : b.start]
    first = _ABOUT.search(before)
    central = "trung ương" in before
    return ABOUT if central and first is not None and first.end() == len(before) else None


def in_name(a: Citation, b: Citation) -> Effect | None:
    """Return what the work `a` does to `b` where `b` stands in its name, else None."""
    return effect_in_name(a.rule) if a.start < b.start < a.reach else None


def counts(effect: Effect, words: str, a: Citation, b: Citation) -> bool:
    """Whether two names may be one document, or side by side, as the words have it."""
    source, target = (b, a) if effect.kind == "backward" else (a, b)
    doer = type_named(source.type)
    if effect.type in CARRYING and doer.asks:
        return False
    if effect.type in CHANGING:
        return not doer.tells and not (doer.below_law and is_law(target.type))
    if effect.name == "same_in_brackets":
        return b.titled and _first(a.type) == _first(b.type)
    if effect.kind == "same":
        alike = _first(a.type) == _first(b.type)
        return b.titled and alike and (b.rule == "carrying" or a.number is not None)
    if effect.name == "approved_at":
        return a.titled and can_be_carried(a) and type_named(b.type).acts
    if effect.name == "is_about":
        central = a.issuer is not None and a.issuer.level is Level.CENTRAL
        return central and a.number is not None and type_named(a.type).acts and b.titled
    glued = not words.strip() and a.number is not None and b.titled
    return not (effect.kind == "list" and glued)


def _first(doc_type: str | None) -> str:
    return (doc_type or "").split(" ")[0]


def can_be_carried(citation: Citation) -> bool:
    """Whether an act can promulgate or approve it: plans and rules, not acts of their own right.

    A law is none, though it is named by its title.
    """
    kind = type_named(citation.type)
    return kind.carried or (citation.titled and not kind.law)
