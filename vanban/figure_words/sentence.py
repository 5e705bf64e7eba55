"""Where words that a figure makes stand in a sentence: at its start they begin with a large letter."""

import re

from vanban.figure_words.table import said
from vanban.text import upper_first

# What ends a sentence, closing quotes and brackets behind it; what may stand in front of its first word.
_ENDS = re.compile(r"[.!?][”\"’)\]]*\s+[“\"‘(\[]*\Z")
_OPENS = re.compile(r"[“\"‘(\[\s]*")


def placed(text: str, before: str) -> str:
    """`text` as it stands behind `before`, all that the line holds up to there."""
    return upper_first(text) if begins_sentence(before) else text


def begins_sentence(before: str) -> bool:
    """Whether what follows `before` begins a sentence: at the start of a line, behind a full stop and a blank. An
    abbreviation and an ellipsis end none."""
    if _OPENS.fullmatch(before):
        return True
    if not (end := _ENDS.search(before)):
        return False
    last = before[: end.start() + 1].rpartition(" ")[2]
    return not last.endswith("..") and last.lstrip("“\"‘([") not in said("viet_tat").split()
