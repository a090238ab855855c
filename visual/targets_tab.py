"""The tab of a document's targets: what it sets, and how one of them comes down to it and on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from graph.model import Document
from queries.cascade import Cascade
from queries.cascade_values import CascadeFlag
from queries.facts import TargetList
from visual.cascade_chart import cascade_chart
from visual.document_page import Head, tab_page
from visual.downloads import MOST, downloads
from visual.tabs import Tab


def targets_tab(
    head: Head,
    targets: TargetList,
    cascade: Cascade | None = None,
    tops: Sequence[Document] = (),
    indicator: str = "",
) -> str:
    """Return the tab of what the document sets to be reached.

    `cascade` is that of `indicator` from one of `tops`, the document itself the last of them; None
    where the document sets nothing and no indicator was asked for.
    """
    key = head.document.key
    files = [("download.targets", downloads(key, "targets", {"limit": MOST}))]
    values: dict[str, Any] = {"cascade": None}
    if cascade is not None:
        until = {"as_of": cascade.as_of} if cascade.as_of else {}
        asked = {"indicator": indicator, **until, "limit": MOST}
        files.append(("download.cascade", downloads(cascade.document.key, "cascade", asked)))
        counted = Counter(flag for row in cascade.items for one in row.values for flag in one.flags)
        values = {
            "cascade": cascade,
            "chart": cascade_chart(cascade.items, key),
            "flags": [(flag.value, counted[flag]) for flag in CascadeFlag if counted[flag]],
            "tops": tops,
            "asked": {"indicator": indicator},
        }
    return tab_page(Tab.TARGETS, head, targets=targets, downloads=files, **values)
