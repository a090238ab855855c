"""Text and records as bytes: compressed, each kept apart from the graph.

Text is deflated with a dictionary of common phrases, a record with its own text as dictionary,
for its quotes are slices of it. The first byte names the form, so that it can change.
"""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files

import orjson

from loaders.record_json import as_json, record_from_json
from loaders.records import DocumentRecord

_FORM = b"\x01"
_LEVEL = 4
_WINDOW = 32768


@cache
def _phrases() -> bytes:
    """Return the dictionary of form 1. A changed file is a new form: old bytes need the old one."""
    phrases = (files("graph") / "tables" / "phrases.txt").read_bytes()
    return phrases.replace(b"\r\n", b"\n")  # as a checkout on Windows may have it


def pack_text(text: str) -> bytes:
    """Return the text as bytes that `unpack_text` turns back."""
    return _FORM + _deflate(_encoded(text), _phrases())


def unpack_text(blob: bytes) -> str:
    """Return the text of `pack_text`."""
    return _inflate(blob[1:], _phrases()).decode("utf-8", "surrogatepass")


def pack_record(record: DocumentRecord, text: str) -> bytes:
    """Return the record as bytes that `unpack_record` turns back with the same text."""
    data = as_json(record)
    try:
        body = orjson.dumps(data)
    except TypeError:  # half of a surrogate pair, which orjson refuses
        body = json.dumps(data).encode()
    return _FORM + _deflate(body, _window(text))


def unpack_record(blob: bytes, text: str) -> DocumentRecord:
    """Return the record of `pack_record`."""
    return record_from_json(json.loads(_inflate(blob[1:], _window(text))))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _window(text: str) -> bytes:
    return _encoded(text[:_WINDOW])[:_WINDOW]


def _deflate(data: bytes, dictionary: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zdict=dictionary) if dictionary else zlib.compressobj(_LEVEL)
    return packer.compress(data) + packer.flush()


def _inflate(data: bytes, dictionary: bytes) -> bytes:
    unpacker = zlib.decompressobj(zdict=dictionary) if dictionary else zlib.decompressobj()
    return unpacker.decompress(data) + unpacker.flush()
