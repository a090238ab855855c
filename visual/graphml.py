"""A lineage as GraphML, for Gephi, yEd, Cytoscape and every program of networks."""

from __future__ import annotations

import io

import networkx as nx

from queries.connections import ConnectionList
from queries.lineage import Lineage
from queries.networks import Network, network_of, network_of_ways
from visual.formats import inert


def lineage_graphml(answer: Lineage) -> bytes:
    """Return one page of a lineage, nodes and edges with their attributes."""
    return graphml(network_of(answer))


def ways_graphml(answer: ConnectionList) -> bytes:
    """Return one page of ways between two documents, every document and step once."""
    return graphml(network_of_ways(answer))


def graphml(network: Network) -> bytes:
    """Return a network as GraphML; its texts lose the characters that XML cannot hold."""
    made: Network = nx.MultiDiGraph()
    for node, fields in network.nodes(data=True):
        made.add_node(node, **_clean(fields))
    for source, target, key, fields in network.edges(keys=True, data=True):
        made.add_edge(source, target, key=key, **_clean(fields))
    held = io.BytesIO()
    nx.write_graphml(made, held, prettyprint=True)
    return held.getvalue()


def _clean(fields: dict[str, object]) -> dict[str, object]:
    return {name: inert(v) if isinstance(v, str) else v for name, v in fields.items()}
