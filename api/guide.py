"""The commands as a newcomer meets them: in groups, each with an example.

The help is written in Vietnamese, where its command and option stand; `help_en.json` says each of
its texts in English.

Nothing heavy is imported here: `phahe --help` starts as fast as an empty program.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.models import CommandFunctionType

GUIDE: dict[str, dict[str, str]] = {
    "Nạp và giữ gìn kho": {
        "load": "phahe load thu-muc-van-ban",
        "forget": "phahe forget 112/KH-UBND",
        "copy": "phahe copy sqlite:cu.sqlite sqlite:moi.sqlite",
        "doctor": "phahe doctor",
    },
    "Tìm và xem một văn bản": {
        "search": 'phahe search y tế cơ sở --province "Tuyên Quang" --from 1/1/2018',
        "show": "phahe show 20-NQ/TW 25/10/2017",
        "view": "phahe view 20-NQ/TW 25/10/2017 -o nghi-quyet.html",
        "resolve": 'phahe resolve "Nghị quyết số 20-NQ/TW" --date 21/5/2018',
        "mentions": 'phahe mentions --of "20-NQ/TW 25/10/2017"',
        "serve": "phahe serve --port 8000",
    },
    "Hỏi về phả hệ, nhiệm vụ, chỉ tiêu": {
        "lineage": "phahe lineage 20-NQ/TW 25/10/2017 --down",
        "coverage": "phahe coverage 20-NQ/TW 25/10/2017 --provinces 34",
        "duties": 'phahe duties --agency "Sở Y tế" --lineage "20-NQ/TW 25/10/2017"',
        "agency": 'phahe agency SYT --province "Lai Châu"',
        "targets": 'phahe targets --indicator "bảo hiểm y tế"',
        "cascade": 'phahe cascade 20-NQ/TW 25/10/2017 --indicator "bảo hiểm y tế"',
        "compare": "phahe compare 112/KH-UBND 87/KH-UBND",
        "path": "phahe path 112/KH-UBND 139/NQ-CP",
        "timeline": "phahe timeline 20-NQ/TW 25/10/2017",
        "stats": "phahe stats",
    },
    "Soát lại và kết luận": {
        "findings": "phahe findings 112/KH-UBND",
        "review": "phahe review --kind ambiguous",
        "judge": 'phahe judge KHÓA same KHÓA_KHÁC --reason "theo bản giấy"',
        "judgements": "phahe judgements",
        "explain": "phahe explain ke-hoach.txt --fact 3",
    },
    "Chuyển cho chương trình khác": {
        "extract": "phahe extract ke-hoach.txt",
        "export": "phahe export quan-he.jsonl --kind relations",
    },
}
"""Group, command, example. A command of which nothing stands here comes last, in `OTHERS`."""

OTHERS = "Khác"
EXAMPLES = {name: line for group in GUIDE.values() for name, line in group.items()}
_USAGE = "Cách dùng: "


LIBRARY = {
    "help": "In phần giúp này.",
    "install_completion": "Cài gợi ý bằng phím Tab cho shell đang dùng.",
    "show_completion": "In đoạn mã gợi ý cho shell đang dùng, để chép hay sửa.",
}
"""What options that the library adds do."""
LANGUAGE_SETTING = "PHAHE_LANG"


@cache
def in_english() -> dict[str, str]:
    """Return the English of each Vietnamese text of the help."""
    import json
    from importlib.resources import files

    table: dict[str, str] = json.loads((files("api") / "help_en.json").read_text(encoding="utf-8"))
    return table


def told(text: str) -> str:
    """Return a text of the help in the language that PHAHE_LANG names, else as it is written."""
    return in_english().get(text, text) if os.environ.get(LANGUAGE_SETTING) == "en" else text


class Commands(typer.Typer):
    """Commands whose help is told in Vietnamese or English."""

    def command(
        self, name: str | None = None, **options: Any
    ) -> Callable[[CommandFunctionType], CommandFunctionType]:
        """Add a command, as typer does."""
        options.setdefault("cls", Command)
        return super().command(name, **options)


class Command(TyperCommand):
    """One command; its example stands behind its options."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what it does."""
        _write_help_text(self, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that says how the command is called."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options, and the example."""
        _write_parameters(self, ctx, formatter)
        example = EXAMPLES.get(ctx.info_name or "")
        if example:
            with formatter.section(told("Ví dụ")):
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


class Group(TyperGroup):
    """All commands, in their groups; each with the whole of its first sentence."""

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the program does."""
        _write_help_text(self, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that says how the program is called."""
        _write_usage(self, ctx, formatter, told("LỆNH …"))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, the commands in their groups, and where more is told."""
        _write_parameters(self, ctx, formatter)
        shown = {name: self.commands[name] for name in self.list_commands(ctx)}
        groups = {title: [n for n in rows if n in shown] for title, rows in GUIDE.items()}
        groups[OTHERS] = [name for name in shown if name not in EXAMPLES]
        for title, names in groups.items():
            if names:
                with formatter.section(told(title)):
                    formatter.write_dl([(name, told(shown[name].help or "")) for name in names])
        formatter.write_paragraph()
        formatter.write_text(told("Bắt đầu: phahe load THƯ_MỤC, rồi phahe serve."))
        formatter.write_text(told("Mỗi lệnh nói rõ hơn: phahe LỆNH --help"))


def _write_usage(command: Any, ctx: Any, formatter: Any, rest: str = "") -> None:
    arguments = [_name(p) for p in command.params if p.param_type_name == "argument"]
    pieces = [told("[TÙY CHỌN]"), *arguments, *filter(None, [rest])]
    formatter.write_usage(ctx.command_path, " ".join(pieces), told(_USAGE))


def _write_help_text(command: Any, formatter: Any) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(told(command.help or ""))


def _write_parameters(command: Any, ctx: Any, formatter: Any) -> None:
    rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for one in command.get_params(ctx):
        if not getattr(one, "hidden", False):
            rows[one.param_type_name].append((_name(one), _told(one)))
    for title, kind in (("Tham số", "argument"), ("Tùy chọn", "option")):
        if rows[kind]:
            with formatter.section(told(title)):
                formatter.write_dl(rows[kind])


def _name(one: Any) -> str:
    """An argument's name, or an option's flags with what stands behind them."""
    shown = str(one.metavar or one.name.upper())
    if one.param_type_name == "argument":
        return shown if one.required or shown.startswith("[") else f"[{shown}]"
    flags = ", ".join(sorted(one.opts, key=len))
    return flags if one.is_flag or one.name == "help" else f"{flags} {shown}"


def _told(one: Any) -> str:
    if one.name in LIBRARY:
        return told(LIBRARY[one.name])
    said = [told(getattr(one, "help", None) or "")]
    if one.required:
        said.append(told("[bắt buộc]"))
    elif isinstance(one.default, int | str) and not isinstance(one.default, bool):
        said.append(told("[mặc định: {value}]").format(value=one.default))
    return "  ".join(filter(None, said))
