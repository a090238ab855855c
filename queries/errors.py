"""Errors of the questions: each says what the asker can change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from loaders.errors import PhaheError

if TYPE_CHECKING:
    from graph.named import AgencyName


class BadOption(PhaheError):
    """An option outside its bounds: a limit, a depth, a date, a relation that does not exist."""

    code = "bad_option"


class UnknownProvince(BadOption):
    """A name that no province or city of the register has or had; the message names like ones."""

    code = "unknown_province"


class AgencyNotFound(PhaheError):
    """No table and no document of this graph names the agency; it may exist all the same.

    `near` are names that documents give agencies and that are like the one asked for.
    """

    code = "not_in_graph"

    def __init__(self, message: str, near: Sequence[AgencyName] = ()) -> None:
        super().__init__(message)
        self.near = tuple(near)
