"""What a change touches: its own claims, and all claims of the blocks that they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.identity.claims import claim_of_header, claim_of_loose, claim_of_reference
from graph.identity.facts import CountedClaim
from graph.identity.homes import at_home, of_acts
from graph.identity.issued import ISSUED, WORK, issued_claim
from graph.identity.law_numbers import law_claim
from graph.identity.plenum_ties import plenum_claim
from graph.identity.reach import parted, reached
from graph.judgement import Judgement, linked_blocks
from graph.model import Claim, FileContent, StoredClaim, StoredFile
from graph.store import Store
from loaders.records import EXTRACTOR_VERSION, SELF, DocumentRecord, Quality


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as it was just read; `name` is what the store calls it.

    A record of quality `needs_review` makes the outcome `needs_review`: its header stands for a
    node, and it asserts nothing. `code` and `message` are kept with the file.
    """

    name: str
    record: DocumentRecord
    text: str
    version: str = EXTRACTOR_VERSION
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Touched:
    """The claims that a change concerns.

    `gone` are the names of files that are replaced, retracted or failed, `old_files` those of
    them that the store has; `uses` gives for each new file the claim id of SELF and of each
    reference; `stored` are the claims of the touched blocks as they were, `alive` as they will be;
    `unsaid` are the claims that old files made; `judged` are the blocks that judgements concern,
    `judgements` the ones in force there; `reread` has, for claims that old files made, the one that
    the same file makes in the same words now.
    """

    new: Mapping[str, ReadFile]
    gone: frozenset[str]
    old_files: dict[str, StoredFile]
    uses: dict[str, dict[str, str]]
    stored: dict[str, StoredClaim]
    alive: tuple[CountedClaim, ...]
    unsaid: frozenset[str]
    judged: frozenset[str] = frozenset()
    judgements: tuple[Judgement, ...] = ()
    reread: Mapping[str, str] = field(default_factory=dict)

    def judged_claims(self) -> list[CountedClaim]:
        """Return the claims of the blocks that judgements concern."""
        return [one for one in self.alive if one.claim.block in self.judged]

    def parts(self) -> list[list[CountedClaim]]:
        """Return the claims that are sorted into documents together, by the rules alone."""
        return parted(one for one in self.alive if one.claim.block not in self.judged)


def claims_in(record: DocumentRecord) -> dict[str, Claim]:
    """Return the claims of a record by SELF, reference key and key of loose mentions, and those of
    what its documents issue, by the key of the document and `WORK`.
    """
    record = of_acts(at_home(record))
    own = claim_of_header(record)
    claims = {SELF: own}
    if record.quality is not Quality.NEEDS_REVIEW:
        issued = issued_claim(record, own)
        if issued is not None:
            claims[ISSUED] = issued
        for reference in record.references:
            said = claim_of_reference(reference, record.document, own)
            claims[reference.key] = said
            tie = plenum_claim(reference, said) or law_claim(reference, said)
            if tie is not None:
                claims[f"{reference.key}{WORK}"] = tie
            loose = claim_of_loose(reference, record.document, own)
            if loose is not None:
                claims[reference.loose_key] = loose
    return claims


def touched_by(
    store: Store,
    new: Mapping[str, ReadFile],
    lost: Collection[str],
    kept: Sequence[Judgement] = (),
    judgements: Sequence[Judgement] = (),
) -> Touched:
    """Return what loading `new`, losing the files `lost` and writing `judgements` touches.

    `kept` are the judgements in force that the store has.
    """
    gone = frozenset({*new, *lost})
    old_files = {file.name: file for file in store.files(sorted(gone))}
    claims, uses = _said(new)
    counts = Counter(number for said in uses.values() for number in set(said.values()))
    read_before = sorted(name for name, file in old_files.items() if file.outcome != "failed")
    unsaid = Counter[str]()
    reread: dict[str, str] = {}
    for content in store.contents(read_before) if read_before else ():
        unsaid.update(set(content.claims.values()))
        if (file := new.get(content.file.name)) is not None:
            reread |= _reread(content, file.record, uses[content.file.name])
    counts.subtract(unsaid)
    in_force = {one.id: one for one in kept}
    in_force |= {one.id: one for one in judgements}
    rows = [one for _, one in sorted(in_force.items())]
    turned = {block for one in judgements for block in one.blocks}
    stored, judged = _stored(store, claims.values(), unsaid, rows, turned)
    alive = [
        CountedClaim(number, one.claim, files)
        for number, one in stored.items()
        if (files := one.files + counts[number]) > 0
    ]
    alive += [
        CountedClaim(number, claim, counts[number])
        for number, claim in claims.items()
        if number not in stored and counts[number] > 0
    ]
    here = tuple(row for row in rows if row.undone is None and row.blocks & judged)
    return Touched(
        new, gone, old_files, uses, stored, tuple(alive), frozenset(unsaid), judged, here, reread
    )


def _said(new: Mapping[str, ReadFile]) -> tuple[dict[str, Claim], dict[str, dict[str, str]]]:
    """Return the claims of the files by their id, and of each file those of its references."""
    claims: dict[str, Claim] = {}
    known: dict[Claim, str] = {}  # what many papers cite is said of it in the same words
    uses: dict[str, dict[str, str]] = {}
    for name, file in new.items():
        uses[name] = {}
        for reference, claim in claims_in(file.record).items():
            number = known.get(claim) or known.setdefault(claim, claim.id)
            claims[number] = claim
            uses[name][reference] = number
    return claims, uses


def _reread(old: FileContent, record: DocumentRecord, uses: Mapping[str, str]) -> dict[str, str]:
    """Return the old claim of each reference with the new one that begins with the same passage."""
    here = {one.mentions[0].passage: uses[one.key] for one in record.references if one.key in uses}
    return {
        old.claims[one.key]: here[one.mentions[0].passage]
        for one in old.record.references
        if one.key in old.claims and one.mentions[0].passage in here
    }


def _stored(
    store: Store,
    claims: Iterable[Claim],
    unsaid: Collection[str],
    judgements: Sequence[Judgement],
    turned: Collection[str],
) -> tuple[dict[str, StoredClaim], frozenset[str]]:
    """Return the stored claims that the new and the lost ones, and the judgements of the blocks
    `turned`, may concern; and the blocks that are judged."""
    touched = [*claims]
    if unsaid:
        touched += [one.claim for one in store.claims(ids=sorted(unsaid))]
    blocks = {claim.block for claim in touched}
    judged = linked_blocks(judgements, blocks | set(turned)) if judgements else frozenset()
    return reached(store, touched, judged), judged
