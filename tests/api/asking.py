"""A service over a store, asked as its users ask it, for tests that read the sentences too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from loaders.read import read_file
from tests.api.phahe import Place, address

Json = dict[str, Any]


class Asking:
    """A service that is asked, and the texts of its files."""

    def __init__(self, store: Place) -> None:
        self.store = store
        self.client = TestClient(create_app(Settings(address(store))))
        self._texts: dict[str, str] = {}

    def get(self, path: str, **asked: str | int) -> Json:
        answer = self.client.get(f"/v1{path}", params=asked)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def text(self, file: str) -> str:
        """Return the decoded text of a file."""
        if file not in self._texts:
            self._texts[file] = read_file(Path(file)).text
        return self._texts[file]


def top(client: TestClient) -> str:
    """Return the key of the one document with a number that the central level issued."""
    [one] = [d for d in client.get("/v1/documents?level=central").json()["items"] if d["number"]]
    key: str = one["key"]
    return key
