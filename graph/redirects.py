"""Following redirected keys to the nodes of today, whatever store keeps them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable


def today(
    keys: Iterable[str],
    *,
    redirects: Callable[[Collection[str]], Iterable[tuple[str, str]]],
    existing: Callable[[Collection[str]], Iterable[str]],
) -> dict[str, str]:
    """Return where the redirects of `keys` lead, to the first node that exists.

    `redirects` gives the pairs of old and new key that start from these keys, `existing` those of
    the keys that are nodes. A circle among keys that are all gone leads nowhere.
    """
    ends: dict[str, list[str]] = {}
    frontier = {key: [key] for key in dict.fromkeys(keys)}
    seen: set[str] = set()
    while frontier:
        pairs = redirects(frontier)
        seen.update(frontier)
        following: dict[str, list[str]] = {}
        for old, new in pairs:
            following.setdefault(new, []).extend(frontier[old])
        for new in existing(following) if following else ():
            ends[new] = ends.get(new, []) + following.pop(new)
        frontier = {new: asked for new, asked in following.items() if new not in seen}
    return {key: new for new, asked in ends.items() for key in asked}
