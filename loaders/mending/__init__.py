"""Mending: what pages and OCRs did to a text, undone before it is read."""
