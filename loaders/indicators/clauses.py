"""Clauses: what the reader of indicators knows of a clause, and of each number in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from loaders.indicators.quantities import Quantity
from loaders.layout.context import Place


@dataclass(slots=True)
class Clause:
    """A clause being read: its bounds, and what the last number in it was said of.

    `lead` is what its sentence names before a colon for all that follows: "Cơ cấu kinh tế: …".
    `named_in` is where the clause begins that gave the name; `year` what it is due in, if said;
    `action` what is done to the things that it measures ("trồng mới" of "trồng mới 50 ha chè").
    """

    start: int
    end: int
    place: Place
    name: str | None = None
    unit: str | None = None
    lead: str | None = None
    named_in: int | None = None
    year: int | None = None
    action: str | None = None
    spread: str | None = None
    """A share's name whose things the numbers part: "tỷ lệ đạt 30% trẻ nhà trẻ và 90% trẻ …"."""


class Measure(NamedTuple):
    """A number on its way to an indicator, at a place in the text.

    The name before it, whether a word such as "đạt" links the two, its unit if it has one, the
    thing it counts if it counts one, where the words of these end, how far the number's words may
    reach, and the denominators of the clause, in order.
    """

    quantity: Quantity
    name: str
    linked: bool
    unit: str | None
    counted: str | None
    end: int
    limit: int
    denominators: list[re.Match[str]]
    near: int
    """From here on, words of the clause before the number may say something of it."""


class Naming(NamedTuple):
    """An indicator's name and unit, where its words end, and the rule that found them."""

    name: str
    unit: str | None
    end: int
    rule: str
