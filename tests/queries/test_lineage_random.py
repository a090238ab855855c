"""Lineage on random graphs, against NetworkX: depths, paths, order, pages."""

from __future__ import annotations

import networkx as nx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from queries.lineage import LineageDirection, LineageQuestion, lineage
from tests.queries.small_graphs import graph

KEYS = st.sampled_from("abcdefgh")
EDGES = st.lists(st.tuples(KEYS, KEYS), min_size=1, max_size=20, unique=True)
LENIENT = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20
)


def picture(edges: list[tuple[str, str]], direction: LineageDirection) -> nx.DiGraph[str]:
    """The edges as they are walked: from the start to what is found."""
    walked = nx.DiGraph(edges)
    return walked if direction is LineageDirection.ANCESTORS else walked.reverse()


@LENIENT
@given(EDGES, st.sampled_from(LineageDirection))
def test_depths_and_paths_are_those_of_the_shortest_walk(
    edges: list[tuple[str, str]], direction: LineageDirection
) -> None:
    store = graph(*(f"{source} IMPLEMENTS {target}" for source, target in edges))
    start = edges[0][0]
    walked = picture(edges, direction)
    depths = nx.single_source_shortest_path_length(walked, start)
    answer = lineage(store, start, direction)
    assert {i.document.key: i.depth for i in answer.items} == {
        key: depth for key, depth in depths.items() if key != start
    }
    for item in answer.items:
        paths = sorted(map(tuple, nx.all_shortest_paths(walked, start, item.document.key)))
        assert list(item.paths) == paths[:20]
        assert item.path == paths[0]
        assert len(item.steps) == item.depth
        assert item.further == len(set(walked[item.document.key]) - {item.document.key})
        ends = {(step.edge.source, step.edge.target) for step in item.steps}
        assert ends <= set(edges)


@LENIENT
@given(EDGES, st.lists(st.tuples(KEYS, KEYS), max_size=4), st.integers(1, 4), st.integers(1, 3))
def test_pages_joined_are_the_whole_with_carriers_and_any_depth(
    edges: list[tuple[str, str]], carried: list[tuple[str, str]], limit: int, depth: int
) -> None:
    store = graph(
        *(f"{source} IMPLEMENTS {target}" for source, target in edges),
        *{f"{act} APPROVES {work}": None for act, work in carried},
    )
    start, down = edges[0][1], LineageDirection.DESCENDANTS
    whole = lineage(store, start, down, LineageQuestion(depth=depth))
    items, cursor = [], None
    for _ in range(whole.total + 1):
        page = lineage(store, start, down, LineageQuestion(depth=depth), limit=limit, cursor=cursor)
        items += page.items
        cursor = page.next
        if cursor is None:
            break
    assert tuple(items) == whole.items
    assert whole.total == len(whole.items)
    assert all(item.depth <= depth for item in whole.items)
