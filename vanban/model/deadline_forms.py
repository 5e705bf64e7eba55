"""The forms in which a deadline may be written, as data, and one free form for what names no day.

The schema's pattern, its message, its help and the table in docs/dinh_dang.md are this table (tests hold them
together). What a form means is a function of what was typed into its blanks.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from vanban.dates import parse_date
from vanban.model.deadline_grammar import Days, Form, Typed

_QUARTERS = ("I", "II", "III", "IV")
_LEAP_YEAR = 2000


def _months(first: int, last: int, year: str, last_year: str = "") -> Days:
    """From the first day of one month to the last day of another."""
    until = int(last_year or year)
    return Days(date(int(year), first, 1), date(until, last, monthrange(until, last)[1]))


def _quarter(typed: Typed) -> Days:
    number = _QUARTERS.index(typed[0])
    return _months(3 * number + 1, 3 * number + 3, typed[1])


def _quarters(typed: Typed) -> Days:
    """From one quarter to another, each with its year or both of one."""
    first, last = _quarter((typed[0], typed[-1] if len(typed) == 3 else typed[1])), _quarter(typed[-2:])
    return Days(first.first, last.last)


def _half(typed: Typed) -> Days:
    return _months(1, 6, typed[1]) if typed[0] == "đầu" else _months(7, 12, typed[1])


def _until(typed: Typed) -> Days:
    return Days(last=parse_date(typed[0]))


def _before(typed: Typed) -> Days:
    return Days(last=parse_date(typed[0]) - timedelta(days=1))


def _span(typed: Typed) -> Days:
    return Days(parse_date(typed[0]), parse_date(typed[-1]))


def _ends(days: Callable[[Typed], Days]) -> Callable[[Typed], Days]:
    """Until the last of these days."""
    return lambda typed: Days(last=days(typed).last)


def _ends_before(days: Callable[[Typed], Days]) -> Callable[[Typed], Days]:
    """Until the day before the first of these."""
    def before(typed: Typed) -> Days:
        first = days(typed).first
        return Days(last=first - timedelta(days=1) if first else None)
    return before


def _year(typed: Typed) -> Days:
    return _months(1, 12, *typed)


def _month(typed: Typed) -> Days:
    return _months(int(typed[0]), int(typed[0]), typed[1])


def _two_months(typed: Typed) -> Days:
    """No days; refuses months out of order."""
    if int(typed[0]) >= int(typed[1]):
        raise ValueError(f"Tháng {typed[0]} không đứng trước tháng {typed[1]}; ghi tháng trước rồi đến tháng sau")
    return Days()


def _every_year(typed: Typed) -> Days:
    """No days; refuses a day and month that not every year has."""
    day, month = map(int, typed[0].split("/"))
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueError(f"Không có ngày {typed[0]} trong lịch; sửa lại ngày hoặc tháng") from None
    if (day, month) == (29, 2):
        raise ValueError(f"Ngày {typed[0]} không có trong mọi năm; ghi “Tháng 2 hằng năm”")
    return Days()


def _once(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    """One time a year, in another form that ends with the year."""
    return lambda typed, year: ((form, (*typed, f"{year}")),)


def _once_by(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    return lambda typed, year: ((form, (f"{typed[0]}/{year}",)),)


def _each_month_by(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    return lambda typed, year: tuple((form, (f"{typed[0]}/{month}/{year}",)) for month in range(1, 13))


def _each_quarter_by(form: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    return lambda typed, year: tuple((form, (f"{typed[0]}/{month}/{year}",)) for month in (3, 6, 9, 12))


def _each(form: str, *parts: str) -> Callable[[Typed, int], tuple[tuple[str, Typed], ...]]:
    """Several times a year, which `parts` name."""
    return lambda _typed, year: tuple((form, (part, f"{year}")) for part in parts)


def _days_after(typed: Typed, signed: date) -> date:
    """The day of signing is not counted."""
    return signed + timedelta(days=int(typed[0]))


def _months_after(typed: Typed, signed: date) -> date:
    """The same day of a later month; the last day of that month where it has no such day."""
    years, month = divmod(signed.month - 1 + int(typed[0]), 12)
    year = signed.year + years
    return date(year, month + 1, min(signed.day, monthrange(year, month + 1)[1]))


# Spellings that several forms share.
_AGAIN, _OFTEN = "[hằng|hàng]", "[Hằng|Hàng|Định kỳ hằng|Định kỳ hàng]"
_WITHIN = "[Trong |Trong thời hạn |Trong vòng |]"
_FROM = ("kể từ ngày [ký|ban hành|ký ban hành]"
         "[| Kế hoạch này| Kế hoạch| Quyết định này| Quyết định| văn bản này]")
_OF, _TO, _DAY = "[/| năm |/năm ]", "[ - |-| – |–]", "[ ngày | ]"

FORMS: tuple[Form, ...] = (
    Form("thuong_xuyen", "Thường xuyên[|, liên tục]", "Thường xuyên", "làm liên tục, không có ngày cuối"),
    Form("thuong_xuyen_trong_nam", "Thường xuyên[ trong|,] năm {nam}", "Thường xuyên trong năm 2025",
         "từ 01/01 đến hết 31/12", _year),
    Form("hang_ngay", f"{_OFTEN} ngày", "Hằng ngày", "mỗi ngày một lần", rhythm="ngay"),
    Form("hang_tuan", f"{_OFTEN} tuần", "Hằng tuần", "mỗi tuần một lần", rhythm="tuan"),
    Form("hang_thang", f"{_OFTEN} tháng", "Hằng tháng", "mỗi tháng một lần", rhythm="thang",
         in_year=_each("thang", *map(str, range(1, 13)))),
    Form("hang_quy", f"{_OFTEN} quý", "Hằng quý", "mỗi quý một lần", rhythm="quy", in_year=_each("quy", *_QUARTERS)),
    Form("sau_thang", "[6|06|Sáu] tháng[ một lần|/lần|/01 lần]", "6 tháng một lần", "mỗi nửa năm một lần",
         rhythm="nua_nam", in_year=_each("nua_nam", "đầu", "cuối")),
    Form("hang_nam", f"{_OFTEN} năm", "Hằng năm", "mỗi năm một lần", rhythm="nam", in_year=_once("nam")),
    Form("nam", "[Năm|Trong năm|Cả năm|Hoàn thành trong năm] {nam}", "Năm 2025", "từ 01/01 đến hết 31/12", _year),
    Form("den_het_nam", "[Đến hết|Hết|Đến|Cuối] năm {nam}", "Đến hết năm 2025",
         "đến hết 31/12; “Đến năm …”, “Cuối năm …” cũng vậy", _ends(_year)),
    Form("truoc_nam", "Trước năm {nam}", "Trước năm 2026", "đến hết 31/12 năm trước đó", _ends_before(_year)),
    Form("nam_va_sau", "[Năm |Từ năm |]{nam} và [các|những] năm [tiếp theo|sau]", "Năm 2026 và các năm tiếp theo",
         "từ 01/01 năm đó, không có ngày cuối", lambda typed: Days(first=date(int(typed[0]), 1, 1))),
    Form("giai_doan", f"[Giai đoạn |Trong giai đoạn |]{{nam}}{_TO}{{nam}}", "Giai đoạn 2026 - 2030",
         "từ 01/01 năm đầu đến hết 31/12 năm cuối", _year),
    Form("tu_nam_den_nam", "Từ năm {nam} đến[ năm | hết năm ]{nam}", "Từ năm 2026 đến năm 2030", "như trên", _year),
    Form("quy", f"[Quý|Trong quý|Trong Quý|Hoàn thành trong quý|Hoàn thành trong Quý] {{quy}}{_OF}{{nam}}",
         "Quý IV/2025", "từ ngày đầu đến hết ngày cuối của quý", _quarter),
    Form("quy_den_quy",
         "Quý {quy}[ - |-| - quý | - Quý |, | và | đến |, quý | và quý | đến quý |, Quý | và Quý ]{quy}"
         f"{_OF}{{nam}}",
         "Quý III - IV/2025", "từ ngày đầu của quý trước đến hết ngày cuối của quý sau", _quarters),
    Form("tu_quy_den_quy", f"Từ [quý|Quý] {{quy}}{_OF}{{nam}} đến[ | hết ][quý|Quý] {{quy}}{_OF}{{nam}}",
         "Từ quý III/2025 đến quý I/2026", "như trên, qua hai năm", _quarters),
    Form("den_het_quy", f"[Đến hết|Hết] [quý|Quý] {{quy}}{_OF}{{nam}}", "Đến hết quý II/2026",
         "đến hết ngày cuối của quý",
         _ends(_quarter)),
    Form("thang", f"[Tháng|Trong tháng|Trong Tháng|Hoàn thành trong tháng] {{thang}}{_OF}{{nam}}", "Tháng 12/2025",
         "từ ngày đầu đến hết ngày cuối của tháng", _month),
    Form("den_het_thang", f"[Đến hết|Hết|Chậm nhất] tháng {{thang}}{_OF}{{nam}}", "Đến hết tháng 6/2026",
         "đến hết ngày cuối của tháng", _ends(_month)),
    Form("truoc_thang", f"Trước tháng {{thang}}{_OF}{{nam}}", "Trước tháng 9/2025", "đến hết tháng trước đó",
         _ends_before(_month)),
    Form("nua_nam", "[6|06|Sáu] tháng {nua} năm {nam}", "6 tháng cuối năm 2025",
         "nửa đầu đến hết 30/6, nửa cuối đến hết 31/12", _half),
    Form("tu_thang_den_thang",
         f"[Từ tháng|Tháng] {{thang}}[ đến tháng | đến hết tháng | - | - tháng |-]{{thang}}{_OF}{{nam}}",
         "Từ tháng 8 đến tháng 11/2025",
         "từ ngày đầu của tháng trước đến hết ngày cuối của tháng sau, trong một năm",
         lambda typed: _months(int(typed[0]), int(typed[1]), typed[2])),
    Form("tu_thang_nam_den_thang", f"Từ tháng {{thang}}{_OF}{{nam}} đến[ | hết ]tháng {{thang}}{_OF}{{nam}}",
         "Từ tháng 11/2025 đến tháng 2/2026", "như trên, qua hai năm",
         lambda typed: _months(int(typed[0]), int(typed[2]), typed[1], typed[3])),
    Form("ngay", "[Ngày |]{ngay}", "Ngày 20/11/2025", "đúng ngày đó", _span),
    Form("tu_ngay_den_ngay", f"Từ{_DAY}{{ngay}} đến[ | hết ][ngày |]{{ngay}}", "Từ ngày 01/11/2025 đến ngày 15/11/2025",
         "kể cả hai ngày đó", _span),
    Form("truoc_ngay", f"[Trước|Hoàn thành trước|Xong trước]{_DAY}{{ngay}}", "Trước ngày 31/7/2025",
         "không kể ngày đó: xong chậm nhất ngày 30/7/2025", _before),
    Form("cham_nhat_ngay", f"[Chậm nhất|Chậm nhất là|Chậm nhất đến]{_DAY}{{ngay}}", "Chậm nhất ngày 31/7/2025",
         "kể cả ngày đó", _until),
    Form("den_het_ngay", f"[Đến hết|Hết|Đến]{_DAY}{{ngay}}", "Đến hết ngày 31/12/2025", "kể cả ngày đó", _until),
    Form("quy_hang_nam", f"Quý {{quy}} {_AGAIN} năm", "Quý I hằng năm", "quý đó của mỗi năm", rhythm="nam",
         in_year=_once("quy")),
    Form("thang_hang_nam", f"Tháng {{thang}} {_AGAIN} năm", "Tháng 12 hằng năm", "tháng đó của mỗi năm", rhythm="nam",
         in_year=_once("thang")),
    Form("hai_thang_hang_nam", f"Tháng {{thang}}[, | và | và tháng |, tháng ]{{thang}} {_AGAIN} năm",
         "Tháng 6, 12 hằng năm", "hai tháng đó của mỗi năm", _two_months, "nua_nam",
         lambda typed, year: tuple(("thang", (month, f"{year}")) for month in typed)),
    Form("truoc_ngay_hang_nam", f"Trước{_DAY}{{ngay_thang}} {_AGAIN} năm", "Trước ngày 15/11 hằng năm",
         "mỗi năm một lần, không kể ngày đó", _every_year, "nam", _once_by("truoc_ngay")),
    Form("cham_nhat_ngay_hang_nam", f"[Chậm nhất|Chậm nhất là]{_DAY}{{ngay_thang}} {_AGAIN} năm",
         "Chậm nhất ngày 15/11 hằng năm", "mỗi năm một lần, kể cả ngày đó", _every_year, "nam",
         _once_by("cham_nhat_ngay")),
    Form("truoc_ngay_hang_thang", f"Trước ngày {{ngay_trong_thang}} {_AGAIN} tháng", "Trước ngày 20 hằng tháng",
         "mỗi tháng một lần, không kể ngày đó; ngày từ 1 đến 28", rhythm="thang",
         in_year=_each_month_by("truoc_ngay")),
    Form("cham_nhat_ngay_hang_thang", f"[Chậm nhất|Chậm nhất là] ngày {{ngay_trong_thang}} {_AGAIN} tháng",
         "Chậm nhất ngày 20 hằng tháng", "mỗi tháng một lần, kể cả ngày đó; ngày từ 1 đến 28", rhythm="thang",
         in_year=_each_month_by("cham_nhat_ngay")),
    Form("truoc_ngay_thang_cuoi_quy", "Trước ngày {ngay_trong_thang}[ tháng cuối quý| của tháng cuối quý]",
         "Trước ngày 20 tháng cuối quý", "mỗi quý một lần, trong tháng 3, 6, 9, 12, không kể ngày đó", rhythm="quy",
         in_year=_each_quarter_by("truoc_ngay")),
    Form("so_ngay_tu_ngay_ky", f"{_WITHIN}{{so}} ngày {_FROM}", "Trong 30 ngày kể từ ngày ký",
         "tính từ hôm sau ngày ký, kể cả ngày nghỉ", after=_days_after),
    Form("so_ngay_lam_viec", f"{_WITHIN}{{so}} ngày làm việc {_FROM}",
         "Trong 05 ngày làm việc kể từ ngày ký", "ngày cuối tùy lịch nghỉ, máy không tính"),
    Form("so_thang_tu_ngay_ky", f"{_WITHIN}{{so}} tháng {_FROM}", "Trong 02 tháng kể từ ngày ký",
         "đến hết ngày cùng số của tháng cuối, tháng không có ngày đó thì ngày cuối tháng", after=_months_after),
    Form("sau_khi", "[Ngay sau khi|Sau khi|Ngay khi|Khi] {viec}", "Ngay sau khi Nghị quyết có hiệu lực",
         "tùy việc đó, không có ngày"),
    Form("theo", "[Theo|Thực hiện theo] {viec}", "Theo lộ trình của Trung ương",
         "ngày do nơi khác hay văn bản khác quyết định"),
)

# Any other words that hold no day, month, quarter or year.
FREE = Form("tu_do", "{loi}", "Khẩn trương, sớm nhất", "không có ngày; máy nêu C131 để xem lại")
