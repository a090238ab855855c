"""Indicators: which names mean one thing, measured on pairs written by hand."""
