"""Readers that misbehave, for tests of what becomes of the others; run in worker processes."""

from __future__ import annotations

import os
from collections.abc import Sequence

from api.reading import ToRead, read_batch


def die_of_killers(files: Sequence[ToRead]) -> list[bytes]:
    """Read as always, but end the process at a file called a killer."""
    packed = []
    for file in files:
        if "killer" in file.name:
            os._exit(9)
        packed += read_batch([file])
    return packed
