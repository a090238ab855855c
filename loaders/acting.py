"""Acting: what documents of which types can do to one another, and what they cannot."""

from __future__ import annotations

from loaders.citation import Citation
from loaders.doc_types import is_law, types_named
from loaders.records import CARRYING, CHANGING, Level
from loaders.relation_rules import Effect, effect_in_name

_ACTS = ("Quyết định", "Nghị quyết", "Nghị định")
CHANGING_NOTHING = ("Tờ trình", "Báo cáo", "Công văn", "Thông báo", "Biên bản")
"""Types that ask or tell, and so neither amend nor end a document."""


ASKING = ("Tờ trình", "Báo cáo", "Biên bản")
"""Types that ask for what others promulgate or approve: "Tờ trình về việc phê duyệt Đề án …"."""
_BELOW_LAW = ("Nghị định", "Thông tư", "Thông tư liên tịch", "Quyết định", "Chỉ thị")
"""Types that stand below the laws, and so change none."""
_RULING = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
"""Types that rule: whoever acts by one keeps it, and does not carry it out as a plan."""


def keeps(rule: str, words: str, citation: Citation) -> bool:
    """Whether a purpose ("thực hiện nghiêm Luật X") says that a law is kept, not made concrete."""
    only = rule == "purpose_implements" and "cụ thể hóa" not in words
    return only and citation.type in _RULING


def in_name(a: Citation, b: Citation) -> Effect | None:
    """Return what the work `a` does to `b` where `b` stands in its name, else None."""
    return effect_in_name(a.rule) if a.start < b.start < a.reach else None


def counts(effect: Effect, words: str, a: Citation, b: Citation) -> bool:
    """Whether two names may be one document, or side by side, as the words have it."""
    if effect.type in CARRYING and (b if effect.kind == "backward" else a).type in ASKING:
        return False
    if effect.type in CHANGING:
        source, target = (b, a) if effect.kind == "backward" else (a, b)
        below_law = is_law(target.type) and source.type in _BELOW_LAW
        return source.type not in CHANGING_NOTHING and not below_law
    if effect.name == "same_in_brackets":
        return b.titled and _first(a.type) == _first(b.type)
    if effect.kind == "same":
        alike = _first(a.type) == _first(b.type)
        return b.titled and alike and (b.rule == "carrying" or a.number is not None)
    if effect.name == "approved_at":
        return a.titled and can_be_carried(a) and b.type in _ACTS
    if effect.name == "is_about":
        central = a.issuer is not None and a.issuer.level is Level.CENTRAL
        return central and a.number is not None and a.type in _ACTS and b.titled
    glued = not words.strip() and a.number is not None and b.titled
    return not (effect.kind == "list" and glued)


def _first(doc_type: str | None) -> str:
    return (doc_type or "").split(" ")[0]


def can_be_carried(citation: Citation) -> bool:
    """Whether an act can promulgate or approve it: plans and rules, not acts of their own right."""
    return citation.titled or (citation.type is not None and types_named()[citation.type].carried)
