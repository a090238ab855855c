"""What every test of a fault leaves behind is gathered up before the next test runs."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def dropped_sockets() -> Iterator[None]:
    """Drop the sockets of connections that a test broke off amid the driver's handshake.

    The driver leaves such a socket to the garbage collector, whose warning would fail whatever
    test runs when it is collected.
    """
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
