"""A day that moves → whether it is a day off, by the register of these. Weekends are told by `years`."""

from vanban.dates import short_date
from vanban.model.registers import Registers
from vanban.years.mention import Mention


def off_words(mention: Mention, by: int, registers: Registers) -> str:
    """“ (ngày 18/2/2026 nghỉ: Tết Nguyên đán)” of a mention that moves by so many years; "" for a working day, and for
    what names no single day."""
    if mention.kind != "ngay" or mention.last is None or mention.first != mention.last:
        return ""
    try:
        day = mention.last.replace(year=mention.last.year + by)
    except ValueError:  # 29/2, which is asked
        return ""
    name = next((each.ten_goi for each in registers.ngay_nghi.values() if each.hieu_luc.holds(day)), "")
    return f" (ngày {short_date(day)} nghỉ: {name})" if name else ""


def knows(year: int, registers: Registers) -> bool:
    """Whether the register has days off of that year."""
    begins = (each.hieu_luc.tu_ngay for each in registers.ngay_nghi.values())
    return any(day and day.year == year for day in begins)
