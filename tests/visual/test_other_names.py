"""What the page says of a document that has two nodes: a law and its number, not act and work."""

from __future__ import annotations

import pytest

from api.document_parameters import DocumentPageQuery
from api.document_tabs import document_tab
from graph.build import write_files
from graph.identity.touched import ReadFile
from loaders.read import read_text
from tests.model_store import ModelStore
from tests.visual.page import parse
from visual.tabs import Tab
from visual.texts import load_texts

T = load_texts()
LAW, NUMBER = "vn.luat-bao-ton-ran-san-ho.2021-11-11", "vn.96-2021-qh15.2021"
PLAN = "vn-ninh-thuan.5-qd-ubnd.2021-12-07"


def paper(name: str, body: str, number: str, kind: str, title: str, line: str) -> ReadFile:
    text = (
        f"{body}\nSố: {number}\nNơi đó, ngày 7 tháng 12 năm 2021\n\n{kind}\n{title}\n\n1. {line}\n"
    )
    return ReadFile(name, read_text(text, name), text)


@pytest.fixture(scope="module")
def store() -> ModelStore:
    made = ModelStore()
    bodies = ("UBND TỈNH NINH THUẬN", "UBND TỈNH PHÚ YÊN")
    scheme = "Đề án phục hồi rạn đá giai đoạn 2022-2025"
    law = "Luật Bảo tồn rạn san hô số 96/2021/QH15 ngày 11/11/2021"
    files = [
        paper("a.txt", bodies[0], "3/BC-UBND", "BÁO CÁO", "Về biển", f"Căn cứ {law}."),
        paper(
            "b.txt", bodies[1], "4/BC-UBND", "BÁO CÁO", "Về biển", "Căn cứ Luật số 96/2021/QH15."
        ),
        paper("c.txt", bodies[0], "5/QĐ-UBND", "QUYẾT ĐỊNH", f"Phê duyệt {scheme}", "Thi hành."),
        paper("d.txt", bodies[0], "6/BC-UBND", "BÁO CÁO", "Về đá", f"Có {scheme} của UBND tỉnh."),
    ]
    write_files(made, files)
    return made


def notices(store: ModelStore, key: str) -> list[str]:
    page = parse(document_tab(store, key, DocumentPageQuery(tab=Tab.LINEAGE)))
    return [one.text.strip() for one in page.all("p", **{"class": "notice"})]


def test_a_law_and_its_number_are_called_one(store: ModelStore) -> None:
    assert T("document.called", names="96/2021/QH15") in notices(store, LAW)
    assert any(said.startswith(T("document.called_by")) for said in notices(store, NUMBER))


def test_an_act_and_its_work_are_not(store: ModelStore) -> None:
    said = notices(store, PLAN)
    assert any(one.startswith(T("document.carries", names="")) for one in said)
    assert not any(one.startswith(T("document.called", names="").split(":")[0]) for one in said)
