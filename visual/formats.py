"""How single values are shown: counts, document names, text that must stay inert."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from graph.model import Document, Evidence
from loaders.folding import fold
from loaders.records import Span

TITLE_LIMIT = 600
# Characters that reorder or hide what stands around them, and controls that no page shows.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_BLANKS = re.compile(r"\s+")


def show_count(number: int) -> str:
    """Return a whole number with points between thousands: 4.500."""
    return f"{number:,}".replace(",", ".")


def inert(text: str) -> str:
    """Return `text` without characters that reorder or hide others (U+202E and its like)."""
    return _INVISIBLE.sub("", text)


def one_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """Return `text` inert, on one line, at most `limit` characters and then an ellipsis.

    It is cut behind a whole word: "khóa XI…" would be another term than "khóa XII".
    """
    line = _BLANKS.sub(" ", inert(text[: limit * 4])).strip()
    if len(line) <= limit:
        return line
    whole = line[:limit].rpartition(" ")[0] if " " in line[:limit] else line[: limit - 1]
    return whole.rstrip() + "…"


def file_name(path: str) -> str:
    """Return the last part of a file's path, however its system parts them; pages show no more."""
    return re.split(r"[/\\]", path.rstrip("/\\"))[-1] or path


def file_mark(path: str) -> str:
    """Return the name under which an address asks for a file of a document.

    It is the file's own name, so that no reader sees the folders of a server; where it lay in one,
    `~` and the FNV-1a hash of the whole path part it from a file of that name in another folder.
    """
    name = file_name(path)
    if name == path:
        return path
    mark = 0x811C9DC5
    for byte in path.encode("utf-8", "replace"):
        mark = (mark ^ byte) * 0x01000193 & 0xFFFFFFFF
    return f"{name}~{mark:08x}"


def marked_controls(text: str) -> list[tuple[str, bool]]:
    """Return `text` in pieces; the flag is True for a name put where a character is not shown.

    "a\\u202eb" gives a, U+202E, b. Nothing is left out, so that a quote can be checked by eye.
    """
    pieces: list[tuple[str, bool]] = []
    at = 0
    for match in _INVISIBLE.finditer(text):
        if match.group() == "\r" and text[match.end() : match.end() + 1] == "\n":
            continue
        if match.start() > at:
            pieces.append((text[at : match.start()], False))
        pieces.append((f"U+{ord(match.group()):04X}", True))
        at = match.end()
    if at < len(text):
        pieces.append((text[at:], False))
    return pieces


def short_name(document: Document) -> str:
    """Return what a document is called in a small place: number, else type and title, else key."""
    if document.number:
        return one_line(document.number, 60)
    words = [part for part in (type_before_title(document), document.title) if part]
    return one_line(" ".join(words) or document.key, 60)


def type_before_title(document: Document) -> str | None:
    """Return the type, None where the title begins with the same words: no "Đề án Đề án"."""
    kind, title = document.type, document.title
    return None if kind and title and fold(title).startswith(fold(kind)) else kind


def passage_id(span: Span) -> str:
    """Return the anchor of a passage in the shown text; every reader of evidence can form it."""
    return f"s{span.start}-{span.end}"


def document_link(
    key: str, *, file: str | None = None, anchor: str = "", why: str | None = None
) -> str:
    """Return the address of a document's page, showing `file` (a path) where it is given.

    `why` is the place ("120-340") of a sentence whose reasons it shows.
    """
    shown = None if file is None else file_mark(file)
    values = {name: value for name, value in (("file", shown), ("why", why)) if value is not None}
    query = f"?{urlencode(values)}" if values else ""
    return f"/documents/{quote(key, safe='')}{query}" + (f"#{anchor}" if anchor else "")


def evidence_link(evidence: Evidence) -> str:
    """Return the address of the sentence in the page of the document that says it."""
    return document_link(evidence.document, file=evidence.file, anchor=passage_id(evidence.span))
