"""Letters that look Vietnamese and are not: strays of other alphabets, text of the old encodings TCVN3 and VNI.

Such text is sound Unicode, prints nearly right, and is found by no search.
"""

import re
import unicodedata
from collections.abc import Iterator

from vanban.findings import Finding, finding
from vanban.readers.source import Source, place_at

_STRAYS = {"ǎ": "ă", "Ǎ": "Ă", "ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"}
_STRAY = re.compile("[" + "".join(_STRAYS) + "]|[aA]\u030c")
# Signs that the old encodings put in the place of letters, beside a letter as they are inside a word.
_OLD = re.compile(r"(?<=[A-Za-z])[µ¸¶·¹¨¾»¼½Æ©®ßÞþ×÷¬ªøïñöûåäëî]|[®ñ](?=[A-Za-z])")
# A foreign name may hold one or two of them.
_MANY = 4


def check_letters(source: Source) -> Iterator[Finding]:
    """A finding for each stray letter, or one for a file whose text is in an old encoding."""
    old = list(_OLD.finditer(source.text))
    if len(old) >= _MANY:
        yield finding(
            "S111", place_at(source, old[0].start()), "Chữ trong tệp ở bảng mã cũ (TCVN3 hoặc VNI).",
            "Chuyển văn bản sang Unicode bằng Unikey (Ctrl + Shift + F6), rồi dán lại.",
        )
        return
    for match in _STRAY.finditer(source.text):
        stray = unicodedata.normalize("NFC", match[0])
        yield finding(
            "S110", place_at(source, match.start(), len(match[0])),
            f"Chữ “{stray}” (U+{ord(stray):04X}) không phải chữ tiếng Việt.", f"Gõ lại thành “{_STRAYS[stray]}”.",
        )
