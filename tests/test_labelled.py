"""What the labelled documents must show through the command line, from files to lineage."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.api.phahe import ROOT, phahe

HEALTH = "20-NQ/TW 25/10/2017"
KEY = "vn.20-nq-tw.2017-10-25"


@pytest.fixture(scope="module")
def store(labelled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("labelled") / "graph.sqlite"
    answer = phahe("load", labelled / "seeds", "--json", store=path)
    assert (answer.code, answer.json["loaded"]) == (0, len(list((labelled / "seeds").iterdir())))
    return path


def items(store: Path, *words: str) -> list[dict[str, Any]]:
    answer = phahe("lineage", *words, "--json", store=store)
    assert answer.code == 0, answer.err
    return list(answer.json["items"])


@pytest.mark.labelled
def test_loading_again_changes_nothing(store: Path, labelled: Path) -> None:
    count = len(list((labelled / "seeds").iterdir()))
    again = phahe("load", labelled / "seeds", "--json", store=store).json
    assert (again["unchanged"], again["loaded"], again["changed"]) == (count, 0, 0)


@pytest.mark.labelled
def test_a_plan_is_reached_on_both_ways_each_with_its_sentence(store: Path) -> None:
    below = items(store, HEALTH, "--down")
    [plan] = [item for item in below if item["document"]["status"] == "loaded"]
    assert (plan["document"]["province"], plan["depth"]) == ("Tuyên Quang", 2)
    through = {path[1] for path in plan["paths"]}
    assert {"vn.139-nq-cp.2017-12-31", "vn-tuyen-quang.172-kh-tu.2018-03-06"} <= through
    assert all(path[0] == KEY and path[-1] == plan["document"]["key"] for path in plan["paths"])
    for step in plan["steps"]:
        assert step["evidence"], step
    quotes = " ".join(e["quote"] for s in plan["steps"] for e in s["evidence"])
    assert "139/NQ-CP" in quotes


@pytest.mark.labelled
def test_every_quote_of_the_lineage_is_the_slice_of_its_file(store: Path) -> None:
    texts: dict[str, str] = {}
    for item in items(store, HEALTH, "--down"):
        for step in [*item["steps"], *item["other_steps"]]:
            for evidence in step["evidence"]:
                name = evidence["file"]
                if name not in texts:
                    texts[name] = phahe("extract", "--text", name).out
                start, end = evidence["span"]
                assert texts[name][start:end] == evidence["quote"]


@pytest.mark.labelled
def test_a_garbled_file_loads_with_its_number_issuer_and_parents(store: Path) -> None:
    lines = phahe("mentions", "--json", store=store).lines
    [header] = [one for one in lines if one["kind"] == "header" and one["number"] == "243/KH-SYT"]
    document = phahe("show", header["key"], "--json", store=store).json
    assert (document["issuer"], document["quality"]) == ("Sở Y tế tỉnh Lai Châu", "garbled")
    assert document["issue_date"].startswith("2025-11")
    parents = {item["document"]["number"] for item in items(store, header["key"], "--up")}
    assert {"7095/KH-UBND", "02-CTr/ĐU"} <= parents


@pytest.mark.labelled
def test_a_bare_number_of_several_terms_is_ambiguous_with_the_register(
    store: Path, tmp_path: Path
) -> None:
    both = tmp_path / "both.sqlite"
    shutil.copy(store, both)
    assert phahe("load", ROOT / "examples", store=both).code == 0
    answer = phahe("resolve", "20-NQ/TW", "--json", store=both).json
    assert (answer["status"], answer["document"]) == ("ambiguous", None)
    graph = {c["document"]["key"] for c in answer["candidates"] if c["source"] == "graph"}
    assert {KEY, "vn.20-nq-tw.2022-06-16"} <= graph
    register = [c["document"] for c in answer["candidates"] if c["source"] == "register"]
    assert register and all(one["key"] is None for one in register)
    known = {c["document"]["issue_date"] for c in answer["candidates"] if c["source"] == "graph"}
    assert not known & {one["issue_date"] for one in register}
    assert phahe("show", "20-NQ/TW", store=both).code == 2
