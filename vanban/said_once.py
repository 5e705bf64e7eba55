"""Two phrases that are printed one behind the other, as a title and the name of a body → the same without a word that
both say: "Trưởng ban", "Ban Tổ chức" → "Trưởng", "Ban Tổ chức"."""

import re
import unicodedata

# A word; | is where an officer breaks a line.
_WORD = re.compile(r"[^\s|]+")
# What a syllable is spoken in. It stands on another letter in each of two ways to spell: "ủy", "uỷ".
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def said_once(first: str, second: str) -> tuple[str, str]:
    """Both without the words that `first` ends and `second` begins with, which stay in the second; the first alone
    where it says all of the second somewhere. Large and small letters count as the same."""
    before, behind = [*_WORD.finditer(first)], [*_WORD.finditer(second)]
    said, names = [_key(word[0]) for word in before], [_key(word[0]) for word in behind]
    if _holds(said, names):
        return first, ""
    shared = next((count for count in range(min(len(said), len(names)), 0, -1) if said[-count:] == names[:count]), 0)
    return (first[:before[-shared].start()].rstrip(" |"), second) if shared else (first, second)


def says(first: str, second: str) -> bool:
    """Whether all words of `second` stand in `first`, one behind the other."""
    return _holds([_key(word) for word in _WORD.findall(first)], [_key(word) for word in _WORD.findall(second)])


def _holds(words: list[tuple[str, str]], others: list[tuple[str, str]]) -> bool:
    """Whether `others` stand among `words` one behind the other."""
    most = len(others)
    return any(words[at:at + most] == others for at in range(len(words) - most + 1))


def _key(word: str) -> tuple[str, str]:
    """A word by its letters and by its tone, wherever that stands."""
    apart = unicodedata.normalize("NFD", word.casefold().rstrip(",;."))
    letters = "".join(letter for letter in apart if letter not in _TONES)
    return unicodedata.normalize("NFC", letters), "".join(letter for letter in apart if letter in _TONES)
