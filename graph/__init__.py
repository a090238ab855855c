"""Records in, a graph out: identity of documents, keys, and the stores that keep them."""
