"""The classes of letters that regexes are given: capitals and small ones of Vietnamese, apart."""

from __future__ import annotations

import re

from loaders.folding import LOWER, UPPER

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
)


def test_each_holds_its_own_letters_and_none_of_the_others() -> None:
    capital, small = re.compile(f"[{UPPER}]"), re.compile(f"[{LOWER}]")
    assert [one for one in LETTERS if not capital.fullmatch(one.upper())] == []
    assert [one for one in LETTERS if capital.fullmatch(one)] == []
    assert [one for one in LETTERS if not small.fullmatch(one)] == []
    assert [one for one in LETTERS if small.fullmatch(one.upper())] == []
