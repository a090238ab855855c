"""Asking a store on this machine from the service: short questions on the loop, long ones apart.

SQLite in a pool of threads is several times slower than on the loop, where most questions take
less than a millisecond. So each question begins on the loop with a little patience, and one that
turns out long begins again on one of two threads with a store of its own, until the deadline.
`api.asking_afar` is the same for a store that is reached over the network.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

import anyio
from anyio import CapacityLimiter, to_thread

from api.guard import GuardedStore, OutOfTime
from api.settings import Settings
from api.stores import open_store
from graph.model import StoreState
from graph.store import Store

T = TypeVar("T")
THREADS = 2


class Desk(Protocol):
    """Where a running service asks its questions."""

    async def ask(self, question: Callable[[Store], T]) -> T:
        """Return the answer.

        Raises what the question raises, StoreUnavailable, and OutOfTime after the deadline.
        """
        ...

    async def state(self, *, within: float | None = None) -> StoreState:
        """Return the counts and the revision of the store.

        Raises StoreUnavailable where it cannot be asked, or does not answer within so many
        seconds, or until the deadline.
        """
        ...

    def close(self) -> None:
        """Give back what the desk holds."""
        ...


class DeskHere:
    """A desk before a store of this machine."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._store: Store | None = None
        self._threads: CapacityLimiter | None = None

    def store(self) -> Store:
        """Return the loop's own store, opened when first asked for. Raises StoreUnavailable."""
        if self._store is None:
            self._store = open_store(self._settings.store, read_only=True)
        return self._store

    async def state(self, *, within: float | None = None) -> StoreState:
        return self.store().state()

    async def ask(self, question: Callable[[Store], T]) -> T:
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
        if self._store is not None:
            self._store.close()
            self._store = None
