"""Giving up a server that does not answer.

A statement has a limit that the server itself keeps. Where the server cannot (it hangs, or the
network lost the connection without a word), whoever asked would wait for ever: the driver's
sockets have no limit once a connection stands.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_STEP = 0.5


class NoAnswer(Exception):
    """The block took longer than it may, and was given up."""


class Watch:
    """Calls `give_up` where a watched block takes longer than it may.

    `give_up` has to make such blocks end, by whatever error; it is called on a thread of its own.
    """

    def __init__(self, give_up: Callable[[], None]) -> None:
        self._give_up = give_up
        self._ends: dict[object, float] = {}
        self._late: set[object] = set()
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    @contextmanager
    def over(self, seconds: float) -> Iterator[None]:
        """Run the block. Raises NoAnswer where it was given up, in place of what it raised."""
        ticket = object()
        with self._lock:
            self._ends[ticket] = time.monotonic() + seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="phahe-watch", daemon=True)
                self._thread.start()
        try:
            yield
        except Exception as error:
            if ticket in self._late:
                raise NoAnswer(f"no answer within {seconds:g} seconds") from error
            raise
        finally:
            with self._lock:
                self._ends.pop(ticket, None)
                self._late.discard(ticket)

    def stop(self) -> None:
        """End the watch; nothing is given up any more."""
        self._stopped.set()

    def _run(self) -> None:
        while not self._stopped.wait(_STEP):
            with self._lock:
                now = time.monotonic()
                late = [ticket for ticket, end in self._ends.items() if end < now]
                self._late.update(late)
                for ticket in late:
                    del self._ends[ticket]
            if late:
                self._give_up()
