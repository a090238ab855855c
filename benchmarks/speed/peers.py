"""Citation readers of other languages beside ours: eyecite (English), refex (German).

Both get two kinds of text: the generated Vietnamese papers, of which they know nothing, and made
text of their own language with as many characters a citation as those papers have. Each hands out
citation objects with their places; eyecite finds parties and courts besides, ours relations,
targets and duties.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from benchmarks.speed.timing import Measure
from loaders.citations.find import find_citations
from loaders.layout.structure import Outline
from loaders.names.agencies import Home
from loaders.names.numbers import find_numbers
from loaders.read import read_text
from loaders.text.source_text import SourceText

Reader = Callable[[str], int]
"""Reads a text and returns how many citations it found."""

ENGLISH = (
    "The court held that the statute applies to every officer of the board because the record "
    "shows that notice was given before the hearing and no party objected to the order in time"
)
GERMAN = (
    "Das Gericht hat entschieden dass die Behörde den Antrag nach Anhörung der Beteiligten "
    "ablehnen durfte weil die Frist bereits abgelaufen war und keine Gründe vorgetragen wurden"
)


@dataclass(frozen=True, slots=True)
class Peer:
    """A package that reads citations: how it is called, and text of its language."""

    package: str
    words: str
    cite: Callable[[random.Random], str]
    load: Callable[[], Reader]


def _american(rng: random.Random) -> str:
    volume, page, year = rng.randint(100, 560), rng.randint(1, 900), rng.randint(1950, 2015)
    return f"Smith v. Jones, {volume} U.S. {page} ({year})"


def _german(rng: random.Random) -> str:
    law = rng.choice(("BGB", "StGB", "VwGO", "ZPO"))
    return f"§ {rng.randint(1, 400)} Abs. {rng.randint(1, 4)} {law}"


def _eyecite() -> Reader:
    from eyecite import get_citations

    return lambda text: len(get_citations(text))


def _refex() -> Reader:
    from refex.orchestrator import CitationExtractor

    extractor = CitationExtractor()
    return lambda text: len(extractor.extract(text).citations)


PEERS = (
    Peer("eyecite", ENGLISH, _american, _eyecite),
    Peer("legal-reference-extraction", GERMAN, _german, _refex),
)


def whole_reading(text: str) -> int:
    """Read everything that phahe reads of a paper; return the citations."""
    return sum(len(one.mentions) for one in read_text(text, "paper.txt").references)


def citations_alone(text: str) -> int:
    """Read the citations of a paper as a peer does: text in, citations with their places out."""
    source = SourceText.of(text)
    blocks = Outline(source).blocks
    return len(find_citations(source, blocks, find_numbers(source), Home()))


def made(peer: Peer, size: int, every: int, seed: int = 1) -> str:
    """Return about `size` characters in a peer's language with a citation every `every` ones."""
    rng = random.Random(seed)
    return " ".join(_parts(peer, size, every, rng))


def _parts(peer: Peer, size: int, every: int, rng: random.Random) -> Iterator[str]:
    words = peer.words.split()
    length = since = 0
    while length < size:
        part = rng.choice(words)
        if since >= every:
            part, since = f"See {peer.cite(rng)}.", since - every
        length += len(part) + 1
        since += len(part) + 1
        yield part


def peer_measures(papers: Sequence[str]) -> list[Measure]:
    """Time ours and each installed peer on the papers, and each peer on its own language.

    A peer that is not installed has a line of zero: `pip install '.[bench]'` installs both.
    """
    measures, found = _timed("phahe, citations alone", citations_alone, papers)
    whole, _ = _timed("phahe, everything", whole_reading, papers)
    measures += whole
    alone = measures[0].value
    every = sum(map(len, papers)) // max(found, 1)
    for peer in PEERS:
        try:
            name = f"{peer.package} {version(peer.package)}"
        except PackageNotFoundError:
            measures.append(Measure(f"{peer.package}, not installed", 0.0, "MB/s"))
            continue
        reader = peer.load()
        measures += _timed(f"{name}, the Vietnamese papers", reader, papers)[0]
        own = [made(peer, len(paper), every, seed) for seed, paper in enumerate(papers)]
        lines, _ = _timed(f"{name}, one citation in {every} characters", reader, own)
        measures += lines
        goal = ">= 100" if peer.package == "eyecite" else ">= 5"
        ratio = alone / lines[0].value
        measures.append(Measure(f"phahe, citations alone / {name}", ratio, "x", goal))
    return measures


def _timed(name: str, read: Reader, texts: Sequence[str]) -> tuple[list[Measure], int]:
    """Return the speed and the citations of the quickest of three passes, and all citations."""
    size = sum(len(text.encode("utf-8")) for text in texts)
    seconds, found = [], 0
    for _ in range(3):
        started = time.process_time()
        found = sum(map(read, texts))
        seconds.append(time.process_time() - started)
    return [
        Measure(name, size / 1e6 / min(seconds), "MB/s"),
        Measure(name, found / len(texts), "citations/text"),
    ], found
