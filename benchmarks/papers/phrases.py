"""The generator's words (`phrases.toml`) and the sentences that are made of them."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_TABLE = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
WORDS: dict[str, list[str]] = {
    name: rows for name, rows in _TABLE.items() if isinstance(rows[0], str)
}


@dataclass(frozen=True, slots=True)
class Body:
    """A ministry, department or district with its code in document symbols."""

    name: str
    code: str


CODES: dict[str, list[Body]] = {
    "departments": [Body(row["name"], row["code"]) for row in _TABLE["departments"]],
    "ministries": [Body(row["name"], row["code"]) for row in _TABLE["ministries"]],
    "districts": [Body(name, "UBND") for name in WORDS["districts"]],
}
LAWS: list[tuple[str, date]] = [(row["title"], row["date"]) for row in _TABLE["laws"]]


def subject(rng: random.Random) -> str:
    """Return what a document is about: "tăng cường dinh dưỡng học đường tại cộng đồng"."""
    parts = ("subject_actions", "subject_fields", "subject_scopes")
    return " ".join(rng.choice(WORDS[part]) for part in parts)


def person(rng: random.Random) -> str:
    """Return a full name."""
    parts = ("family_names", "middle_names", "given_names")
    return " ".join(rng.choice(WORDS[part]) for part in parts)


def paragraphs(rng: random.Random, count: int) -> list[str]:
    """Return sentences that name no document, each of about 190 bytes."""
    openings = rng.choices(WORDS["openings"], k=count)
    verbs = rng.choices(WORDS["verbs"], k=2 * count)
    objects = rng.choices(WORDS["objects"], k=2 * count)
    scopes = rng.choices(WORDS["scopes"], k=count)
    means = rng.choices(WORDS["means"], k=count)
    purposes = rng.choices(WORDS["purposes"], k=count)
    return [
        f"{openings[i]} {verbs[i]} {objects[i]} {scopes[i]} {means[i]};"
        f" {verbs[count + i]} {objects[count + i]}, {purposes[i]}."
        for i in range(count)
    ]


def tasks(rng: random.Random, count: int) -> list[str]:
    """Return bulleted duties without a subject, each of about 150 bytes."""
    verbs = rng.choices(WORDS["verbs"], k=2 * count)
    objects = rng.choices(WORDS["objects"], k=2 * count)
    scopes = rng.choices(WORDS["scopes"], k=count)
    purposes = rng.choices(WORDS["purposes"], k=count)
    return [
        f"- {verbs[i].capitalize()} {objects[i]} {scopes[i]}; {verbs[count + i]}"
        f" {objects[count + i]}, {purposes[i]}."
        for i in range(count)
    ]


def targets(rng: random.Random, count: int, year: int) -> list[str]:
    """Return bulleted targets with a number, due in `year`."""
    names = rng.sample(WORDS["indicators"], count)
    return [f"- {name} đạt trên {rng.randint(40, 98)}% vào năm {year}." for name in names]
