"""A TCP proxy before a Neo4j server that stalls, resets, and loses what it should pass on."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum
from urllib.parse import urlsplit

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The Bolt message by which a client commits: a chunk of two bytes, and the end of the message."""

AMID = 3_000
"""How many bytes of the next transaction pass where it is to break off in its midst."""


class Break(Enum):
    """Where a connection breaks off, of the commit that was chosen."""

    BEFORE = "before it reaches the server"
    UNANSWERED = "before its reply"
    AMID_NEXT = "in the midst of the transaction after it"


_RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Passes on what it gets until a fault is asked for.

    `sent` is what came for the server, `passed` its length; at the commit of this number
    (`commits` counts them) `break_at` breaks off, at this length `reset_at`, once each.
    """

    def __init__(self, uri: str, port: int = 0) -> None:
        address = urlsplit(uri)
        assert address.hostname is not None
        assert address.port is not None
        self._to = (address.hostname, address.port)
        self._listening = socket.create_server(("127.0.0.1", port))
        self._open: list[_Connection] = []
        self._lock = threading.Lock()
        self._flows = threading.Event()
        self._flows.set()
        self.passed = 0
        self.commits = 0
        self.sent = bytearray()
        self.break_at: tuple[int, Break] | None = None
        self.reset_at: int | None = None
        self.before_reset: Callable[[], object] = lambda: None
        self.commits_to_lose = 0
        self.replies_to_lose = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def uri(self) -> str:
        return f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"

    def stall(self) -> None:
        """Pass nothing on any more; connections stay, and new ones are let in."""
        self._flows.clear()

    def flow(self) -> None:
        """End the stall."""
        self._flows.set()

    def forget(self) -> None:
        """Pass nothing on for the connections of now, for ever, and tell nobody; new ones work."""
        with self._lock:
            for connection in self._open:
                connection.forgotten = True

    def reset(self) -> None:
        """Break all connections off."""
        with self._lock:
            broken, self._open = self._open, []
        for connection in broken:
            connection.break_off()

    def close(self) -> None:
        self._listening.close()
        self._flows.set()
        self.reset()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listening.accept()
            except OSError:
                return
            try:
                server = socket.create_connection(self._to, timeout=5)
            except OSError:
                client.close()
                continue
            server.settimeout(None)
            connection = _Connection(self, client, server)
            with self._lock:
                self._open.append(connection)
            connection.start()

    def wait(self) -> None:
        self._flows.wait()

    def broken_commit(self) -> Break | None:
        """Return where to break off, if a commit that was counted is the one that was chosen."""
        with self._lock:
            if self.break_at is None or self.commits < self.break_at[0]:
                return None
            how = self.break_at[1]
            self.break_at = None
            if how is Break.AMID_NEXT:
                self.reset_at = self.passed + AMID
            return how

    @property
    def broke(self) -> bool:
        """Whether what was asked for has happened."""
        return self.break_at is None and self.reset_at is None

    def is_last(self, data: bytes) -> bool:
        """Count what goes to the server; whether the connection is to break off here."""
        with self._lock:
            self.sent += data
            self.passed += len(data)
            self.commits += data.count(COMMIT)
            if self.reset_at is None or self.passed < self.reset_at:
                return False
            self.reset_at = None
            return True

    def loses(self, name: str) -> bool:
        """Whether a commit, or the reply to one, is to be lost now."""
        with self._lock:
            left: int = getattr(self, name)
            setattr(self, name, max(0, left - 1))
            return left > 0


class _Connection:
    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = server
        self._loses_reply = False
        self.forgotten = False

    def start(self) -> None:
        for pump in (self._to_server, self._to_client):
            threading.Thread(target=self._until_broken, args=(pump,), daemon=True).start()

    def _until_broken(self, pump: Callable[[], None]) -> None:
        with contextlib.suppress(OSError):
            pump()
        self.break_off()

    def break_off(self) -> None:
        """Reset both sides: whatever is under way does not arrive."""
        for side in (self._client, self._server):
            with contextlib.suppress(OSError):
                side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                side.shutdown(socket.SHUT_RDWR)
            side.close()

    def _to_server(self) -> None:
        for data in self._read(self._client):
            if COMMIT in data:
                if self._proxy.loses("commits_to_lose"):
                    return
                self._loses_reply = self._proxy.loses("replies_to_lose")
            last = self._proxy.is_last(data)
            broken = self._proxy.broken_commit()
            if broken is Break.UNANSWERED:
                self._server.sendall(data)
            if last or broken in (Break.BEFORE, Break.UNANSWERED):
                self._proxy.before_reset()
                return
            self._server.sendall(data)

    def _to_client(self) -> None:
        for data in self._read(self._server):
            if self._loses_reply:
                return
            self._client.sendall(data)

    def _read(self, side: socket.socket) -> Iterator[bytes]:
        while data := side.recv(65536):
            self._proxy.wait()
            if not self.forgotten:
                yield data


@contextmanager
def proxied(uri: str) -> Iterator[Proxy]:
    """A proxy before the server at `uri`, for the time of the block."""
    proxy = Proxy(uri)
    try:
        yield proxy
    finally:
        proxy.close()
