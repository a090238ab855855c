"""Agencies: which body a name means, what it is part of, and who has its duties today."""
