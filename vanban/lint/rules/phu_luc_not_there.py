"""F112: bài nhắc đến một phụ lục mà bộ văn bản không có.

Vì sao: người nhận tìm phụ lục theo số ghi trong bài; số gõ tay không đổi theo khi thêm, bớt phụ lục.
Căn cứ: Phụ lục I, Phần I, mục III, khoản 1, điểm a.
Cách sửa: dẫn bằng [[mã phụ lục]]; phụ lục gửi riêng thì khai báo trong “ban_hanh_rieng”.

Đạt:
    ban_hanh_rieng:
      - {ma: phu_luc_so_lieu, ten_goi: Phụ lục 07}
    de_muc:
      - tieu_de: Số liệu
        noi_dung: |
          Theo [[phu_luc_so_lieu]], Phụ lục I Nghị định 30/2020/NĐ-CP.
          Thay thế Phụ lục II của Quy chế văn thư.
Không đạt:
    de_muc:
      - tieu_de: Số liệu
        noi_dung: |                            # lỗi: F112 $.de_muc[0].noi_dung
          Số liệu báo cáo theo Phụ lục 07 kèm theo.
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.document import VanBan
from vanban.model.inline import Line, Run
from vanban.model.running_text import Insert, Paragraph, Text
from vanban.model.walk import texts
from vanban.numerals import roman

CODE, LEVEL, NAME, BO_QUA = "F112", "warning", "phu-luc-not-there", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a"

# An annex by its number; not that of another act, whose name follows or which is amended.
_ACT = "(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Luật|Kế hoạch|Công văn|Hướng dẫn|Chỉ thị|Đề án|Chương trình)"
_AMENDED = "".join(rf"(?<!{verb} )" for verb in ("[Tt]hay thế", "[Bb]ãi bỏ", "[Ss]ửa đổi", "[Bb]ổ sung"))
_TYPED = re.compile(
    rf"{_AMENDED}\b" r"[Pp]hụ lục (?:số )?(?P<so>\d{1,2}[a-z]?|[IVX]+)\b"
    rf"(?!,? (?:(?:ban hành )?kèm theo |của )?{_ACT}\b(?! này)|,? của (?!{_ACT} này))"
)


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each typed number that no annex of the set and none issued apart has."""
    bo = subject.bo
    there = {_plain(van_ban.mark) for van_ban in bo if van_ban.mark}
    there |= {_plain(each.ten_goi.split()[-1]) for van_ban in bo for each in van_ban.ban_hanh_rieng if each.ten_goi}
    for van_ban in bo:
        for origin, line in _lines(van_ban):
            for match in _TYPED.finditer("".join(each.text for each in line if isinstance(each, Run))):
                if _plain(match["so"]) not in there:
                    yield Fault(
                        origin, f"Bài nhắc đến “{match[0]}” mà bộ văn bản không có phụ lục đó.",
                        "Dẫn bằng [[mã phụ lục]]; phụ lục gửi riêng thì khai báo trong “ban_hanh_rieng”.",
                    )


def _plain(number: str) -> str:
    """"II", "02" and "2" are one number."""
    for value in range(1, 40):
        if number == roman(value):
            return str(value)
    return number.lstrip("0").lower()


def _lines(van_ban: VanBan) -> Iterator[tuple[int, Line]]:
    for text in texts(van_ban):
        yield from _in_text(text)


def _in_text(text: Text) -> Iterator[tuple[int, Line]]:
    for block in text.walk():
        if not (isinstance(block, Insert) or isinstance(block, Paragraph) and block.quoted):
            yield block.origin, block.inlines
    yield from ((note.origin, note.inlines) for note in text.notes)
