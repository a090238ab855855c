"""Which files need reading: what the store holds already is passed over, wherever it was moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from api.account import FileRow, Outcome
from api.naming import is_gone, printable
from api.reading import ToRead
from graph.model import StoredFile
from graph.store import Store
from loaders.errors import UnreadableFile
from loaders.records import EXTRACTOR_VERSION
from loaders.sources import FoundFile, load_bytes, sha256_of

CHUNK = 256
FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Planned:
    """A file and what is to become of it.

    `row` is set where nothing is left to do. Else `read` is to be read; `known` is what the store
    has under this name, `moved_from` the old name of the same content that is no file any more.
    """

    name: str
    row: FileRow | None = None
    read: ToRead | None = None
    known: StoredFile | None = None
    moved_from: str | None = None


def plan(store: Store, files: Iterable[FoundFile]) -> Iterator[Planned]:
    """Yield every file with what is to become of it, in order."""
    source = iter(files)
    taken: set[str] = set()
    while chunk := list(islice(source, CHUNK)):
        hashes: dict[str, str] = {}
        known: list[StoredFile] = []
        if store.state().files > 0:
            hashes = _hashes(chunk)
            names = {printable(found.name) for found in chunk}
            known = store.files(names, set(hashes.values()))
        for found in chunk:
            yield _plan_one(found, hashes.get(found.name), known, taken)


def _hashes(chunk: Iterable[FoundFile]) -> dict[str, str]:
    """Return the content hash of each file that can be read; the reader says why one cannot."""
    found = {}
    for file in chunk:
        if file.error is None:
            try:
                found[file.name] = sha256_of(load_bytes(file.path))
            except UnreadableFile:
                continue
    return found


def _plan_one(
    found: FoundFile, sha256: str | None, known: list[StoredFile], taken: set[str]
) -> Planned:
    name = printable(found.name)
    if found.error is not None:
        message = printable(str(found.error))
        return Planned(name, FileRow(name, Outcome.FAILED, None, found.error.code, message))
    here = next((file for file in known if file.name == name), None)
    same = [file for file in known if file.sha256 == sha256 and _is_current(file)]
    if here is not None and here in same:
        return Planned(name, _unchanged(name, here))
    read = ToRead(str(found.path), name)
    if here is not None and here.outcome != FAILED:
        return Planned(name, read=read, known=here)
    for other in same:
        if other.name != name and _same_file(found.path, other.name):
            return Planned(name, _unchanged(name, other))
    gone = next((f.name for f in same if f.name not in taken and is_gone(f.name)), None)
    if gone is not None:
        taken.add(gone)
    return Planned(name, read=read, known=here, moved_from=gone)


def _is_current(file: StoredFile) -> bool:
    return file.outcome != FAILED and file.version == EXTRACTOR_VERSION


def _unchanged(name: str, stored: StoredFile) -> FileRow:
    return FileRow(name, Outcome.UNCHANGED, stored.document, stored.code, stored.message)


def _same_file(path: Path, name: str) -> bool:
    """Tell whether a stored name leads to this very file, as another spelling of its path."""
    try:
        return path.samefile(name)
    except OSError:
        return False
