"""Our own papers as other hands would have typed and other programs have kept them.

Every way leaves what a paper says as it is: whoever reads it should find the same facts.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

Change = Callable[[str, random.Random], str]

_SLASH = re.compile(r"(?<=\w)/(?=[A-ZĐ])")
_DASH = re.compile(r"(?<=[A-ZĐ])-(?=[A-ZĐ])")
_LOOKALIKES: dict[str, str] = {
    "đ": "d",
    "Đ": "D",
    "ư": "u",
    "ơ": "o",
    "ă": "a",
    "â": "a",
    "ê": "e",
    "ô": "o",
}
_MISREAD = {
    "a": "e", "b": "h", "c": "e", "d": "cl", "e": "c", "g": "q", "h": "li", "i": "l", "l": "1",
    "m": "rn", "n": "ri", "o": "0", "r": "t", "s": "5", "t": "f", "u": "ii", "v": "y",
    "0": "O", "1": "l", "5": "S", "8": "B",
}  # fmt: skip


def hard_lines(text: str, rng: random.Random) -> str:
    """Break paragraphs into lines of 60 to 95 letters, as text taken from a PDF has them."""
    width = rng.randint(60, 95)
    lines: list[str] = []
    for line in text.split("\n"):
        row = ""
        for word in line.split(" "):
            if row and len(row) + len(word) >= width and "|" not in line:
                lines.append(row)
                row = word
            else:
                row = f"{row} {word}" if row else word
        lines.append(row)
    return "\n".join(lines)


def open_spaces(text: str, rng: random.Random) -> str:
    """Put blanks around some slashes and hyphens of numbers, and double some blanks."""
    text = _SLASH.sub(lambda m: rng.choice(["/", "/", " /", "/ "]), text)
    text = _DASH.sub(lambda m: rng.choice(["-", "-", " - ", "–"]), text)
    return re.sub(r"(?<=\w) (?=\w)", lambda m: "  " if rng.random() < 0.05 else " ", text)


def decomposed(text: str, rng: random.Random) -> str:
    """Write every letter with its marks apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def lost_marks(text: str, rng: random.Random) -> str:
    """Lose the mark of one letter in 25, as a poor scan does."""
    letters = []
    for letter in text:
        bare = _LOOKALIKES.get(letter)
        if bare is None and not letter.isascii():
            bare = unicodedata.normalize("NFD", letter)[0]
        letters.append(bare if bare is not None and rng.random() < 0.04 else letter)
    return "".join(letters)


def misread(text: str, rng: random.Random) -> str:
    """Lose three marks of four and read one letter in 40 as another, as the wrong OCR does."""
    letters = []
    for letter in text:
        bare = _LOOKALIKES.get(letter)
        if bare is None and not letter.isascii():
            bare = unicodedata.normalize("NFD", letter)[0]
        read = bare if bare is not None and rng.random() < 0.75 else letter
        letters.append(_MISREAD.get(read, read) if rng.random() < 0.025 else read)
    return "".join(letters)


def other_quotes(text: str, rng: random.Random) -> str:
    """Use the straight quotes, long dashes and dots that another keyboard gives."""
    return text.translate(str.maketrans("“”’", '""\'')).replace("…", "...")


def empty_lines(text: str, rng: random.Random) -> str:
    """Put an empty line behind each line, as a web page saved as text has it."""
    return text.replace("\n", "\n\n")


WAYS: dict[str, Change] = {
    "hard lines": hard_lines,
    "open spaces": open_spaces,
    "decomposed": decomposed,
    "lost marks": lost_marks,
    "misread": misread,
    "other quotes": other_quotes,
    "empty lines": empty_lines,
}


def perturbed(text: str, ways: Sequence[str], seed: int) -> str:
    """Return the text changed in each of these ways, in order; same seed, same text."""
    rng = random.Random(seed)
    for way in ways:
        text = WAYS[way](text, rng)
    return text
