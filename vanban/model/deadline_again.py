"""The forms of deadlines that come again: every quarter, on a day of every year. Those of others: `deadline_forms`."""

from vanban.model.deadline_days import (
    QUARTERS,
    each,
    each_by,
    each_month_by,
    each_quarter_by,
    each_typed,
    every_year,
    every_years,
    months_in_order,
    once,
    once_between,
    once_by,
    quarters_in_order,
)
from vanban.model.deadline_grammar import Form

_AGAIN, _DAY = "[hằng|hàng|mỗi]", "[ ngày | ]"
_MONTHS = "[Tháng|Trong tháng] {thang}"
_TWO_DAYS = "{ngay_thang}[ và | và ngày | và trước ngày |, |, ngày ]{ngay_thang}"
_LAST_MONTH = "[ tháng cuối quý| của tháng cuối quý| tháng cuối mỗi quý| của tháng cuối mỗi quý| tháng cuối hằng quý]"
AT_THE_LATEST = ("Đến hết|Hết|Cuối|Đến cuối|Vào cuối|Chậm nhất|Chậm nhất là|Chậm nhất cuối|Chậm nhất là cuối"
                 "|Từ nay đến hết|Từ nay đến cuối|Từ nay đến")


def _often(noun: str) -> str:
    """The spellings of “Hằng quý”."""
    behind = (f" lần/{noun}", f" lần mỗi {noun}", f" {noun}/lần")
    spellings = [
        *(f"{often} {noun}" for often in ("Hằng", "Hàng", "Định kỳ hằng", "Định kỳ hàng", "Mỗi")),
        *(f"Mỗi {noun} {once} lần" for once in ("một", "1", "01")),
        *(f"{once}{each}" for once in ("1", "01", "Một") for each in behind),
    ]
    return f"[{'|'.join(spellings)}]"


AGAIN: tuple[Form, ...] = (
    Form("hang_ngay", _often("ngày"), "Hằng ngày", "mỗi ngày một lần", rhythm="ngay", verbs=False),
    Form("hang_tuan", _often("tuần"), "Hằng tuần", "mỗi tuần một lần", rhythm="tuan", verbs=False),
    Form("hang_thang", _often("tháng"), "Hằng tháng", "mỗi tháng một lần", rhythm="thang",
         in_year=each("thang", *map(str, range(1, 13))), verbs=False),
    Form("hang_quy", _often("quý"), "Hằng quý", "mỗi quý một lần", rhythm="quy",
         in_year=each("quy", *QUARTERS), verbs=False),
    Form("sau_thang",
         "[6 tháng|06 tháng|Sáu tháng|Định kỳ 6 tháng|Định kỳ 06 tháng|Mỗi 6 tháng|Mỗi 06 tháng]"
         "[ một lần|/lần|/01 lần| 1 lần| 01 lần]",
         "6 tháng một lần", "mỗi nửa năm một lần", rhythm="nua_nam",
         in_year=each("nua_nam", "đầu", "cuối"), verbs=False),
    Form("hai_lan_mot_nam", "[Mỗi năm 2 lần|Mỗi năm hai lần|Mỗi năm 02 lần|2 lần/năm|02 lần/năm|Hai lần mỗi năm"
         "|Hằng năm 02 lần|Hằng năm 2 lần]", "Mỗi năm 2 lần", "như trên", rhythm="nua_nam",
         in_year=each("nua_nam", "đầu", "cuối"), verbs=False),
    Form("hang_nam", _often("năm"), "Hằng năm", "mỗi năm một lần", rhythm="nam", in_year=once("nam"), verbs=False),
    Form("quy_hang_nam", f"[Quý|Trong quý] {{quy}} {_AGAIN} năm", "Quý I hằng năm", "quý đó của mỗi năm", rhythm="nam",
         in_year=once("quy")),
    Form("hai_quy_hang_nam", f"[Quý|Trong quý] {{quy}}[ và | và quý |, quý |, ]{{quy}} {_AGAIN} năm",
         "Quý I và III hằng năm", "hai quý đó của mỗi năm", quarters_in_order, "nua_nam", each_typed("quy")),
    Form("thang_hang_nam", f"{_MONTHS} {_AGAIN} năm", "Tháng 12 hằng năm", "tháng đó của mỗi năm", rhythm="nam",
         in_year=once("thang")),
    Form("hai_thang_hang_nam", f"{_MONTHS}[, | và | và tháng |, tháng ]{{thang}} {_AGAIN} năm",
         "Tháng 6, 12 hằng năm", "hai tháng đó của mỗi năm", months_in_order, "nua_nam", each_typed("thang")),
    Form("bon_thang_hang_nam", f"{_MONTHS}, {{thang}}, {{thang}}[, | và ]{{thang}} {_AGAIN} năm",
         "Tháng 3, 6, 9, 12 hằng năm", "bốn tháng đó của mỗi năm", months_in_order, "quy", each_typed("thang")),
    Form("ngay_hang_nam", f"Ngày {{ngay_thang}} {_AGAIN} năm", "Ngày 15/12 hằng năm", "mỗi năm một lần, đúng ngày đó",
         every_year, "nam", once_by("ngay")),
    Form("ngay_hang_thang", f"Ngày {{ngay_trong_thang}} {_AGAIN} tháng", "Ngày 20 hằng tháng",
         "mỗi tháng một lần, đúng ngày đó; ngày từ 1 đến 28", rhythm="thang", in_year=each_month_by("ngay")),
    Form("truoc_ngay_hang_nam", f"Trước{_DAY}{{ngay_thang}} {_AGAIN} năm", "Trước ngày 15/11 hằng năm",
         "mỗi năm một lần, không kể ngày đó", every_year, "nam", once_by("truoc_ngay")),
    Form("cham_nhat_ngay_hang_nam", f"[Chậm nhất|Chậm nhất là]{_DAY}{{ngay_thang}} {_AGAIN} năm",
         "Chậm nhất ngày 15/11 hằng năm", "mỗi năm một lần, kể cả ngày đó", every_year, "nam",
         once_by("cham_nhat_ngay")),
    Form("den_het_ngay_hang_nam", f"[Đến hết|Hết|Đến]{_DAY}{{ngay_thang}} {_AGAIN} năm", "Đến hết ngày 30/6 hằng năm",
         "mỗi năm một lần, kể cả ngày đó", every_year, "nam", once_by("den_het_ngay")),
    Form("tu_ngay_den_ngay_hang_nam", f"Từ{_DAY}{{ngay_thang}} đến[ | hết ][ngày |]{{ngay_thang}} {_AGAIN} năm",
         "Từ ngày 01/3 đến ngày 30/6 hằng năm", "mỗi năm một lần, kể cả hai ngày đó", every_years, "nam",
         once_between("tu_ngay_den_ngay")),
    Form("truoc_thang_hang_nam", f"Trước tháng {{thang}} {_AGAIN} năm", "Trước tháng 6 hằng năm",
         "mỗi năm một lần, đến hết tháng trước đó", rhythm="nam", in_year=once("truoc_thang")),
    Form("den_het_thang_hang_nam", f"[{AT_THE_LATEST}] tháng {{thang}} {_AGAIN} năm", "Đến hết tháng 6 hằng năm",
         "mỗi năm một lần, đến hết ngày cuối của tháng", rhythm="nam", in_year=once("den_het_thang")),
    Form("truoc_quy_hang_nam", f"Trước quý {{quy}} {_AGAIN} năm", "Trước quý III hằng năm",
         "mỗi năm một lần, đến hết quý trước đó", rhythm="nam", in_year=once("truoc_quy")),
    Form("den_het_quy_hang_nam", f"[{AT_THE_LATEST}] [quý|Quý] {{quy}} {_AGAIN} năm", "Đến hết quý I hằng năm",
         "mỗi năm một lần, đến hết ngày cuối của quý", rhythm="nam", in_year=once("den_het_quy")),
    Form("hai_ngay_hang_nam", f"Ngày {_TWO_DAYS} {_AGAIN} năm", "Ngày 30/6 và 31/12 hằng năm",
         "mỗi năm hai lần, đúng hai ngày đó", every_years, "nua_nam", each_by("ngay")),
    Form("truoc_hai_ngay_hang_nam", f"Trước{_DAY}{_TWO_DAYS} {_AGAIN} năm", "Trước ngày 30/6 và 31/12 hằng năm",
         "mỗi năm hai lần, không kể hai ngày đó", every_years, "nua_nam", each_by("truoc_ngay")),
    Form("cham_nhat_hai_ngay_hang_nam", f"[Chậm nhất|Chậm nhất là]{_DAY}{_TWO_DAYS} {_AGAIN} năm",
         "Chậm nhất ngày 30/6 và 31/12 hằng năm", "mỗi năm hai lần, kể cả hai ngày đó", every_years, "nua_nam",
         each_by("cham_nhat_ngay")),
    Form("truoc_bon_ngay_hang_nam", f"Trước{_DAY}{{ngay_thang}}, {{ngay_thang}}, {_TWO_DAYS} {_AGAIN} năm",
         "Trước ngày 31/3, 30/6, 30/9 và 31/12 hằng năm", "mỗi năm bốn lần, không kể bốn ngày đó", every_years, "quy",
         each_by("truoc_ngay")),
    Form("truoc_ngay_hang_thang", f"Trước ngày {{ngay_trong_thang}} {_AGAIN} tháng", "Trước ngày 20 hằng tháng",
         "mỗi tháng một lần, không kể ngày đó; ngày từ 1 đến 28", rhythm="thang",
         in_year=each_month_by("truoc_ngay")),
    Form("cham_nhat_ngay_hang_thang", f"[Chậm nhất|Chậm nhất là] ngày {{ngay_trong_thang}} {_AGAIN} tháng",
         "Chậm nhất ngày 20 hằng tháng", "mỗi tháng một lần, kể cả ngày đó; ngày từ 1 đến 28", rhythm="thang",
         in_year=each_month_by("cham_nhat_ngay")),
    Form("truoc_ngay_thang_cuoi_quy", f"Trước ngày {{ngay_trong_thang}}{_LAST_MONTH}",
         "Trước ngày 20 tháng cuối quý", "mỗi quý một lần, trong tháng 3, 6, 9, 12, không kể ngày đó", rhythm="quy",
         in_year=each_quarter_by("truoc_ngay")),
    Form("ngay_thang_cuoi_quy", f"Ngày {{ngay_trong_thang}}{_LAST_MONTH}", "Ngày 25 tháng cuối quý",
         "mỗi quý một lần, trong tháng 3, 6, 9, 12, đúng ngày đó", rhythm="quy", in_year=each_quarter_by("ngay")),
    Form("cham_nhat_ngay_thang_cuoi_quy", f"[Chậm nhất|Chậm nhất là] ngày {{ngay_trong_thang}}{_LAST_MONTH}",
         "Chậm nhất ngày 25 tháng cuối quý", "mỗi quý một lần, trong tháng 3, 6, 9, 12, kể cả ngày đó", rhythm="quy",
         in_year=each_quarter_by("cham_nhat_ngay")),
)
