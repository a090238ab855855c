"""Works and the links between them as a network of NetworkX: for ways and for circles.

Apart from `queries.networks`, which makes networks of finished answers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

import networkx as nx

from graph.subgraph import Link, Subgraph
from loaders.records import CARRYING, RelationType
from queries.works import Works, works_of

Links: TypeAlias = "nx.DiGraph[int]"


def network_of_works(
    graph: Subgraph, works: Works, types: Collection[RelationType], *, without: Collection[int] = ()
) -> Links:
    """Return the works of a subgraph, with one link of `types` from each to each further one.

    Nodes are places in `graph.keys`; of several links the strongest relation's stands as `link` on
    the edge, that is the first in `RelationType`, then the first one. `without` are places of works
    that are left out.
    """
    links: Links = nx.DiGraph()
    links.add_nodes_from(sorted(set(works.of) - set(without)))
    ranks = {kind: rank for rank, kind in enumerate(RelationType)}
    for link in sorted(graph.links, key=lambda link: ranks[link[1]]):
        source, target = works.of[link[0]], works.of[link[2]]
        here = source in links and target in links and source != target
        if here and link[1] in types and not links.has_edge(source, target):
            links.add_edge(source, target, link=link)
    return links


def circles(graph: Subgraph, keys: Sequence[str]) -> Iterator[tuple[int, list[Link]]]:
    """Yield the works that stand in a circle and under one of `keys`, each with a shortest one.

    A circle is given as its links. Works are those of `queries.works`, so that a circle through an
    act and its programme is one. Of several shortest circles the one whose next work has the
    smallest key.
    """
    asked = set(keys)
    for part in _rounds(graph):
        for work in sorted(part):
            if graph.keys[work] in asked:
                yield work, _circle(part, work)


def keys_in_circles(graph: Subgraph) -> set[str]:
    """Return the keys of all works of a subgraph that stand in a circle."""
    return {graph.keys[work] for part in _rounds(graph) for work in part}


def _rounds(graph: Subgraph) -> Iterator[Links]:
    """Yield the parts of the network in which each work leads to each other one."""
    types = {link[1] for link in graph.links} - set(CARRYING)
    works = works_of(graph, CARRYING)
    if _goes_round(graph, works):
        links = network_of_works(graph, works, types)
        for part in nx.strongly_connected_components(links):
            if len(part) > 1:
                yield links.subgraph(part)


def _goes_round(graph: Subgraph, works: Works) -> bool:
    """Whether there is any circle: what leads nowhere is taken away until nothing is left.

    Most graphs have none, and a network costs more than this.
    """
    below: dict[int, list[int]] = defaultdict(list)
    open_ends = Counter[int]()
    for source, kind, target in graph.links:
        one, other = works.of[source], works.of[target]
        if kind not in CARRYING and one != other:
            below[other].append(one)
            open_ends[one] += 1
    ends = [work for work in below if not open_ends[work]]
    while ends:
        for work in below[ends.pop()]:
            open_ends[work] -= 1
            if not open_ends[work]:
                ends.append(work)
    return any(open_ends.values())


def _circle(links: Links, work: int) -> list[Link]:
    """Return the links of a shortest way from a work back to itself."""
    ways = [nx.shortest_path(links, after, work) for after in sorted(links.successors(work))]
    way = min(ways, key=len)
    return [links.edges[one, other]["link"] for one, other in pairwise([work, *way])]
