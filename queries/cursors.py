"""Cursors: the place in a list where the next page begins, sealed with the question it is of.

A cursor is opaque to its reader. It holds the sort key of the last item shown, so that it stays
right when documents come and go, and a hash of the question, so that another list refuses it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Sequence

from graph.errors import BadCursor

Part = str | int | float | None
_SEAL = 8


def seal(question: Sequence[Part], position: Sequence[Part]) -> str:
    """Return the cursor of `position` in the list that answers `question`."""
    body = json.dumps(list(position), ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_hash(question, body) + body).decode().rstrip("=")


def unseal(question: Sequence[Part], cursor: str) -> tuple[Part, ...]:
    """Return the position that `seal` put in; raises BadCursor where it did not come from there."""
    try:
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        raw = base64.b64decode(padded, altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error) as error:
        raise _refused() from error
    body = raw[_SEAL:]
    if raw[:_SEAL] != _hash(question, body):
        raise _refused()
    return tuple(json.loads(body))


def _hash(question: Sequence[Part], body: bytes) -> bytes:
    text = json.dumps(list(question), ensure_ascii=False).encode()
    return hashlib.blake2b(text + b"\x00" + body, digest_size=_SEAL).digest()


def _refused() -> BadCursor:
    return BadCursor("con trỏ này không phải do danh sách này, với các tùy chọn này, đưa ra")
