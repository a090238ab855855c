"""Errors of phahe. Each names the caller's mistake; only the doors in `api` know exit codes."""

from __future__ import annotations


class PhaheError(Exception):
    """Root of every error that phahe raises on purpose; `code` is stable, for programs.

    The message is for people: it names the file, key or option, and the remedy where there is one.
    """

    code = "error"

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class UnreadableFile(PhaheError):
    """A file that yields no text; `code` says why.

    `empty_file`, `not_found`, `unreadable` (the system refused), `binary_file`,
    `undecodable`, `too_large`, `folder_loop`, `unsupported_format`, `reader_died`,
    `reader_timeout`.
    """

    code = "unreadable"


class BadTable(PhaheError):
    """A table that phahe ships breaks its own rules: the fault of the installation."""

    code = "bad_table"
