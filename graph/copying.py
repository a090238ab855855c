"""Copying a whole graph from one store to another, whatever kind they are.

Everything goes through the store contract, in commits of whole files, and is then read again from
both stores and compared. A copy that was cut off goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from graph.change import Change
from graph.digest import digest
from graph.identity.issued import WORK
from graph.judgement_criteria import judgements_of
from graph.model import Assertion, FileContent, StoredClaim, StoredFile, StoreState
from graph.movable import MovableStore, leaving_edges, name_batches, written_meanwhile
from graph.store import Store
from loaders.errors import PhaheError

LETTERS = 16_000_000
"""A commit ends when its texts together have as many letters, however few files they are."""

_REMEDY = "empty it, and copy again while no other program writes to it"

Progress = Callable[[int, int], None]
"""Told how many of how many files are copied."""


class TargetInUse(PhaheError):
    """The store to copy to holds what the one to copy from does not: nothing was written."""

    code = "target_in_use"


class CopyDiffers(PhaheError):
    """After copying the two stores do not hold the same; the message says by what."""

    code = "copy_differs"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a finished copy holds; `written` is how many files this run had to write."""

    state: StoreState
    redirects: int
    digest: str
    written: int


def copy_graph(
    source: MovableStore, target: MovableStore, progress: Progress = lambda done, of: None
) -> Copied:
    """Copy all of `source` to `target`, verify it by counts and digest, and return the account.

    `target` must be empty, or hold a part of `source` and nothing else (a copy that was cut off).
    Raises TargetInUse where it does not, StoreChanged where one of the stores is written to by
    others meanwhile, CopyDiffers where the two do not come out the same.
    """
    before = source.state()
    missing = _missing(source, target)
    done = before.files - len(missing)
    for change, count in _changes(source, missing):
        _same_revision(source, before)
        target.commit(change)
        done += count
        progress(done, before.files)
    redirects, judgements = source.redirects(), tuple(judgements_of(source))
    if target.redirects() != redirects or tuple(judgements_of(target)) != judgements:
        target.commit(Change(redirects=redirects, judgements=judgements))
    return Copied(
        state=target.state(),
        redirects=len(redirects),
        digest=_verified(source, target, before),
        written=len(missing),
    )


def _missing(source: MovableStore, target: MovableStore) -> list[StoredFile]:
    """Return the files that the target lacks. Raises TargetInUse where it has other ones."""
    files = source.files()
    wanted = {file.name: file for file in files}
    here = {file.name: file for file in target.files()}
    foreign = [name for name, file in here.items() if wanted.get(name) != file]
    foreign += sorted(dict(target.redirects().items() - source.redirects().items()))
    judged = {one.id: one for one in judgements_of(source)}
    foreign += [one.id for one in judgements_of(target) if judged.get(one.id) != one]
    if foreign:
        raise TargetInUse(
            f"kho đích đã có điều mà kho nguồn không có như vậy: "
            f"{', '.join(foreign[:3])}{' …' * (len(foreign) > 3)}; hãy chép vào một kho trống"
        )
    return [file for file in files if file.name not in here]


def _changes(source: Store, files: list[StoredFile]) -> Iterator[tuple[Change, int]]:
    """Yield changes that bring the files, and how many each brings."""
    failed = {file.name: file for file in files if file.outcome == "failed"}
    for names in name_batches([file.name for file in files]):
        failures = tuple(failed[name] for name in names if name in failed)
        contents: list[FileContent] = []
        letters = 0
        for content in source.contents([n for n in names if n not in failed], text=True):
            contents.append(content)
            letters += len(content.text)
            if letters >= LETTERS:
                yield _change(source, contents, ()), len(contents)
                contents, letters = [], 0
        if contents or failures:
            yield _change(source, contents, failures), len(contents) + len(failures)


def _change(source: Store, contents: list[FileContent], failures: tuple[StoredFile, ...]) -> Change:
    """Return all that the contents bring: claims, nodes of these, and what the files assert."""
    ids = sorted({claim for one in contents for claim in one.claims.values()})
    claims = source.claims(ids=ids)
    keys = sorted({one.document for one in claims if one.document is not None})
    nodes = source.documents(keys)
    if len(claims) != len(ids) or len(nodes) != len(keys):
        raise written_meanwhile()
    names = tuple(one.file.name for one in contents)
    return Change(
        documents=tuple(nodes[key] for key in keys),
        claims=tuple(claims),
        contents=tuple(contents),
        failures=failures,
        reassert=names,
        assertions=tuple(_assertions(source, contents, claims)),
    )


def _assertions(
    source: Store, contents: list[FileContent], claims: list[StoredClaim]
) -> Iterator[Assertion]:
    """Yield what the store says that these files assert.

    It is read, not worked out again: a store may have been filled by an older phahe. Only a node
    that stands at an end of a file's relations can be the source of an edge that it asserts.
    """
    homes = {one.claim.id: one.document for one in claims}
    sources = set[str | None]()
    for one in contents:
        issuing = (name.removesuffix(WORK) for name in one.claims if name.endswith(WORK))
        sources.update(homes[one.claims[name]] for name in issuing)
        for relation in one.record.relations:
            ends = (relation.source, relation.target)
            sources.update(homes[one.claims[end]] for end in ends if end in one.claims)
    keys = sorted(key for key in sources if key is not None)
    names = {one.file.name for one in contents}
    for edge, said in leaving_edges(source, keys):
        yield from (Assertion(edge, one) for one in said if one.file in names)


def _same_revision(source: Store, before: StoreState) -> None:
    if source.state().revision != before.revision:
        raise written_meanwhile()


def _verified(source: MovableStore, target: MovableStore, before: StoreState) -> str:
    """Return the digest of both. Raises CopyDiffers, or StoreChanged where the source moved on."""
    _same_revision(source, before)
    _same_counts(before, target.state())
    expected = digest(source)
    _same_revision(source, before)
    found = digest(target)
    if found != expected:
        raise CopyDiffers(
            f"the copy does not hold the same: its digest is {found}, that of the graph "
            f"{expected}; {_REMEDY}"
        )
    return found


def _same_counts(expected: StoreState, found: StoreState) -> None:
    names = [field.name for field in fields(StoreState) if field.name != "revision"]
    other = [
        f"{name} {getattr(found, name)} instead of {getattr(expected, name)}"
        for name in names
        if getattr(found, name) != getattr(expected, name)
    ]
    if other:
        raise CopyDiffers(f"the copy does not hold the same: {', '.join(other)}; {_REMEDY}")
