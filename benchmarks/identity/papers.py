"""Papers of the made-up world: each names documents in the forms of such papers, all labelled.

A form is a function (document, rng) → words, or None where it does not suit the document. What a
form leaves open must be told by the paper that uses it: its province, its date, or a fuller name
before.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.identity.bcubed import TrueMention
from benchmarks.identity.world import PROVINCES, SUBJECTS, Thing, central, local

Form = Callable[[Thing, random.Random], str | None]


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A file's name and text with all that it names."""

    name: str
    text: str
    mentions: tuple[TrueMention, ...]


def _numbered(form: Form) -> Form:
    return lambda thing, rng: form(thing, rng) if thing.number else None


def _full(thing: Thing, rng: random.Random) -> str:
    about = f" về {thing.subject}" if thing.kind in ("plenum", "government", "plan") else ""
    return f"{thing.type} số {thing.number} ngày {thing.day} của {thing.issuer}{about}"


def _spelled(thing: Thing, rng: random.Random) -> str:
    return f"{thing.type} số {thing.number} {thing.spelled} của {thing.issuer}"


def _no_so(thing: Thing, rng: random.Random) -> str:
    return f"{thing.type} {thing.number}, {thing.spelled} của {thing.issuer}"


def _spaced(thing: Thing, rng: random.Random) -> str:
    number = (thing.number or "").replace("/", " / ").replace("-", " - ")
    return f"{thing.type} số: {number} ngày {thing.day} của {thing.issuer}"


def _lost_hyphen(thing: Thing, rng: random.Random) -> str | None:
    if thing.kind not in ("plan", "district", "government"):
        return None
    number = (thing.number or "").replace("-", "")
    return f"{thing.type} số {number} ngày {thing.day} của {thing.issuer}"


def _swapped(thing: Thing, rng: random.Random) -> str | None:
    if thing.kind != "plenum":
        return None
    head, tail = (thing.number or "").split("-", 1)
    return f"{thing.type} số {head}/{tail.replace('/', '-')} ngày {thing.day} của {thing.issuer}"


def _by_term(thing: Thing, rng: random.Random) -> str | None:
    if thing.kind != "plenum":
        return None
    return f"{thing.type} số {thing.number} của {thing.issuer} khóa {thing.term} về {thing.subject}"


def _by_subject(thing: Thing, rng: random.Random) -> str | None:
    if thing.kind != "plenum":
        return None
    return f"{thing.type} số {thing.number} của {thing.issuer} về {thing.subject}"


def _own_body(thing: Thing, rng: random.Random) -> str | None:
    if thing.kind not in ("plan", "party"):
        return None
    body = "UBND tỉnh" if thing.kind == "plan" else "Tỉnh ủy"
    return f"{thing.type} số {thing.number} ngày {thing.day} của {body}"


def _wrong_d(thing: Thing, rng: random.Random) -> str | None:
    if "Đ" not in (thing.number or ""):
        return None
    number = (thing.number or "").replace("Đ", "Ð")
    return f"{thing.type} số {number} ngày {thing.day} của {thing.issuer}"


def _law_by(part: str) -> Form:
    def form(thing: Thing, rng: random.Random) -> str | None:
        if thing.kind != "law":
            return None
        behind = {
            "day": f"ngày {thing.day}", "spelled": thing.spelled,
            "year": f"năm {thing.date[:4]}", "number": f"số {thing.number}",
            "both": f"số {thing.number} ngày {thing.day}",
        }[part]  # fmt: skip
        return f"Luật {thing.subject} {behind}"

    return form


def _congress(thing: Thing, rng: random.Random) -> str | None:
    if thing.kind != "congress":
        return None
    return f"Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ {thing.term}, nhiệm kỳ 2015-2020"


def _carrying(thing: Thing, rng: random.Random) -> str | None:
    work = thing.carried
    if work is None:
        return None
    return (
        f"Quyết định số {thing.number} ngày {thing.day} của {thing.issuer} phê duyệt"
        f" {work.type} {work.subject} giai đoạn {work.period}"
    )


def _title_only(thing: Thing, rng: random.Random) -> str | None:
    work = thing.carried
    if work is None:
        return None
    return f"{work.type} {work.subject} giai đoạn {work.period}"


FORMS: dict[str, Form] = {
    "full": _numbered(_full), "spelled": _numbered(_spelled), "no_so": _numbered(_no_so),
    "spaced": _numbered(_spaced), "lost_hyphen": _lost_hyphen, "swapped": _swapped,
    "by_term": _by_term, "by_subject": _by_subject, "own_body": _own_body, "wrong_d": _wrong_d,
    "law_day": _law_by("day"), "law_spelled": _law_by("spelled"), "law_year": _law_by("year"),
    "law_number": _law_by("number"), "law_both": _law_by("both"), "congress": _congress,
    "carrying": _carrying, "title_only": _title_only,
}  # fmt: skip
LAWS_ONLY = ("law_day", "law_spelled", "law_year", "law_number", "law_both")
_BOUND_HERE = ("own_body", "congress")
_TELLING = {"plenum": "full", "government": "full", "act": "carrying", "law": "law_both",
            "plan": "full", "party": "full"}  # fmt: skip
"""The form that tells most of a document, by kind."""
_OPENINGS = (
    "Tiếp tục thực hiện {}; phân công cán bộ theo dõi.",
    "Các đơn vị quán triệt {} đến từng thôn, bản.",
    "Lồng ghép các nội dung của {} vào kế hoạch hằng năm.",
    "Kết quả triển khai {} được báo cáo trước ngày 15 hằng tháng.",
)


def make(seed: int, papers: int = 60) -> list[MadePaper]:
    """Return papers that name the documents of one world; the same for the same seed."""
    rng = random.Random(f"identity {seed}")
    things = [*central(rng), *local(rng)]
    return [_paper(number, things, things[number::papers], rng) for number in range(papers)]


def _paper(
    number: int, things: Sequence[Thing], owed: Sequence[Thing], rng: random.Random
) -> MadePaper:
    """Return one paper; it names all of `owed` in full, so that every document is told once."""
    province = PROVINCES[number % len(PROVINCES)]
    issued = f"{rng.randint(1, 28):02}", rng.randint(1, 12), 2024 + number % 2
    text = (
        f"ỦY BAN NHÂN DÂN TỈNH {province.upper()}\nSố: {700 + number}/KH-UBND\n\n"
        f"{province}, ngày {issued[0]} tháng {issued[1]} năm {issued[2]}\n\nKẾ HOẠCH\n"
        f"Về {rng.choice(SUBJECTS)} năm {issued[2]}\n\nI. NHIỆM VỤ\n"
    )
    name = f"paper{number:03}.txt"
    mentions = []
    told = [(_TELLING[thing.kind], thing) for thing in owed if thing.kind in _TELLING]
    for form, thing in [*told, *_choices(things, province, rng)]:
        words = FORMS[form](thing, rng)
        if words is None:
            continue
        before, after = rng.choice(_OPENINGS).split("{}")
        start = len(text) + len(f"- {before}")
        text += f"- {before}{words}{after}\n"
        mentions.append((start, start + len(words), thing.name, form))
    if number % 7 == 3:
        text, mentions = _decomposed(text, mentions)
    return MadePaper(name, text, tuple(TrueMention(name, *mention) for mention in mentions))


def _choices(things: Sequence[Thing], province: str, rng: random.Random) -> list[tuple[str, Thing]]:
    """Return what a paper names and how; bodies without a name are those of its own province."""
    found = []
    near = [t for t in things if t.kind != "district" or t.province == province]
    for thing in rng.sample(near, 14):
        forms = LAWS_ONLY if thing.kind == "law" else tuple(FORMS)
        found.append((rng.choice(forms), thing))
    found += [
        (form, thing)
        for form in _BOUND_HERE
        for thing in things
        if thing.province == province and not thing.district and rng.random() < 0.4
    ]
    return [(f, t) for f, t in found if f not in _BOUND_HERE or t.province == province]


def _decomposed(
    text: str, mentions: list[tuple[int, int, str, str]]
) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Return the paper in decomposed letters, its passages moved."""

    def at(place: int) -> int:
        return len(unicodedata.normalize("NFD", text[:place]))

    moved = [(at(start), at(end), means, form) for start, end, means, form in mentions]
    return unicodedata.normalize("NFD", text), moved
