"""How long it takes to say which document a citation means, in a register of a million.

python -m benchmarks.resolving [--documents 1000000] [--times 400] [--store FILE]

Figures go to benchmarks/results_resolving.json; what is measured is reading the words and
`queries.resolve`, on a store that is opened once, as a service does.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from api.references import readings_of
from benchmarks.speed.register import claims, document_of, fill
from benchmarks.speed.timing import Measure, keep, percentiles, timed
from graph.model import Claim, MentionStatus
from graph.sqlite_store.store import SqliteStore
from graph.store import Store
from queries.resolution import Resolution
from queries.resolve import resolve

RESULTS = Path(__file__).parent / "results_resolving.json"
GOAL = "<= 1 ms"
_PAPER = "2025-12-31"
Form = Callable[[Claim], tuple[str, str | None]]


def _full(claim: Claim) -> tuple[str, str | None]:
    day = "/".join(reversed((claim.issue_date or "").split("-")))
    return f"{claim.type} số {claim.number} ngày {day} của {claim.issuer}", None


def _from_the_province(claim: Claim) -> tuple[str, str | None]:
    day = "/".join(reversed((claim.issue_date or "").split("-")))
    return f"{claim.type} số {claim.number} ngày {day}", claim.province


def _undated(claim: Claim) -> tuple[str, str | None]:
    return f"{claim.type} số {claim.number} của {claim.issuer} {claim.title}", None


FORMS: dict[str, Form] = {
    "with day and issuer": _full,
    "with its day, in a paper of its province": _from_the_province,
    "with issuer and subject": _undated,
}


def asked(count: int, documents: int) -> list[Claim]:
    """Return documents of the register, spread over all of it, in an order drawn by lot."""
    found = list(islice(claims(documents), 0, None, max(documents // count, 1)))
    random.Random("resolving").shuffle(found)
    return found[:count]


def measures(store: Store, wanted: Sequence[Claim]) -> Iterator[Measure]:
    """Yield the times of each form, of all of them, and what came of them."""
    every: list[float] = []
    for name, form in FORMS.items():
        answers: list[Resolution] = []
        actions = [_action(store, form(claim), answers) for claim in wanted]
        taken = timed(actions)
        every += taken
        yield from percentiles(f"resolve a number {name}", taken)
        right = sum(
            one.document is not None and one.document.key == document_of(claim).key
            for one, claim in zip(answers, wanted, strict=True)
        )
        yield Measure(f"found of a number {name}", 100 * right / len(wanted), "%")
    yield from percentiles("resolve, all of these", every, GOAL)
    texts = [form(claim) for form in FORMS.values() for claim in wanted]
    read = timed(
        partial(readings_of, store, text, province=place, date=_PAPER) for text, place in texts
    )
    yield from percentiles("of which to read the words", read)
    bare = [claim for claim in wanted if claim.number is not None][: len(wanted) // 4]
    answers = []
    taken = timed(_action(store, (claim.number or "", None), answers) for claim in bare)
    yield from percentiles("resolve a bare number, which thousands bear", taken)
    open_ones = sum(one.status is MentionStatus.AMBIGUOUS for one in answers)
    yield Measure("ambiguous of bare numbers", 100 * open_ones / len(bare), "%")


def _action(
    store: Store, words: tuple[str, str | None], answers: list[Resolution]
) -> Callable[[], None]:
    text, province = words

    def ask() -> None:
        said = readings_of(store, text, province=province, date=_PAPER)
        answers.append(resolve(store, text, said, until=_PAPER))

    return ask


def main() -> None:
    """Fill a register where none is given, ask, print and keep the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=400)
    parser.add_argument("--store", type=Path, help="a register to keep, filled where it is none")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="phahe-register-") as folder:
        path = options.store or Path(folder) / "register.sqlite"
        found: list[Measure] = []
        if not path.exists():
            started = time.perf_counter()
            fill(path, claims(options.documents))
            found.append(Measure("fill the register", time.perf_counter() - started, "s"))
        store = SqliteStore.open(path)
        found += measures(store, asked(options.times, options.documents))
        store.close()
    keep(RESULTS, found, options.documents)


if __name__ == "__main__":
    main()
