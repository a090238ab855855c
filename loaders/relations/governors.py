"""Governors: which name of a sentence acts on which, and on which the paper itself acts.

Each citation has a governor: the one before it that the words tie it to ("A ban hành B thực hiện
C"), or the paper. The members of a list have the governor of the first of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from loaders.citations.citation import Citation
from loaders.citations.named_again import named_in_bracket, names_anew
from loaders.grammar.patterns import find_of
from loaders.layout.regions import Region
from loaders.records import CARRYING, RelationType
from loaders.relations.acting import can_be_carried, counts, gives_force, in_name
from loaders.relations.heads import Clause, head_effect
from loaders.relations.rules import ABOUT, Effect, is_past, is_wished, link_rules
from loaders.relations.side_by_side import (
    heads_annex,
    laws_of_one_subject,
    may_govern,
    one_more_change,
    other_row,
    parted,
)
from loaders.text.source_text import SourceText

_LONGEST = 1000
_NEAREST = 8
"""So many names before one are asked whether the words between tie it to them."""
_BETWEEN = 700
"""Words between two names say nothing of them where they are longer."""
_REPORT = 400
"""Characters before a name among which words are looked for that make a report of it."""
_FULL_DAY = len("2020-01-31")
_BESIDE = Effect("later_beside", "list", None, 0.85)
_BLANKS = re.compile(r"\s+")


class Link(NamedTuple):
    """A relation between two citations, by index; None is the paper itself."""

    source: int | None
    type: RelationType
    target: int
    start: int
    end: int
    rule: str
    confidence: float


@dataclass(slots=True)
class Sentence:
    """The citations `members` (indexes, in order) of value[start:end], and what is read of them.

    `own` are citations that mean the paper itself; `lead` are the words of a heading that the
    sentence goes on with ("Bãi bỏ các văn bản sau:"). `links` and `same` (pairs that are one
    document) are filled by `read`.
    """

    text: SourceText
    region: Region
    start: int
    end: int
    citations: list[Citation]
    members: list[int]
    own: set[int]
    lead: str = ""
    links: list[Link] = field(default_factory=list)
    same: list[tuple[int, int]] = field(default_factory=list)
    governors: dict[int, int | None] = field(default_factory=dict)
    heads: dict[int, Link | None] = field(default_factory=dict)
    acting: set[int] = field(default_factory=set)
    carried: set[int] = field(default_factory=set)
    about: set[int] = field(default_factory=set)
    again: dict[int, int] = field(default_factory=dict)

    def read(self) -> None:
        """Find the governor of every citation, and the links that follow from them."""
        cited = self.citations
        self.members = [i for i in self.members if not names_anew(self.text, self.start, cited[i])]
        for n, i in enumerate(self.members):
            before = self.members[max(0, n - _NEAREST) : n]
            if (one := named_in_bracket(self.text, self.citations, before, i)) is not None:
                self.again[i], self.governors[i] = one, self.governors.get(one)
                continue
            tie = self._tie(before, i)
            if tie is None:
                self.governors[i] = None
                self.heads[i] = self._head(before, i)
            else:
                self._apply(i, *tie)
            if (head := self.heads.get(i)) is not None:
                self.links.append(head)

    def _link(self, source: int | None, target: int, effect: Effect) -> Link:
        assert effect.type is not None
        stop = min(self.end, self.start + _LONGEST)
        name, confidence = effect.name, effect.confidence
        return Link(source, effect.type, target, self.start, stop, name, confidence)

    def _words(self, start: int, end: int) -> str:
        """Lower-case text with single blanks, one kept at each end where one stands.

        A plural before the type word ("thực hiện các | Nghị quyết số …") says nothing here, nor
        does the part that is meant ("bãi bỏ khoản 2 Điều 3 | Quyết định số …"), nor the head of a
        list ("thực hiện các nghị quyết của Bộ Chính trị: | số …"), nor quotes that open.
        """
        words = _BLANKS.sub(" ", self.text.low[start:end])
        for idle in ("plural", "article_parts", "list_opens", "quotes_open"):
            if said := find_of("relations", idle)(words):
                words = words[: said.start()]
        return words

    def _tie(self, before: list[int], i: int) -> tuple[int, Effect] | None:
        """The citation that the words before citation `i` tie it to, the nearest first, and how."""
        if (beside := self._later_one_beside(before, i)) is not None:
            return beside, _BESIDE
        for j in before[: -_NEAREST - 1 : -1]:
            a, b = self.citations[j], self.citations[i]
            if a.end > b.start:
                effect = in_name(a, b) or gives_force(self.text, a, b)
            else:
                effect = self._between(j, a, b)
            if effect is not None:
                return j, effect
        return None

    def _later_one_beside(self, before: list[int], i: int) -> int | None:
        """The document in whose subject citation `i` seems to stand but cannot: it is the later.

        "Chỉ thị số 5 ngày 1/2/2020 về việc thi hành Luật X và Kế hoạch số 7 ngày 3/4/2020".
        """
        at, day = self.citations[i].start, self.citations[i].date
        if day is None or not find_of("relations", "one_more")(self._words(max(0, at - 12), at)):
            return None
        for j in reversed(before):
            one = self.citations[j]
            over = one.number is not None and one.reach > at and one.date is not None
            if over and len(one.date or "") == len(day) == _FULL_DAY and (one.date or "") < day:
                return j
        return None

    def _between(self, j: int, a: Citation, b: Citation) -> Effect | None:
        """What the words between two names say, from the first name on or behind its subject."""
        subject_end = a.reach if a.reach <= b.start else a.end
        if b.start - subject_end > _BETWEEN:
            return None
        for left in dict.fromkeys((a.end, subject_end)):
            words = self._words(left, b.start)
            for rule in link_rules():
                if rule.over_subject and left != a.end:
                    continue
                if not rule.find(words) or is_past(words) or is_wished(rule.effect, words):
                    continue
                if self._carries(rule.effect, j, b) and counts(rule.effect, words, a, b):
                    return rule.effect
        return None

    def _apply(self, i: int, j: int, effect: Effect) -> None:
        """Tie citation `i` to citation `j`, as the words between them say."""
        if effect.kind == "list":
            self._beside(i, self._list_partner(i, self.again.get(j, j)), effect)
        elif effect.kind == "same":
            self.same.append((j, i))
            self.again[i], self.governors[i] = j, self.governors.get(j)
        else:
            self._act(i, j, effect)

    def _carries(self, effect: Effect, j: int, b: Citation) -> bool:
        """Whether what the words promulgate or approve can be: a plan, not an act."""
        if effect.type not in CARRYING:
            return True
        if effect.kind != "backward":
            return can_be_carried(b)
        a = self.citations[j]
        annexed = heads_annex(self.text, self.start, a, b)
        return not annexed and can_be_carried(self.citations[self._whole_work(j)])

    def _act(self, i: int, j: int, effect: Effect) -> None:
        backward = effect.kind == "backward"
        if effect.type in CARRYING and backward:
            j = self._whole_work(j)
        self.governors[i] = j
        if backward:
            self.acting.add(i)
        elif effect.type in CARRYING:
            self.carried.add(i)
            if effect.name == ABOUT.name:
                self.about.add(i)
        self.links.append(self._link(i, j, effect) if backward else self._link(j, i, effect))

    def _beside(self, i: int, partner: int, effect: Effect) -> None:
        """Put citation `i` where its partner in the list stands: under the same governor."""
        governor = self.governors[i] = self.governors.get(partner)
        if partner in self.heads:
            above = self.heads[partner]
            # A basis stands also behind one that is only named in a subject.
            one, other = self.citations[partner], self.citations[i]
            if above is None and laws_of_one_subject(self.text, one, other):
                self.heads[i] = None
            elif above is None and self.region is Region.BASIS:
                self.heads[i] = self._head([j for j in self.members if j < i], i)
            else:
                self.heads[i] = above and self._like(above, None, i, above.confidence)
            return
        for model in self.links[: -_NEAREST - 1 : -1]:
            confidence = min(model.confidence, effect.confidence)
            if (model.source, model.target) == (governor, partner):
                self.links.append(self._like(model, governor, i, confidence))
                return
            if governor is not None and (model.source, model.target) == (partner, governor):
                self.links.append(self._like(model, i, governor, confidence))
                self.acting.add(i)
                return

    def _like(self, model: Link, source: int | None, target: int, confidence: float) -> Link:
        effect = Effect(model.rule, "forward", model.type, confidence)
        return self._link(source, target, effect)

    def _whole_work(self, j: int) -> int:
        """The work in whose name citation `j` stands: it is what was promulgated, not `j`.

        The paper itself was not: what its own name carries out is.
        """
        above = self.governors.get(j)
        while (
            above is not None
            and above not in self.own
            and in_name(self.citations[above], self.citations[j])
        ):
            j, above = above, self.governors.get(above)
        return j

    def _list_partner(self, i: int, j: int) -> int:
        """What `i` stands beside: the nearest of its type among `j` and those that govern it.

        A semicolon before it leads back to the head of the list: "A ban hành B thực hiện C; D"
        names D beside A, where both are of one type, and not beside C. So does a comma, where C has
        a title alone and D is a law or has a number. The paper's own name has none beside it.
        """
        chain = [j]
        while (above := self.governors.get(chain[-1])) is not None and len(chain) < _NEAREST:
            chain.append(above)
        named = [at for at in chain if at not in self.own] or chain
        possible = [at for at in named if self._may_stand_beside(at, i)]
        possible = possible or [named[-1]]
        own_type = self.citations[i].type
        gap = self.text.low[self.citations[j].end : self.citations[i].start]
        if ";" in gap or other_row(self.citations[j], self.citations[i], gap):
            possible.reverse()
        return next((at for at in possible if self.citations[at].type == own_type), possible[0])

    def _may_stand_beside(self, at: int, i: int) -> bool:
        """Whether what governs citation `at` may govern `i`, or both act on it.

        "A (được sửa đổi tại B và C)": the changes of one document go on behind "và" or in brackets,
        and end with them: "A (phê duyệt tại B) và C".
        """
        above = self.governors.get(at)
        one, other = self.citations[at], self.citations[i]
        if at in self.carried and parted(self.text, one, other, about=at in self.about):
            return False
        if above is None or at not in self.acting:
            return above is None or may_govern(self.text, self.citations[above], other)
        gap = self.text.low[self.citations[above].end : other.start]
        last = gap[one.end - self.citations[above].end :]
        inside = gap.count("(") > gap.count(")")
        if ";" in last or (")" in last and not inside):
            return False
        return inside or "và" in last.split() or one_more_change(one, other)

    def _head(self, before: list[int], i: int) -> Link | None:
        """What the paper itself does to the first citation of a clause."""
        if i in self.own:
            return None
        at = self.citations[i].start
        ends = (self.citations[j].end for j in before[-_NEAREST:])
        begin = max([self.start, at - _LONGEST, *(end for end in ends if end <= at)])
        reaches = (self.citations[j].reach for j in before[-_NEAREST:])
        behind = max([begin, *(end for end in reaches if end <= at)])
        clause = Clause(
            words=(self.lead if begin == self.start else "") + self._words(begin, at),
            region=self.region,
            later=bool(before),
            behind=self._words(behind, at),
            report=self._words(max(self.start, at - _REPORT), at),
        )
        effect = head_effect(clause, self.citations[i])
        return None if effect is None else self._link(None, i, effect)
