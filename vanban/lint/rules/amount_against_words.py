"""D261: số viết bằng chữ khác số viết bằng chữ số ngay bên cạnh.

Vì sao: một con số ghi hai lần mà không như nhau thì không ai biết trả theo số nào, tính hạn theo số nào. Chữ có thể
hiểu hai cách (“một triệu hai”) không bị nêu.
Cách sửa: xem lại hồ sơ gốc, sửa chỗ gõ sai; cả hai phải là một số.

Đạt:
    de_muc:
      - tieu_de: Kinh phí
        noi_dung: Chi 12.000 đồng (Mười hai nghìn đồng) trong 05 (năm) ngày.
Không đạt:
    de_muc:
      - tieu_de: Kinh phí
        noi_dung: Chi 12.000 đồng (Mười hai triệu đồng).    # lỗi: D261 $.de_muc[0].noi_dung
"""

import re
from collections.abc import Iterator

from vanban.findings import Place
from vanban.lint.fault import Fault
from vanban.lint.quoted import is_quoted, quoted_origins
from vanban.lint.said_in_words import SaidTwice, contradictions
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_place import place_of_first
from vanban.model.printed_lines import PrintedLine
from vanban.numerals import format_number

CODE, LEVEL, NAME, BO_QUA = "D261", "warning", "amount-against-words", True
TARGET, SOURCE = "set", ""
_BY_WORDS = re.compile(r"[( -]*(?i:(?:số tiền )?(?:viết |ghi )?bằng chữ)\b")
_KINDS = ("paragraph", "note", "cell", "heading")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each number that a line says in figures and in other words; the words may stand in the next line."""
    quoted = quoted_origins(subject.bo)
    before = ""
    for line in subject.lines:
        if line.kind not in _KINDS or line.origin in quoted:
            before = ""
            continue
        text = "".join(each.text for each in line.words)
        whole = f"{before.rstrip(' .;,')} {text}" if before and _is_in_words(text) else text
        for found in contradictions(whole):
            if not is_quoted(whole, found.start):
                yield _fault(subject, line, found)
        before = text


def _is_in_words(text: str) -> bool:
    """Whether a line says in words what the line before it says in figures."""
    return _BY_WORDS.match(text) is not None


def _fault(subject: SetSubject, line: PrintedLine, found: SaidTwice) -> Fault:
    place: Place | int = place_of_first(subject.places, line.origin, [found.words])
    return Fault(
        place, f"Chữ số ghi “{found.figure.strip()}”, bằng chữ “{found.words}” lại là {format_number(found.said)}.",
        "Xem lại hồ sơ gốc, sửa chỗ gõ sai; chữ số và chữ phải là một số.",
    )
