"""Duties: who is given what to do."""
