"""A document's page as one file that needs no network and no service."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.model import Document
from graph.stated import Duty
from queries.documents import DocumentView, SourceTextView
from queries.fact_shapes import duty_list_json, target_list_json
from queries.facts import FactList, TargetList
from queries.findings import FindingList
from queries.lineage import Lineage
from queries.sieve import Sieve
from queries.timeline import Timeline
from visual.choices import LineageChoice, all_groups, choice_values
from visual.document_values import ends_of, lineage_values, parts_unnamed, text_values
from visual.network import picture_data
from visual.rendering import SCRIPTS, STYLES, content_hash, render, static_text
from visual.tables import documents_of, names_of
from visual.texts import load_texts


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document sets as targets, whom it gives what to do, what happened to it, and what
    does not fit.
    """

    targets: TargetList
    duties: FactList[Duty]
    timeline: Timeline
    findings: FindingList


def single_file(
    view: DocumentView,
    answers: tuple[Lineage, Lineage],
    text: SourceTextView | None,
    stated: Stated,
    others: Iterable[Document] = (),
    *,
    choice: LineageChoice | None = None,
) -> str:
    """Return the page of a document, all its tabs one beneath the other, as one file.

    Written as UTF-8 it opens from `file://`; styles and scripts are inside, allowed by hash.
    `answers` are ancestors and descendants: its graph, its tables and the filters in it go as far
    as they do. `choice` is what they were asked with; `others` are the documents that `unnamed`
    gives.
    """
    known = tuple(others)
    choice = choice or LineageChoice(groups=all_groups(answers))
    scripts, styles = [static_text(n) for n in SCRIPTS], [static_text(n) for n in STYLES]
    policy = (
        f"default-src 'none'; script-src {' '.join(map(content_hash, scripts))}; "
        f"style-src {' '.join(map(content_hash, styles))}; img-src data: blob:; base-uri 'none'; "
        "form-action 'none'"
    )
    names = names_of([*known, *reversed(documents_of(view, *answers))])
    facts = {
        "duties": duty_list_json(stated.duties),
        "targets": target_list_json(stated.targets),
    }
    return render(
        "single.html",
        **lineage_values(view, answers, known),
        **text_values(view, text, names),
        held=_held(answers),
        view=view,
        document=view.document,
        here=view.document.key,
        targets=stated.targets,
        duties=stated.duties,
        timeline=stated.timeline,
        findings=stated.findings,
        counts={"duties": stated.duties.total, "targets": stated.targets.total},
        as_of=choice.as_of,
        options=[],
        **choice_values(replace(choice, sieve=Sieve())),
        picture=picture_data(
            view.document.key, answers, load_texts(), service=False, choice=choice, facts=facts
        ),
        why=None,
        links=False,
        policy=policy,
        inline_scripts=scripts,
        inline_styles=styles,
    )


def _held(answers: tuple[Lineage, Lineage]) -> tuple[int, int] | None:
    """Return how many of how many documents the file holds, None where it holds all."""
    held, total = (
        sum(sizes) for sizes in zip(*((len(a.items), a.total) for a in answers), strict=True)
    )
    return (held, total) if held < total else None


def unnamed(
    view: DocumentView, ancestors: Lineage, descendants: Lineage, text: SourceTextView | None
) -> frozenset[str]:
    """Return the keys that the file of `view` names and these results do not describe."""
    told = {d.key for d in documents_of(view, ancestors, descendants)}
    return (parts_unnamed(view, ancestors, descendants) | ends_of(text)) - told
