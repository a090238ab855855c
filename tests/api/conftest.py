"""What tests of the command line and the service share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    """A client of a service over the SQLite file that the module's `store` makes."""
    with TestClient(create_app(Settings(f"sqlite:{store}"))) as client:
        yield client
