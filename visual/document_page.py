"""A document's page: a head with tabs, and beneath it what the tab asks for.

Each tab is a page of its own, made from the results of its questions only, so that it costs what
it shows; `?tab=` names it, the lineage is the page itself. No store, no request.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import Document
from graph.stated import Duty
from loaders.records import Role
from queries.documents import DocumentView, SourceTextView
from queries.facts import FactList
from queries.findings import FindingList
from queries.lineage import Lineage
from queries.timeline import Timeline
from visual.choices import LineageChoice, all_groups, choice_values, lineage_files, page_options
from visual.document_values import lineage_values, text_values
from visual.downloads import FORMS, MOST, Forms, downloads, files_at
from visual.network import picture_data
from visual.rendering import SCRIPTS, render
from visual.tables import names_of
from visual.tabs import Tab, tab_row
from visual.texts import load_texts

FACTS_LIMIT = 100
"""So many rows of targets, and of duties, stand on a page; the next ones are a link away."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every tab of a document; the numbers of its duties and targets."""

    view: DocumentView
    duties: int
    targets: int
    as_of: str | None = None

    @property
    def document(self) -> Document:
        """The document itself."""
        return self.view.document


def lineage_tab(
    head: Head,
    answers: tuple[Lineage, Lineage],
    near: tuple[Lineage, Lineage],
    others: Iterable[Document] = (),
    *,
    choice: LineageChoice | None = None,
) -> str:
    """Return the tab of the lineage: the header, the graph and the tables that say the same.

    `answers` are ancestors and descendants, `near` the same two with `depth=1, limit=NEAR_LIMIT`,
    where the graph begins; with filters, what passes them, at any step. `others` are the documents
    of the keys that `parts_unnamed` gives; one that is not there is shown by its key. `choice` is
    what of the lineage was asked for.
    """
    key = head.document.key
    choice = choice or LineageChoice(groups=all_groups(answers), as_of=head.as_of)
    picture = picture_data(key, near, load_texts(), service=True, choice=choice)
    return tab_page(
        Tab.LINEAGE,
        head,
        options=page_options(choice),
        **lineage_values(head.view, answers, others),
        **choice_values(choice),
        counts={"duties": head.duties, "targets": head.targets},
        picture=picture,
        scripts=SCRIPTS,
        downloads=lineage_files(key, choice),
    )


def duties_tab(
    head: Head,
    duties: FactList[Duty],
    agency: str = "",
    role: Role | None = None,
    *,
    whole: bool = False,
) -> str:
    """Return the tab of what the document gives agencies to do, as printed and on a day.

    `agency` and `role` are what was asked for, and `whole` whether the duties are also those of
    all that carry the document out; the files hold what these let through.
    """
    options = [("agency", agency)] if agency else []
    options += [("role", role.value)] if role else []
    options += [("as_of", head.as_of)] if head.as_of else []
    forms: Forms = (*FORMS, (load_texts()("download.tasks"), "tasks-xlsx"))
    within = "lineage" if whole else "document"
    asked = [(within, head.document.key), *options, ("limit", MOST)]
    return tab_page(
        Tab.DUTIES,
        head,
        options=[*options, ("whole", "true")] if whole else options,
        duties=duties,
        counts={"duties": head.duties},
        asked={"agency": agency, "role": role.value if role else "", "whole": whole},
        roles=tuple(Role),
        downloads=[("download.duties", files_at("/v1/duties", asked, forms))],
    )


def timeline_tab(head: Head, timeline: Timeline) -> str:
    """Return the tab of what happened to the document, the earliest first."""
    files = [("download.timeline", _files(head, "timeline"))]
    return tab_page(Tab.TIMELINE, head, timeline=timeline, downloads=files)


def findings_tab(head: Head, findings: FindingList) -> str:
    """Return the tab of what does not fit, each with its sentences."""
    about = [("document", head.document.key), ("limit", MOST)]
    files = [("download.findings", files_at("/v1/findings", about))]
    return tab_page(Tab.FINDINGS, head, findings=findings, downloads=files)


def text_tab(
    head: Head,
    text: SourceTextView | None,
    others: Iterable[Document] = (),
    why: Sequence[dict[str, Any]] | None = None,
) -> str:
    """Return the tab of the text with its sentences marked; None for a stub.

    `others` are the documents that `ends_of` names. `why` are the reasons of what one sentence
    proves, in the shape of `phahe explain --json`, where they were asked for.
    """
    values = text_values(head.view, text, names_of([*others, head.document]))
    reasons = None if why is None else [_reason(one) for one in why]
    return tab_page(Tab.TEXT, head, **values, why=reasons, downloads=())


def _reason(one: dict[str, Any]) -> dict[str, Any]:
    """Return a reason with its words as people read them: each once, however many rows saw it."""
    seen = [(token["says"], token["quote"].strip()) for token in one["tokens"] if token["says"]]
    others = [(other["told"], other["quote"].strip()) for other in one["alternatives"]]
    return one | {"seen": list(dict.fromkeys(seen)), "not_read": list(dict.fromkeys(others))}


def _files(head: Head, question: str) -> list[tuple[str, str]]:
    until = {"as_of": head.as_of} if head.as_of else {}
    return downloads(head.document.key, question, {"limit": MOST, **until})


def tab_page(
    tab: Tab, head: Head, *, options: Sequence[tuple[str, str]] | None = None, **values: object
) -> str:
    """Return the page of a document with one tab, whose values are `values`.

    `options` are those that lead to the same tab again, but for its page; None for `as_of`.
    """
    counts = {Tab.DUTIES: head.duties, Tab.TARGETS: head.targets}
    until = [("as_of", head.as_of)] if head.as_of else []
    return render(
        f"tab_{tab}.html",
        view=head.view,
        document=head.document,
        tab=tab,
        tabs=tab_row(head.document.key, tab, counts, head.as_of),
        as_of=head.as_of,
        options=until if options is None else list(options),
        here=head.document.key,
        **values,
    )
