"""`phahe stats`."""

from __future__ import annotations

from api.commands.answering import give
from api.commands.opening import reading
from api.commands.tables import table
from api.console import out
from graph.tallies import Counted, Tally
from queries.statistics import Statistics, statistics
from queries.statistics_shapes import statistics_json
from visual.sheets import STATISTICS
from visual.texts import load_texts

HEADINGS = {
    Counted.STATUS: "Văn bản theo tình trạng",
    Counted.LEVEL: "Văn bản theo cấp",
    Counted.TYPE: "Văn bản theo loại",
    Counted.PROVINCE: "Văn bản theo tỉnh",
    Counted.YEAR: "Văn bản theo năm",
    Counted.QUALITY: "Văn bản theo chất lượng bản đọc",
    Counted.OUTCOME: "Tệp theo kết quả",
    Counted.RELATION: "Quan hệ theo loại",
    Counted.ROLE: "Nhiệm vụ theo vai trò",
}


def run(store_url: str | None, *, as_json: bool) -> int:
    """Answer the command and return its exit code."""
    with reading(store_url) as store:
        answer = statistics(store)
    return give(answer, statistics_json, STATISTICS, _print, as_json=as_json)


def _print(answer: Statistics) -> None:
    console = out()
    for of, heading in HEADINGS.items():
        rows = table(heading, "Số")
        for one in answer.tables[of]:
            rows.add_row(_word(one), str(one.count))
        rows.add_row("tổng", str(answer.total(of)))
        console.print(rows)
    console.print(
        f"{answer.agencies} tên cơ quan; {answer.targets} chỉ tiêu, {answer.indicators} tên chỉ "
        f"tiêu; {answer.ambiguous} viện dẫn mơ hồ"
    )


def _word(one: Tally) -> str:
    """Return a value in the words of the pages, where they have one."""
    texts = load_texts()
    if one.value is None:
        return "không rõ"
    key = f"{one.of}.{one.value}"
    return texts(key) if key in texts else one.value
