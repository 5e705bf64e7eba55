"""C101: văn bản đã có số và ngày mà còn chỗ {XEM LẠI: …}.

Vì sao: chỗ cần xem lại là việc chưa ai quyết; văn bản đã ban hành không còn chỗ nào như vậy.

Đạt:
    so_van_ban: "2228"
    ngay_ban_hanh: 15/7/2025
    trich_yeu: Ban hành Kế hoạch
Không đạt:
    so_van_ban: "2228"
    ngay_ban_hanh: 15/7/2025
    theo_de_nghi: "Giám đốc Sở Nội vụ {XEM LẠI: số công văn}"    # lỗi: C101 $.theo_de_nghi
"""

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.model.document import BoVanBan
from vanban.model.inline import Question
from vanban.model.walk import inlines
from vanban.the_thuc import TheThuc

NAME, CODE, SOURCE = "question-open", "C101", ""


def check(bo: BoVanBan, the_thuc: TheThuc) -> Iterator[Fault]:
    """A fault for each open question of an issued set; a draft may ask."""
    if not bo.van_ban.is_issued:
        return
    for van_ban in bo:
        for inline in inlines(van_ban):
            if isinstance(inline, Question):
                yield Fault(inline.origin, f"Còn chỗ cần xem lại: {inline.ly_do}.", "Quyết định rồi xóa {XEM LẠI: …}.")
