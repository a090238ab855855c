"""Keys and blocks: readable names of documents, the same whatever the order of loading.

A key is `<scope>.<name>.<date or period>`: lower-case ASCII letters, digits, `-` and `.`, at most
120 characters: `vn.20-nq-tw.2017-10-25`, `vn-son-la.108-kh-ubnd.2018`. The *block* of a claim is
what every spelling of a number, or of a title, comes to; documents of different blocks are never
one. The name in a key is the number as printed, or the first six words of a title.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache, lru_cache

from graph.identity.issuers import with_whole_codes
from graph.identity.title_places import place_in_title
from graph.identity.wording import plenum_in, title_words
from loaders.congress_names import congress_of
from loaders.folding import fold, slug, words
from loaders.records import Level
from loaders.tables import load_toml

_MAX_BLOCK = 64
_MAX_SCOPE = 28
_TITLE_WORDS = 6
_BLOCK_WORDS = _TITLE_WORDS - 1
"""One word less than a key: six words with and without a "về" among them are one work."""
_SUBJECT_WORDS = 3
"""So many words of a plenum's subject are in its block: papers tell the rest in short."""
_RULE_CODE = re.compile(r"(?<=-)qdi(?=-t[wu]\b)")
"""QĐi is how some Party papers abbreviate quy định, which others write QĐ."""
_SEQUENCE = re.compile(r"^(?:so-)?0*(?=\d)")
_PERIOD = re.compile(
    r"(?<=\S )(?:giai doan|thoi ky|nhiem ky|den nam|tam nhin|dinh huong den"
    r"|(?:nam )?(?:19|20)\d\d)\b"
)
_LONG_KIND = 3
"""Kinds of so many words have a name of their own behind them: "Chương trình mục tiêu quốc gia"."""
_OTHER_WORDS = re.compile(r"\b(?:bao ve|tu ve|ve sinh|ve tinh)\b")
"""Where "ve" is no "về" but a part of bảo vệ, tự vệ, vệ sinh, vệ tinh: also without its marks."""
_STATE = re.compile(r"\bnuoc cong hoa xa hoi chu nghia viet nam\b")
_PLAIN = re.compile(
    r"(?:hanh dong |ve viec |ve |cong tac |to chuc |chi dao |tiep tuc |day manh |nham )*"
    r"(?:thuc hien|trien khai|cu the hoa|thi hanh|sua doi|bo sung)\b"
)
_SAME_KINDS = {"bo tieu chi": "tieu chi"}
"""Kinds that papers use for one another."""

_ACT = "act:"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")

UNKNOWN_PLACE = "vn-x"
"""Scope of a local document whose province nothing tells."""


@lru_cache(maxsize=16384)
def block_of_number(text: str) -> str | None:
    """Return the block of a number in any spelling, None where `text` holds no digit.

    "20-NQ/TW", "20 nq tw" and "số 20/NQ-TW" give "20-nq-tw"; "05/KH-UBND" is "5-kh-ubnd", for a
    leading zero is written or not (Nghị định 30/2020/NĐ-CP, Phụ lục I). Marks are gone: "QĐ" and
    "QD" agree. Those who issue a joint circular stand in one order, whoever is named first, and
    "SGD&ĐT" is "SGDĐT". A
    hyphen that was lost ("NQTW") is the reader's to put back.
    """
    found = slug(text)
    if not any(char.isdigit() for char in found):
        return None
    found = _joint_in_order(with_whole_codes(_RULE_CODE.sub("qd", found)))
    return _cut(_SEQUENCE.sub("", found, count=1), _MAX_BLOCK)


def name_of_number(block: str, number: str) -> str:
    """Return what the key of a document with this block has as its name: the number as printed.

    "7-kh-snn" stands in the block "7-kh-snnptnt", whose documents alone have that name. A law with
    a number is named by its block, which is that of its title.
    """
    if block_of_number(number) != block:
        return block
    return _cut(_SEQUENCE.sub("", slug(number), count=1), _MAX_BLOCK)


def _joint_in_order(number: str) -> str:
    """Return "29-2015-ttlt-btc-bgtvt" with its issuers by the alphabet, other numbers as is."""
    head, joint, issuers = number.partition("-ttlt-")
    return f"{head}{joint}{'-'.join(sorted(issuers.split('-')))}" if joint else number


@lru_cache(maxsize=16384)
def block_of_title(kind: str | None, title: str, commune: str | None = None) -> str:
    """Return the block of a document without a number: `kind` and the first five title words.

    `kind` is the symbol, or the type; where the title begins with it again it counts once. What
    tells the period ("giai đoạn 2021-2030", "đến năm 2030") is left to the end of the key, for
    papers name a programme with and without it; so are "về" within a name, and the state's name. A
    plenum has its number and term before the first words of the subject, if one is told. A
    congress is named by whose it is and which one; `commune` is the folded name of the one
    whose work is meant.
    """
    kind_words, behind = _parted(kind, title)
    if behind[:2] == ["dai", "hoi"] and (congress := _congress_in(title, commune)) is not None:
        return _named(kind_words, congress)
    if (called := plenum_in(tuple(behind))) is not None:
        plenum, subject = called
        return _named(kind_words, [*plenum, *_without_about([*subject], first=0)[:_SUBJECT_WORDS]])
    said = _without_about(_without_period(behind), first=len(kind_words) < _LONG_KIND)
    return _named(kind_words, said[:_BLOCK_WORDS])


def name_of_title(block: str, kind: str | None, title: str) -> str:
    """Return what the key of a work with this block has as its name: kind and six title words.

    The words are those of the title as it is printed, with its "về". No work of another block has
    them, for its block is made of five of them. A congress, a plenum, and a work whose title does
    not give this block, are named by the block.
    """
    kind_words, behind = _parted(kind, title)
    said = _without_period(behind)
    gathering = said[:2] == ["dai", "hoi"] or plenum_in(tuple(said)) is not None
    if gathering or block_of_title(kind, title) != block:
        return block
    return _named(kind_words, said[:_TITLE_WORDS])


def beginning_of(title: str) -> str:
    """Return the first six words of a title and its type, without "về" and the period.

    Works that begin alike may be one, however the rest is told; their blocks may differ.
    """
    said = _without_about(_without_period(list(title_words(title))), first=True)
    return " ".join(said[:_TITLE_WORDS])


def _named(kind_words: list[str], said: list[str]) -> str:
    kinds = " ".join(kind_words)
    found = slug(f"{_SAME_KINDS.get(kinds, kinds)} {' '.join(said)}")
    return _cut(found or "van-ban", _MAX_BLOCK)


def _congress_in(title: str, commune: str | None) -> list[str] | None:
    """Return the words that name the congress of a title, in one way for all papers.

    Provinces and districts are told by the place of a claim; a commune is named here.
    """
    congress = congress_of(title.lower(), 0, len(title))
    if congress is None or congress.body is None or congress.which is None:
        return None
    told = place_in_title(title)
    places = [fold(name) for name in (told.province, told.district) if name]
    if congress.level is not Level.COMMUNE and congress.place and congress.place not in places:
        return None
    return f"dai hoi {congress.body or 'dang'} {commune or ''} lan {congress.which}".split()


def _without_about(said: list[str], *, first: int) -> list[str]:
    """Leave out "về" within a name, not before `first`: "Chiến lược quốc gia (về) bình đẳng giới".

    Behind a short kind it opens a subject: "Kế hoạch về phát triển du lịch".
    """
    marked = _OTHER_WORDS.sub(lambda found: found[0].replace("ve", "-"), " ".join(said)).split()
    at = marked.index("ve", first) if "ve" in marked[first:] else len(said)
    return said[:at] + said[at + 1 :]


def _without_period(said: list[str]) -> list[str]:
    text = _STATE.sub("", " ".join(said)).strip()
    period = _PERIOD.search(text)
    return (text[: period.start()] if period else text).split()


def block_of_one(kind: str | None, title: str | None, content: str) -> str:
    """Return the block of a document that nothing but its own text can tell from others."""
    mark = hashlib.blake2b(content.encode(), digest_size=5).hexdigest()
    return f"{_cut(block_of_title(kind, title or ''), _MAX_BLOCK - len(mark) - 1)}-{mark}"


def is_plain_title(kind: str | None, title: str) -> bool:
    """Whether a title says only what the paper carries out: "Kế hoạch thực hiện Nghị quyết X".

    Many papers have such a title, each for its own place.
    """
    return _PLAIN.match(" ".join(_parted(kind, title)[1])) is not None


def _parted(kind: str | None, title: str) -> tuple[list[str], list[str]]:
    """Return the words of the kind, and of the title behind it, alike however the two share them.

    "Chương trình mục tiêu" with "quốc gia X", and "Chương trình mục tiêu quốc gia" with "X".
    """
    kind_words = words(kind) if kind else []
    said = list(title_words(title))
    whole = said if said[: len(kind_words)] == kind_words else kind_words + said
    of_type = max((len(name) for name in _types() if tuple(whole[: len(name)]) == name), default=0)
    first = max(of_type, len(kind_words))
    return whole[:first], whole[first:]


@cache
def _types() -> tuple[tuple[str, ...], ...]:
    rows = load_toml("loaders", "doc_types")["type"]
    return tuple(tuple(words(row["name"])) for row in rows)


def block_of_act(kind: str, province: str | None, date: str) -> str:
    """Return the block of a local act whose number was left blank: type, province and month.

    "Kế hoạch số …/KH-UBND ngày …/8/2018 của UBND huyện" names it by issuer and date; its title
    is seldom told as it is printed, so the title cannot be the block. Never part of a key.
    """
    return f"{_ACT}{slug(kind)}:{slug(province or '')}:{date[:7]}"


def is_block_of_act(block: str) -> bool:
    """Whether `block` is one of `block_of_act`."""
    return block.startswith(_ACT)


def period_of(title: str | None) -> str | None:
    """Return the years that a title names, first and last: "2021-2030", "2030", or None."""
    years = sorted(_YEAR.findall(title)) if title else []
    if not years:
        return None
    return years[0] if years[0] == years[-1] else f"{years[0]}-{years[-1]}"


@lru_cache(maxsize=4096)
def scope_of(level: Level | None, province: str | None, district: str | None) -> str:
    """Return the scope: `vn` for central papers and for those that nothing places.

    A local one has its province and, below the province's own bodies, its district:
    `vn-lai-chau`, `vn-lam-dong-lam-ha`. A local one of no known province is `vn-x`.
    """
    if level is Level.CENTRAL or (level is None and province is None):
        return "vn"
    if province is None:
        return UNKNOWN_PLACE
    places = [province]
    if district is not None and level is not Level.PROVINCE:
        places.append(district)
    return "-".join(["vn", *(_cut(slug(place), _MAX_SCOPE // len(places)) for place in places)])


def key_of(scope: str, block: str, when: str | None, mark: str | None = None) -> str:
    """Return the key; `mark` (see `mark_of`) parts documents that would share one."""
    return ".".join(part for part in (scope, block, when, mark) if part)


def mark_of(*facts: str | None) -> str:
    """Return six hex digits that stand for a title and an issuer."""
    text = "\x1f".join(" ".join(words(fact)) if fact else "" for fact in facts)
    return hashlib.blake2b(text.encode(), digest_size=3).hexdigest()


def _cut(text: str, length: int) -> str:
    """Return `text` in at most `length` characters; what is cut off stays in six hex digits."""
    if len(text) <= length:
        return text
    mark = hashlib.blake2b(text.encode(), digest_size=3).hexdigest()
    return f"{text[: length - 7].rstrip('-')}-{mark}"
