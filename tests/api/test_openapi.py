"""The service against its own OpenAPI document, which is committed as docs/openapi.json."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings

from api import asking
from api.app import create_app
from api.openapi import openapi_of
from api.settings import Settings
from tests.api.service import sample

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"
STORE = sample()
APP = create_app(Settings("sqlite:none"))
SCHEMA = schemathesis.openapi.from_dict(openapi_of(APP))
SCHEMA.app = APP


def test_the_committed_document_is_the_one_that_is_served() -> None:
    committed = json.loads(COMMITTED.read_text(encoding="utf-8"))
    assert committed == openapi_of(APP), (
        "make it anew: python -m api.openapi_file docs/openapi.json"
    )


def test_operation_ids_are_chosen_and_errors_declared() -> None:
    operations = [op for path in openapi_of(APP)["paths"].values() for op in path.values()]
    ids = [op["operationId"] for op in operations]
    assert sorted(ids) == [
        "compareDocuments",
        "getCascade", "getCoverage", "getLineage", "getLiveness", "getReadiness", "getStatistics",
        "getTimeline",
        "getVersion",
        "listAgencies",
        "listDocumentDuties", "listDocumentTargets", "listDocuments", "listDuties", "listFindings",
        "listJudgements", "listMentions", "listPaths", "listReview",
        "listTargets", "resolveCitation", "searchDocuments",
        "showAgency", "showDocument",
    ]  # fmt: skip
    for op in operations:
        assert {"200", "400", "405", "406", "500"} <= op["responses"].keys()
        assert "422" not in op["responses"]


@pytest.fixture(autouse=True)
def over_a_small_graph(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(asking, "open_store", lambda url, **options: STORE)
    yield


@SCHEMA.parametrize()
@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_service_keeps_to_its_document(case: Any) -> None:
    # No schema can say which cursors were handed out, in what spellings provinces are known, nor
    # which of two days is the later one.
    if isinstance(case.query, dict):
        case.query.pop("cursor", None)
        if "province" in case.query and case.meta.generation.mode.is_positive:
            case.query["province"] = "tỉnh ha nam"
        if "from" in case.query and case.meta.generation.mode.is_positive:
            case.query.pop("until", None)
    case.call_and_validate()
