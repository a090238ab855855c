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
from tests.api.phahe import Place, phahe, signed_in
from tests.neo4j.server import Access, empty
from tests.stores import REAL_KINDS


def room(
    kind: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Place:
    """Room for a store of a kind: a file, or a Neo4j, which is empty from now on."""
    if kind == "sqlite":
        return tmp_path_factory.mktemp("store") / "graph.sqlite"
    access: Access = request.getfixturevalue("neo4j_server")
    empty(access)
    return access


@pytest.fixture(scope="module", params=REAL_KINDS)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Room for the store of a module: a file, and then an empty Neo4j."""
    return room(request.param, request, tmp_path_factory)


@pytest.fixture
def client(store: Place) -> Iterator[TestClient]:
    """A client of a service over the store that the module's `store` fills."""
    with signed_in(store) as address, TestClient(create_app(Settings(address))) as client:
        yield client


@pytest.fixture(scope="module")
def two_plans(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A store of two plans that carry out one resolution, of Cao Bằng and of Sơn La."""
    folder = tmp_path_factory.mktemp("two_plans")
    for at, province in enumerate(("Cao Bằng", "Sơn La")):
        write(folder / "in", f"{at}.txt", paper(f"{at + 8}/KH-UBND", place=province))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


@pytest.fixture(scope="module", params=REAL_KINDS)
def seeds(
    labelled: Path, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asking]:
    """The labelled documents, to be asked over HTTP."""
    store = room(request.param, request, tmp_path_factory)
    assert phahe("load", labelled / "seeds", store=store).code == 0
    asking = Asking(store)
    with signed_in(store), asking.client:
        yield asking
