"""How fast phahe is; `benchmarks.run` is the door."""
