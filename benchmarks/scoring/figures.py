"""The figures of reading: one labelled record against what was read from the same document.

Every figure is an F1 of counts but `header`, the share of header fields that are right. A
relation that goes through an act or through the plan it promulgates is one and the same:
both sides are merged before they are compared. A labelled record that leaves a part out
(`recipients`, `indicators` …) is not asked about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks.scoring.facts import score_duties, score_quantities
from benchmarks.scoring.matching import (
    Row,
    dates_of,
    dice,
    fold,
    likeness_of_names,
    likeness_of_references,
    pair,
    same_number,
)
from benchmarks.scoring.tally import Tally
from benchmarks.scoring.works import score_relations

HEADER = (
    *("type", "number", "symbol", "title", "issuer", "issue_date"),
    *("place", "level", "province", "district", "signer"),
)
CLOSE_ENOUGH = {"title": 0.8, "issuer": 0.75, "signer": 0.8}
PLACES = ("province", "district", "place")
PLACE_KIND = re.compile(r"^(tinh|thanh pho|tp|huyen|quan|thi xa) ")


def score_document(gold: Row, found: Row, text: str | None = None) -> Tally:
    """Return the figures of one document; with its `text` also `quotes` and `mentions`."""
    tally = Tally()
    if "document" in gold:
        score_header(gold["document"], found.get("document") or {}, tally)
    if "references" in gold:
        pairs = score_references(gold["references"], found.get("references") or [], tally)
        if text is not None:
            score_text(gold, found, text, pairs, tally)
        if "relations" in gold:
            score_relations(gold, found, pairs, tally)
    if "indicators" in gold:
        score_quantities(gold["indicators"], found.get("indicators") or [], tally)
    if "responsibilities" in gold:
        score_duties(gold["responsibilities"], found.get("responsibilities") or [], tally)
    if "recipients" in gold:
        want, have = gold["recipients"], found.get("recipients") or []
        tally.add("recipients", len(pair(want, have, likeness_of_names)), len(want), len(have))
    return tally


def score_header(gold: Row, found: Row, tally: Tally) -> None:
    """Count right fields; one that both leave out does not count."""
    asked = [name for name in HEADER if gold.get(name) is not None or found.get(name)]
    wrong = [name for name in asked if not _same_field(name, gold.get(name), found.get(name))]
    tally.add("header", len(asked) - len(wrong), len(asked), len(asked))
    tally.errors += [
        f"header {name}: want {gold.get(name)!r}, got {found.get(name)!r}" for name in wrong
    ]


def _same_field(name: str, want: str | None, have: str | None) -> bool:
    if name == "number":
        return same_number(want, have)
    if want is None:
        return False
    if name in PLACES:
        return PLACE_KIND.sub("", fold(want)) == PLACE_KIND.sub("", fold(have))
    if name in CLOSE_ENOUGH:
        return dice(want, have) >= CLOSE_ENOUGH[name]
    return fold(want) == fold(have)


def score_references(
    gold: Sequence[Row], found: Sequence[Row], tally: Tally
) -> list[tuple[int, int]]:
    """Count references and their dates; return which are the same document."""
    pairs = pair(gold, found, likeness_of_references)
    tally.add("references", len(pairs), len(gold), len(found))
    tally.list_unpaired("reference", list(map(_describe, gold)), list(map(_describe, found)), pairs)
    for i, j in pairs:
        want, have = dates_of(gold[i]), dates_of(found[j])
        tally.add("dates", len(want & have), len(want), len(have))
        if want != have:
            tally.errors.append(
                f"dates of {_describe(gold[i])}: want {sorted(want)}, got {sorted(have)}"
            )
    return pairs


def _describe(reference: Row) -> str:
    parts = [reference.get(name) for name in ("type", "number", "issue_date")]
    return " ".join(str(part) for part in [*parts, str(reference.get("title"))[:50]])


def score_text(
    gold: Row, found: Row, text: str, pairs: Sequence[tuple[int, int]], tally: Tally
) -> None:
    """Count quotes that are their slices, and labelled mentions that a read one covers."""
    quotes = list(quoted({name: part for name, part in found.items() if name != "document"}))
    wrong = [
        (span, quote)
        for span, quote in quotes
        if not 0 <= span[0] < span[1] <= len(text) or text[span[0] : span[1]] != quote
    ]
    tally.add("quotes", len(quotes) - len(wrong), len(quotes), len(quotes))
    tally.errors += [f"quote is not its slice: {span} {quote[:50]!r}" for span, quote in wrong]
    for i, j in pairs:
        rows = found["references"][j].get("mentions") or []
        spans = [row["span"] for row in rows if row["span"][1] - row["span"][0] <= 300]
        for mention in gold["references"][i].get("mentions") or []:
            places = _places_of(mention, text)
            if not places:
                continue
            hit = any(a < end and start < b for a, b in spans for start, end in places)
            tally.add("mentions", int(hit), 1, 1)
            if not hit:
                tally.errors.append(f"mention not covered: {mention[:60]!r}")


def quoted(node: object) -> Iterator[tuple[list[int], str]]:
    """Yield every span with its quote in a record, wherever it stands."""
    if isinstance(node, dict):
        if isinstance(node.get("span"), list) and isinstance(node.get("quote"), str):
            yield node["span"], node["quote"]
        for value in node.values():
            yield from quoted(value)
    elif isinstance(node, list):
        for value in node:
            yield from quoted(value)


def _places_of(mention: str, text: str) -> list[tuple[int, int]]:
    """Return where the mention stands, blanks of any kind and number taken as equal."""
    words = [re.escape(word) for word in mention.split()]
    return [match.span() for match in re.finditer(r"\s+".join(words), text)] if words else []
