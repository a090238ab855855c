"""Python's search for circles of garbage, paused while a large answer is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the collector for a block, or as a decorator for a function, that makes no circles.

    An answer about a hub is tens of thousands of tuples, all of which live: looking through them
    again and again cost half of its time. Memory is freed as ever, by counting references. Where
    several threads pause it, the first to end goes on collecting; what was off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
