"""Findings on the command line and over HTTP: one body, and what may be asked."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from api.commands.tables import whole_name
from graph.model import Document, DocumentStatus
from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Two plans, of which one carries out what was issued after it."""
    folder = tmp_path_factory.mktemp("findings")
    later = "Nghị quyết số 31-NQ/TW ngày 12/3/2020 của Ban Chấp hành Trung ương"
    write(folder / "in", "a.txt", paper("8/KH-UBND", place="Cao Bằng"))
    # A title that gave the number alone would be the resolution of the other paper.
    of = paper("9/KH-UBND", place="Sơn La", parent=later, title="Về trồng rừng ven sông")
    write(folder / "in", "b.txt", of)
    assert phahe("load", folder / "in", store=place).code == 0
    return place


def test_the_command_and_the_service_say_the_same(store: Place, client: TestClient) -> None:
    told = phahe("findings", "--json", store=store).json
    assert client.get("/v1/findings").json() == told
    codes = {item["code"] for item in told["items"]}
    assert "implements_later" in codes
    some = phahe("findings", "--codes", "implements_later", "--json", store=store).json
    assert client.get("/v1/findings?codes=implements_later").json() == some
    [item] = some["items"]
    assert item["document"]["number"] == "9/KH-UBND"
    assert item["evidence"][0]["file"].endswith("b.txt")
    one = phahe("findings", "9/KH-UBND", "--json", store=store).json
    assert client.get("/v1/findings", params={"document": "9/KH-UBND"}).json() == one
    assert one["total"] == 1


def test_people_read_a_table_with_the_sentence(store: Place) -> None:
    told = phahe("findings", "9/KH-UBND", store=store)
    assert told.code == 0
    assert "dựa trên văn bản ban hành sau nó" in told.out.replace("\n", " ")
    assert "1 điều không khớp" in told.out
    assert "Không có điều không khớp" in phahe("findings", "8/KH-UBND", store=store).out


def test_a_document_without_a_number_is_told_by_its_whole_title() -> None:
    title = "Chương trình hành động thực hiện Nghị quyết về chăm sóc sức khỏe người cao tuổi ở xã"
    one = Document("k", "Chương trình hành động", None, title, None, "2018-03", None, None, None,
                   DocumentStatus.CITED_ONLY)  # fmt: skip
    assert whole_name(one) == f"{title}, 03/2018"
    assert whole_name(one._replace(number="8-CTr/TU")) == "Chương trình hành động 8-CTr/TU, 03/2018"
    assert whole_name(one._replace(title=None)) == "Chương trình hành động, 03/2018"


def test_the_table_has_the_titles_of_all_documents(store: Place) -> None:
    heads = phahe("findings", "--csv", store=store).out.splitlines()[0]
    for head in ("Trích yếu", "Số hiệu văn bản khác", "Trích yếu văn bản khác"):
        assert head in heads.lstrip("\ufeff").split(",")


def test_what_cannot_be_asked_is_refused(store: Place, client: TestClient) -> None:
    assert phahe("findings", "--codes", "boredom", store=store).code == 2
    assert phahe("findings", "77/KH-UBND", store=store).code == 2
    for query in ("codes=boredom", "limit=0", "cursor=AAAA"):
        assert client.get(f"/v1/findings?{query}").status_code == 400
    assert client.get("/v1/findings?document=77/KH-UBND").status_code == 404
