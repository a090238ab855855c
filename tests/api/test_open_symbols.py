"""Numbers without a symbol, typed as a REF: what the graph holds and the words say decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.references import key_of, readings_of
from graph.build import write_files
from graph.identity.touched import ReadFile
from graph.sqlite_store.store import SqliteStore
from graph.store import Store
from loaders.read import read_text
from queries.resolution import AmbiguousReference
from queries.resolve import resolve

PAPERS = (
    "UBND TỈNH SƠN LA\nSố: 108/KH-UBND\n\nSơn La, ngày 21 tháng 8 năm 2018\n\nKẾ HOẠCH\nVề y tế\n\n"
    "I. NHIỆM VỤ\n- Theo Nghị quyết số 20-NQ/TW ngày 25/10/2017 về nâng cao sức khỏe nhân dân; "
    "Nghị quyết số 20-NQ/TW ngày 16/6/2022 về kinh tế tập thể; Nghị quyết số 20/NQ-CP ngày "
    "05/3/2019 của Chính phủ; Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ.\n",
    "UBND TỈNH NGHỆ AN\n"
    "Số: 108/KH-UBND\n\nNghệ An, ngày 2 tháng 3 năm 2018\n\nKẾ HOẠCH\nVề y tế\n"
    "\nI. NHIỆM VỤ\n- Theo Nghị quyết số 20-NQ/TU ngày 25/10/2018 của Tỉnh ủy Nghệ An; Nghị định "
    "số 117/2020/NĐ-CP ngày 28/9/2020; Nghị định số 118/2020/NĐ-CP ngày 28/9/2020; Nghị định số "
    "118/2018/NĐ-CP ngày 12/9/2018.\n",
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = SqliteStore.open(Path(tmp_path_factory.mktemp("open")) / "graph.sqlite")
    files = [ReadFile(f"{n}.txt", read_text(t, f"{n}.txt"), t) for n, t in enumerate(PAPERS)]
    write_files(opened, files)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Nghị quyết 20 khóa XII", "vn.20-nq-tw.2017-10-25"),
        ("NQ 20 TW 6 khóa 12", "vn.20-nq-tw.2017-10-25"),
        ("nghị quyết số 20 của Trung ương khóa XIII", "vn.20-nq-tw.2022-06-16"),
        ("Nghị quyết 20 ngày 25/10/2017", "vn.20-nq-tw.2017-10-25"),
        ("Nghị quyết 20 về sức khỏe", "vn.20-nq-tw.2017-10-25"),
        ("Nghị quyết 20 kinh tế tập thể", "vn.20-nq-tw.2022-06-16"),
        ("Nghị quyết 20 của Chính phủ", "vn.20-nq-cp.2019-03-05"),
        ("nghị quyết 20 tỉnh ủy Nghệ An", "vn-nghe-an.20-nq-tu.2018-10-25"),
        ("KH 108 UBND tỉnh Sơn La năm 2018", "vn-son-la.108-kh-ubnd.2018-08-21"),
        ("108/KH-UBND Nghệ An", "vn-nghe-an.108-kh-ubnd.2018-03-02"),
        ("QĐ 1719 Thủ tướng 2021", "vn.1719-qd-ttg.2021-10-14"),
        ("Nghị định 117", "vn.117-2020-nd-cp.2020-09-28"),
        ("Nghị định 118 năm 2018", "vn.118-2018-nd-cp.2018-09-12"),
    ],
)
def test_the_words_beside_the_number_tell_one(store: Store, typed: str, key: str) -> None:
    assert key_of(store, typed) == key


@pytest.mark.parametrize("typed", ["Nghị quyết 20", "kế hoạch 108", "Nghị định 118"])
def test_several_are_shown_and_none_is_chosen(store: Store, typed: str) -> None:
    with pytest.raises(AmbiguousReference) as refused:
        key_of(store, typed)
    candidates = refused.value.resolution.candidates
    assert len([one for one in candidates if one.fits and one.document.key]) > 1
    assert all(one.reasons for one in candidates)


@pytest.mark.parametrize(
    "typed", ["Nghị quyết 20 khóa XI", "Nghị quyết 21 khóa XII", "Nghị quyết 20 năm 2016"]
)
def test_what_shows_no_term_or_day_is_not_meant(store: Store, typed: str) -> None:
    answer = resolve(store, typed, readings_of(store, typed))
    assert (answer.status, answer.document) == ("not_in_graph", None)
