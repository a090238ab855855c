"""What a command says of an agency's name that means several agencies, or none."""

from __future__ import annotations

from collections.abc import Sequence

from api.console import say
from graph.named import AgencyName
from queries.agency_kinds import Match, Meant
from visual.formats import one_line

_FEW = 8


def say_meant(asked: str, meant: Meant, *, here: bool = False) -> None:
    """Say on stderr which agencies the name means; nothing where it is just one.

    `here`: those of the document that was asked for, in which a place does not part them.
    """
    if meant.match is Match.NONE:
        say(f"phahe: không văn bản nào ở đây nêu cơ quan “{asked}”.{near_said(meant.near)}")
    elif meant.total > 1 or (meant.total and meant.match is Match.BEGINNING):
        more = f" và {meant.total - _FEW} tên khác" if meant.total > _FEW else ""
        how = "mở đầu tên" if meant.match is Match.BEGINNING else "chỉ"
        names = "; ".join(_named(one) for one in meant.agencies[:_FEW])
        say(f"phahe: “{asked}” {how} {meant.total} cơ quan: {names}{more}.")
        how = "ghi đủ tên của nó" if here else "thêm nơi vào tên, hoặc --province TỈNH"
        say(f"  Để hỏi riêng một cơ quan: {how}")


def near_said(near: Sequence[AgencyName]) -> str:
    """Return the names that are like one that nobody has, with what to do."""
    if not near:
        return " Xem các tên có ở đây: phahe duties --json, mục agency"
    return f" Gần nhất: {'; '.join(_named(one) for one in near)}. Hãy hỏi bằng một tên trong đó"


def _named(one: AgencyName) -> str:
    return f"{one_line(one.agency, 80)} ({one.total})"
