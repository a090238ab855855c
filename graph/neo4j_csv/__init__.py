"""The graph as the CSV files that a Neo4j server imports at once."""
