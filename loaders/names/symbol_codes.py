"""Codes of symbols: the letters of a number that tell its type and who issued it.

The tables know them: type codes (Nghị định 30/2020/NĐ-CP, Phụ lục III) and issuer codes.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.folding import fold
from loaders.names.doc_types import code_table, type_codes
from loaders.tables import load_toml

_SMALL = re.compile(r"([a-zđ]{2,4})-([a-zđ]{2,6})(?![\w/.-])")

PARTY = frozenset(
    {
        "TW",
        "TU",
        "HU",
        "ĐU",
        "QU",
        "ThU",
        "TXU",
        "VPTW",
        "BTGTU",
        "BTCTU",
        "BTGTW",
        "BTCTW",
        "BTG",
        "ĐUK",
        "BCSĐ",
        "QUTW",
        "ĐUCA",
        # The Youth Union numbers its papers as the Party does.
        "ĐTN",
        "TĐTN",
        "TWĐTN",
        "TWĐ",
    }
)


@cache
def issuer_codes() -> dict[str, str]:
    table = load_toml("loaders", "agencies")
    groups = ("central", "ministry", "department", "kind")
    codes = [c for group in groups for row in table[group] for c in row["codes"]]
    # Typists write the Central Committee as TƯ; a provincial committee is always TU.
    return {"tư": "TW", **code_table([*codes, *sorted(PARTY)])}


@cache
def _longest_type() -> int:
    return max(map(len, type_codes()))


@cache
def known_code(token: str) -> tuple[str, ...] | None:
    """Return the canonical codes that a part of a symbol stands for, None where no table has it.

    "NĐCP" (a lost hyphen) is ("NĐ", "CP").
    """
    digits = re.search(r"\d+$", token)
    tail = digits[0] if digits else ""
    for bare in (token.lower().removesuffix(tail), fold(token).replace(" ", "").removesuffix(tail)):
        if bare in type_codes() and not tail:
            return (type_codes()[bare],)
        if bare in issuer_codes():
            return (issuer_codes()[bare] + tail,)
        for i in range(2, min(len(bare) - 1, _longest_type() + 1)):
            # "TTTT" is a department, no type and issuer of the same letters.
            if bare[:i] == bare[i:]:
                continue
            if bare[:i] in type_codes() and bare[i:] in issuer_codes():
                return (type_codes()[bare[:i]], issuer_codes()[bare[i:]] + tail)
    return None


def small_symbol(low: str, value: str, at: int) -> tuple[str, str] | None:
    """Return the codes of a symbol typed in small letters, "qđ-ttg", None where none stands there.

    Both must be in the tables: "5/tin-tức" is no number.
    """
    found = _SMALL.match(value, at)
    if found is None or not value[at].islower():
        return None
    kind, issuer = type_codes().get(found[1]), issuer_codes().get(found[2])
    return (kind, issuer) if kind and issuer else None
