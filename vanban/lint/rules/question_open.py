"""C101: văn bản đã có số và ngày mà còn chỗ {XEM LẠI: …}.

Vì sao: chỗ cần xem lại là việc chưa ai quyết; văn bản đã ban hành không còn chỗ nào như vậy. Chỗ để ngỏ được tìm trong
mọi dòng chữ in ra, cả tên lấy từ các sổ, và cả khi viết như lúc in: [XEM LẠI: …]. Không bỏ qua được bằng “bo_qua”.
Cách sửa: quyết định chỗ ấy rồi xóa {XEM LẠI: …}.

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

from collections.abc import Iterator

from vanban.lint.fault import Fault
from vanban.lint.questions import open_questions
from vanban.lint.subjects import SetSubject

CODE, LEVEL, NAME, BO_QUA = "C101", "error", "question-open", False
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each open question of an issued set; a draft may ask."""
    for question in open_questions(subject) if subject.bo.van_ban.is_issued else ():
        yield Fault(question.at, f"Còn chỗ cần xem lại{question.words}.", "Quyết định rồi xóa {XEM LẠI: …}.")
