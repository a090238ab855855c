"""The years that a paper covers, as its title says them."""

from __future__ import annotations

from loaders.grammar.patterns import find_of


def period_of(title: str | None) -> tuple[int | None, int | None] | None:
    """Return first and last year: of a span, of an end alone, or of one year that closes the title.

    "giai đoạn 2021-2030" is (2021, 2030), "đến năm 2030" (None, 2030), "… năm 2024" (2024, 2024).
    A year behind the span of what is carried out ("… giai đoạn 2021-2025 năm 2023") is the paper's.
    """
    low = (title or "").lower()
    if year := find_of("header", "year_of_span")(low):
        return int(year["year"]), int(year["year"])
    if span := find_of("header", "span_of_years")(low):
        return int(span["from"]), int(span["to"])
    if until := find_of("header", "until_year")(low):
        return None, int(until["to"])
    if year := find_of("header", "of_year")(low):
        return int(year["year"]), int(year["year"])
    return None


def only_year(title: str | None, period: tuple[int | None, int | None] | None) -> int | None:
    """Return the year in which all of a paper is due: the one that it covers, or the second of the
    one school year of its title; None for a paper of several years.
    """
    first, last = period or (None, None)
    if first == last:
        return last
    school = find_of("header", "school_year")((title or "").lower())
    return last if school is not None and int(school["year"]) == last else None
