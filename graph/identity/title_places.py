"""The place that a title tells: of a work without a number, which every province may have.

"Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV" is of the province of the paper that names it,
"Đề án phát triển du lịch tỉnh Sơn La" of Sơn La. The words are rows of tables/localities.csv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.folding import UPPER, fold
from loaders.records import Level
from loaders.tables import load_csv

# What stands before the word where a body or area of one place is meant, not the word's kind
# ("Đảng bộ tỉnh", "của huyện", but "y tế xã", "các tỉnh", "cấp huyện").
_OWNER = (
    r"(?:dang bo|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|cua|toan|tren dia ban|dia ban"
    r"|mttq|mat tran to quoc|doan dai bieu quoc hoi"
    r"|phu nu|cong doan|lien doan lao dong|nong dan|cuu chien binh|thanh nien|tncs ho chi minh)"
)
_COMMITTEES = {
    "tinh uy": Level.PROVINCE,
    "thanh uy": None,
    "huyen uy": Level.DISTRICT,
    "quan uy": Level.DISTRICT,
    "thi uy": Level.DISTRICT,
}
_WORD = rf"(?![IVXLC]+\b)[{UPPER}][\w’']*"
_WORDS = rf"{_WORD}(?:(?: - | ){_WORD}){{0,3}}"
_NAME = rf"({_WORDS})"
# "Đảng bộ xã Bảo Lâm 1 lần thứ I": communes that came of one are told by a figure.
_NUMBERED = rf"({_WORDS}(?: [1-9](?= (?:lần|khóa|nhiệm kỳ|giai đoạn|đến|năm)(?!\w)|[,;)]|$))?)"
# "phát triển nhà ở tỉnh giai đoạn 2021-2025", but "cấp tỉnh", "liên tỉnh", "đường tỉnh".
_OF_PROVINCE = re.compile(
    r"(?<!cấp )(?<!các )(?<!liên )(?<!đường )(?<!ngoài )(?<!ngoại )(?<!trong )(?<!mỗi )(?<!hai )"
    r"(?<!\w)tỉnh(?= (?:giai đoạn|đến năm|năm \d|thời kỳ|nhiệm kỳ))"
)

_ISSUED_BY = re.compile(
    r" của (?:Ban [Tt]hường vụ |Ban Chấp hành )?(?:Đảng bộ |UBND |Ủy ban nhân dân |HĐND )?"
    r"(?i:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|tỉnh|thành phố|huyện|quận|thị xã)"
    rf"(?: {_WORDS})? "
    r"(?=(?:(?:tiếp tục|tổ chức|triển khai|về) )*(?:thực hiện|triển khai|cụ thể hóa) )"
)


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """What a title tells of its place.

    `province`, `district` and `commune` are names that stand in it; `own` is the level of a body
    that it names by its kind alone and that must be of the paper's own place, None where it names
    none; `is_local` says that some body or area below the state is meant at all, `is_city` that it
    is a city, of which the word does not tell whether it is a province or lies in one.
    """

    province: str | None = None
    district: str | None = None
    own: Level | None = None
    is_local: bool = False
    commune: str | None = None
    is_city: bool = False


@lru_cache(maxsize=16384)
def place_in_title(title: str) -> TitlePlace:
    """Return the place that a title tells; the first name of each kind counts.

    A word with a name behind it ("huyện Lâm Hà") names a place wherever it stands; without one it
    tells only behind a body or "của".
    """
    folded = fold(title)
    province = next((_provinces()[m[2]] for m in _province_pattern().finditer(folded)), None)
    districts = [_district_pattern().search(title), _city_in_province(title)]
    district = next((named[1] for named in districts if named), None)
    communed = _commune_pattern().search(title)
    commune = communed[1] if communed else None
    generic = _generic_pattern().search(folded)
    if generic is None and _OF_PROVINCE.search(title.lower()):
        return TitlePlace(province, district, Level.PROVINCE, True, commune)
    if generic is None:
        return TitlePlace(province, district, None, bool(province or district), commune)
    word = generic[1] or generic[0]
    own = _COMMITTEES[word] if word in _COMMITTEES else _levels()[word]
    city = own is None and district is None
    return TitlePlace(province, district, own or Level.PROVINCE, True, commune, city)


def without_issuer(title: str) -> str:
    """Return a title without the local issuer that stands before what it carries out.

    "Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết X" is told as "Chương trình hành động
    thực hiện Nghị quyết X" with its issuer behind it, too.
    """
    return _ISSUED_BY.sub(" ", title, count=1)


def _city_in_province(title: str) -> re.Match[str] | None:
    """The first city that is named and is no province: "thành phố Dĩ An"."""
    named = (m for m in _city_pattern().finditer(title) if fold(m[1]) not in _provinces())
    return next(named, None)


@cache
def _levels() -> dict[str, Level | None]:
    rows = load_csv("graph", "localities")
    return {fold(row["word"]): Level(row["level"]) if row["level"] else None for row in rows}


@cache
def _provinces() -> dict[str, str]:
    names = {row["province"] for row in load_csv("loaders", "provinces")}
    return {fold(name): name for name in sorted(names)}


@cache
def _province_pattern() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in _provinces()), key=len, reverse=True))
    return re.compile(rf"\b(tinh|thanh pho|tp|tinh uy|thanh uy) ({names})\b")


@cache
def _district_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Hh]uyện ủy|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hị ủy) {_NAME}")


@cache
def _city_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]hành phố|TP\.?|[Tt]hành ủy) {_NAME}")


@cache
def _commune_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![Tt]hị )\b(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) {_NUMBERED}")


@cache
def _generic_pattern() -> re.Pattern[str]:
    words = "|".join(sorted((re.escape(word) for word in _levels()), key=len, reverse=True))
    return re.compile(rf"\b{_OWNER} ({words})\b|\b(?:{'|'.join(_COMMITTEES)})\b")
