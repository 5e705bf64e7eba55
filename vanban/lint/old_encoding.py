"""Text of the old encodings TCVN3 and VNI: sound Unicode that prints as strange signs."""

import re
from functools import lru_cache

# Signs that the old encodings put in the place of letters, beside a letter as they are inside a word. Behind a word of
# Vietnamese letters "¹" is the mark of a note, so it must have a letter on its other side too.
_OLD = re.compile(r"(?<=[A-Za-z])(?:[µ¸¶·¨¾»¼½Æ©®ßÞþ×÷¬ªøïñöûåäëî]|¹(?=[A-Za-z]))|[®ñ](?=[A-Za-z])")
# A foreign name may hold one or two of them.
_MANY = 4


@lru_cache(maxsize=32)
def first_sign(text: str) -> int | None:
    """Where the first such sign stands in a text that has many; None in any other text."""
    found = [match.start() for _, match in zip(range(_MANY), _OLD.finditer(text), strict=False)]
    return found[0] if len(found) == _MANY else None
