"""Indicators: what is measured, with targets and baselines, in sentences and tables."""
