"""The pages of agencies: data from the questions, HTML from `visual.agency_page`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field
from starlette.responses import Response

from api.agency_parameters import AgencyKey
from api.answers import DeskOf
from api.pages import html
from api.parameters import CursorText, FormDate, FormProvince, Parameters
from api.references import written_out
from graph.store import Store
from loaders.names.places import province_names
from queries.agencies import agencies, agency
from visual.agency_page import agencies_page, agency_page

router = APIRouter(include_in_schema=False)


class AgencyPageQuery(Parameters):
    """Parameters of an agency's page; the date of its form may be left empty."""

    as_of: FormDate = None
    cursor: CursorText | None = None


class AgenciesPageQuery(AgencyPageQuery):
    """Parameters of the page that asks which agencies a name means."""

    name: Annotated[str, Field(max_length=400)] = ""
    province: FormProvince = None


@router.get("/agencies")
async def agencies_named(desk: DeskOf, query: Annotated[AgenciesPageQuery, Query()]) -> Response:
    """The page that asks for a name, and the bodies that it means."""
    return html(await desk.ask(lambda store: _named(store, query)))


@router.get("/agencies/{key}")
async def agency_of(
    desk: DeskOf, key: AgencyKey, query: Annotated[AgencyPageQuery, Query()]
) -> Response:
    """The page of one agency."""
    return html(
        await desk.ask(
            lambda store: agency_page(
                agency(store, key, as_of=query.as_of, cursor=query.cursor), key, query.as_of
            )
        )
    )


def _named(store: Store, query: AgenciesPageQuery) -> str:
    words, answer = query.name.strip(), None
    if any(char.isalnum() for char in words):
        name, spellings = written_out(words)
        answer = agencies(
            store,
            name,
            spellings=spellings,
            province=query.province,
            as_of=query.as_of,
            cursor=query.cursor,
        )
    return agencies_page(
        answer, province_names(), name=words, province=query.province, as_of=query.as_of
    )
