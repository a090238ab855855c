"""`phahe explain`: why the reader says what it says of one file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from api.console import out, print_json, say
from api.exits import Exit
from api.explanations import explanation_json
from api.naming import printable
from api.remedies import FILES
from loaders.errors import UnreadableFile
from loaders.explaining import explain
from loaders.read import read_file
from loaders.records import Quality
from queries.errors import BadOption
from visual.formats import one_line
from visual.texts import load_texts


def run(path: Path, fact: int | None, *, as_json: bool) -> int:
    """Answer the command and return its exit code.

    Raises BadOption where there is no such fact or file. One that cannot be read is said on
    stderr with what to do about it.
    """
    name = printable(str(path))
    try:
        read = read_file(path, name)
    except UnreadableFile as error:
        if error.code == "not_found":
            raise BadOption(str(error)) from error
        return _refuse(name, str(error), error.code)
    if read.record.quality is Quality.NEEDS_REVIEW:
        first = read.record.warnings[0]
        return _refuse(name, f"{name}: {first.message}", first.code)
    facts = [explanation_json(one, read.record) for one in explain(read.record, read.text)]
    if fact is not None:
        if not 1 <= fact <= len(facts):
            raise BadOption(f"fact: {name} có {len(facts)} điều, không có điều thứ {fact}")
        facts = [facts[fact - 1]]
    if as_json:
        print_json({"file": name, "facts": facts})
    else:
        for one in facts:
            _print(one)
    return Exit.DONE


def _refuse(name: str, why: str, code: str) -> int:
    say(f"phahe: {why} ({code})")
    if code in FILES:
        say(f"  cần làm: {FILES[code]}")
    return Exit.SOME_FAILED


def _print(one: dict[str, Any]) -> None:
    console, texts = out(), load_texts()
    kind = texts(f"why.{one['kind']}")
    console.print(f"{one['fact']}. {kind}: {one_line(one['told'], 200)}", style="bold")
    console.print(f"   Vì sao: {one['rule_says']} [{one['rule']}]")
    if one["quote"] is not None:
        console.print(f"   Chỗ đọc: {_quoted(one, 240)}")
    seen = [f"   Thấy {t['says']}: {_quoted(t, 120)}" for t in one["tokens"] if t["says"]]
    not_read = [f"   Không đọc là {o['told']}: {_quoted(o, 120)}" for o in one["alternatives"]]
    for line in dict.fromkeys((*seen, *not_read)):
        console.print(line)
    if one["confidence"] is not None:
        percent = texts("why.percent", percent=round(one["confidence"] * 100))
        console.print(f"   Độ tin cậy: {percent}")
    for doubt in one["doubts"]:
        console.print(f"   Kém chắc vì: {doubt}")


def _quoted(one: dict[str, Any], limit: int) -> str:
    start, end = one["span"]
    return f"“{one_line(one['quote'], limit)}” (ký tự {start}–{end})"
