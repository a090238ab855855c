"""The class of capitals that regexes are given: no small letter of Vietnamese is in it."""

from __future__ import annotations

import re

from loaders.folding import CAPITALS

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)


def test_it_holds_each_capital_and_no_small_letter() -> None:
    capital = re.compile(f"[{CAPITALS}]")
    assert [one for one in LETTERS if not capital.fullmatch(one.upper())] == []
    assert [one for one in LETTERS if capital.fullmatch(one)] == []
