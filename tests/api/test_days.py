"""Days and provinces as people type them, on the command line and over HTTP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from api.days import ISO_PATTERN, TYPED_PATTERN, iso_day
from api.references import province_of
from queries.errors import BadOption, UnknownProvince
from tests.api.papers import paper, write
from tests.api.phahe import Place, phahe
from tests.api.service import sample, serving
from tests.queries import small_graphs
from tests.stores import Stores, every_kind


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("25/10/2017", "2017-10-25"),
        ("5/3/2018", "2018-03-05"),
        ("05.03.2018", "2018-03-05"),
        ("5-3-2018", "2018-03-05"),
        ("10/2017", "2017-10"),
        ("3/2017", "2017-03"),
        ("2017", "2017"),
        ("2017-10", "2017-10"),
        ("2017-10-25", "2017-10-25"),
        ("29/2/2016", "2016-02-29"),
    ],
)
def test_days_are_understood(typed: str, iso: str) -> None:
    assert iso_day(typed, "--as-of") == iso


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31/02/2018", "tháng 2/2018 chỉ có từ ngày 1 đến 28"),
        ("2018-02-30", "tháng 2/2018 chỉ có từ ngày 1 đến 28"),
        ("0/5/2018", "tháng 5/2018 chỉ có từ ngày 1 đến 31"),
        ("13/2018", "không có tháng 13"),
        ("25/13/2018", "không có tháng 13"),
        ("25/10/17", "không phải ngày"),
        ("hôm qua", "không phải ngày"),
        ("2017/10/25", "không phải ngày"),
        ("", "không phải ngày"),
        ("٢٠١٧", "không phải ngày"),
    ],
)
def test_impossible_days_are_refused_with_words(typed: str, said: str) -> None:
    with pytest.raises(BadOption, match=re.escape(said)) as refused:
        iso_day(typed, "--as-of")
    assert str(refused.value).startswith("--as-of: ")


_NUMBERS = st.integers(0, 40).map(str) | st.integers(0, 40).map("{:02d}".format)
_YEARS = st.sampled_from(["2000", "1900", "2016", "2017", "0999", "20"])
_FORMS = st.sampled_from(["{y}-{m}-{d}", "{y}-{m}", "{d}/{m}/{y}", "{d}.{m}-{y}", "{m}/{y}", "{y}"])


@given(_FORMS, _NUMBERS, _NUMBERS, _YEARS)
def test_the_schema_takes_what_is_understood_and_nothing_else(
    form: str, day: str, month: str, year: str
) -> None:
    typed = form.format(d=day, m=month, y=year)
    try:
        iso = iso_day(typed, "date")
    except BadOption:
        assert re.fullmatch(TYPED_PATTERN, typed) is None
    else:
        assert re.fullmatch(TYPED_PATTERN, typed)
        assert re.fullmatch(ISO_PATTERN, iso)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("tỉnh Tuyên Quang", "Tuyên Quang"),
        ("TỈNH TUYÊN QUANG", "Tuyên Quang"),
        ("tuyen quang", "Tuyên Quang"),
        ("tinh tuyen quang", "Tuyên Quang"),
        ("Thành phố Hải Phòng", "Hải Phòng"),
        ("TP. Huế", "Huế"),
        ("tp.hue", "Huế"),
        ("TP Hồ Chí Minh", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("ba ria vung tau", "Bà Rịa - Vũng Tàu"),
    ],
)
def test_provinces_are_understood(typed: str, name: str) -> None:
    assert province_of(typed) == name


@pytest.mark.parametrize(
    ("typed", "near"), [("Tuyên Qang", "Tuyên Quang"), ("tỉnh Lai Chau u", "Lai Châu")]
)
def test_a_place_that_no_province_is_names_the_nearest(typed: str, near: str) -> None:
    with pytest.raises(UnknownProvince, match=f"gần nhất: {near}"):
        province_of(typed)


@pytest.fixture(scope="module")
def store(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("typed")
    write(folder / "in", "a.txt", paper("15/KH-UBND"))
    write(folder / "in", "b.txt", paper("9/KH-UBND", place="Sơn La", date=(2020, 2, 1)))
    assert phahe("load", folder / "in", store=place).code == 0
    return place


@pytest.mark.parametrize("typed", ["tỉnh Cao Bằng", "cao bang", "TINH CAO BANG"])
def test_commands_take_a_province_in_any_spelling(store: Place, typed: str) -> None:
    told = phahe("search", "trồng rừng", "--province", typed, "--json", store=store).json
    assert [item["province"] for item in told["items"]] == ["Cao Bằng"]
    told = phahe("resolve", "15/KH-UBND", "--province", typed, "--json", store=store).json
    assert told["status"] == "found"


@pytest.mark.parametrize(
    "words", [("search", "rừng"), ("duties",), ("agency", "Sở Y tế"), ("resolve", "15/KH-UBND")]
)
def test_commands_refuse_a_place_that_no_province_is(store: Place, words: tuple[str, ...]) -> None:
    told = phahe(*words, "--province", "Cao Bàn", "--json", store=store)
    assert (told.code, told.out) == (2, "")
    assert "gần nhất: Cao Bằng" in told.err


def test_commands_take_days_as_people_write_them(store: Place) -> None:
    told = phahe("search", "rừng", "--from", "1/1/2019", "--json", store=store).json
    assert [item["number"] for item in told["items"]] == ["9/KH-UBND"]
    told = phahe("search", "KH-UBND", "--until", "31.12.2018", "--json", store=store).json
    assert [item["number"] for item in told["items"]] == ["15/KH-UBND"]
    told = phahe("duties", "--as-of", "5/3/2019", "--json", store=store).json
    assert told["as_of"] == "2019-03-05"
    told = phahe("lineage", "31-NQ/TW", "--down", "--as-of", "31/2/2019", store=store)
    assert (told.code, "tháng 2/2019 chỉ có từ ngày 1 đến 28" in told.err) == (2, True)


@pytest.mark.parametrize(
    "words", [("search", "rừng"), ("duties",), ("lineage", "31-NQ/TW", "--down")]
)
def test_commands_refuse_a_first_day_after_the_last(store: Place, words: tuple[str, ...]) -> None:
    told = phahe(*words, "--from", "25/10/2019", "--until", "2018", "--json", store=store)
    assert (told.code, told.out) == (2, "")
    assert "from: 25/10/2019 muộn hơn until:" in told.err


def test_a_batch_takes_them_too_and_names_the_line_that_is_wrong(
    store: Place, tmp_path: Path
) -> None:
    rows = [
        '{"id": 1, "text": "15/KH-UBND", "province": "tỉnh Cao Bằng", "date": "1/6/2018"}',
        '{"id": 2, "text": "15/KH-UBND", "date": "31/6/2018"}',
    ]
    batch = write(tmp_path, "batch.jsonl", "\n".join(rows))
    told = phahe("resolve", "--batch", batch, store=store)
    assert told.lines[0]["status"] == "found"
    assert told.code == 2
    assert "dòng 2, date: “31/6/2018”" in told.err


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, stores: Stores) -> Iterator[TestClient]:
    monkeypatch.setattr(small_graphs, "make_store", stores.make)
    with serving(monkeypatch, sample()) as client:
        yield client


@every_kind
def test_the_service_takes_the_same(client: TestClient) -> None:
    body = client.get("/v1/documents", params={"province": "tinh ha nam"}).json()
    assert [item["key"] for item in body["items"]] == ["plan"]
    body = client.get("/v1/documents", params={"from": "1/11/2017", "until": "2018"}).json()
    assert [item["key"] for item in body["items"]] == ["act"]
    until = {"until": "12/2017"}  # to the end of the month, wherever it is asked
    for path in ("/v1/documents", "/v1/search"):
        asked = until | ({"q": "139"} if path == "/v1/search" else {})
        found = client.get(path, params=asked).json()["items"]
        assert "act" in [item["key"] for item in found]
    below = client.get(
        "/v1/documents/top/lineage", params={"direction": "descendants", **until}
    ).json()
    assert [item["document"]["key"] for item in below["items"]] == ["act"]
    assert below["filter"]["until"] == "2017-12-31"
    assert "139/NQ-CP" in client.get("/documents/top", params=until).text
    body = client.get(
        "/v1/documents/top/lineage", params={"direction": "descendants", "as_of": "31/12/2017"}
    ).json()
    assert (body["as_of"], [item["document"]["key"] for item in body["items"]]) == (
        "2017-12-31",
        ["act", "plan"],
    )
    named = client.get("/v1/documents/top/mentions", params={"of": "true"}).json()
    assert [item["document"] for item in named["items"]] == ["act"]
    assert named["items"][0]["quote"] in named["items"][0]["sentence"]
    answer = client.get("/v1/search", params={"q": "20-NQ/TW", "province": "Hà Nm"})
    assert answer.status_code == 400
    assert "gần nhất: Hà Nam" in answer.json()["detail"]
    answer = client.get("/v1/resolve", params={"text": "20-NQ/TW", "date": "31/2/2018"})
    [error] = answer.json()["errors"]
    assert error == {
        "parameter": "date",
        "message": "“31/2/2018”: tháng 2/2018 chỉ có từ ngày 1 đến 28",
    }
