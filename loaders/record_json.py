"""Records as JSON, in the shape of `phahe extract`, and back."""

from __future__ import annotations

from typing import Any

from loaders.records import (
    DocumentRecord,
    Header,
    Indicator,
    Level,
    LooseMentions,
    Mention,
    Passage,
    Quality,
    ReadingWarning,
    Reference,
    Relation,
    RelationType,
    Responsibility,
    Role,
    Section,
    Span,
    Value,
)


def as_json(record: DocumentRecord) -> dict[str, Any]:
    """Return the record in the shape of `phahe extract` (plain dicts and lists)."""
    return {
        "file": record.file,
        "encoding": record.encoding,
        "sha256": record.sha256,
        "quality": record.quality.value,
        "document": _header_json(record.document),
        "references": [_reference_json(reference) for reference in record.references],
        "relations": [_relation_json(relation) for relation in record.relations],
        "indicators": [_indicator_json(indicator) for indicator in record.indicators],
        "agencies": list(record.agencies),
        "responsibilities": [_responsibility_json(duty) for duty in record.responsibilities],
        "recipients": list(record.recipients),
        "sections": [{"label": s.label, **_passage_json(s.passage)} for s in record.sections],
        "warnings": [
            {"code": w.code, "message": w.message, "span": _span_json(w.span)}
            for w in record.warnings
        ],
    }


def _span_json(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _passage_json(passage: Passage) -> dict[str, Any]:
    return {"span": _span_json(passage.span), "quote": passage.quote}


def _header_json(header: Header) -> dict[str, Any]:
    period = header.period
    return {
        "type": header.type,
        "number": header.number,
        "symbol": header.symbol,
        "title": header.title,
        "issuer": header.issuer,
        "issue_date": header.issue_date,
        "place": header.place,
        "level": header.level,
        "province": header.province,
        "district": header.district,
        "signer": header.signer,
        "signer_role": header.signer_role,
        "period": None if period is None else {"from": period[0], "to": period[1]},
        "spans": {name: _span_json(span) for name, span in sorted(header.spans.items())},
    }


def _reference_json(reference: Reference) -> dict[str, Any]:
    return {
        "key": reference.key,
        "type": reference.type,
        "number": reference.number,
        "issue_date": reference.issue_date,
        "other_dates": list(reference.other_dates),
        "issuer": reference.issuer,
        "title": reference.title,
        "level": reference.level,
        "province": reference.province,
        "district": reference.district,
        "term": reference.term,
        "mentions": [
            {**_passage_json(m.passage), "number": m.number, "date": m.date}
            for m in reference.mentions
        ],
        **({} if reference.loose is None else {"loose": _loose_json(reference.loose)}),
    }


def _loose_json(loose: LooseMentions) -> dict[str, Any]:
    return {
        "mentions": list(loose.places),
        "title": loose.title,
        "issuer": loose.issuer,
        "term": loose.term,
        **({"issuer_alone": True} if loose.issuer_alone else {}),
    }


def _relation_json(relation: Relation) -> dict[str, Any]:
    return {
        "source": relation.source,
        "type": relation.type.value,
        "target": relation.target,
        **_passage_json(relation.passage),
        "evidence": relation.passage.quote[:100],
        "rule": relation.rule,
        "confidence": relation.confidence,
        "scope": relation.scope,
        "effective": relation.effective,
    }


def _indicator_json(indicator: Indicator) -> dict[str, Any]:
    return {
        "name": indicator.name,
        "unit": indicator.unit,
        "section": indicator.section,
        "baselines": [_value_json(value) for value in indicator.baselines],
        "targets": [_value_json(value) for value in indicator.targets],
    }


def _value_json(value: Value) -> dict[str, Any]:
    """Whole numbers are written without a point; `value_to` stands only where there is one."""
    return {
        "year": value.year,
        "op": value.op,
        "value": _number(value.value),
        **({} if value.value_to is None else {"value_to": _number(value.value_to)}),
        **_passage_json(value.passage),
        "rule": value.rule,
        "confidence": value.confidence,
    }


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def _responsibility_json(duty: Responsibility) -> dict[str, Any]:
    return {
        "agency": duty.agency,
        "agency_full": duty.agency_full,
        "role": duty.role.value,
        "partners": list(duty.partners),
        "section": duty.section,
        "text": duty.passage.quote[:120],
        "recurrence": duty.recurrence,
        "deadline": duty.deadline,
        "reports_to": duty.reports_to,
        **_passage_json(duty.passage),
        "rule": duty.rule,
        "confidence": duty.confidence,
    }


def record_from_json(data: dict[str, Any]) -> DocumentRecord:
    """Return the record that `as_json` wrote; `record_from_json(as_json(r)) == r`."""
    return DocumentRecord(
        file=data["file"],
        encoding=data["encoding"],
        sha256=data["sha256"],
        quality=Quality(data["quality"]),
        document=_header_from(data["document"]),
        references=tuple(_reference_from(row) for row in data["references"]),
        relations=tuple(
            Relation(
                row["source"],
                RelationType(row["type"]),
                row["target"],
                _passage_from(row),
                row["rule"],
                row["confidence"],
                row.get("scope"),  # records of an older version have none
                row.get("effective"),
            )
            for row in data["relations"]
        ),
        indicators=tuple(_indicator_from(row) for row in data["indicators"]),
        responsibilities=tuple(_responsibility_from(row) for row in data["responsibilities"]),
        recipients=tuple(data["recipients"]),
        sections=tuple(Section(row["label"], _passage_from(row)) for row in data["sections"]),
        warnings=tuple(
            ReadingWarning(row["code"], row["message"], _span_from(row["span"]))
            for row in data["warnings"]
        ),
    )


def _span_from(value: list[int] | None) -> Span | None:
    return None if value is None else Span(value[0], value[1])


def _passage_from(row: dict[str, Any]) -> Passage:
    return Passage(Span(row["span"][0], row["span"][1]), row["quote"])


def _indicator_from(row: dict[str, Any]) -> Indicator:
    return Indicator(
        name=row["name"],
        unit=row["unit"],
        section=row["section"],
        baselines=tuple(_value_from(value) for value in row["baselines"]),
        targets=tuple(_value_from(value) for value in row["targets"]),
    )


def _value_from(row: dict[str, Any]) -> Value:
    to = row.get("value_to")
    return Value(
        year=row["year"],
        op=row["op"],
        value=float(row["value"]),
        value_to=None if to is None else float(to),
        passage=_passage_from(row),
        rule=row["rule"],
        confidence=row["confidence"],
    )


def _responsibility_from(row: dict[str, Any]) -> Responsibility:
    return Responsibility(
        agency=row["agency"],
        role=Role(row["role"]),
        partners=tuple(row["partners"]),
        section=row["section"],
        recurrence=row["recurrence"],
        deadline=row["deadline"],
        reports_to=row["reports_to"],
        passage=_passage_from(row),
        rule=row["rule"],
        confidence=row["confidence"],
        agency_full=row.get("agency_full"),  # records of an older version have none
    )


def _level_from(value: str | None) -> Level | None:
    return None if value is None else Level(value)


def _header_from(row: dict[str, Any]) -> Header:
    period = row["period"]
    return Header(
        type=row["type"],
        number=row["number"],
        symbol=row["symbol"],
        title=row["title"],
        issuer=row["issuer"],
        issue_date=row["issue_date"],
        place=row["place"],
        level=_level_from(row["level"]),
        province=row["province"],
        district=row["district"],
        signer=row["signer"],
        signer_role=row["signer_role"],
        period=None if period is None else (period["from"], period["to"]),
        spans={name: Span(span[0], span[1]) for name, span in row["spans"].items()},
    )


def _reference_from(row: dict[str, Any]) -> Reference:
    return Reference(
        key=row["key"],
        type=row["type"],
        number=row["number"],
        issue_date=row["issue_date"],
        other_dates=tuple(row["other_dates"]),
        issuer=row["issuer"],
        title=row["title"],
        level=_level_from(row["level"]),
        province=row["province"],
        district=row["district"],
        term=row["term"],
        mentions=tuple(Mention(_passage_from(m), m["number"], m["date"]) for m in row["mentions"]),
        loose=_loose_from(row.get("loose")),
    )


def _loose_from(row: dict[str, Any] | None) -> LooseMentions | None:
    """Return the loose mentions of a reference; most have none, and so have older records."""
    if row is None:
        return None
    places, alone = tuple(row["mentions"]), row.get("issuer_alone", False)
    return LooseMentions(places, row["title"], row["issuer"], row["term"], alone)
