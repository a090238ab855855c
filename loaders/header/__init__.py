"""Header: what a paper says of itself at its head and its foot."""
