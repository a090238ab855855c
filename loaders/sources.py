"""Files: finding them in folders, and turning their bytes into text.

The decoded text is the file's bytes in `encoding`, the byte-order mark dropped, no newline
translated, nothing normalised: the text that all spans count in.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from loaders.errors import UnreadableFile

MAX_BYTES = 64 * 1024 * 1024
"""A larger file is no policy document: refused before it is read."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, XLSX …)"),
    (b"\xd0\xcf\x11\xe0", "Office 97-2003 (DOC, XLS …)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "GZIP"),
)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, under the name that reports use, or why the path cannot be walked."""

    path: Path
    name: str
    error: UnreadableFile | None = None


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """The text of a file with what it was decoded from."""

    text: str
    encoding: str
    sha256: str


def find_files(paths: Iterable[Path]) -> Iterator[FoundFile]:
    """Yield the files at and below `paths`, each folder's in byte order of their paths.

    Hidden files and folders inside a folder are passed over. A path that does not exist, a folder
    that cannot be listed and a folder that leads back into itself come with their error.
    """
    for path in paths:
        try:
            folder = stat.S_ISDIR(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            missing = UnreadableFile(f"{path}: không có tệp hay thư mục này", code="not_found")
            yield FoundFile(path, str(path), missing)
        except OSError as error:
            yield FoundFile(path, str(path), _unreadable(path, error))
        else:
            yield from _walk(path, frozenset()) if folder else [FoundFile(path, str(path))]


def _walk(folder: Path, above: frozenset[Path]) -> Iterator[FoundFile]:
    try:
        real = folder.resolve()
        if real in above:
            raise UnreadableFile(f"{folder}: thư mục này dẫn ngược về chính nó", code="folder_loop")
        entries = sorted(folder.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except UnreadableFile as error:
        yield FoundFile(folder, str(folder), error)
        return
    except OSError as error:
        reason = f"{folder}: không mở được thư mục ({error.strerror or error})"
        yield FoundFile(folder, str(folder), UnreadableFile(reason, code="unreadable"))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        try:
            below = stat.S_ISDIR(entry.stat().st_mode)
        except OSError as error:
            yield FoundFile(entry, str(entry), _unreadable(entry, error))
            continue
        if below:
            yield from _walk(entry, above | {real})
        else:
            yield FoundFile(entry, str(entry))


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    return UnreadableFile(f"{path}: {error.strerror or error}", code="unreadable")


def load_bytes(path: Path) -> bytes:
    """Return the content of a file; refuses what is missing, unreadable, empty or too large."""
    try:
        if not path.is_file():
            code = "unreadable" if path.exists() else "not_found"
            raise UnreadableFile(f"{path}: không phải tệp đọc được", code=code)
        size = path.stat().st_size
        if size > MAX_BYTES:
            limit = MAX_BYTES // (1024 * 1024)
            raise UnreadableFile(f"{path}: {size} byte, quá {limit} MiB", code="too_large")
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error
    if not data:
        raise UnreadableFile(f"{path}: tệp trống", code="empty_file")
    return data


def sha256_of(data: bytes) -> str:
    """Return the hexadecimal SHA-256 of a file's bytes: what "the same content" means."""
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, name: str) -> DecodedFile:
    """Return the text of `data`: UTF-8, or UTF-16 and UTF-32 with or without a byte-order mark.

    Raises UnreadableFile: `unsupported_format` for a format known by its first bytes,
    `binary_file` where NUL bytes say that it is no text, `undecodable` for any other encoding,
    `empty_file` where there is nothing but blanks.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"{name}: chưa đọc được dạng {kind}", code="unsupported_format")
    encoding, bom = next(((e, len(b)) for b, e in _BOMS if data.startswith(b)), ("", 0))
    if not encoding:
        encoding = _utf16_without_bom(data) or "utf-8"
    try:
        text = data[bom:].decode(encoding)
    except UnicodeDecodeError as error:
        code = "binary_file" if b"\x00" in data[:65536] else "undecodable"
        reason = f"{name}: không phải chữ {encoding} (byte {error.start + bom})"
        raise UnreadableFile(reason, code=code) from error
    if encoding == "utf-8" and text.count("\x00", 0, 65536) > len(text[:65536]) // 100:
        raise UnreadableFile(f"{name}: tệp nhị phân, không có chữ", code="binary_file")
    if not text.strip():
        raise UnreadableFile(f"{name}: chỉ có khoảng trống", code="empty_file")
    return DecodedFile(text, encoding, sha256_of(data))


def _utf16_without_bom(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: ASCII (digits, blanks, newlines) leaves NULs on one side only."""
    sample = data[:4096]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 10 and even <= odd // 20:
        return "utf-16-le"
    if even > len(sample) // 10 and odd <= even // 20:
        return "utf-16-be"
    return None
