"""The memory of recent answers: those of one revision of the store, and no more than fit."""

from __future__ import annotations

from collections import OrderedDict

Headers = list[tuple[bytes, bytes]]
Answer = tuple[Headers, bytes]
"""What was answered: its headers and its body."""


class Memory:
    """Answers by their requests; what was asked for longest ago goes first."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._held = 0
        self._revision: int | None = None
        self._answers: OrderedDict[tuple[bytes, ...], Answer] = OrderedDict()

    def get(self, revision: int, request: tuple[bytes, ...]) -> Answer | None:
        """Return the answer of the store in this revision; those of another one are forgotten."""
        if revision != self._revision:
            self._answers.clear()
            self._held, self._revision = 0, revision
        kept = self._answers.get(request)
        if kept is not None:
            self._answers.move_to_end(request)
        return kept

    def keep(self, revision: int, request: tuple[bytes, ...], answer: Answer) -> None:
        """Keep an answer of the store in this revision, unless it takes too much room.

        One that was begun before the store changed is left out: it came too late to be true.
        """
        size = len(answer[1])
        if revision != self._revision or size > self._most // 4:
            return
        before = self._answers.pop(request, None)  # two may have asked the same at once
        self._held += size - (0 if before is None else len(before[1]))
        self._answers[request] = answer
        while self._held > self._most:
            _, (_, body) = self._answers.popitem(last=False)
            self._held -= len(body)
