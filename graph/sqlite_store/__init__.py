"""The graph in one SQLite file: the store that phahe carries with it."""
