"""What one or both of two documents have: a parent, a target or a duty on each side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic

from graph.model import Document
from graph.stated import Duty, Targets
from queries.cascade_values import CascadeValue
from queries.facts import Fact
from queries.lineage import Step


class Aspect(StrEnum):
    """What is set side by side."""

    PARENT = "parent"
    TARGET = "target"
    DUTY = "duty"


class Standing(StrEnum):
    """Which of the two documents has it, and whether both have it alike."""

    SAME = "same"
    DIFFERENT = "different"
    ONLY_A = "only_a"
    ONLY_B = "only_b"


class Side(StrEnum):
    """One of the two documents."""

    A = "a"
    B = "b"


@dataclass(frozen=True, slots=True)
class Parent:
    """A document that one of the two carries out or rests on, by one stored edge."""

    document: Document
    step: Step


@dataclass(frozen=True, slots=True)
class Stated(Generic[Fact]):
    """A target or a duty with the document that says it: of a work the act or the programme."""

    fact: Fact
    document: Document


Said = Parent | Stated[Targets] | Stated[Duty]


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing of one or both documents.

    `differs` names the fields in which both differ. `stronger` is the side that asks for more:
    the better or earlier value, the lead before others, IMPLEMENTS before BASED_ON; None where
    nothing tells. `values` are those of B's target, with how each stands to A's.
    """

    aspect: Aspect
    standing: Standing
    a: Said | None
    b: Said | None
    differs: tuple[str, ...] = ()
    stronger: Side | None = None
    values: tuple[CascadeValue, ...] = ()


def pair_of(
    aspect: Aspect,
    one: Said,
    other: Said,
    differs: tuple[str, ...],
    stronger: Side | None,
    values: tuple[CascadeValue, ...] = (),
) -> Pair:
    """Return two alike things as one: they differ where anything does."""
    standing = Standing.DIFFERENT if differs else Standing.SAME
    return Pair(aspect, standing, one, other, differs, stronger, values)


def lower(rank: int, rank_of_other: int) -> Side | None:
    """Return the side of the lower rank, None where they are equal."""
    if rank == rank_of_other:
        return None
    return Side.A if rank < rank_of_other else Side.B
