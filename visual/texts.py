"""All words that a page shows, from one file a language (`texts/vi.json`, `texts/en.json`).

Code and templates name a text by its key; a key that the file lacks raises MissingText. What
documents say is never translated, nor are the names of agencies and places. What depends on the
number before it stands in brackets: "{count} document[s]", "{count} bod[y|ies]".
"""

from __future__ import annotations

import json
import re
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("vi", "en")
"""The first one is spoken where none is chosen."""

SPOKEN = ContextVar("SPOKEN", default=LANGUAGES[0])
"""The language of the page that is being made."""

# The script of the graph is handed these families only.
SCRIPT_FAMILIES = ("graph.", "relation.", "doing.", "level.", "status.", "role.", "value.")


_PART = re.compile(r"\{(?P<name>\w+)\}|\[(?:(?P<one>[^\[\]|]*)\|)?(?P<many>[^\[\]|]*)\]")


class MissingText(KeyError):
    """A key that the file of texts does not have: a fault of the program."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language; call it with a key, and values for its `{names}`."""

    language: str
    entries: dict[str, str]

    def __call__(self, key: str, **values: object) -> str:
        try:
            text = self.entries[key]
        except KeyError:
            raise MissingText(key) from None
        return _filled(text, values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def for_script(self) -> dict[str, str]:
        """Return the texts that the script of the graph shows, by key."""
        return {k: v for k, v in self.entries.items() if k.startswith(SCRIPT_FAMILIES)}


def _filled(text: str, values: dict[str, object]) -> str:
    """Return a text with its values, and of what stands in brackets what the last of them asks."""
    last = ""

    def said(part: re.Match[str]) -> str:
        nonlocal last
        if part["name"] is not None:
            last = str(values[part["name"]])
            return last
        return (part["one"] or "") if last == "1" else str(part["many"])

    return _PART.sub(said, text)


def load_texts(language: str | None = None) -> Texts:
    """Return the texts of `language`, of the one that is spoken for None."""
    return _texts(language or SPOKEN.get())


def language_name(code: str) -> str:
    """Return what a language calls itself."""
    return load_texts(code)("site.language")


class SpokenTexts:
    """The texts of the language that is spoken when they are asked for: a template is made once."""

    @property
    def language(self) -> str:
        """Its code."""
        return SPOKEN.get()

    def __call__(self, key: str, **values: object) -> str:
        return load_texts()(key, **values)

    def __contains__(self, key: str) -> bool:
        return key in load_texts()


@cache
def _texts(language: str) -> Texts:
    path = files("visual") / "texts" / f"{language}.json"
    return Texts(language, json.loads(path.read_text(encoding="utf-8")))
