"""The pages of agencies: which bodies a name means, and what became of one with its duties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from queries.agencies import AgencyItem, AgencyList
from visual.agency_links import agencies_address, agency_address
from visual.downloads import MOST, files_at
from visual.rendering import render
from visual.texts import load_texts


def scope_words(subjects: Iterable[str], but: Iterable[str]) -> str:
    """Return how far a succession goes: a row's subjects, and those that it leaves out."""
    texts = load_texts()
    told = ", ".join(texts(f"subject.{name}") for name in sorted(subjects))
    left = ", ".join(texts(f"subject.{name}") for name in sorted(but))
    return texts("agency.all_but", scope=told, but=left) if left else told


def agency_page(item: AgencyItem, key: str, as_of: str | None = None) -> str:
    """Return the page of one agency: who has its functions, its succession, and its duties.

    `key` is the one asked for, `as_of` the day of which it is told, None for the last state of the
    tables. Each duty stands as printed, with who has it on that day. The files hold what is shown.
    """
    until = [("as_of", as_of)] if as_of else []
    unit = item.agency.unit
    following = item.duties.next
    return render(
        "agency.html",
        item=item,
        as_of=as_of,
        place=[("province", unit.name)] if unit else [],
        scope_words=scope_words,
        following=following and agency_address(key, [*until, ("cursor", following)]),
        downloads=[
            ("download.duties", files_at(f"/v1{agency_address(key)}", [*until, ("limit", MOST)]))
        ],
    )


def agencies_page(
    answer: AgencyList | None,
    provinces: Sequence[str],
    *,
    name: str = "",
    province: str | None = None,
    as_of: str | None = None,
) -> str:
    """Return the page that asks for a name, and says which agencies it means; None: not asked."""
    asked = [("province", province)] if province else []
    options = [*asked, ("as_of", as_of)] if as_of else asked
    files = [("name", name), *options, ("limit", MOST)]
    following = answer.next if answer is not None else None
    return render(
        "agencies.html",
        answer=answer,
        asked={"name": name, "province": province or ""},
        provinces=provinces,
        as_of=as_of,
        following=following and agencies_address(name, [*options, ("cursor", following)]),
        downloads=[("download.agencies", files_at("/v1/agencies", files))],
    )
