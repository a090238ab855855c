"""`phahe compare`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import document_of, reading
from api.commands.tables import name_of, sentence, table
from api.console import out
from graph.stated import Duty
from queries.pair_shapes import side_by_side_json
from queries.pairs import Aspect, Pair, Parent, Said, Standing
from queries.side_by_side import SideBySide, side_by_side
from visual.formats import one_line
from visual.sheets import COMPARE
from visual.texts import load_texts
from visual.values import show_value


def run(
    a: str, b: str, store_url: str | None, *, limit: int, cursor: str | None, as_json: bool
) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        keys = [document_of(store, ref).key for ref in (a, b)]
        answer = side_by_side(store, *keys, limit=limit, cursor=cursor)
    return give(answer, side_by_side_json, COMPARE, _print, as_json=as_json)


def _print(answer: SideBySide) -> None:
    console, texts = out(), load_texts()
    for name, document in (("A", answer.a), ("B", answer.b)):
        console.print(f"{name}: {name_of(document)} ({document.key})")
    for aspect in Aspect:
        counts = answer.counts[aspect]
        told = ", ".join(f"{texts(f'standing.{state}')} {counts[state]}" for state in Standing)
        console.print(f"{texts(f'aspect.{aspect}')}: {told}")
        rows = table("So sánh", "A", "B")
        for pair in answer.items:
            if pair.aspect is aspect:
                rows.add_row(_standing(pair), _side(pair.a), _side(pair.b))
        if rows.row_count:
            console.print(rows)


def _standing(pair: Pair) -> str:
    texts = load_texts()
    stronger = "" if pair.stronger is None else f" ({texts(f'stronger.{pair.stronger}')})"
    return texts(f"standing.{pair.standing}") + stronger


def _side(said: Said | None) -> str:
    if said is None:
        return ""
    if isinstance(said, Parent):
        return f"{name_of(said.document)}\n{sentence(said.step.evidence, 120)}"
    if isinstance(said.fact, Duty):
        return f"{said.fact.agency}: {sentence(said.fact.evidence, 160)}"
    values = "; ".join(show_value(value, said.fact.unit) for value in said.fact.targets)
    return f"{one_line(said.fact.indicator, 120)}: {values}\n{sentence(said.fact.evidence, 120)}"
