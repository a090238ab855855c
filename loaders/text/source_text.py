"""SourceText: the text as it is read, with a map back to the text as it stands in the file.

`value` is NFC, without invisible characters, Markdown emphasis and page numbers, with one kind of
dash, blank and quotation mark; `low` is `value` in lower case, on one line, with tone marks placed
the modern way ("khoá" is "khóa"), and of the same length: patterns run on `low`, case is looked up
in `value`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from html import unescape
from typing import Any, TypeVar

from loaders.records import Passage, Span
from loaders.text.page_numbers import without_page_numbers
from loaders.text.tabbed import with_cells
from loaders.text.typed_figures import with_figures, with_vietnamese_numbers

_Found = TypeVar("_Found")
_SAME_LENGTH: dict[str, str] = {}
for _chars, _plain in (
    (
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
        "\u3000\t\x0b",
        " ",
    ),
    ("\u0085\u2028\u2029\x0c", "\n"),
    ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\u00ac", "-"),
    ("\u2044\u2215\uff0f", "/"),
    ("\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02", '"'),
    ("\u2018\u2019\u201a\u201b\u02bc\uff07", "'"),
    ("\u00d0\u0189", "Đ"),
    ("\u00f0\u0256", "đ"),
    # "≥" and "≤" in their other forms, and as a page keeps them that a word processor's Symbol
    # font wrote.
    ("\uf0b3\u2267\u2a7e", "≥"),
    ("\uf0a3\u2266\u2a7d", "≤"),
    ("\u2022\u25cf\u25aa\u25ab\u25e6\u2023\u2043\uf0b7\uf02d", "-"),
):
    for _char in _chars:
        _SAME_LENGTH[_char] = _plain
# Full-width forms, and Cyrillic and Greek capitals that are drawn like Latin ones.
_SAME_LENGTH.update(
    {chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0xFF01 + i) not in _SAME_LENGTH}
)
_SAME_LENGTH.update(zip("АВЕКМНОРСТХавекмнорстхуУ", "ABEKMHOPCTXabekmhopctxyY", strict=True))
_SAME_LENGTH.update(zip("ΑΒΕΗΙΚΜΝΟΡΤΧΥ", "ABEHIKMNOPTXY", strict=True))
# Control characters say nothing; a blank keeps the offsets.
_CONTROLS = [*range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_SAME_LENGTH.update({chr(code): " " for code in _CONTROLS})
_REPLACED = re.compile("[" + re.escape("".join(_SAME_LENGTH)) + "]")
# A letter with its marks, or a Korean syllable that was taken apart.
_CLUSTER = r"[^\W\d_][\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
_INVISIBLE = r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]+"
# Markdown: emphasis, code, escapes; and line ends that a dump wrote out in letters. Each begins
# with its own character, for a quick search.
_TAGS = r"<(?:br ?/?|/?(?:b|i|u|strong|em|sup|sub|span|p|div|center)\b[^<>\n]{0,80})>"
_MARKUP = rf"\\r\\n|\*+|__+|`+|\\(?=[^\w\s])|{_TAGS}"
# What a page of the web wrote out: "&ndash;", "&#7879;".
_ENTITY = r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});"
_EDITS = re.compile(rf"{_CLUSTER}|{_INVISIBLE}|{_MARKUP}|{_ENTITY}")
_EDITS_NFC = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad*_`\\<&]")
_EDIT_AT = re.compile(rf"{_INVISIBLE}|{_MARKUP}|{_ENTITY}")
_BULLET_STAR = re.compile(r"\*(?=[ ]+\S)")
_LINE_OPENING_HASH = re.compile(
    r"^[ ]{0,3}(#{1,6})(?=[ *])|^[ ]{0,3}(>+)(?= (?!\d[\d.,]*[ %‰]*$))", re.MULTILINE
)
# The engine leaps to a leading letter; one of a set, or a look-behind, would stop it everywhere.
_OLD_TONES = (re.compile(r"o[àáảãạèéẻẽẹ](?!\w)"), re.compile(r"u(?<!qu)[ỳýỷỹỵ](?!\w)"))
_MODERN = {
    first + unicodedata.normalize("NFC", second + tone): unicodedata.normalize("NFC", first + tone)
    + second
    for first, second in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0309\u0303\u0323"
}


def modern_tones(text: str) -> str:
    """Return lower-case `text` with "hoà", "uỷ" written "hòa", "ủy"; the length stays."""
    for old in _OLD_TONES:
        text = old.sub(lambda m: _MODERN[m[0]], text)
    return text


def trimmed(text: str, end: int, signs: str = " \n") -> int:
    """Return where text[:end] ends without the `signs` at its end; no letter before is copied."""
    while end > 0 and text[end - 1] in signs:
        end -= 1
    return end


def same_length_lower(text: str) -> str:
    """Return `text` in lower case; a letter whose lower form is longer is left as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class SourceText:
    """One document's text in two forms, raw and read, with the map between them."""

    def __init__(self, raw: str, value: str, edits: list[tuple[int, int, int, int]]) -> None:
        """`edits` are (start in value, end in value, start in raw, end in raw), in order."""
        self.raw = raw
        self.value = value
        self._ends = [edit[1] for edit in edits]
        self._edits = edits
        self._looks: dict[Callable[[SourceText], Any], Any] = {}

    @classmethod
    def of(cls, raw: str) -> SourceText:
        """Return `raw` made readable. NFC and NFD text of the same letters give the same value."""
        found = (
            _edits_of_nfc(raw) if unicodedata.is_normalized("NFC", raw) else _EDITS.finditer(raw)
        )
        return cls.rewritten(raw, ((m.start(), m.end(), _edit(raw, m)) for m in found))

    @classmethod
    def rewritten(cls, raw: str, changes: Iterable[tuple[int, int, str]]) -> SourceText:
        """Return `raw` with each (start, end, replacement) of `changes` carried out, in order."""
        pieces: list[str] = []
        edits: list[tuple[int, int, int, int]] = []
        done = length = 0
        for start, end, new in changes:
            kept = raw[done:start]
            length += len(kept)
            edits.append((length, length + len(new), start, end))
            pieces += (kept, new)
            length += len(new)
            done = end
        value = "".join([*pieces, raw[done:]]) if edits else raw
        value = with_cells(value)
        if _REPLACED.search(value):
            value = _REPLACED.sub(lambda m: _SAME_LENGTH[m[0]], value)
        if "#" in value or ">" in value:
            value = _LINE_OPENING_HASH.sub(lambda m: " " * len(m[0]), value)
        value = value.replace("\r\n", " \n").replace("\r", "\n")
        value = with_vietnamese_numbers(with_figures(value))
        return cls(raw, without_page_numbers(value), edits)

    def changed(self, changes: list[tuple[int, int, str]]) -> SourceText:
        """Return the same text with these (start, end, replacement) of the value carried out.

        In order, without overlap; what ends inside an earlier edit is widened to the whole of it.
        """
        raw_changes: list[tuple[int, int, str]] = []
        at = 0
        for start, end, new in self._widened(changes):
            # What was left out right before the change stays out: "**Kế hoạch" of a scan.
            raw_changes += self._kept_edits(at, start, closed=start < end)
            span = self.span(start, end)
            raw_changes.append((span.start, span.end, new))
            at = end
        raw_changes += self._kept_edits(at, len(self.value) + 1)
        return SourceText.rewritten(self.raw, raw_changes)

    def _widened(self, changes: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        for start, end, new in changes:
            first, last = start, end
            for a, b, _, _ in self._edits_about(start, end):
                first, last = min(first, a), max(last, b)
            new = self.value[first:start] + new + self.value[end:last]
            if found and first < found[-1][1]:
                # Both stand in one edit: the later is carried out in what the earlier made of it.
                before_start, before_end, before = found.pop()
                kept = before[: len(before) - (before_end - start)]
                first, new = before_start, kept + new[start - first :]
            found.append((first, last, new))
        return found

    def _edits_about(self, start: int, end: int) -> list[tuple[int, int, int, int]]:
        """The edits that a change of value[start:end] would cut in two."""
        cut = []
        for at in (start, end):
            i = bisect_right(self._ends, at)
            if i < len(self._edits) and self._edits[i][0] < at:
                cut.append(self._edits[i])
        return cut

    def _kept_edits(
        self, start: int, end: int, *, closed: bool = False
    ) -> list[tuple[int, int, str]]:
        first = bisect_left(self._ends, start)
        kept = []
        for a, b, c, d in self._edits[first:]:
            if a > end or (a == end and not (closed and b == a)):
                break
            if start <= a and b <= end:
                kept.append((c, d, self.value[a:b]))
        return kept

    def once(self, look: Callable[[SourceText], _Found]) -> _Found:
        """Return look(self); a text is looked at once however often that is asked for."""
        if look not in self._looks:
            self._looks[look] = look(self)
        found: _Found = self._looks[look]
        return found

    @cached_property
    def low(self) -> str:
        """`value` in lower case with modern tones and blanks for line breaks; same length."""
        return modern_tones(same_length_lower(self.value)).replace("\n", " ")

    @cached_property
    def words(self) -> str:
        """What is printed between two blanks in `value`, each once, on a line of its own.

        A fifth of the letters of a paper: what a word must hold is looked for here first.
        """
        return "\n".join(["", *dict.fromkeys(self.value.split()), ""])

    def span(self, start: int, end: int) -> Span:
        """Return the span in the raw text of value[start:end]."""
        if not self._edits:
            return Span(start, end)
        first = self._raw(start, last=False)
        return Span(first, max(first, self._raw(end, last=True)))

    def _raw(self, position: int, *, last: bool) -> int:
        # The edits that end at or before the position are behind it.
        i = bisect_right(self._ends, position if not last else position - 1)
        if last and i < len(self._edits) and self._edits[i][0] < position <= self._edits[i][1]:
            return self._edits[i][3]
        if not last and i < len(self._edits) and self._edits[i][0] < position:
            return self._edits[i][2]
        if i == 0:
            return position
        _, value_end, _, raw_end = self._edits[i - 1]
        return raw_end + position - value_end

    def passage(self, start: int, end: int) -> Passage:
        """Return value[start:end] as a passage of the raw text, blanks at both ends left out."""
        span = self.span(start, end)
        quote = self.raw[span.start : span.end]
        if not (quote[:1].isspace() or quote[-1:].isspace()):
            return Passage(span, quote)
        left = len(quote) - len(quote.lstrip())
        right = len(quote.rstrip())
        if left >= right:
            return Passage(span, quote)
        return Passage(Span(span.start + left, span.start + right), quote[left:right])


def _edits_of_nfc(raw: str) -> Iterator[re.Match[str]]:
    """The edits of text that needs no composing: a search for a few rare characters."""
    at = 0
    while rare := _EDITS_NFC.search(raw, at):
        match = _EDIT_AT.match(raw, rare.start())
        if match is not None:
            yield match
        at = match.end() if match else rare.end()


def _edit(raw: str, match: re.Match[str]) -> str:
    found = match[0]
    if found == "*" and _BULLET_STAR.match(raw, match.start()):
        line = raw.rfind("\n", 0, match.start()) + 1
        # A star that opens a list item is a bullet, and stays one.
        return "-" if match.start() - line <= 3 and not raw[line : match.start()].strip() else ""
    if found.startswith(("<br", "\\r")):
        return "\n"
    if found[0] == "&":
        return unicodedata.normalize("NFC", unescape(found))
    return unicodedata.normalize("NFC", found) if found[0].isalpha() else ""
