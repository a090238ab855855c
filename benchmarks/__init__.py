"""Measuring phahe: how well it reads, how fast it is. Not part of the installed program."""
