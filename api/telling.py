"""Reasons of facts in sentences: the same for the command line and the pages.

The sentences of rules, and the rows whose words are worth showing, stand in
loaders/tables/explaining.toml. They are told in the language that is spoken, Vietnamese where none
was chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from graph.stated import TargetValue
from loaders.explaining import Alternative, Explanation, FactKind
from loaders.names.doc_types import is_law
from loaders.records import (
    SELF,
    DocumentRecord,
    Indicator,
    Reference,
    Relation,
    Responsibility,
    Value,
)
from loaders.tables import load_toml
from queries.dates import show_date
from visual.formats import one_line
from visual.texts import SPOKEN, load_texts
from visual.values import show_number, show_value

_VALUES = (FactKind.TARGET, FactKind.BASELINE)
_FIRST_YEAR, _LAST_YEAR = 1930, 2100


_SAYS = {"vi": "says", "en": "en"}


@cache
def _table(group: str, key: str, language: str) -> Mapping[str, str]:
    rows = load_toml("loaders", "explaining")[group]
    return {row[key]: row[_SAYS[language]] for row in rows}


@cache
def rule_sentences(language: str = "vi") -> Mapping[tuple[str, str], str]:
    """Return the sentence of every rule by the kind of its facts and its name."""
    rows = load_toml("loaders", "explaining")["rule"]
    return {(row["kind"], row["name"]): row[_SAYS[language]] for row in rows}


def rule_told(one: Explanation) -> str:
    """Return what the rule of a fact says."""
    sentences = rule_sentences(SPOKEN.get())
    if one.kind is FactKind.REFERENCE:
        return sentences["reference", _named_how(one)]
    group = "value" if one.kind in _VALUES else str(one.kind)
    return sentences[group, one.rule]


def _named_how(one: Explanation) -> str:
    """How a citation names its document: by number, as a law, by pointing back, by its title."""
    assert isinstance(one.fact, Reference)
    if one.fact.number:
        return "numbered"
    if is_law(one.fact.type):
        return "laws"
    return "antecedents" if one.rule.startswith("antecedents.") else "works"


def word_told(row: str) -> str | None:
    """Return what the words of a row tell, None for a row that only finds where words end."""
    if row.startswith("relations."):
        return _relation_word(row.partition(".")[2])
    return _table("word", "row", SPOKEN.get()).get(row)


def _relation_word(rule: str) -> str | None:
    known = (str(FactKind.RELATION), rule) in rule_sentences()
    return load_texts()("why.joining") if known else None


def fact_told(one: Explanation, record: DocumentRecord) -> str:
    """Return the fact as a sentence: "Văn bản này thực hiện Nghị quyết 20-NQ/TW (25/10/2017)"."""
    fact = one.fact
    if isinstance(fact, Reference):
        return _named(fact)
    if isinstance(fact, Relation):
        return _relation(fact, {each.key: each for each in record.references})
    if isinstance(fact, Responsibility):
        return f"{one_line(fact.agency, 120)}: {load_texts()(f'role.{fact.role}')}"
    if isinstance(fact, tuple):
        indicator, value = fact
        return f"{one_line(indicator.name, 120)}: {_value(indicator, value)}"
    field, _, shown = one.says.partition(": ")
    return f"{_table('field', 'name', SPOKEN.get())[field]}: {_field(field, shown)}"


def other_told(other: Alternative, one: Explanation) -> str:
    """Return in words what a passage could also say, and so was not taken for."""
    texts, says = load_texts(), other.says
    if one.kind is FactKind.RELATION:
        return texts("why.not_relation", relation=texts(f"doing.{says}"))
    if one.kind is FactKind.DUTY:
        return texts("why.not_role", role=texts(f"role.{says}"))
    if one.kind is FactKind.REFERENCE:
        return texts("why.not_date", date=show_date(says.partition(": ")[2]))
    number = float(says.split()[-1])
    if number.is_integer() and _FIRST_YEAR <= number <= _LAST_YEAR:
        return texts("why.not_value_year", value=f"{number:.0f}")
    return texts("why.not_value", value=show_number(number))


def _field(field: str, shown: str) -> str:
    if field == "issue_date":
        return show_date(shown)
    if field == "level":
        return load_texts()(f"level.{shown}")
    return shown


def _named(reference: Reference) -> str:
    name = " ".join(filter(None, (reference.type, reference.number)))
    title = None if reference.number else one_line(reference.title or "", 120)
    date = f"({show_date(reference.issue_date)})" if reference.issue_date else None
    return " ".join(filter(None, (name if reference.number else title or name, date)))


def _relation(relation: Relation, named: Mapping[str, Reference]) -> str:
    this = load_texts()("source.this")
    opening = this[:1].upper() + this[1:]
    source = opening if relation.source == SELF else _named(named[relation.source])
    target = this if relation.target == SELF else _named(named[relation.target])
    scope = f"({relation.scope})" if relation.scope else None
    since = relation.effective and load_texts()("stated.since", date=show_date(relation.effective))
    doing = load_texts()(f"doing.{relation.type}")
    return " ".join(filter(None, (source, doing, target, scope, since)))


def _value(indicator: Indicator, value: Value) -> str:
    target = TargetValue(value.year, value.op, value.value, value.value_to, ())
    return show_value(target, indicator.unit)
