"""What answers say in Vietnamese, told in English: every row, and every reason that code gives."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.problems import PROBLEMS, problem_of_status
from loaders.doubts import doubts
from visual.retold import Row, retold, rows
from visual.texts import SPOKEN

ROOT = Path(__file__).parents[2]
VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
GIVING = ("queries/comparing.py", "queries/duplicates.py", "queries/candidates.py")
# Put together from a part that says which place, and the years of a term behind its number.
PARTS = {"cùng 1: 1", "khác 1: 1", " (từ 1)", " (1 đến 1)", "tỉnh", "huyện"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    token = SPOKEN.set("en")
    yield
    SPOKEN.reset(token)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.example) for row in rows()])
def test_a_row_is_the_first_that_fits_its_example(row: Row) -> None:
    assert next(one for one in rows() if one.form.fullmatch(row.example)) is row
    assert retold(row.example) != row.example
    assert not VIETNAMESE.search(row.other)


def literals(path: str) -> Iterator[str]:
    """Yield the strings of a module that people read, with 1 for what is put into them."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    inner = {
        id(part) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr) for part in one.values
    }
    docs = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "1" for p in node.values)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in inner | docs
        ):
            yield node.value


def test_what_stands_over_a_problem_is_told() -> None:
    titles = {problem.title for _, problem in PROBLEMS}
    titles |= {problem_of_status(status)[1] for status in (400, 403, 404, 405, 406, 415, 500)}
    assert [one for one in sorted(titles) if retold(one) == one] == []


def test_every_doubt_of_a_fact_is_told() -> None:
    assert [one.because for one in doubts() if retold(one.because) == one.because] == []


@pytest.mark.parametrize("path", GIVING)
def test_every_reason_that_code_gives_is_told(path: str) -> None:
    said = {one.removesuffix("1") if one.endswith("khóa 11") else one for one in literals(path)}
    said = {one for one in said if VIETNAMESE.search(one)} - PARTS
    assert said != set()
    assert [one for one in sorted(said) if retold(one) == one] == []


@pytest.mark.parametrize("status", [400, 404, 405, 500])
def test_every_refusal_of_a_page_is_told(status: int) -> None:
    _, _, detail = problem_of_status(status)
    assert not VIETNAMESE.search(retold(detail))


def test_a_sentence_within_a_sentence_is_told_and_names_stay() -> None:
    wrong = "Tham số sai: province: không có tỉnh, thành phố nào tên “Yen Bay”; gần nhất: Yên Bái."
    assert retold(wrong) == (
        "Wrong parameter: province: there is no province or city “Yen Bay”; most like it: Yên Bái."
    )


def test_what_no_row_knows_and_what_is_too_long_stays() -> None:
    assert retold("một câu khác") == "một câu khác"
    long = "cùng số " + "1" * 3000
    assert retold(long) == long


def test_vietnamese_stays() -> None:
    SPOKEN.set("vi")
    assert retold("chưa được kiểm chứng") == "chưa được kiểm chứng"
