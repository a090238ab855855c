"""Asking a store over the network from the service: on threads, never on the loop.

A server may be away, come back, or not answer at all. No question waits longer than its deadline,
however many there are. A thread is left to itself where the server does not answer, and not
replaced: it comes back when the store gives the server up, soon after the deadline. A store that
could not be used is opened again by the next question.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import Any, TypeVar

from api.guard import GuardedStore, OutOfTime
from api.settings import Settings
from api.stores import open_store
from graph.errors import StoreUnavailable
from graph.model import StoreState
from graph.store import Store

T = TypeVar("T")
THREADS = 8
END_SECONDS = 5.0
"""How long the end of the service waits for questions; then their connections are broken off."""


class DeskAfar:
    """A desk before a store that is reached over the network."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._threads = ThreadPoolExecutor(THREADS, "phahe-asking")
        self._here = threading.local()
        self._asked: set[Future[Any]] = set()
        self._open: set[Store] = set()
        self._lock = threading.Lock()

    async def ask(self, question: Callable[[Store], T]) -> T:
        try:
            return await self._answer(question, self._settings.deadline)
        except TimeoutError:
            raise OutOfTime("the question takes longer than it may") from None

    async def state(self, *, within: float | None = None) -> StoreState:
        seconds = self._settings.deadline if within is None else within
        try:
            return await self._answer(lambda store: store.state(), seconds)
        except (TimeoutError, OutOfTime):
            # This question is never too large.
            raise StoreUnavailable(
                f"no answer within {seconds:g} seconds; is the server well, and the network?",
                code="store_unreachable",
                why="no_answer_within",
                place="",
                seconds=f"{seconds:g}",
            ) from None

    async def _answer(self, question: Callable[[Store], T], seconds: float) -> T:
        spoken = copy_context()  # the reader's language goes along: pages are made on the thread
        asked = self._threads.submit(spoken.run, self._ask, question, time.monotonic() + seconds)
        self._asked.add(asked)
        asked.add_done_callback(self._asked.discard)
        return await asyncio.wait_for(asyncio.wrap_future(asked), seconds)

    def _ask(self, question: Callable[[Store], T], end: float) -> T:
        """Ask the store of this thread, which is opened where it has none."""
        store: Store | None = getattr(self._here, "store", None)
        if store is None:
            url, seconds = self._settings.store, self._settings.deadline
            store = open_store(url, read_only=True, seconds=seconds)
            self._here.store = store
            with self._lock:
                self._open.add(store)
        try:
            return question(GuardedStore(store, end - time.monotonic()))
        except StoreUnavailable:
            self._here.store = None
            with self._lock:
                self._open.discard(store)
            store.close()
            raise

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        wait(tuple(self._asked), END_SECONDS)
        with self._lock:
            stores, self._open = self._open, set()
        for store in stores:
            store.close()
