"""C101: văn bản đã có số và ngày mà còn chỗ {XEM LẠI: …}.

Vì sao: chỗ cần xem lại là việc chưa ai quyết; văn bản đã ban hành không còn chỗ nào như vậy. Chỗ để ngỏ được tìm trong
mọi dòng chữ in ra, cả tên lấy từ các sổ, và cả khi viết như lúc in: [XEM LẠI: …]. Không bỏ qua được bằng “bo_qua”.

Đạt:
    so_van_ban: "2228"
    ngay_ban_hanh: 15/7/2025
    trich_yeu: Ban hành Kế hoạch
Không đạt:
    so_van_ban: "2228"
    ngay_ban_hanh: 15/7/2025
    trich_yeu: "Ban hành Kế hoạch {XEM LẠI: tên}"                # lỗi: C101 $.trich_yeu
    luu: "VT, [XEM LẠI: phòng nào]"                              # lỗi: C101 $.luu
    theo_de_nghi: "Giám đốc Sở Nội vụ {XEM LẠI: số công văn}"    # lỗi: C101 $.theo_de_nghi
"""

import re
from collections.abc import Iterator

from vanban.glossary import labelled
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.inline import Question
from vanban.model.walk import inlines
from vanban.model.words import Words, words_that
from vanban.text import nfc

CODE, LEVEL, NAME, BO_QUA = "C101", "error", "question-open", False
TARGET, SOURCE = "set", ""
_OPEN = re.compile(r"[\[{]\s*XEM\s+LẠI", re.IGNORECASE)
_HINT = "Quyết định rồi xóa {XEM LẠI: …}."


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each open question of an issued set; a draft may ask."""
    bo = subject.bo
    if not bo.van_ban.is_issued:
        return
    questions = [inline for van_ban in bo for inline in inlines(van_ban) if isinstance(inline, Question)]
    for question in questions:
        yield Fault(question.origin, f"Còn chỗ cần xem lại: {question.ly_do}.", _HINT)
    printed = [f"[XEM LẠI: {question.ly_do}]" for question in questions]

    def holds(words: Words) -> bool:
        text = nfc(words.text)
        for told in printed if "XEM" in text else ():
            text = text.replace(told, "")
        return _OPEN.search(text) is not None

    for words in words_that(bo, holds):
        yield Fault(words.origin, f"Còn chỗ cần xem lại ở {labelled(words.key)}.", _HINT)
