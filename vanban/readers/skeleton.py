"""A file that cannot be read → the little of it that other files ask for: its type, its id, what it attaches.

So that one missing quote does not make every document around it look wrong. What is read this way is never
written, for its file has a fault.
"""

import re

from vanban.ids import MA

_KEYS = re.compile(r"^(loai_van_ban|ma|kem_theo):(.*(?:\n[ \t]*-.*)*)", re.MULTILINE)
_COMMENT = re.compile(r"#.*")
_MA = re.compile(MA)


def skeleton(text: str) -> dict[str, str | list[str]]:
    """Those keys of the top level that stand there in lines of their own; {} without a type or an id."""
    found = {key: _MA.findall(_COMMENT.sub("", value)) for key, value in _KEYS.findall(text)}
    if not (found.get("loai_van_ban") and found.get("ma")):
        return {}
    return {"loai_van_ban": found["loai_van_ban"][0], "ma": found["ma"][0], "kem_theo": found.get("kem_theo", [])}
