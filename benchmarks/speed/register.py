"""A register of a million documents, written as rows: numbers that come again as they do.

Every province gives out each number each year, districts and Party committees do, and so do the
ministries: the number of one document is that of a thousand. Nothing is read and nothing sorted:
each document is one claim and its node, so that a store is filled in a few minutes.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from graph.identity.assembling import key_alone
from graph.identity.facts import facts_of
from graph.identity.keys import block_of_number
from graph.model import Claim, Document, DocumentStatus
from graph.sqlite_store.rows import claim_row, document_row
from graph.sqlite_store.store import SqliteStore
from graph.sqlite_store.terms import index_all
from graph.sqlite_store.write import PUT_CLAIM, PUT_DOCUMENT
from loaders.folding import fold
from loaders.records import Level
from loaders.tables import load_csv

YEARS = range(2010, 2026)
BATCH = 20_000
_WHAT = ("bảo vệ", "phát triển", "quản lý", "nâng cao chất lượng", "phòng, chống", "đổi mới")
_OF = (
    "rừng ven biển", "du lịch cộng đồng", "giáo dục mầm non", "hạn hán và xâm nhập mặn",
    "thư viện công cộng", "dịch bệnh ở vật nuôi", "người cao tuổi", "chất thải rắn đô thị",
    "làng nghề", "thủy sản lòng hồ", "chính quyền số", "an toàn thực phẩm",
)  # fmt: skip
_WHERE = ("ở nông thôn", "ở đô thị", "tại cơ sở", "vùng cao", "trong trường học", "ở cụm dân cư")
_MINISTRIES = {
    "BYT": "Bộ Y tế", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính", "BXD": "Bộ Xây dựng", "BCT": "Bộ Công Thương",
}  # fmt: skip


def claims(count: int, seed: int = 1) -> Iterator[Claim]:
    """Yield what `count` documents of such a register say of themselves, the numbers in turn."""
    rng = random.Random(f"register {seed}")
    return islice(_numbers(rng), count)


def _numbers(rng: random.Random) -> Iterator[Claim]:
    provinces = sorted({row["province"] for row in load_csv("loaders", "provinces")})
    districts = [(row["province"], row["kind"], row["district"])
                 for row in load_csv("loaders", "districts")][:400]  # fmt: skip
    sequence = 0
    while True:
        sequence += 1
        for year in YEARS:
            for code, body in _MINISTRIES.items():
                yield _claim(rng, "Quyết định", f"{sequence}/QĐ-{code}", year, body, Level.CENTRAL)
            yield _claim(
                rng, "Quyết định", f"{sequence}/QĐ-TTg", year, "Thủ tướng Chính phủ", Level.CENTRAL
            )
            for province in provinces:
                yield from _of_province(rng, sequence, year, province)
        for year in (2007, 2012, 2017, 2022):
            body = "Ban Chấp hành Trung ương Đảng"
            yield _claim(rng, "Nghị quyết", f"{sequence}-NQ/TW", year, body, Level.CENTRAL)
            for province in provinces:
                number, body = f"{sequence}-CTr/TU", f"Tỉnh ủy {province}"
                yield _claim(
                    rng, "Chương trình", number, year, body, Level.PROVINCE, (province, None)
                )
        for province, kind, district in districts:
            body = f"Ủy ban nhân dân {kind} {district}, tỉnh {province}"
            place = (province, district)
            year = rng.choice(YEARS)
            yield _claim(rng, "Kế hoạch", f"{sequence}/KH-UBND", year, body, Level.DISTRICT, place)


def _of_province(rng: random.Random, sequence: int, year: int, province: str) -> Iterator[Claim]:
    body, place = f"Ủy ban nhân dân tỉnh {province}", (province, None)
    for kind, code in (("Kế hoạch", "KH"), ("Quyết định", "QĐ")):
        yield _claim(rng, kind, f"{sequence}/{code}-UBND", year, body, Level.PROVINCE, place)


def _claim(
    rng: random.Random, kind: str, number: str, year: int, issuer: str, level: Level,
    place: tuple[str | None, str | None] = (None, None),
) -> Claim:  # fmt: skip
    day = f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    title = f"về {rng.choice(_WHAT)} {rng.choice(_OF)} {rng.choice(_WHERE)} năm {year}"
    block = block_of_number(number) or number
    return Claim(
        block, True, kind, number, None, title, issuer, day, (), level, place[0], place[1], None,
        None,
    )  # fmt: skip


def document_of(claim: Claim) -> Document:
    """Return the node of a document that one claim alone speaks of."""
    return Document(
        key_alone(claim.block, facts_of(claim)), claim.type, claim.number, claim.title,
        claim.issuer, claim.issue_date, claim.level, claim.province, claim.district,
        DocumentStatus.LOADED,
    )  # fmt: skip


def fill(path: Path, written: Iterable[Claim]) -> None:
    """Write documents into a new store at `path`: rows in their order, then their terms."""
    store = SqliteStore.open(path, create=True)
    db = store._db
    db.execute("pragma synchronous = off")  # a store that is measured and thrown away
    numbered = enumerate(written, start=1)
    count = 0
    while batch := list(islice(numbered, BATCH)):
        count = batch[-1][0]
        db.execute("begin")
        db.executemany(
            PUT_DOCUMENT, [(place, *document_row(document_of(claim))) for place, claim in batch]
        )
        db.executemany(PUT_CLAIM, [_claim_row(place, claim) for place, claim in batch])
        db.execute("commit")
    db.execute("update claim set files = 1")
    index_all(db)
    db.execute("update state set revision = 1, documents = ?, loaded = ?, claims = ?", (count,) * 3)
    store.close()


def _claim_row(place: int, claim: Claim) -> tuple[object, ...]:
    province = fold(claim.province or "")
    return (place, claim.id, place, None, province, *claim_row(claim))
