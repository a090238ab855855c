"""Tables: what phahe knows, kept as data beside the code that uses it.

A table is a TOML file (rows with examples and counter-examples) or a CSV file (facts).
Every row is checked when it is loaded; a row that breaks the rules raises BadTable.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

from loaders.errors import BadTable


@cache
def load_toml(package: str, name: str) -> dict[str, Any]:
    """Return the table `name`.toml of `package` (`loaders`, `graph` …) as TOML gives it."""
    path = files(package) / "tables" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise BadTable(f"table {package}/{name}.toml: {error}") from error


@cache
def load_csv(package: str, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `name`.csv of `package`; the first line names the columns."""
    path = files(package) / "tables" / f"{name}.csv"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadTable(f"table {package}/{name}.csv: {error}") from error
    rows = tuple(csv.DictReader(StringIO(text)))
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise BadTable(f"table {package}/{name}.csv, line {line}: wrong number of fields")
    return rows
