"""Small graphs of our own for the tests of pages: documents, who says what, and the results."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

from graph.change import Change
from graph.model import (
    Assertion,
    Claim,
    Document,
    DocumentStatus,
    Edge,
    Evidence,
    FileContent,
    StoredClaim,
    StoredFile,
)
from loaders.records import (
    SELF,
    DocumentRecord,
    Header,
    Indicator,
    Level,
    Passage,
    Quality,
    ReadingWarning,
    Relation,
    RelationType,
    Responsibility,
    Role,
    Span,
    Value,
)
from queries.documents import DocumentView, SourceTextView, show, source_text
from queries.facts import DutyQuestion, duties, targets
from queries.findings import findings
from queries.lineage import Lineage, LineageDirection, LineageQuestion, lineage
from queries.timeline import timeline
from tests.model_store import ModelStore
from visual.network import NEAR_LIMIT
from visual.single_page import Stated


@dataclass
class Forest:
    """Collects documents and sentences; `store` puts them into the plain store in memory."""

    documents: dict[str, Document] = field(default_factory=dict)
    said: dict[str, list[tuple[RelationType, str, str]]] = field(default_factory=dict)
    warnings: dict[str, tuple[ReadingWarning, ...]] = field(default_factory=dict)
    openings: dict[str, str] = field(default_factory=dict)
    told: dict[str, list[tuple[str, Role, str, dict[str, Any]]]] = field(default_factory=dict)
    goals: dict[str, list[tuple[str, str, tuple[tuple[int, str, float], ...]]]] = field(
        default_factory=dict
    )

    def add(
        self,
        key: str,
        number: str | None,
        title: str | None = "tăng cường công tác bảo vệ sức khỏe nhân dân",
        *,
        type: str | None = "Kế hoạch",
        issuer: str | None = "Ủy ban nhân dân tỉnh",
        date: str | None = "2018",
        level: Level | None = Level.PROVINCE,
        province: str | None = None,
        quality: Quality = Quality.GOOD,
        loaded: bool = True,
    ) -> str:
        self.documents[key] = Document(
            key=key,
            type=type,
            number=number,
            title=title,
            issuer=issuer,
            issue_date=date,
            level=level,
            province=province,
            district=None,
            status=DocumentStatus.LOADED if loaded else DocumentStatus.CITED_ONLY,
            quality=quality if loaded else None,
            files=(f"{key}.txt",) if loaded else (),
        )
        return key

    def says(
        self,
        source: str,
        target: str,
        quote: str = "Thực hiện văn bản trên, cơ quan ban hành kế hoạch này.",
        kind: RelationType = RelationType.IMPLEMENTS,
    ) -> None:
        self.said.setdefault(source, []).append((kind, target, quote))

    def gives(
        self, key: str, agency: str, quote: str, role: Role = Role.ASSIGNED, **more: Any
    ) -> None:
        self.told.setdefault(key, []).append((agency, role, quote, more))

    def sets(self, key: str, name: str, quote: str, *numbers: tuple[int, str, float]) -> None:
        """Values of years before 2018 are baselines."""
        self.goals.setdefault(key, []).append((name, quote, numbers))

    def store(self) -> ModelStore:
        store = ModelStore()
        claims = {key: _claim(key) for key in self.documents}
        contents = [self._content(key, claims) for key, d in self.documents.items() if d.files]
        assertions = [
            Assertion(
                Edge(content.file.document or "", relation.type, relation.target),
                Evidence(
                    document=content.file.document or "",
                    file=content.file.name,
                    page=None,
                    span=relation.passage.span,
                    quote=relation.passage.quote,
                    rule=relation.rule,
                    confidence=relation.confidence,
                ),
            )
            for content in contents
            for relation in content.record.relations
        ]
        store.commit(
            Change(
                documents=tuple(self.documents.values()),
                claims=tuple(StoredClaim(claims[k], k, (), 1) for k in self.documents),
                contents=tuple(contents),
                reassert=tuple(content.file.name for content in contents),
                assertions=tuple(assertions),
            )
        )
        return store

    def _content(self, key: str, claims: dict[str, Claim]) -> FileContent:
        text = self.openings.get(key, "ỦY BAN NHÂN DÂN\n\nKẾ HOẠCH\n\n")
        relations = []
        for kind, target, quote in self.said.get(key, ()):
            span = Span(len(text), len(text) + len(quote))
            text += quote + "\n\n"
            relations.append(
                Relation(SELF, kind, target, Passage(span, quote), "preamble.implements", 0.9)
            )
        duties, indicators = [], []
        for agency, role, quote, more in self.told.get(key, ()):
            span = Span(len(text), len(text) + len(quote))
            text += quote + "\n\n"
            fields: dict[str, Any] = {
                "partners": (), "section": "V.1", "recurrence": None, "deadline": None,
                "reports_to": None, "rule": "agency_heading", "confidence": 0.9,
            } | more  # fmt: skip
            passage = Passage(span, quote)
            duties.append(Responsibility(agency=agency, role=role, passage=passage, **fields))
        for name, quote, numbers in self.goals.get(key, ()):
            span = Span(len(text), len(text) + len(quote))
            text += quote + "\n\n"
            said = Passage(span, quote)
            baselines, targets = (
                tuple(
                    Value(year, op, number, None, said, "named_before", 0.85)
                    for year, op, number in numbers
                    if (year < 2018) is before
                )
                for before in (True, False)
            )
            indicators.append(Indicator(name, "%", "II.1", baselines, targets))
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        document = self.documents[key]
        record = DocumentRecord(
            file=f"{key}.txt",
            encoding="utf-8",
            sha256=digest,
            quality=document.quality or Quality.GOOD,
            document=Header(
                type=document.type,
                number=document.number,
                title=document.title,
                signer="Nguyễn Văn An",
                signer_role="Phó Chủ tịch",
                period=(2018, 2030),
            ),
            relations=tuple(relations),
            indicators=tuple(indicators),
            responsibilities=tuple(duties),
            recipients=("Như Điều 3", "Lưu: VT"),
            warnings=self.warnings.get(key, ()),
        )
        return FileContent(
            file=StoredFile(f"{key}.txt", digest, "1", "loaded", key),
            record=record,
            text=text,
            # The plain store keeps only documents that some file claims.
            claims={SELF: claims[key].id, **{other: claims[other].id for other in self.documents}},
        )


def _claim(key: str) -> Claim:
    return Claim(
        block=key,
        own=False,
        type=None,
        number=None,
        symbol=None,
        title=None,
        issuer=None,
        issue_date=None,
        other_dates=(),
        level=None,
        province=None,
        district=None,
        term=None,
        not_after=None,
    )


@dataclass(frozen=True)
class Asked:
    """All that a document's page is made of."""

    view: DocumentView
    ancestors: Lineage
    descendants: Lineage
    near: tuple[Lineage, Lineage]
    text: SourceTextView | None
    stated: Stated


def ask(store: ModelStore, key: str) -> Asked:
    up, down = LineageDirection.ANCESTORS, LineageDirection.DESCENDANTS
    near = [
        lineage(store, key, way, LineageQuestion(depth=1), limit=NEAR_LIMIT) for way in (up, down)
    ]
    return Asked(
        view=show(store, key),
        ancestors=lineage(store, key, up),
        descendants=lineage(store, key, down),
        near=(near[0], near[1]),
        text=source_text(store, key),
        stated=Stated(
            targets(store, document=key),
            duties(store, DutyQuestion(document=key)),
            timeline(store, key),
            findings(store, key),
        ),
    )


def health() -> Forest:
    """A resolution with a Government programme, three provinces, departments and a district."""
    forest = Forest()
    central, province = Level.CENTRAL, Level.PROVINCE
    title = "về tăng cường công tác bảo vệ, chăm sóc và nâng cao sức khỏe nhân dân"
    top = forest.add(
        "vn.20-nq-tw.2017-10-25", "20-NQ/TW", title, type="Nghị quyết",
        issuer="Ban Chấp hành Trung ương Đảng (khóa XII)", date="2017-10-25", level=central,
    )  # fmt: skip
    forest.add(
        "vn.20-nq-tw.2022-06-16", "20-NQ/TW", "về tiếp tục đổi mới kinh tế tập thể",
        type="Nghị quyết", issuer="Ban Chấp hành Trung ương Đảng (khóa XIII)", date="2022-06-16",
        level=central,
    )  # fmt: skip
    government = forest.add(
        "vn.139-nq-cp.2017-12-31", "139/NQ-CP", "ban hành Chương trình hành động",
        type="Nghị quyết", issuer="Chính phủ", date="2017-12-31", level=central,
    )  # fmt: skip
    forest.says(government, top, "ban hành Chương trình hành động thực hiện Nghị quyết 20-NQ/TW")
    for name, code in (
        ("Hà Giang", "ha-giang"),
        ("Đồng Tháp", "dong-thap"),
        ("Yên Bái", "yen-bai"),
    ):
        party = forest.add(
            f"vn-{code}.31-ctr-tu.2018-01", "31-CTr/TU", title, type="Chương trình",
            issuer=f"Tỉnh ủy {name}", date="2018-01", level=province, province=name, loaded=False,
        )  # fmt: skip
        plan = forest.add(
            f"vn-{code}.88-kh-ubnd.2018-03-12", "88/KH-UBND", title,
            issuer=f"Ủy ban nhân dân tỉnh {name}", date="2018-03-12", province=name,
        )  # fmt: skip
        forest.says(
            plan, government, f"Thực hiện Nghị quyết số 139/NQ-CP, UBND tỉnh {name} ban hành"
        )
        forest.says(plan, party, "và Chương trình số 31-CTr/TU của Tỉnh ủy, như sau")
        forest.says(plan, top, "Căn cứ Nghị quyết số 20-NQ/TW;", RelationType.BASED_ON)
        district = forest.add(
            f"vn-{code}.45-kh-ubnd.2018-05", "45/KH-UBND", title, issuer="Ủy ban nhân dân huyện",
            date="2018-05", level=Level.DISTRICT, province=name,
        )  # fmt: skip
        forest.says(district, plan, "triển khai Kế hoạch số 88/KH-UBND của Ủy ban nhân dân tỉnh")
        forest.sets(
            plan, "Tỷ lệ tham gia bảo hiểm y tế", "Tỷ lệ tham gia bảo hiểm y tế đạt trên 95%;",
            (2016, "=", 81.7), (2025, ">", 95.0),
        )  # fmt: skip
        forest.gives(
            plan, "Sở Y tế", "Chủ trì, phối hợp với Sở Tài chính; hằng năm báo cáo UBND tỉnh.",
            Role.LEAD, partners=("Sở Tài chính",), recurrence="annual", reports_to="UBND tỉnh",
        )  # fmt: skip
        forest.gives(plan, "Sở Tài chính", "Bố trí kinh phí trong quý I năm 2018.",
                     deadline="trong quý I năm 2018")  # fmt: skip
        forest.gives(plan, "Sở Y tế", "Hướng dẫn các huyện xây dựng kế hoạch.", section="V.2")
    direct = forest.add(
        "vn.1624-qd-byt.2018-03-06", "1624/QĐ-BYT", title, type="Quyết định", issuer="Bộ Y tế",
        date="2018-03-06", level=central,
    )  # fmt: skip
    forest.says(direct, top, "Ban hành Chương trình của Bộ Y tế thực hiện Nghị quyết số 20-NQ/TW")
    forest.says(direct, government, "Căn cứ Nghị quyết số 139/NQ-CP;", RelationType.BASED_ON)
    return forest


def hub(children: int) -> tuple[Forest, str]:
    """A resolution that `children` provincial plans carry out."""
    forest = Forest()
    top = forest.add(
        "vn.72-nq-tw.2025-09-09", "72-NQ/TW", type="Nghị quyết", issuer="Bộ Chính trị",
        date="2025-09-09", level=Level.CENTRAL,
    )  # fmt: skip
    for number in range(1, children + 1):
        plan = forest.add(
            f"vn-tinh-{number:03}.{number}-kh-ubnd.2026", f"{number}/KH-UBND",
            province=f"Tỉnh {number:03}", date="2026",
        )  # fmt: skip
        forest.says(plan, top, f"Thực hiện Nghị quyết số 72-NQ/TW, kế hoạch thứ {number}")
    return forest, top


EVIL = (
    "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>\"'\u202egnp.exe"
)


def evil() -> tuple[Forest, str]:
    """Two documents every word of which tries to be more than a word."""
    forest = Forest()
    top = forest.add("vn.1-nq-tw.2020", "1-NQ/TW" + EVIL, EVIL, type=EVIL, issuer=EVIL)
    low = forest.add("vn.2-kh-ubnd.2021", None, EVIL, issuer=EVIL, province=EVIL, date="2021")
    forest.openings[low] = EVIL + "\r\n\x00 {{ 7*7 }} <b>đậm</b>\n"
    forest.warnings[low] = (ReadingWarning("odd", EVIL),)
    forest.says(low, top, EVIL)
    forest.gives(low, EVIL, EVIL, partners=(EVIL,), deadline=EVIL, reports_to=EVIL, section=EVIL)
    forest.sets(low, EVIL, EVIL, (2030, ">", 1.5))
    return forest, low
