"""`phahe doctor`: what this machine and the store are fit for."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from importlib.util import find_spec

from api.console import out, print_json
from api.exits import Exit
from api.remedies import STORE, store_told
from api.settings import store_url
from api.stores import file_of, is_local, open_store, server_of
from api.version import version
from graph.errors import StoreUnavailable
from graph.store_address import shown
from loaders.errors import BadTable
from loaders.records import EXTRACTOR_VERSION

_NAMES = {
    "program": "Chương trình",
    "tables": "Bảng từ",
    "streams": "Chữ Việt",
    "pages": "Trang web",
    "extras": "Gói thêm (không bắt buộc)",
    "server": "Máy chủ",
    "store": "Kho",
    "schema": "Lược đồ kho",
    "loading": "Nạp",
}
_PAGE_FILES = ("static/lineage-page.js", "templates/document.html", "texts/vi.json")
_EXTRAS = (("Neo4j", "neo4j", "kho trên máy chủ", "pip install 'phahe[neo4j]'"),)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `ok` False means that phahe cannot work until it is mended."""

    name: str
    ok: bool
    detail: str


def run(url: str | None, *, as_json: bool) -> int:
    """Print the checks and return 0, or 3 where one of them fails."""
    checks = [
        _program(), _tables(), _streams(), _pages(), _extras(),
        *_server(store_url(url)), *_store(store_url(url)),
    ]  # fmt: skip
    well = all(check.ok for check in checks)
    if as_json:
        print_json({"ok": well, "checks": [asdict(check) for check in checks]})
    else:
        _print(checks, well=well)
    return Exit.DONE if well else Exit.UNUSABLE


def _print(checks: Sequence[Check], *, well: bool) -> None:
    console = out()
    for check in checks:
        console.print(f"{'tốt ' if check.ok else 'HỎNG'}  {_NAMES[check.name]}: {check.detail}")
    console.print("Dùng được." if well else "Chưa dùng được: xem dòng HỎNG ở trên.")


def _program() -> Check:
    detail = (
        f"phahe {version()}, bộ đọc {EXTRACTOR_VERSION}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}"
    )
    return Check("program", sys.version_info >= (3, 11), f"{detail} (cần Python 3.11 trở lên)")


def _tables() -> Check:
    from loaders.tables import load_csv

    try:
        provinces = load_csv("loaders", "provinces")
        load_csv("graph", "reused_numbers")
    except BadTable as error:
        return Check("tables", False, f"{STORE['bad_table']} ({error})")
    return Check("tables", True, f"đủ; {len(provinces)} đơn vị cấp tỉnh qua các thời kỳ")


def _streams() -> Check:
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    return Check("streams", encoding == "utf8", f"chữ in ra theo {sys.stdout.encoding}")


def _pages() -> Check:
    missing = [name for name in _PAGE_FILES if not files("visual").joinpath(name).is_file()]
    if missing:
        return Check("pages", False, f"thiếu {', '.join(missing)}. {STORE['bad_table']}")
    return Check(
        "pages", True, "tệp của trang có đủ; không cần mạng, phông chữ riêng, Java hay Office"
    )


def _extras() -> Check:
    told = [
        f"{name} ({use}): {'có' if find_spec(module) else f'chưa cài, {how}'}"
        for name, module, use, how in _EXTRAS
    ]
    return Check("extras", True, "; ".join(told))


def _server(url: str) -> list[Check]:
    """What runs at the address; why nothing does, the store's own check says."""
    try:
        told = server_of(url)
    except StoreUnavailable:
        return []
    return [Check("server", True, told)] if told else []


def _store(url: str) -> list[Check]:
    try:
        store = open_store(url, read_only=True)
        try:
            state = store.state()
        finally:
            store.close()
    except StoreUnavailable as error:
        words = STORE.get(error.code, STORE["store_unavailable"])
        return [
            Check("store", False, f"{words}. [{shown(url)}] {store_told(error)} ({error.code})")
        ]
    held = (
        f"{shown(url)}{_size(url)}: {state.documents} văn bản ({state.loaded} đã nạp, "
        f"{state.documents - state.loaded} chỉ được dẫn), {state.files} tệp, "
        f"{state.edges} quan hệ, {state.duties} nhiệm vụ, {state.targets} chỉ tiêu, "
        f"{state.judgements} kết luận; lần ghi thứ {state.revision}"
    )
    return [Check("store", True, held), _schema(url), _writable(url)]


def _size(url: str) -> str:
    if not is_local(url):
        return ""
    size = file_of(url).stat().st_size
    return f" ({size / 1_000_000:.1f} MB)"


def _schema(url: str) -> Check:
    if is_local(url):
        from graph.sqlite_store.open import SCHEMA_VERSION

        return Check("schema", True, f"phiên bản {SCHEMA_VERSION}, đúng với bản phahe này")
    return Check("schema", True, "đúng với bản phahe này")


def _writable(url: str) -> Check:
    # Questions need no writing, so a store on a read-only disk is still fit for them.
    only = "kho chỉ đọc: hỏi được, không nạp được"
    if is_local(url):
        return Check("loading", True, "nạp được" if os.access(file_of(url), os.W_OK) else only)
    try:
        open_store(url).close()
    except StoreUnavailable as error:
        return Check("loading", True, f"{only}. {store_told(error)} ({error.code})")
    return Check("loading", True, "nạp được")
