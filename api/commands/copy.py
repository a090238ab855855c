"""`phahe copy`: a whole graph from one store to another, and the proof that it arrived."""

from __future__ import annotations

import time

from api.console import out, print_json, say
from api.exits import Exit
from api.progress import SECONDS
from api.stores import file_of, open_store
from graph.copying import Copied, TargetInUse, copy_graph
from graph.movable import movable
from graph.store_address import shown
from queries.errors import BadOption


def run(source_url: str, target_url: str, *, as_json: bool) -> int:
    """Copy, verify and return the exit code. Raises BadOption where the target may not be used."""
    if _same(source_url, target_url):
        raise BadOption(f"{shown(target_url)}: nguồn và đích là một kho")
    source = open_store(source_url, read_only=True)
    try:
        target = open_store(target_url, create=True)
        try:
            copied = copy_graph(movable(source), movable(target), _Lines())
        except TargetInUse as error:
            raise BadOption(f"{shown(target_url)}: {error}") from error
        finally:
            target.close()
    finally:
        source.close()
    _print(copied, shown(source_url), shown(target_url), as_json=as_json)
    return Exit.DONE


def _same(one: str, other: str) -> bool:
    if not (one.startswith("sqlite:") and other.startswith("sqlite:")):
        return one == other
    paths = [file_of(url) for url in (one, other)]
    if all(path.exists() for path in paths):
        return paths[0].samefile(paths[1])
    return paths[0].absolute() == paths[1].absolute()


class _Lines:
    """Says on stderr every ten seconds how far the copy has come."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if time.monotonic() - self._last >= SECONDS:
            self._last = time.monotonic()
            say(f"phahe: {done}/{of} tệp")


def _print(copied: Copied, source: str, target: str, *, as_json: bool) -> None:
    state = copied.state
    answer = {
        "from": source,
        "to": target,
        "documents": state.documents,
        "loaded": state.loaded,
        "files": state.files,
        "edges": state.edges,
        "assertions": state.assertions,
        "claims": state.claims,
        "targets": state.targets,
        "duties": state.duties,
        "judgements": state.judgements,
        "redirects": copied.redirects,
        "written": copied.written,
        "digest": copied.digest,
    }
    if as_json:
        print_json(answer)
        return
    console = out()
    console.print(
        f"{target}: {state.documents} văn bản ({state.loaded} đã nạp), {state.files} tệp, "
        f"{state.edges} quan hệ, {state.assertions} dẫn chứng, {state.targets} chỉ tiêu, "
        f"{state.duties} nhiệm vụ; lần này ghi {copied.written} tệp"
    )
    console.print(f"đã so với {source}: bằng nhau, {copied.digest}")
