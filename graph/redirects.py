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
    asked = list(dict.fromkeys(keys))
    leads: dict[str, str] = {}
    nodes: set[str] = set()
    seen: set[str] = set()
    frontier = asked
    while frontier:
        seen.update(frontier)
        pairs = dict(redirects(frontier))
        leads |= pairs
        met = sorted(set(pairs.values()))
        nodes.update(existing(met) if met else ())
        frontier = [key for key in met if key not in nodes and key not in seen]
    ends = {key: _end(key, leads, nodes) for key in asked}
    return {key: end for key, end in ends.items() if end is not None}


def _end(key: str, leads: dict[str, str], nodes: set[str]) -> str | None:
    """Return the first node on the way from a key, None where the way ends or goes round."""
    passed = {key}
    while (following := leads.get(key)) is not None and following not in passed:
        if following in nodes:
            return following
        passed.add(following)
        key = following
    return None
