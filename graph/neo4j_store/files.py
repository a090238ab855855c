"""Files, their content and their claims, read from Neo4j."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graph.blobs import unpack_record, unpack_text
from graph.block_parts import BlockPart, parts_by_kind
from graph.model import FileContent, StoredClaim, StoredFile
from graph.neo4j_store.rows import CLAIM, FILE, claim_of, file_of
from graph.neo4j_store.session import Database
from graph.neo4j_store.transaction import Transaction, parts

_CHUNK = 64

_ROW = f"[{FILE}, d.key]"
FILES_BY_NAME = f"""
UNWIND $rows AS name MATCH (f:File {{name: name}}) OPTIONAL MATCH (f)-[:TEXT_OF]->(d:Document)
RETURN collect({_ROW})
"""
FILES_BY_SHA256 = f"""
UNWIND $rows AS sha256 MATCH (f:File {{sha256: sha256}})
OPTIONAL MATCH (f)-[:TEXT_OF]->(d:Document) RETURN collect({_ROW})
"""
NAMES = "MATCH (f:File) RETURN collect(f.name)"
NAMES_READ = "MATCH (f:File) WHERE f.outcome <> 'failed' RETURN collect(f.name)"
MAKERS = """
UNWIND $rows AS id MATCH (c:Claim {id: id})<-[:MAKES]-(f:File) RETURN collect(DISTINCT f.name)
"""
SEATS = """
UNWIND $rows AS name MATCH (f:File {name: name})-[:TEXT_OF]->(d:Document)
RETURN collect([f.name, d.key])
"""
CONTENTS = f"""
UNWIND $rows AS name MATCH (f:File {{name: name}})-[:HAS_CONTENT]->(n:Content)
OPTIONAL MATCH (f)-[:TEXT_OF]->(d:Document)
RETURN collect([{_ROW}, n.record, n.text, [(f)-[m:MAKES]->(c:Claim) | [c.id, m.references]]])
"""
_CLAIMS = f"""
OPTIONAL MATCH (c)-[:MEANS]->(d:Document)
RETURN collect([c.id, d.key, c.candidates, COUNT {{ (c)<-[:MAKES]-() }}, {CLAIM}])
"""
CLAIMS_BY_BLOCK = f"""
UNWIND $rows AS block MATCH (c:Claim {{block: block}}) WHERE c.place IS NOT NULL {_CLAIMS}
"""
CLAIMS_BY_PLACE = f"""
UNWIND $rows AS part MATCH (c:Claim {{block: part[0], place: part[1]}}) {_CLAIMS}
"""
_IN_YEAR = """(c.issue_date IS NULL OR c.issue_date STARTS WITH {0}
    OR any(day IN c.other_dates WHERE day STARTS WITH {0}))
"""
CLAIMS_BY_YEAR = f"""
UNWIND $rows AS part MATCH (c:Claim {{block: part[0]}})
WHERE c.place IS NOT NULL AND {_IN_YEAR.format("part[1]")} {_CLAIMS}
"""
CLAIMS_BY_BOTH = f"""
UNWIND $rows AS part MATCH (c:Claim {{block: part[0], place: part[1]}})
WHERE {_IN_YEAR.format("part[2]")} {_CLAIMS}
"""
CLAIMS_BY_ID = f"UNWIND $rows AS id MATCH (c:Claim {{id: id}}) {_CLAIMS}"
CLAIMS_BY_DOCUMENT = f"""
UNWIND $rows AS key MATCH (:Document {{key: key}})<-[:MEANS]-(c:Claim) {_CLAIMS}
"""


def files(
    database: Database, names: Collection[str] | None, sha256s: Collection[str]
) -> list[StoredFile]:
    """Return the files with one of the names or contents, by name; all where none is asked."""
    wanted = database.ask(NAMES) if names is None and not sha256s else list(names or ())
    rows = database.gather(FILES_BY_NAME, wanted)
    rows += database.gather(FILES_BY_SHA256, list(dict.fromkeys(sha256s)))
    found = {row[0]: file_of(row) for row in rows}
    return [found[name] for name in sorted(found)]


def seats_of(reader: Database | Transaction, names: Collection[str]) -> dict[str, str]:
    """Return the keys of the nodes whose texts these files hold, by name."""
    return dict(reader.gather(SEATS, sorted(names)))


def contents(
    database: Database,
    names: Collection[str] | None,
    claims: Collection[str],
    *,
    text: bool,
) -> Iterator[FileContent]:
    """Yield the contents by name; a file that goes in the meantime is passed over."""
    for part in parts(_names(database, names, claims), _CHUNK):
        for file, record, body, uses in sorted(database.ask(CONTENTS, rows=part), key=_name):
            whole = unpack_text(body)
            made = {reference: claim for claim, references in uses for reference in references}
            yield FileContent(
                file_of(file), unpack_record(record, whole), whole if text else "", made
            )


def _name(row: list[list[str]]) -> str:
    return row[0][0]


def _names(database: Database, names: Collection[str] | None, claims: Collection[str]) -> list[str]:
    if names is None and not claims:
        return sorted(database.ask(NAMES_READ))
    return sorted({*(names or ()), *database.gather(MAKERS, list(dict.fromkeys(claims)))})


def claims(
    database: Database,
    blocks: Collection[str],
    documents: Collection[str],
    ids: Collection[str],
    parts: Collection[BlockPart],
) -> list[StoredClaim]:
    """Return the claims of the blocks, nodes, ids and parts of blocks, by id."""
    by = parts_by_kind(parts)
    asked = (
        (CLAIMS_BY_BLOCK, [*blocks, *by.blocks]),
        (CLAIMS_BY_DOCUMENT, list(documents)),
        (CLAIMS_BY_ID, list(ids)),
        (CLAIMS_BY_PLACE, by.provinces),
        (CLAIMS_BY_YEAR, by.years),
        (CLAIMS_BY_BOTH, by.both),
    )
    rows = {
        row[0]: row for statement, values in asked for row in database.gather(statement, values)
    }
    return [claim_of(rows[number][1:]) for number in sorted(rows)]
