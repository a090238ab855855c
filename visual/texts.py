"""All words that a page shows, from one file a language (`texts/vi.json`).

Code and templates name a text by its key; a key that the file lacks raises MissingText.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGE = "vi"
# The script of the graph is handed these families only.
SCRIPT_FAMILIES = ("graph.", "relation.", "doing.", "level.", "status.", "role.", "value.")


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
        return text.format(**values) if values else text

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def for_script(self) -> dict[str, str]:
        """Return the texts that the script of the graph shows, by key."""
        return {k: v for k, v in self.entries.items() if k.startswith(SCRIPT_FAMILIES)}


@cache
def load_texts(language: str = LANGUAGE) -> Texts:
    """Return the texts of `language`."""
    path = files("visual") / "texts" / f"{language}.json"
    return Texts(language, json.loads(path.read_text(encoding="utf-8")))
