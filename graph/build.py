"""Building: newly read files in, one Change of the graph out.

The graph is a function of the set of loaded files and of the judgements in force: only the blocks
that a change touches are sorted into documents again, from all their claims, so that order, pieces
and reloading make no difference (redirects apart: they tell what happened).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeVar

from graph.asserting import assertions_of
from graph.change import Change
from graph.errors import StoreChanged
from graph.identity.clusters import Cluster, cluster
from graph.identity.facts import CountedClaim
from graph.identity.issued import ISSUED
from graph.identity.judged import judged_clusters
from graph.identity.seats import Side
from graph.identity.touched import ReadFile, Touched, touched_by
from graph.judgement import Judgement
from graph.judgement_criteria import judgements_of
from graph.model import Document, FileContent, StoredClaim, StoredFile
from graph.nodes import document_of, own_files
from graph.store import Store
from loaders.records import SELF, Quality

Done = TypeVar("Done")
_TRIES = 20


def write_files(
    store: Store,
    contents: Sequence[ReadFile],
    retract: Sequence[str] = (),
    failures: Sequence[StoredFile] = (),
) -> Change:
    """Build the change and commit it, again where another program wrote in between.

    Returns the change that was committed. Raises StoreUnavailable, and StoreChanged when others
    never cease to write.
    """

    def attempt() -> Change:
        change = build_change(store, contents, retract, failures)
        store.commit(change)
        return change

    return written(attempt)


def written(attempt: Callable[[], Done]) -> Done:
    """Return what `attempt` returns, which is made anew where another program wrote in between.

    Raises StoreChanged when others never cease to write.
    """
    for _ in range(_TRIES):
        try:
            return attempt()
        except StoreChanged:
            continue
    raise StoreChanged("other programs write to the store all the time; try again later")


def build_change(
    store: Store,
    contents: Sequence[ReadFile],
    retract: Sequence[str] = (),
    failures: Sequence[StoredFile] = (),
    judgements: Sequence[Judgement] = (),
) -> Change:
    """Return the change that loads `contents`, forgets `retract`, notes `failures` and writes
    `judgements`.

    A file of a name that the store has is replaced, and so is one that now failed: what it
    asserted goes. Of several contents of one name the last one counts, and a name in `contents`
    is not retracted. Nothing is written.
    """
    state = store.state()
    new = {file.name: file for file in contents}
    failed = {file.name: file for file in failures if file.name not in new}
    gone = sorted(set(retract) - new.keys() - failed.keys())
    kept = judgements_of(store, in_force=True) if state.judgements else []
    touched = touched_by(store, new, {*failed, *gone}, kept, judgements)
    judged = judged_clusters(touched.judged_claims(), touched.judgements)
    clusters = [one for part in touched.parts() for one in cluster(part)] + judged.clusters
    clusters, unnamed = _named(clusters)
    homes = {counted.id: one.key for one in clusters for counted in one.claims}
    moved = {
        name
        for name, stored in touched.stored.items()
        if (name in homes or name in unnamed) and stored.document != homes.get(name)
    }
    resaid = _resaid(store, moved, touched)
    redirects = _redirects(touched, homes)
    said = [_content(touched.new[name], touched.uses[name], homes) for name in sorted(new)]
    elsewhere = _homes_elsewhere(store, resaid, homes, unnamed)
    return Change(
        retract=tuple(gone),
        documents=_documents(store, touched, clusters),
        claims=_claims(touched, clusters, unnamed.values()),
        contents=tuple(said),
        failures=tuple(failed[name] for name in sorted(failed)),
        reassert=tuple(sorted([*new, *(content.file.name for content in resaid)])),
        assertions=tuple(
            assertion
            for content in [*said, *resaid]
            for assertion in assertions_of(content, elsewhere)
        ),
        redirects=redirects
        | _renamed(store, touched, judged.located, redirects, set(homes.values())),
        revision=state.revision,
        judgements=tuple(judgements),
    )


def _named(clusters: Sequence[Cluster]) -> tuple[list[Cluster], dict[str, CountedClaim]]:
    """Return the clusters that are nodes, and by id the claims of issued works of no node.

    A work that a header issues is a node where a paper names it, or may mean it.
    """
    meant = {key for one in clusters for some in one.candidates.values() for key in some}
    found: list[Cluster] = []
    unnamed: dict[str, CountedClaim] = {}
    for one in clusters:
        if one.key in meant or not all(counted.claim.issued for counted in one.claims):
            found.append(one)
        else:
            unnamed |= {counted.id: counted for counted in one.claims}
    return found, unnamed


def _content(file: ReadFile, uses: dict[str, str], homes: dict[str, str]) -> FileContent:
    unread = file.record.quality is Quality.NEEDS_REVIEW
    stored = StoredFile(
        name=file.name,
        sha256=file.record.sha256,
        version=file.version,
        outcome="needs_review" if unread else "loaded",
        document=homes[uses[SELF]],
        code=file.code,
        message=file.message,
    )
    return FileContent(stored, file.record, file.text, uses)


def _claims(
    touched: Touched, clusters: Sequence[Cluster], unnamed: Iterable[CountedClaim]
) -> tuple[StoredClaim, ...]:
    """Return the claims that are new or have another node or other candidates than before."""
    found = [
        StoredClaim(counted.claim, None, (), counted.files)
        for counted in unnamed
        if (old := touched.stored.get(counted.id)) is None or old.document is not None
    ]
    for one in clusters:
        for counted in one.claims:
            candidates = one.candidates.get(counted.id, ())
            old = touched.stored.get(counted.id)
            if old is None or (old.document, old.candidates) != (one.key, candidates):
                found.append(StoredClaim(counted.claim, one.key, candidates, counted.files))
    return tuple(found)


def _documents(store: Store, touched: Touched, clusters: Sequence[Cluster]) -> tuple[Document, ...]:
    before = {stored.document for stored in touched.stored.values() if stored.document}
    keys = before | {one.key for one in clusters}
    old = {key: node for key, node in store.documents(sorted(keys)).items() if node.key == key}
    files = own_files(store, touched, clusters, old)
    nodes = [document_of(one, files.get(one.key, {})) for one in clusters]
    return tuple(node for node in nodes if old.get(node.key) != node)


def _resaid(store: Store, moved: Collection[str], touched: Touched) -> list[FileContent]:
    """Return the files that stay and made one of the claims that moved.

    Those whose titles issue works come with their text, which is what they assert it with.
    """
    if not moved:
        return []
    found = {
        content.file.name: content
        for content in store.contents((), claims=sorted(moved))
        if content.file.name not in touched.gone
    }
    issuing = sorted(name for name, content in found.items() if ISSUED in content.claims)
    if issuing:
        found |= {one.file.name: one for one in store.contents(issuing, text=True)}
    return list(found.values())


def _homes_elsewhere(
    store: Store, resaid: Sequence[FileContent], homes: dict[str, str], unnamed: Collection[str]
) -> dict[str, str]:
    """Return the nodes of all claims that the change speaks of, of untouched blocks too."""
    others = {claim for content in resaid for claim in content.claims.values()} - homes.keys()
    others -= set(unnamed)
    if not others:
        return homes
    stored = store.claims(ids=sorted(others))
    found = {one.claim.id: one.document for one in stored if one.document is not None}
    return homes | found


def _redirects(touched: Touched, homes: dict[str, str]) -> dict[str, str]:
    """Return where each key that is no more leads: to the one node that all its claims went to.

    A claim that a file makes anew in the same words goes where that one is. Where they parted, to
    that of its own files; where none is left, to the node of the file that was read anew under the
    same name. Else the key leads nowhere.
    """
    alive = set(homes.values())
    targets: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    for name, stored in touched.stored.items():
        key = stored.document
        if key is None or key in alive:
            continue
        if name in homes:
            targets.setdefault(key, set()).add(homes[name])
            if stored.claim.own:
                owners.setdefault(key, set()).add(homes[name])
        else:
            now = homes.get(touched.reread.get(name, ""))
            targets.setdefault(key, set()).update({now} if now else ())
    for name, file in touched.old_files.items():
        if name in touched.new and file.document in targets and not targets[file.document]:
            targets[file.document] = {homes[touched.uses[name][SELF]]}
    return {
        key: next(iter(found if len(found) == 1 else owners[key]))
        for key, found in sorted(targets.items())
        if len(found) == 1 or len(owners.get(key, ())) == 1
    }


def _renamed(
    store: Store,
    touched: Touched,
    located: Mapping[Side, str],
    redirects: Mapping[str, str],
    alive: Collection[str],
) -> dict[str, str]:
    """Return where the keys lead that judged documents had when they were judged.

    To the nodes that the documents are today, also where none of their claims is what it was. Left
    out are keys that are `alive`, and those that lead there already, by `redirects` or before.
    """
    keys = {
        anchor.key: located[row.id, place]
        for row in touched.judgements
        for place, anchor in enumerate(row.anchors)
        if (row.id, place) in located and anchor.key not in alive
    }
    before = {stored.document for stored in touched.stored.values()}
    today = store.documents(sorted(keys)) if keys else {}
    found = {}
    for old, new in sorted(keys.items()):
        now = today[old].key if old in today else old
        in_use = old in today and now == old and old not in before
        if not in_use and redirects.get(now, now) != new:
            found[old] = new
    return found
