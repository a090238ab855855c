"""Opening a SQLite store: whose file it is, which version, whether it may be used at all."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from graph.errors import StoreUnavailable
from graph.found_by import words_of
from graph.sqlite_store.connection import CantOpen, Connection, Error, connect
from graph.sqlite_store.errors import translated
from graph.sqlite_store.facts import Facts
from graph.sqlite_store.files import contents
from graph.sqlite_store.terms import BATCH, index_all

APPLICATION_ID = 0x70686168
"""The mark of our files in SQLite's header: "phah"."""

SCHEMA_VERSION = 8
"""`user_version` of the schema; `_MIGRATIONS[n]` takes a file from version n to n + 1."""

_FILES = 500
_FACTS = (
    "duty_agency", "duty", "target_value", "target", "sentence", "agency_name", "indicator_name",
)  # fmt: skip
_NETWORK_FILESYSTEMS = {"afs", "cifs", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}


def _run(db: Connection, name: str) -> None:
    db.execute((files("graph.sqlite_store") / name).read_text(encoding="utf-8"))


def _first(db: Connection) -> None:
    _run(db, "schema.sql")


def _second(db: Connection) -> None:
    """Add duties and targets; the sixth step takes those of the files that are there."""
    _run(db, "schema_2.sql")


def _third(db: Connection) -> None:
    _run(db, "schema_3.sql")


def _fourth(db: Connection) -> None:
    """Add judgements, of which there are none yet."""
    _run(db, "schema_4.sql")


def _fifth(db: Connection) -> None:
    """Put the assertions in order of their targets, each with its sentence."""
    _run(db, "schema_5.sql")


def _sixth(db: Connection) -> None:
    """Keep the words of tasks, and state all facts anew from the records of their files."""
    _run(db, "schema_6.sql")
    for table in _FACTS:
        db.execute(f"delete from {table}")
    db.execute("update state set duties = 0, targets = 0")
    names = [row[0] for row in db.rows("select name from file where outcome <> 'failed'")]
    for start in range(0, len(names), _FILES):
        facts = Facts(db)
        facts.put(list(contents(db, names[start : start + _FILES], (), text=False)))
        facts.settle(())
        for name, count in facts.counts.items():
            db.execute(f"update state set {name} = {name} + ?", (count,))


def _seventh(db: Connection) -> None:
    """Find documents by bitmaps of their terms, with how their titles begin among the words."""
    _run(db, "schema_7.sql")
    statement = (
        "select number, title, type, issuer, id from document where id > ? order by id limit ?"
    )
    last = 0
    while rows := db.rows(statement, (last, BATCH)):
        words = [(words_of(*fields), number) for *fields, number in rows]
        db.executemany("update document set words = ? where id = ?", words)
        last = rows[-1][-1]
    index_all(db)


def _eighth(db: Connection) -> None:
    """Keep where the paper is that names a document without its place; no claim has it yet."""
    _run(db, "schema_8.sql")


_MIGRATIONS = [_first, _second, _third, _fourth, _fifth, _sixth, _seventh, _eighth]


def open_database(path: Path, *, create: bool, read_only: bool) -> Connection:
    """Return a connection to the store in the file at `path`.

    With `create` a missing or empty file becomes a new store, and an older one is brought up to
    date; without, neither is touched. Raises StoreUnavailable: `store_unreachable` (missing,
    network share), `store_not_ours`, `store_newer`, `store_read_only`, `store_damaged`,
    `store_busy`, `store_unsupported`.
    """
    _refuse_network_share(path)
    with translated(path):
        db = _connect(path, create=create and not read_only, read_only=read_only)
        try:
            _check(db, path, create=create and not read_only)
            if not read_only:
                _prepare_writing(db, path)
        except BaseException:
            db.close()
            raise
    return db


def _connect(path: Path, *, create: bool, read_only: bool) -> Connection:
    if not create and not path.exists():
        raise StoreUnavailable(
            f"{path}: there is no such file",
            code="store_unreachable",
            why="missing_file",
            place=path,
        )
    place = path if path.exists() else path.parent
    if not read_only and place.exists() and not os.access(place, os.W_OK):
        raise StoreUnavailable(
            f"{path}: it cannot be written to; give the right to write to it, or choose another "
            "place with --store sqlite:PATH",
            code="store_read_only",
            why="no_right",
            place=path,
        )
    mode = "ro" if read_only else "rwc" if create else "rw"
    try:
        return _try_connect(path, f"mode={mode}")
    except CantOpen:
        # A WAL file on a read-only disk: no side file can be made, and nobody can be writing.
        side = path.with_name(path.name + "-wal")
        if not (read_only and path.exists()) or side.exists():
            raise
        return _try_connect(path, "immutable=1&mode=ro")


def _try_connect(path: Path, options: str) -> Connection:
    db = connect(f"{path.absolute().as_uri()}?{options}")
    try:
        db.first("pragma query_only")
        db.first("select count(*) from sqlite_master")
    except Error:
        db.close()
        raise
    return db


def _check(db: Connection, path: Path, *, create: bool) -> None:
    owner, version = _owner(db)
    if owner not in (APPLICATION_ID, 0) or (owner == 0 and _has_tables(db)):
        raise StoreUnavailable(
            f"{path}: this database belongs to another program; choose another place with "
            "--store sqlite:PATH",
            code="store_not_ours",
            why="not_ours",
            place=path,
        )
    if version > SCHEMA_VERSION:
        raise StoreUnavailable(
            f"{path}: this store was written by a newer phahe; install that version",
            code="store_newer",
            why="newer",
            place=path,
        )
    if version == SCHEMA_VERSION:
        return
    if not create:
        empty = version == 0
        what = "is empty" if empty else "was written by an older phahe"
        raise StoreUnavailable(
            f"{path}: this store {what}; load documents into it with: phahe load FOLDER",
            code="store_unreachable",
            why="empty" if empty else "older",
            place=path,
        )
    _migrate(db)


def _owner(db: Connection) -> tuple[int, int]:
    owner = int(db.first("pragma application_id")[0])
    return owner, int(db.first("pragma user_version")[0])


def _has_tables(db: Connection) -> bool:
    return bool(db.first("select exists (select 1 from sqlite_master)")[0])


def _migrate(db: Connection) -> None:
    """Bring the schema up to date, whole; another process may be doing the same."""
    db.execute("pragma journal_mode = wal")
    db.execute("begin immediate")
    try:
        version = _owner(db)[1]
        for step in _MIGRATIONS[version:]:
            step(db)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute(f"pragma user_version = {SCHEMA_VERSION}")
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


def _prepare_writing(db: Connection, path: Path) -> None:
    mode = str(db.first("pragma journal_mode = wal")[0])
    if mode != "wal":
        raise StoreUnavailable(
            f"{path}: this place cannot hold a write-ahead log; put the store on a local disk",
            code="store_unsupported",
            why="no_log",
            place=path,
        )
    db.execute("pragma synchronous = full")
    db.execute("pragma foreign_keys = on")


def _refuse_network_share(path: Path) -> None:
    """Refuse a place where SQLite's locks and shared memory do not work, as far as it shows."""
    if _on_network(path.absolute()):
        raise StoreUnavailable(
            f"{path}: a store on a network share is not safe; put it on a local disk",
            code="store_unreachable",
            why="network_share",
            place=path,
        )


def _on_network(path: Path) -> bool:
    if os.name == "nt":
        import ctypes

        drive = path.drive
        if drive.startswith("\\\\"):
            return True
        kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - absent elsewhere, for mypy too
        return bool(kernel.GetDriveTypeW(f"{drive}\\") == 4)  # DRIVE_REMOTE
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ")
        if len(point) > best and path.is_relative_to(point):
            best, kind = len(point), fields[2]
    return kind in _NETWORK_FILESYSTEMS
