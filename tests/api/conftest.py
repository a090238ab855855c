"""What tests of the command line and the service share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api.asking import Asking
from tests.api.papers import paper, write
from tests.api.phahe import phahe


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    """A client of a service over the SQLite file that the module's `store` makes."""
    with TestClient(create_app(Settings(f"sqlite:{store}"))) as client:
        yield client


@pytest.fixture(scope="module")
def two_plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two plans that carry out one resolution, of Cao Bằng and of Sơn La."""
    folder = tmp_path_factory.mktemp("two_plans")
    for at, place in enumerate(("Cao Bằng", "Sơn La")):
        write(folder / "in", f"{at}.txt", paper(f"{at + 8}/KH-UBND", place=place))
    made = folder / "graph.sqlite"
    assert phahe("load", folder / "in", store=made).code == 0
    return made


@pytest.fixture(scope="module")
def seeds(labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asking]:
    """The labelled documents, to be asked over HTTP."""
    store = tmp_path_factory.mktemp("labelled") / "graph.sqlite"
    assert phahe("load", labelled / "seeds", store=store).code == 0
    asking = Asking(store)
    with asking.client:
        yield asking
