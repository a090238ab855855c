"""How well documents are read, in figures; `benchmarks.score` is the door."""
