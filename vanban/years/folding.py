"""A text → the same text in composed letters, with one kind of blank and of dash, and where each character was typed.

What is no words of the text (references, figures, ids, addresses of the web) becomes signs that no pattern takes.
"""

import re
import unicodedata
from dataclasses import dataclass

# A letter with the marks that are typed behind it.
_CLUSTER = re.compile("(?s:.)[\u0300-\u036f]*")
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u200b↵\r"), " ")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_ALIKE = _BLANKS | _DASHES | {ord("ǎ"): "ă", ord("Ǎ"): "Ă"}
# What stands for words that are made elsewhere. A reference keeps a sign of its own: rules ask whether one is there.
REFERENCE, SIGN = "§", "¤"
_SIGNS = re.compile(
    r"(?P<reference>\[\[[^\[\]\n]{1,300}\]\])|\{\{[^{}\n]{1,300}\}\}|\{[#@^][^{}\n]{1,300}\}|\[\^[^\[\]\n]{1,300}\]"
    r"|(?:https?://|www\.)\S+|(?<!\S)[\w.-]{1,80}@[\w.-]+"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """text     for the patterns
    offsets  for each of its characters, and for the end, the offset in the text as it was typed
    """

    text: str
    offsets: tuple[int, ...]


def fold(typed: str) -> Folded:
    """The folded form of `typed`."""
    if unicodedata.is_normalized("NFC", typed):
        letters, offsets = typed, tuple(range(len(typed) + 1))
    else:
        letters, offsets = _composed(typed)
    return Folded(_SIGNS.sub(_blanked, letters.translate(_ALIKE)), offsets)


def _composed(typed: str) -> tuple[str, tuple[int, ...]]:
    letters, offsets = [], []
    for cluster in _CLUSTER.finditer(typed):
        composed = unicodedata.normalize("NFC", cluster[0])
        letters.append(composed)
        offsets += [cluster.start()] * len(composed)
    return "".join(letters), (*offsets, len(typed))


def _blanked(found: re.Match[str]) -> str:
    return (REFERENCE if found["reference"] else SIGN) * len(found[0])
