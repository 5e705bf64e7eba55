"""Where a line may break inside an address of the web or of mail, which is often wider than what it stands in.

No sign is put in: whoever copies the address gets it as it was typed. LibreOffice breaks a line behind the signs below
of its own accord, and like Word between any two letters where a piece is still too wide.
"""

import re

_ADDRESS = re.compile(r"(?i:[a-z]+://|www\.)|[^\s@]+@[\w-]+\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/:?]|$)")
_PIECE = re.compile(r"[^-/.?&=_]*[-/.?&=_]+|[^-/.?&=_]+")


def is_web_address(word: str) -> bool:
    """Whether `word`, brackets and quotes around it aside, is an address: "https://…", "a@b.vn", "nghean.gov.vn/x"."""
    return bool(_ADDRESS.match(word.lstrip("(“\"'<[")))


def unbreakable(word: str) -> list[str]:
    """The pieces of `word` that stand whole on a line: of an address those between its signs, else the word."""
    return _PIECE.findall(word) if is_web_address(word) else [word]
