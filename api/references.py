"""What someone types to name a document, an agency or a province, as papers would name it."""

from __future__ import annotations

import re

from graph.identity.claims import claim_of_reference
from graph.identity.keys import block_of_number
from graph.model import Claim
from graph.store import Criteria, Store
from loaders.citations.typed import parse_typed
from loaders.districts import typed_district
from loaders.folding import fold
from loaders.names.agencies import Home, full_name
from loaders.names.agency_codes import without_code
from loaders.names.open_symbols import Reading, bare_readings
from loaders.names.places import near_provinces, typed_province
from loaders.records import Header
from queries.errors import UnknownProvince
from queries.resolve import find_ref

_MOST_YEARS = 200
"""So many documents at most are asked for the years of their numbers."""


def claim_of(text: str, *, province: str | None = None, date: str | None = None) -> Claim | None:
    """Return what `text` says of the document that it names first, None where it names none.

    `province` and `date` are those of the paper in which the text stands: a local number without
    a place is one of that province, as it is when that paper is loaded.
    """
    reference = parse_typed(text)
    if reference is None:
        return None
    return claim_of_reference(reference, Header(province=province, issue_date=date))


def readings_of(
    store: Store, text: str, *, province: str | None = None, date: str | None = None
) -> tuple[Claim, ...]:
    """Return what `text` may say: one claim, none, or several where a number has no symbol.

    "Nghị quyết 20 khóa XII" may be a resolution of any body that numbers so: of those symbols the
    ones that documents of the store bear, the likeliest where none does.
    """
    bare = {
        one: None if one.number is None else block_of_number(one.number)
        for one in bare_readings(text)
    }
    if not bare:
        claim = claim_of(text, province=province, date=date)
        return () if claim is None else (claim,)
    blocks = sorted({block for block in bare.values() if block})
    here = {stored.claim.block for stored in store.claims(blocks=blocks)}
    kept = [one for one, block in bare.items() if block is None or block in here]
    if not here:
        first = next(one for one in bare if one.number is not None)
        kept += _with_years(store, first) or [first]
    claims = (claim_of(one.words, province=province, date=date) for one in kept)
    return tuple(claim for claim in claims if claim is not None)


def _with_years(store: Store, reading: Reading) -> list[Reading]:
    """Return a reading with each number of the store that holds a year: 117/2020/NĐ-CP for 117."""
    sequence, kind = (block_of_number(reading.number or "") or "").split("-")[:2]
    found, _ = store.find(Criteria(words=(sequence, kind)), limit=_MOST_YEARS)
    dated = re.compile(rf"{sequence}-(?:19|20)\d\d-{kind}-")
    numbers = {one.number for one in found if one.number}
    return [
        Reading(number, reading.words.replace(reading.number or "", number, 1))
        for number in sorted(numbers)
        if dated.match(block_of_number(number) or "")
    ]


def key_of(store: Store, ref: str) -> str:
    """Return the key of the one document that REF means. Raises as `queries.resolve.find_ref`."""
    return find_ref(store, ref, readings_of(store, ref)).document.key


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
