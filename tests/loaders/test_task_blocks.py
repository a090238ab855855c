"""Tasks with lines below them that say who leads, who takes part and until when."""

from __future__ import annotations

from loaders.records import Role
from tests.loaders.papers import duties, values

BLOCKS = """PHẦN THỨ HAI
NHIỆM VỤ
Nhiệm vụ 1. Mở rộng dạy nghề cho lao động nông thôn: mở thêm các lớp tại xã.
Cơ quan chủ trì: Sở Nội vụ.
Cơ quan phối hợp: Sở Tài chính, Sở Giáo dục và Đào tạo,
Hội Nông dân tỉnh.
Thời gian hoàn thành: trước ngày 30/6/2023.
Nhiệm vụ 2. Tổ chức ngày hội việc làm hằng năm cho thanh niên.
- Đơn vị thực hiện: Tỉnh đoàn.
"""


def test_the_lines_below_a_task_say_who_does_it() -> None:
    first, second = duties(BLOCKS)

    assert (first.agency, first.role) == ("Sở Nội vụ", Role.LEAD)
    assert first.partners == ("Sở Tài chính", "Sở Giáo dục và Đào tạo", "Hội Nông dân tỉnh")
    assert first.deadline == "trước ngày 30/6/2023"
    assert first.passage.quote.startswith("Mở rộng dạy nghề")
    assert (second.agency, second.role) == ("Tỉnh đoàn", Role.ASSIGNED)
    assert second.recurrence == "annual"


def test_a_list_above_the_lines_is_given_item_by_item() -> None:
    found = duties(
        "I. NHIỆM VỤ\n1. Bảo vệ rừng\n- Tuần tra các khu rừng đầu nguồn vào mùa khô.\n"
        "- Cắm biển báo cấp cháy rừng ở các lối vào.\nCơ quan chủ trì: Chi cục Kiểm lâm.\n"
    )
    assert [(one.agency, one.passage.quote[:8]) for one in found] == [
        ("Chi cục Kiểm lâm", "Tuần tra"),
        ("Chi cục Kiểm lâm", "Cắm biển"),
    ]


def test_brackets_say_who_of_the_doers_leads() -> None:
    above = "I. NHIỆM VỤ\n1. Khám sức khỏe định kỳ cho người cao tuổi tại xã\n"
    (one,) = duties(
        f"{above}- Đơn vị thực hiện: Phòng Nghiệp vụ Y (chủ trì); các bệnh viện công lập, "
        "Hội Người cao tuổi (phối hợp).\n"
    )
    assert (one.agency, one.role) == ("Phòng Nghiệp vụ Y", Role.LEAD)
    assert one.partners == ("Các bệnh viện công lập", "Hội Người cao tuổi")

    (one,) = duties(f"{above}- Đơn vị thực hiện: Phòng Nghiệp vụ Y (qua Văn phòng).\n")
    assert (one.agency, one.role, one.partners) == ("Phòng Nghiệp vụ Y", Role.ASSIGNED, ())


def test_partners_alone_have_no_duty() -> None:
    assert (
        duties("I. NHIỆM VỤ\n1. Bảo vệ rừng đầu nguồn mùa khô\nCơ quan phối hợp: Sở Y tế.\n") == ()
    )


def test_a_part_has_the_words_on_the_line_below_its_number() -> None:
    targets, _ = values(
        "PHẦN THỨ HAI\nMỤC TIÊU ĐẾN NĂM 2025\nI. CHỈ TIÊU CỤ THỂ\n1. Tỷ lệ che phủ rừng đạt 42%.\n"
    )
    assert [(one[2], one[4]) for one in targets] == [(2025, 42)]


def test_values_below_a_task_are_no_tasks() -> None:
    found = duties(
        "I. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tập trung chỉ đạo thực hiện các mục tiêu sau:\n"
        "a) Giảm tỷ lệ trẻ em thấp còi xuống dưới 20% vào năm 2025.\n"
        "b) Ít nhất 80% trạm y tế có bác sĩ.\n2. Sở Nội vụ\na) Bố trí biên chế cho trạm y tế.\n"
    )
    assert [(one.agency, one.passage.quote[:8]) for one in found] == [
        ("Sở Y tế", "Sở Y tế "),
        ("Sở Nội vụ", "Bố trí b"),
    ]


def test_the_lines_may_say_only_who_leads_and_who_joins() -> None:
    [duty] = duties(
        "I. NHIỆM VỤ\n1. Tuyên truyền, phổ biến pháp luật về đất đai cho người dân.\n"
        "- Chủ trì: Sở Tư pháp.\n- Phối hợp: Sở Nội vụ, các sở liên quan.\n"
    )

    assert (duty.agency, duty.role) == ("Sở Tư pháp", Role.LEAD)
    assert duty.partners == ("Sở Nội vụ", "Các sở liên quan")


def test_the_labels_may_say_that_it_is_carried_out() -> None:
    [duty] = duties(
        "I. NHIỆM VỤ\na) Nâng cấp đường vào các thôn vùng cao của xã.\n"
        "Chủ trì thực hiện: Sở Xây dựng\nPhối hợp thực hiện: Sở Nội vụ, Hội Nông dân tỉnh\n"
        "Thời gian: 2024\n"
    )

    assert (duty.agency, duty.role) == ("Sở Xây dựng", Role.LEAD)
    assert duty.partners == ("Sở Nội vụ", "Hội Nông dân tỉnh")


def test_names_may_stand_in_lists_below_their_labels() -> None:
    found = duties(
        "III. TÌM KIẾM HÀI CỐT LIỆT SĨ\n1. Nội dung\na) Lập bản đồ các vị trí chôn cất;\n"
        "b) Mở chuyên mục trên đài.\n2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì\n"
        "- Bộ Chỉ huy Quân sự tỉnh.\n- Sở Nội vụ; Công an tỉnh.\nb) Cơ quan phối hợp\n"
        "Hội Cựu chiến binh tỉnh.\n3. Thời gian thực hiện: Từ tháng 5/2021.\n"
    )
    assert [(one.agency, one.passage.quote[:3]) for one in found] == [
        ("Bộ Chỉ huy Quân sự tỉnh", "Lập"),
        ("Sở Nội vụ", "Lập"),
        ("Công an tỉnh", "Lập"),
        ("Bộ Chỉ huy Quân sự tỉnh", "Mở "),
        ("Sở Nội vụ", "Mở "),
        ("Công an tỉnh", "Mở "),
    ]
    assert {one.partners for one in found} == {("Hội Cựu chiến binh tỉnh",)}
    assert {one.role for one in found} == {Role.LEAD}


def test_an_item_may_end_with_who_leads_it_without_brackets() -> None:
    body = "II. NHIỆM VỤ\n1. Dạy nghề làm vườn cho hộ nghèo, do {}.\n"
    (one,) = duties(body.format("Phòng Kinh tế chủ trì, Hội Nông dân xã phối hợp"))
    assert (one.agency, one.role, one.partners) == (
        "Phòng Kinh tế",
        Role.LEAD,
        ("Hội Nông dân xã",),
    )
    assert duties(body.format("mưa lũ kéo dài nên phải dời lịch")) == ()


def test_the_last_sentence_of_an_item_may_say_who_leads_it() -> None:
    body = "II. NHIỆM VỤ\n1. Cơ chế\n- Sửa đổi quy định về giống cây. {}\n"
    told = body.format("Sở Tư pháp chủ trì, Sở Nội vụ phối hợp, hoàn thành quý III/2021.")
    (one,) = duties(told)
    assert (one.agency, one.role, one.partners) == ("Sở Tư pháp", Role.LEAD, ("Sở Nội vụ",))
    assert one.passage.quote.startswith("Sửa đổi quy định")
    (one,) = duties(body.format("Giao Sở Tư pháp chủ trì."))
    assert (one.agency, one.role) == ("Sở Tư pháp", Role.LEAD)
    (one,) = duties(body.format("Giao Sở Tư pháp chủ trì rà soát các mức phạt."))
    assert one.passage.quote.startswith("Giao Sở Tư pháp")


def test_brackets_may_label_who_carries_a_task_out() -> None:
    (one,) = duties(
        "II. NHIỆM VỤ\n1. Xây dựng vườn ươm (đơn vị thực hiện: Trường Đại học Phú Yên; năm 2022).\n"
    )
    assert (one.agency, one.role) == ("Trường Đại học Phú Yên", Role.ASSIGNED)
