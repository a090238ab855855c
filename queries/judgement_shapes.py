"""The JSON shapes of judgements: the same for the command line and the service.

Names and meaning are those of docs/api.md: fields may be added, none renamed.
"""

from __future__ import annotations

from typing import Any

from graph.judgement import Judgement
from graph.judging import Contradiction, JudgementRefused
from queries.judgements import VERDICTS, JudgedDocument, JudgementList, JudgementView, words_of
from queries.paging import page_json

Json = dict[str, Any]


def judgement_json(one: JudgementView) -> Json:
    """Return a judgement with its documents as they were named, and where they are today."""
    row, undone = one.judgement, one.judgement.undone
    return {
        "id": row.id,
        "left": _judged_json(one.left),
        "verdict": row.verdict,
        "right": _judged_json(one.right),
        "author": row.author,
        "made_at": row.made_at,
        "reason": row.reason,
        "undone": None
        if undone is None
        else {"author": undone.author, "at": undone.at, "reason": undone.reason},
        "words": words_of(one),
    }


def _judged_json(one: JudgedDocument) -> Json:
    return {"key": one.anchor.key, "name": one.name, "today": one.today}


def judgement_list_json(answer: JudgementList) -> Json:
    """Return one page of judgements."""
    return page_json(answer, judgement_json)


def contradiction_json(error: Contradiction) -> Json:
    """Return a refused judgement with the chain of judgements that says otherwise."""
    return {
        "code": error.code,
        "message": refusal_words(error),
        "keys": list(error.keys),
        "chain": [
            {
                "id": row.id,
                "left": row.left.key,
                "verdict": row.verdict,
                "right": row.right.key,
                "author": row.author,
                "made_at": row.made_at,
                "reason": row.reason,
            }
            for row in error.chain
        ],
    }


_REFUSALS = {
    "one_document": "hai tên này đã là một văn bản trong đồ thị theo quy tắc",
    "no_judgement": "không có kết luận nào còn hiệu lực mang mã này",
}


def refusal_words(error: JudgementRefused) -> str:
    """Return in words why a judgement is refused, with the chain that contradicts it."""
    if not isinstance(error, Contradiction):
        return f"{_REFUSALS[error.code]} ({error})"
    said = "; ".join(map(_link, error.chain))
    return (
        f"trái với các kết luận đã có, theo chuỗi {' – '.join(error.keys)}: {said}. "
        "Hãy rút lại một kết luận trước: phahe judge undo MÃ --reason …"
    )


def _link(row: Judgement) -> str:
    verdict = VERDICTS[row.verdict]
    return f"[{row.id}] {row.left.key} {verdict} {row.right.key} ({row.author}: {row.reason})"
