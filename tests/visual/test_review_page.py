"""What stands on the page of a review, without a browser."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from graph.store import Store
from queries.review import ReviewKind, review
from tests.graph.papers import load
from tests.queries import small_graphs
from tests.queries.test_indicator_doubts import POOR, POOR_MANY, line
from tests.queries.test_review import ECONOMY, HEALTH, central, citing
from tests.visual.page import parse
from visual.review_page import citing_keys, review_page
from visual.texts import load_texts

T = load_texts()


def sample() -> Store:
    """One number, cited twice as one of two resolutions and once as nobody knows which."""
    store = small_graphs.make_store()
    load(
        store,
        citing(1, central("20-NQ/TW", "2017-10-25", title=HEALTH)),
        citing(2, central("20-NQ/TW", "2022-06-16", title=ECONOMY)),
        citing(3, central("20-NQ/TW")),
        citing(4, central("20-NQ/TW")),
    )
    return store


def test_what_is_ambiguous_has_its_sentences_its_candidates_and_the_commands():
    store = sample()
    answer = review(store)
    root = parse(review_page(answer, store.documents(citing_keys(answer))))
    [item] = root.all("section", class_="review")
    assert T("review.kind.ambiguous") in item.text
    where = [a.attrs["href"] for p in item.all("p", class_="where") for a in p.all("a")]
    assert [urlsplit(one).path for one in where] == [
        "/documents/vn-son-la.3-kh-ubnd.2023-01-03", "/documents/vn-son-la.4-kh-ubnd.2023-01-04",
    ]  # fmt: skip
    assert "3/KH-UBND" in item.text and len(item.all("q")) == 2
    candidates = item.all("ol", class_="candidates")[0]
    told = [code.text for code in candidates.all("code")]
    assert told == [
        f'phahe judge vn.20-nq-tw {verdict} {key} --reason "…"'
        for key in ("vn.20-nq-tw.2017-10-25", "vn.20-nq-tw.2022-06-16")
        for verdict in ("same", "not-same")
    ]


def test_a_kind_stays_with_the_next_page_and_the_file():
    store = sample()
    answer = review(store, ReviewKind.AMBIGUOUS, limit=1)
    root = parse(review_page(answer, {}, ReviewKind.AMBIGUOUS))
    [current] = [tag for tag in root.every() if tag.attrs.get("aria-current") == "true"]
    assert current.text == T("review.kind.ambiguous")
    files = [urlsplit(a.attrs["href"]) for a in root.by_id("downloads").all("a")]
    assert {(file.path, parse_qs(file.query)["kind"][0]) for file in files} == {
        ("/v1/review", "ambiguous")
    }
    assert [parse_qs(file.query)["format"] for file in files] == [["xlsx"], ["csv"], ["json"]]


def test_indicators_show_both_names_their_sentences_and_how_to_see_them_together():
    store = line((POOR,), (POOR_MANY,))
    answer = review(store)
    root = parse(review_page(answer, store.documents(citing_keys(answer))))
    [item] = root.all("section", class_="review")
    assert T("review.value_pairs", count="1") in item.text
    named = [one.text.strip() for one in item.all("p", class_="indicator")]
    assert named == [f"{POOR_MANY.name} (%)", f"{POOR.name} (%)"]
    assert len(item.all("q")) == 2
    assert [code.text for code in item.all("code")] == [
        f'phahe cascade vn.20-nq-tw.2017-10-25 --indicator "{POOR.name}"'
    ]


def test_nothing_to_judge_is_said():
    root = parse(review_page(review(small_graphs.make_store()), {}))
    assert T("review.none") in root.text
