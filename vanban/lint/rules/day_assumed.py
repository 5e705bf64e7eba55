"""R113: văn bản chưa ghi ngày nào, máy lấy một ngày để xét.

Vì sao: quy định, tên cơ quan, người ký, hiệu lực của căn cứ đều xét theo ngày của văn bản. Không ai ghi ngày thì máy
lấy ngày cuối năm trước năm ghi ở “cho_nam”, không có thì ngày cuối năm của thư mục; lỗi do ngày ấy mà ra chỉ nêu để
biết.
Cách sửa: ghi “ngay_du_kien” là ngày dự kiến ký.

Đạt:
    ngay_du_kien: 15/7/2025
Không đạt:
    ngay_du_kien: ""                      # lỗi: R113 $.ma
"""

from collections.abc import Iterator

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.subjects import SetSubject
from vanban.model.deciding_day import DecidingDay

CODE, LEVEL, NAME, BO_QUA = "R113", "info", "day-assumed", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault that tells which day was taken where nobody stated one. A day that was typed and cannot be has been told
    already."""
    day, van_ban = subject.bo.deciding_day, subject.bo.van_ban
    if subject.issuer and not (day and day.is_stated or {"ngay_ban_hanh", "ngay_du_kien"} & van_ban.origins.keys()):
        yield Fault(van_ban.origin_of("ma"), _taken(day), "Thêm dòng “ngay_du_kien: …”, ngày dự kiến ký.")


def _taken(day: DecidingDay | None) -> str:
    if day is None:
        return ("Văn bản chưa ghi ngày và không nằm trong thư mục của năm nào: máy theo quy định mới nhất, chưa xét "
                "hiệu lực của căn cứ, cơ quan, người ký.")
    why = "cuối năm trước năm ghi ở “cho_nam”" if day.way == "cho_nam" else "cuối năm của thư mục"
    return (f"Văn bản chưa ghi ngày: máy lấy ngày {short_date(day.ngay)}, {why}, để chọn quy định, người ký và xét "
            "hiệu lực của căn cứ, cơ quan.")
