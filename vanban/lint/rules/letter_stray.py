"""S110: chữ trông giống chữ tiếng Việt nhưng là chữ khác (ǎ thay cho ă, Ð thay cho Đ).

Vì sao: chữ ấy in ra gần đúng mà tìm không thấy, sắp thứ tự sai; thường theo vào khi dán từ tệp cũ.
Cách sửa: gõ lại chữ được nêu; “check --fix” thay giúp (trừ ð, có trong tên người Bắc Âu). Tên nước ngoài viết đúng
như thế thì ghi “bo_qua: {S110: tên người nước ngoài}”.

Đạt:
    trich_yeu: Đề án số hóa
Không đạt:
    trich_yeu: Ðề án số hóa               # lỗi: S110 $
"""

import re
import unicodedata
from collections.abc import Iterator

from vanban.findings import Fix
from vanban.lint.fault import Fault
from vanban.lint.old_encoding import first_sign
from vanban.lint.subjects import SourceSubject

CODE, LEVEL, NAME, BO_QUA = "S110", "error", "letter-stray", True
TARGET, SOURCE = "source", ""
_STRAYS = {"ǎ": "ă", "Ǎ": "Ă", "ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"}
_STRAY = re.compile("[" + "".join(_STRAYS) + "]|[aA]\u030c")
# A letter that honest names of other languages have: a person decides.
_HONEST = "ð"


def check(subject: SourceSubject) -> Iterator[Fault]:
    """A fault for each stray letter; none in a text of an old encoding, which is told as such."""
    if first_sign(subject.text) is not None:
        return
    for match in _STRAY.finditer(subject.text):
        stray = unicodedata.normalize("NFC", match[0])
        meant = _STRAYS[stray]
        yield Fault(
            subject.place(match.start(), len(match[0])),
            f"Chữ “{stray}” (U+{ord(stray):04X}) không phải chữ tiếng Việt.", f"Gõ lại thành “{meant}”.",
            fix=None if stray == _HONEST else Fix(match.start(), match.end(), meant),
        )
