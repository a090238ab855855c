"""How generated documents name each other, and what a reader should make of it.

`Citations` writes the words and notes, in the shape of a labelled record, every reference and
every relation that the words state: the expectation comes from the writer, not from a reader.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from benchmarks.papers.forest import Kind, Paper, party_term_from
from benchmarks.papers.phrases import CODES, LAWS, subject

TERMS = {2016: "XII", 2021: "XIII"}


@dataclass(frozen=True, slots=True)
class Act:
    """A law, decree, circular or decision outside the forest; `about` as it is cited."""

    type: str
    number: str | None
    issued_on: date
    issuer: str | None
    about: str


@cache
def acts(seed: int) -> tuple[list[date], list[Act]]:
    """Return 240 made-up acts and the real laws, with their dates, oldest first."""
    rng = random.Random(f"acts {seed}")
    found = [Act("Luật", None, day, None, title) for title, day in LAWS]
    for number in range(1, 241):
        day = date(2008, 1, 5) + timedelta(days=rng.randrange(5400))
        found.append(_act(rng, number, day))
    found.sort(key=lambda act: (act.issued_on, act.number or "", act.about))
    return [act.issued_on for act in found], found


def _act(rng: random.Random, number: int, day: date) -> Act:
    about = subject(rng)
    form = rng.randrange(3)
    if form == 0:
        symbol = f"{number:02d}/{day.year}/NĐ-CP"
        return Act("Nghị định", symbol, day, "Chính phủ", f"quy định về {about}")
    if form == 1:
        return Act(
            "Quyết định",
            f"{number + 300}/QĐ-TTg",
            day,
            "Thủ tướng Chính phủ",
            f"về một số nhiệm vụ {about}",
        )
    ministry = rng.choice(CODES["ministries"])
    symbol = f"{number:02d}/{day.year}/TT-{ministry.code}"
    return Act("Thông tư", symbol, day, ministry.name, f"hướng dẫn {about}")


def issuer_in_citation(paper: Paper) -> str:
    """Return the issuer as a citation prints it: "Ban Chấp hành Trung ương (khóa XII)"."""
    if paper.kind is Kind.RESOLUTION:
        term = TERMS[party_term_from(paper.issued_on)]
        return f"Ban Chấp hành Trung ương (khóa {term})"
    return paper.issuer


def numeric(day: date) -> str:
    """Return the date as citations print it: "05/3/2018" (a zero before 1 and 2 only)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


@dataclass(slots=True)
class Citations:
    """The citations of one document under way."""

    references: list[dict[str, Any]] = field(default_factory=list)
    relations: dict[tuple[str, str, str], None] = field(default_factory=dict)
    keys: dict[tuple[str, str | None, date, str | None], str] = field(default_factory=dict)

    def short(self, cited: Paper | Act) -> str:
        """Type, number, date and issuer."""
        self.key(cited)
        day = f"ngày {numeric(cited.issued_on)}"
        if isinstance(cited, Act):
            issuer = f" của {cited.issuer}" if cited.issuer else ""
            name = f"số {cited.number}" if cited.number else cited.about
            return f"{cited.type} {name} {day}{issuer}"
        return f"{cited.type} số {cited.number} {day} của {issuer_in_citation(cited)}"

    def bare(self, cited: Paper) -> str:
        """Type and number only."""
        self.key(cited)
        return f"{cited.type} số {cited.number}"

    def full(self, cited: Paper | Act) -> str:
        """The short form with what the document is about, or what it carries out in its turn."""
        if isinstance(cited, Act):
            return f"{self.short(cited)} {cited.about}" if cited.number else self.short(cited)
        if cited.kind is Kind.PROGRAMME:
            tail = f"ban hành Chương trình hành động của Chính phủ {self.carried(cited)}"
        elif cited.kind is Kind.STRATEGY:
            tail = f"phê duyệt Đề án {cited.subject}"
        elif cited.parents:
            tail = self.carried(cited)
        else:
            tail = f"về {cited.subject}"
        return f"{self.short(cited)} {tail}"

    def carried(self, paper: Paper) -> str:
        """The clause that says what the cited `paper` carries out; the text states that edge.

        Of two parents the first is named: "căn cứ A thực hiện B và C" may mean two things.
        """
        parent = paper.parents[0]
        self.relate(paper, "IMPLEMENTS", parent)
        return f"thực hiện {self.short(parent)} về {paper.subject}"

    def relate(self, source: Paper | None, kind: str, target: Paper | Act) -> None:
        """Note that the text says so; None is the document itself."""
        start = "SELF" if source is None else self.key(source)
        self.relations[start, kind, self.key(target)] = None

    def cite(self, cited: Paper | Act) -> None:
        """Note a mention in the body: CITES, unless the text says something stronger."""
        target = self.key(cited)
        if not any(r[0] == "SELF" and r[2] == target for r in self.relations):
            self.relations["SELF", "CITES", target] = None

    def key(self, cited: Paper | Act) -> str:
        """Return the reference's key, a new one at the first mention."""
        identity = (cited.type, cited.number, cited.issued_on, cited.issuer)
        known = self.keys.get(identity)
        if known is None:
            known = self.keys[identity] = f"R{len(self.keys) + 1}"
            self.references.append(_reference(known, cited))
        return known


def _reference(key: str, cited: Paper | Act) -> dict[str, Any]:
    """The labelled reference, and beside it where its issuer stands, as a record has it."""
    title = cited.about if isinstance(cited, Act) else cited.subject
    place = None if isinstance(cited, Act) else cited.place
    resolution = not isinstance(cited, Act) and cited.kind is Kind.RESOLUTION
    return {
        "key": key,
        "type": cited.type,
        "number": cited.number,
        "issue_date": cited.issued_on.isoformat(),
        "other_dates": [],
        "issuer": cited.issuer,
        "title": title if cited.number else f"Luật {title}",
        "mentions": [],
        "level": "central" if isinstance(cited, Act) else cited.level,
        "province": place.name if place else None,
        "district": None if isinstance(cited, Act) else cited.district,
        "term": TERMS[party_term_from(cited.issued_on)] if resolution else None,
    }


def acts_before(seed: int, day: date, rng: random.Random, count: int) -> list[Act]:
    """Return `count` different acts issued before `day`, at random."""
    dates, known = acts(seed)
    return rng.sample(known[: bisect_left(dates, day)], count)
