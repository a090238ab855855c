"""The JSON shape of statistics: the same for the command line and the service."""

from __future__ import annotations

from graph.tallies import Counted
from queries.shapes import Json
from queries.statistics import Statistics

_DOCUMENTS = {
    "by_status": Counted.STATUS,
    "by_level": Counted.LEVEL,
    "by_type": Counted.TYPE,
    "by_province": Counted.PROVINCE,
    "by_year": Counted.YEAR,
    "by_quality": Counted.QUALITY,
}


def statistics_json(answer: Statistics) -> Json:
    """Return the shape of `phahe stats`."""
    return {
        "documents": {
            "total": answer.total(Counted.STATUS),
            **{name: _table(answer, of) for name, of in _DOCUMENTS.items()},
        },
        "files": _counted(answer, "by_outcome", Counted.OUTCOME),
        "relations": _counted(answer, "by_type", Counted.RELATION),
        "duties": {
            **_counted(answer, "by_role", Counted.ROLE),
            "agencies": answer.agencies,
        },
        "targets": {"total": answer.targets, "indicators": answer.indicators},
        "ambiguous": {"citations": answer.ambiguous},
    }


def _counted(answer: Statistics, name: str, of: Counted) -> Json:
    return {"total": answer.total(of), name: _table(answer, of)}


def _table(answer: Statistics, of: Counted) -> list[Json]:
    return [{"value": one.value, "count": one.count} for one in answer.tables[of]]
