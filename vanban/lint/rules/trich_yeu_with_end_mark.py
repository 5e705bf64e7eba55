"""F119: trích yếu, tên phụ lục có dấu cuối câu.

Vì sao: trích yếu là tên của văn bản, in dưới tên loại và chép vào sổ, vào câu dẫn của văn bản khác, nên không có dấu
chấm, dấu phẩy, “./.” ở cuối.
Cách sửa: bỏ dấu ấy; lệnh check --fix bỏ giúp.

Đạt:
    trich_yeu: Ban hành Kế hoạch năm 2026
Không đạt:
    trich_yeu: Ban hành Kế hoạch năm 2026.          # lỗi: F119 $.trich_yeu
"""

import re
from collections.abc import Iterator

from vanban.findings import Fix
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "F119", "warning", "trich-yeu-with-end-mark", True
TARGET, SOURCE = "set", ""
# Not the dots of "…", "...", "v.v.", nor of an abbreviation of capitals.
_END = re.compile(r"(?:\s*\.?/\.|(?<![.\s]v)(?<![.…A-ZĐ])\s*[.;,])\Z")
_QUOTES = " \"'\r\n"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each subject, and each line below the title of an annex, that ends like a sentence."""
    for van_ban in subject.bo:
        for key, words in (("trich_yeu", van_ban.trich_yeu), ("phu_de", van_ban.phu_de)):
            if found := _END.search(words):
                origin = van_ban.origin_of(key)
                yield Fault(
                    origin, f"Cuối dòng này có dấu “{found[0].strip()}”, sẽ in ra giấy.",
                    "Bỏ dấu đó; tên văn bản không có dấu cuối câu. Lệnh check --fix bỏ giúp.",
                    fix=_fix(subject, origin, found[0]),
                )


def _fix(subject: SetSubject, origin: int, mark: str) -> Fix | None:
    """The edit that takes the mark away where the value is typed as it reads."""
    typed = subject.places.typed(origin)
    if typed is None:
        return None
    end = typed.start + len(typed.text[typed.start : typed.end].rstrip(_QUOTES))
    return Fix(end - len(mark), end, "") if typed.text.endswith(mark, typed.start, end) else None
