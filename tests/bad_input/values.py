"""Texts that try to be more than text, and graphs in which they stand wherever a text can stand."""

from __future__ import annotations

from collections.abc import Collection

from graph.identity.touched import ReadFile
from graph.store import Store
from loaders.records import SELF, Quality, RelationType, Role
from tests.graph.papers import SON_LA, duty, indicator, load, paper, reference, relation, value

MARKUP = {
    "a script": "<script>window.harmed=1</script>",
    "the end of a script": "</script><b>đậm</b><!--",
    "an image": "<img src=x onerror=window.harmed=1>",
    "a link": "javascript:window.harmed=1",
    "an attribute": "\" onmouseover='window.harmed=1' '",
    "a template": "{{ 7*7 }}{% for x in y %}[red]x[/red]",
    "another direction": "\u202egnp.exe",
    "nothing to see": "tr\u200bồng\u2060 rừng\ufeff",
}
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", '=HYPERLINK("http://x.test")',
            "http://x.test/a", "mailto:a@x.test", "=cmd|' /C calc'!A0")  # fmt: skip
CONTROLS = {
    "NUL": "\x00",
    "a bell": "\x07",
    "an escape": "\x1b[31m",
    "delete": "\x7f",
    "one of C1": "\x9b31m",
    "no character": "\ufffe",
    "a line separator": "\u2028",
    "beyond the first plane": "\U0001f600\U0002f800",
}
QUERIES = (
    "'}) DETACH DELETE n //", "' OR 1=1 --", '"; DROP TABLE document; --', "a~9999 OR *",
    '" * NEAR(', "words:x*", "[* TO *]", "`) DELETE (`", "$rows", "\\", "a AND NOT b", "^", "(",
    "{", "\x00", "%", "_", "\ud7ff\ufffd",
)  # fmt: skip


def filled_with(store: Store, texts: Collection[str]) -> list[str]:
    """Load a plan for each text, which stands in all its fields; return the plans' numbers."""
    numbers = [f"{place}/KH-UBND" for place in range(1, len(texts) + 1)]
    load(store, *(_plan(number, text) for number, text in zip(numbers, texts, strict=True)))
    return numbers


def _plan(number: str, text: str) -> ReadFile:
    level, province, district = SON_LA
    title = f"{text} trồng rừng"
    return paper(
        f"{number.partition('/')[0]} {text}.txt",
        number,
        "2020-05-04",
        type="Kế hoạch",
        title=title,
        issuer=text,
        level=level,
        province=province,
        district=district,
        quality=Quality.GOOD,
        references=(reference("R1", "31-NQ/TW", "2014-03-12", type="Nghị quyết", title=title),),
        relations=(relation(SELF, RelationType.IMPLEMENTS, "R1", at=10),),
        duties=(
            duty(text, text, at=300, partners=(text,), deadline=text, reports_to=text,
                 section=text, role=Role.LEAD),
        ),
        targets=(indicator(text, value(1.5), section=text),),
    )  # fmt: skip
