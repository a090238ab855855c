"""What `phahe judge` refuses, on a store that stays as it was."""

from __future__ import annotations

import pytest

from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe
from tests.api.test_judge import ACT, ACT_KEY, THIRD, THIRD_KEY, judge


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("refused")
    for name, parent in (("b", ACT), ("c", THIRD)):
        write(folder / "in", f"{name}.txt", paper(f"1{name}/KH-UBND", parent=parent))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


@pytest.mark.parametrize(
    "words",
    [
        ["same"],
        [ACT_KEY],
        [ACT_KEY, "same"],
        ["same", ACT_KEY],
        [ACT_KEY, "like", THIRD_KEY],
        [ACT_KEY, "same", "same", THIRD_KEY],
        [ACT_KEY, "same", "vn.nowhere"],
        [ACT_KEY, "same", ACT_KEY],
        ["undo", "20260101000000-12345678"],
    ],
)
def test_what_is_no_judgement_is_refused(store: Place, words: list[str]) -> None:
    answer = judge(store, *words)
    assert answer.code == 2
    assert answer.err.startswith("phahe: ")
    assert phahe("judgements", "--json", store=store).json["total"] == 0


def test_a_reason_is_wanted(store: Place) -> None:
    words = ("judge", ACT_KEY, "same", THIRD_KEY)
    assert phahe(*words, store=store).code == 2
    assert phahe(*words, "--reason", " ", store=store).code == 2
