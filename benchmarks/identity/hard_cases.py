"""Hard cases of identity, written by hand (hard/*.toml): small archives with their mentions marked.

`{name|words}` in a paper says that the words mean the document `name` of that case, `{=name|words}`
in its head that the paper itself is that document. A paper is its `head` (issuer, number, place
and day, type, title) with `lines`, or `raw` as it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.identity.bcubed import TrueMention
from benchmarks.identity.papers import MadePaper

FOLDER = Path(__file__).parent / "hard"
_MARKED = re.compile(r"\{(=?)([a-z0-9-]+)\|([^}]*)\}")


@dataclass(frozen=True, slots=True)
class HardCase:
    """What makes it hard, and its papers; names of files and documents are those of the case."""

    name: str
    papers: tuple[MadePaper, ...]


def hard_cases(folder: Path = FOLDER) -> list[HardCase]:
    """Return the cases of all tables, by table, in their order."""
    found = []
    for table in sorted(folder.glob("*.toml")):
        rows = tomllib.loads(table.read_text(encoding="utf-8"))["cases"]
        for place, row in enumerate(rows, start=1):
            case = f"{table.stem}{place:02}"
            papers = (
                _paper(f"{case}-{nth}.txt", case, row["name"], paper)
                for nth, paper in enumerate(row["papers"], start=1)
            )
            found.append(HardCase(row["name"], tuple(papers)))
    return found


def _paper(file: str, case: str, form: str, row: Mapping[str, Any]) -> MadePaper:
    """Return a paper with its marks taken out, and what they said."""
    marked = row["raw"].lstrip() if "raw" in row else _written(row["head"], row["lines"])
    text, at = "", 0
    mentions = []
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        own, name, words = match.groups()
        end = len(text) + len(words)
        mentions.append(TrueMention(file, len(text), end, f"{case}:{name}", form, bool(own)))
        text, at = text + words, match.end()
    return MadePaper(file, text + marked[at:], tuple(mentions))


def _written(head: Sequence[str], lines: Sequence[str]) -> str:
    body, number, day, kind, title = head
    tasks = "".join(f"- {line}\n" for line in lines)
    return f"{body}\nSố: {number}\n\n{day}\n\n{kind}\n{title}\n\nI. NHIỆM VỤ\n{tasks}"
