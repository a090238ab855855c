"""Identity: which mentions are one document, why, and under which key."""
