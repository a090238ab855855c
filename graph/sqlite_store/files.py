"""Files, their content and their claims, read from SQLite."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from graph.blobs import unpack_record, unpack_text
from graph.block_parts import BlockPart, parts_by_kind
from graph.model import FileContent, StoredClaim, StoredFile
from graph.sqlite_store.connection import Connection
from graph.sqlite_store.rows import CLAIM_COLUMNS, FILE_COLUMNS, as_list, claim_of, file_of

_CHUNK = 64

_FILES = f"select {FILE_COLUMNS} from {{}} left join document d on d.id = f.document"
FILES_BY_NAME = _FILES.format("json_each(?) k cross join file f on f.name = k.value")
FILES_BY_SHA256 = _FILES.format("json_each(?) k cross join file f on f.sha256 = k.value")
FILES = _FILES.format("file f")
MAKERS = """
select f.name from json_each(?) k cross join claim c on c.hash = k.value
cross join claim_use u on u.claim = c.id cross join file f on f.id = u.file
"""
CONTENTS = f"""
select {FILE_COLUMNS}, f.id, n.record, n.text
from json_each(?) k cross join file f on f.name = k.value
cross join content n on n.file = f.id left join document d on d.id = f.document
"""
USES = """
select u.file, u.reference, c.hash
from json_each(?) k cross join claim_use u on u.file = k.value
cross join claim c on c.id = u.claim
"""
_CLAIMS = f"""
select c.hash, d.key, c.candidates, c.files, {CLAIM_COLUMNS}
from {{}} left join document d on d.id = c.document
"""
CLAIMS_BY_BLOCK = _CLAIMS.format("json_each(?) k cross join claim c on c.block = k.value")
CLAIMS_BY_HASH = _CLAIMS.format("json_each(?) k cross join claim c on c.hash = k.value")
# Unlimited, so that each part is taken apart once and not again for each of its claims.
_PARTS = """(
    select json_extract(value, '$[0]') block, json_extract(value, '$[1]') one,
        json_extract(value, '$[2]') two from json_each(?) limit -1
) p cross join claim c on c.block = p.block"""
_IN_YEAR = """
and (c.issue_date is null or substr(c.issue_date, 1, 4) = {0}
    or instr(' ' || c.other_dates, ' ' || {0}) > 0)
"""
CLAIMS_BY_PLACE = _CLAIMS.format(f"{_PARTS} and c.place = p.one")
CLAIMS_BY_YEAR = _CLAIMS.format(f"{_PARTS} {_IN_YEAR.format('p.one')}")
CLAIMS_BY_BOTH = _CLAIMS.format(f"{_PARTS} and c.place = p.one {_IN_YEAR.format('p.two')}")
CLAIMS_BY_DOCUMENT = _CLAIMS.format(
    "json_each(?) k cross join document n on n.key = k.value "
    "cross join claim c on c.document = n.id"
)


def files(
    db: Connection, names: Collection[str] | None, sha256s: Collection[str]
) -> list[StoredFile]:
    """Return the files with one of the names or contents, by name; all where none is asked."""
    if names is None and not sha256s:
        rows = db.rows(FILES)
    else:
        rows = db.rows(FILES_BY_NAME, (as_list(names or ()),))
        rows += db.rows(FILES_BY_SHA256, (as_list(sha256s),))
    found = {row[0]: file_of(row) for row in rows}
    return [found[name] for name in sorted(found)]


def contents(
    db: Connection,
    names: Collection[str] | None,
    claims: Collection[str],
    *,
    text: bool,
) -> Iterator[FileContent]:
    """Yield the contents by name; a file that goes in the meantime is passed over."""
    wanted = _names(db, names, claims)
    for start in range(0, len(wanted), _CHUNK):
        rows = db.rows(CONTENTS, (as_list(wanted[start : start + _CHUNK]),))
        uses: dict[int, dict[str, str]] = {row[7]: {} for row in rows}
        for number, reference, claim in db.rows(USES, (as_list(uses),)):
            uses[number][reference] = claim
        for row in sorted(rows, key=lambda row: str(row[0])):
            whole = unpack_text(row[9])
            record = unpack_record(row[8], whole)
            yield FileContent(file_of(row[:7]), record, whole if text else "", uses[row[7]])


def _names(db: Connection, names: Collection[str] | None, claims: Collection[str]) -> list[str]:
    if names is None and not claims:
        return sorted(row[0] for row in db.rows("select name from file where outcome != 'failed'"))
    wanted = set(names or ())
    if claims:
        wanted.update(row[0] for row in db.rows(MAKERS, (as_list(claims),)))
    return sorted(wanted)


def claims(
    db: Connection,
    blocks: Collection[str],
    documents: Collection[str],
    ids: Collection[str],
    parts: Collection[BlockPart],
) -> list[StoredClaim]:
    """Return the claims of the blocks, nodes, ids and parts of blocks, by id."""
    by = parts_by_kind(parts)
    asked = (
        (CLAIMS_BY_BLOCK, as_list([*blocks, *by.blocks])),
        (CLAIMS_BY_DOCUMENT, as_list(documents)),
        (CLAIMS_BY_HASH, as_list(ids)),
        (CLAIMS_BY_PLACE, json.dumps(by.provinces)),
        (CLAIMS_BY_YEAR, json.dumps(by.years)),
        (CLAIMS_BY_BOTH, json.dumps(by.both)),
    )
    rows = {
        row[0]: row
        for statement, values in asked
        if values != "[]"
        for row in db.rows(statement, (values,))
    }
    return [claim_of(rows[number][1:]) for number in sorted(rows)]
