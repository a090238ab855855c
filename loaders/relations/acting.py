"""Acting: what documents of which types can do to one another, and what they cannot."""

from __future__ import annotations

import re

from loaders.citations.citation import Citation
from loaders.names.body_codes import is_of_many_levels, issuer_of_code
from loaders.names.doc_types import is_law, type_named
from loaders.records import CARRYING, CHANGING, Level
from loaders.relations.rules import ABOUT, Effect, effect_in_name
from loaders.text.source_text import SourceText

_IN_A_SUBJECT = "implements_after_subject"
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
    if effect.name == _IN_A_SUBJECT and doer.asks:
        return False  # "Tờ trình số 5 về phê duyệt Kế hoạch thực hiện …": the plan carries out
    # "hoàn thiện Đề án A, sửa đổi Luật B"
    unable = source.titled and is_law(target.type) and not is_law(source.type)
    if effect.type in CHANGING and (unable or _of_other_level(source, target)):
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


def _of_other_level(source: Citation, target: Citation) -> bool:
    """Whether one is the nation's and the other a local body's: neither changes the other."""
    levels = [_level(one) for one in (source, target)]
    return None not in levels and (levels[0] is Level.CENTRAL) != (levels[1] is Level.CENTRAL)


def _level(citation: Citation) -> Level | None:
    """The level of who issued it, as far as its symbol or its words tell it is the nation's."""
    if citation.issuer is not None:
        return citation.issuer.level
    codes = citation.number.issuer_codes if citation.number else ()
    if not codes:
        return None
    if is_of_many_levels(codes[0]):
        return Level.PROVINCE
    return Level.CENTRAL if issuer_of_code(codes[0]) else None


def _first(doc_type: str | None) -> str:
    return (doc_type or "").split(" ")[0]


def can_be_carried(citation: Citation) -> bool:
    """Whether an act can promulgate or approve it: plans and rules, not acts of their own right.

    A law is none, though it is named by its title.
    """
    kind = type_named(citation.type)
    return kind.carried or (citation.titled and not kind.law)
