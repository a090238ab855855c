"""A client that a kept generator makes from `docs/openapi.json`, used against a running service.

The generator refuses what it does not understand (`--fail-on-warning`): a description that only
reads well to people would not pass.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benchmarks.speed.serving import served_store
from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe, signed_in

ROOT = Path(__file__).parents[2]
TASKS = "II. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.\n\nTM. ỦY BAN NHÂN DÂN"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of the package that was generated."""
    folder = tmp_path_factory.mktemp("client")
    command = [
        sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none",
        "--path", str(ROOT / "docs" / "openapi.json"), "--output-path", str(folder / "made"),
        "--fail-on-warning",
    ]  # fmt: skip
    # It only tidies what it wrote by ruff, which stands beside this Python.
    path = {"PATH": f"{Path(sys.executable).parent}", "PYTHONUTF8": "1"}
    made = subprocess.run(
        command, cwd=folder, env=path, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert made.returncode == 0, made.stdout + made.stderr
    sys.path.insert(0, str(folder))
    yield "made"
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "made"]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def client(generated: str, place: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The generated client, of a service with two plans."""
    folder = tmp_path_factory.mktemp("papers")
    write(folder, "a.txt", paper("8/KH-UBND").replace("TM. ỦY BAN NHÂN DÂN", TASKS))
    write(folder, "b.txt", paper("9/KH-UBND", place="Sơn La"))
    made = importlib.import_module(generated)
    assert phahe("load", folder, store=place).code == 0
    with (
        signed_in(place) as store,
        served_store(store) as address,
        made.Client(base_url=address) as client,
    ):
        yield client


def asking(generated: str, group: str, name: str) -> ModuleType:
    return importlib.import_module(f"{generated}.api.{group}.{name}")


def test_documents_are_answered_as_the_description_says(generated: str, client: Any) -> None:
    page = asking(generated, "documents", "list_documents").sync(client=client, number="31-NQ/TW")
    [top] = page.items
    assert (page.total, page.truncated, top.number) == (1, False, "31-NQ/TW")
    ask = asking(generated, "lineage", "get_lineage")
    way = importlib.import_module(f"{generated}.models").LineageDirection.DESCENDANTS
    below = ask.sync(key=top.key, client=client, direction=way)
    assert [item.document.number for item in below.items] == ["8/KH-UBND", "9/KH-UBND"]
    [step] = below.items[0].steps
    assert step.evidence[0].quote.startswith("Thực hiện Nghị quyết số 31-NQ/TW")


def test_duties_of_an_agency_go_on_from_page_to_page(generated: str, client: Any) -> None:
    ask = asking(generated, "duties", "list_duties")
    page = ask.sync(client=client, agency="sở tài chính", limit=1)
    [duty] = page.items
    assert (duty.agency, duty.task, page.next_) == ("Sở Tài chính", "Bố trí kinh phí.", None)


def test_a_problem_is_one_of_the_description(generated: str, client: Any) -> None:
    answer = asking(generated, "documents", "show_document").sync_detailed("vn.none", client=client)
    assert int(answer.status_code) == 404
    assert answer.parsed.code == "not_in_graph"
