"""`phahe judge` and `phahe judgements`: a person's word that two documents are one, or are not."""

from __future__ import annotations

import getpass
from dataclasses import dataclass

from api.commands.answering import give
from api.commands.opening import reading, writing
from api.commands.tables import table
from api.console import out, print_json
from api.exits import Exit
from api.judging import Person, between, judge_refs, named, near, undo_id
from graph.judgement import Verdict
from graph.store import Store
from queries.errors import BadOption
from queries.judgement_shapes import judgement_list_json
from queries.judgements import JudgementList, judgement_list, names_of, views, words_of
from visual.sheets import JUDGEMENTS

_FORMS = (
    "judge A same B --reason …, judge A not-same B --reason …, judge A undo B --reason …, "
    "hoặc judge undo MÃ --reason …"
)
_UNDO = "undo"
_SAID = {"judged": "đã ghi", "unchanged": "đã có từ trước", "undone": "đã rút lại"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was typed: the two documents and what is said of them, or the id of a judgement."""

    left: str
    verb: str
    right: str

    @classmethod
    def of(cls, words: list[str]) -> Sentence:
        """Return the sentence of the words. Raises BadOption where there is none, or several.

        A REF of several words needs no quotes: the verb parts the two.
        """
        verbs = [place for place, word in enumerate(words) if word in (*Verdict, _UNDO)]
        if len(verbs) == 1:
            place = verbs[0]
            left, right = words[:place], words[place + 1 :]
            if words[place] == _UNDO and not left and len(right) in (1, 2):
                left, right = (right[:1], right[1:]) if len(right) == 2 else ([], right)
                return cls(" ".join(left), _UNDO, " ".join(right))
            if left and right:
                return cls(" ".join(left), words[place], " ".join(right))
        raise BadOption(f"cần một trong các dạng: {_FORMS}")


def run(
    words: list[str], store_url: str | None, *, reason: str, author: str | None, as_json: bool
) -> int:
    """Write or undo a judgement and return the exit code.

    Raises BadOption, AmbiguousReference, ReferenceNotFound, JudgementRefused, Contradiction.
    """
    sentence, person = Sentence.of(words), Person(_author(author), reason)
    with writing(store_url) as store:
        if sentence.verb == _UNDO:
            done = undo_id(store, _meant(store, sentence), person)
        else:
            done = judge_refs(store, sentence.left, Verdict(sentence.verb), sentence.right, person)
    if as_json:
        print_json(done.json())
        return Exit.DONE
    shown = done.judgement
    out().print(f"{_SAID[done.outcome]} [{shown.judgement.id}]: {words_of(shown)}")
    for one in (shown.left, shown.right):
        out().print(f"  {one.name}: {one.today or 'không có trong đồ thị này'}")
    return Exit.DONE


def _author(given: str | None) -> str:
    """Return who judges: as given, else the account's name. Raises BadOption where none is."""
    if given is not None and given.strip():
        return given.strip()
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise BadOption("--author: tài khoản này không có tên, cần cho biết ai kết luận") from error


def _meant(store: Store, sentence: Sentence) -> str:
    """Return the id of the judgement to undo, which the sentence names or is between its two.

    Raises BadOption with the ids to choose from where it is not one: none is ever guessed.
    """
    if not sentence.left:
        return sentence.right
    rows = between(store, sentence.left, sentence.right)
    if len(rows) == 1:
        return rows[0].id
    what = "có nhiều kết luận giữa hai văn bản này"
    if not rows:
        what = "không có kết luận nào còn hiệu lực giữa đúng hai văn bản này"
        rows = near(store, sentence.left, sentence.right)
    listed = "".join(f"\n  {one.judgement.id}  {names_of(one)}" for one in views(store, rows))
    raise BadOption(f"{what}; chọn bằng: judge undo MÃ{listed}")


def run_list(
    ref: str | None, store_url: str | None, *, limit: int, cursor: str | None, as_json: bool
) -> int:
    """List judgements and return the exit code."""
    with reading(store_url) as store:
        key = None if ref is None else named(store, ref).key
        answer = judgement_list(store, key, limit=limit, cursor=cursor)
    return give(answer, judgement_list_json, JUDGEMENTS, _print_list, as_json=as_json)


def _print_list(answer: JudgementList) -> None:
    rows = table("Mã", "Hiệu lực", "Kết luận")
    for one in answer.items:
        rows.add_row(
            one.judgement.id, "còn" if one.judgement.undone is None else "đã rút", words_of(one)
        )
    out().print(rows)
    out().print(f"{answer.total} kết luận")
