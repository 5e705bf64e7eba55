"""F150: đầu phụ lục gõ lại ở dòng đầu của bài: “PHỤ LỤC 01”, tên phụ lục, “(Kèm theo Thông báo số …)”.

Vì sao: máy đã in ba dòng ấy ở đầu phụ lục theo số, tên và văn bản ban hành; gõ lại thì trên giấy có hai lần, số và ngày
gõ tay không đổi theo.
Cách sửa: xóa các dòng ấy. Biểu mẫu, văn bản khác ở trong phụ lục không bị nêu.

Đạt:
    loai_van_ban: phu_luc
    mo_dau: |
      (Kèm theo Thông tư số 01/2023/TT-VPCP)
      Các nhiệm vụ gồm:
Không đạt:
    loai_van_ban: phu_luc
    mo_dau: |                               # lỗi: F150 $.mo_dau
      PHỤ LỤC 01

      Các nhiệm vụ gồm:
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_again import rows
from vanban.model.document import VanBan
from vanban.model.printed_lines import PrintedLine
from vanban.text import unbroken

CODE, LEVEL, NAME, BO_QUA = "F150", "warning", "annex-head-typed-again", True
TARGET, SOURCE = "set", ""
_MOST = 6  # lines that a head has, an office's name and blanks among them


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each of the first lines of an annex that is a part of its own head."""
    types = {subject.setting.kind(van_ban).ten_loai.casefold() for van_ban in subject.bo}
    for part in subject.bo.parts():
        if part.zones and part.zones.phu_luc:
            for line in _first_lines(subject, part.van_ban):
                if cach := _way_out(text := line.text.strip(), part.van_ban, types, subject):
                    yield Fault(line.origin, f"Dòng “{text}” là đầu phụ lục mà máy tự in, sẽ in hai lần.", cach)


def _first_lines(subject: SetSubject, annex: VanBan) -> list[PrintedLine]:
    """The paragraphs and unnumbered headings of an annex before its first list, heading, table or picture."""
    own = subject.places.file(annex.origin)
    printed = (line for line in subject.lines if line.kind != "zone" and subject.places.file(line.origin) == own)
    lines = takewhile(lambda line: line.kind in ("paragraph", "heading") and not (line.mark or line.name), printed)
    return list(lines)[:_MOST]


def _way_out(text: str, annex: VanBan, types: set[str], subject: SetSubject) -> str:
    """What to do with a line that is a part of the head; "" for another."""
    known = rows("dau_phu_luc")
    if known["phu_luc"].pattern(subject.the_thuc).fullmatch(text):
        return known["phu_luc"].cach
    found = re.fullmatch(known["kem_theo"].mau, text, re.IGNORECASE)
    if found and found["loai"].casefold() in types:
        return known["kem_theo"].cach
    is_title = text.casefold().rstrip(" .") == unbroken(annex.trich_yeu).casefold()
    return "Xóa dòng này; tên phụ lục do máy in theo “trich_yeu”." if is_title else ""
