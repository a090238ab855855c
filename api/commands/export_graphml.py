"""`phahe export --format graphml`: the whole graph for programs of networks."""

from __future__ import annotations

from pathlib import Path

from api.console import print_json, say
from api.output import write_bytes
from graph.store import Store
from queries.networks import whole_network
from visual.graphml import graphml


def run(store: Store, to: Path | None, *, as_json: bool) -> None:
    """Write to stdout or to `TO`. Raises BadOption where the graph is too large for one network."""
    network = whole_network(store)
    write_bytes(to, graphml(network))
    nodes, edges = network.number_of_nodes(), network.number_of_edges()
    if to is not None and as_json:
        print_json({"format": "graphml", "to": str(to), "nodes": nodes, "edges": edges})
    elif to is not None:
        say(f"phahe: đã ghi {nodes} văn bản, {edges} quan hệ vào {to}")
