"""The graph in a Neo4j server, by parameterised Cypher alone."""
