"""What reading keeps for any text: spans inside it, quotes its slices, NFC and NFD one record."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders.errors import UnreadableFile
from loaders.folding import fold, fold_letters, slug
from loaders.read import read_text
from loaders.record_json import as_json
from loaders.records import DocumentRecord
from loaders.text.source_text import SourceText
from tests.loaders.plan import PLAN, facts, quotes

PIECES = [
    *PLAN.splitlines(keepends=True),
    "Quyết định số 12/QĐ-UBND ngày 03/4/2019 của Ủy ban nhân dân tỉnh",
    " thay thế ",
    " (sau đây gọi tắt là Đề án) ",
    "Đề án này ",
    "Luật sửa đổi, bổ sung một số điều của Luật Thư viện năm 2019; ",
    "Số:      /KH-UBND\n",
    "| Nơi nhận: - Như trên; | KT. CHỦ TỊCH |\n",
    "\n\n3\n\n",
    "<br>",
    "**",
    "\u00ad",
    "\u200b",
    "\r\n",
    "\x0c",
    "Ð",
    "(",
    "“",
    "ngày     tháng 5 năm 2020",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join)


def record_of(raw: str) -> DocumentRecord | None:
    try:
        return read_text(raw, "any.txt")
    except UnreadableFile:
        return None


@given(TEXTS)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spans_lie_in_the_text_and_quotes_are_their_slices(raw):
    record = record_of(raw)
    if record is None:
        return
    shown = as_json(record)
    for (start, end), quote in quotes(shown):
        assert 0 <= start <= end <= len(raw)
        assert raw[start:end] == quote
    for start, end in shown["document"]["spans"].values():
        assert 0 <= start <= end <= len(raw)


@given(TEXTS)
@example("ỦY BAN NHÂN DÂN\nAa각ỦY BAN NHÂN DÂN\n")  # a Korean syllable comes apart too
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_composed_and_decomposed_letters_give_one_record(raw):
    forms = []
    for form in ("NFC", "NFD"):
        try:
            forms.append(facts(unicodedata.normalize(form, raw)))
        except UnreadableFile as error:
            forms.append(error.code)
    assert forms[0] == forms[1]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_a_text_is_read_the_same_way_twice(raw):
    assert record_of(raw) == record_of(raw)


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert fold_letters(fold_letters(text)) == fold_letters(text)
    assert slug(slug(text)) == slug(text)


@given(st.text())
def test_folding_does_not_ask_how_letters_are_composed(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_the_text_as_read_maps_back_to_the_text_as_printed(raw):
    text = SourceText.of(raw)
    assert len(text.low) == len(text.value)
    span = text.span(0, len(text.value))
    assert 0 <= span.start <= span.end <= len(raw)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_whole_plan_is_read(form):
    shown = facts(unicodedata.normalize(form, PLAN))
    assert shown["document"]["number"] == "118/KH-UBND"
    assert shown["document"]["issuer"] == "Ủy ban nhân dân tỉnh Bạc Liêu"
    assert shown["document"]["signer"] == "Trần Thị Lan Phương"
    numbers = [reference["number"] for reference in shown["references"]]
    assert numbers == [None, "1520/QĐ-TTg", None, "33-NQ/TW", "45/KH-UBND"]
