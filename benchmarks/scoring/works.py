"""Relations: compared between works, so an act and the plan that it promulgates are one."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.scoring.matching import Row
from benchmarks.scoring.tally import Tally

CARRYING = ("PROMULGATES", "APPROVES")

Edge = tuple[str, str, str]


def score_relations(gold: Row, found: Row, pairs: Sequence[tuple[int, int]], tally: Tally) -> None:
    """Count `cites` apart from all other relations, works merged."""
    keys = {row["key"]: row["key"] for row in gold["references"]} | {"SELF": "SELF"}
    matched = {found["references"][j]["key"]: gold["references"][i]["key"] for i, j in pairs}
    want = _edges(gold["relations"], keys)
    have = _edges(found.get("relations") or [], matched | {"SELF": "SELF"})
    acts = acts_of(want | have)
    want_merged, have_merged = merge_works(want, acts), merge_works(have, acts)
    for figure, cites in (("relations", False), ("cites", True)):
        a = {edge for edge in want_merged if (edge[1] == "CITES") == cites}
        b = {edge for edge in have_merged if (edge[1] == "CITES") == cites}
        if not cites:  # carrying itself counts where both ends are labelled
            a |= {edge for edge in want if edge[1] in CARRYING}
            b |= {e for e in have if e[1] in CARRYING and e[0] in keys and e[2] in keys}
            tally.errors += [f"relation missed: {edge}" for edge in sorted(a - b)]
            tally.errors += [f"relation invented: {edge}" for edge in sorted(b - a)]
        tally.add(figure, len(a & b), len(a), len(b))


def right_relations(gold: Row, found: Row, pairs: Sequence[tuple[int, int]]) -> list[bool | None]:
    """Return for each relation that was read whether the label has it, works merged.

    None where it joins an act with a programme that the label does not name: nothing tells.
    """
    keys = {row["key"]: row["key"] for row in gold["references"]} | {"SELF": "SELF"}
    matched = {found["references"][j]["key"]: gold["references"][i]["key"] for i, j in pairs}
    want = _edges(gold["relations"], keys)
    edges = [_edges([row], matched | {"SELF": "SELF"}).pop() for row in found["relations"]]
    acts = acts_of(want | set(edges))
    merged = merge_works(want, acts)
    right: list[bool | None] = []
    for edge in edges:
        known = edge[0] in keys and edge[2] in keys
        if edge[1] in CARRYING and not known:
            right.append(None)
        else:
            right.append(edge in want or bool(merge_works({edge}, acts) & merged))
    return right


def _edges(relations: Sequence[Row], names: dict[str, str]) -> set[Edge]:
    """Return relations with the labelled keys; an unmatched end is `?` and its own key."""
    return {
        (
            names.get(r["source"], f"?{r['source']}"),
            r["type"],
            names.get(r["target"], f"?{r['target']}"),
        )
        for r in relations
    }


def acts_of(edges: set[Edge]) -> dict[str, str]:
    """Return for each carried plan the act at the head of its work."""
    heads = {target: source for source, kind, target in sorted(edges) if kind in CARRYING}
    for plan in heads:
        seen = {plan}
        while heads[plan] in heads and heads[plan] not in seen:
            seen.add(heads[plan])
            heads[plan] = heads[heads[plan]]
    return heads


def merge_works(edges: set[Edge], acts: dict[str, str]) -> set[Edge]:
    """Return the edges between works: a carried plan stands as its act, inner edges go."""
    moved = {
        (acts.get(source, source), kind, acts.get(target, target))
        for source, kind, target in edges
        if kind not in CARRYING
    }
    return {edge for edge in moved if edge[0] != edge[2]}
