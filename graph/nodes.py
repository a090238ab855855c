"""Nodes: the documents that clusters of claims become, with their files and quality."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.identity.clusters import Cluster
from graph.identity.touched import Touched
from graph.model import Document, DocumentStatus
from graph.store import Store
from loaders.records import SELF, Quality

_BEST_FIRST = (Quality.GOOD, Quality.GARBLED, Quality.NEEDS_REVIEW)

Files = dict[str, Quality]
"""File names with the quality of each text."""


def document_of(cluster: Cluster, files: Mapping[str, Quality]) -> Document:
    """Return the node of a cluster; its quality is that of its best text."""
    facts = cluster.facts
    return Document(
        key=cluster.key,
        type=facts.type,
        number=facts.number,
        title=facts.title,
        issuer=facts.issuer,
        issue_date=facts.issue_date,
        level=facts.level,
        province=facts.province,
        district=facts.district,
        status=DocumentStatus.LOADED if files else DocumentStatus.CITED_ONLY,
        quality=min(files.values(), key=_BEST_FIRST.index) if files else None,
        files=tuple(sorted(files)),
    )


def own_files(
    store: Store,
    touched: Touched,
    clusters: Sequence[Cluster],
    old: Mapping[str, Document],
) -> dict[str, Files]:
    """Return the files of each node that has any, by key.

    A node whose headers are the same as before keeps its files; only where headers came, went or
    parted are the files that make them asked for.
    """
    by_claim: dict[str, Files] = defaultdict(dict)
    for name, file in touched.new.items():
        by_claim[touched.uses[name][SELF]][name] = file.record.quality
    before = _own_before(touched)
    found: dict[str, Files] = {}
    asked: dict[str, str] = {}
    for one in clusters:
        own = {counted.id for counted in one.claims if counted.claim.own}
        if not own:
            continue
        found[one.key] = {name: q for claim in own for name, q in by_claim[claim].items()}
        stayed = own & touched.stored.keys()
        nodes = {touched.stored[claim].document for claim in stayed}
        if any(not before[node] <= own or before[node] & touched.unsaid for node in nodes):
            asked.update((claim, one.key) for claim in stayed)
            continue
        for node in nodes:
            if node is not None and node in old:
                quality = old[node].quality or Quality.GOOD
                found[one.key].update((name, quality) for name in old[node].files)
    _ask(store, touched, asked, found)
    return found


def _own_before(touched: Touched) -> dict[str | None, set[str]]:
    before: dict[str | None, set[str]] = defaultdict(set)
    for name, stored in touched.stored.items():
        if stored.claim.own:
            before[stored.document].add(name)
    return before


def _ask(store: Store, touched: Touched, asked: Mapping[str, str], found: dict[str, Files]) -> None:
    """Add the files that the store has for these headers and that stay."""
    if not asked:
        return
    for content in store.contents((), claims=sorted(asked)):
        key = asked.get(content.claims[SELF])
        if key is not None and content.file.name not in touched.gone:
            found[key][content.file.name] = content.record.quality
