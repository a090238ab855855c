"""What someone types to name a document, an agency or a province, as papers would name it."""

from __future__ import annotations

from graph.claims import claim_of_reference
from graph.model import Claim
from graph.store import Store
from loaders.agencies import Home, full_name
from loaders.agency_codes import without_code
from loaders.districts import typed_district
from loaders.folding import fold
from loaders.places import near_provinces, typed_province
from loaders.records import Header
from loaders.typed import parse_typed
from queries.errors import UnknownProvince
from queries.resolve import find_ref


def claim_of(text: str, *, province: str | None = None, date: str | None = None) -> Claim | None:
    """Return what `text` says of the document that it names first, None where it names none.

    `province` and `date` are those of the paper in which the text stands: a local number without
    a place is one of that province, as it is when that paper is loaded.
    """
    reference = parse_typed(text)
    if reference is None:
        return None
    return claim_of_reference(reference, Header(province=province, issue_date=date))


def key_of(store: Store, ref: str) -> str:
    """Return the key of the one document that REF means. Raises as `queries.resolve.find_ref`."""
    return find_ref(store, ref, claim_of(ref)).document.key


def agency_names(text: str) -> tuple[str, ...]:
    """Return the folded names by which the agency that `text` names is looked for.

    As typed, and written out: "UBND tỉnh", "SYT", "sở y tế tuyên quang" (Sở Y tế tỉnh Tuyên
    Quang). None for a text without letters, which no agency is called.
    """
    written = without_code(text)
    names = (fold(text), fold(written), fold(full_name(written, Home()) or ""))
    return tuple(dict.fromkeys(name for name in names if name))


def written_out(text: str) -> tuple[str, tuple[str, ...]]:
    """Return an agency's name with abbreviations written out, and its folded spellings."""
    written = without_code(text)
    return full_name(written, Home()) or written, agency_names(text)


def province_of(text: str, name: str = "province") -> str:
    """Return the register's spelling of a province that someone typed for the option `name`.

    Raises UnknownProvince, with the names that are most like it: a name that no province ever had
    would only find nothing, which says something else.
    """
    found = typed_province(text)
    if found is None:
        near = ", ".join(near_provinces(text))
        raise UnknownProvince(
            f"{name}: không có tỉnh, thành phố nào tên “{text}”; gần nhất: {near}"
        )
    return found


def district_of(text: str) -> str:
    """Return a district's name as documents of the graph have it: "huyện lâm hà" is Lâm Hà.

    A name that the register does not hold is taken as typed.
    """
    return typed_district(text) or text.strip()
