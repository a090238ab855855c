"""Text: what stands in a file made readable, with a map back, and how well it can be read."""
