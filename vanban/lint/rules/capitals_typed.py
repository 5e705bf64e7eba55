"""F159: trích yếu, đề mục bậc dưới gõ TOÀN CHỮ HOA.

Vì sao: trích yếu in bằng chữ thường, kiểu đứng, đậm; đề mục từ bậc “1.” trở xuống, tiêu đề của điều cũng in bằng chữ
thường. Máy in đúng như gõ, không tự đổi thành chữ thường vì không biết tên riêng nào viết hoa. Tên phụ lục, đề mục
bậc “I.” thì máy tự in hoa.
Căn cứ: Phụ lục I, Phần I, mục II, khoản 5, điểm b.
Cách sửa: gõ lại bằng chữ thường, chữ đầu và tên riêng viết hoa. Chữ viết tắt (CCHC, UBND, HĐND) không bị nêu.

Đạt:
    trich_yeu: Ban hành Kế hoạch CCHC của UBND, HĐND tỉnh
Không đạt:
    trich_yeu: BAN HÀNH KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH       # lỗi: F159 $.trich_yeu
"""

import re
from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import shown_text
from vanban.model.walk import de_mucs
from vanban.text import fold_ascii

CODE, LEVEL, NAME, BO_QUA = "F159", "warning", "capitals-typed", True
TARGET, SOURCE = "set", "NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 5, điểm b"
# The steps of headings that are printed as they are typed; those above are printed in capitals.
_IN_SMALL_LETTERS = ("1.", "1.1.", "1.1.1.", "a)", "Điều 1.")
_WORD = re.compile(r"[^\W\d_]+")
# A name of one word, and letters that stand for words, are no sentence in capitals.
_FEW, _SURE = 2, 4


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each subject and each heading in small letters that was typed in capitals."""
    for part in subject.bo.parts():
        van_ban = part.van_ban
        is_annex = part.zones is not None and bool(part.zones.phu_luc)
        by_machine = is_annex and subject.the_thuc.in_case("VB_PhuLucTen", "a").isupper()
        if not by_machine and _is_in_capitals(van_ban.trich_yeu):
            yield _fault(van_ban.origin_of("trich_yeu"), "Trích yếu")
        for node in de_mucs(van_ban.de_muc):
            if node.step in _IN_SMALL_LETTERS and _is_in_capitals(shown_text(node.tieu_de)):
                yield _fault(node.origin, "Tiêu đề")


def _fault(origin: int, what: str) -> Fault:
    return Fault(origin, f"{what} gõ toàn chữ hoa sẽ in toàn chữ hoa; chỗ này in bằng chữ thường.",
                 "Gõ lại bằng chữ thường; chữ đầu và tên riêng viết hoa.")


def _is_in_capitals(text: str) -> bool:
    """Whether all words are in capitals, or so many behind each other that they are no name; one at least has an
    accent, which abbreviations have not."""
    rows: list[list[str]] = [[]]
    words = _WORD.findall(text)
    for word in words:
        if word.isupper():
            rows[-1].append(word)
        else:
            rows.append([])
    longest = max(rows, key=len)
    enough = _FEW if len(longest) == len(words) else _SURE
    return len(longest) >= enough and any(map(_has_accent, longest))


def _has_accent(word: str) -> bool:
    """Whether a vowel of it bears a sign."""
    return any(fold_ascii(letter) != letter for letter in word if letter not in "Đđ")
