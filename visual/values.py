"""How the numbers of targets are shown: 1.250,5, "trên 95 %", "giảm 0,2 ‰"."""

from __future__ import annotations

from graph.stated import TargetValue
from visual.formats import one_line, show_count
from visual.texts import load_texts


def show_number(number: float) -> str:
    """Return a number as in Viet Nam: points between thousands, a comma before the decimals."""
    whole, _, rest = f"{abs(number):.6f}".partition(".")
    decimals = rest.rstrip("0")
    sign = "-" if number < 0 else ""
    return sign + show_count(int(whole)) + (f",{decimals}" if decimals else "")


def show_value(value: TargetValue, unit: str | None) -> str:
    """Return a value with its comparator, unit and year: "2030: trên 95 %"."""
    texts = load_texts()
    op = value.op
    number = value.value
    if op == "change":
        op = "fall" if number < 0 else "rise"
        number = abs(number)
    shown = texts(
        f"value.{op}",
        value=show_number(number),
        upto="" if value.value_to is None else show_number(value.value_to),
        unit=f" {one_line(unit, 60)}" if unit else "",
    )
    return shown if value.year is None else texts("value.in_year", year=value.year, value=shown)
