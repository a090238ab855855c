"""Document numbers: "20-NQ/TW", "60/2021/NĐ-CP", "12/CTr-BYT-BGDĐT", however they are typed.

A number is a sequence number, maybe a year, and a symbol of codes. It is told from a date, a ratio
or a name such as COVID-19 by its codes: type codes (Nghị định 30/2020/NĐ-CP, Phụ lục III) and
issuer codes from the tables. Party numbers (Hướng dẫn 36-HD/VPTW) have a hyphen behind the
sequence number, State numbers a slash; text swaps them, loses hyphens and adds blanks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.folding import LOWER, UPPER
from loaders.grammar.patterns import find_of
from loaders.names.doc_types import type_codes
from loaders.names.symbol_codes import PARTY, issuer_codes, known_code, small_symbol
from loaders.text.source_text import SourceText

# Looked for by their sign, to which the engine leaps: it would stop at each figure otherwise.
_SIGNS = (re.compile(r"/\s{0,4}(?=[^\W_])"), re.compile(r"-\s{0,4}(?=[^\W_])"))
_BEFORE_SIGN = re.compile(r"\d[a-zđ]?\s{0,4}\Z")
# "19CTr/TU": the hyphen behind the sequence number is lost.
_GLUED_BEFORE_SIGN = re.compile(r"\d(?=(?:nq|qđ|kh|ctr|ct|kl|hd|tb|bc|qc|đa|tt|ttr|cv)\Z)")
# "số 298 KH/TWĐTN": a blank stands for the sign behind the sequence number.
_BLANK_BEFORE_SIGN = re.compile(r"(?<!\w)số ?:? ?\d{1,4}[ \xa0](?=[^\W\d_]{2,8}\Z)")
_FARTHEST_BLANK = 22
_TYPE_BEFORE = 24
_FARTHEST = 6
"""Characters before the sign among which the last figure of the sequence stands."""
_SEQUENCE = re.compile(r"(?:(?<![\w,.])(?<![\d\w][/-])|(?<=số))\d{1,5}[a-zđ]?$")
_BULLET_BELOW = re.compile(r"\s*\n\s*-\s")
_YEAR = re.compile(r"((?:19|20)\d\d)\s{0,4}[/-]\s{0,4}")
_TOKEN = re.compile(rf"[{UPPER}][{UPPER}{LOWER}]{{0,14}}(?:&[{UPPER}]+)?\d{{0,3}}(?![{LOWER}\d])")
_GLUED = re.compile(
    rf"([{UPPER}&]{{2,}}?[{LOWER}]?)(?=[{UPPER}][{LOWER}]|(?:ngày|của|về)(?![{LOWER}]))"
)
"""Codes on to which a place was typed, or the word behind them: "SGDĐTQuảng", "TWngày"."""
_DAY = "ngày"
_NUMBER_ENDS = re.compile(r"\s{0,4}(?:[,;)|]|(?:ngày|của|về)(?!\w))", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s{0,4}([-/.])\s{0,4}")
_BLANK = re.compile(r"([ \xa0])(?=[^\W\d_])")


class DocumentNumber(NamedTuple):
    """A number at value[start:end]; `canonical` in the form its issuer would print.

    `type_code` and `issuer_codes` are the symbol's parts ("NQ", ("TW",)); `known` says that at
    least one of them is in the tables.
    """

    start: int
    end: int
    sequence: str
    year: str | None
    type_code: str | None
    issuer_codes: tuple[str, ...]
    canonical: str
    known: bool

    @property
    def symbol(self) -> str:
        """The canonical number without its sequence and year: "NQ/TW", "KH-UBND"."""
        rest = self.canonical[len(self.sequence) + 1 :]
        return rest[len(self.year) + 1 :] if self.year else rest


def _is_code(token: str) -> bool:
    """Whether a token behind blanks is a code in earnest: "TW", "CTr"; "Từ" begins a sentence."""
    capitals = sum(c.isupper() for c in token)
    return known_code(token) is not None and (capitals >= 2 or token.lower() in ("ctr", "ttr"))


def _closes(value: str, token: re.Match[str]) -> bool:
    """Whether capitals behind blanks end a number: "SYT - KHTC ngày", "NQ-HĐND - K13 của"."""
    return token[0].isupper() and _NUMBER_ENDS.match(value, token.end()) is not None


def _goes_on(value: str, end: int, token: re.Match[str]) -> bool:
    """Whether capitals behind a hyphen and a line end stand inside a symbol: "CA- / NNPTNT-TLĐ"."""
    inside = value[end : end + 1] == "-" and value[token.end() : token.end() + 1] == "-"
    return inside and token[0].isupper()


def _blank_between(value: str, end: int) -> re.Match[str] | None:
    """The blank that stands for the hyphen before an issuer's code: "Số: 640/QĐ UBND"."""
    blank = _BLANK.match(value, end)
    code = _TOKEN.match(value, blank.end()) if blank else None
    return blank if code and _is_code(code[0]) else None


def number_at(text: SourceText, start: int, sequence_end: int, at: int) -> DocumentNumber | None:
    """Return the number with the sequence value[start:sequence_end] and a symbol from `at` on."""
    value, year = text.value, None
    if _BULLET_BELOW.match(value, sequence_end, at):
        return None
    sequence = value[start:sequence_end]
    separator = value[sequence_end:at].strip() or "-"
    if found := _YEAR.match(value, at):
        year, at = found[1], found.end()
    tokens: list[str] = []
    separators: list[str] = []
    end = at
    while token := _TOKEN.match(value, at):
        spaced = at - end > 1
        more = _is_code(token[0]) or _closes(value, token) or _goes_on(value, end, token)
        if tokens and spaced and not more:
            break
        # "Tiểu dự án 3 - Dự án 1": a dash between blanks, and a word behind it.
        dash = at - sequence_end > 2 and value[sequence_end:at].strip() == "-"
        if dash and not tokens and not _is_code(token[0]):
            return None
        glued = _GLUED.match(token[0]) if known_code(token[0]) is None else None
        cut = glued[1] if glued and known_code(glued[1]) is not None else token[0]
        cut = cut.removesuffix(_DAY) if cut[:2].isupper() else cut
        tokens.append(cut)
        end = token.start() + len(cut)
        if cut != token[0]:
            break
        follow = _SEPARATOR.match(value, end)
        if follow is None and len(tokens) == 1 and cut.lower() in type_codes():
            follow = _blank_between(value, end)
        if follow is None or _BULLET_BELOW.match(follow[0]):
            break
        separators.append(follow[1].strip() or "-")
        at = follow.end()
    if not tokens:
        if (small := small_symbol(text.low, value, at)) is None:
            return None
        tokens, separators, end = [*small], ["-"], at + len("-".join(small))
    return _settled(start, end, sequence, separator, year, tokens, separators)


def _settled(
    start: int,
    end: int,
    sequence: str,
    separator: str,
    year: str | None,
    tokens: list[str],
    separators: list[str],
) -> DocumentNumber | None:
    codes: list[str] = []
    known = False
    for i, token in enumerate(tokens):
        parts = known_code(token)
        known = known or parts is not None
        # "12/SGDĐT-CTTT": behind an issuer letters are its unit's, and no type with an issuer.
        parts = (token,) if i and parts and len(parts) > 1 else parts
        codes += parts if parts else (token,)
    type_code = codes[0] if codes[0] in type_codes().values() else None
    issuers = tuple(codes[1:] if type_code == codes[0] else codes)
    # A unit's letters may stand behind the committee's: "12-KH/TĐTN-PTr".
    of_party = bool(issuers) and not PARTY.isdisjoint((issuers[0], issuers[-1]))
    party = of_party and year is None and type_code is not None
    if party and len(codes) >= 2:
        canonical = f"{sequence}-{codes[0]}/{'-'.join(codes[1:])}"
    elif type_code is None or len(codes) == 1 or _as_printed(separator, year, separators, issuers):
        canonical = (
            "/".join(x for x in (sequence, year) if x)
            + (separator if not year else "/")
            + _joined(codes, separators)
        )
    else:
        canonical = "/".join(x for x in (sequence, year, "-".join(codes)) if x)
    return DocumentNumber(start, end, sequence, year, type_code, issuers, canonical, known)


def _as_printed(
    separator: str, year: str | None, separators: list[str], issuers: tuple[str, ...]
) -> bool:
    """Whether an unknown issuer's number has the Party's form: "12-KH/TĐTN-TNNT" keeps it."""
    party = separator == "-" and year is None and separators[:1] == ["/"]
    return party and not any(code in issuer_codes().values() for code in issuers)


def _joined(codes: list[str], separators: list[str]) -> str:
    text = codes[0]
    for i, code in enumerate(codes[1:]):
        text += (separators[i] if i < len(separators) else "-") + code
    return text


def in_local_form(text: SourceText, number: DocumentNumber) -> DocumentNumber:
    """Return the number of a local Party committee, which some type "TƯ" for "TU".

    That means the Central Committee elsewhere; the caller knows from the issuer that it does not.
    """
    if number.issuer_codes[-1:] != ("TW",) or text.low[number.end - 1] != "ư":
        return number
    codes = (*number.issuer_codes[:-1], "TU")
    return number._replace(issuer_codes=codes, canonical=number.canonical[:-2] + "TU")


def find_numbers(text: SourceText) -> list[DocumentNumber]:
    """Return every document number in the text, in order; dates, ratios and names are left out."""
    found: list[DocumentNumber] = []
    low, done = text.low, 0
    for digit, behind in _cores(low):
        if digit < done:
            continue
        sequence_end = digit + 1
        if behind > sequence_end and low[sequence_end].isalpha():
            sequence_end += 1
        head = _SEQUENCE.search(low, max(0, digit - 6), sequence_end)
        if head is None:
            continue
        number = number_at(text, head.start(), sequence_end, behind)
        if number is None or (low[sequence_end:behind].isspace() and not number.known):
            continue
        # "11i/2008/NQ-HĐND": letters as late as that are of a session's papers, which bear a year.
        if number.sequence[-1] > "e" and number.sequence[-1] != "đ" and number.year is None:
            continue
        # A code that no table knows counts behind a year, "04/2017/HĐTP", or behind a type.
        if number.known or number.year or len(number.issuer_codes) >= 2 or _typed(text, number):
            found.append(number)
            done = number.end
    return found


def _typed(text: SourceText, number: DocumentNumber) -> bool:
    """Whether a type stands right before a number in capitals: "Công văn 28/CCTTHC"."""
    window = max(0, number.start - _TYPE_BEFORE)
    before = find_of("numbered", "just_typed")(text.low, window, number.start)
    return before is not None and text.value[number.start : number.end].isupper()


def _cores(low: str) -> list[tuple[int, int]]:
    """Where the last figure of a sequence may stand, and where its symbol may begin."""
    found: list[tuple[int, int]] = []
    for sign in _SIGNS:
        for match in sign.finditer(low):
            at = match.start()
            window = max(0, at - _FARTHEST)
            if before := _BEFORE_SIGN.search(low, window, at):
                found.append((before.start(), match.end()))
            elif not low[at + 1 : at + 2].isalpha():
                continue
            elif before := _GLUED_BEFORE_SIGN.search(low, window, at):
                found.append((before.start(), before.end()))
            elif before := _BLANK_BEFORE_SIGN.search(low, max(0, at - _FARTHEST_BLANK), at):
                found.append((before.end() - 2, before.end()))
    return sorted(found)
