"""Whether two Word files say and show the same: Word saves what it has opened in other bytes."""

import hashlib

from vanban.wordml.elements import W, parse
from vanban.wordml.package import OF_DOCUMENTS, read_parts

_WORDS = (W + "t", W + "delText")
_PARTS, _PICTURES = "word/", "word/media/"


def words_fingerprint(docx: bytes) -> str:
    """Of all words, those of notes, comments, headers and tracked changes among them, and of all pictures; neither
    looks nor the cutting of words into runs change it. Raises NotAPackage, RefusedPackage, ForbiddenXml."""
    parts = read_parts(docx, OF_DOCUMENTS)
    said = sorted(filter(None, (_words(name, data) for name, data in parts.items() if _has_words(name))))
    shown = sorted(hashlib.sha256(data).hexdigest() for name, data in parts.items() if name.startswith(_PICTURES))
    return hashlib.sha256("\n".join([*said, *shown]).encode()).hexdigest()


def _has_words(name: str) -> bool:
    return name.startswith(_PARTS) and name.endswith(".xml") and "/" not in name.removeprefix(_PARTS)


def _words(name: str, data: bytes) -> str:
    return "".join(each.text or "" for each in parse(name, data).iter(*_WORDS))
