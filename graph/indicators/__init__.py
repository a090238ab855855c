"""Indicators: which names mean one measure."""
