"""Where the cards of a lineage stand: a pure function of what is shown.

Columns run from left (what is carried out) to right (what carries out), the asked document in
column 0. The script (static/lineage-layout.js) places what it adds by the same rules; a browser
test compares the two. Rules:

1. A descendant of the focus stands one column right of its rightmost parent (longest path), an
   ancestor one column left of its leftmost child. Whatever else is shown (another parent of a
   descendant, another child of an ancestor) stands beside what it hangs on. In a cycle the first
   by rank is taken as if it had no parent left.
2. Within a column, order is the mean row of the neighbours one or more columns nearer to the
   focus, then rank (the order in which `ranked` names the documents).
3. A column of more than `ROWS` cards is broken into sub-columns of equal rows, about as wide as
   high (the fewest with five rows each to a sub-column); lines pass them in the gaps between rows.
   Sub-columns stand close together on the band of their column (static/lineage-bands.js), and
   columns far apart, so that a broken column reads as one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isqrt

from visual.theme import CARD_HEIGHT, CARD_WIDTH

ROWS = 7
ROW_PITCH = CARD_HEIGHT + 26
COLUMN_GAP = 108
SUB_COLUMN_GAP = 22


@dataclass(frozen=True, slots=True)
class Place:
    """Centre of a card, and its column (0 is the focus, negative is above it)."""

    x: float
    y: float
    column: int


def place(focus: str, ranked: Sequence[str], links: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """Return the place of every document of `ranked`; a link is (lower, upper).

    Links to documents that are not in `ranked`, and of one to itself, are left out.
    """
    rank = {key: index for index, key in enumerate(ranked)}
    uppers: dict[str, list[str]] = {key: [] for key in ranked}
    lowers: dict[str, list[str]] = {key: [] for key in ranked}
    for lower, upper in sorted(set(links)):
        if lower in rank and upper in rank and lower != upper:
            uppers[lower].append(upper)
            lowers[upper].append(lower)
    columns = _columns(focus, ranked, uppers, lowers)
    return _places(columns, ranked, uppers, lowers)


def _columns(
    focus: str,
    ranked: Sequence[str],
    uppers: dict[str, list[str]],
    lowers: dict[str, list[str]],
) -> dict[str, int]:
    columns = {focus: 0}
    below = _reach(focus, lowers) - {focus}
    above = _reach(focus, uppers) - below - {focus}
    for key, distance in _longest(focus, below, ranked, uppers).items():
        columns[key] = distance
    for key, distance in _longest(focus, above, ranked, lowers).items():
        columns[key] = -distance
    _hang_on(columns, ranked, uppers, lowers)
    return columns


def _reach(start: str, onward: dict[str, list[str]]) -> set[str]:
    seen, open_keys = {start}, [start]
    while open_keys:
        for key in onward.get(open_keys.pop(), ()):
            if key not in seen:
                seen.add(key)
                open_keys.append(key)
    return seen


def _longest(
    focus: str, members: set[str], ranked: Sequence[str], nearer: dict[str, list[str]]
) -> dict[str, int]:
    """Return for each member its longest way to the focus over `nearer` members."""
    done = {focus: 0}
    left = [key for key in ranked if key in members]
    while left:
        # What touches nothing yet waits; in a cycle the first that touches goes on.
        touching = [key for key in left if any(k in done for k in nearer[key])]
        if not touching:
            break
        free = [k for k in touching if all(n in done or n not in members for n in nearer[k])]
        taken = free or touching[:1]
        done |= {key: 1 + max(done[n] for n in nearer[key] if n in done) for key in taken}
        left = [key for key in left if key not in done]
    del done[focus]
    return done


def _hang_on(
    columns: dict[str, int],
    ranked: Sequence[str],
    uppers: dict[str, list[str]],
    lowers: dict[str, list[str]],
) -> None:
    left = [key for key in ranked if key not in columns]
    while left:
        found: dict[str, int] = {}
        for key in left:
            above = [columns[k] for k in uppers[key] if k in columns]
            below = [columns[k] for k in lowers[key] if k in columns]
            if above:
                found[key] = max(above) + 1
            elif below:
                found[key] = min(below) - 1
        if not found:
            found = dict.fromkeys(left, 0)
        columns.update(found)
        left = [key for key in left if key not in columns]


def _places(
    columns: dict[str, int],
    ranked: Sequence[str],
    uppers: dict[str, list[str]],
    lowers: dict[str, list[str]],
) -> dict[str, Place]:
    members: dict[int, list[str]] = {}
    for key in ranked:
        members.setdefault(columns[key], []).append(key)
    rows: dict[str, float] = {}
    places: dict[str, Place] = {}
    right, left = -CARD_WIDTH / 2, CARD_WIDTH / 2
    for column in sorted(members, key=lambda c: (abs(c), c)):
        nearer = {k for k in rows if 0 <= columns[k] * (1 if column > 0 else -1) < abs(column)}
        means = {
            key: _mean([rows[k] for k in (*uppers[key], *lowers[key]) if k in nearer])
            for key in members[column]
        }
        keys = sorted(members[column], key=means.__getitem__)
        subs = 1 if len(keys) <= ROWS else isqrt((len(keys) - 1) // 5) + 1
        height = -(-len(keys) // subs)
        for index, key in enumerate(keys):
            sub, row = divmod(index, height)
            rows[key] = row - (height - 1) / 2
            step = sub * (CARD_WIDTH + SUB_COLUMN_GAP) + CARD_WIDTH / 2
            x = right + step if column >= 0 else left - step
            places[key] = Place(x, rows[key] * ROW_PITCH, column)
        width = subs * (CARD_WIDTH + SUB_COLUMN_GAP) - SUB_COLUMN_GAP + COLUMN_GAP
        if column >= 0:
            right += width
        if column <= 0:
            left -= width if column else CARD_WIDTH + COLUMN_GAP
    return places


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 0.0
