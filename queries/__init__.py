"""Questions about the graph: pure functions from a store and a key to a result."""
