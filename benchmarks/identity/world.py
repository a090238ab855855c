"""A made-up world of documents whose numbers repeat, as they do: the hard cases of identity.

Numbers, dates and subjects are drawn by seed; nothing stands for a real document. One number is
given out by several terms, years, provinces, levels and boards; laws share names; programmes have
periods; acts carry programmes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

PROVINCES = (
    "Cao Bằng", "Lạng Sơn", "Điện Biên", "Thanh Hóa", "Nghệ An", "Quảng Ninh", "Bắc Giang",
    "Hà Nam", "Bình Phước", "Kon Tum", "Trà Vinh", "Sóc Trăng",
)  # fmt: skip
DISTRICTS = {
    name: (first, second)
    for name, first, second in zip(
        PROVINCES,
        ("An Sơn", "Bình Khê", "Chí Thắng", "Đông Lĩnh", "Giang Biên", "Hòa Phú",
         "Kim Bôi", "Long Thạnh", "Minh Hưng", "Ngọc Réo", "Phú Lộc", "Quan Thượng"),
        ("Tân Hội", "Thượng Cát", "Vĩnh Xuân", "Xuân Lai", "Yên Thắng", "Mỹ Lương",
         "Sơn Động", "Nam Thái", "Lộc Ninh", "Đắk Rơ", "Cầu Ngang", "Kế Sách"),
        strict=True,
    )
}  # fmt: skip
SUBJECTS = (
    "bảo vệ và phát triển rừng ven biển", "phát triển kinh tế tập thể ở nông thôn",
    "nâng cao chất lượng giáo dục mầm non", "phòng, chống hạn hán và xâm nhập mặn",
    "đổi mới hoạt động của thư viện công cộng", "phát triển đường sắt và cảng cạn",
    "chăm sóc người cao tuổi tại cộng đồng", "quản lý chất thải rắn ở đô thị",
    "xây dựng chính quyền số ở cơ sở", "bảo tồn nhà cổ và làng nghề",
    "phòng, chống bệnh dại ở vật nuôi", "phát triển thủy sản lòng hồ",
)  # fmt: skip
_LAWS = ("Rừng ngập mặn", "Thư viện mở", "Nước sạch nông thôn", "Làng nghề")
TERMS = (("X", "2007"), ("XI", "2012"), ("XII", "2017"), ("XIII", "2022"))


@dataclass(slots=True)
class Thing:
    """A document of the world; `name` is its identity, `work` that of the act that carries it."""

    name: str
    kind: str
    type: str
    number: str | None
    date: str
    issuer: str
    subject: str
    province: str | None = None
    district: str | None = None
    term: str | None = None
    period: str | None = None
    carried: Thing | None = field(default=None)

    @property
    def day(self) -> str:
        """The date as papers print it: 05/3/2018."""
        year, month, day = self.date.split("-")
        return f"{day}/{int(month)}/{year}"

    @property
    def spelled(self) -> str:
        """The date spelled out: ngày 05 tháng 3 năm 2018."""
        year, month, day = self.date.split("-")
        return f"ngày {day} tháng {int(month)} năm {year}"


def _date(rng: random.Random, year: str) -> str:
    return f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


def central(rng: random.Random) -> list[Thing]:
    """Resolutions of several terms, of the Government of several years, laws, programmes."""
    found: list[Thing] = []
    for number in rng.sample(range(11, 60), 3):
        for (term, year), subject in zip(TERMS, rng.sample(SUBJECTS, 4), strict=True):
            found.append(
                Thing(f"nq{number}-{term}", "plenum", "Nghị quyết", f"{number}-NQ/TW",
                      _date(rng, year), "Ban Chấp hành Trung ương Đảng", subject, term=term)
            )  # fmt: skip
    for number in rng.sample(range(60, 180), 3):
        for one in rng.sample(range(2012, 2024), 3):
            subject = rng.choice(SUBJECTS)
            found.append(
                Thing(f"cp{number}-{one}", "government", "Nghị quyết", f"{number}/NQ-CP",
                      _date(rng, str(one)), "Chính phủ", subject)
            )  # fmt: skip
    for number in rng.sample(range(200, 1900), 4):
        found += [_act(rng, number, one) for one in rng.sample(range(2011, 2024), 2)]
    found += _laws(rng)
    return found


def _act(rng: random.Random, number: int, year: int) -> Thing:
    act = Thing(
        f"ttg{number}-{year}", "act", "Quyết định", f"{number}/QĐ-TTg", _date(rng, str(year)),
        "Thủ tướng Chính phủ", rng.choice(SUBJECTS),
    )  # fmt: skip
    first = year + 1 if year % 5 else year
    act.carried = Thing(
        act.name, "programme", rng.choice(("Chương trình", "Đề án", "Chiến lược")), None, act.date,
        act.issuer, act.subject, period=f"{first}-{first + 4 + 5 * rng.randint(0, 1)}",
    )  # fmt: skip
    return act


def _laws(rng: random.Random) -> list[Thing]:
    found = []
    for title in rng.sample(
        ("Rừng ngập mặn", "Thư viện mở", "Nước sạch nông thôn", "Làng nghề"), 3
    ):
        for year in sorted(rng.sample(range(2004, 2024), 2)):
            number = f"{rng.randint(10, 99)}/{year}/QH{11 + (year - 2002) // 5}"
            found.append(
                Thing(f"luat-{title}-{year}", "law", "Luật", number, _date(rng, str(year)),
                      "Quốc hội", title)
            )  # fmt: skip
    return found


def local(rng: random.Random) -> list[Thing]:
    """Plans and programmes of provinces and districts with one number in every place and year."""
    found: list[Thing] = []
    plan, party = rng.randint(11, 99), rng.randint(11, 99)
    for province in PROVINCES:
        subject = rng.choice(SUBJECTS)
        for year in rng.sample(range(2014, 2024), 2):
            found.append(
                Thing(f"kh{plan}-{province}-{year}", "plan", "Kế hoạch", f"{plan}/KH-UBND",
                      _date(rng, str(year)), f"UBND tỉnh {province}", subject, province)
            )  # fmt: skip
        found.append(
            Thing(f"tu{party}-{province}", "party", "Chương trình hành động", f"{party}-CTr/TU",
                  _date(rng, "2018"), f"Tỉnh ủy {province}", rng.choice(SUBJECTS), province)
        )  # fmt: skip
        for district in DISTRICTS[province]:
            found.append(
                Thing(f"kh{plan}-{district}", "district", "Kế hoạch", f"{plan}/KH-UBND",
                      _date(rng, "2019"), f"UBND huyện {district}", subject, province, district)
            )  # fmt: skip
        term = rng.choice(("XVI", "XVII"))
        found.append(
            Thing(f"dh-{province}", "congress", "Nghị quyết", None, "2015-10-10",
                  f"Đại hội Đảng bộ tỉnh {province}", "", province, term=term)
        )  # fmt: skip
    return found
