"""How a command gives its answer: to a program, as a table to take away, or to people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from api.console import out
from api.exits import Exit
from api.output import print_answer
from queries.paging import Page
from queries.shapes import Json

if TYPE_CHECKING:
    from visual.columns import Table

Answer = TypeVar("Answer")


def give(
    answer: Answer,
    body: Callable[[Answer], Json],
    table: Table,
    show: Callable[[Answer], None],
    *,
    as_json: bool,
) -> int:
    """Print an answer and return the exit code.

    `as_json` gives its `body`, or the `table` of it that the options ask for; else `show` prints
    it for people, and where it goes on the cursor of the next page stands below.
    """
    if as_json:
        print_answer(body(answer), table)
        return Exit.DONE
    show(answer)
    if isinstance(answer, Page) and answer.truncated:
        out().print(f"Còn nữa: --cursor {answer.next}", soft_wrap=True)
    return Exit.DONE
