"""Parts: how a part of what an indicator measures is named behind the name of the whole."""

from __future__ import annotations

from loaders.folding import fold


def name_of_part(whole: str, part: str) -> str:
    """Return the name of a part; words with which the whole ends and the part begins stand once.

    "Diện tích dừa" with "dừa hữu cơ" is "Diện tích dừa hữu cơ". A total is one of what its part
    repeats: "Tổng đàn gia súc" with "đàn lợn" is "Tổng đàn lợn". A part that is the end of the
    whole's name stands behind all of it.
    """
    words, said = whole.split(), part.split()
    ends, begins = [fold(word) for word in words], [fold(word) for word in said]
    if begins and ends[:1] == ["tong"] and ends[1:2] == begins[:1]:
        return " ".join([words[0], *said])
    shared = next(
        (n for n in range(min(len(ends) - 1, len(begins) - 1), 0, -1) if ends[-n:] == begins[:n]), 0
    )
    return " ".join([*words[: len(words) - shared], *said])
