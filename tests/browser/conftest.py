"""A real service with a few documents of our own, and a Chromium that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.pictures import ARGUMENTS, find_chromium, key_of, served
from benchmarks.speed.serving import served_store
from tests.api.phahe import phahe, signed_in
from tests.browser.documents import write_documents
from tests.neo4j.server import Access, empty
from tests.stores import REAL_KINDS

READY = "#lineage[data-ready=yes]"

on_every_real_kind = pytest.mark.parametrize("service", REAL_KINDS, indirect=True)
"""Looks at the pages over SQLite and over Neo4j; without it, over SQLite."""


@dataclass(frozen=True)
class Service:
    """Where the service listens."""

    address: str

    def page_of(self, text: str) -> str:
        return f"{self.address}/documents/{key_of(self.address, text)}"


@dataclass
class Watched:
    """A page with everything that it must not do."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(address)
        if self.page.locator("#lineage").count():
            self.page.wait_for_selector(READY)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium was found; PHAHE_CHROMIUM may name one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    write_documents(folder)
    return folder


@pytest.fixture(scope="session")
def service_of_a_file(browser: Browser, documents: Path) -> Iterator[Service]:
    with served(documents) as address:
        yield Service(address)


@pytest.fixture(scope="module")
def service(request: pytest.FixtureRequest, browser: Browser, documents: Path) -> Iterator[Service]:
    """A service over one kind of store, with the documents of these tests."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield request.getfixturevalue("service_of_a_file")
    else:
        with served_by_neo4j(request.getfixturevalue("neo4j_server"), documents) as address:
            yield Service(address)


@contextmanager
def served_by_neo4j(access: Access, documents: Path) -> Iterator[str]:
    """Load the documents into an emptied Neo4j, serve it, and give the address."""
    empty(access)
    loaded = phahe("load", documents, store=access)
    assert loaded.code == 0, loaded.err
    with signed_in(access) as url, served_store(url) as address:
        yield address


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["1280px", "390px"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture
def wide() -> tuple[int, int]:
    return 1280, 900


def watch(
    browser: Browser, size: tuple[int, int], hosts: set[str], *, touch: bool = False
) -> Watched:
    """Return a page that notes console errors, policy violations and requests to other hosts."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, has_touch=touch, is_mobile=touch
    )
    watched = Watched(context.new_page())
    page, faults = watched.page, watched.faults
    page.on("console", lambda m: faults.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on(
        "request",
        lambda r: (
            faults.append(f"request: {r.url}")
            if urlsplit(r.url).netloc not in hosts and not r.url.startswith(("data:", "blob:"))
            else None
        ),
    )
    page.add_init_script(
        "window.violations = []; document.addEventListener('securitypolicyviolation', "
        "(event) => window.violations.push(event.violatedDirective));"
    )
    return watched


def assert_calm(watched: Watched) -> None:
    assert watched.faults == []
    assert watched.page.evaluate("window.violations") == []


@pytest.fixture
def seen(browser: Browser, service: Service, size: tuple[int, int]) -> Iterator[Watched]:
    watched = watch(browser, size, {urlsplit(service.address).netloc})
    yield watched
    assert_calm(watched)
    watched.page.context.close()


@pytest.fixture
def desk(browser: Browser, service: Service, wide: tuple[int, int]) -> Iterator[Watched]:
    watched = watch(browser, wide, {urlsplit(service.address).netloc})
    yield watched
    assert_calm(watched)
    watched.page.context.close()
