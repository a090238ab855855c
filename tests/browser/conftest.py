"""A real service with a few documents of our own, and a Chromium that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.pictures import ARGUMENTS, find_chromium, key_of, served
from tests.browser.documents import write_documents

READY = "#lineage[data-ready=yes]"


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
def service(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder: Path = tmp_path_factory.mktemp("documents")
    write_documents(folder)
    with served(folder) as address:
        yield Service(address)


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
