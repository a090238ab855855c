"""Identity: which mentions mean one document, measured on made-up papers (B-cubed)."""
