"""Districts as people type them."""

from __future__ import annotations

from functools import cache

from loaders.folding import fold
from loaders.tables import load_csv


@cache
def _names() -> dict[str, str]:
    """Return the register's names by folded name, with the kind before it and without."""
    found: dict[str, str] = {}
    for row in load_csv("loaders", "districts"):
        name = row["district"]
        found.setdefault(fold(name), name)
        found.setdefault(fold(f"{row['kind']} {name}"), name)
    return found


@cache
def _provinces() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in load_csv("loaders", "districts"):
        found.setdefault(fold(f"{row['kind']} {row['district']}"), set()).add(row["province"])
    rows = load_csv("loaders", "capitals")
    ended = {row["capital"] for row in rows if row["until"]}
    for row in rows:
        # The seat of a province that others joined was a city of one of those: Đồng Hới.
        if row["until"] or row["capital"] not in ended:
            found.setdefault(fold(f"thành phố {row['capital']}"), set()).add(row["province"])
    return {name: frozenset(provinces) for name, provinces in found.items()}


@cache
def _old_provinces() -> frozenset[str]:
    return frozenset(
        row["province"] for row in load_csv("loaders", "provinces") if not row["since"]
    )


def province_of_district(kind: str, name: str, home: str | None) -> str | None:
    """Return the province of a district that a paper of `home` names without any.

    That is `home`, unless the register has no such district there and just one elsewhere: "thành
    phố Tuy Hòa" in a paper of Cần Thơ. The register holds the districts as they ended; one that is
    not in it is of `home`, and so is all that lies in a province whose name is newer.
    """
    if home is None or home not in _old_provinces():
        return home
    provinces = _provinces().get(fold(f"{kind} {name}"), frozenset())
    return next(iter(provinces)) if len(provinces) == 1 else home


@cache
def _cities() -> frozenset[tuple[str, str]]:
    rows = (row for row in load_csv("loaders", "districts") if row["kind"] == "thành phố")
    return frozenset((fold(row["province"]), fold(row["district"])) for row in rows)


def is_city_in_province(name: str, province: str) -> bool:
    """Whether the register has a city of this name below the province: Thủ Đức."""
    return (fold(province), fold(name)) in _cities()


def province_alone(kind: str, name: str) -> str | None:
    """Return the province of the one district of this kind and name that the register has."""
    provinces = _provinces().get(fold(f"{kind} {name}"), frozenset())
    return next(iter(provinces)) if len(provinces) == 1 else None


@cache
def _twins() -> frozenset[tuple[str, str]]:
    rows = load_csv("loaders", "twin_districts")
    return frozenset((fold(row["province"]), fold(row["district"])) for row in rows)


@cache
def _known() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for row in load_csv("loaders", "districts"):
        found.add((fold(row["province"]), fold(row["district"])))
    for row in load_csv("loaders", "capitals"):
        found.add((fold(row["province"]), fold(row["capital"])))
    return frozenset(found)


@cache
def _names_of(twins: bool) -> frozenset[str]:
    return frozenset(name for _, name in (_twins() if twins else _known()))


def is_one_unit(name: str, province: str | None) -> bool:
    """Whether a district, town or city of this name is one body, whatever kind a paper calls it.

    So is a district that became a town ("huyện Việt Yên", "thị xã Việt Yên"). Not one that stood
    beside the town of its name (tables/twin_districts.csv), nor one that the register does not
    know. Without a province none of that name may be such a pair.
    """
    wanted = fold(name)
    if province is None:
        return wanted in _names_of(False) and wanted not in _names_of(True)
    unit = (fold(province), wanted)
    return unit in _known() and unit not in _twins()


@cache
def _renamed() -> dict[tuple[str, str], str]:
    rows = load_csv("loaders", "renamed_districts")
    return {(fold(row["province"]), fold(row["district"])): row["became"] for row in rows}


def last_name(name: str, province: str | None) -> str:
    """Return the name that a district bore last: Tĩnh Gia of Thanh Hóa is Nghi Sơn since 2020.

    (tables/renamed_districts.csv: whole districts, none that was parted.)
    """
    return name if province is None else _renamed().get((fold(province), fold(name)), name)


def typed_district(name: str) -> str | None:
    """Return the register's spelling of a district: "huyện lâm hà" and "Lam Ha" are Lâm Hà.

    None for a name that is not in it. Several districts of one name are one name here.
    """
    return _names().get(fold(name))
