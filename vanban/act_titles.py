"""The subject (trích yếu) of an act as a register has it → as it stands inside a sentence that cites the act.

It is typed there as in a sentence, with a small first letter; copied from the act it has a large one. A subject that
begins with one of the verbs of `act_titles.txt` is put right; a name ("Đại hội …") is left as it is typed.
"""

from functools import cache
from pathlib import Path

from vanban.text import nfc

_OPENINGS = Path(__file__).with_suffix(".txt")


def in_sentence(subject: str) -> str:
    """`subject` with a small first letter, where it begins with a verb: "Về việc …", "Ban hành …"."""
    return subject[:1].lower() + subject[1:] if opens_subject(subject) and not subject[1:2].isupper() else subject


def opens_subject(words: str) -> bool:
    """Whether subjects of acts begin so: "ban hành Quy chế …"."""
    first, _, rest = words.casefold().partition(" ")
    return f"{first} {rest.partition(' ')[0]}" in _openings() or first in _openings()


@cache
def _openings() -> frozenset[str]:
    lines = nfc(_OPENINGS.read_text("utf-8")).splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
