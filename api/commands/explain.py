"""`phahe explain`: why the reader says what it says of one file."""

from __future__ import annotations

from pathlib import Path

from api.console import out, print_json
from api.exits import Exit
from api.explanations import explanation_json
from api.naming import printable
from loaders.errors import UnreadableFile
from loaders.explaining import Alternative, Explanation, Token, explain
from loaders.read import read_file
from loaders.records import Passage
from queries.errors import BadOption
from visual.formats import one_line


def run(path: Path, fact: int | None, *, as_json: bool) -> int:
    """Answer the command and return its exit code. Raises BadOption where there is no such fact."""
    name = printable(str(path))
    try:
        read = read_file(path, name)
    except UnreadableFile as error:
        raise BadOption(str(error)) from error
    facts = explain(read.record, read.text)
    if fact is not None:
        if not 1 <= fact <= len(facts):
            raise BadOption(f"fact: {name} có {len(facts)} điều, không có điều thứ {fact}")
        facts = [facts[fact - 1]]
    if as_json:
        print_json({"file": name, "facts": [explanation_json(one) for one in facts]})
    else:
        for one in facts:
            _print(one)
    return Exit.DONE


def _print(one: Explanation) -> None:
    console = out()
    console.print(f"{one.number}. {one.kind}  {one_line(one.says, 200)}", style="bold")
    trust = "" if one.confidence is None else f", độ tin cậy {one.confidence:.2f}"
    console.print(f"   quy tắc: {one.rule}{trust}")
    if one.passage is not None:
        console.print(f"   câu: {_shown(one.passage, 240)}")
    for token in one.tokens:
        console.print(f"   từ: {_told(token)}")
    for other in one.alternatives:
        row = f" ({other.row})" if other.row else ""
        console.print(f"   cũng có thể là: {other.says}{row}: {_place(other)}")


def _told(token: Token) -> str:
    return f"{token.row}: {_place(token)}"


def _place(one: Token | Alternative) -> str:
    return _shown(one.passage, 120)


def _shown(passage: Passage, limit: int) -> str:
    span = passage.span
    return f"“{one_line(passage.quote, limit)}” ({span.start}–{span.end})"
