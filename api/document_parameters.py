"""Parameters of a document's page."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from api.lineage_page import LineageChoiceQuery
from api.parameters import CursorText
from loaders.records import Role
from visual.tabs import Tab


class DocumentPageQuery(LineageChoiceQuery):
    """Parameters of a document's page; a field of its forms may be left empty.

    Without `tab` it is the text where a file or a reason is asked for, the lineage else. Options
    of the lineage are those of its tab.
    """

    tab: Tab | None = None
    file: Annotated[str, Field(max_length=4000)] | None = None
    indicator: Annotated[str, Field(max_length=1000)] = ""
    top: Annotated[str, Field(max_length=200)] | None = None
    agency: Annotated[str, Field(max_length=400)] = ""
    role: Annotated[Role | None, BeforeValidator(lambda text: text or None)] = None
    whole: Annotated[bool, BeforeValidator(lambda text: text or False)] = False
    """Whether the duties of all that carry the document out are shown, with its own."""
    cursor: CursorText | None = None
    why: Annotated[str, Field(pattern=r"^\d{1,9}-\d{1,9}$")] | None = None

    @property
    def shown(self) -> Tab:
        """The tab that is asked for."""
        named = self.file is not None or self.why is not None
        return self.tab or (Tab.TEXT if named else Tab.LINEAGE)
