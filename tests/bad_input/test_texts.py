"""Bad inputs 21 to 23: texts that are markup, formulas or controls stay texts.

They stand in every field of the documents of a graph; each answer is read again by a program of
another make: an HTML parser, csv, openpyxl, json, networkx.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import networkx as nx
import openpyxl
import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.sqlite_store.store import SqliteStore
from loaders.errors import UnreadableFile
from loaders.header.title import MOST_LETTERS
from loaders.read import read_text
from loaders.sources import decode
from tests.api.papers import paper
from tests.api.phahe import phahe
from tests.bad_input.asking import address, forms, tabled
from tests.bad_input.values import CONTROLS, FORMULAS, MARKUP, filled_with
from tests.visual.page import Tag, parse

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]")


class Graph:
    """A graph in which each of some texts stands everywhere, and a client of its service."""

    def __init__(self, path: Path, texts: tuple[str, ...]) -> None:
        self.path = path
        self.texts = texts
        store = SqliteStore.open(path)
        self.numbers = filled_with(store, texts)
        store.close()
        self.client = TestClient(create_app(Settings(f"sqlite:{path}")))
        listed = self.client.get("/v1/documents").json()["items"]
        self.keys = [one["key"] for one in listed]

    def get(self, url: str, form: str | None = None) -> bytes:
        """Return the answer's body; anything but 200 is a failure."""
        answer = self.client.get(url, params={"format": form} if form else None)
        assert answer.status_code == 200, (url, answer.text)
        return answer.content

    def tables(self, form: str) -> Iterator[tuple[str, bytes]]:
        for route, key in tabled(self.keys):
            if form in forms(route):
                url = address(route, key, format=form)
                yield url, self.get(url)


@contextmanager
def made(folder: Path, texts: tuple[str, ...]) -> Iterator[Graph]:
    graph = Graph(folder / "graph.sqlite", texts)
    with graph.client:
        yield graph


@pytest.fixture(scope="module")
def graph(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Graph]:
    with made(tmp_path_factory.mktemp("bad"), request.param) as graph:
        yield graph


def holding(*texts: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("graph", [texts], indirect=True, ids=[""])


def shape(root: Tag) -> set[tuple[str, str]]:
    """Return the names of all tags, and of their attributes."""
    return {(tag.name, name) for tag in root.every() for name in ("", *tag.attrs)}


@holding(*MARKUP.values())
class Test21Markup:
    def test_no_page_has_another_tag_or_attribute_than_one_of_plain_words(
        self, graph: Graph, tmp_path: Path
    ) -> None:
        plain = tuple(f"gieo hạt {place}" for place in range(len(graph.texts)))
        with made(tmp_path, plain) as tame:
            assert len(tame.keys) == len(graph.keys)
            marked = {("span", "title")}  # the name of a character that is not seen
            for tail in ("", "/coverage", "?why=300-310"):
                usual = set().union(*(shape(page) for page in self.pages(tame, tail)))
                for page in self.pages(graph, tail):
                    assert shape(page) <= usual | marked

    @staticmethod
    def pages(graph: Graph, tail: str) -> Iterator[Tag]:
        for key in graph.keys:
            yield parse(graph.get(f"/documents/{quote(key, safe='')}{tail}").decode())
        yield parse(graph.get("/?q=trong rung").decode())

    def test_links_lead_nowhere_else_and_nothing_is_turned_round(self, graph: Graph) -> None:
        for page in self.pages(graph, ""):
            links = {tag.attrs["href"] for tag in page.every() if "href" in tag.attrs}
            assert all(re.match(r"/(?!/)|#|\?|data:,", link) for link in links), links
            for tag in page.every():
                if tag.name != "script":
                    told = [*tag.attrs.values(), *(p for p in tag.inside if isinstance(p, str))]
                    assert not any(CONTROL.search(text) for text in told)

    def test_json_gives_the_texts_back_as_they_are(self, graph: Graph) -> None:
        listed = json.loads(graph.get("/v1/documents?status=loaded"))["items"]
        assert {one["issuer"] for one in listed} == set(graph.texts)
        told = json.loads(graph.get("/v1/duties"))["items"]
        assert {one["agency"] for one in told} == set(graph.texts)

    def test_a_problem_and_the_name_of_a_file_hold_no_word_of_a_text(self, graph: Graph) -> None:
        for text in graph.texts:
            answer = graph.client.get("/v1/cascade", params={"x": text})
            assert answer.headers["content-type"] == "application/problem+json"
            answer = graph.client.get(
                "/nothing", params={"q": text}, headers={"accept": "text/html"}
            )
            assert answer.status_code == 404
            assert "harmed" not in answer.text
        disposed = graph.client.get("/v1/documents?format=csv").headers["content-disposition"]
        assert disposed.isascii()

    def test_a_terminal_gets_no_control_and_shows_brackets(self, graph: Graph) -> None:
        for words in (("search", "trồng rừng"), ("duties",), ("findings",), ("mentions",)):
            answer = phahe(*words, store=graph.path)
            assert answer.code == 0, answer.err
            assert not CONTROL.search(answer.out + answer.err)
        assert "[red]x[/red]" in phahe("duties", store=graph.path).out


class Test21LongTitles:
    TITLE = "Thực hiện " + "trồng rừng ven sông " * 50_000

    def test_a_title_of_a_megabyte_is_cut_and_said_to_be(self) -> None:
        record = read_text(paper(title=self.TITLE), "paper.txt")
        title = record.document.title
        assert title is not None
        assert MOST_LETTERS - 10 < len(title) <= MOST_LETTERS
        assert self.TITLE.startswith(title + " ")
        assert [one.code for one in record.warnings] == ["title_cut"]
        assert record.document.number == "15/KH-UBND"

    def test_a_title_of_usual_length_is_whole(self) -> None:
        title = "Thực hiện " + "trồng rừng ven sông " * 30
        record = read_text(paper(title=title), "paper.txt")
        assert record.document.title == title.strip()
        assert record.warnings == ()


@holding(*FORMULAS)
class Test22Formulas:
    def test_no_cell_of_a_csv_begins_a_formula_and_each_is_read_back(self, graph: Graph) -> None:
        seen = set()
        for url, data in graph.tables("csv"):
            for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
                for cell in row:
                    assert re.match(r"[^=+\-@\t\r\n]|$|-?[\d.]+$", cell), (url, cell)
                    seen.add(cell.removeprefix("'"))
        assert set(graph.texts) <= seen | {"\r=1"}  # a line's end is no part of a cell

    def test_every_cell_of_a_workbook_is_text_or_a_number(self, graph: Graph) -> None:
        seen = set()
        for url, data in graph.tables("xlsx"):
            for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
                for cell in (cell for row in sheet.rows for cell in row):
                    assert cell.data_type in "snd", (url, cell.value)
                    assert cell.hyperlink is None
                    seen.add(cell.value)
        assert set(graph.texts) <= seen | {"\r=1"}


@holding(*CONTROLS.values())
class Test23Controls:
    def test_every_form_is_read_again(self, graph: Graph) -> None:
        for form, reader in (
            ("json", json.loads),
            ("csv", lambda data: list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))),
            ("xlsx", lambda data: openpyxl.load_workbook(io.BytesIO(data))),
            ("graphml", lambda data: nx.parse_graphml(data.decode())),
        ):
            answers = list(graph.tables(form))
            assert answers
            for url, data in answers:
                assert reader(data), url
                if form != "json":
                    assert not re.search(rb"[\x00-\x08\x0e-\x1f]", data) or form == "xlsx", url

    def test_exports_are_read_again(self, graph: Graph) -> None:
        for kind in ("documents", "relations", "mentions", "records"):
            lines = phahe("export", "--kind", kind, store=graph.path).out.split("\n")
            assert len([json.loads(line) for line in lines if line]) >= len(graph.texts)

    @pytest.mark.parametrize(
        ("encoding", "code"),
        [("utf-8", "undecodable"), ("utf-16-le", "binary_file"), ("utf-32-le", "binary_file")],
    )
    def test_half_a_pair_is_no_text(self, graph: Graph, encoding: str, code: str) -> None:
        mark = "" if encoding == "utf-8" else "\ufeff"
        data = (mark + paper(title="Thực hiện \ud83d trồng rừng")).encode(encoding, "surrogatepass")
        with pytest.raises(UnreadableFile) as refused:
            decode(data, "paper.txt")
        assert refused.value.code == code
        answer = graph.client.get("/v1/search?q=%ED%A0%BD")
        assert answer.status_code == 200, answer.text

    def test_bytes_that_are_no_letters_on_the_command_line_are_no_crash(self, graph: Graph) -> None:
        for words in (("search", "a\udcff"), ("show", "a\udcff"), ("duties", "--agency", "\udcff")):
            answer = phahe(*words, "--json", store=graph.path)
            assert (answer.code, answer.out) == (2, "")
            assert "không phải UTF-8" in answer.err
