"""The memory of recent answers: true to the store, and never larger than it may be."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from api.memory import Answer, Memory
from api.middleware import Message, Receive, Remember, Scope, Send
from api.problems import on_phahe_error


def answer(body: bytes) -> Answer:
    return [(b"etag", b'W/"1"')], body


def test_answers_of_another_revision_are_forgotten() -> None:
    memory = Memory(1000)
    assert memory.get(1, (b"/",)) is None
    memory.keep(1, (b"/",), answer(b"old"))
    assert memory.get(1, (b"/",)) == answer(b"old")
    assert memory.get(2, (b"/",)) is None
    assert memory.get(1, (b"/",)) is None


def test_what_was_asked_for_longest_ago_makes_room() -> None:
    memory = Memory(8)
    memory.get(1, (b"a",))
    for name in (b"a", b"b", b"c", b"d"):
        memory.keep(1, (name,), answer(b"22"))
    assert memory.get(1, (b"a",)) is not None
    memory.keep(1, (b"e",), answer(b"22"))
    assert [memory.get(1, (name,)) is None for name in (b"a", b"b", b"c")] == [False, True, False]
    memory.keep(1, (b"f",), answer(b"too large"))
    assert memory.get(1, (b"f",)) is None


def test_an_answer_kept_twice_takes_the_room_of_one() -> None:
    """Two who ask the same at once are both answered, and both answers are kept."""
    memory = Memory(8)
    memory.get(1, (b"a",))
    memory.keep(1, (b"b",), answer(b"22"))
    for _ in range(100):
        memory.keep(1, (b"a",), answer(b"22"))
    assert memory.get(1, (b"b",)) is not None


class Desk:
    """Stands for a store that is written to."""

    def __init__(self) -> None:
        self.revision = 1

    async def state(self) -> Any:
        return self


async def _asked(app: Remember, path: str) -> bytes:
    said: list[bytes] = []

    async def send(message: Message) -> None:
        said.append(message.get("body", b""))

    async def receive() -> Message:
        return {}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await app(scope, receive, send)
    return b"".join(said)


def test_an_answer_that_a_load_overtook_is_not_given_again() -> None:
    desk, loaded = Desk(), asyncio.Event()

    async def service(scope: Scope, receive: Receive, send: Send) -> None:
        body = b"revision %d" % desk.revision
        if scope["path"] == "/v1/long" and desk.revision == 1:
            await loaded.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    async def day() -> None:
        app = Remember(service, desk, 1000, on_phahe_error)  # type: ignore[arg-type]
        long = asyncio.create_task(_asked(app, "/v1/long"))
        await asyncio.sleep(0)
        desk.revision = 2
        assert await _asked(app, "/v1/short") == b"revision 2"
        loaded.set()
        assert await long == b"revision 1"
        assert await _asked(app, "/v1/long") == b"revision 2"

    # In a thread of its own: a browser of other tests may keep a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, day()).result()
