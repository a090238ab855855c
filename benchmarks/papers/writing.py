"""The text of one paper of the forest, in the form of such documents, and its labelled record."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from benchmarks.papers.citing import Citations, acts_before
from benchmarks.papers.forest import Kind, Paper
from benchmarks.papers.phrases import WORDS, paragraphs, person, targets, tasks

MEDIAN_BYTES = 20_000
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
SIGNATURES = {
    Kind.RESOLUTION: ("T/M BAN CHẤP HÀNH TRUNG ƯƠNG", "TỔNG BÍ THƯ"),
    Kind.PROGRAMME: ("TM. CHÍNH PHỦ", "THỦ TƯỚNG"),
    Kind.HUB: ("TM. CHÍNH PHỦ", "THỦ TƯỚNG"),
    Kind.STRATEGY: ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
    Kind.MINISTRY: ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    Kind.PARTY_PLAN: ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    Kind.PROVINCE_PLAN: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    Kind.DEPARTMENT: ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    Kind.DISTRICT: ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A document: its facts, its text, and the record that a perfect reader would give."""

    paper: Paper
    text: str
    gold: dict[str, Any]


def write(paper: Paper, seed: int = 1, *, median: int = MEDIAN_BYTES) -> Written:
    """Return the text and the expected record of `paper`; the same for the same seed.

    Texts are about `median` bytes long in the median, and never much below 7,000.
    """
    rng = random.Random(f"{seed} {paper.index}")
    cited = Citations()
    title = _title(paper, cited)
    signer = person(rng)
    recipients = _recipients(rng)
    size = round(median * min(6.0, max(0.3, rng.lognormvariate(0.0, 0.5))))
    parts = [
        *_head(paper, rng),
        "",
        paper.type.upper(),
        title[:1].upper() + title[1:],
        "",
        *_bases(paper, cited, rng, seed),
        *_preamble(paper, cited),
        "",
        *_body(paper, cited, rng, seed, size),
        *_organisation(paper, cited, rng),
        "",
        "Nơi nhận:",
        *(f"- {name};" for name in recipients[:-1]),
        f"- {recipients[-1]}.",
        "",
        *SIGNATURES[paper.kind],
        "",
        signer,
        "",
    ]
    return Written(paper, "\n".join(parts), _gold(paper, title, signer, recipients, cited))


def title_of(paper: Paper) -> str:
    """Return the title as it is printed, without the text behind it."""
    return _title(paper, Citations())


def _title(paper: Paper, cited: Citations) -> str:
    for parent in paper.parents:
        cited.relate(None, "IMPLEMENTS", parent)
    if paper.kind is Kind.STRATEGY:
        return f"Phê duyệt Đề án {paper.subject}"
    if not paper.parents:
        return f"về {paper.subject}"
    if paper.kind is Kind.PROGRAMME:
        [parent] = paper.parents
        return (
            f"Ban hành Chương trình hành động của Chính phủ thực hiện {cited.short(parent)}"
            f" về {paper.subject}"
        )
    if len(paper.parents) == 2:
        first, second = paper.parents
        return f"Thực hiện {cited.short(first)} và {cited.full(second)}"
    [parent] = paper.parents
    if paper.kind in (Kind.DEPARTMENT, Kind.DISTRICT):
        return f"Triển khai thực hiện {cited.short(parent)} về {paper.subject}"
    return f"Triển khai thực hiện {cited.full(parent)}"


def _head(paper: Paper, rng: random.Random) -> list[str]:
    """One of three layouts: stacked, two columns on shared lines, a table row."""
    party = paper.kind in (Kind.RESOLUTION, Kind.PARTY_PLAN)
    place = paper.district or (paper.place.name if paper.place else "Hà Nội")
    day = paper.issued_on
    dated = f"{place}, ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"
    left = [*_issuer_lines(paper), "*" if party else "-------", _numbered(paper, party)]
    right = ["ĐẢNG CỘNG SẢN VIỆT NAM"] if party else [*MOTTO, "---------------"]
    right = [*right, dated]
    layout = rng.randrange(3)
    if layout == 0:
        return [*left, "", *right]
    if layout == 1:
        width = max(map(len, left)) + 8
        right += [""] * (len(left) - len(right))
        left += [""] * (len(right) - len(left))
        return [f"{a:{width}}{b}".rstrip() for a, b in zip(left, right, strict=True)]
    return [
        f"| {' '.join(_issuer_lines(paper))} | {' '.join(right[:-1])} |",
        "| --- | --- |",
        f"| {_numbered(paper, party)} | {dated} |",
    ]


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def _numbered(paper: Paper, party: bool) -> str:
    return f"Số {paper.number}" if party else f"Số: {paper.number}"


def _issuer_lines(paper: Paper) -> list[str]:
    if paper.kind is Kind.DEPARTMENT and paper.place:
        own = paper.issuer.removesuffix(f" {paper.place.full}")
        return [f"ỦY BAN NHÂN DÂN {paper.place.full.upper()}", own.upper()]
    if paper.kind is Kind.DISTRICT:
        return ["ỦY BAN NHÂN DÂN", f"HUYỆN {(paper.district or '').upper()}"]
    if paper.kind is Kind.RESOLUTION:
        return ["BAN CHẤP HÀNH TRUNG ƯƠNG"]
    return [paper.issuer.upper()]


def _bases(paper: Paper, cited: Citations, rng: random.Random, seed: int) -> list[str]:
    if paper.kind in (Kind.RESOLUTION, Kind.PARTY_PLAN):
        return []
    lines = []
    for act in acts_before(seed, paper.issued_on, rng, rng.randint(3, 6)):
        lines.append(f"Căn cứ {cited.full(act)};")
        cited.relate(None, "BASED_ON", act)
    for parent in paper.parents:
        lines.append(f"Căn cứ {cited.full(parent)};")
        cited.relate(None, "BASED_ON", parent)
    lines.append("Căn cứ tình hình thực tế và khả năng cân đối nguồn lực,")
    return lines


def _preamble(paper: Paper, cited: Citations) -> list[str]:
    """The sentence that hands over to the body."""
    issuer = paper.issuer
    if not paper.parents or paper.kind is Kind.PROGRAMME:
        return [f"{issuer} yêu cầu các cấp, các ngành tổ chức thực hiện các nội dung sau:"]
    parents = " và ".join(cited.short(parent) for parent in paper.parents)
    return [f"Thực hiện {parents}, {issuer} ban hành Kế hoạch với những nội dung như sau:"]


def _body(paper: Paper, cited: Citations, rng: random.Random, seed: int, size: int) -> list[str]:
    """Sections I to III, about `size` bytes in all with what stands around them."""
    named = " và ".join(cited.bare(parent) for parent in paper.parents)
    aim = f"Quán triệt, triển khai đầy đủ nội dung của {named}." if named else ""
    year = paper.issued_on.year + 5
    lines = ["I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", aim or paragraphs(rng, 1)[0]]
    lines += [*paragraphs(rng, 2), "2. Yêu cầu", *paragraphs(rng, 3)]
    lines += ["II. MỤC TIÊU", paragraphs(rng, 1)[0], *targets(rng, rng.randint(4, 8), year)]
    lines += ["III. NHIỆM VỤ VÀ GIẢI PHÁP"]
    sentences = max(6, (size - 6000) // 260)
    groups = min(len(WORDS["headings"]), max(3, sentences // 8))
    mentions = acts_before(seed, paper.issued_on, rng, rng.randint(3, 5))
    for number, heading in enumerate(rng.sample(WORDS["headings"], groups), start=1):
        lines.append(f"{number}. {heading}")
        share = sentences // groups
        lines += paragraphs(rng, share - share // 2)
        lines += tasks(rng, share // 2)
        if mentions:
            act = mentions.pop()
            lines.append(f"Áp dụng thống nhất các quy định tại {cited.short(act)}.")
            cited.cite(act)
    return lines


def _organisation(paper: Paper, cited: Citations, rng: random.Random) -> list[str]:
    bodies = rng.sample(WORDS["bodies"], rng.randint(3, 6))
    lines = ["IV. TỔ CHỨC THỰC HIỆN"]
    for number, body in enumerate(bodies, start=1):
        partner = rng.choice(bodies[: number - 1] or WORDS["bodies"])
        lead = tasks(rng, 1)[0].removeprefix("- ")
        lines.append(f"{number}. {body}")
        lines.append(f"- Chủ trì, phối hợp với {partner} {lead[:1].lower()}{lead[1:]}")
        lines += tasks(rng, 2)
    for parent in paper.parents:
        lines.append(f"Định kỳ hằng năm báo cáo kết quả thực hiện {cited.bare(parent)}.")
    lines.append("Trong quá trình thực hiện, nếu có vướng mắc, kịp thời báo cáo để xem xét./.")
    return lines


def _recipients(rng: random.Random) -> list[str]:
    return [*rng.sample(WORDS["bodies"], rng.randint(3, 7)), "Lưu: VT"]


def _gold(
    paper: Paper, title: str, signer: str, recipients: list[str], cited: Citations
) -> dict[str, Any]:
    """The record in the shape of a labelled one; duties and targets are not labelled."""
    place = paper.district or (paper.place.name if paper.place else "Hà Nội")
    return {
        "file": paper.name,
        "document": {
            "type": paper.type,
            "number": paper.number,
            "symbol": paper.symbol,
            "title": title,
            "issuer": paper.issuer,
            "issue_date": paper.issued_on.isoformat(),
            "place": place,
            "level": paper.level,
            "province": paper.place.name if paper.place else None,
            "district": paper.district,
            "signer": signer,
        },
        "references": cited.references,
        "relations": [
            {"source": source, "type": kind, "target": target}
            for source, kind, target in cited.relations
        ],
        "recipients": recipients,
    }
