"""Sorting only what a change reaches gives what sorting whole blocks gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.block_parts import BlockPart
from graph.identity.assembling import Cluster
from graph.identity.clusters import cluster
from graph.identity.facts import CountedClaim
from graph.identity.keys import block_of_act, block_of_number, block_of_title
from graph.identity.reach import parted, reached, year_of
from graph.identity.touched import ReadFile
from graph.model import Claim, StoredClaim
from graph.store import Store
from loaders.records import Level, Reference
from tests.contract.test_random_changes import CAREFUL, Step, trail
from tests.graph.papers import SON_LA, claim, paper, reference
from tests.graph.test_judging_properties import picks
from tests.model_store import ModelStore
from tests.stores import Stores

# Years that touch, days that slips of the pen turn into one another, of two terms of the Party.
DAYS = ["2017-03-06", "2017-06-03", "2018-03-06", "2018-03-07", "2019-12-10", "2021-03-06"]
DATES = [*DAYS, *DAYS, "2017", "2018", "2019", "2018-03", "2021-03", None]
OTHERS: list[tuple[str, ...]] = [(), (), (), (), ("2018-03-06",), ("2019-12-10", "2017"), ("2018",)]
TITLES = [
    None,
    None,
    "về bảo vệ, chăm sóc sức khỏe nhân dân",
    "về bảo vệ và chăm sóc sức khỏe nhân dân năm 2018",
    "về phát triển kinh tế tập thể, hợp tác xã",
    "về phát triển kinh tế tập thể giai đoạn 2018-2020",
]
PLACES: list[tuple[Level | None, str | None, str | None, str | None]] = [
    (Level.PROVINCE, "Sơn La", None, "Ủy ban nhân dân tỉnh Sơn La"),
    (Level.PROVINCE, "Cao Bằng", None, None),
    (Level.DISTRICT, "Sơn La", "Mộc Châu", "Ủy ban nhân dân huyện Mộc Châu"),
    (None, "Sơn La", None, None),
    (None, None, None, None),
    (Level.CENTRAL, None, None, "Chính phủ"),
]
SEEDS = 6
BLOCKS = [
    (block_of_number("15/KH-UBND"), "15/KH-UBND", "Kế hoạch"),
    (block_of_number("15/KH-UBND"), "15/KH-UBND", "Kế hoạch"),
    (block_of_number("20-NQ/TW"), "20-NQ/TW", "Nghị quyết"),
    (block_of_title("Đề án", "bảo vệ sức khỏe"), None, "Đề án"),
    (block_of_act("Kế hoạch", "Sơn La", "2018-03"), None, "Kế hoạch"),
]


def claims_of_a_block(random: Random) -> list[CountedClaim]:
    block, number, kind = random.choice(BLOCKS)
    # Most blocks lack some of what ties claims: no date, no province, days of two years.
    others = random.choice([OTHERS, [()]])
    dates = [date for date in DATES if date is not None or random.random() < 0.3]
    places = [place for place in PLACES if place[1] is not None or random.random() < 0.4]
    if number == "20-NQ/TW":
        places += [PLACES[-1]] * 6
    found: dict[str, CountedClaim] = {}
    for _ in range(random.randint(2, 9)):
        date = random.choice(dates)
        level, province, district, issuer = random.choice(places)
        said = Claim(
            block=block or "", own=random.random() < 0.4, type=random.choice([kind, None]),
            number=number, symbol=None, title=random.choice(TITLES), issuer=issuer,
            issue_date=date, other_dates=random.choice(others), level=level,
            province=province, district=district, term=random.choice([None, None, "XII"]),
            not_after=None if date else random.choice([None, "2018-05-01", "2021-05-01"]),
        )  # fmt: skip
        found[said.id] = CountedClaim(said.id, said, random.randint(1, 3))
    return list(found.values())


def by_key(clusters: Iterable[Cluster]) -> list[Cluster]:
    return sorted(clusters, key=lambda one: one.key)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_parts_give_the_documents_of_the_whole_block(seed: int) -> None:
    random = Random(seed)
    for _ in range(250):
        claims = claims_of_a_block(random)
        in_parts = [one for part in parted(claims) for one in cluster(part)]
        assert by_key(in_parts) == by_key(cluster(claims))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_what_is_not_reached_stays_as_it_was(seed: int) -> None:
    """What a store holds of a block, and what comes and goes in it."""
    random = Random(seed)
    for _ in range(250):
        claims = claims_of_a_block(random)
        turned = random.sample(claims, random.randint(1, 2))
        coming = {one.id for one in turned if random.random() < 0.6}
        going = {one.id for one in turned} - coming
        before = [one for one in claims if one.id not in coming]
        after = [one for one in claims if one.id not in going]
        store = ModelStore()
        store._claims = {one.id: StoredClaim(one.claim, None, (), one.files) for one in before}
        here = reached(store, [one.claim for one in turned], ()).keys() | coming
        again = parted([one for one in after if one.id in here])
        changed = [one for part in again for one in cluster(part)]
        stayed = [one for one in cluster(before) if here.isdisjoint(c.id for c in one.claims)]
        assert by_key([*changed, *stayed]) == by_key(cluster(after))


def whole_blocks(
    store: Store, claims: Iterable[Claim], whole: Collection[str]
) -> dict[str, StoredClaim]:
    blocks = sorted({claim.block for claim in claims} | set(whole))
    return {one.claim.id: one for one in store.claims(blocks)}


def in_blocks(claims: Iterable[CountedClaim]) -> list[list[CountedClaim]]:
    found: dict[str, list[CountedClaim]] = {}
    for one in claims:
        found.setdefault(one.claim.block, []).append(one)
    return [found[block] for block in sorted(found)]


facts = st.fixed_dictionaries(
    {
        "date": st.sampled_from([*DATES, *DAYS]),
        "title": st.sampled_from(TITLES),
        "place": st.sampled_from([*PLACES[:4], *PLACES]),
        "other_dates": st.sampled_from(OTHERS),
        "number": st.sampled_from(["15/KH-UBND", "15/KH-UBND", "20-NQ/TW", None]),
    }
)


def _place(said: dict[str, Any]) -> dict[str, Any]:
    return dict(zip(("level", "province", "district", "issuer"), said["place"], strict=True))


def _reference(key: str, said: dict[str, Any]) -> Reference:
    other = said["other_dates"] if said["date"] else ()
    return reference(
        key, said["number"], said["date"], title=said["title"], other_dates=other, **_place(said)
    )


@st.composite
def papers(draw: st.DrawFn, name: str) -> ReadFile:
    head = draw(facts)
    named = [_reference(f"R{at}", draw(facts)) for at in range(1, draw(st.integers(1, 4)))]
    return paper(
        name, head["number"], head["date"], title=head["title"], type="Kế hoạch",
        references=tuple(named), **_place(head),
    )  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> list[Step]:
    """Loads of files, new or changed, some of them forgotten, some judged."""
    names = [f"{at}.txt" for at in range(5)]
    found = []
    for _ in range(draw(st.integers(2, 6))):
        loaded = draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
        gone = draw(st.sets(st.sampled_from(names), max_size=1)) - loaded
        said = draw(picks) if draw(st.integers(0, 4)) == 0 else []
        files = tuple(draw(papers(name)) for name in sorted(loaded))
        found.append(Step(files, tuple(gone), (), tuple(said)))
    return found


@pytest.mark.parametrize("stores", ["sqlite"], indirect=True)
@settings(CAREFUL, max_examples=40)
@given(history=histories())
def test_changes_are_those_of_sorting_whole_blocks(stores: Stores, history: list[Step]) -> None:
    with pytest.MonkeyPatch.context() as slow:
        slow.setattr("graph.identity.touched.reached", whole_blocks)
        slow.setattr("graph.identity.touched.parted", in_blocks)
        expected = list(trail(ModelStore(), history))
    assert list(trail(stores.make(), history)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"date": "2018-03-06"}, "2018"),
        ({"date": "2018"}, "2018"),
        ({"date": "2018-03-06", "other_dates": ("2018-06-03",)}, "2018"),
        ({"date": "2018-03-06", "other_dates": ("2019",)}, None),
        ({"date": None}, None),
        ({"date": None, "other_dates": ("2018-03-06",)}, None),
        ({"date": "2018-03-06", "block": "20-nq-tw"}, None),
    ],
)
def test_the_year_of_a_claim(said: dict[str, Any], expected: str | None) -> None:
    assert year_of(claim("15/KH-UBND", **said)) == expected


class Asked(ModelStore):
    """Notes which parts of blocks it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[BlockPart] = []

    def claims(
        self, *args: Any, parts: Collection[BlockPart] = (), **more: Any
    ) -> list[StoredClaim]:
        self.parts += parts
        return super().claims(*args, parts=parts, **more)


def test_of_a_placed_and_dated_claim_only_its_year_is_asked_for() -> None:
    store = Asked()
    reached(store, [claim("15/KH-UBND", "2018-03-06", SON_LA)], ())
    assert sorted(store.parts) == [
        BlockPart("15-kh-ubnd", "", "2018"),
        BlockPart("15-kh-ubnd", "son la", "2018"),
    ]
