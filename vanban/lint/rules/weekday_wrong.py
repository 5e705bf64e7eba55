"""C151: thứ trong tuần không đúng với ngày (Thứ Hai, ngày 01/12/2026, mà ngày ấy là thứ Ba).

Vì sao: người nhận đến theo thứ hoặc theo ngày, mỗi người một hôm; thường là ngày chép từ giấy mời cũ.
Cách sửa: xem lịch, sửa thứ hoặc sửa ngày.

Đạt:
    de_muc:
      - tieu_de: Thời gian
        noi_dung: Họp vào sáng thứ Ba, ngày 01/12/2026; tại kỳ họp thứ hai, ngày 01/12/2026.
Không đạt:
    de_muc:
      - tieu_de: Thời gian
        noi_dung: Họp vào sáng thứ Hai, ngày 01/12/2026.      # lỗi: C151 $.de_muc[0].noi_dung
"""

from collections.abc import Iterator
from datetime import date

from vanban.dates import short_date
from vanban.lint.fault import Fault
from vanban.lint.own_lines import found_in_lines
from vanban.lint.subjects import SetSubject
from vanban.model.typed_dates import WEEKDAYS, TypedDate, typed_weekdays

CODE, LEVEL, NAME, BO_QUA = "C151", "warning", "weekday-wrong", True
TARGET, SOURCE = "set", ""


def check(subject: SetSubject) -> Iterator[Fault]:
    """A fault for each day of the week that its date does not have."""
    for at, found in found_in_lines(subject, typed_weekdays):
        days = _days(found.typed, subject)
        if days and found.weekday not in [day.weekday() for day in days]:
            yield Fault(at, f"“{found.words}”: ngày {short_date(days[0])} là {WEEKDAYS[days[0].weekday()]}.",
                        "Xem lịch, sửa thứ hoặc sửa ngày.")


def _days(typed: TypedDate, subject: SetSubject) -> list[date]:
    """The day; where no year was typed those of the year that the document is of, and of the next one, for a paper of
    December that calls to a meeting in January. () where nobody stated a day."""
    if typed.year:
        years: tuple[int | None, ...] = (None,)
    else:
        stated = subject.bo.deciding_day
        years = (stated.ngay.year, stated.ngay.year + 1) if stated and stated.is_stated else ()
    return [day for year in years if (day := typed.on(year))]
