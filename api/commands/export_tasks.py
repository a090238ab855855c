"""`phahe export --format tasks`: all duties as one table of tasks, CSV or XLSX."""

from __future__ import annotations

import os
from pathlib import Path

from api.console import print_json, say
from api.files import table_bytes
from api.guide import LANGUAGE_SETTING
from api.negotiation import Form
from api.output import write_bytes
from graph.store import Store
from queries.errors import BadOption
from queries.exports import ExportKind, export_rows
from visual.sheets import TASKS


def run(store: Store, to: Path | None, *, as_json: bool) -> None:
    """Write CSV to stdout or to `TO`.csv, a workbook to `TO`.xlsx. Raises BadOption."""
    ending = ".csv" if to is None else to.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise BadOption("format tasks: TO là tệp .csv hoặc .xlsx")
    rows = list(export_rows(store, ExportKind.DUTIES))
    form = Form.TASKS if ending == ".csv" else Form.TASKS_XLSX
    body = {"items": rows, "total": len(rows)}
    lang = os.environ.get(LANGUAGE_SETTING)
    write_bytes(to, table_bytes(form, TASKS, body, "phahe export --format tasks", lang))
    if to is not None and as_json:
        print_json({"format": "tasks", "to": str(to), "rows": len(rows)})
    elif to is not None:
        say(f"phahe: đã ghi {len(rows)} nhiệm vụ vào {to}")
