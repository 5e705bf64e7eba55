"""What is wrong with a finding itself: a place that is not in the file, words that no clerk reads."""

import re
from collections.abc import Iterator

from vanban.findings import Finding

_VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
_PYTHON = re.compile(r"None|Error|Traceback|\bstr\b|\bdict\b|NoneType|object at 0x")
_TYPED = re.compile("“.*?”")


def faults_of_the_telling(found: Finding, text: str) -> Iterator[str]:
    """The faults of a finding in a file with that text, a byte order mark not counted."""
    lines = text.split("\n")
    if not 1 <= found.line <= len(lines):
        yield f"line {found.line} of {len(lines)}"
    elif not 1 <= found.column <= len(lines[found.line - 1]) + 2:
        yield f"column {found.column} of {len(lines[found.line - 1])}"
    if not _VIETNAMESE.search(found.message) or not found.message.endswith((".", "?")):
        yield f"message {found.message!r}"
    if not _VIETNAMESE.search(found.hint):
        yield f"hint {found.hint!r}"
    if _PYTHON.search(_TYPED.sub("", found.message + found.hint)):
        yield f"Python in {found.message!r} {found.hint!r}"
