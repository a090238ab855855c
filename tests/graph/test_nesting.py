"""What an agency is part of, and what a body with a place is one of."""

from __future__ import annotations

import pytest

from graph.agencies.nesting import inside, kinds_of


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Trung tâm Y tế huyện Lâm Hà", ["trung tam y te huyen", "trung tam y te"]),
        ("Ủy ban nhân dân tỉnh", ["uy ban nhan dan tinh", "uy ban nhan dan"]),
        ("Ủy ban nhân dân quận 3", ["uy ban nhan dan quan", "uy ban nhan dan"]),
        ("Sở Xây dựng thành phố Huế", ["so xay dung thanh pho", "so xay dung"]),
        ("Trạm Y tế xã", ["tram y te xa", "tram y te"]),
        ("Bảo hiểm xã hội tỉnh", ["bao hiem xa hoi tinh", "bao hiem xa hoi"]),
        # The last words of these are no place, and many bodies are no kind of one.
        ("Bảo hiểm xã hội Việt Nam", []),
        ("Liên minh Hợp tác xã", []),
        ("Sở Lao động - Thương binh và Xã hội", []),
        ("Ủy ban nhân dân các huyện, thị xã, thành phố", []),
        ("Các Trung tâm Y tế huyện", []),
        ("Sở Y tế", []),
    ],
)
def test_what_a_body_with_a_place_is_one_of(name: str, kinds: list[str]) -> None:
    assert kinds_of(name) == kinds


@pytest.mark.parametrize(
    ("agency", "issuer", "bodies"),
    [
        ("Văn phòng Sở Y tế", None, ("so y te",)),
        ("Phòng Nghiệp vụ Y", "Sở Y tế tỉnh Sơn La", ("so y te tinh son la", "so y te tinh",
                                                      "so y te")),
        # Of two departments each has one: the paper's own is meant.
        ("Văn phòng Sở", "Sở Y tế tỉnh Sơn La", ("so y te tinh son la", "so y te tinh", "so y te")),
        ("Khoa Dược", "Trung tâm Y tế huyện Mộc Châu",
         ("trung tam y te huyen moc chau", "trung tam y te huyen", "trung tam y te")),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Sở Y tế tỉnh Sơn La",
         ("uy ban nhan dan tinh", "uy ban nhan dan")),
        # Bodies of their own, of another place, of two houses, and many at once.
        ("Sở Tài chính", "Sở Y tế tỉnh Sơn La", ()),
        ("Phòng Y tế huyện Mộc Châu", "Sở Y tế tỉnh Sơn La", ()),
        ("Phòng Y tế", "Ủy ban nhân dân huyện Mộc Châu", ()),
        ("Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh", "Sở Y tế tỉnh Sơn La", ()),
        ("Các phòng chuyên môn", "Sở Y tế tỉnh Sơn La", ()),
    ],
)  # fmt: skip
def test_what_an_agency_is_part_of(
    agency: str, issuer: str | None, bodies: tuple[str, ...]
) -> None:
    assert inside(agency, None, issuer) == tuple(f"< {body}" for body in bodies)
