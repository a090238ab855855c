"""Records made from what the generator knows, without reading: for stores too large to read for.

The record has the shape, the spans and about the size of a read one. What it says is true to its
text; only the reader's own extras (sections, warnings) are left out.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from benchmarks.papers.writing import Written
from loaders.records import (
    DocumentRecord,
    Header,
    Level,
    Mention,
    Passage,
    Quality,
    Reference,
    Relation,
    RelationType,
    Span,
)


def prepared(written: Written) -> DocumentRecord:
    """Return the record that a perfect reader would give of the text."""
    gold, text = written.gold, written.text
    return DocumentRecord(
        file=gold["file"],
        encoding="utf-8",
        sha256=sha256(text.encode("utf-8")).hexdigest(),
        quality=Quality.GOOD,
        document=_header(gold["document"], text),
        references=tuple(_reference(row, text) for row in gold["references"]),
        relations=_relations(gold, text),
        recipients=tuple(gold["recipients"]),
    )


def _header(row: dict[str, Any], text: str) -> Header:
    fields = {**row, "level": Level(row["level"])}
    printed = ((name, row[name]) for name in ("number", "title", "signer"))
    spans = {name: _span(text, value) for name, value in printed if value in text}
    return Header(**fields, spans=spans)


def _span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def _reference(row: dict[str, Any], text: str) -> Reference:
    printed = row["number"] or row["title"]
    mentions = []
    start = text.find(printed)
    while start >= 0:
        passage = Passage(Span(start, start + len(printed)), printed)
        mentions.append(Mention(passage, row["number"], row["issue_date"]))
        start = text.find(printed, start + len(printed))
    return Reference(
        key=row["key"],
        type=row["type"],
        number=row["number"],
        issue_date=row["issue_date"],
        other_dates=(),
        issuer=row["issuer"],
        title=row["title"],
        level=Level(row["level"]),
        province=row["province"],
        district=row["district"],
        term=row["term"],
        mentions=tuple(mentions),
    )


def _relations(gold: dict[str, Any], text: str) -> tuple[Relation, ...]:
    """The evidence is the first line that names the target behind the words of that relation."""
    printed = {row["key"]: row["number"] or row["title"] for row in gold["references"]}
    bases = text.find("\nCăn cứ ")
    found = []
    for row in gold["relations"]:
        kind = RelationType(row["type"])
        start = bases if kind is RelationType.BASED_ON else 0
        at = text.index(printed[row["target"]], max(0, start))
        line = Span(text.rfind("\n", 0, at) + 1, text.index("\n", at))
        passage = Passage(line, text[line.start : line.end])
        found.append(Relation(row["source"], kind, row["target"], passage, "generated", 1.0))
    return tuple(found)
