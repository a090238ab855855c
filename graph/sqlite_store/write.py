"""Writing one Change to SQLite, whole or not at all, with the counts of `state`."""

from __future__ import annotations

from collections.abc import Iterable

from graph.blobs import pack_record, pack_text
from graph.change import Change
from graph.errors import StoreChanged
from graph.model import Document, DocumentStatus, FileContent, StoredFile
from graph.sqlite_store.assertions import Assertions
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.facts import Facts
from graph.sqlite_store.judgements import put_judgements
from graph.sqlite_store.rows import as_list, claim_row, document_row
from graph.sqlite_store.terms import FOUND_COLUMNS, Found, Postings, found_of
from loaders.folding import fold
from loaders.records import SELF

PUT_DOCUMENT = """
insert into document (id, key, type, number, title, issuer, issue_date, level, province, district,
    status, quality, block, first_day, words)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (id) do update set type = excluded.type, number = excluded.number,
    title = excluded.title, issuer = excluded.issuer, issue_date = excluded.issue_date,
    level = excluded.level, province = excluded.province, district = excluded.district,
    status = excluded.status, quality = excluded.quality, block = excluded.block,
    first_day = excluded.first_day, words = excluded.words
"""
PUT_CLAIM = """
insert into claim (id, hash, document, candidates, files, place, block, own, type, number, symbol,
    title, issuer, issue_date, other_dates, level, province, district, term, not_after, home)
values (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (id) do update set document = excluded.document, candidates = excluded.candidates
"""
PUT_FILE = """
insert into file (id, name, sha256, version, outcome, document, code, message)
values (?, ?, ?, ?, ?, ?, ?, ?)
"""
UNSAY = "update claim set files = files - 1 where id = ?"
SAY = "update claim set files = files + 1 where id = ?"
# A file stands at the node of its header's claim, also where only the claim has moved.
SEAT_FILES = f"""
update file set document = (
    select c.document from claim_use u join claim c on c.id = u.claim
    where u.file = file.id and u.reference = '{SELF}')
where id in (
    select u.file from json_each(?) k cross join claim_use u on u.claim = k.value
    where u.reference = '{SELF}')
"""


def apply(db: Connection, change: Change) -> None:
    """Apply `change` in one transaction.

    Raises ValueError where it names what is nowhere, StoreChanged where it was built on another
    state.
    """
    db.execute("begin immediate")
    try:
        revision = db.first("select revision from state")[0]
        if change.revision is not None and change.revision != revision:
            raise StoreChanged("the store was written to by another program; try again")
        _Writer(db, change).run()
        db.execute("commit")
    except BaseException:
        if db.in_transaction:
            db.execute("rollback")
        raise


class _Writer:
    """The steps of one commit, in the order that graph.change.Change states."""

    def __init__(self, db: Connection, change: Change) -> None:
        self._db = db
        self._change = change
        self._postings = Postings(db)
        self._nodes: dict[str, int] = {}  # ids by key
        self._claims: dict[str, int] = {}  # ids by hash
        self._silenced: set[int] = set()  # claims that lost a file, or that no file may make
        self._left: set[int] = set()  # nodes that lost a claim, or that no claim may have
        self._counts = {"documents": 0, "loaded": 0, "files": 0, "claims": 0}

    def run(self) -> None:
        change = self._change
        assertions = Assertions(self._db)
        replaced = [content.file.name for content in change.contents]
        replaced += [failure.name for failure in change.failures]
        facts = Facts(self._db)
        self._drop_files([*change.retract, *replaced], assertions, facts)
        self._put_documents()
        self._put_claims()
        self._put_files()
        self._seat_files(facts)
        facts.put(change.contents)
        assertions.drop(self._file_ids(change.reassert).values())
        said_by = [assertion.evidence.file for assertion in change.assertions]
        assertions.put(change.assertions, self._node_ids, self._file_ids(said_by))
        self._drop_claims()
        self._db.executemany(
            "insert into redirect (old, new) values (?, ?) "
            "on conflict (old) do update set new = excluded.new",
            sorted(change.redirects.items()),
        )
        self._counts["judgements"] = put_judgements(self._db, change.judgements)
        assertions.drop_silent_edges()
        self._drop_documents()
        self._postings.write()
        facts.settle(document.key for document in change.documents)
        counts = {**self._counts, **assertions.counts, **facts.counts}
        changes = ", ".join(f"{name} = {name} + {by}" for name, by in counts.items())
        self._db.execute(f"update state set revision = revision + 1, {changes}")

    def _ids(self, table: str, column: str, values: Iterable[str]) -> dict[str, int]:
        statement = (
            f"select t.{column}, t.id from json_each(?) k cross join {table} t "
            f"on t.{column} = k.value"
        )
        return dict(self._db.rows(statement, (as_list(values),)))

    def _file_ids(self, names: Iterable[str]) -> dict[str, int]:
        return self._ids("file", "name", names)

    def _node_ids(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the ids of all these nodes. Raises ValueError where one is not there."""
        wanted = set(keys)
        unknown = sorted(wanted - self._nodes.keys())
        self._nodes.update(self._ids("document", "key", unknown))
        missing = sorted(wanted - self._nodes.keys())
        if missing:
            raise ValueError(f"the change names nodes that are not there: {missing[:5]}")
        return self._nodes

    def _next_id(self, table: str) -> int:
        row = self._db.first(f"select coalesce(max(id), 0) + 1 from {table}")
        return int(row[0])

    def _drop_files(self, names: Iterable[str], assertions: Assertions, facts: Facts) -> None:
        ids = list(self._file_ids(names).values())
        assertions.drop(ids)
        facts.drop(ids)
        used = self._db.rows(
            "select distinct u.file, u.claim from json_each(?) k "
            "cross join claim_use u on u.file = k.value",
            (as_list(ids),),
        )
        self._db.executemany(UNSAY, [(claim,) for _, claim in used])
        self._silenced.update(claim for _, claim in used)
        self._db.executemany("delete from file where id = ?", [(number,) for number in ids])
        self._counts["files"] -= len(ids)

    def _put_documents(self) -> None:
        documents = {document.key: document for document in self._change.documents}
        statement = (
            f"select d.key, d.id, {FOUND_COLUMNS} from json_each(?) k "
            "cross join document d on d.key = k.value"
        )
        old = {
            key: (number, Found(*columns))
            for key, number, *columns in self._db.rows(statement, (as_list(documents),))
        }
        following = self._next_id("document")
        rows = []
        for place, (key, document) in enumerate(sorted(documents.items())):
            number, before = old.get(key, (following + place, None))
            row = document_row(document)
            rows.append((number, *row))
            self._postings.change(number, before, found_of(row))
            self._count_document(document, None if before is None else before.status)
            self._nodes[key] = number
            self._left.add(number)
        self._db.executemany(PUT_DOCUMENT, rows)

    def _count_document(self, document: Document, before: str | None) -> None:
        loaded = DocumentStatus.LOADED
        self._counts["documents"] += before is None
        self._counts["loaded"] += (document.status is loaded) - (before == loaded)

    def _put_claims(self) -> None:
        claims = {stored.claim.id: stored for stored in self._change.claims}
        nodes = self._node_ids(s.document for s in claims.values() if s.document is not None)
        statement = (
            "select c.hash, c.id, c.document from json_each(?) k "
            "cross join claim c on c.hash = k.value"
        )
        old = {row[0]: row[1:] for row in self._db.rows(statement, (as_list(claims),))}
        following = self._next_id("claim")
        rows = []
        for place, (hashed, stored) in enumerate(sorted(claims.items())):
            number, before = old.get(hashed, (following + place, None))
            node = None if stored.document is None else nodes[stored.document]
            candidates = " ".join(stored.candidates) or None
            province = fold(stored.claim.province or "")
            rows.append((number, hashed, node, candidates, province, *claim_row(stored.claim)))
            self._claims[hashed] = number
            self._silenced.add(number)
            if before is not None and before != node:
                self._left.add(before)
        self._db.executemany(PUT_CLAIM, rows)
        self._counts["claims"] += len(claims) - len(old)

    def _put_files(self) -> None:
        files = [content.file for content in self._change.contents] + [*self._change.failures]
        keys = {file.document for file in files if file.document is not None}
        nodes = self._node_ids(keys)
        following = self._next_id("file")
        rows = [_file_row(following + place, file, nodes) for place, file in enumerate(files)]
        self._db.executemany(PUT_FILE, rows)
        self._counts["files"] += len(rows)
        ids = {file.name: following + place for place, file in enumerate(files)}
        self._put_contents(self._change.contents, ids)

    def _put_contents(self, contents: Iterable[FileContent], ids: dict[str, int]) -> None:
        blobs, uses = [], []
        hashes = {claim for content in contents for claim in content.claims.values()}
        unknown = sorted(hashes - self._claims.keys())
        claims = self._claims | self._ids("claim", "hash", unknown)
        missing = sorted(hashes - claims.keys())
        if missing:
            raise ValueError(f"the change names claims that are not there: {missing[:5]}")
        said: list[tuple[int]] = []
        for content in contents:
            number = ids[content.file.name]
            record = pack_record(content.record, content.text)
            blobs.append((number, record, pack_text(content.text)))
            uses += [(number, name, claims[c]) for name, c in sorted(content.claims.items())]
            said += [(claims[claim],) for claim in sorted(set(content.claims.values()))]
        self._db.executemany("insert into content (file, record, text) values (?, ?, ?)", blobs)
        self._db.executemany(
            "insert into claim_use (file, reference, claim) values (?, ?, ?)", uses
        )
        self._db.executemany(SAY, said)

    def _seat_files(self, facts: Facts) -> None:
        own = [self._claims[s.claim.id] for s in self._change.claims if s.claim.own]
        self._db.execute(SEAT_FILES, (as_list(own),))
        facts.follow(own)

    def _drop_claims(self) -> None:
        silent = self._db.rows(
            "select c.id, c.document from json_each(?) k cross join claim c on c.id = k.value "
            "where c.files = 0",
            (as_list(sorted(self._silenced)),),
        )
        self._db.executemany("delete from claim where id = ?", [(row[0],) for row in silent])
        self._left.update(row[1] for row in silent if row[1] is not None)
        self._counts["claims"] -= len(silent)

    def _drop_documents(self) -> None:
        rows = self._db.rows(
            f"select d.id, {FOUND_COLUMNS} from json_each(?) k "
            "cross join document d on d.id = k.value "
            "where not exists (select 1 from claim c where c.document = d.id)",
            (as_list(sorted(self._left)),),
        )
        for number, *columns in rows:
            before = Found(*columns)
            self._postings.change(number, before, None)
            self._counts["loaded"] -= before.status == DocumentStatus.LOADED
        self._db.executemany("delete from document where id = ?", [(row[0],) for row in rows])
        self._counts["documents"] -= len(rows)


def _file_row(number: int, file: StoredFile, nodes: dict[str, int]) -> tuple[object, ...]:
    node = None if file.document is None else nodes[file.document]
    facts = (file.sha256, file.version, file.outcome, node, file.code, file.message)
    return (number, file.name, *facts)
