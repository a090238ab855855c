"""Templates and the files they need: one environment, escaping on, unknown names refused."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from queries.agency_today import agency_named, duty_today
from queries.dates import show_date
from visual import theme
from visual.agency_links import agencies_address, agency_link
from visual.finding_words import finding_detail
from visual.formats import (
    document_link,
    evidence_link,
    file_name,
    marked_controls,
    one_line,
    passage_id,
    short_name,
    show_count,
    type_before_title,
)
from visual.retold import retold
from visual.tabs import tab_link
from visual.texts import LANGUAGES, SpokenTexts, language_name
from visual.values import show_value

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
QUOTE_LIMIT = 1000
DAY_PATTERN = r"(\d{1,2}[\/.\-])?(\d{1,2}[\/.\-])?\d{4}|\d{4}-\d{2}(-\d{2})?"
"""What a field of a day takes, as far as a browser can say; the service looks closer."""

SCRIPTS = (
    "vendor/vis-data/vis-data.min.js",
    "vendor/vis-network/vis-network.min.js",
    "lineage-layout.js",
    "lineage-model.js",
    "lineage-matches.js",
    "lineage-ways.js",
    "lineage-facts.js",
    "lineage-bands.js",
    "lineage-lines.js",
    "lineage-camera.js",
    "lineage-draw.js",
    "lineage-panel.js",
    "lineage-service.js",
    "lineage-svg.js",
    "lineage-files.js",
    "lineage-told.js",
    "lineage-keys.js",
    "lineage-mouse.js",
    "lineage-filters.js",
    "lineage-saved.js",
    "lineage-page.js",
)
STYLES = ("page.css", "vendor/vis-network/vis-network.min.css", "graph.css")


@cache
def environment() -> Environment:
    """Return the templates; every value is escaped, a name that is not given raises."""
    env = Environment(
        loader=FileSystemLoader(FOLDER / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.policies["json.dumps_kwargs"] = {"sort_keys": False, "ensure_ascii": False}
    filters: dict[str, Callable[..., Any]] = {
        "show_date": show_date,
        "show_count": show_count,
        "one_line": one_line,
        "file_name": file_name,
        "retold": retold,
    }
    env.filters.update(filters)
    env.globals.update(
        t=SpokenTexts(),
        languages=LANGUAGES,
        language_name=language_name,
        static=static_address,
        links=True,
        here=None,
        shown_file=None,
        limit_quote=QUOTE_LIMIT,
        short_name=short_name,
        type_before_title=type_before_title,
        document_link=document_link,
        evidence_link=evidence_link,
        passage_id=passage_id,
        show_value=show_value,
        duty_today=duty_today,
        agency_named=agency_named,
        agency_link=agency_link,
        agencies_address=agencies_address,
        finding_detail=finding_detail,
        tab_link=tab_link,
        marked_controls=marked_controls,
        level_name=theme.level_name,
        level_style=theme.LEVEL_STYLES.__getitem__,
        relation_style=theme.RELATION_STYLES.__getitem__,
        level_styles=theme.LEVELS,
        relation_styles=theme.RELATIONS,
        fact_styles=theme.FACTS,
        day_pattern=DAY_PATTERN,
    )
    return env


def render(template: str, **values: object) -> str:
    """Return the named template with these values."""
    # Lone surrogates can stand in what files say and in no UTF-8 page.
    page = environment().get_template(template).render(**values)
    return page.encode("utf-8", "replace").decode("utf-8")


@cache
def static_address(name: str) -> str:
    """Return the address of a static file; it changes with its content, so it may be kept."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"


@cache
def static_text(name: str) -> str:
    """Return a static file for putting it inside a page: without the comment that names a map."""
    text = (STATIC / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if "sourceMappingURL=" not in line[:40]]
    return "\n".join(lines)


def content_hash(text: str) -> str:
    """Return the source expression by which a policy allows an inline script or style."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
