"""Problems in English, for programs whose requests prefer it by `Accept-Language`.

Answers are the same bytes for every reader; only what went wrong is told in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request

from api.negotiation import weights
from visual.retold import retold
from visual.texts import LANGUAGES, SPOKEN


def language_wanted(request: Request) -> str:
    """Return the language that `Accept-Language` prefers, Vietnamese where it says none.

    Of languages wanted alike the first one named is taken; "en-GB" wants English.
    """
    wanted = [
        (weight, name.partition("-")[0])
        for name, weight in weights(request.headers.get("accept-language", ""))
    ]
    known = [(weight, name) for weight, name in wanted if name in LANGUAGES and weight > 0]
    best = max((weight for weight, _ in known), default=0.0)
    return next((name for weight, name in known if weight == best), LANGUAGES[0])


def title_told(title: str, language: str) -> str:
    """Return what stands over a problem, in a language."""
    token = SPOKEN.set(language)
    told = retold(title)
    SPOKEN.reset(token)
    return told


def detail_told(
    detail: str, errors: Sequence[dict[str, str]], language: str
) -> tuple[str, list[dict[str, str]]]:
    """Return what a problem says, and of each wrong parameter, in a language.

    What the table of sentences does not know stays Vietnamese.
    """
    if language == LANGUAGES[0]:
        return detail, list(errors)
    token = SPOKEN.set(language)
    told = [retold(f"{one['parameter']}: {one['message']}") for one in errors]
    rows = [
        {**one, "message": said.removeprefix(f"{one['parameter']}: ")}
        for one, said in zip(errors, told, strict=True)
    ]
    wrong = "; ".join(dict.fromkeys(told))
    said = _ALL_WRONG.format(wrong=wrong) if errors else retold(detail)
    SPOKEN.reset(token)
    return said, rows


_ALL_WRONG = "Wrong parameter: {wrong}."
