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
          Thay thế Phụ lục II của Quy chế văn thư; theo Phụ lục I, II ban hành kèm theo Thông tư số 01/2024/TT-BNV.
Không đạt:
    de_muc:
      - tieu_de: Số liệu
        noi_dung: |                            # lỗi: F112 $.de_muc[0].noi_dung
          Số liệu báo cáo theo Phụ lục 07 kèm theo.
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_annexes import plain_number, typed_annexes
from vanban.lint.typed_lines import typed_lines

CODE, LEVEL, NAME, BO_QUA = "F112", "warning", "phu-luc-not-there", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a"


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each typed number that no annex of the set and none issued apart has."""
    bo = subject.bo
    there = {plain_number(van_ban.mark) for van_ban in bo if van_ban.mark}
    apart = (each.ten_goi for van_ban in bo for each in van_ban.ban_hanh_rieng if each.ten_goi)
    there |= {plain_number(name.split()[-1]) for name in apart}
    for van_ban in bo:
        for origin, words in typed_lines(subject, van_ban):
            for named in typed_annexes(words):
                if lacking := [number for number in named if plain_number(number) not in there]:
                    yield Fault(
                        origin, f"Bài nhắc đến “Phụ lục {', '.join(lacking)}” mà bộ văn bản không có phụ lục đó.",
                        "Dẫn bằng [[mã phụ lục]]; phụ lục gửi riêng thì khai báo trong “ban_hanh_rieng”.",
                    )
