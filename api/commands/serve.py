"""`phahe serve`: the pages and the service, until Ctrl-C."""

from __future__ import annotations

import asyncio
import socket

import uvicorn

from api.app import create_app
from api.console import say
from api.exits import Exit
from api.remedies import system_told
from api.settings import Settings, store_url
from api.stores import open_store


def run(store: str | None, *, host: str, port: int, judging: bool = False) -> int:
    """Serve and return the exit code: 3 where the port is taken or the store cannot be read."""
    settings = Settings(store=store_url(store), judging=judging)
    open_store(settings.store, read_only=True).close()
    try:
        listening = _listen(host, port)
    except OSError as error:
        say(f"phahe: {host}:{port}: không nghe được: {system_told(error)}")
        return Exit.UNUSABLE
    with listening:
        config = uvicorn.Config(
            create_app(settings),
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=10,
            timeout_keep_alive=30,
        )
        asyncio.run(_serve(uvicorn.Server(config), listening))
    return Exit.DONE


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens, so that the address printed is one that answers."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    made = socket.socket(family, kind, protocol)
    try:
        # On Windows this option would let two programs share a port.
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(2048)
    except OSError:
        made.close()
        raise
    return made


async def _serve(server: uvicorn.Server, listening: socket.socket) -> None:
    serving = asyncio.ensure_future(server.serve(sockets=[listening]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.01)
    if server.started:
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"phahe http://{shown}:{port}/", flush=True)
    await serving
