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

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.quoted import is_quoted
from vanban.lint.subjects import SetSubject
from vanban.lint.typed_lines import typed_lines
from vanban.numerals import roman

CODE, LEVEL, NAME, BO_QUA = "F112", "warning", "phu-luc-not-there", True
TARGET = "set"
SOURCE = "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm a"

# Annexes by their numbers; not those of another act, whose name follows or stands right before, or which is amended.
_ACT = (
    "(?:Nghị định|Thông tư|Quyết định|Nghị quyết|Bộ luật|Luật|Pháp lệnh|Kế hoạch|Công văn|Hướng dẫn|Chỉ thị|Đề án|"
    "Chương trình|Báo cáo|Tờ trình|Thông báo|Kết luận|Quy định|Quy chế|Hợp đồng|Hiệp định|Chiến lược|Văn bản)"
)
_AMENDED = "".join(rf"(?<!{verb} )" for verb in ("[Tt]hay thế", "[Bb]ãi bỏ", "[Ss]ửa đổi", "[Bb]ổ sung"))
_NUMBER = r"(?:\d{1,2}[a-z]?|[IVX]+)\b(?![/.]\d)"
_TYPED = re.compile(
    rf"{_AMENDED}\b[Pp]hụ lục (?:số )?"
    rf"(?P<so>{_NUMBER}(?:(?:,|,? và| hoặc| đến) (?:[Pp]hụ lục )?(?:số )?{_NUMBER})*)"
)
_OF_ANOTHER = re.compile(
    rf",? (?:(?:được )?(?:ban hành )?kèm theo |của |tại |thuộc )?{_ACT}\b(?! này)|,? của (?!{_ACT} này)")
_NEAR = 60  # so many letters before an annex say whose it is
_BEHIND_ANOTHER = re.compile(r"\d/[A-ZĐ0-9][\w/-]*[ ,;(]+(?:tại |theo |ở )?$")
# Of a row of numbers those that are certainly annexes: “Phụ lục II, 15 xã” names one.
_ONE = re.compile(rf"(?:^|[Pp]hụ lục (?:số )?)({_NUMBER})|(?<!\w)([IVX]+)\b")


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each typed number that no annex of the set and none issued apart has."""
    bo = subject.bo
    there = {_plain(van_ban.mark) for van_ban in bo if van_ban.mark}
    there |= {_plain(each.ten_goi.split()[-1]) for van_ban in bo for each in van_ban.ban_hanh_rieng if each.ten_goi}
    for van_ban in bo:
        for origin, words in typed_lines(subject, van_ban):
            for match in _TYPED.finditer(words):
                lacking = [number for one in _ONE.findall(match["so"]) if _plain(number := "".join(one)) not in there]
                if lacking and not _is_anothers(words, match):
                    yield Fault(
                        origin, f"Bài nhắc đến “Phụ lục {lacking[0]}” mà bộ văn bản không có phụ lục đó.",
                        "Dẫn bằng [[mã phụ lục]]; phụ lục gửi riêng thì khai báo trong “ban_hanh_rieng”.",
                    )


def _is_anothers(words: str, match: re.Match[str]) -> bool:
    """Whether an annex is another act's, or quoted."""
    before = words[max(0, match.start() - _NEAR) : match.start()]
    return bool(_OF_ANOTHER.match(words, match.end()) or _BEHIND_ANOTHER.search(before)
                or is_quoted(words, match.start()))


def _plain(number: str) -> str:
    """"II", "02" and "2" are one number."""
    for value in range(1, 40):
        if number == roman(value):
            return str(value)
    return number.lstrip("0").lower()
