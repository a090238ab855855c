"""A made-up administration and its documents; `benchmarks.generate` is the door."""
