"""The two doors of phahe: the command line and the HTTP service."""
