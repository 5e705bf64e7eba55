"""C133: ngày thông qua nghị quyết sau ngày ban hành.

Vì sao: hội đồng thông qua rồi nghị quyết mới được ký, ghi số; ngày thông qua không thể sau ngày ban hành.
Cách sửa: kiểm tra “ngay_thong_qua”, “ngay_ban_hanh” với biên bản kỳ họp.

Đạt:
    loai_van_ban: nghi_quyet
    so_van_ban: 8
    ngay_ban_hanh: 15/7/2025
    ngay_thong_qua: 14/7/2025
Không đạt:
    loai_van_ban: nghi_quyet
    so_van_ban: 8
    ngay_ban_hanh: 15/7/2025
    ngay_thong_qua: 16/7/2025            # lỗi: C133 $.ngay_thong_qua
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import DocumentSubject

CODE, LEVEL, NAME, BO_QUA = "C133", "error", "passed-after-issue", False
TARGET, SOURCE = "document", ""


def check(subject: DocumentSubject) -> Iterator[Fault]:
    """A fault on the day of passing where it is later than that of issue."""
    van_ban = subject.van_ban
    passed, issued = van_ban.ngay_thong_qua, van_ban.ngay_ban_hanh
    if passed and issued and passed > issued:
        yield Fault(
            van_ban.origin_of("ngay_thong_qua"),
            f"Ngày thông qua {short_date(passed)} sau ngày ban hành {short_date(issued)}.",
            "Kiểm tra lại hai ngày với biên bản kỳ họp.",
        )
