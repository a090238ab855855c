"""Relations: what a text says that one document does to another."""
