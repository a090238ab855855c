"""Asking the store from the service: short questions on the loop, long ones on two threads.

SQLite in a pool of threads is several times slower than on the loop, where most questions take
less than a millisecond. So each question begins on the loop with a little patience, and one that
turns out long begins again on a thread with a store of its own, until the deadline.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from api.guard import GuardedStore, OutOfTime
from api.settings import Settings
from api.stores import open_store
from graph.store import Store

T = TypeVar("T")
THREADS = 2


class Desk:
    """Where a running service asks its questions."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._store: Store | None = None
        self._threads: CapacityLimiter | None = None

    def store(self) -> Store:
        """Return the loop's own store, opened when first asked for. Raises StoreUnavailable."""
        if self._store is None:
            self._store = open_store(self._settings.store, read_only=True)
        return self._store

    async def ask(self, question: Callable[[Store], T]) -> T:
        """Return the answer. Raises what the question raises, and OutOfTime after the deadline."""
        try:
            return question(GuardedStore(self.store(), self._settings.patience))
        except OutOfTime:
            pass
        if self._threads is None:
            self._threads = CapacityLimiter(THREADS)
        with anyio.move_on_after(self._settings.deadline) as waited:
            return await to_thread.run_sync(
                self._ask_apart, question, limiter=self._threads, abandon_on_cancel=True
            )
        assert waited.cancelled_caught
        raise OutOfTime("the question takes longer than it may")

    def _ask_apart(self, question: Callable[[Store], T]) -> T:
        store = open_store(self._settings.store, read_only=True)
        try:
            return question(GuardedStore(store, self._settings.deadline))
        finally:
            store.close()

    def close(self) -> None:
        """Close the loop's store."""
        if self._store is not None:
            self._store.close()
            self._store = None
