"""Trees of regexes: the words that every match holds, and alternatives behind their first letter.

Python parses a regex into a tree, and only then compiles it. Both are done by private modules of
`re` (docs/decisions/0003): what is taken from them stands here alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as ops  # type: ignore[attr-defined]
from typing import Any, cast

_MOST_SIGNS = 3
"""A set of so many signs at most counts as words."""
_MOST_WORDS = 32
"""More words than these are as good as none: they are not looked for."""
_REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)

Words = frozenset[str] | None


class Tree:
    """A regex as Python parses it; raises re.error."""

    def __init__(self, regex: str, flags: int = 0) -> None:
        self._tree = _parser.parse(regex, flags)
        self._flags = flags

    def required_words(self) -> tuple[str, ...]:
        """Return words of which each match holds one, the fewest and longest; none if none is sure.

        Only words of one run of letters are found: a blank of the grammar may be of any length.
        """
        words = _best(_of_sequence(self._tree.data)) or ()
        # "quý/lần" holds "quý": to look for that is enough.
        return tuple(sorted(w for w in words if not any(o != w and o in w for o in words)))

    def leading_words(self) -> tuple[str, ...]:
        """Return words with one of which each match begins; none where it may begin otherwise."""
        return tuple(sorted(_leading(self._tree.data) or ()))

    def compiled_by_first_letter(self) -> re.Pattern[str]:
        """Return it compiled so that of many alternatives only those of one letter are tried.

        The engine tries alternatives one after the other. Two that begin with different letters
        never match at one place, so that those of one letter may stand together, in their order,
        without changing what is found.
        """
        _arrange(self._tree)
        return cast("re.Pattern[str]", _compiler.compile(self._tree, self._flags))


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The words of each of the parts that follow one another; all of them must match."""
    found: list[frozenset[str]] = []
    run = ""
    for op, argument in parts:
        if op is ops.LITERAL:
            run += chr(argument)
        elif op not in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            found += [frozenset({run})] if run else []
            found += _of_part(op, argument)
            run = ""
    return [*found, frozenset({run})] if run else found


def _of_part(op: Any, argument: Any) -> list[frozenset[str]]:
    if op is ops.SUBPATTERN:
        return _of_sequence(argument[3].data)
    if op is ops.BRANCH:
        return _of_alternatives([_of_sequence(one.data) for one in argument[1]])
    if op in _REPEATS:
        least, _, part = argument
        return _of_sequence(part.data) if least > 0 else []
    if op is ops.IN:
        signs = _few_signs(argument)
        return [signs] if signs else []
    return []


def _few_signs(signs: list[tuple[Any, Any]]) -> Words:
    found = frozenset(chr(code) for kind, code in signs if kind is ops.LITERAL)
    return found if len(found) == len(signs) <= _MOST_SIGNS else None


def _of_alternatives(found: list[list[frozenset[str]]]) -> list[frozenset[str]]:
    """The words that all alternatives have in common, and the best of each of them together."""
    first = {word for words in found[0] if len(words) == 1 for word in words}
    shared = [
        frozenset({word})
        for word in sorted(first)
        if all(any(all(word in one for one in words) for words in some) for some in found[1:])
    ]
    together = _all_of(map(_best, found))
    return [*shared, together] if together else shared


def _best(found: list[frozenset[str]]) -> Words:
    """Those of which there are few and which are long: a word counts as much as two letters."""
    return max(found, key=lambda words: min(map(len, words)) - 0.5 * len(words), default=None)


def _leading(parts: list[tuple[Any, Any]]) -> Words:
    """The words that a sequence may begin with, what only looks about left aside."""
    run = ""
    for i, (op, argument) in enumerate(parts):
        if op is ops.LITERAL:
            run += chr(argument)
        elif op not in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            behind = _leading_of_part(op, argument, parts[i + 1 :])
            if run and behind is not None:
                return frozenset(run + word for word in behind)
            return frozenset({run}) if run else behind
    return frozenset({run}) if run else None


def _leading_of_part(op: Any, argument: Any, behind: list[tuple[Any, Any]]) -> Words:
    if op is ops.SUBPATTERN:
        return _leading([*argument[3].data, *behind])
    if op is ops.BRANCH:
        return _all_of(_leading([*one.data, *behind]) for one in argument[1])
    if op in _REPEATS:
        least, _, part = argument
        begins = [part.data] if least > 0 else [part.data, behind]
        return _all_of(map(_leading, begins))
    return _few_signs(argument) if op is ops.IN else None


def _all_of(found: Iterable[Words]) -> Words:
    """The words of all alternatives; None where one of them has none, or where there are many."""
    words: frozenset[str] = frozenset()
    for some in found:
        if some is None or len(words) > _MOST_WORDS:
            return None
        words |= some
    return words


def _arrange(tree: Any) -> None:
    """Arrange the alternatives of a tree and of all below it, in place."""
    parts: list[tuple[Any, Any]] = []
    for op, argument in tree.data:
        if op is ops.SUBPATTERN:
            group, add_flags, del_flags, below = argument
            _arrange(below)
            if group is None and not add_flags and not del_flags:
                parts += below.data
                continue
        elif op is ops.BRANCH:
            alternatives = _by_first_letter(tree.state, _flat(argument[1]))
            if len(alternatives) == 1:
                parts += alternatives[0].data
                continue
            argument = (None, alternatives)
        elif op in _REPEATS:
            _arrange(argument[2])
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            _arrange(argument[1])
        parts.append((op, argument))
    tree.data = parts


def _flat(alternatives: list[Any]) -> list[Any]:
    """The alternatives, those that are nothing but alternatives themselves spread out."""
    found: list[Any] = []
    for one in alternatives:
        _arrange(one)
        nested = len(one.data) == 1 and one.data[0][0] is ops.BRANCH
        found += one.data[0][1][1] if nested else [one]
    return found


def _by_first_letter(state: Any, alternatives: list[Any]) -> list[Any]:
    """Put those that begin with one letter behind it; one that begins otherwise parts them."""
    found: list[Any] = []
    letters: dict[int, list[Any]] = {}
    for one in [*alternatives, None]:
        if one is not None and one.data and one.data[0][0] is ops.LITERAL:
            rest = _parser.SubPattern(state, list(one.data[1:]))
            letters.setdefault(one.data[0][1], []).append(rest)
            continue
        for letter, rests in letters.items():
            below = _by_first_letter(state, rests) if len(rests) > 1 else rests
            tail = below[0].data if len(below) == 1 else [(ops.BRANCH, (None, below))]
            found.append(_parser.SubPattern(state, [(ops.LITERAL, letter), *tail]))
        letters = {}
        found += [one] if one is not None else []
    return found
