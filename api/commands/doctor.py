"""`phahe doctor`: what this machine and the store are fit for."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import asdict, dataclass

from api.console import out, print_json
from api.exits import Exit
from api.settings import store_url
from api.stores import is_local, open_store
from api.version import version
from graph.errors import StoreUnavailable
from loaders.errors import BadTable
from loaders.records import EXTRACTOR_VERSION


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `ok` False means that phahe cannot work until it is mended."""

    name: str
    ok: bool
    detail: str


def run(url: str | None, *, as_json: bool) -> int:
    """Print the checks and return 0, or 3 where one of them fails."""
    checks = [_program(), _tables(), _streams(), *_store(store_url(url))]
    if as_json:
        print_json({"ok": all(c.ok for c in checks), "checks": [asdict(c) for c in checks]})
    else:
        console = out()
        for check in checks:
            console.print(f"{'tốt ' if check.ok else 'HỎNG'}  {check.name}: {check.detail}")
    return Exit.DONE if all(check.ok for check in checks) else Exit.UNUSABLE


def _program() -> Check:
    detail = f"phahe {version()}, extractor {EXTRACTOR_VERSION}, Python {platform.python_version()}"
    return Check("program", sys.version_info >= (3, 11), f"{detail}, {platform.system()}")


def _tables() -> Check:
    from loaders.tables import load_csv

    try:
        provinces = load_csv("loaders", "provinces")
        load_csv("graph", "reused_numbers")
    except BadTable as error:
        return Check("tables", False, str(error))
    return Check("tables", True, f"{len(provinces)} provinces")


def _streams() -> Check:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return Check("streams", encoding == "utf8", f"stdout {sys.stdout.encoding}")


def _store(url: str) -> list[Check]:
    try:
        store = open_store(url, read_only=True)
    except StoreUnavailable as error:
        return [Check("store", False, f"{error} ({error.code})")]
    try:
        state = store.state()
    except StoreUnavailable as error:
        return [Check("store", False, f"{error} ({error.code})")]
    finally:
        store.close()
    held = (
        f"{url}: {state.documents} documents ({state.loaded} loaded), {state.files} files, "
        f"{state.edges} relations, revision {state.revision}"
    )
    return [Check("store", True, held), _writable(url)]


def _writable(url: str) -> Check:
    if is_local(url):
        can = os.access(url.removeprefix("sqlite:"), os.W_OK)
    else:
        can = _opens_for_writing(url)
    # Questions need no writing, so a store on a read-only disk is still fit for them.
    return Check("loading", True, "can be written" if can else "read only: load will refuse")


def _opens_for_writing(url: str) -> bool:
    try:
        open_store(url).close()
    except StoreUnavailable:
        return False
    return True
